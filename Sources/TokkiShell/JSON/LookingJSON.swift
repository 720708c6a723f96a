import AMQPModel
import TokkiBroker
import TokkiClient

extension Listing {
  var json: JSONValue {
    switch self {
    case .queues(let queues): rows("queues", queues.map(\.json))
    case .exchanges(let exchanges): rows("exchanges", exchanges.map(\.json))
    case .bindings(let bindings): rows("bindings", bindings.map(\.json))
    case .consumers(let consumers):
      rows("consumers", consumers.map(\.json))
    case .connections(let connections): rows("connections", connections.map(\.json))
    case .channels(let channels):
      rows("channels", channels.map { $0.channel.json(client: $0.client) })
    case .messages(let queue): messages(queue)
    case .allMessages(let messages, _): rows("messages", messages.map(\.json))
    case .virtualHosts(let hosts, let current):
      rows(
        "virtualHosts",
        hosts.map { host in
          .object([
            "name": .string(host.name), "queues": .count(host.queues.count),
            "current": .boolean(host.name == current),
          ])
        })
    case .checkpoints(let names): rows("checkpoints", names.map(JSONValue.string))
    case .operated(let listing): listing.json
    case .real(let listing, let source): listing.json(source: source)
    }
  }

  private func rows(_ what: String, _ rows: [JSONValue]) -> JSONValue { .rows(what, rows) }

  private func messages(_ queue: QueueSnapshot) -> JSONValue {
    rows(
      "messages",
      queue.ready.map { $0.json(state: "ready") }
        + queue.unacked.map { $0.message.json(state: "unacked") })
  }
}

extension MessageSnapshot {
  func json(state: String) -> JSONValue {
    .object([
      "state": .string(state), "id": .unsigned(id.number), "exchange": .string(exchange),
      "routingKey": .string(routingKey), "redelivered": .boolean(redelivered),
      "expiresAt": expiresAt.map { .integer($0.milliseconds) }, "message": content.json,
    ])
  }
}

extension QueueSnapshot {
  var json: JSONValue { CountedQueue(self).json }
}

extension ExchangeSnapshot {
  var json: JSONValue {
    .object([
      "name": .string(name), "type": .string(type), "durable": .boolean(isDurable),
      "autoDelete": .boolean(isAutoDelete), "internal": .boolean(isInternal),
      "predeclared": .boolean(isPredeclared), "arguments": arguments.json,
      "policies": policies.jsonIfAny,
      "effectivePolicyDefinition": policies.isEmpty ? nil : effectivePolicyDefinition.json,
    ])
  }
}

extension ListedConsumer {
  var json: JSONValue {
    .object([
      "queue": .string(queue), "client": .string(client),
      "channel": .integer(Int64(consumer.channel.channel)), "consumerTag": .string(consumer.tag),
      "noAck": .boolean(consumer.noAck), "exclusive": .boolean(consumer.isExclusive),
      "prefetch": .integer(Int64(consumer.prefetchCount)), "priority": .count(consumer.priority),
      "active": .boolean(consumer.isActive), "unacked": unackedCount.map(JSONValue.count),
    ])
  }
}

extension ConnectionSnapshot {
  var json: JSONValue {
    .object([
      "name": .string(name), "user": .string(user), "virtualHost": .string(virtualHost),
      "channels": .array(channels.map { $0.json(client: name) }),
      "remote": isRemote ? .boolean(true) : nil,
      "state": isRemote ? .string(state.rawValue) : nil,
      "clientProperties": isRemote ? clientProperties.json : nil,
    ])
  }
}

extension ChannelSnapshot {
  func json(client: String) -> JSONValue {
    let modeName: JSONValue
    switch mode {
    case .plain: modeName = "plain"
    case .confirm: modeName = "confirm"
    case .transaction: modeName = "transaction"
    }
    return .object([
      "client": .string(client), "channel": .integer(Int64(number)), "mode": modeName,
      "prefetch": .integer(Int64(prefetchCount)),
      "globalPrefetch": .integer(Int64(globalPrefetchCount)),
      "unacked": .count(unackedCount), "consumerTags": .strings(consumerTags),
    ])
  }
}

extension ClientSnapshot {
  var json: JSONValue {
    .object([
      "name": .string(name.text), "connected": .boolean(isConnected),
      "user": .string(identity.user), "virtualHost": .string(identity.virtualHost),
      "channels": .count(channels.count), "queues": .strings(consumers.map(\.queue)),
      "unacked": .count(channels.reduce(0) { $0 + $1.unsettled.count }),
    ])
  }
}

extension Topology {
  var json: JSONValue {
    .part(
      "topology",
      [
        "at": at.map(JSONValue.integer), "virtualHost": .string(virtualHost.name),
        "exchanges": .array(virtualHost.exchanges.map(\.json)),
        "queues": .array(queues.map(\.json)),
        "bindings": .array(virtualHost.bindings.map(\.json)),
        "connections": source == nil ? .array(connections.map(\.json)) : nil,
        "source": source.map { .string($0.rawValue) },
      ])
  }
}

extension Explanation {
  var json: JSONValue {
    .part(
      "explanation",
      [
        "exchange": .string(exchange), "routingKey": .string(routingKey),
        "past": .boolean(isPast), "route": route.json,
      ])
  }
}

extension Overview {
  var json: JSONValue {
    .part(
      "status",
      [
        "profile": broker == nil ? .string(profile) : nil,
        "seed": broker == nil ? .unsigned(seed) : nil, "at": at.map(JSONValue.integer),
        "broker": broker?.json,
        "virtualHost": .string(virtualHost), "clients": .array(clients.map(\.json)),
      ])
  }
}
