import AMQPModel

/// A message inside the broker. It never changes, and every queue that it was routed to shares it.
final class Message: Sendable, Hashable {
  let id: MessageID
  /// The exchange that it was published to; after dead-lettering, the dead-letter exchange.
  let exchange: String
  let routingKey: String
  /// More routing keys: what its headers `CC` and `BCC` list.
  let extraKeys: [String]
  /// Those of `extraKeys` that no consumer is to see: what `BCC` listed.
  let blindKeys: [String]
  /// As it is delivered: without `BCC`, and with the headers of its deaths.
  let content: Content
  /// The message's own TTL in milliseconds.
  let expiration: Int64?
  /// The profiles that keep deaths beside the headers keep them here, the latest first.
  let deaths: [Death]
  /// How often quorum queues that it was dead-lettered from had seen a delivery fail.
  let failedDeliveryCount: UInt32
  /// About what it takes in memory: its body, its headers, and a sum for the rest.
  let heldByteCount: Int

  init(
    id: MessageID, exchange: String, routingKey: String, extraKeys: [String] = [],
    blindKeys: [String] = [], content: Content, expiration: Int64? = nil, deaths: [Death] = [],
    failedDeliveryCount: UInt32 = 0
  ) {
    self.id = id
    self.exchange = exchange
    self.routingKey = routingKey
    self.extraKeys = extraKeys
    self.blindKeys = blindKeys
    self.content = content
    self.expiration = expiration
    self.deaths = deaths
    self.failedDeliveryCount = failedDeliveryCount
    let headers = content.properties.headers?.heldByteCount ?? 0
    heldByteCount = content.body.count &+ headers &+ Self.plainByteCount
  }

  /// A message without headers, its body left out, with its place in a queue.
  private static let plainByteCount = 600

  var priority: UInt8? { content.properties.priority }
  var isPersistent: Bool { content.properties.isPersistent }

  /// What `x-max-length-bytes` counts: the body's bytes.
  var byteCount: Int { content.body.count }

  static func == (left: Message, right: Message) -> Bool {
    left === right
      || left.id == right.id && left.exchange == right.exchange
        && left.routingKey == right.routingKey && left.extraKeys == right.extraKeys
        && left.blindKeys == right.blindKeys && left.content == right.content
        && left.deaths == right.deaths
        && left.failedDeliveryCount == right.failedDeliveryCount
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(exchange)
    hasher.combine(deaths)
  }
}
