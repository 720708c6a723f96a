public import AMQPModel

/// What an operator does to a broker from outside AMQP. The cases bear the names of the commands
/// of `rabbitmqctl` that do the same.
public enum OperatorAction: Hashable, Sendable {
  case setPolicy(Policy, virtualHost: String)
  case clearPolicy(name: String, kind: Policy.Kind, virtualHost: String)

  case addUser(name: String, password: Password)
  case deleteUser(name: String)
  case changePassword(user: String, password: Password)
  /// Replaces the tags that the user had.
  case setUserTags(user: String, tags: [String])
  case setPermissions(Permissions, user: String, virtualHost: String)
  case clearPermissions(user: String, virtualHost: String)
  case setTopicPermissions(TopicPermissions, user: String, virtualHost: String)
  /// nil is every exchange.
  case clearTopicPermissions(user: String, exchange: String?, virtualHost: String)

  /// Replaces the limits that the virtual host had: `max-connections`, `max-queues`. A negative
  /// number is no limit.
  case setVirtualHostLimits([Limit], virtualHost: String)
  case clearVirtualHostLimits(virtualHost: String)
  /// Adds to the limits that the user had, or replaces them: `max-connections`, `max-channels`.
  case setUserLimits([Limit], user: String)
  /// The limit's name, or `all`.
  case clearUserLimits(name: String, user: String)
}

/// A limit by its name.
public struct Limit: Hashable, Sendable {
  public var name: String
  public var value: Int64

  public init(name: String, value: Int64) {
    self.name = name
    self.value = value
  }
}

/// What a user may do in a virtual host: a regular expression each for the names of the resources
/// that the user may configure, write to and read from.
/// Source: RabbitMQ's guide to access control.
public struct Permissions: Hashable, Sendable {
  public var configure: String
  public var write: String
  public var read: String

  public init(configure: String, write: String, read: String) {
    self.configure = configure
    self.write = write
    self.read = read
  }

  /// Everything.
  public static let all = Permissions(configure: ".*", write: ".*", read: ".*")
}

/// What a user may do with a topic exchange: a regular expression each for the routing keys that
/// the user may publish with and bind with.
/// Source: RabbitMQ's guide to access control, topic authorisation.
public struct TopicPermissions: Hashable, Sendable {
  public var exchange: String
  public var write: String
  public var read: String

  public init(exchange: String, write: String, read: String) {
    self.exchange = exchange
    self.write = write
    self.read = read
  }
}

/// Why an operator's action was refused, in RabbitMQ's words.
public struct OperatorRefusal: Error, Hashable, Sendable {
  public var reason: String

  public init(reason: String) { self.reason = reason }
}
