import AMQPModel
import DequeModule

/// A channel inside the broker: its place in the broker's table of channels.
struct ChannelID: Hashable, Sendable {
  var index: Int32
}

/// A channel of a connection.
struct Channel: Hashable, Sendable {
  enum State: Hashable, Sendable {
    case open
    /// The broker has sent `channel.close`: everything but `channel.close-ok` is ignored.
    case closing
  }

  let address: ChannelAddress
  let virtualHost: VirtualHostID
  /// Whether its connection has a delivery window.
  var isRemote = false
  /// Whether there is anything that its user may not do.
  var isRestricted = false
  /// Whether its consumers get nothing now, since the peer does not read.
  var isStalled = false
  var state = State.open
  var nextDeliveryTag: UInt64 = 1
  var unacked = UnackedDeliveries()
  /// In the order of starting.
  var consumers: [ConsumerID] = []
  /// For consumers started from now on.
  var prefetchCount: UInt16 = 0
  /// `basic.qos` with global; nil while there is no such limit.
  var limiter: ChannelLimiter?
  /// What an empty queue name stands for.
  var lastQueue = ""
  /// The number of the next publish to be confirmed; nil if the channel is not in confirm mode.
  var nextPublish: UInt64?
  var transaction: Transaction?
  var replyConsumer: ReplyConsumer?
}

/// A channel-wide prefetch limit. Source: `rabbit_limiter.erl`.
struct ChannelLimiter: Hashable, Sendable {
  var prefetchCount: UInt16
  /// Deliveries to consumers that count against the limit.
  var volume: Int

  var isReached: Bool { volume >= Int(prefetchCount) }
}

/// The consumer of `amq.rabbitmq.reply-to`, at most one a channel.
struct ReplyConsumer: Hashable, Sendable {
  var tag: String
  /// What stands for the channel in `reply-to` properties.
  var queueName: String
}

extension Channel {
  /// Whether there is anything that may forbid deliveries.
  var isRestrained: Bool { isStalled || limiter != nil }

  /// Every delivery that is not settled for good, those in a transaction included.
  var allUnacked: [Unacked] {
    unacked.all + (transaction?.settlings.flatMap(\.deliveries) ?? [])
  }

  /// Changes those deliveries in place.
  mutating func forEachUnacked(_ change: (inout Unacked) -> Void) {
    unacked.forEach(change)
    transaction?.forEachDelivery(change)
  }
}
