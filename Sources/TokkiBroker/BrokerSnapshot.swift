public import AMQPModel

/// All that can be seen of a broker at one moment, in an order that is part of determinism:
/// things in the order of their creation.
public struct BrokerSnapshot: Hashable, Sendable {
  public var now: Instant
  public var virtualHosts: [VirtualHostSnapshot]
  public var connections: [ConnectionSnapshot]
  public var users: [UserSnapshot]

  public init(
    now: Instant = Instant(), virtualHosts: [VirtualHostSnapshot] = [],
    connections: [ConnectionSnapshot] = [], users: [UserSnapshot] = []
  ) {
    self.now = now
    self.virtualHosts = virtualHosts
    self.connections = connections
    self.users = users
  }
}

/// A user, and what they may do in which virtual host.
public struct UserSnapshot: Hashable, Sendable {
  public struct Granted<Permissions: Hashable & Sendable>: Hashable, Sendable {
    public var virtualHost: String
    public var permissions: Permissions
  }

  public var name: String
  public var tags: [String]
  public var limits: [Limit]
  public var permissions: [Granted<Permissions>]
  public var topicPermissions: [Granted<TopicPermissions>]
}

public struct VirtualHostSnapshot: Hashable, Sendable {
  public var name: String
  /// The predeclared ones first, the default exchange (its name is empty) before them.
  public var exchanges: [ExchangeSnapshot]
  public var queues: [QueueSnapshot]
  /// Without the default exchange's implicit ones.
  public var bindings: [BindingSnapshot]
  /// Users' policies, then operator policies, each in the order of their names.
  public var policies: [Policy]
  public var limits: [Limit]

  public init(
    name: String, exchanges: [ExchangeSnapshot] = [], queues: [QueueSnapshot] = [],
    bindings: [BindingSnapshot] = [], policies: [Policy] = [], limits: [Limit] = []
  ) {
    self.name = name
    self.exchanges = exchanges
    self.queues = queues
    self.bindings = bindings
    self.policies = policies
    self.limits = limits
  }
}

public struct ExchangeSnapshot: Hashable, Sendable {
  public var name: String
  /// `direct`, `fanout`, `topic` or `headers`.
  public var type: String
  public var isDurable = true
  public var isAutoDelete = false
  public var isInternal = false
  public var arguments = FieldTable()
  /// Whether RabbitMQ made it: the default exchange and `amq.*`.
  public var isPredeclared = false
  /// The policies in force, and what they set together.
  public var policies = PoliciesInForce()
  public var effectivePolicyDefinition = FieldTable()

  public init(name: String, type: String) {
    self.name = name
    self.type = type
  }
}

public struct BindingSnapshot: Hashable, Sendable {
  public enum Destination: Hashable, Sendable {
    case queue(String)
    case exchange(String)
  }

  public var source: String
  public var destination: Destination
  /// The binding key.
  public var key: String
  public var arguments: FieldTable

  public init(
    source: String, destination: Destination, key: String, arguments: FieldTable = FieldTable()
  ) {
    self.source = source
    self.destination = destination
    self.key = key
    self.arguments = arguments
  }
}

public struct QueueSnapshot: Hashable, Sendable {
  public var name: String
  /// `classic` or `quorum`.
  public var type: String
  public var isDurable = false
  public var isExclusive = false
  public var isAutoDelete = false
  public var arguments = FieldTable()
  /// The policies in force, and what they set together.
  public var policies = PoliciesInForce()
  public var effectivePolicyDefinition = FieldTable()
  /// The connection that alone may use an exclusive queue.
  public var owner: ConnectionID?
  /// Next to be delivered first.
  public var ready: [MessageSnapshot] = []
  /// In the order of delivery.
  public var unacked: [UnackedSnapshot] = []
  /// Dead-lettered at least once, and not taken by every queue that they go to yet: neither ready
  /// nor unacked.
  public var discarded: [MessageSnapshot] = []
  /// In the order of dispatch: the next to be served first.
  public var consumers: [ConsumerSnapshot] = []
  /// Since the queue was declared: how many messages it took, and how they left.
  public var counts = QueueCounts()

