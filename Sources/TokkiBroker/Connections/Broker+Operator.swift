import AMQPModel

extension Broker {
  /// Closes a connection as `rabbitmqctl close_connection` does, with the operator's words. Its
  /// client is told, and its answer waited for; a client that has not opened its virtual host yet
  /// loses its connection without a word. Source: `rabbit_reader:terminate/2`.
  public mutating func close(
    _ connection: ConnectionID, because explanation: String, into step: inout Step
  ) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    guard let place = place(of: connection) else { return }
    switch connections[place].state {
    case .open:
      close(place, AMQPException(.connectionForced, explanation))
      settle()
    case .opening:
      release(place)
      if isTracing { trace(nil, .closedConnection(connection, nil)) }
      output.effects.append(.closeConnection(connection))
    case .closing: return
    }
  }

  /// Gives a connection another name. Names are for people: nothing depends on them.
  public mutating func rename(_ connection: ConnectionID, to name: String) {
    guard let place = place(of: connection) else { return }
    connections[place].name = name
  }
}
