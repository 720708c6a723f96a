import AMQPModel

// MARK: - Methods on channel 0

extension Broker {
  mutating func accept(
    _ method: Method, _ content: consuming Content?, on address: ChannelAddress
  ) {
    guard let place = place(of: address.connection) else { return }
    if connections[place].heldInputs != nil {
      connections[place].heldInputs?.append(
        HeldInput(channel: address.channel, method: method, content: content))
      return
    }
    if address.channel == 0 { return acceptOnConnection(method, place) }
    switch connections[place].state {
    case .closing:
      return
    case .opening:
      refuse(AMQPException(.unexpectedFrame, "type 1, before 'connection.open'"), nil, address)
    case .open:
      if isMemoryShort, blocks(method, content, on: address, place) { return }
      acceptOnChannel(method, content, on: address, connections[place].channel(address.channel))
    }
  }

  private mutating func acceptOnConnection(_ method: Method, _ place: Int) {
    let connection = connections[place]
    let address = ChannelAddress(connection: connection.id, channel: 0)
    switch (connection.state, method) {
    case (.opening, .connectionOpen(let open)):
      do throws(AMQPException) {
        try self.open(open.virtualHost, place)
        send(.connectionOpenOk(ConnectionOpenOk()), to: address)
      } catch {
        // A login is refused before there is a method.
        refuse(error, error.code == .accessRefused ? nil : method, address)
      }
    case (.open, .connectionClose):
      release(place)
      if isTracing { trace(nil, .closedConnection(connection.id, nil)) }
      send(.connectionCloseOk(ConnectionCloseOk()), to: address)
      output.effects.append(.closeConnection(connection.id))
    case (.open, .connectionUpdateSecret):
      send(.connectionUpdateSecretOk(ConnectionUpdateSecretOk()), to: address)
    case (.closing, .connectionClose):
      send(.connectionCloseOk(ConnectionCloseOk()), to: address)
    case (.closing, .connectionCloseOk):
      connections.remove(at: place)
      output.effects.append(.closeConnection(connection.id))
    case (.closing, _):
      return
    case (.opening, _), (.open, _):
      let state = connection.state == .open ? "running" : "opening"
      refuse(
        AMQPException(.channelError, "unexpected method in connection state \(state)"), method,
        address)
    }
  }
}

extension Broker {
  private mutating func open(_ virtualHost: String, _ place: Int) throws(AMQPException) {
    guard let host = host(named: virtualHost) else {
      throw AMQPException(.notAllowed, "vhost \(virtualHost) not found")
    }
    try checkOpening(host, place)
    connections[place].virtualHost = host
    connections[place].state = .open
  }
}

// MARK: - Exceptions and ends

extension Broker {
  /// The one place where an exception becomes effects: the channel or the whole connection is
  /// closed, and what it held goes back.
  mutating func refuse(
    _ exception: AMQPException, _ method: Method?, _ address: ChannelAddress
  ) {
    guard let place = place(of: address.connection) else { return }
    var exception = exception
    if let method { exception.method = type(of: method.arguments).id }
    let channel = connections[place].channel(address.channel)
    if let channel, !exception.code.isConnectionError {
      let host = channels[channel.index].virtualHost
      channels[channel.index].state = .closing
      emptyChannels([channel])
      if isTracing { trace(host, .closedChannel(address, exception)) }
      let close = ChannelClose(
        replyCode: exception.code.rawValue, replyText: exception.text,
        classId: exception.method.classID, methodId: exception.method.methodID)
      send(.channelClose(close), to: address)
    } else {
      close(place, exception)
    }
  }

  /// Closes the connection from the broker's side; the client's answer is waited for.
  mutating func close(_ place: Int, _ exception: AMQPException) {
    let id = connections[place].id
    releaseContents(of: place)
    readOn(place)
    connections[place].state = .closing
    if isTracing { trace(nil, .closedConnection(id, exception)) }
    let close = ConnectionClose(
      replyCode: exception.code.rawValue, replyText: exception.text,
      classId: exception.method.classID, methodId: exception.method.methodID)
    send(.connectionClose(close), to: ChannelAddress(connection: id, channel: 0))
  }

  /// The connection is over. One that breaks takes its exclusive queues along before its channels
  /// end: what they would give back is gone. Source: `rabbit_reader`, which ends before its
  /// channels when its socket does, and after them when it closes.
  mutating func release(_ place: Int, isBroken: Bool = false) {
    if isBroken { deleteExclusiveQueues(of: place) }
    releaseContents(of: place)
    connections.remove(at: place)
  }

  /// Ends the connection's channels and deletes its exclusive queues.
  private mutating func releaseContents(of place: Int) {
    let ended = connections[place].channels.map(\.channel)
    connections[place].removeAllChannels()
    emptyChannels(ended)
    for channel in ended { channels.remove(channel.index) }
    deleteExclusiveQueues(of: place)
  }

  private mutating func deleteExclusiveQueues(of place: Int) {
    let id = connections[place].id
    guard let host = connections[place].virtualHost else { return }
    let exclusive = hosts[host.index].queues.filter {
      queues[$0.index].queue.settings.owner == id
    }
    for queue in exclusive { deleteQueue(queue, because: "its connection is closed") }
  }
}
