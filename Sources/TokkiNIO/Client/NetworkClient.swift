internal import AMQPModel
internal import AMQPProtocol
internal import NIOCore
internal import NIOPosix
internal import TokkiClient

/// Named clients of a real broker, over TCP or TLS: each has a connection of its own, as each
/// program would. What a client does is `ClientMachine`'s business, as in the simulator; here are
/// only the sockets and the clock.
///
/// ```swift
/// let client = NetworkClient(NetworkConfiguration(try AMQPURI("amqp://localhost")))
/// let response = try await client.request(
///   .queueDeclare(QueueDeclare(queue: "tasks", durable: true)), content: nil, by: "me",
///   channel: 1, plan: nil)
/// await client.shutdown()
/// ```
public actor NetworkClient {
  /// One client with its connection, if it has one.
  struct Peer {
    var machine: ClientMachine
    /// Whether it connected once, and so knows as whom.
    var isKnown = false
    var link: Link?
    /// While a broker is looked for.
    var search: Search?
    /// Of which kind the last failure to connect was, unless simply nobody was there.
    var fault: DialFailure.Kind?
    /// The number of the present attempt to connect; what comes of older ones is ignored.
    var attempt = 0
    var waiting: [RequestID: CheckedContinuation<Result<RequestResult, ClientError>, Never>] = [:]
    var timer: Scheduled<Void>?
  }

  public nonisolated let configuration: NetworkConfiguration
  nonisolated let loop: any EventLoop
  private let start = NIODeadline.now()
  /// The time that workers are told, where they are told it.
  private var steppedTime: Int64 = 0
  /// In order of first use.
  var peers: [Peer] = []
  private var places: [ClientName: Int] = [:]
  /// Which of the URIs answered last.
  var preferredURI = 0
  /// What no call has returned yet: the latest of it, as long as nobody calls.
  private var untold: [ClientReport] = []
  private static let untoldLimit = 10_000
  private var listeners = Listeners()
  var serverTable = FieldTable()

  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    loop.executor.asUnownedSerialExecutor()
  }

  public init(_ configuration: NetworkConfiguration) {
    self.configuration = configuration
    loop = MultiThreadedEventLoopGroup.singleton.next()
  }

  deinit { listeners.finish() }

  // MARK: Time

  /// Milliseconds since the start, by the clock.
  var clock: Int64 { (NIODeadline.now() - start).nanoseconds / 1_000_000 }

  /// The time of clients and their workers.
  var now: Int64 { configuration.isStepped ? steppedTime : clock }

  // MARK: Peers

  func knownPlace(of name: ClientName) throws(ClientError) -> Int {
    guard let place = places[name] else { throw .noSuchClient(name) }
    return place
  }

  /// The client's place; a new one at its first use.
  func makePlace(for name: ClientName) -> Int {
    if let place = places[name] { return place }
    var recovery = configuration.recovery
    recovery?.seed &+= UInt64(peers.count)
    peers.append(Peer(machine: ClientMachine(name: name, recovery: recovery)))
    places[name] = peers.count - 1
    return peers.count - 1
  }

  /// Carries out what a machine wants, until it wants nothing more, and sends it.
  func pump(_ place: Int) {
    settle(place)
    flush(place)
  }

  /// The same, with the sending left to the caller.
  func settle(_ place: Int) {
    while true {
      let actions = peers[place].machine.takeActions()
      for action in actions { carry(action, place) }
      if !actions.isEmpty { continue }
      // Work that takes no time is done at once, whoever tells the time.
      guard configuration.isStepped, let deadline = peers[place].machine.nextDeadline,
        deadline <= now
      else { break }
      peers[place].machine.advance(to: now)
    }
    for answer in peers[place].machine.takeAnswers() {
      peers[place].waiting.removeValue(forKey: answer.request)?.resume(returning: answer.result)
    }
    let reports = peers[place].machine.takeReports()
    untold += reports
    if untold.count > 2 * Self.untoldLimit {
      untold.removeFirst(untold.count - Self.untoldLimit)
    }
    listeners.tell(reports)
    schedule(place)
  }

  private func carry(_ action: ClientAction, _ place: Int) {
    switch action {
    case .connect(let identity): dial(place, as: identity)
    case .send(let method, let content, let channel):
      peers[place].link?.connection.send(method, content, channel: channel)
    case .disconnect:
      flush(place)
      hangUp(place)
    }
  }

  // MARK: Timers

  /// Wakes up when the client's worker, or its next attempt to connect, is due.
  private func schedule(_ place: Int) {
    peers[place].timer?.cancel()
    peers[place].timer = nil
    guard !configuration.isStepped, let deadline = peers[place].machine.nextDeadline else { return }
    let delay = TimeAmount.milliseconds(max(0, deadline - now))
    peers[place].timer = loop.scheduleTask(in: delay) { [weak self] in
      self?.assumeIsolated { client in
        client.peers[place].machine.advance(to: client.now)
        client.pump(place)
      }
    }
  }

  // MARK: Waiting and telling

  /// What the request comes to.
  func result(
    of request: RequestID, by place: Int
  ) async throws(ClientError) -> RequestResult {
    let result = await withCheckedContinuation { continuation in
      peers[place].waiting[request] = continuation
      pump(place)
    }
    do throws(ClientError) {
      return try result.get()
    } catch .unreachable(let reason) {
      switch peers[place].fault {
      case .unreachable, nil: throw .unreachable(reason: reason)
      case .untrusted: throw .untrusted(reason: reason)
      case .otherProtocol: throw .notAMQP(reason: reason)
      }
    }
  }

  func takeReports() -> [ClientReport] {
    defer { untold.removeAll() }
    return untold
  }

  func stream(of client: ClientName?) -> AsyncStream<ClientReport> { listeners.stream(of: client) }

  func finishStreams() { listeners.finish() }

  func step(to milliseconds: Int64) { steppedTime = max(steppedTime, milliseconds) }
}
