public import AMQPModel

/// One client process, without I/O: its connection, channels, consumers, workers and confirms.
/// Requests and received methods go in; actions for whoever carries them, answers for whoever
/// asked, and reports for whoever watches, come out. What it does over a socket is what it does
/// in process.
///
/// After each call its owner takes out all three, carries the actions in order, and looks at
/// `nextDeadline` again.
public struct ClientMachine: Hashable, Sendable {
  enum ConnectionState: Hashable {
    case closed
    case opening
    case open
    case closing
    /// Lost, and to be made again.
    case waiting
  }

  public let name: ClientName
  let policy: RecoveryPolicy?
  var generator: JitterGenerator
  public internal(set) var identity = ClientIdentity()
  var connection = ConnectionState.closed
  /// Whether the broker takes no publishes for now.
  var isBlocked = false
  /// Whether it ends as soon as its work is done.
  var isRetiring = false
  /// What is to be there again after a loss; empty without a recovery policy.
  var topology = DeclaredTopology()
  /// The way back, from a loss until all is restored.
  var recovery: Recovery?
  /// In order of first use.
  var channels: [ClientChannel] = []
  /// Who waits for the connection to be there, and to be over.
  var openers: [RequestID] = []
  var closers: [RequestID] = []
  private var requestCount: UInt64 = 0
  private var actions: [ClientAction] = []
  private var answers: [ClientAnswer] = []
  private var reports: [ClientReport] = []
  /// Milliseconds; what the owner said last.
  var now: Int64 = 0

  /// - Parameter recovery: how a lost connection is made again; nil: it stays lost, and the next
  ///   request makes a new one without what the old one had.
  public init(name: ClientName, recovery: RecoveryPolicy? = nil) {
    self.name = name
    policy = recovery
    generator = JitterGenerator(seed: recovery?.seed ?? 0)
  }

  public var isConnected: Bool { connection == .open }

  // MARK: What comes out

  /// Takes out what is to be carried, in order.
  public mutating func takeActions() -> [ClientAction] {
    defer { actions.removeAll() }
    return actions
  }

  /// Takes out what requests have come to. Each request is answered once.
  public mutating func takeAnswers() -> [ClientAnswer] {
    defer { answers.removeAll() }
    return answers
  }

  /// Takes out what there is to tell, in order.
  public mutating func takeReports() -> [ClientReport] {
    defer { reports.removeAll() }
    return reports
  }

  mutating func act(_ action: ClientAction) { actions.append(action) }

  mutating func tell(_ channel: UInt16, _ fact: ClientFact, publishNumber: UInt64? = nil) {
    reports.append(
      ClientReport(
        at: now, client: name, channel: channel, fact: fact, publishNumber: publishNumber))
  }

  mutating func answer(_ request: RequestID?, _ result: RequestResult) {
    guard let request else { return }
    answers.append(ClientAnswer(request: request, result: .success(result)))
  }

  mutating func refuse(_ request: RequestID?, _ error: ClientError) {
    guard let request else { return }
    answers.append(ClientAnswer(request: request, result: .failure(error)))
  }

  // MARK: What goes in

  func channelIndex(_ number: UInt16) -> Int? { channels.firstIndex { $0.number == number } }

  private mutating func newRequest() -> RequestID {
    requestCount += 1
    return RequestID(number: requestCount)
  }

  /// Connects as that user and into that virtual host; nothing to do where it is so already.
  /// Answered by `connection.open-ok`.
  @discardableResult
  public mutating func connect(
    as identity: ClientIdentity, at now: Int64
  ) throws(ClientError) -> RequestID {
    self.now = now
    if connection == .closed {
      self.identity = identity
      openConnection()
    } else if isEnding {
      throw .closing(name)
    } else if identity != self.identity {
      throw .alreadyConnected(name, self.identity)
    }
    let request = newRequest()
    if connection == .open {
      answer(request, .answered(.connectionOpenOk(ConnectionOpenOk()), nil))
    } else {
      openers.append(request)
    }
    return request
  }

