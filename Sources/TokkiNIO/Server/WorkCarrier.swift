internal import AMQPModel
internal import AMQPProtocol
internal import TokkiBroker
internal import TokkiSimulation

/// Brings the work of all sockets to the simulation, one piece after the other.
struct WorkCarrier: Sendable {
  let simulation: Simulation
  /// The broker's connection for each socket whose client has proved who it is.
  private var connections: [Int: ConnectionID] = [:]

  /// To the event loop, behind the broker's own effects.
  private let reply: AsyncStream<BrokerServer.Reply>.Continuation

  init(simulation: Simulation, reply: AsyncStream<BrokerServer.Reply>.Continuation) {
    self.simulation = simulation
    self.reply = reply
  }

  mutating func carry(_ work: BrokerServer.Work, for server: BrokerServer) async {
    switch work {
    case .inputs(let inputs, let number):
      await carry(inputs, of: number, for: server)
      reply.yield(.done(number))
    case .isReading(let id): await simulation.setReading(id, true)
    case .closed(let number):
      if let id = connections.removeValue(forKey: number) { await simulation.drop(id) }
      reply.yield(.forgotten(number))
    }
  }

  private mutating func carry(
    _ inputs: [ServerConnection.Input], of number: Int, for server: BrokerServer
  ) async {
    var batch: [RemoteInput] = []
    for input in inputs {
      switch input {
      case .authenticated(let user, let properties):
        let name = await server.address(of: number)
        let id = await simulation.accept(name: name, user: user, clientProperties: properties)
        connections[number] = id
        await server.register(id, number)
      case .method(let method, let content, let channel):
        batch.append(RemoteInput(channel: channel, method: method, content: content))
      case .oversized(let size, let limit, let channel):
        await receive(&batch, of: number)
        guard let id = connections[number] else { continue }
        await simulation.refuseOversized(
          size: size, limit: limit, on: ChannelAddress(connection: id, channel: channel))
      case .failed:
        await receive(&batch, of: number)
        if let id = connections.removeValue(forKey: number) { await simulation.drop(id) }
        reply.yield(.forgotten(number))
      }
    }
    await receive(&batch, of: number)
  }

  private func receive(_ batch: inout [RemoteInput], of number: Int) async {
    defer { batch.removeAll() }
    guard !batch.isEmpty, let id = connections[number] else { return }
    await simulation.receive(batch, of: id)
  }
}
