import TokkiBroker
import TokkiClient

extension JSONValue {
  static func rows(
    _ what: String, _ rows: [JSONValue], source: BrokerSource? = nil
  ) -> JSONValue {
    .part(
      "listing",
      [
        "of": .string(what), "rows": .array(rows), "source": source.map { .string($0.rawValue) },
      ])
  }
}

extension BrokerPlace {
  var json: JSONValue {
    .object([
      "uri": .string(uri), "product": .string(product), "version": .string(version),
      "tls": .boolean(isTLS), "management": .boolean(hasManagement),
    ])
  }
}

extension CountedQueue {
  var json: JSONValue {
    .object([
      "name": .string(name), "type": .string(type), "durable": .boolean(isDurable),
      "exclusive": .boolean(isExclusive), "autoDelete": .boolean(isAutoDelete),
      "arguments": arguments.json, "policies": policies.jsonIfAny,
      "effectivePolicyDefinition": policies.isEmpty ? nil : effectivePolicyDefinition?.json,
      "ready": readyCount.map(JSONValue.count),
      "unacked": unackedCount.map(JSONValue.count),
      "consumers": consumerCount.map(JSONValue.count),
    ])
  }
}

extension RealListing {
  func json(source: BrokerSource) -> JSONValue {
    switch self {
    case .queues(let queues): .rows("queues", queues.map(\.json), source: source)
    case .exchanges(let exchanges): .rows("exchanges", exchanges.map(\.json), source: source)
    case .bindings(let bindings): .rows("bindings", bindings.map(\.json), source: source)
    case .consumers(let consumers): .rows("consumers", consumers.map(\.json), source: source)
    case .connections(let clients, let others):
      .rows("connections", clients.map(\.json) + others.map(\.json), source: source)
    case .channels(let channels):
      .rows("channels", channels.map { $0.channel.json(client: $0.client) }, source: source)
    case .virtualHosts(let names, let current):
      .rows(
        "virtualHosts",
        names.map { .object(["name": .string($0), "current": .boolean($0 == current)]) },
        source: source)
    }
  }
}

extension ManagedConnection {
  var json: JSONValue {
    .object([
      "name": .string(name), "connected": true, "user": .string(user),
      "virtualHost": .string(virtualHost), "channels": .count(channelCount),
    ])
  }
}
