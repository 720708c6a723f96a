public import AMQPModel
public import TokkiBroker
public import TokkiClient

/// The simulated broker with its clients, in this process: deterministic, on virtual time, and
/// with a timeline. Given a `Service`, it has clients elsewhere, too; then its time is real, and
/// there is no timeline.
public actor Simulation: Simulator {
  /// What undo goes back to: the world, and what had happened in it.
  struct State: Sendable {
    var world: World
    var history = History()
  }

  private let profile: Profile
  private let seed: UInt64
  let service: Service?
  private let recovery: RecoveryPolicy?
  private var state: State
  private var timeline = Timeline<State>()
  private var listeners = Listeners()
  private var past = FlatLog()
  /// By how much virtual time is ahead of the service's clock.
  private var lead: Int64 = 0
  /// What clients learned without having been called.
  private var news = News()

  /// - Parameter seed: what server-made names come from.
  public init(profile: Profile = .rabbitMQ40, seed: UInt64 = 0, service: Service? = nil) {
    self.init(profile: profile, seed: seed, recovery: nil, service: service)
  }

  /// - Parameter recovery: how clients make connections again that a restart of the broker has
  ///   closed, as virtual time passes; nil: they stay lost, as those of a program without recovery
  ///   do. What is asked for meanwhile is refused, as nothing waits for virtual time.
  package init(
    profile: Profile = .rabbitMQ40, seed: UInt64 = 0, recovery: RecoveryPolicy?,
    service: Service? = nil
  ) {
    self.profile = profile
    self.seed = seed
    self.recovery = recovery
    self.service = service
    var world = World(profile: profile, seed: seed, recovery: recovery)
    world.broker.isTracing = service?.isTracing ?? true
    state = State(world: world, history: History(limit: service?.historyLimit))
    news.limit = service?.historyLimit ?? 0
    lead = -(service?.clock() ?? 0)
  }

  deinit { listeners.finish() }

  /// The present state, also for tests of determinism and undo.
  package internal(set) var world: World {
    _read { yield state.world }
    _modify { yield &state.world }
  }

  /// Keeps what a call has caused, and hands on what is to be done for clients elsewhere.
  ///
  /// - Parameter isTimeAlone: whether nobody did anything: what falls due next, `catchUp` says.
  private func note(_ log: SimulationLog, isTimeAlone: Bool = false) -> [ClientReport] {
    state.history.append(log)
    listeners.tell(log.reports)
    if let service {
      let effects = world.takeRemoteEffects()
      if !isTimeAlone || !effects.isEmpty { service.remote(effects) }
    }
    return log.reports
  }

  /// Keeps what happened without a call of the simulation's own clients.
  func happened(_ log: SimulationLog, isTimeAlone: Bool = false) {
    news.append(note(log, isTimeAlone: isTimeAlone))
  }

  /// Where the service's clock wants virtual time to be; nil without one.
  var target: Int64? { service.map { $0.clock() + lead } }

  /// Lets virtual time come up to the service's clock.
  func passTime() {
    guard let service, let target, target > world.now.milliseconds else { return }
    happened(world.advance(byMilliseconds: target - world.now.milliseconds), isTimeAlone: true)
    guard let limit = service.memoryLimit else { return }
    let held = world.broker.heldByteCount
    if held > limit, !world.broker.isMemoryShort {
      happened(world.setMemoryAlarm(true))
    } else if held <= limit / 5 * 4, world.broker.isMemoryShort {
      happened(world.setMemoryAlarm(false))
    }
  }

  // MARK: Client

  public func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) throws(ClientError) -> [ClientReport] {
    passTime()
    return note(try world.connect(client, as: identity))
  }

  public func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) throws(ClientError) -> ClientResponse {
    passTime()
    let (result, log) = try world.request(
      method, content: content, by: client, channel: channel, plan: plan)
    return ClientResponse(result: result, reports: note(log))
  }

  public func requestOnOpen(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16
  ) throws(ClientError) -> ClientResponse {
    passTime()
    let (result, log) = try world.request(
      method, content: content, by: client, channel: channel, plan: nil, onlyIfOpen: true)
    return ClientResponse(result: result, reports: note(log))
  }

  public func close(_ client: ClientName) throws(ClientError) -> [ClientReport] {
    passTime()
    return note(try world.close(client))
  }

  public func kill(_ client: ClientName) throws(ClientError) -> [ClientReport] {
    passTime()
    return note(try world.kill(client))
  }

  public func retire(_ client: ClientName) throws(ClientError) -> [ClientReport] {
    passTime()
    return note(try world.retire(client))
  }

  public func notices(of client: ClientName?) -> AsyncStream<ClientReport> {
    listeners.stream(of: client)
  }

  /// Nothing, unless there are clients elsewhere: without them nothing happens between two calls.
  public func reports() -> [ClientReport] {
    passTime()
    return news.take()
  }

  public func clients() -> [ClientSnapshot] { world.machines.map(\.snapshot) }

  // MARK: Simulator

  public func now() -> Instant {
    passTime()
    return world.now
  }

  public func advance(byMilliseconds milliseconds: Int64) -> [ClientReport] {
    passTime()
    let start = world.now
    let log = world.advance(byMilliseconds: milliseconds) { Task.isCancelled }
    let reports = note(log)
    lead += world.now.milliseconds - start.milliseconds
    return reports
  }

  public func deadlines() -> Deadlines {
    Deadlines(
      broker: world.broker.nextQueueDeadline?.milliseconds,
      consumerTimeout: world.broker.nextConsumerTimeout?.milliseconds,
      clients: world.machines.compactMap(\.nextDeadline).min())
  }

  public func restart() -> [ClientReport] {
    passTime()
    return note(world.restart())
  }

  public func addVirtualHost(_ name: String) -> Bool {
    world.broker.addVirtualHost(name)
  }

  public func removeVirtualHost(_ name: String) -> Bool {
    guard let log = world.removeVirtualHost(name) else { return false }
    _ = note(log)
    return true
  }

  public func operate(
    _ actions: [OperatorAction]
  ) throws(OperatorRefusal) -> [ClientReport] {
    passTime()
    let log = try world.operate(actions)
    service?.passwords(world.broker.passwords)
    return note(log)
  }

  public func snapshot() -> BrokerSnapshot {
    passTime()
    return world.broker.snapshot()
  }

  public func explain(
    exchange: String, routingKey: String, properties: BasicProperties, virtualHost: String
  ) -> Route? {
    world.broker.explain(
      exchange: exchange, routingKey: routingKey, properties: properties,
      virtualHost: virtualHost)
  }

  public func step() -> SimulationLog { state.history.step }

  public func log() -> SimulationLog { state.history.log(&past) }

  public func mark(_ label: String) {
    if service == nil { timeline.mark(label, state) }
    state.history.beginStep()
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

  public func checkpoint(_ name: String) {
    if service == nil { timeline.name(name, state) }
  }

  public func checkpoints() -> [String] { timeline.names }

  public func goTo(checkpoint name: String) -> Bool {
    guard let named = timeline.state(named: name) else { return false }
    timeline.mark("goto \(name)", state)
    restore(named)
    return true
  }

  /// Nothing while serving.
  public func reset() {
    guard service == nil else { return }
    timeline.mark("reset", state)
    restore(State(world: World(profile: profile, seed: seed, recovery: recovery)))
  }

  private func restore(_ other: State) {
    state = other
    past = FlatLog()
  }
}
