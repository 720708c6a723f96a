import AMQPModel

/// A message in one queue: with its place there and what the queue knows about it. Whoever takes
/// a message out holds its entry until it is acknowledged, rejected or requeued.
struct QueueEntry: Hashable, Sendable {
  let message: Message
  /// The place in the order in which the queue took its messages.
  var sequence: UInt64
  /// Milliseconds of virtual time; `Int64.max` for a message without TTL.
  var expiry: Int64
  /// Quorum queues: how often it was given back, which the delivery limit is about.
  var returnCount: UInt32 = 0
  /// Quorum queues: how often it was rejected or its consumer was gone, in this queue and in
  /// those that dead-lettered it. Source: rabbit_fifo.hrl, delivery_count.
  var failedDeliveryCount: UInt32
  /// Tells it from other copies of its message in the same queue, wherever they stand.
  let copyNumber: UInt32
  /// The lane of `ReadyMessages` that it stands in.
  var lane: UInt8
  var isRedelivered: Bool
  /// Whether its queue has forgotten the message's expiration.
  var hasNoExpiration = false

  var copy: MessageCopy { MessageCopy(of: message.id, number: copyNumber) }

  /// When its TTL runs out, if it has one.
  var expiresAt: Instant? { expiry == .max ? nil : Instant(milliseconds: expiry) }
}

extension QueueEntry {
  /// What a consumer gets: the message, and from a quorum queue the header `x-delivery-count`
  /// where it was delivered before. Source: rabbit_fifo_client, add_delivery_count_header.
  ///
  /// - Parameter isGet: whether it is the answer to `basic.get`, which in 3.10 has the header even
  ///   if the count is 0.
  func content(from queue: Queue, isGet: Bool, profile: Profile) -> Content {
    guard queue.settings.kind == .quorum else { return message.content }
    let count = deliveryCount
    guard count > 0 || isGet && profile.getShowsDeliveryCountOfZero else { return message.content }
    var content = message.content
    var headers = content.properties.headers ?? FieldTable()
    headers["x-delivery-count"] = .int64(Int64(count))
    content.properties.headers = headers.sortedByName
    return content
  }

  /// What `x-delivery-count` shows: the returns, or where there were none yet the failures that a
  /// dead-lettered message brought with it.
  var deliveryCount: UInt32 { returnCount > 0 ? returnCount : failedDeliveryCount }
}

/// A message that left its queue otherwise than by an acknowledgement, or that a full queue
/// refused and dead-letters all the same.
struct Removal: Hashable, Sendable {
  var entry: QueueEntry
  var reason: RemovalReason

  var message: Message { entry.message }
}
