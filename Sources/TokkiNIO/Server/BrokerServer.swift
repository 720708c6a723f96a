internal import AMQPProtocol
internal import NIOCore
internal import NIOPosix
internal import TokkiBroker
public import TokkiSimulation

/// The simulated broker on a TCP port, for any client of AMQP 0-9-1. Its time is real time.
///
/// All sockets live on one event loop. What clients say goes to the simulation in the order in
/// which it came, and no client's next batch is read before its last one is done; what the broker
/// answers comes back to the event loop in the broker's order.
public actor BrokerServer {
  /// What the simulation is to do.
  enum Work: Sendable {
    case inputs([ServerConnection.Input], of: Int)
    /// What was sent to that connection has gone out.
    case isReading(ConnectionID)
    /// The socket is gone.
    case closed(Int)
  }

  /// What comes back, in order.
  enum Reply: Sendable {
    case effects([Effect])
    /// What was read from that socket is done with.
    case done(Int)
    /// The broker has forgotten the socket's connection.
    case forgotten(Int)
  }

  public nonisolated let configuration: ServerConfiguration
  /// The broker that is served. Whoever has it can look, and take part as any client does.
  public nonisolated let simulation: Simulation
  nonisolated let loop: any EventLoop
  let start = NIODeadline.now()
  /// Those of the broker's users.
  private let passwords = PasswordBook()
  let work: AsyncStream<Work>.Continuation
  private let works: AsyncStream<Work>
  private let replies: AsyncStream<Reply>
  private let reply: AsyncStream<Reply>.Continuation
  private var listener: (any NIOCore.Channel)?
  var connections: [Int: ServedConnection] = [:]
  /// Whose connection of the broker it is.
  var numbers: [ConnectionID: Int] = [:]
  private var connectionCount = 0
  /// How many bytes all connections hold of frames and messages that are not whole yet.
  var heldBytes = 0
  private var isShuttingDown = false
  private var catchUp: (deadline: NIODeadline, timer: Scheduled<Void>)?
  /// Who waits until the last connection is closed.
  private var waitingForEnd: [CheckedContinuation<Void, Never>] = []

  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    loop.executor.asUnownedSerialExecutor()
  }

  public init(_ configuration: ServerConfiguration) {
    self.configuration = configuration
    loop = MultiThreadedEventLoopGroup.singleton.next()
    let start = start
    let (replies, reply) = AsyncStream.makeStream(of: Reply.self)
    (self.replies, self.reply) = (replies, reply)
    var service = Service(
      clock: { (NIODeadline.now() - start).nanoseconds / 1_000_000 },
      remote: { reply.yield(.effects($0)) })
    service.memoryLimit = configuration.memoryLimit
    service.passwords = { [passwords] in passwords.replace(by: $0) }
    simulation = Simulation(
      profile: configuration.profile, seed: configuration.seed, service: service)
    (works, work) = AsyncStream.makeStream(of: Work.self)
  }

  /// Milliseconds since the start.
  var now: Int64 { (NIODeadline.now() - start).nanoseconds / 1_000_000 }

  // MARK: Listening

  /// Why the server cannot listen.
  public struct ListenFailure: Error, Hashable, Sendable {
    /// Such as `address already in use`.
    public let reason: String
  }

  /// Opens the port; returns its number. From then on the server lives until `shutDown`, whoever
  /// refers to it. A server listens once.
  public func listen() async throws(ListenFailure) -> Int {
    guard listener == nil, !isShuttingDown else {
      throw ListenFailure(reason: "this server has listened already")
    }
    do throws(OperatorRefusal) {
      _ = try await simulation.operate(configuration.operatorActions)
    } catch {
      throw ListenFailure(reason: error.reason)
    }
    OpenFiles.raiseLimit()
    let bootstrap = ServerBootstrap(group: loop)
      .serverChannelOption(ChannelOptions.backlog, value: 1024)
      .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(ChannelOptions.socketOption(.tcp_nodelay), value: 1)
      .childChannelOption(ChannelOptions.autoRead, value: false)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try self.assumeIsolated { try $0.admit(channel) } }
      }
    do {
      let listener = try await bootstrap.bind(
        host: configuration.host, port: configuration.port
      ).get()
      self.listener = listener
      startTasks()
      scheduleCatchUp(in: 0)
      return listener.localAddress?.port ?? configuration.port
    } catch {
      throw ListenFailure(reason: Dialling.sentence(of: error))
    }
  }

  /// They end with their streams.
  private func startTasks() {
    Task { [replies] in
      for await reply in replies { take(reply) }
    }
    Task { [works, simulation, reply] in
      var carrier = WorkCarrier(simulation: simulation, reply: reply)
      for await item in works { await carrier.carry(item, for: self) }
    }
  }

  /// A client has connected.
  private func admit(_ channel: any NIOCore.Channel) throws {
    guard connections.count < configuration.connectionMax, !isShuttingDown else {
      throw ChannelError.ioOnClosedChannel
    }
    connectionCount += 1
    let number = connectionCount
    let address = channel.remoteAddress
    var machine = ServerConnection(
      configuration: configuration.connection(passwords: passwords.current),
      isLoopback: address?.isLoopback ?? false, at: now)
    machine.isObserved = configuration.observer != nil
    let connection = ServedConnection(
      number: number, channel: channel, address: address?.text ?? "?", machine: machine)
    let handler = SocketHandler()
    handler.listen { [weak self] fact in self?.assumeIsolated { $0.hear(fact, number) } }
    try channel.pipeline.syncOperations.addHandler(handler)
    connections[number] = connection
    setTimer(connection)
  }

  // MARK: Time

  /// The simulation is to look at the clock soon: something may fall due earlier than it said.
  func scheduleCatchUp(in milliseconds: Int64) {
    if isShuttingDown, connections.isEmpty { return }
    let deadline = NIODeadline.now() + .milliseconds(milliseconds)
    if let catchUp, catchUp.deadline <= deadline { return }
    catchUp?.timer.cancel()
    let timer = loop.scheduleTask(deadline: deadline) { [weak self] in
      guard let self else { return }
      assumeIsolated { $0.catchUp = nil }
      Task { [weak self, simulation] in
        guard let wait = await simulation.catchUp() else { return }
        await self?.scheduleCatchUp(in: wait)
      }
    }
    catchUp = (deadline, timer)
  }

  // MARK: The end

  /// Closes the port and, in good order, every connection; what does not answer within that time
  /// is hung up on.
  public func shutDown(withinMilliseconds patience: Int64 = 2000) async {
    isShuttingDown = true
    listener?.close(promise: nil)
    listener = nil
    for id in numbers.keys.sorted() {
      await simulation.close(
        id, because: "broker forced connection closure with reason 'shutdown'")
    }
    for connection in connections.values where connection.id == nil {
      connection.channel.close(promise: nil)
    }
    let timer = loop.scheduleTask(in: .milliseconds(patience)) { [weak self] in
      self?.assumeIsolated { server in
        for connection in server.connections.values { connection.channel.close(promise: nil) }
      }
    }
    if !connections.isEmpty {
      await withCheckedContinuation { waitingForEnd.append($0) }
    }
    timer.cancel()
    catchUp?.timer.cancel()
    work.finish()
    reply.finish()
  }

  func forget(_ number: Int) {
    guard let connection = connections.removeValue(forKey: number) else { return }
    connection.timer?.cancel()
    heldBytes -= connection.heldBytes
    if let id = connection.id { numbers[id] = nil }
    guard connections.isEmpty else { return }
    let waiting = waitingForEnd
    waitingForEnd.removeAll()
    for continuation in waiting { continuation.resume() }
  }
}

extension SocketAddress {
  fileprivate var text: String { "\(ipAddress ?? "?"):\(port ?? 0)" }

  /// Whether it is this machine's own.
  fileprivate var isLoopback: Bool {
    guard let ipAddress else { return true }
    return ipAddress == "::1" || ipAddress.hasPrefix("127.") || ipAddress.hasPrefix("::ffff:127.")
  }
}
