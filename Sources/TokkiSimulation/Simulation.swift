public import AMQPModel
public import TokkiBroker
public import TokkiClient

/// The simulated broker with its clients, in this process: deterministic, on virtual time, and
/// with a timeline.
public actor Simulation: Simulator {
  /// What undo goes back to: the world, and what had happened in it, one log a step.
  struct State: Sendable {
    var world: World
    var history: [SimulationLog] = [SimulationLog()]
  }

  private let profile: Profile
  private let seed: UInt64
  private let recovery: RecoveryPolicy?
  private var state: State
  private var timeline = Timeline<State>()
  /// The logs of all finished steps in one, so far as `flattenedSteps` of them.
  private var flattened = SimulationLog()
  private var flattenedSteps = 0
  private var listeners = Listeners()

  /// - Parameter seed: what server-made names come from.
  public init(profile: Profile = .rabbitMQ40, seed: UInt64 = 0) {
    self.init(profile: profile, seed: seed, recovery: nil)
  }

  /// - Parameter recovery: how clients make connections again that a restart of the broker has
  ///   closed, as virtual time passes; nil: they stay lost, as those of a program without recovery
  ///   do. What is asked for meanwhile is refused, as nothing waits for virtual time.
  package init(profile: Profile = .rabbitMQ40, seed: UInt64 = 0, recovery: RecoveryPolicy?) {
    self.profile = profile
    self.seed = seed
    self.recovery = recovery
    state = State(world: World(profile: profile, seed: seed, recovery: recovery))
  }

  deinit { listeners.finish() }

  /// The present state, for tests of determinism and undo.
  package var world: World { state.world }

  private func note(_ log: SimulationLog) -> [ClientReport] {
    let last = state.history.count - 1
    state.history[last].reports += log.reports
    state.history[last].trace += log.trace
    listeners.tell(log.reports)
    return log.reports
  }

  // MARK: Client

  public func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) throws(ClientError) -> [ClientReport] {
    note(try state.world.connect(client, as: identity))
  }

  public func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) throws(ClientError) -> ClientResponse {
    let (result, log) = try state.world.request(
      method, content: content, by: client, channel: channel, plan: plan)
    return ClientResponse(result: result, reports: note(log))
  }

  public func requestOnOpen(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16
  ) throws(ClientError) -> ClientResponse {
    let (result, log) = try state.world.request(
      method, content: content, by: client, channel: channel, plan: nil, onlyIfOpen: true)
    return ClientResponse(result: result, reports: note(log))
  }

  public func close(_ client: ClientName) throws(ClientError) -> [ClientReport] {
    note(try state.world.close(client))
  }

  public func kill(_ client: ClientName) throws(ClientError) -> [ClientReport] {
    note(try state.world.kill(client))
  }

  public func retire(_ client: ClientName) throws(ClientError) -> [ClientReport] {
    note(try state.world.retire(client))
  }

  public func notices(of client: ClientName?) -> AsyncStream<ClientReport> {
    listeners.stream(of: client)
  }

  /// Nothing: in the simulator nothing happens between two calls.
  public func reports() -> [ClientReport] { [] }

  public func clients() -> [ClientSnapshot] { state.world.machines.map(\.snapshot) }

  // MARK: Simulator

  public func now() -> Instant { state.world.now }

  public func advance(byMilliseconds milliseconds: Int64) -> [ClientReport] {
    note(state.world.advance(byMilliseconds: milliseconds))
  }

  public func restart() -> [ClientReport] { note(state.world.restart()) }

  public func addVirtualHost(_ name: String) -> Bool {
    state.world.broker.addVirtualHost(name)
  }

  public func removeVirtualHost(_ name: String) -> Bool {
    guard let log = state.world.removeVirtualHost(name) else { return false }
    _ = note(log)
    return true
  }

  public func snapshot() -> BrokerSnapshot { state.world.broker.snapshot() }

  public func explain(
    exchange: String, routingKey: String, properties: BasicProperties, virtualHost: String
  ) -> Route? {
    state.world.broker.explain(
      exchange: exchange, routingKey: routingKey, properties: properties,
      virtualHost: virtualHost)
  }

  public func step() -> SimulationLog { state.history.last ?? SimulationLog() }

  public func log() -> SimulationLog {
    for step in state.history[flattenedSteps..<(state.history.count - 1)] {
      flattened.reports += step.reports
      flattened.trace += step.trace
      flattenedSteps += 1
    }
    let last = step()
    return SimulationLog(
      reports: flattened.reports + last.reports, trace: flattened.trace + last.trace)
  }

  public func mark(_ label: String) {
    timeline.mark(label, state)
    state.history.append(SimulationLog())
  }

  public func undo() -> String? {
    guard let (label, before) = timeline.undo(state) else { return nil }
    restore(before)
    return label
  }

  public func redo() -> String? {
    guard let (label, after) = timeline.redo(state) else { return nil }
    restore(after)
    return label
  }

  public func checkpoint(_ name: String) { timeline.name(name, state) }

  public func checkpoints() -> [String] { timeline.names }

  public func goTo(checkpoint name: String) -> Bool {
    guard let named = timeline.state(named: name) else { return false }
    timeline.mark("goto \(name)", state)
    restore(named)
    return true
  }

  public func reset() {
    timeline.mark("reset", state)
    restore(State(world: World(profile: profile, seed: seed, recovery: recovery)))
  }

  private func restore(_ other: State) {
    state = other
    flattened = SimulationLog()
    flattenedSteps = 0
  }
}
