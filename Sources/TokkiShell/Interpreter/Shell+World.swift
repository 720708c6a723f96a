import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// Connections, virtual hosts, time, failure, and going back.
extension Shell {
  func carryOut(_ command: ConnectionCommand, _ turn: inout Turn) async throws(Stop) {
    switch command {
    case .openConnection(let name, let virtualHost, let user):
      let identity = ClientIdentity(
        user: user ?? "guest", virtualHost: virtualHost ?? memory.virtualHost)
      let name = ClientName(name)
      try await open(name, as: identity, &turn)
    case .closeConnection(let name):
      if await closeRemote(name, &turn) { return }
      let name = try connected(name, turn)
      await beginStep(&turn)
      turn.requester = name
      do {
        turn.reports += try await client.close(name)
      } catch {
        throw .refused(Refusal(error))
      }
      turn.add(.connectionClosed(name))
    case .openChannel(let who):
      _ = try await request(.channelOpen(ChannelOpen()), by: who, &turn)
      turn.add(.channelOpened(who.name, who.channel))
    case .closeChannel(let who):
      _ = try connected(who.client, turn)
      let close = ChannelClose(replyCode: 200, replyText: "Goodbye")
      _ = try await request(.channelClose(close), by: who, &turn)
      turn.add(.channelClosed(who.name, who.channel))
    case .addVirtualHost(let name):
      let simulator = try needSimulator()
      guard turn.before?.virtualHost(named: name) == nil else {
        throw .refused(.virtualHostExists(name))
      }
      await beginStep(&turn)
      _ = await simulator.addVirtualHost(name)
      turn.add(.virtualHostAdded(name))
    case .deleteVirtualHost(let name):
      let simulator = try needSimulator()
      guard turn.before?.virtualHost(named: name) != nil else {
        throw .refused(.noSuchVirtualHost(name))
      }
      guard ExactName(name) != ExactName(memory.virtualHost) else {
        throw .refused(.virtualHostInUse(name))
      }
      await beginStep(&turn)
      _ = await simulator.removeVirtualHost(name)
      turn.add(.virtualHostDeleted(name))
    case .useVirtualHost(let name): try await use(virtualHost: name, &turn)
    }
  }

  private func open(
    _ name: ClientName, as identity: ClientIdentity, _ turn: inout Turn
  ) async throws(Stop) {
    if let known = turn.clientsBefore.first(where: { $0.name == name }), known.isConnected {
      throw .refused(.alreadyConnected(name.text, virtualHost: known.identity.virtualHost))
    }
    await beginStep(&turn)
    turn.requester = name
    let reports: [ClientReport]
    do {
      reports = try await client.connect(name, as: identity)
    } catch {
      throw .refused(Refusal(error))
    }
    turn.reports += reports
    if let refused = reports.lazy.filter({ $0.client == name })
      .compactMap({ ExceptionAnswer($0) }).first
    {
      turn.exception = refused
      throw .exception
    }
    turn.add(.connectionOpened(name, identity))
  }

  private func use(virtualHost name: String, _ turn: inout Turn) async throws(Stop) {
    if let before = turn.before, before.virtualHost(named: name) == nil {
      throw .refused(.noSuchVirtualHost(name))
    }
    await beginStep(&turn)
    let you = ClientName(ClientChannel.defaultClient)
    turn.requester = you
    if turn.clientsBefore.first(where: { $0.name == you })?.isConnected ?? false {
      do {
        turn.reports += try await client.close(you)
      } catch {
        throw .refused(Refusal(error))
      }
    }
    memory.virtualHost = name
    turn.add(.virtualHostUsed(name))
  }

  func carryOut(_ command: SimulationCommand, _ turn: inout Turn) async throws(Stop) {
    switch command {
    case .kill(let name):
      if await closeRemote(name, &turn) { return }
      let name = try connected(name, turn)
      await beginStep(&turn)
      turn.requester = name
      do {
        turn.reports += try await client.kill(name)
      } catch {
        throw .refused(Refusal(error))
      }
      turn.add(.killed(name))
    case .advance(let duration):
      let simulator = try needSimulator()
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
      let simulator = try needSimulator()
      await beginStep(&turn)
      turn.reports += await simulator.restart()
      turn.add(.restarted)
    }
  }

  /// The name of a client that has a connection.
  private func connected(_ name: String, _ turn: Turn) throws(Stop) -> ClientName {
    guard let known = turn.clientsBefore.first(where: { $0.name.text == name }) else {
      if name == ClientChannel.defaultClient { throw .refused(.notConnected(name)) }
      let others = turn.before?.connections.map(\.name) ?? []
      let own = turn.clientsBefore.map(\.name.text)
      throw .refused(
        .noSuchClient(name, known: own + others.filter { !own.contains($0) }))
    }
    guard known.isConnected else { throw .refused(.notConnected(name)) }
    return known.name
  }

  func needSimulator() throws(Stop) -> any Simulator {
    guard let simulator else { throw .refused(.needsSimulator) }
    return simulator
  }

  // MARK: Going back

  func go(_ command: HistoryCommand) async throws(Stop) -> Answer {
    let simulator = try needSimulator()
    try await refuseWhileServing()
    switch command {
    case .undo(let count):
      var labels: [String] = []
      while labels.count < count, let label = await simulator.undo() {
        memory = memories.undo(memory)
        labels.append(label)
      }
      if labels.isEmpty { throw .refused(.nothingToUndo) }
      return .undone(labels)
    case .redo(let count):
      var labels: [String] = []
      while labels.count < count, let label = await simulator.redo() {
        memory = memories.redo(memory)
        labels.append(label)
      }
      if labels.isEmpty { throw .refused(.nothingToRedo) }
      return .redone(labels)
    case .checkpoint(let name):
      await simulator.checkpoint(name)
      memories.name(name, memory)
      return .checkpointSet(name)
    case .goto(let name):
      guard await simulator.goTo(checkpoint: name) else {
        throw .refused(.noSuchCheckpoint(name, known: await simulator.checkpoints()))
      }
      memories.mark(memory)
      memory = memories.memory(named: name) ?? memory
      return .wentTo(checkpoint: name)
    case .reset:
      await simulator.reset()
      memories.mark(memory)
      memory = Memory()
      return .reset
    }
  }
}
