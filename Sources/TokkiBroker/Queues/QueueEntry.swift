import AMQPModel

/// A message in one queue: with its place there and what the queue knows about it. Whoever takes
/// a message out holds its entry until it is acknowledged, rejected or requeued.
struct QueueEntry: Hashable, Sendable {
  let message: Message
  /// The place in the order in which the queue took its messages.
  var sequence: UInt64
  /// Milliseconds of virtual time; `Int64.max` for a message without TTL.
  var expiry: Int64
  /// Quorum queues: how often it was given back.
  var deliveryCount: UInt32
  /// The lane of `ReadyMessages` that it stands in.
  var lane: UInt8
  var isRedelivered: Bool

  /// When its TTL runs out, if it has one.
  var expiresAt: Instant? { expiry == .max ? nil : Instant(milliseconds: expiry) }

  func isExpired(at now: Instant) -> Bool { expiry <= now.milliseconds }
}

/// A message that left its queue otherwise than by an acknowledgement, or that a full queue
/// refused and dead-letters all the same.
struct Removal: Hashable, Sendable {
  var entry: QueueEntry
  var reason: RemovalReason

  var message: Message { entry.message }
}

extension QueueEntry {
  /// What a consumer gets: the message, from a quorum queue with the header `x-delivery-count`.
  func content(from queue: Queue) -> Content { message.content }
}
