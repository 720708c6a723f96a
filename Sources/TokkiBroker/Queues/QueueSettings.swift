import AMQPModel

/// What a queue was declared with, checked and parsed.
struct QueueSettings: Hashable, Sendable {
  /// `x-queue-type`.
  enum Kind: String, Hashable, Sendable {
    case classic
    case quorum
  }

  /// `x-overflow`: what a full queue does.
  enum Overflow: String, Hashable, Sendable {
    case dropHead = "drop-head"
    case rejectPublish = "reject-publish"
    case rejectPublishDLX = "reject-publish-dlx"
  }

  /// `x-dead-letter-strategy`, which quorum queues alone know.
  enum DeadLetterStrategy: String, Hashable, Sendable {
    case atMostOnce = "at-most-once"
    case atLeastOnce = "at-least-once"
  }

  /// `x-consumer-timeout`: how long a delivery may wait for its acknowledgement.
  enum ConsumerTimeout: Hashable, Sendable {
    case milliseconds(Int64)
    /// It was set to something that is no number.
    case never
  }

  var kind = Kind.classic
  var isDurable = false
  var isAutoDelete = false
  /// The connection that alone may use an exclusive queue.
  var owner: ConnectionID?
  /// As the broker keeps and compares them: with the queue type that a profile adds.
  var arguments = FieldTable()

  /// `x-message-ttl`, milliseconds.
  var messageTTL: Int64?
  /// `x-expires`, milliseconds: how long the queue may stay unused.
  var expires: Int64?
  /// `x-max-length`, ready messages.
  var maxLength: Int?
  /// `x-max-length-bytes`, the bodies' bytes of the ready messages.
  var maxLengthBytes: Int?
  var overflow = Overflow.dropHead
  var deadLetterExchange: String?
  var deadLetterRoutingKey: String?
  var deadLetterStrategy = DeadLetterStrategy.atMostOnce
  /// `x-max-priority`, classic queues alone.
  var maxPriority: UInt8?
  var isSingleActiveConsumer = false
  /// Whether what was ready here dies without a word about its expiration.
  var forgetsExpiration = false
  /// nil is as the broker is configured.
  var consumerTimeout: ConsumerTimeout?
  /// Quorum queues: how often a message may be given back; nil is without limit.
  var deliveryLimit: UInt32?
  /// Quorum queues: whether messages with a priority above 4 have a lane of their own.
  var hasHighLane = false

  var isExclusive: Bool { owner != nil }
  var isBounded: Bool { maxLength != nil || maxLengthBytes != nil }

  /// Whether dead letters are kept until every queue that they go to has taken them. With overflow
  /// drop-head they are not, whatever the strategy says. Source: rabbit_quorum_queue,
  /// dead_letter_handler.
  var keepsDeadLetters: Bool {
    kind == .quorum && deadLetterStrategy == .atLeastOnce && overflow == .rejectPublish
      && deadLetterExchange != nil
  }

  /// Whether a message that no consumer takes at once is gone: it does not even stand behind those
  /// that came before a policy with this TTL. Source: rabbit_amqqueue_process, deliver_or_enqueue.
  var keepsNothing: Bool {
    kind == .classic && messageTTL == 0 && deadLetterExchange == nil
  }

  /// Whether a publish is to be looked at before the queue takes it. A quorum queue wants to know
  /// its publishers in any case.
  var mayRefuse: Bool { kind == .quorum || isBounded }

  /// Whether requeued messages come back by one command each, between which the queue delivers
  /// and drops: so it is in a quorum queue without delivery limit. Source: rabbit_fifo_client,
  /// return; rabbit_fifo, requeue.
  var requeuesOneByOne: Bool { kind == .quorum && deliveryLimit == nil }

  /// How many lanes the ready messages stand in, for `ReadyMessages`.
  var laneCount: Int {
    switch kind {
    case .classic: maxPriority.map { Int($0) + 1 } ?? 1
    case .quorum: 3
    }
  }

  /// The lane of a new message. A priority above the queue's maximum is the maximum; no priority
  /// is 0. Source: rabbit_priority_queue, priority; rabbit_fifo, priority_tag.
  func lane(of message: Message) -> UInt8 {
    switch kind {
    case .classic: min(message.priority ?? 0, maxPriority ?? 0)
    case .quorum:
      hasHighLane && message.priority ?? 0 > 4
        ? ReadyMessages.highLane : ReadyMessages.normalLane
    }
  }
}
