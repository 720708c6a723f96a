public import AMQPModel

/// Whether the broker takes publishes: it blocks a connection while it is short of memory or of
/// disk space. Source: RabbitMQ's connection.blocked.
public enum Blocking: Hashable, Sendable {
  case blocked(reason: String)
  case unblocked
}

/// What becomes of a connection that was lost, where its client recovers.
public enum RecoveryNotice: Hashable, Sendable {
  case lost(AMQPFailure)
  /// The attempt of that number (from 1) begins after so many milliseconds.
  case retrying(attempt: Int, after: Int64)
  /// A queue that the broker named has another name now.
  case queueRenamed(from: String, to: String)
  /// The broker refused something when it was declared or consumed again; it is forgotten.
  case notRestored(Method, CloseReason)
  /// All is as before; channels and consumers go on.
  case recovered
}

/// The broker's word on one publish.
public struct Confirm: Hashable, Sendable {
  /// Publishes on a channel are numbered from 1, from `confirmPublishes` on.
  public var publishNumber: UInt64
  /// False for a `basic.nack`: the broker could not take the message.
  public var isAcknowledged: Bool

  public init(publishNumber: UInt64, isAcknowledged: Bool) {
    self.publishNumber = publishNumber
    self.isAcknowledged = isAcknowledged
  }
}

/// What `queue.declare-ok` says of a queue.
public struct QueueState: Hashable, Sendable {
  public var name: String
  /// Ready ones, unacknowledged ones not counted.
  public var messageCount: UInt32
  public var consumerCount: UInt32

  public init(name: String, messageCount: UInt32 = 0, consumerCount: UInt32 = 0) {
    self.name = name
    self.messageCount = messageCount
    self.consumerCount = consumerCount
  }
}
