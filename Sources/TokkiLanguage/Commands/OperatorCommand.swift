public import AMQPModel

/// What an operator does from outside AMQP, as `rabbitmqctl` does it. Where a virtual host is nil
/// it is the current one.
public enum OperatorCommand: Hashable, Sendable {
  case setPolicy(PolicyTerms, virtualHost: String?)
  case clearPolicy(String, isOperator: Bool, virtualHost: String?)

  /// With its tags, if any, in one step.
  case addUser(String, password: Password, tags: [String])
  case deleteUser(String)
  case changePassword(user: String, password: Password)
  /// Replaces the tags that the user had.
  case setUserTags(user: String, tags: [String])
  case setPermissions(PermissionTerms, user: String, virtualHost: String?)
  case clearPermissions(user: String, virtualHost: String?)
  case setTopicPermissions(TopicPermissionTerms, user: String, virtualHost: String?)
  /// nil is every exchange.
  case clearTopicPermissions(user: String, exchange: String?, virtualHost: String?)

  /// Replaces the limits that the virtual host had. The values are integers.
  case setVirtualHostLimits(FieldTable, virtualHost: String?)
  case clearVirtualHostLimits(virtualHost: String?)
  /// The values are integers.
  case setUserLimits(FieldTable, user: String)
  /// A limit's name, or `all`.
  case clearUserLimits(String, user: String)
}

/// A policy as it is written.
public struct PolicyTerms: Hashable, Sendable {
  /// What a policy may apply to, in RabbitMQ's words; the first is the usual one.
  public static let scopes = [
    "all", "exchanges", "queues", "classic_queues", "quorum_queues", "streams",
  ]

  public var name: String
  /// Whether it bounds what users' policies and arguments may ask for.
  public var isOperator: Bool
  /// A regular expression for names.
  public var pattern: String
  public var definition: FieldTable
  public var priority: Int64
  public var scope: String

  public init(
    name: String, isOperator: Bool = false, pattern: String, definition: FieldTable,
    priority: Int64 = 0, scope: String = PolicyTerms.scopes[0]
  ) {
    self.name = name
    self.isOperator = isOperator
    self.pattern = pattern
    self.definition = definition
    self.priority = priority
    self.scope = scope
  }
}

/// Regular expressions for what a user may do in a virtual host.
public struct PermissionTerms: Hashable, Sendable {
  public var configure: String
  public var write: String
  public var read: String

  public init(configure: String, write: String, read: String) {
    self.configure = configure
    self.write = write
    self.read = read
  }
}

/// Regular expressions for the routing keys that a user may use with a topic exchange.
public struct TopicPermissionTerms: Hashable, Sendable {
  public var exchange: String
  public var write: String
  public var read: String

  public init(exchange: String, write: String, read: String) {
    self.exchange = exchange
    self.write = write
    self.read = read
  }
}
