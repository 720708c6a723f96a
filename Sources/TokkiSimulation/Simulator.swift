public import AMQPModel
public import TokkiBroker
public import TokkiClient

/// What only a simulated broker can do. Whoever needs it asks for it, and says plainly where the
/// broker at hand is a real one.
public protocol Simulator: Client {
  // Time
  func now() async -> Instant
  /// Lets that many milliseconds of virtual time pass, with all that falls due; fewer, if more
  /// happens in them than can be told, or the task is cancelled (`now()` says how far it came).
  func advance(byMilliseconds milliseconds: Int64) async -> [ClientReport]

  /// When something falls due next, by itself.
  func deadlines() async -> Deadlines

  // The broker's own life
  /// Restarts the broker: clients lose their connections, and only what is durable survives.
  func restart() async -> [ClientReport]
  /// False if a virtual host of that name is there already.
  func addVirtualHost(_ name: String) async -> Bool
  /// False if there is none of that name.
  func removeVirtualHost(_ name: String) async -> Bool
  /// Does what an operator asks for, one action after the other, all of them or none.
  func operate(_ actions: [OperatorAction]) async throws(OperatorRefusal) -> [ClientReport]

  // Clients elsewhere
  /// Whether others than this simulator's own clients take part, over sockets. Then time is real,
  /// and nothing can be undone, since they have seen it; `log()` tells of the recent past only.
  func isServing() async -> Bool
  /// Closes such a client's connection, as `rabbitmqctl close_connection` does; false if there is
  /// none of that name.
  func closeRemote(_ name: String, because explanation: String) async -> Bool

  // Looking
  func snapshot() async -> BrokerSnapshot
  /// How such a publish would be routed; nil where the exchange does not exist.
  func explain(
    exchange: String, routingKey: String, properties: BasicProperties, virtualHost: String
  ) async -> Route?
  /// What happened since the last mark.
  func step() async -> SimulationLog
  /// All that happened since the start (or the last reset), undone steps left out.
  func log() async -> SimulationLog

  // Timeline, which a simulator that is serving does not have. A step is what the caller did
  // between two marks, one command as a rule.
  /// Starts a step: the state before it can be returned to. The label is shown by undo and redo.
  func mark(_ label: String) async
  /// Goes back before the last step; its label, or nil at the start.
  func undo() async -> String?
  /// Goes forward again; the step's label, or nil where nothing was undone.
  func redo() async -> String?
  /// Names the present state; an older one of that name is replaced.
  func checkpoint(_ name: String) async
  func checkpoints() async -> [String]
  /// Returns to a named state, as one step that can be undone; false if there is none.
  func goTo(checkpoint name: String) async -> Bool
  /// Begins again from an empty broker at time zero, as one step that can be undone.
  func reset() async
}

/// What happened, as the clients and as the broker saw it.
public struct SimulationLog: Hashable, Sendable {
  public var reports: [ClientReport]
  public var trace: [TraceEntry]

  public init(reports: [ClientReport] = [], trace: [TraceEntry] = []) {
    self.reports = reports
    self.trace = trace
  }
}

/// When something falls due next, in milliseconds of virtual time; nil where nothing does.
public struct Deadlines: Hashable, Sendable {
  /// In the broker: a message or a queue expires, a dead letter is tried again.
  public var broker: Int64?
  /// In the broker: a channel is closed since a delivery was not acknowledged.
  public var consumerTimeout: Int64?
  /// In a client: a worker is done, a lost connection is tried again.
  public var clients: Int64?

  public init(broker: Int64? = nil, consumerTimeout: Int64? = nil, clients: Int64? = nil) {
    self.broker = broker
    self.consumerTimeout = consumerTimeout
    self.clients = clients
  }
}