  /// Sends the method once connection and channel are open, opening them if need be.
  ///
  /// - Parameter onlyIfOpen: not to open them; see `Client.requestOnOpen`.
  @discardableResult
  public mutating func request(
    _ method: Method, content: Content?, channel number: UInt16, plan: WorkPlan?,
    onlyIfOpen: Bool = false, at now: Int64
  ) throws(ClientError) -> RequestID {
    self.now = now
    guard number != 0 else { throw .channelZero }
    guard method.isClientRequest else { throw .notARequest(method.name) }
    guard !isEnding || maySettle(method, on: number) else { throw .closing(name) }
    if onlyIfOpen { try checkOpen(for: method, on: number) }
    let index = channelIndex(number) ?? channels.endIndex
    if index == channels.endIndex { channels.append(ClientChannel(number: number)) }
    if let tag = channels[index].staleTag(settledBy: method) {
      throw .staleDelivery(name, deliveryTag: tag)
    }
    if connection == .closed { openConnection() }
    let id = newRequest()
    let request = ClientChannel.Request(id: id, method: method, content: content, plan: plan)
    if channels[index].state == .open, recovery == nil {
      send(request, on: index)
    } else {
      if case .channelOpen = method {
        channels[index].openers.append(id)
      } else {
        channels[index].backlog.append(request)
      }
      if recovery == nil { openChannel(index) }
    }
    return id
  }

  /// Takes back what has not gone out yet; it gets no answer. False where it is too late.
  public mutating func withdraw(_ request: RequestID) -> Bool {
    for index in channels.indices {
      if let place = channels[index].backlog.firstIndex(where: { $0.id == request }) {
        channels[index].backlog.remove(at: place)
        return true
      }
      if recovery != nil, let place = channels[index].openers.firstIndex(of: request) {
        channels[index].openers.remove(at: place)
        return true
      }
    }
    return false
  }

  /// Closes the connection in good order. Answered by `connection.close-ok`.
  @discardableResult
  public mutating func close(at now: Int64) throws(ClientError) -> RequestID {
    self.now = now
    guard connection != .closed else { throw .noSuchClient(name) }
    let request = newRequest()
    closers.append(request)
    switch connection {
    case .open: closeConnection()
    case .opening, .waiting: disconnect(.closed)
    case .closed, .closing: break
    }
    return request
  }

  /// Ends the client in good order, as `Client.retire` says. Answered by `connection.close-ok`.
  @discardableResult
  public mutating func retire(at now: Int64) throws(ClientError) -> RequestID {
    self.now = now
    guard connection != .closed else { throw .noSuchClient(name) }
    let request = newRequest()
    closers.append(request)
    switch connection {
    case .open: recovery == nil ? startRetiring() : closeConnection()
    case .opening, .waiting: disconnect(.closed)
    case .closed, .closing: break
    }
    return request
  }

  /// The process ends without a word.
  public mutating func kill(at now: Int64) throws(ClientError) {
    self.now = now
    guard connection != .closed else { throw .noSuchClient(name) }
    tell(0, .connectionLost(.killed))
    disconnect(.connectionLost(.killed))
  }

  /// The connection is gone without a close, or could not be made. With a recovery policy, a
  /// connection that once was open is made again: its owner is told to connect when it is time.
  public mutating func lose(reason: String, at now: Int64) {
    self.now = now
    guard connection != .closed, connection != .waiting else { return }
    let loss = ConnectionLoss.network(reason: reason)
    tell(0, .connectionLost(loss))
    if isToRecover {
      interrupt(.connectionLost(loss))
    } else if connection == .opening {
      disconnect(refusing: .unreachable(reason: reason))
    } else {
      disconnect(.connectionLost(loss))
    }
  }

  /// It is that time now: finishes the work that is due, and makes a lost connection again.
  public mutating func advance(to now: Int64) {
    self.now = now
    work()
    goOnRecovering()
    goOnRetiring()
  }

  /// When something of this client falls due next, in milliseconds.
  public var nextDeadline: Int64? {
    [nextWorkDone, recovery?.due].compactMap(\.self).min()
  }
}
