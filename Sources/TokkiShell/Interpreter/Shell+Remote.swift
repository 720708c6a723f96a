import TokkiBroker
import TokkiClient
import TokkiSimulation

/// Clients elsewhere, which the simulator serves over sockets beside this shell's own.
extension Shell {
  /// Whether the simulator serves clients elsewhere.
  public func isServing() async -> Bool { await simulator?.isServing() ?? false }

  /// What such clients have seen stays as it is.
  func refuseWhileServing() async throws(Stop) {
    if await isServing() { throw .refused(.servesOthers) }
  }

  /// Closes the connection of such a client, if the name is one's; a client of this shell has the
  /// name first.
  func closeRemote(_ name: String, _ turn: inout Turn) async -> Bool {
    guard let simulator, await simulator.isServing(),
      !turn.clientsBefore.contains(where: { $0.name.text == name })
    else { return false }
    await beginStep(&turn)
    guard await simulator.closeRemote(name, because: Self.closing) else { return false }
    turn.add(.forcedToClose(ClientName(name)))
    return true
  }

  /// What RabbitMQ's management page says when its button closes a connection.
  private static let closing = "Closed via management plugin"
}

/// What connections are called, as far as anything tells.
struct ConnectionNames {
  private var names: [ConnectionID: String] = [:]

  init(_ connections: [ConnectionSnapshot], trace: [TraceEntry] = []) {
    for entry in trace {
      if case .connected(let id, let name) = entry.fact { names[id] = name }
    }
    for connection in connections { names[connection.id] = connection.name }
  }

  subscript(id: ConnectionID) -> String { names[id] ?? "connection-\(id.number)" }
}
