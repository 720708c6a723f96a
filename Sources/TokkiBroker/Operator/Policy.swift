public import AMQPModel

/// A policy: arguments that apply to every queue and exchange whose name matches.
/// Source: RabbitMQ's guide to parameters and policies.
public struct Policy: Hashable, Sendable {
  /// Operator policies bound what users' policies and arguments may ask for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case user
    case `operator`
  }

  /// What a policy applies to; the raw values are RabbitMQ's words.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case all
    case exchanges
    case queues
    case classicQueues = "classic_queues"
    case quorumQueues = "quorum_queues"
    case streams
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
