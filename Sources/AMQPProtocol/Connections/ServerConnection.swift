public import AMQPModel

/// The server's side of one connection, without I/O: bytes in, methods for the broker out;
/// methods of the broker in, bytes out. It does what RabbitMQ's reader does: protocol header,
/// negotiation, frames, content, heartbeats, and the errors of all that.
public struct ServerConnection: Sendable {
  /// What the server says of itself and allows.
  public struct Configuration: Sendable {
    public var serverProperties = FieldTable()
    /// In the order in which they are offered.
    public var mechanisms: [Credentials.Mechanism] = [.anonymous, .plain, .amqplain]
    /// What a client that speaks something else is told to speak: the last four octets of a
    /// protocol header. RabbitMQ 4.0 names AMQP 1.0 with SASL, 3.10 names AMQP 0-9-1.
    public var versionForOthers: [UInt8] = [3, 1, 0, 0]
    /// Passwords by user name.
    public var passwords: [String: String] = ["guest": "guest"]
    /// Who may only come from this machine.
    public var loopbackUsers: Set<String> = ["guest"]
    public var channelMax: UInt16 = 2047
    public var frameMax: UInt32 = 131_072
    /// Proposed to the client, in seconds.
    public var heartbeat: UInt16 = 60
    /// How large a message's body may be, in bytes.
    public var messageSizeMax: UInt64 = 16_777_216
    /// How long a client may take from connecting to `connection.open`, in milliseconds.
    public var handshakeTimeout: Int64 = 10_000

    public init() {}
  }

  /// What the broker is to hear, in order.
  public enum Input: Hashable, Sendable {
    /// The client has proved who it is; its `connection.open` comes as a method.
    case authenticated(user: String, clientProperties: FieldTable)
    case method(Method, Content?, channel: UInt16)
    /// A publish of a message larger than allowed; its body was not kept.
    case oversized(size: UInt64, limit: UInt64, channel: UInt16)
    /// The client broke the protocol, or is gone: the broker is to forget the connection, and then
    /// `end()` to be called.
    case failed(Failure)
  }

  /// Why a connection ends by its own fault.
  public enum Failure: Hashable, Sendable {
    /// What came first was no header of AMQP 0-9-1.
    case otherProtocol([UInt8])
    case handshakeTimeout
    /// Wrong name or password, or a user who may not come from elsewhere.
    case accessRefused(user: String)
    case exception(ProtocolException)
    /// Nothing was heard for two heartbeats.
    case missedHeartbeats
    /// It did not answer a close.
    case closeTimeout
  }

  enum Phase: Hashable, Sendable {
    /// The protocol header is to come.
    case header
    case starting
    case tuning
    /// `connection.open` is to come.
    case opening
    case running
    /// The client is to be told what it did, after the broker's answers to all before. Where it
    /// is lost how its bytes go on, nothing is read afterwards.
    case failing(ProtocolException, isLost: Bool)
    /// `connection.close` was sent, or came: nothing else counts until the client hangs up.
    case closing
    /// Nothing more is read; the socket is kept open until then, so that the peer can read what
    /// was sent, and cannot try again at once.
    case silent(until: Int64)
    case over
  }

  public let configuration: Configuration
  let isLoopback: Bool
  var phase = Phase.header
  var parser: FrameParser
  var writer = WireWriter()
  var inputs: [Input] = []
  /// By channel number, as far as they are in use.
  var assemblers: [UInt16: ContentAssembler] = [:]
  /// How many bytes the assemblers hold.
  var heldContent = 0
  /// Whose client has sent `channel.close`, and whose answer has not gone out: what comes behind it
  /// in the same batch is ignored, as in RabbitMQ.
  var closingChannels: Set<UInt16> = []
  var channelMax: UInt16
  var frameMax = Frame.smallestMax
  var clientProperties = FieldTable()
  var heartbeat: Heartbeat
  var heartbeatSeconds: UInt16 = 0
  var deadline: Int64?
  var now: Int64
  /// Whether the broker knows of the connection.
  var isKnown = false
  /// Each method as it passes; kept where somebody wants to see them.
  public var isObserved = false
  var passages: [Passage] = []

  /// - Parameters:
  ///   - isLoopback: whether the client is on this machine.
  ///   - now: the time in milliseconds, from wherever the owner counts.
  public init(configuration: Configuration, isLoopback: Bool, at now: Int64) {
    self.configuration = configuration
    self.isLoopback = isLoopback
    self.now = now
    parser = FrameParser(frameMax: Self.frameLimit(Frame.smallestMax))
    channelMax = configuration.channelMax
    heartbeat = Heartbeat(seconds: 0, at: now)
    deadline = now + configuration.handshakeTimeout
  }

  /// RabbitMQ forgives frames that are too large by the size of an empty one.
  static func frameLimit(_ frameMax: UInt32) -> UInt32 {
    frameMax == 0 ? 0 : frameMax + UInt32(Frame.overhead)
  }

  // MARK: What the owner takes out

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

  public mutating func takePassages() -> [Passage] {
    defer { passages.removeAll() }
    return passages
  }

  /// How many bytes are held of frames and messages that are not whole yet.
  public var heldBytes: Int { parser.waiting + heldContent }

  // MARK: Sending

  /// A method of the broker goes to the client.
  public mutating func send(_ method: Method, _ content: Content?, channel: UInt16) {
    switch phase {
    case .header, .silent, .over: return
    case .starting, .tuning, .opening, .running, .failing, .closing: break
    }
    write(method, content, channel: channel)
    switch method {
    case .connectionClose: beginClosing()
    case .channelCloseOk:
      forgetFrames(of: channel)
      closingChannels.remove(channel)
    default: break
    }
  }

  mutating func write(_ method: Method, _ content: Content?, channel: UInt16) {
    if isObserved { passages.append(Passage(.sent, method, content, channel: channel)) }
    writer.frames(of: method, content, channel: channel, frameMax: frameMax)
    heartbeat.sent()
  }

  /// The broker has nothing more to do with the connection: what it had to say has been sent.
  public mutating func end() {
    isKnown = false
    switch phase {
    case .failing(let exception, let isLost): tell(exception, isLost: isLost)
    case .header, .starting, .tuning, .opening, .running: phase = .over
    case .closing, .silent, .over: break
    }
  }

  /// Whether the owner reads what the client sends: as long as it does not, the client's silence
  /// means nothing.
  public mutating func setReading(_ isReading: Bool, at now: Int64) {
    heartbeat.pause(!isReading, at: now)
  }
}

/// A method on its way through a connection.
public struct Passage: Hashable, Sendable {
  public enum Direction: Hashable, Sendable {
    case received
    case sent
  }

  public var direction: Direction
  public var method: Method
  public var content: Content?
  public var channel: UInt16

  public init(_ direction: Direction, _ method: Method, _ content: Content?, channel: UInt16) {
    self.direction = direction
    self.method = method
    self.content = content
    self.channel = channel
  }
}
