/// A message in somebody's hands: from its delivery until it was settled.
public struct HandledDelivery: Hashable, Sendable {
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    case acknowledged
    /// With auto ack it is done as soon as it is delivered, or as soon as its worker is done.
    case automatic
    /// Back to its queue, as its consumer asked.
    case requeued
    case rejected
    case deadLettered
    /// The consumer's process died, and the message went back to its queue.
    case killed
    /// The channel or the connection was closed, and the message went back to its queue.
    case closed
    /// The consumer's process died with a message that counted as acknowledged.
    case lost
    /// The queue was deleted meanwhile, or did not survive a restart.
    case queueGone
  }

  /// nil on a real broker, which does not number them.
  public var message: UInt64?
  /// nil where nobody knows it any more.
  public var body: [UInt8]?
  public var queue: String
  public var client: String
  public var channel: UInt16
  /// nil for a `basic.get`.
  public var consumerTag: String?
  public var deliveryTag: UInt64
  public var redelivered: Bool
  /// Milliseconds, as all moments here.
  public var deliveredAt: Int64
  /// When a worker began, and when it was done or was broken off.
  public var workedFrom: Int64?
  public var workedTo: Int64?
  /// nil while it is in hand.
  public var endedAt: Int64?
  public var ending: Ending?
  /// Whether it came back to a quorum queue once too often, which ended it.
  public var isBeyondLimit = false

  init(
    message: UInt64?, body: [UInt8]?, queue: String, client: String, channel: UInt16,
    consumerTag: String?, deliveryTag: UInt64, redelivered: Bool, deliveredAt: Int64
  ) {
    self.message = message
    self.body = body
    self.queue = queue
    self.client = client
    self.channel = channel
    self.consumerTag = consumerTag
    self.deliveryTag = deliveryTag
    self.redelivered = redelivered
    self.deliveredAt = deliveredAt
  }

  mutating func end(_ ending: Ending, at moment: Int64) {
    self.ending = ending
    endedAt = moment
  }
}
