public import AMQPModel

/// How one publish was, or would be, routed: every exchange that it passed, each of that
/// exchange's bindings tried, and the queues reached.
public struct Route: Hashable, Sendable {
  /// One binding tried.
  public struct Attempt: Hashable, Sendable {
    public var binding: BindingSnapshot
    public var matched: Bool
    /// Why, in terms of the exchange type's rule.
    public var reason: MatchReason

    public init(binding: BindingSnapshot, matched: Bool, reason: MatchReason) {
      self.binding = binding
      self.matched = matched
      self.reason = reason
    }
  }

  /// One exchange on the way.
  public struct Hop: Hashable, Sendable {
    public var exchange: String
    public var type: String
    /// How the message came here: nil for the publish itself, else the exchange before.
    public var from: String?
    /// Whether the exchange before sent it here as its alternate exchange.
    public var isAlternate: Bool
    public var routingKey: String
    /// In the order of binding. The default exchange has one attempt: its implicit binding.
    public var attempts: [Attempt]

    public init(
      exchange: String, type: String, from: String?, isAlternate: Bool, routingKey: String,
      attempts: [Attempt]
    ) {
      self.exchange = exchange
      self.type = type
      self.from = from
      self.isAlternate = isAlternate
      self.routingKey = routingKey
      self.attempts = attempts
    }
  }

  public var hops: [Hop]
  /// Each queue once, in the order in which the broker delivers to them.
  public var queues: [String]

  public init(hops: [Hop] = [], queues: [String] = []) {
    self.hops = hops
    self.queues = queues
  }
}

/// Why a binding matched or did not, as facts; sentences are the renderer's work.
public enum MatchReason: Hashable, Sendable {
  /// fanout: every binding matches.
  case fanout
  /// direct and default: the keys are equal, or differ.
  case keysEqual
  case keysDiffer
  /// topic: which words of the key each word of the pattern took, in order; `#` may take none.
  case topicMatched([TopicCapture])
  /// topic: the pattern's word at `patternWord` (0-based; the pattern's length if the pattern
  /// ended) found `keyWord` at that place of the key (nil: the key ended there).
  case topicMismatch(patternWord: Int, pattern: String?, keyWord: String?)
  /// headers: the headers that counted, each with what it was compared to.
  case headers(HeadersComparison)
  /// An exchange whose type routes nothing, or a hop that was visited before.
  case alreadyVisited
}

/// What one word of a topic pattern took of the routing key.
public struct TopicCapture: Hashable, Sendable {
  public var pattern: String
  public var words: [String]

  public init(pattern: String, words: [String]) {
    self.pattern = pattern
    self.words = words
  }
}

/// How the headers of a message compared with a binding's arguments.
public struct HeadersComparison: Hashable, Sendable {
  /// One argument of the binding against the header of the same name.
  public struct Pair: Hashable, Sendable {
    public var name: String
    public var wanted: FieldValue
    /// nil where the message has no such header.
    public var found: FieldValue?
    public var matched: Bool

    public init(name: String, wanted: FieldValue, found: FieldValue?, matched: Bool) {
      self.name = name
      self.wanted = wanted
      self.found = found
      self.matched = matched
    }
  }

  /// `all`, `any`, `all-with-x` or `any-with-x`.
  public var mode: String
  public var pairs: [Pair]

  public init(mode: String, pairs: [Pair]) {
    self.mode = mode
    self.pairs = pairs
  }
}
