public import TokkiBroker

/// RabbitMQ's management API, over HTTP, as the user of the broker's URI. Any call may throw, for
/// whatever reason; the shell then says what it knows without.
public protocol Management: Sendable {
  /// All that is in a virtual host. What it counts may be some seconds old.
  func snapshot(virtualHost: String) async throws -> ManagedView

  func virtualHosts() async throws -> [String]

  /// Makes a virtual host, in which the URI's user may do everything.
  func addVirtualHost(_ name: String) async throws

  func removeVirtualHost(_ name: String) async throws

  /// Does what an operator asks for.
  ///
  /// - Throws: `OperatorRefusal` with the API's own reason, where the broker refuses it.
  func operate(_ action: OperatorAction) async throws

  /// What operators have set: of that virtual host, and every user.
  func operated(virtualHost: String) async throws -> OperatedView
}

/// One virtual host as the management API shows it.
public struct ManagedView: Hashable, Sendable {
  public var exchanges: [ExchangeSnapshot]
  public var queues: [CountedQueue]
  /// Without the default exchange's implicit ones.
  public var bindings: [BindingSnapshot]
  public var consumers: [ManagedConsumer]
  public var connections: [ManagedConnection]

  public init(
    exchanges: [ExchangeSnapshot] = [], queues: [CountedQueue] = [],
    bindings: [BindingSnapshot] = [], consumers: [ManagedConsumer] = [],
    connections: [ManagedConnection] = []
  ) {
    self.exchanges = exchanges
    self.queues = queues
    self.bindings = bindings
    self.consumers = consumers
    self.connections = connections
  }
}

/// A consumer, whoever runs it.
public struct ManagedConsumer: Hashable, Sendable {
  public var queue: String
  /// What its connection calls itself, or else the connection's addresses.
  public var client: String
  /// Its tag, channel number and settings; what a connection is numbered does not matter.
  public var consumer: ConsumerSnapshot

  public init(queue: String, client: String, consumer: ConsumerSnapshot) {
    self.queue = queue
    self.client = client
    self.consumer = consumer
  }
}

/// A connection, whoever made it.
public struct ManagedConnection: Hashable, Sendable {
  /// What it calls itself, or else its addresses.
  public var name: String
  public var user: String
  public var virtualHost: String
  public var channelCount: Int

  public init(name: String, user: String, virtualHost: String, channelCount: Int) {
    self.name = name
    self.user = user
    self.virtualHost = virtualHost
    self.channelCount = channelCount
  }
}
