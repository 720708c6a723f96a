public import AMQPModel
public import TokkiBroker

/// A queue in numbers. A real broker tells how many messages a queue holds, never which; a number
/// is nil where it does not tell.
public struct CountedQueue: Hashable, Sendable {
  public var name: String
  /// `classic`, `quorum` or `stream`.
  public var type: String
  public var isDurable = false
  public var isExclusive = false
  public var isAutoDelete = false
  public var arguments = FieldTable()
  /// The policies in force, and what they set together; nil where nobody tells, or not yet, and of
  /// an operator policy neither.
  public var policies = PoliciesInForce()
  public var effectivePolicyDefinition: FieldTable?
  public var readyCount: Int?
  public var unackedCount: Int?
  public var consumerCount: Int?

  public init(name: String, type: String) {
    self.name = name
    self.type = type
  }

  /// The simulator's queue, counted.
  public init(_ queue: QueueSnapshot) {
    self.init(name: queue.name, type: queue.type)
    isDurable = queue.isDurable
    isExclusive = queue.isExclusive
    isAutoDelete = queue.isAutoDelete
    arguments = queue.arguments
    policies = queue.policies
    effectivePolicyDefinition = queue.effectivePolicyDefinition
    readyCount = queue.ready.count
    unackedCount = queue.unacked.count
    consumerCount = queue.consumers.count
  }

  /// Whether it goes away by itself where nobody uses it, a question about it being a use.
  var isExpiring: Bool {
    arguments["x-expires"] != nil || effectivePolicyDefinition?["expires"] != nil
  }

  /// Ready and unacked.
  public var messageCount: Int? {
    guard let readyCount, let unackedCount else { return nil }
    return readyCount + unackedCount
  }
}

/// Where the shell knows from what it shows of a real broker.
public enum BrokerSource: String, Hashable, Sendable {
  /// What its own clients declared in this run; the broker may have more.
  case run
  /// The management API: the whole virtual host.
  case management
}

/// Which real broker it is.
public struct BrokerPlace: Hashable, Sendable {
  /// Without a password: `amqp://guest@localhost:5672/`.
  public var uri: String
  /// For a prompt: `guest@localhost:5672/`.
  public var address: String
  /// What the server calls itself, as `RabbitMQ` and `4.0.5`.
  public var product: String
  public var version: String
  public var isTLS: Bool
  /// Whether the management API answers.
  public var hasManagement: Bool

  public init(_ uri: AMQPURI, server: FieldTable, hasManagement: Bool) {
    self.uri = uri.description
    let scheme = uri.scheme.rawValue + "://"
    address = String(self.uri.dropFirst(scheme.count))
    product = server["product"]?.text ?? ""
    version = server["version"]?.text ?? ""
    isTLS = uri.scheme == .amqps
    self.hasManagement = hasManagement
  }
}
