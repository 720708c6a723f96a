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
    /// All that this run published, by their numbers.
    case allMessages
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
  /// The topology in the language of a drawing program.
  case diagram(DiagramFormat)
  /// Who worked on which message when.
  case timeline(TimelineSpan)
  /// One message's life.
  case trace(ChosenMessage)
  /// The methods that clients and broker exchanged.
  case sequence(SequenceChoice)
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

/// A program that draws a graph from text.
public enum DiagramFormat: String, Hashable, Sendable, CaseIterable {
  case mermaid
  /// Graphviz.
  case dot
}

/// What a timeline is to show: nothing named is all, no time is the whole run.
public struct TimelineSpan: Hashable, Sendable {
  /// Queues, clients, consumer tags.
  public var names: [String]
  public var from: VirtualDuration?
  public var to: VirtualDuration?

  public init(names: [String] = [], from: VirtualDuration? = nil, to: VirtualDuration? = nil) {
    self.names = names
    self.from = from
    self.to = to
  }
}

/// Which message of the run is meant.
public enum ChosenMessage: Hashable, Sendable {
  /// The one that was published last.
  case last
  /// By its number: 1 is the first that was published.
  case number(UInt64)
  /// By its body or its message-id.
  case text(String)
}

/// Which of the methods are to be shown.
public struct SequenceChoice: Hashable, Sendable {
  /// None named is all.
  public var clients: [String]
  /// So many, the latest.
  public var last: Int?
  public var isMermaid: Bool

  public init(clients: [String] = [], last: Int? = nil, isMermaid: Bool = false) {
    self.clients = clients
    self.last = last
    self.isMermaid = isMermaid
  }
}
