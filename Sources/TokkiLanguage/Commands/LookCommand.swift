public import AMQPModel

/// Looking at what there is.
public enum LookCommand: Hashable, Sendable {
  public enum Listing: Hashable, Sendable {
    case queues
    case exchanges
    case bindings
    case consumers
    case connections
    case channels
    /// Of one queue, without taking them.
    case messages(queue: String)
    case virtualHosts
    /// Users' and operators'.
    case policies
    case users
    /// Of the current virtual host, as those after it.
    case permissions
    case topicPermissions
    /// And of every user.
    case limits
    case checkpoints
  }

  /// The topology as a picture.
  case show
  case list(Listing)
  /// The last exception, or how the last publish was routed: whichever came last.
  case explainLast
  /// The last exception; or what that reply code, rule or text means.
  case explainError(String?)
  /// How a publish would be routed, without doing it.
  case explainPublish(exchange: String, routingKey: String, headers: FieldTable)
  /// The run so far as a program for a real client.
  case code(CodeRequest)
  /// A term of the glossary in the words in which it was asked for; nil is all of them.
  case concept(String?)
  /// Profile, seed, virtual time, virtual host, clients.
  case status
}
