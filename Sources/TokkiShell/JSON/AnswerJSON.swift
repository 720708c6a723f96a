import AMQPModel
import TokkiBroker
import TokkiClient

extension Answer {
  var json: JSONValue {
    switch self {
    case .queueDeclared(let method, let answer, let type, let isNew, let policies):
      .part(
        "queueDeclared",
        [
          "queue": .string(answer.queue), "type": .string(type),
          "durable": .boolean(method.durable), "exclusive": .boolean(method.exclusive),
          "autoDelete": .boolean(method.autoDelete), "passive": .boolean(method.passive),
          "arguments": method.arguments.json, "isNew": .optional(isNew),
          "messageCount": .integer(Int64(answer.messageCount)),
          "consumerCount": .integer(Int64(answer.consumerCount)),
          "policies": policies.jsonIfAny,
        ])
    case .exchangeDeclared(let method, let isNew):
      .part(
        "exchangeDeclared",
        [
          "exchange": .string(method.exchange), "type": .string(method.type),
          "durable": .boolean(method.durable), "autoDelete": .boolean(method.autoDelete),
          "internal": .boolean(method.isInternal), "passive": .boolean(method.passive),
          "arguments": method.arguments.json, "isNew": .optional(isNew),
        ])
    case .queueDeleted(let name, let count, let wasThere):
      .part(
        "queueDeleted",
        [
          "queue": .string(name), "messageCount": .integer(Int64(count)),
          "wasThere": .optional(wasThere),
        ])
    case .exchangeDeleted(let name, let wasThere):
      .part(
        "exchangeDeleted", ["exchange": .string(name), "wasThere": .optional(wasThere)])
    case .bound(let binding, let isNew):
      .part("bound", ["binding": binding.json, "isNew": .optional(isNew)])
    case .unbound(let binding, let wasThere):
      .part("unbound", ["binding": binding.json, "wasThere": .optional(wasThere)])
    case .purged(let name, let count):
      .part(
        "purged", ["queue": .string(name), "messageCount": .integer(Int64(count))])
    case .confirmSelected, .transactionSelected, .committed, .rolledBack, .flow, .consuming,
      .cancelled, .got, .nothingToGet, .settled, .recovered, .prefetch:
      messageJSON
    case .connectionOpened, .connectionClosed, .forcedToClose, .channelOpened, .channelClosed,
      .virtualHostAdded, .virtualHostDeleted, .virtualHostUsed, .killed, .advanced, .restarted,
      .undone, .redone, .checkpointSet, .wentTo, .reset, .languageSet, .left:
      worldJSON
    case .operated(let answer): answer.json
    case .brokerConnected(let place): .part("brokerConnected", ["broker": place.json])
    case .brokerLeft(let place): .part("brokerLeft", ["broker": place.json])
    }
  }

  private var messageJSON: JSONValue {
    switch self {
    case .confirmSelected(let client): .part("confirmSelected", client)
    case .transactionSelected(let client): .part("transactionSelected", client)
    case .committed(let client): .part("committed", client)
    case .rolledBack(let client): .part("rolledBack", client)
    case .recovered(let client): .part("recovered", client)
    case .flow(let client, let active):
      .part("flow", ["client": .string(client.text), "active": .boolean(active)])
    case .consuming(let answer): answer.json
    case .cancelled(let client, let tag):
      .part(
        "cancelled", ["client": .string(client.text), "consumerTag": .string(tag)])
    case .got(let client, let queue, let answer, let content, let noAck):
      .part(
        "got",
        [
          "client": .string(client.text), "queue": .string(queue),
          "deliveryTag": .unsigned(answer.deliveryTag),
          "redelivered": .boolean(answer.redelivered), "exchange": .string(answer.exchange),
          "routingKey": .string(answer.routingKey),
          "messageCount": .integer(Int64(answer.messageCount)), "noAck": .boolean(noAck),
          "message": content.json,
        ])
    case .nothingToGet(let queue): .part("nothingToGet", ["queue": .string(queue)])
    case .settled(let answer): answer.json
    case .prefetch(let client, let count, let isGlobal):
      .part(
        "prefetch",
        [
          "client": .string(client.text), "count": .integer(Int64(count)),
          "global": .boolean(isGlobal),
        ])
    case .queueDeclared, .exchangeDeclared, .queueDeleted, .exchangeDeleted, .bound, .unbound,
      .purged, .connectionOpened, .connectionClosed, .forcedToClose, .channelOpened, .channelClosed,
      .virtualHostAdded, .virtualHostDeleted, .virtualHostUsed, .operated, .brokerConnected,
      .brokerLeft, .killed, .advanced, .restarted,
      .undone, .redone, .checkpointSet, .wentTo, .reset, .languageSet, .left:
      .null
    }
  }

