import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// Connections, virtual hosts, time and failure.
extension Shell {
  func carryOut(_ command: ConnectionCommand, _ turn: inout Turn) async throws(Stop) {
    switch command {
    case .openConnection(let name, let virtualHost, let user, let password):
      var identity = identity(virtualHost: virtualHost ?? memory.virtualHost)
      identity.password = password
      if let user, user != identity.user {
        identity.user = user
        if real != nil, password == nil {
          identity.password = try rememberedPassword(of: user, for: name)
        }
      }
      try await open(ClientName(name), as: identity, &turn)
    case .closeConnection(let name):
      if await closeRemote(name, &turn) { return }
      let client = try connected(name, turn)
      let name = client.name
      await beginStep(&turn)
      turn.requester = name
      turn.reports += noted(try await ask { try await $0.close(name) } ?? [])
      turn.add(.connectionClosed(name))
    case .openChannel(let who):
      _ = try await request(.channelOpen(ChannelOpen()), by: who, &turn)
      turn.add(.channelOpened(who.name, who.channel))
    case .closeChannel(let who):
      _ = try connected(who.client, turn)
      let close = ChannelClose(replyCode: 200, replyText: "Goodbye")
      _ = try await request(.channelClose(close), by: who, &turn)
      turn.add(.channelClosed(who.name, who.channel))
    case .addVirtualHost(let name): try await add(virtualHost: name, &turn)
    case .deleteVirtualHost(let name): try await delete(virtualHost: name, &turn)
    case .useVirtualHost(let name): try await use(virtualHost: name, &turn)
    }
  }

  /// A real broker asks for a password: the one that was set here, if any.
  private func rememberedPassword(of user: String, for name: String) throws(Stop) -> Password {
    if let password = memory.passwords[user] { return password }
    // In a comparison the broker says what becomes of a user without one.
    if configuration.hasBrokerToItself { return Password("-") }
    throw .refused(.needsPassword(client: name, user: user))
  }

  private func open(
    _ name: ClientName, as identity: ClientIdentity, _ turn: inout Turn
  ) async throws(Stop) {
    if let known = turn.clientsBefore.first(where: { $0.name == name }), known.isConnected {
      throw .refused(.alreadyConnected(name.text, virtualHost: known.identity.virtualHost))
    }
    await beginStep(&turn)
    turn.requester = name
    do throws(Stop) {
      let reports = try await connect(name, as: identity, &turn)
      turn.reports += reports
      try refuse(.connectionOpen(ConnectionOpen()), by: name, in: reports, &turn)
    } catch {
      if turn.exception?.rule == .loginRefused {
        let users = turn.before?.users
        turn.exception?.login = RefusedLogin(
          client: name, user: identity.user,
          isUser: users?.contains { ExactName($0.name) == ExactName(identity.user) })
      }
      throw error
    }
    var shown = identity
    shown.password = nil
    turn.add(.connectionOpened(name, shown))
  }

  private func add(virtualHost name: String, _ turn: inout Turn) async throws(Stop) {
    if let real {
      try await manage(real) { management in
        guard try await !management.virtualHosts().contains(name) else {
          throw Refusal.virtualHostExists(name)
        }
        try await management.addVirtualHost(name)
      }
    } else {
      let simulator = try needVirtualHosts()
      guard turn.before?.virtualHost(named: name) == nil else {
        throw .refused(.virtualHostExists(name))
      }
      await beginStep(&turn)
      _ = await simulator.addVirtualHost(name)
    }
    turn.add(.virtualHostAdded(name))
  }

  private func delete(virtualHost name: String, _ turn: inout Turn) async throws(Stop) {
    let isKnown = turn.before.map { $0.virtualHost(named: name) != nil }
    if isKnown == false { throw .refused(.noSuchVirtualHost(name)) }
    guard ExactName(name) != ExactName(memory.virtualHost) else {
      throw .refused(.virtualHostInUse(name))
    }
    if let real {
      try await manage(real) { management in
        guard try await management.virtualHosts().contains(name) else {
          throw Refusal.noSuchVirtualHost(name)
        }
        try await management.removeVirtualHost(name)
      }
      turn.reports += await takeReports()
    } else {
      let simulator = try needVirtualHosts()
      await beginStep(&turn)
      _ = await simulator.removeVirtualHost(name)
    }
    turn.add(.virtualHostDeleted(name))
  }

  private func needVirtualHosts() throws(Stop) -> any Simulator {
    guard let simulator else { throw .refused(.needsManagement) }
    return simulator
  }

  /// Asks the management API; whatever it cannot do is said as such.
  private func manage(
    _ broker: RealBroker, _ work: (any Management) async throws -> Void
  ) async throws(Stop) {
    guard let management = broker.management else { throw .refused(.needsManagement) }
    do {
      try await work(management)
    } catch {
      throw .refused(error as? Refusal ?? .needsManagement)
    }
  }

  private func use(virtualHost name: String, _ turn: inout Turn) async throws(Stop) {
    if let before = turn.before, before.virtualHost(named: name) == nil {
      throw .refused(.noSuchVirtualHost(name))
    }
    await beginStep(&turn)
    let you = ClientName(ClientChannel.defaultClient)
    turn.requester = you
    if turn.clientsBefore.first(where: { $0.name == you })?.isConnected ?? false {
      turn.reports += noted(try await ask { try await $0.close(you) } ?? [])
    }
    if real != nil {
      // The broker says by its answer whether the virtual host is there.
      let reports = try await connect(you, as: identity(virtualHost: name), &turn)
      turn.reports += reports
      try refuse(.connectionOpen(ConnectionOpen()), by: you, in: reports, &turn)
    }
    memory.virtualHost = name
    turn.add(.virtualHostUsed(name))
  }

  func carryOut(_ command: SimulationCommand, _ turn: inout Turn) async throws(Stop) {
    switch command {
    case .kill(let name):
      if await closeRemote(name, &turn) { return }
      let client = try connected(name, turn)
      let name = client.name
      await beginStep(&turn)
      turn.requester = name
      turn.reports += noted(try await ask { try await $0.kill(name) } ?? [])
      turn.add(.killed(name, lostCount: client.atRiskCount))
    case .advance(let duration):
      let simulator = try needSimulator(for: .advance)
      turn.isTimed = true
      await beginStep(&turn)
      let start = await simulator.now()
      turn.reports += await simulator.advance(byMilliseconds: duration.milliseconds)
      let end = await simulator.now()
      let target = start.advanced(by: duration.milliseconds)
      let rest = target.milliseconds - end.milliseconds
      turn.add(
        .advanced(by: duration.milliseconds - rest, to: end.milliseconds, rest: rest))
    case .restart:
      let simulator = try needSimulator(for: .restart)
      await beginStep(&turn)
      turn.reports += await simulator.restart()
      turn.add(.restarted)
    }
  }

  /// The client of that name, which has a connection.
  private func connected(_ name: String, _ turn: Turn) throws(Stop) -> ClientSnapshot {
    guard let known = turn.clientsBefore.first(where: { $0.name.text == name }) else {
      if name == ClientChannel.defaultClient { throw .refused(.notConnected(name)) }
      let others = turn.before?.connections.map(\.name) ?? []
      let own = turn.clientsBefore.map(\.name.text)
      throw .refused(
        .noSuchClient(name, known: own + others.filter { !own.contains($0) }))
    }
    guard known.isConnected else { throw .refused(.notConnected(name)) }
    return known
  }

  func needSimulator(for feature: SimulatorFeature) throws(Stop) -> any Simulator {
    guard let simulator else { throw .refused(.needsSimulator(feature)) }
    return simulator
  }
}