  public init(name: String, type: String) {
    self.name = name
    self.type = type
  }
}

/// Where a queue's messages went. Always: enqueued = ready + unacked + acknowledged + removed.
public struct QueueCounts: Hashable, Sendable {
  public var enqueued = 0
  /// Acknowledged, delivered without acknowledgement (no-ack) included.
  public var acknowledged = 0
  /// By reason, in the order of `RemovalReason.allCases`; reasons without a message left out.
  public var removed: [Removed] = []

  public struct Removed: Hashable, Sendable {
    public var reason: RemovalReason
    public var count: Int

    public init(reason: RemovalReason, count: Int) {
      self.reason = reason
      self.count = count
    }
  }

  public init() {}
}

public struct MessageSnapshot: Hashable, Sendable {
  public var copy: MessageCopy
  public var exchange: String
  public var routingKey: String
  public var content: Content
  public var redelivered = false
  /// When its TTL runs out, if it has one.
  public var expiresAt: Instant?

  public var id: MessageID { copy.message }

  public init(copy: MessageCopy, exchange: String, routingKey: String, content: Content) {
    self.copy = copy
    self.exchange = exchange
    self.routingKey = routingKey
    self.content = content
  }
}

public struct UnackedSnapshot: Hashable, Sendable {
  public var message: MessageSnapshot
  public var channel: ChannelAddress
  /// nil for a `basic.get`.
  public var consumerTag: String?
  public var deliveryTag: UInt64

  public init(
    message: MessageSnapshot, channel: ChannelAddress, consumerTag: String?, deliveryTag: UInt64
  ) {
    self.message = message
    self.channel = channel
    self.consumerTag = consumerTag
    self.deliveryTag = deliveryTag
  }
}

public struct ConsumerSnapshot: Hashable, Sendable {
  public var tag: String
  public var channel: ChannelAddress
  public var noAck = false
  public var isExclusive = false
  public var prefetchCount: UInt16 = 0
  public var priority = 0
  /// False for a single-active-consumer queue's waiting consumers.
  public var isActive = true
  public var unackedCount = 0
  public var arguments = FieldTable()

  public init(tag: String, channel: ChannelAddress) {
    self.tag = tag
    self.channel = channel
  }
}

public struct ConnectionSnapshot: Hashable, Sendable {
  public var id: ConnectionID
  public var name: String
  public var user: String
  public var virtualHost: String
  public var channels: [ChannelSnapshot] = []
  /// What the client says of itself.
  public var clientProperties = FieldTable()
  /// Whether its peer is beyond a socket.
  public var isRemote = false
  public var state = State.running

  /// As `rabbitmqctl list_connections` has it.
  public enum State: String, Hashable, Sendable {
    /// `connection.open` has not come yet.
    case opening
    case running
    /// Memory is short, and it will be blocked when it publishes.
    case blocking
    case blocked
    /// The broker waits for the answer to its close.
    case closing
  }

  public init(id: ConnectionID, name: String, user: String, virtualHost: String) {
    self.id = id
    self.name = name
    self.user = user
    self.virtualHost = virtualHost
  }
}

public struct ChannelSnapshot: Hashable, Sendable {
  public enum Mode: Hashable, Sendable {
    case plain
    case confirm
    case transaction
  }

  public var number: UInt16
  public var mode = Mode.plain
  /// `basic.qos` with global: for the whole channel; 0 is no limit.
  public var globalPrefetchCount: UInt16 = 0
  /// `basic.qos` without global: for consumers started from now on; 0 is no limit.
  public var prefetchCount: UInt16 = 0
  public var unackedCount = 0
  public var consumerTags: [String] = []

  public init(number: UInt16) { self.number = number }
}
