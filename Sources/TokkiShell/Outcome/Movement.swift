public import TokkiBroker

/// Messages moved in the broker without a client's publish or delivery: back to their queue, out
/// of it, or on to a dead-letter exchange. Equal moves are told as one.
public struct Movement: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Into the queue at last: their transaction was committed.
    case enqueued
    /// Not into the queue: it was full when their transaction was committed.
    case refused
    /// Back to their queue: rejected with requeue, or their consumer is gone.
    case requeued
    /// Out of the queue, and gone.
    case dropped(RemovalReason)
    /// On to a dead-letter exchange, and from there to those queues (none: lost).
    case deadLettered(RemovalReason, exchange: String, routingKey: String, queues: [String])
    /// Kept by their queue until every queue that they are dead-lettered to has taken them.
    case deadLetterKept(RemovalReason)
    /// Not dead-lettered: they would go round in a cycle without a rejection.
    case cycleDropped
    /// The queue itself is gone, because of that.
    case queueDeleted(because: String)
  }

  public var at: Int64
  public var queue: String
  public var kind: Kind
  /// Their bodies as far as they are known.
  public var bodies: [[UInt8]]
  public var count: Int

  public init(at: Int64, queue: String, kind: Kind, bodies: [[UInt8]], count: Int) {
    self.at = at
    self.queue = queue
    self.kind = kind
    self.bodies = bodies
    self.count = count
  }
}
