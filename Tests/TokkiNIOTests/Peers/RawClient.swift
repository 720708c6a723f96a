import AMQPModel
import AMQPProtocol
import NIOCore
import NIOPosix

/// A client that says whatever a test wants: a socket, and the client's half of the protocol.
struct RawClient {
  let channel: any NIOCore.Channel
  private(set) var machine: ClientConnection
  private var incoming: AsyncStream<[UInt8]>.Iterator
  private var inputs: [ClientConnection.Input] = []

  /// Connects and says nothing yet.
  init(port: Int, host: String = "127.0.0.1", user: String = "guest") async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(RawClientHandler(continuation))
        }
      }
      .connect(host: host, port: port).get()
    incoming = stream.makeAsyncIterator()
    var configuration = ClientConnection.Configuration()
    configuration.credentials = Credentials(user: user, password: user)
    configuration.handshakeTimeout = 3_600_000
    configuration.heartbeat = 0
    configuration.clientProperties = [
      "capabilities": .table(["authentication_failure_close": true, "connection.blocked": true])
    ]
    machine = ClientConnection(configuration: configuration, at: 0)
  }

  /// Connects, opens the connection and that many channels.
  static func open(port: Int, channels: UInt16 = 1) async throws -> RawClient {
    var client = try await RawClient(port: port)
    try await client.open()
    for number in 1...max(1, channels) where channels > 0 {
      client.send(.channelOpen(ChannelOpen()), channel: number)
    }
    for _ in 0..<channels { _ = try await client.method() }
    return client
  }

  mutating func open() async throws {
    flush()
    guard case .opened? = await next() else { throw Overdue(description: "not opened") }
  }

  /// Says all that opens a connection in one go, and nothing ever after: how soon it is heard
  /// does not hang on how busy this machine is.
  static func falling(silentAt port: Int, heartbeat: UInt16) async throws -> RawClient {
    var client = try await RawClient(port: port)
    let guest = Credentials(user: "guest", password: "guest")
    let opening: [Method] = [
      .connectionStartOk(ConnectionStartOk(response: guest.response(by: .plain))),
      .connectionTuneOk(
        ConnectionTuneOk(channelMax: 1, frameMax: 4096, heartbeat: heartbeat)),
      .connectionOpen(ConnectionOpen()),
    ]
    var writer = WireWriter(client.machine.takeOutput())
    for method in opening { writer.frames(of: method, nil, channel: 0, frameMax: 0) }
    client.say(writer.bytes)
    return client
  }

  mutating func flush() { say(machine.takeOutput()) }

  mutating func send(_ method: Method, _ content: Content? = nil, channel: UInt16 = 1) {
    machine.send(method, content, channel: channel)
    flush()
  }

  func say(_ bytes: [UInt8]) {
    channel.writeAndFlush(channel.allocator.buffer(bytes: bytes), promise: nil)
  }

  /// The next thing that comes; nil: the server has hung up.
  mutating func next() async -> ClientConnection.Input? {
    while inputs.isEmpty {
      guard let bytes = await incoming.next() else { return nil }
      machine.receive(bytes, at: 0)
      inputs = machine.takeInputs()
      flush()
    }
    return inputs.removeFirst()
  }

  /// The bytes that come next, as they are; nil: the server has hung up.
  mutating func bytes() async -> [UInt8]? { await incoming.next() }

  mutating func method() async throws -> Method {
    switch await next() {
    case .method(let method, _, _)?: return method
    case let other: throw Overdue(description: "no method but \(String(describing: other))")
    }
  }

  /// What the server closes the connection with.
  mutating func close() async -> ConnectionClose? {
    while let input = await next() {
      switch input {
      case .method(.connectionClose(let close), _, _): return close
      case .failed(.refused(let code, let text)):
        return ConnectionClose(replyCode: code, replyText: text)
      case .method, .opened, .failed: continue
      }
    }
    return nil
  }

  /// Whether bytes are taken from the socket.
  func setReading(_ isReading: Bool) async throws {
    try await channel.setOption(.autoRead, value: isReading).get()
  }

  /// The process ends.
  func vanish() { channel.close(promise: nil) }
}

private final class RawClientHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let incoming: AsyncStream<[UInt8]>.Continuation

  init(_ incoming: AsyncStream<[UInt8]>.Continuation) { self.incoming = incoming }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    incoming.yield(Array(unwrapInboundIn(data).readableBytesView))
  }

  func channelInactive(context: ChannelHandlerContext) { incoming.finish() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
