import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// From the simulation to a real broker, and back.
extension Shell {
  /// Whether commands go to a real broker.
  public var isOnRealBroker: Bool { real != nil || simulator == nil }

  /// Which one, for a prompt; nil on the simulation.
  public var brokerPlace: BrokerPlace? { real?.place }

  func carryOut(
    _ command: BrokerCommand, _ turn: inout Turn
  ) async throws(Stop) -> Outcome.Status {
    switch command {
    case .connect(let uri): try await connect(to: uri, &turn)
    case .disconnect:
      guard let place = real?.place else { throw .refused(.onSimulator) }
      turn.reports += await leaveBroker()
      turn.add(.brokerLeft(place))
    case .compare(let uri): return try await compare(with: uri, &turn)
    }
    return .done
  }

  private func connect(to uri: AMQPURI, _ turn: inout Turn) async throws(Stop) {
    guard let finder else { throw .refused(.noFinder) }
    guard real == nil, simulator != nil else {
      throw .refused(.onRealBroker(real?.place.uri ?? ""))
    }
    let errand = Errand { () async -> Result<ReachedBroker, ClientError> in
      do throws(ClientError) {
        return .success(try await finder.reach(uri))
      } catch {
        return .failure(error)
      }
    }
    let found = await errand.value(until: nil) { late in
      guard case .success(let reached) = late else { return }
      Task.detached { _ = await reached.client.shutdown() }
    }
    guard let found else { throw .refused(.givenUp) }
    switch found {
    case .failure(let error): throw .refused(Refusal(error))
    case .success(let reached):
      let server = await reached.client.serverProperties()
      let broker = await RealBroker(reached, server: server, waiting: memory, bell: bell)
      memory = Memory()
      memory.virtualHost = uri.virtualHost
      real = broker
      turn.reports += await takeReports()
      turn.add(.brokerConnected(broker.place))
    }
  }

  /// Leaves a real broker in good order: what clients have in hand is done and settled. What they
  /// still learn is the outcome; nil where there is none, or no real broker.
  ///
  /// Where the task is cancelled meanwhile, clients are dropped as they are.
  public func leave() async -> Outcome? {
    guard real != nil else { return nil }
    await enter()
    defer { release() }
    var turn = Turn(line: "")
    turn.clientsBefore = await clients()
    turn.isMarked = true
    turn.reports = await leaveBroker()
    let parts = await parts(of: turn)
    return parts.isEmpty ? nil : Outcome(line: "", at: nil, parts: parts)
  }

  /// Who has work in hand on a real broker, which leaving waits for, in a sentence; nil if nobody.
  public func farewell() async -> String? {
    guard real != nil, !configuration.isJSON else { return nil }
    let busy = await clients().filter { $0.consumers.contains { $0.working != nil } }
    guard !busy.isEmpty else { return nil }
    let names = renderer.names(busy.map(\.name.text), .client)
    return renderer.text([renderer.speaker.say(BrokerPhrase.farewell, ["clients": names])])
  }

  private func leaveBroker() async -> [ClientReport] {
    guard let broker = real else { return [] }
    let first = await takeReports()
    let ending = Task.detached { await broker.client.retireAll() }
    let last = await withTaskCancellationHandler {
      await ending.value
    } onCancel: {
      Task.detached { await broker.client.killAll() }
    }
    let reports = first + noted(last)
    broker.follower.cancel()
    memory = broker.waiting
    real = nil
    return reports
  }

  // MARK: What clients learned

  /// What the reports tell beside what the shell's own looking caused. On a real broker they are
  /// noted: nothing is told twice, nothing is lost.
  func noted(_ reports: [ClientReport]) -> [ClientReport] { real?.note(reports) ?? reports }

  /// What clients learned since they were asked last, and what nobody has told yet.
  func takeReports() async -> [ClientReport] {
    guard let client = real?.client else { return await client.reports() }
    let reports = noted(await client.reports())
    defer { real?.untold = [] }
    return (real?.untold ?? []) + reports
  }

  /// The clients of the shell, without the one that looks.
  func clients() async -> [ClientSnapshot] {
    let clients = await client.clients()
    return real == nil ? clients : clients.filter { $0.name != RealBroker.lookout }
  }

  /// Says whenever there may be news: on a real broker, and where the simulation serves clients
  /// elsewhere, at any time.
  public func rings() async -> AsyncStream<Void> {
    if let simulator, await simulator.isServing() {
      let notices = await simulator.notices(of: nil)
      Task.detached { [bell] in for await _ in notices { bell.ring() } }
    }
    return bell.listen()
  }
}

extension RemoteBroker {
  /// Retires all clients at the same time, each for as long as its work takes, then ends. What all
  /// of them still learned, in order of time.
  fileprivate func retireAll() async -> [ClientReport] {
    var reports = await withTaskGroup(of: [ClientReport].self) { group in
      for client in await clients() where client.isConnected {
        group.addTask { (try? await self.retire(client.name)) ?? [] }
      }
      var all: [ClientReport] = []
      for await some in group { all += some }
      return all
    }
    reports += await shutdown()
    reports += await self.reports()
    return reports.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }

  fileprivate func killAll() async {
    for client in await clients() where client.isConnected { _ = try? await kill(client.name) }
  }
}
