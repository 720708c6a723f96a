/// One claim about the broker's state or about what has happened: `expect queue q ready 0`.
///
/// It holds when every predicate holds of the subject. A state subject (queue, exchange, binding,
/// consumer, connection, vhost, message) that does not exist fails all predicates but
/// `Predicate(.exists, isNegated: true)`; the parser adds `.exists` where no predicate was given.
/// A history subject is a filter: its other predicates choose among what happened, and how many
/// they chose is compared with `measure(.count, …)`, without which one suffices.
public struct Expectation: Hashable, Sendable {
  public var subject: ExpectedObject
  /// In the order in which they were written: the first that fails is the one to be named.
  public var predicates: [Predicate]
  /// `expect not …`: holds when the rest does not.
  public var isNegated: Bool

  public init(_ subject: ExpectedObject, _ predicates: [Predicate] = [], isNegated: Bool = false) {
    self.subject = subject
    self.predicates = predicates
    self.isNegated = isNegated
  }
}

/// What an expectation is about.
public enum ExpectedObject: Hashable, Sendable {
  // State, as it is now.
  case queue(String)
  case exchange(String)
  /// `source → destination` (a queue or an exchange); any key where it is nil.
  case binding(source: String, destination: String, key: String?)
  /// A consumer by its client's name or its consumer tag.
  case consumer(String)
  /// A client's connection.
  case connection(String)
  case virtualHost(String)
  case policy(String)
  case operatorPolicy(String)
  case user(String)
  /// What a user may do in the current virtual host.
  case permissions(user: String)
  /// A ready message of a queue, the next to be delivered being 1.
  case message(queue: String, position: Int)

  // The last of its kind.
  /// How the last publish was routed: `routed`, `routed to q1 q2`, `unroutable`.
  case lastRoute
  /// The error with which the last AMQP command was answered: `error 404`; `no error` is the
  /// opposite of its existence.
  case lastError

  // History, since the run, the reset or the lesson's step began. The trace's words.
  case published
  case delivered
  case acknowledged
  case rejected
  case requeued
  /// Gone from a queue unacknowledged: expired, rejected, maxlen, purged …
  case removed
  case deadLettered
  case returned
  /// The broker's `basic.ack` to a publisher.
  case confirmed
  /// The broker's `basic.nack` to a publisher.
  case refused
  /// Channels or connections closed by the broker because of an error.
  case closed
}

/// One fact about a subject, or its opposite: `durable`, `not durable`, `ready >= 2`.
public struct Predicate: Hashable, Sendable {
  public var fact: Fact
  /// `absent`, `transient`, `manual-ack` … are the opposites of facts too.
  public var isNegated: Bool

  public init(_ fact: Fact, isNegated: Bool = false) {
    self.fact = fact
    self.isNegated = isNegated
  }
}

/// What can be said of a subject.
public enum Fact: Hashable, Sendable {
  case exists
  case quality(Quality)
  case measure(Measure, Comparison)
  case text(Aspect, TextComparison)
  /// An argument of a queue, an exchange, a binding or a consumer.
  case argument(String, FieldValueComparison)
  /// What a policy sets, or what policies set of a queue or an exchange.
  case definition(String, FieldValueComparison)
  /// A header of a message.
  case header(String, FieldValueComparison)
  /// Exactly these queues, in any order: `routed to q1 q2`.
  case reached([String])

  /// What is either so or not.
  public enum Quality: String, Hashable, Sendable, CaseIterable {
    case durable
    case exclusive
    case autoDelete = "auto-delete"
    case isInternal = "internal"
    /// Of a consumer; the opposite is `manual-ack`.
    case autoAck = "auto-ack"
    /// Of a consumer of a single-active-consumer queue; the opposite is `waiting`.
    case active
    /// Of a message; the opposite is `transient`.
    case persistent
    case redelivered
    case mandatory
    /// Of a rejection; the opposite is `discarded`.
    case requeued
    /// Of a publish: it reached a queue; the opposite is `unroutable`.
    case routed
  }

  /// What is counted.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case ready
    case unacked
    /// Ready and unacked.
    case messages
    case consumers
    /// Of an exchange as source, or of a queue as destination (the default exchange's left out).
    case bindings
    case channels
    case prefetch
    case priority
    /// How many times it happened.
    case count
    /// The reply code of an error or a returned message.
    case code
    /// The delivery tag.
    case deliveryTag = "tag"
  }

  /// What is a text.
  public enum Aspect: Hashable, Sendable {
    case body
    /// The routing key of a message.
    case key
    /// A queue's or an exchange's type.
    case type
    /// The queue that it came from, or to which it was bound or consumes.
    case queue
    /// The exchange to which it was published or dead-lettered.
    case exchange
    /// The client that did it or to which it was done.
    case client
    /// `expired`, `rejected`, `maxlen`, `delivery_limit`, `purged` …
    case reason
    /// The reply text.
    case text
    case consumerTag
    case virtualHost
    /// The policy in force for a queue or an exchange; empty where there is none.
    case policy
    case operatorPolicy
    /// A policy's.
    case pattern
    case scope
    /// A user's.
    case userTag
    /// Regular expressions of permissions.
    case configure
    case write
    case read
    /// A property by its name in the specification, such as `correlation-id`.
    case property(String)
  }
}
