public import AMQPModel

/// A message as the trace speaks of it: its number (1 for the first that the broker accepted from
/// a publisher; a dead-lettered or copied message keeps its number).
public struct MessageID: Hashable, Sendable, Comparable {
  public var number: UInt64

  public init(number: UInt64) { self.number = number }

  public static func < (left: MessageID, right: MessageID) -> Bool { left.number < right.number }
}

/// What one publish or dead letter put into one queue. A message may be in a queue several times:
/// dead-lettered back to it, or by two ways.
public struct MessageCopy: Hashable, Sendable {
  public var message: MessageID
  /// Tells it from other copies in the same queue.
  public var number: UInt32

  public init(of message: MessageID, number: UInt32 = 0) {
    self.message = message
    self.number = number
  }
}

/// A delivery as the trace speaks of it.
public struct TracedDelivery: Hashable, Sendable {
  public var copy: MessageCopy
  public var queue: String
  public var channel: ChannelAddress
  /// nil for a `basic.get`.
  public var consumerTag: String?
  public var deliveryTag: UInt64
  public var redelivered: Bool

  public var message: MessageID { copy.message }

  public init(
    copy: MessageCopy, queue: String, channel: ChannelAddress, consumerTag: String?,
    deliveryTag: UInt64, redelivered: Bool
  ) {
    self.copy = copy
    self.queue = queue
    self.channel = channel
    self.consumerTag = consumerTag
    self.deliveryTag = deliveryTag
    self.redelivered = redelivered
  }
}

/// Why a message left a queue unacknowledged, or was not taken; the first four are RabbitMQ's
/// dead-letter reasons. Source: RabbitMQ's guide to dead letter exchanges.
public enum RemovalReason: String, Hashable, Sendable, CaseIterable {
  case expired
  case rejected
  case maxlen
  case deliveryLimit = "delivery_limit"
  case purged
  case queueDeleted = "queue deleted"
  case brokerRestarted = "broker restarted"
}

/// One thing that happened in the broker, in the past tense.
public enum TraceFact: Hashable, Sendable {
  /// A publish came in; `route` tells how it was routed.
  case published(MessageID, by: ChannelAddress?, exchange: String, routingKey: String)
  case routed(MessageID, Route)
  /// No queue took it: it is gone, or returned where it was mandatory.
  case unroutable(MessageID, exchange: String, routingKey: String)
  case enqueued(MessageCopy, queue: String)
  /// The queue is full and refuses it (overflow reject-publish).
  case refused(MessageID, queue: String)
  case delivered(TracedDelivery)
  case acknowledged(TracedDelivery)
  case rejected(TracedDelivery, requeue: Bool)
  case requeued(MessageCopy, queue: String)
  /// The message left the queue unacknowledged.
  case removed(MessageCopy, queue: String, RemovalReason)
  /// It goes to the dead-letter exchange with that routing key.
  case deadLettered(
    MessageCopy, queue: String, RemovalReason, exchange: String, routingKey: String)
  /// It is dead-lettered at least once, and not every queue has taken it: its queue keeps it, and
  /// tries again.
  case deadLetterKept(MessageCopy, queue: String, RemovalReason)
  /// It was not dead-lettered: it would have gone round in a cycle without a rejection.
  case cycleDropped(MessageID, queue: String)
  case confirmed(ChannelAddress, deliveryTag: UInt64, multiple: Bool, acknowledged: Bool)
  case returned(MessageID, to: ChannelAddress, ReplyCode)
  case declaredQueue(String)
  case deletedQueue(String, because: String)
  case declaredExchange(String)
  case deletedExchange(String)
  case bound(BindingSnapshot)
  case unbound(BindingSnapshot)
  case consumerStarted(queue: String, consumerTag: String, ChannelAddress)
  case consumerCancelled(queue: String, consumerTag: String, ChannelAddress, because: String)
  case setPolicy(Policy)
  case clearedPolicy(name: String, Policy.Kind)
  /// Other policies than before are in force for a queue or an exchange that is there.
  case governed(PolicyTarget, PoliciesInForce)
  /// An operator has changed users, what they may do, or limits.
  case controlled(OperatorAction)
  case connected(ConnectionID, name: String)
  case closedChannel(ChannelAddress, AMQPException?)
  case closedConnection(ConnectionID, AMQPException?)
  case restarted
}

/// One thing that happened, and when.
public struct TraceEntry: Hashable, Sendable {
  public var at: Instant
  public var virtualHost: String
  public var fact: TraceFact

  public init(at: Instant, virtualHost: String, fact: TraceFact) {
    self.at = at
    self.virtualHost = virtualHost
    self.fact = fact
  }
}
