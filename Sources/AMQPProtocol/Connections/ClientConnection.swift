public import AMQPModel

/// The client's side of one connection, without I/O: bytes in, methods of the broker out; methods
/// of the client in, bytes out. It negotiates, authenticates, opens the virtual host, cuts and
/// joins frames, and keeps heartbeats both ways.
public struct ClientConnection: Sendable {
  /// As whom, and how, the client connects.
  public struct Configuration: Hashable, Sendable {
    public var credentials = Credentials(user: "guest", password: "guest")
    public var mechanism = Credentials.Mechanism.plain
    public var virtualHost = "/"
    public var clientProperties = FieldTable()
    /// The most that the client wants; 0 leaves it to the server.
    public var channelMax: UInt16 = 0
    /// In bytes; 0 leaves it to the server.
    public var frameMax: UInt32 = 0
    /// In seconds; nil takes what the server proposes, 0 wants none.
    public var heartbeat: UInt16?
    /// How long the server may take until the connection is open, in milliseconds.
    public var handshakeTimeout: Int64 = 10_000

    public init() {}
  }

  /// What the client is to hear, in order.
  public enum Input: Hashable, Sendable {
    /// The connection is open; methods may go both ways.
    case opened
    /// `connection.close` and its answer among them.
    case method(Method, Content?, channel: UInt16)
    case failed(Failure)
  }

  /// Why there is no connection, or no more.
  public enum Failure: Error, Hashable, Sendable {
    /// The server does not speak AMQP at all; the first bytes that it sent.
    case notAMQP([UInt8])
    /// The server speaks another version: the four octets of its protocol header.
    case otherVersion([UInt8])
    /// None of the server's mechanisms is the wanted one.
    case noMechanism(offered: String)
    /// The server closed the connection during the handshake: `connection.close` with these.
    case refused(code: UInt16, text: String)
    /// The server hung up on the credentials without a word, as old ones do.
    case hungUp(during: String)
    case handshakeTimeout(during: String)
    /// Nothing was heard for two heartbeats, in seconds.
    case missedHeartbeats(interval: UInt16)
    /// The server broke the protocol.
    case exception(ProtocolException)
    /// The server did not answer `connection.close`.
    case closeTimeout
  }

  enum Phase: Hashable, Sendable {
    case starting
    case tuning
    case opening
    case open
    case closing
    case over
  }

  public let configuration: Configuration
  /// What the server said of itself.
  public internal(set) var serverProperties = FieldTable()
  /// As negotiated; 0 is no limit.
  public internal(set) var channelMax: UInt16 = 0
  public internal(set) var frameMax = Frame.smallestMax
  public internal(set) var heartbeatSeconds: UInt16 = 0
  var phase = Phase.starting
  var parser = FrameParser(frameMax: 0)
  var writer = WireWriter()
  var inputs: [Input] = []
  var assemblers: [UInt16: ContentAssembler] = [:]
  var heartbeat: Heartbeat
  var deadline: Int64?
  var now: Int64
  var hasHeard = false

  /// - Parameter now: the time in milliseconds, from wherever the owner counts.
  public init(configuration: Configuration, at now: Int64) {
    self.configuration = configuration
    self.now = now
    heartbeat = Heartbeat(seconds: 0, at: now)
    deadline = now + configuration.handshakeTimeout
    writer.append(Array("AMQP".utf8) + [0, 0, 9, 1])
  }

  /// Whether the socket is to be closed once the output is written.
  public var isOver: Bool { phase == .over }

  public mutating func takeInputs() -> [Input] {
    defer { inputs.removeAll() }
    return inputs
  }

  /// The bytes to be sent.
  public mutating func takeOutput() -> [UInt8] {
    defer { writer = WireWriter() }
    return writer.bytes
  }

  // MARK: Sending

  /// A method of the client goes to the server. Only for an open connection.
  public mutating func send(_ method: Method, _ content: Content?, channel: UInt16) {
    guard phase == .open || phase == .closing else { return }
    write(method, content, channel: channel)
    switch method {
    case .connectionClose:
      phase = .closing
      deadline = now + Self.closeTimeout
    case .connectionCloseOk: phase = .over
    default: break
    }
  }

  /// How long the answer to `connection.close` is waited for, in milliseconds.
  static let closeTimeout: Int64 = 5000

  mutating func write(_ method: Method, _ content: Content?, channel: UInt16) {
    writer.frames(of: method, content, channel: channel, frameMax: frameMax)
    heartbeat.sent()
  }

  mutating func fail(_ failure: Failure) {
    guard phase != .over else { return }
    inputs.append(.failed(failure))
    phase = .over
  }

  var phaseName: String {
    switch phase {
    case .starting: hasHeard ? "authentication" : "the protocol header"
    case .tuning: "authentication"
    case .opening: "connection.open"
    case .open, .closing, .over: "the close"
    }
  }

  // MARK: Time

  /// When `advance(to:)` has something to do, in milliseconds.
  public var nextDeadline: Int64? {
    phase == .over ? nil : [deadline, heartbeat.nextDeadline].compactMap { $0 }.min()
  }

  /// It is that time now.
  public mutating func advance(to now: Int64) {
    self.now = now
    guard phase != .over else { return }
    if let deadline, now >= deadline {
      fail(phase == .closing ? .closeTimeout : .handshakeTimeout(during: phaseName))
    } else {
      switch heartbeat.duty(at: now) {
      case .takePeerForGone?: fail(.missedHeartbeats(interval: heartbeatSeconds))
      case .sendBeat?: writer.heartbeat()
      case nil: break
      }
    }
  }

  /// The server closed the socket, or the network did. Whether that was to be expected by then.
  public mutating func disconnected() -> Bool {
    defer { phase = .over }
    switch phase {
    case .over: return true
    case .closing:
      // Whoever waits for the close has it, in another way.
      inputs.append(.method(.connectionCloseOk(ConnectionCloseOk()), nil, channel: 0))
      return true
    case .open: return false
    case .starting, .tuning, .opening:
      fail(.hungUp(during: phaseName))
      return true
    }
  }
}
