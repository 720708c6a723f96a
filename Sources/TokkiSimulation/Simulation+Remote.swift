public import AMQPModel
public import TokkiBroker

/// Connections of clients elsewhere. Whoever owns the sockets brings what they say, and is handed
/// what is to be done for them (`Service.remote`).
extension Simulation {
  /// A client has connected over a socket and proved who it is; its `connection.open` still comes
  /// as a method.
  ///
  /// - Parameter name: what to call it if its `connection_name` says nothing: its address, say.
  public func accept(
    name: String, user: String, clientProperties: FieldTable
  ) -> ConnectionID {
    passTime()
    let (id, log) = world.accept(name: name, user: user, clientProperties: clientProperties)
    happened(log)
    return id
  }

  /// What a client has sent, in order.
  public func receive(_ inputs: [RemoteInput], of connection: ConnectionID) {
    passTime()
    happened(world.receive(inputs, of: connection))
  }

  /// A message came that is larger than the broker takes; its body was not kept.
  ///
  /// - Parameter limit: how many bytes a body may have.
  public func refuseOversized(size: UInt64, limit: UInt64, on address: ChannelAddress) {
    passTime()
    happened(world.refuseOversized(size: size, limit: limit, on: address))
  }

  /// The client's socket is gone.
  public func drop(_ connection: ConnectionID) {
    passTime()
    happened(world.drop(connection))
  }

  /// Whether the peer reads what it is sent; as long as it does not, it gets no further
  /// deliveries. True also answers `Effect.awaitReading`: all that was handed over has gone out.
  public func setReading(_ connection: ConnectionID, _ isReading: Bool) {
    passTime()
    happened(world.setReading(connection, isReading))
  }

  /// Closes the connection as an operator does: `connection.close` with 320 CONNECTION_FORCED and
  /// that explanation.
  public func close(_ connection: ConnectionID, because explanation: String) {
    passTime()
    happened(world.close(connection, because: explanation))
  }

  /// Lets virtual time come up to real time, with all that falls due. To be called again after so
  /// many milliseconds as it returns at the latest: something is due then, nil for nothing. Other
  /// calls may bring the next thing forward.
  @discardableResult
  public func catchUp() -> Int64? {
    passTime()
    let target = target ?? world.now.milliseconds
    return world.nextDeadline().map { max(0, $0.milliseconds - target) }
  }

  /// About how many bytes of memory messages take.
  public var heldBytes: Int { world.broker.heldByteCount }
}

// MARK: Simulator

extension Simulation {
  public func isServing() -> Bool { service != nil }

  public func closeRemote(_ name: String, because explanation: String) -> Bool {
    guard let connection = world.remotes.connection(named: name) else { return false }
    close(connection, because: explanation)
    return true
  }
}
