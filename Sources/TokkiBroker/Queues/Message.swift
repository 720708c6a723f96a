import AMQPModel

/// A message inside the broker. It never changes, and every queue that it was routed to shares it.
final class Message: Sendable, Hashable {
  let id: MessageID
  /// The exchange that it was published to; after dead-lettering, the dead-letter exchange.
  let exchange: String
  /// The publish's routing key first, then the keys of its `CC` and `BCC` headers.
  let routingKeys: [String]
  /// Those of `routingKeys` that consumers are not to see.
  let blindKeys: [String]
  /// As it is delivered: without `BCC`, and with the headers of its deaths.
  let content: Content
  /// The message's own TTL in milliseconds.
  let expiration: Int64?
  let priority: UInt8?
  let isPersistent: Bool
  /// From which queues it was dead-lettered and why, the latest first. Empty in profiles that
  /// keep the deaths in the `x-death` header alone.
  let deaths: [Death]
  /// How often quorum queues that dead-lettered it took it back before, which the next quorum
  /// queue goes on counting.
  let deliveryCount: UInt32

  init(
    id: MessageID, exchange: String, routingKeys: [String], blindKeys: [String] = [],
    content: Content, deaths: [Death] = [], deliveryCount: UInt32 = 0
  ) {
    self.id = id
    self.exchange = exchange
    self.routingKeys = routingKeys
    self.blindKeys = blindKeys
    self.content = content
    self.expiration = content.properties.expiration.flatMap { Int64($0) }
    self.priority = content.properties.priority
    self.isPersistent = content.properties.isPersistent
    self.deaths = deaths
    self.deliveryCount = deliveryCount
  }

  /// The routing key that a delivery shows.
  var routingKey: String { routingKeys.first ?? "" }

  /// What `x-max-length-bytes` counts: the body's bytes.
  var byteCount: Int { content.body.count }

  static func == (left: Message, right: Message) -> Bool {
    left === right
      || left.id == right.id && left.exchange == right.exchange
        && left.routingKeys == right.routingKeys && left.blindKeys == right.blindKeys
        && left.content == right.content && left.deaths == right.deaths
        && left.deliveryCount == right.deliveryCount
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(deaths)
  }
}
