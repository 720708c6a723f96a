package import AMQPModel
package import TokkiBroker

extension World {
  /// A client elsewhere has connected and said who it is.
  ///
  /// - Parameter name: what to call it where it has not given itself a `connection_name`.
  package mutating func accept(
    name: String, user: String, clientProperties: FieldTable
  ) -> (id: ConnectionID, log: SimulationLog) {
    var turn = Turn()
    let own = clientProperties["connection_name"]?.text ?? ""
    let wanted = own.isEmpty ? name : own
    let id = broker.nextConnection
    let unique = remotes.add(id, wanted: wanted, taken: isMachineName)
    _ = broker.connect(
      name: unique, user: user, clientProperties: clientProperties, isRemote: true,
      into: &turn.step)
    settle(&turn)
    return (id, turn.log)
  }

  package mutating func receive(
    _ inputs: [RemoteInput], of connection: ConnectionID
  ) -> SimulationLog {
    var turn = Turn()
    guard remotes.contains(connection) else { return turn.log }
    for input in inputs {
      broker.receive(
        input.method, content: input.content,
        on: ChannelAddress(connection: connection, channel: input.channel), into: &turn.step)
      deliver(&turn)
    }
    settle(&turn)
    return turn.log
  }

  package mutating func refuseOversized(
    size: UInt64, limit: UInt64, on address: ChannelAddress
  ) -> SimulationLog {
    act { broker, step in
      broker.refuseOversized(size: size, limit: limit, on: address, into: &step)
    }
  }

  /// The socket is gone.
  package mutating func drop(_ connection: ConnectionID) -> SimulationLog {
    let log = act { broker, step in broker.drop(connection, into: &step) }
    remotes.remove(connection)
    return log
  }

  package mutating func setReading(
    _ connection: ConnectionID, _ isReading: Bool
  ) -> SimulationLog {
    act { broker, step in broker.setReading(connection, isReading, into: &step) }
  }

  package mutating func close(
    _ connection: ConnectionID, because explanation: String
  ) -> SimulationLog {
    act { broker, step in broker.close(connection, because: explanation, into: &step) }
  }

  package mutating func setMemoryAlarm(_ isOn: Bool) -> SimulationLog {
    act { broker, step in broker.setMemoryAlarm(isOn, into: &step) }
  }

  /// Takes out what is to be done for clients elsewhere, in order.
  package mutating func takeRemoteEffects() -> [Effect] {
    defer { remoteEffects = [] }
    return remoteEffects
  }

  private mutating func act(
    _ operation: (inout Broker, inout Step) -> Void
  ) -> SimulationLog {
    var turn = Turn()
    operation(&broker, &turn.step)
    settle(&turn)
    return turn.log
  }
}
