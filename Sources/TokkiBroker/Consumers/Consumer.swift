import AMQPModel

/// A consumer inside the broker: its place in the broker's table of consumers.
struct ConsumerID: Hashable, Sendable {
  var index: Int32
}

/// A consumer of a queue, started by a channel.
struct Consumer: Hashable, Sendable {
  let tag: String
  let channel: ChannelID
  let queue: QueueID
  let noAck: Bool
  let isExclusive: Bool
  /// `x-priority`; higher is served first.
  let priority: Int64
  /// The prefetch count that it was started with; 0 is no limit.
  let prefetchCount: UInt16
  let arguments: FieldTable
  /// In the order of starting, over the whole broker.
  let serial: UInt64
  /// Whether its connection has a delivery window.
  var isRemote = false
  /// How many deliveries it may still take; nil is without limit.
  var credit: Int?
  /// Deliveries that it has not settled.
  var unackedCount = 0

  /// Whether its own prefetch limit forbids a delivery now.
  var isOutOfCredit: Bool { credit == 0 }
}
