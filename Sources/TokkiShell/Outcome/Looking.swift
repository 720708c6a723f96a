public import TokkiBroker
public import TokkiClient

/// What was asked to be listed, as the broker has it at this moment.
public enum Listing: Hashable, Sendable {
  case queues([QueueSnapshot])
  case exchanges([ExchangeSnapshot])
  case bindings([BindingSnapshot])
  case consumers([ListedConsumer])
  case connections([ConnectionSnapshot])
  case channels([ListedChannel])
  case messages(QueueSnapshot)
  /// All of the run.
  case allMessages([ListedMessage], elsewhere: ElsewhereMessages?)
  case virtualHosts([VirtualHostSnapshot], current: String)
  case checkpoints([String])
  /// Of either.
  case operated(OperatedListing)
  /// Of a real broker.
  indirect case real(RealListing, BrokerSource)
}

/// What can be listed of a real broker.
public enum RealListing: Hashable, Sendable {
  case queues([CountedQueue])
  case exchanges([ExchangeSnapshot])
  case bindings([BindingSnapshot])
  case consumers([ListedConsumer])
  /// The clients of this shell, then the connections of others.
  case connections([ClientSnapshot], others: [ManagedConnection])
  case channels([ListedChannel])
  case virtualHosts([String], current: String)
}

/// A consumer with the queue that it reads from and the client that runs it.
public struct ListedConsumer: Hashable, Sendable {
  public var queue: String
  public var client: String
  public var consumer: ConsumerSnapshot
  /// nil where the broker does not tell.
  public var unackedCount: Int?

  public init(queue: String, client: String, consumer: ConsumerSnapshot) {
    self.queue = queue
    self.client = client
    self.consumer = consumer
    unackedCount = consumer.unackedCount
  }
}

/// A channel with the client that opened it.
public struct ListedChannel: Hashable, Sendable {
  public var client: String
  public var channel: ChannelSnapshot

  public init(client: String, channel: ChannelSnapshot) {
    self.client = client
    self.channel = channel
  }
}

/// What the picture of the topology is drawn from: one virtual host, and who is connected.
public struct Topology: Hashable, Sendable {
  public var virtualHost: VirtualHostSnapshot
  public var connections: [ConnectionSnapshot]
  /// Virtual time in milliseconds; nil on a real broker.
  public var at: Int64?
  /// On a real broker the numbers of its queues, which tells no messages.
  public var counted: [CountedQueue]?
  /// On a real broker.
  public var source: BrokerSource?

  public init(virtualHost: VirtualHostSnapshot, connections: [ConnectionSnapshot], at: Int64?) {
    self.virtualHost = virtualHost
    self.connections = connections
    self.at = at
  }

  /// The numbers of its queues.
  public var queues: [CountedQueue] { counted ?? virtualHost.queues.map(CountedQueue.init) }
}

/// How a publish was routed, or would be.
public struct Explanation: Hashable, Sendable {
  public var exchange: String
  public var routingKey: String
  public var route: Route
  /// Whether it is the last publish rather than a supposed one.
  public var isPast: Bool

  public init(exchange: String, routingKey: String, route: Route, isPast: Bool) {
    self.exchange = exchange
    self.routingKey = routingKey
    self.route = route
    self.isPast = isPast
  }
}

/// Where one stands: what the command `status` answers.
public struct Overview: Hashable, Sendable {
  public var profile: String
  public var seed: UInt64
  /// Milliseconds; nil on a real broker.
  public var at: Int64?
  public var virtualHost: String
  public var clients: [ClientSnapshot]
  /// nil on the simulation.
  public var broker: BrokerPlace?

  public init(
    profile: String, seed: UInt64, at: Int64?, virtualHost: String, clients: [ClientSnapshot]
  ) {
    self.profile = profile
    self.seed = seed
    self.at = at
    self.virtualHost = virtualHost
    self.clients = clients
  }
}