  private var worldJSON: JSONValue {
    switch self {
    case .connectionOpened(let client, let identity):
      .part(
        "connectionOpened",
        [
          "client": .string(client.text), "user": .string(identity.user),
          "virtualHost": .string(identity.virtualHost),
        ])
    case .connectionClosed(let client): .part("connectionClosed", client)
    case .forcedToClose(let client): .part("forcedToClose", client)
    case .channelOpened(let client, let number):
      .part(
        "channelOpened",
        ["client": .string(client.text), "channel": .integer(Int64(number))])
    case .channelClosed(let client, let number):
      .part(
        "channelClosed",
        ["client": .string(client.text), "channel": .integer(Int64(number))])
    case .virtualHostAdded(let name): .part("virtualHostAdded", ["name": .string(name)])
    case .virtualHostDeleted(let name): .part("virtualHostDeleted", ["name": .string(name)])
    case .virtualHostUsed(let name): .part("virtualHostUsed", ["name": .string(name)])
    case .killed(let client, let lostCount):
      .part("killed", ["client": .string(client.text), "lost": .count(lostCount)])
    case .advanced(let by, let to, let rest):
      .part("advanced", ["by": .integer(by), "to": .integer(to), "rest": .integer(rest)])
    case .restarted: .part("restarted")
    case .undone(let lines): .part("undone", ["lines": .strings(lines)])
    case .redone(let lines): .part("redone", ["lines": .strings(lines)])
    case .checkpointSet(let name): .part("checkpointSet", ["name": .string(name)])
    case .wentTo(let name): .part("wentTo", ["name": .string(name)])
    case .reset: .part("reset")
    case .languageSet: .part("languageSet")
    case .left: .part("left")
    case .queueDeclared, .exchangeDeclared, .queueDeleted, .exchangeDeleted, .bound, .unbound,
      .purged, .confirmSelected, .transactionSelected, .committed, .rolledBack, .flow,
      .consuming, .cancelled, .got, .nothingToGet, .settled, .recovered, .prefetch,
      .operated, .brokerConnected, .brokerLeft:
      .null
    }
  }
}

extension JSONValue {
  fileprivate static func part(_ kind: String, _ client: ClientName) -> JSONValue {
    .part(kind, ["client": .string(client.text)])
  }
}

extension ConsumerAnswer {
  fileprivate var json: JSONValue {
    var work: JSONValue?
    switch plan?.duration {
    case .dots: work = "dots"
    case .fixed(let milliseconds): work = .integer(milliseconds)
    case nil: work = nil
    }
    return .part(
      "consuming",
      [
        "client": .string(client.text), "consumerTag": .string(tag), "queue": .string(queue),
        "noAck": .boolean(noAck), "prefetch": prefetchCount.map { .integer(Int64($0)) },
        "work": work, "reply": plan?.reply.map { .string($0.rawValue) },
      ])
  }
}

extension SettledAnswer {
  fileprivate var json: JSONValue {
    .part(
      "settled",
      [
        "client": .string(client.text), "verb": .string(verb),
        "deliveryTag": .unsigned(deliveryTag), "multiple": .boolean(multiple),
        "requeue": .optional(requeue), "bodies": .array(bodies.map(JSONValue.body)),
        "heldBack": isHeldBack ? true : nil,
      ])
  }
}

extension PublishAnswer {
  var json: JSONValue {
    .part(
      "published",
      [
        "client": .string(client.text), "exchange": .string(method.exchange),
        "routingKey": .string(method.routingKey), "mandatory": .boolean(method.mandatory),
        "count": .count(count), "unroutable": isUnroutable ? true : nil,
        "heldBack": isHeldBack ? true : nil,
        "nearest": nearest.isEmpty ? nil : .strings(nearest), "message": content.json,
        "route": route?.json,
        "stops": .array(
          stops.map { stop in
            .object([
              "queue": .string(stop.queue), "consumers": .strings(stop.consumers),
              "ready": stop.readyCount.map(JSONValue.count),
              "refused": stop.isRefused ? true : nil,
            ])
          }),
      ])
  }
}
