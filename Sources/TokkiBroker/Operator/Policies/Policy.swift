public import AMQPModel

/// A policy: arguments that apply to every queue and exchange whose name matches.
/// Source: RabbitMQ's guide to parameters and policies.
public struct Policy: Hashable, Sendable {
  /// Operator policies bound what users' policies and arguments may ask for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case user
    case `operator`
  }

  /// What a policy applies to, in RabbitMQ's words. It may be any word: the broker refuses those
  /// that it does not know.
  public struct Scope: RawRepresentable, Hashable, Sendable, CaseIterable {
    public let rawValue: String

    public init?(rawValue: String) { self.init(rawValue) }

    public init(_ word: String) { rawValue = word }

    public static let all = Scope("all")
    public static let exchanges = Scope("exchanges")
    public static let queues = Scope("queues")
    public static let classicQueues = Scope("classic_queues")
    public static let quorumQueues = Scope("quorum_queues")
    public static let streams = Scope("streams")

    public static let allCases = [all, exchanges, queues, classicQueues, quorumQueues, streams]
  }

  public var name: String
  public var kind: Kind
  /// A regular expression for names.
  public var pattern: String
  /// What is set, by its key, such as `max-length`.
  public var definition: FieldTable
  /// Of several that match, the one with the highest priority counts alone.
  public var priority: Int64
  public var scope: Scope

  public init(
    name: String, kind: Kind = .user, pattern: String, definition: FieldTable,
    priority: Int64 = 0, scope: Scope = .all
  ) {
    self.name = name
    self.kind = kind
    self.pattern = pattern
    self.definition = definition
    self.priority = priority
    self.scope = scope
  }
}

/// The names of the policies in force for a queue or an exchange.
public struct PoliciesInForce: Hashable, Sendable {
  public var policy: String?
  public var operatorPolicy: String?

  public init(policy: String? = nil, operatorPolicy: String? = nil) {
    self.policy = policy
    self.operatorPolicy = operatorPolicy
  }
}

/// What a policy can be in force for.
public enum PolicyTarget: Hashable, Sendable {
  case queue(String)
  case exchange(String)
}
