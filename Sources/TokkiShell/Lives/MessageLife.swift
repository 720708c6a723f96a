public import AMQPModel
public import TokkiBroker

/// One message from its publish to wherever it is now: a tree, as it may be copied into several
/// queues, and dead-lettered from there. Moments are milliseconds of virtual time.
public struct MessageLife: Hashable, Sendable {
  /// A way through exchanges: of the publish, or of the dead letter.
  public struct Routing: Hashable, Sendable {
    /// Whether the broker found that no queue takes it, rather than held it for a transaction.
    var isUnroutable = false
    public var at: Int64
    public var exchange: String
    public var routingKey: String
    /// nil as long as its transaction is not committed.
    public var route: Route?
    /// In the order of arrival.
    public var visits: [Visit] = []
    /// Queues that were full, and refused it.
    public var refusals: [String] = []

    init(at: Int64, exchange: String, routingKey: String) {
      self.at = at
      self.exchange = exchange
      self.routingKey = routingKey
    }
  }

  /// The stay of one copy in a queue.
  public struct Visit: Hashable, Sendable {
    public var queue: String
    /// nil for a queue that it was kept from.
    var copy: MessageCopy?
    public var steps: [Step] = []
    /// What is so at this moment; nil where the stay is over.
    public var place: Place?
    /// Where it was dead-lettered to.
    public var onward: [Routing] = []

    init(queue: String, copy: MessageCopy?) {
      self.queue = queue
      self.copy = copy
    }
  }

  public struct Step: Hashable, Sendable {
    public var at: Int64
    public var kind: Kind
  }

  public enum Kind: Hashable, Sendable {
    case enqueued
    case delivered(client: String, deliveryTag: UInt64, redelivered: Bool, isGet: Bool)
    /// Some time after its delivery.
    case workBegun(client: String)
    case acknowledged(client: String)
    /// It was acknowledged by being delivered.
    case automatic(client: String)
    case requeued(client: String?, because: HandledDelivery.Ending)
    case rejected(client: String)
    case lost(client: String)
    case removed(RemovalReason)
    case deadLettered(RemovalReason)
    case deadLetterKept(RemovalReason)
    case cycleDropped
  }

  public enum Place: Hashable, Sendable {
    /// Next to be delivered is 1.
    case ready(position: Int, of: Int)
    case unacked(client: String)
    /// Waiting until every queue that it is dead-lettered to has taken it.
    case kept
  }

  public var number: UInt64
  public var client: String
  public var content: Content?
  public var mandatory: Bool
  public var routing: Routing
  /// What the broker told the publisher.
  public var returned: Returned?
  public var confirmed: Confirmed?
  /// So many times it was dead-lettered after what is told: it goes round and round.
  public var omittedCount = 0
  /// Where it is after those.
  public var places: [Whereabouts] = []

  public struct Whereabouts: Hashable, Sendable {
    public var queue: String
    public var place: Place
  }

  public struct Returned: Hashable, Sendable {
    public var at: Int64
    public var code: UInt16
    public var name: String
  }

  public struct Confirmed: Hashable, Sendable {
    public var at: Int64
    public var isAck: Bool
  }
}

/// A message as lists and refusals name it.
public struct NamedMessage: Hashable, Sendable {
  public var number: UInt64
  public var body: [UInt8]?

  public init(number: UInt64, body: [UInt8]?) {
    self.number = number
    self.body = body
  }
}

/// One row of `list messages`.
public struct ListedMessage: Hashable, Sendable {
  public var number: UInt64
  public var at: Int64
  public var client: String
  public var exchange: String
  public var routingKey: String
  public var content: Content?
  /// What became of it: `tasks ready`, `tasks acked, audit ready`, `unroutable`.
  public var whereabouts: [Whereabouts]

  public struct Whereabouts: Hashable, Sendable {
    /// nil where no queue took it.
    public var queue: String?
    public var state: String
  }
}
