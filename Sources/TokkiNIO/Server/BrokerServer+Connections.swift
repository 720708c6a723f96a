internal import NIOCore
internal import TokkiBroker

/// Each client's socket: what it brings, what goes out, when more is read.
extension BrokerServer {
  func hear(_ fact: SocketHandler.Fact, _ number: Int) {
    guard let connection = connections[number] else { return }
    switch fact {
    case .bytes(let bytes):
      connection.machine.receive(bytes.readableBytesView, at: now)
      watchMemory(connection)
      collect(connection)
    case .connected, .readingIsDone, .writable: goOn(connection)
    case .closed:
      if connection.isGone { return }
      connection.machine.disconnected()
      connection.isGone = true
      goOn(connection)
    }
  }

  /// What all clients have begun to send may take as much memory as whole messages may. Who goes
  /// beyond that with more than a frame's worth is closed; who holds less is not to blame.
  private func watchMemory(_ connection: ServedConnection) {
    let before = connection.heldBytes
    count(connection)
    let limit = configuration.memoryLimit
    guard heldBytes > limit, connection.heldBytes > max(before, Self.heldInnocently) else { return }
    connection.machine.refuseForWantOfMemory(
      "unfinished messages of all clients take \(heldBytes) bytes, more than \(limit)")
    count(connection)
  }

  private static let heldInnocently = 131_072

  private func count(_ connection: ServedConnection) {
    heldBytes += connection.machine.heldBytes - connection.heldBytes
    connection.heldBytes = connection.machine.heldBytes
  }

  /// Sends what the machine has to say, keeps what it understood, and closes where it is over.
  private func collect(_ connection: ServedConnection) {
    connection.collect()
    observe(connection)
    let bytes = connection.machine.takeOutput()
    if !bytes.isEmpty {
      connection.channel.writeAndFlush(
        connection.channel.allocator.buffer(bytes: bytes), promise: nil)
    }
    if connection.machine.isOver, !connection.isClosing {
      connection.isClosing = true
      goOn(connection)
      hangUp(connection)
    }
    setTimer(connection)
  }

  /// Closes the socket so that the client can still read what was sent last: its own end comes
  /// first, or a while passes.
  private func hangUp(_ connection: ServedConnection) {
    let channel = connection.channel
    channel.close(mode: .output, promise: nil)
    channel.read()
    _ = loop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
  }

  private func observe(_ connection: ServedConnection) {
    guard let observer = configuration.observer else { return }
    for passage in connection.machine.takePassages() {
      observer(ObservedMethod(at: now, peer: connection.name, passage: passage))
    }
  }

  func take(_ reply: Reply) {
    switch reply {
    case .effects(let effects):
      scheduleCatchUp(in: 10)
      apply(effects)
    case .done(let number):
      guard let connection = connections[number] else { return }
      connection.isBusy = false
      goOn(connection)
    case .forgotten(let number):
      guard let connection = connections[number] else { return }
      if connection.isGone { return forget(number) }
      connection.machine.end()
      collect(connection)
    }
  }

  /// The next step, if there is nothing to wait for: the broker gets what was read, then more is
  /// read, and in the end the broker hears that the socket is gone.
  private func goOn(_ connection: ServedConnection) {
    // A client that is not listened to may be silent.
    connection.machine.setReading(
      !connection.isPaused && connection.channel.isWritable, at: now)
    guard !connection.isBusy else { return }
    if !connection.inputs.isEmpty {
      guard connection.mayHandOver else { return }
      connection.isBusy = true
      work.yield(.inputs(connection.takePiece(), of: connection.number))
    } else if connection.isGone {
      connection.isBusy = true
      work.yield(.closed(connection.number))
    } else if connection.mayRead {
      connection.channel.read()
    }
  }

  func address(of number: Int) -> String { connections[number]?.address ?? "?" }

  func register(_ id: ConnectionID, _ number: Int) {
    connections[number]?.id = id
    numbers[id] = number
  }

  // MARK: What the broker wants

  func apply(_ effects: [Effect]) {
    var touched: [Int] = []
    for effect in effects {
      switch effect {
      case .send(let method, let content, let address):
        guard let connection = connection(address.connection) else { continue }
        connection.machine.send(method, content, channel: address.channel)
        note(connection, in: &touched)
      case .closeConnection(let id):
        guard let connection = connection(id) else { continue }
        connection.machine.end()
        note(connection, in: &touched)
      case .awaitReading(let id):
        guard let connection = connection(id) else { continue }
        collect(connection)
        let (work, channel) = (work, connection.channel)
        channel.writeAndFlush(channel.allocator.buffer(capacity: 0)).whenSuccess {
          work.yield(.isReading(id))
        }
      case .pausePublishing(let id):
        guard let connection = connection(id) else { continue }
        connection.isPaused = true
        connection.machine.setReading(false, at: now)
      case .resumePublishing(let id):
        guard let connection = connection(id) else { continue }
        connection.isPaused = false
        connection.machine.setReading(true, at: now)
        goOn(connection)
      }
    }
    for number in touched {
      guard let connection = connections[number] else { continue }
      connection.isTouched = false
      collect(connection)
    }
  }

  private func connection(_ id: ConnectionID) -> ServedConnection? {
    numbers[id].flatMap { connections[$0] }
  }

  private func note(_ connection: ServedConnection, in touched: inout [Int]) {
    if connection.isTouched { return }
    connection.isTouched = true
    touched.append(connection.number)
  }

  // MARK: Timers

  /// The machine is woken at its next deadline. A timer that is too early is left alone: most
  /// deadlines are only ever put off.
  func setTimer(_ connection: ServedConnection) {
    guard let deadline = connection.machine.nextDeadline else { return }
    guard deadline < connection.timerDeadline else { return }
    connection.timer?.cancel()
    connection.timerDeadline = deadline
    let number = connection.number
    let delay = TimeAmount.milliseconds(max(0, deadline - now))
    connection.timer = loop.scheduleTask(in: delay) { [weak self] in
      self?.assumeIsolated { server in
        guard let connection = server.connections[number] else { return }
        connection.timer = nil
        connection.timerDeadline = .max
        connection.machine.advance(to: server.now)
        server.collect(connection)
      }
    }
  }
}
