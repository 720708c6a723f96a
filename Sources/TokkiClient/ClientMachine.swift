public import AMQPModel

/// One client process, without I/O: its connection, channels, consumers, workers and confirms.
/// Requests and received methods go in; actions for whoever carries them, and reports for whoever
/// watches, come out. What it does over a socket is what it does in process.
public struct ClientMachine: Hashable, Sendable {
  enum ConnectionState: Hashable {
    case closed
    case opening
    case open
    case closing
  }

  public let name: ClientName
  public internal(set) var identity = ClientIdentity()
  var connection = ConnectionState.closed
  /// In order of first use.
  var channels: [ClientChannel] = []
  var actions: [ClientAction] = []
  var reports: [ClientReport] = []
  /// Milliseconds; what the owner said last.
  var now: Int64 = 0

  public init(name: ClientName) { self.name = name }

  public var isConnected: Bool { connection == .open }

  /// Takes out what is to be carried, in order.
  public mutating func takeActions() -> [ClientAction] {
    defer { actions.removeAll() }
    return actions
  }

  /// Takes out what there is to tell, in order.
  public mutating func takeReports() -> [ClientReport] {
    defer { reports.removeAll() }
    return reports
  }

  func report(_ channel: UInt16, _ fact: ClientFact) -> ClientReport {
    ClientReport(at: now, client: name, channel: channel, fact: fact)
  }

  mutating func tell(_ channel: UInt16, _ fact: ClientFact) {
    reports.append(report(channel, fact))
  }

  func channelIndex(_ number: UInt16) -> Int? { channels.firstIndex { $0.number == number } }

  // MARK: Requests

  /// Connects as that user and into that virtual host; nothing to do where it is so already.
  public mutating func connect(as identity: ClientIdentity, at now: Int64) throws(ClientError) {
    self.now = now
    guard connection == .closed else {
      if identity == self.identity { return }
      throw .alreadyConnected(name, self.identity)
    }
    self.identity = identity
    openConnection()
  }

  /// Sends the method once connection and channel are open, opening them if need be.
  public mutating func request(
    _ method: Method, content: Content?, channel number: UInt16, plan: WorkPlan?, at now: Int64
  ) throws(ClientError) {
    self.now = now
    guard number != 0 else { throw .channelZero }
    guard method.isClientRequest else { throw .notARequest(method.name) }
    if connection == .closed { openConnection() }
    if channelIndex(number) == nil { channels.append(ClientChannel(number: number)) }
    guard let index = channelIndex(number) else { return }
    let request = ClientChannel.Request(method: method, content: content, plan: plan)
    if channels[index].state == .open {
      send(request, on: index)
    } else {
      if !isChannelOpen(method) { channels[index].backlog.append(request) }
      openChannel(index)
    }
  }

  /// Closes the connection in good order.
  public mutating func close(at now: Int64) throws(ClientError) {
    self.now = now
    guard connection == .open || connection == .opening else { throw .noSuchClient(name) }
    connection = .closing
    send(
      .connectionClose(ConnectionClose(replyCode: 200, replyText: "Goodbye")), nil, on: 0)
  }

  /// The process ends without a word.
  public mutating func kill(at now: Int64) throws(ClientError) {
    self.now = now
    guard connection != .closed else { throw .noSuchClient(name) }
    tell(0, .connectionLost(.killed))
    disconnect()
  }

  /// The connection is gone without a close.
  public mutating func lose(reason: String, at now: Int64) {
    self.now = now
    guard connection != .closed else { return }
    tell(0, .connectionLost(.network(reason: reason)))
    disconnect()
  }

  // MARK: Sending

  private mutating func openConnection() {
    connection = .opening
    actions.append(.connect(identity))
  }

  private func isChannelOpen(_ method: Method) -> Bool {
    if case .channelOpen = method { true } else { false }
  }

  private mutating func openChannel(_ index: Int) {
    guard channels[index].state == .closed else { return }
    channels[index].state = .opening
    if connection == .open {
      send(.channelOpen(ChannelOpen()), nil, on: channels[index].number)
    }
  }

  mutating func send(_ method: Method, _ content: Content?, on number: UInt16) {
    actions.append(.send(method, content, channel: number))
    tell(number, .sent(method, content))
  }

  /// Sends on an open channel and keeps in mind what the request changes here.
  mutating func send(_ request: ClientChannel.Request, on index: Int) {
    send(request.method, request.content, on: channels[index].number)
    if request.method.isAnswered { channels[index].awaiting.append(request) }
    noteSent(request, on: index)
  }

  mutating func connectionOpened() {
    connection = .open
    tell(0, .connected(identity))
    for index in channels.indices where channels[index].state == .opening {
      send(.channelOpen(ChannelOpen()), nil, on: channels[index].number)
    }
  }

  mutating func disconnect() {
    connection = .closed
    channels.removeAll()
    actions.append(.disconnect)
  }
}
