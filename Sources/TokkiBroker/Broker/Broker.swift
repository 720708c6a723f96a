public import AMQPModel
import DequeModule

/// A RabbitMQ broker as a value: a pure function of (method, channel, now) to effects and trace.
/// It does no I/O, reads no clock, draws no random number and never suspends. Undo is assignment.
public struct Broker: Sendable, Hashable {
  public let profile: Profile
  /// Whether steps carry a trace. It changes nothing else.
  public var isTracing: Bool
  public internal(set) var now = Instant()
  public var configuration = Configuration()

  var hosts = Table(vacant: VirtualHost.vacant)
  /// In the order of making.
  var hostIDs: [VirtualHostID] = []
  /// In the order of adding.
  var users = [UserAccount.guest]
  /// In the order of connecting.
  var connections: [Connection] = []
  var channels = Table(vacant: Channel.vacant)
  var consumers = Table(vacant: Consumer.vacant)
  var queues = Table(vacant: DeclaredQueue.vacant)
  /// Which channel a direct reply goes to, by the name in its reply-to property.
  var replyChannels: [ExactName: ChannelID] = [:]

  var names: NameSource
  var connectionCount = 0
  var messageCount: UInt64 = 0
  /// What numbers virtual hosts, queues, consumers and deliveries in the order of their making.
  var serials: UInt64 = 0

  /// What the step under way gives out; empty between steps.
  var output = Step()
  /// What queues removed in the operation under way; empty between operations.
  var removals: [Removal] = []
  /// What is to be dead-lettered: before the step ends, unless it is too much for one moment.
  var deadLetters: Deque<DeadLetter> = []
  /// Which queues are to send what they dead-letter at least once; likewise.
  var forwards: Deque<Forward> = []
  /// Room for the queues that a publish reaches; kept from publish to publish.
  var reached: [QueueID] = []
  /// Whether who publishes from afar is to stop.
  public internal(set) var isMemoryShort = false
  /// What messages take that wait in transactions.
  var transactionByteCount = 0

  /// A broker with one virtual host, `/`.
  ///
  /// - Parameter seed: what the server-made names come from.
  public init(profile: Profile = .rabbitMQ40, seed: UInt64 = 0, isTracing: Bool = true) {
    self.profile = profile
    self.isTracing = isTracing
    names = NameSource(seed: seed)
    addVirtualHost("/")
  }

  /// A client has connected and authenticated (`authenticates(user:password:)`);
  /// `connection.open` still has to come on channel 0, a method like any other.
  ///
  /// - Parameter isRemote: whether its peer is beyond a socket: then it gets deliveries no faster
  ///   than its owner reports them read (`setReading`), and is paused when memory is short.
  public mutating func connect(
    name: String, user: String, clientProperties: FieldTable, isRemote: Bool = false,
    into step: inout Step
  ) -> ConnectionID {
    swap(&output, &step)
    defer { swap(&output, &step) }
    connectionCount += 1
    let id = ConnectionID(number: connectionCount)
    connections.append(
      Connection(
        id: id, name: name, user: user, mayImpersonate: account(of: user)?.isImpersonator ?? false,
        clientProperties: clientProperties, isRemote: isRemote))
    if isTracing { trace(nil, .connected(id, name: name)) }
    return id
  }

  /// What `connect` will return next.
  public var nextConnection: ConnectionID { ConnectionID(number: connectionCount + 1) }

  /// One method, with its content if it carries one, arrives on a channel.
  public mutating func receive(
    _ method: Method, content: consuming Content? = nil, on address: ChannelAddress,
    into step: inout Step
  ) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    accept(method, content, on: address)
    settle()
  }

  /// The connection is gone without a close: its socket, or its owner's patience with it. For a
  /// remote one, `closeConnection` says when that is done.
  public mutating func drop(_ connection: ConnectionID, into step: inout Step) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    guard let place = place(of: connection) else { return }
    let wasClosing = connections[place].state == .closing
    let isRemote = connections[place].isRemote
    release(place, isBroken: true)
    if isRemote { output.effects.append(.closeConnection(connection)) }
    if isTracing, !wasClosing { trace(nil, .closedConnection(connection, nil)) }
    settle()
  }

  /// Makes a virtual host; false if there is one of that name. As where it is made by the
  /// management page, its maker, `guest`, may do everything in it, and nobody else anything.
  @discardableResult
  public mutating func addVirtualHost(_ name: String) -> Bool {
    if host(named: name) != nil { return false }
    let host = VirtualHost(
      name: name, serial: nextSerial(), routing: RoutingTable(profile: profile))
    let id = VirtualHostID(index: hosts.insert(host))
    hostIDs.append(id)
    if let guest = users.firstIndex(where: { $0.name == UserAccount.guest.name }),
      let everything = try? HostPermissions(.all, in: id)
    {
      users[guest].set(everything)
    }
    return true
  }

  /// The names of the virtual hosts, in the order of their making.
  public var virtualHosts: [String] { hostIDs.map { hosts[$0.index].name } }

  /// How a publish would be routed now, with each binding tried; nil if there is no such virtual
  /// host or exchange.
  public func explain(
    exchange: String, routingKey: String, properties: BasicProperties = BasicProperties(),
    virtualHost: String = "/"
  ) -> Route? {
    guard let host = host(named: virtualHost),
      let exchange = hosts[host.index].routing.exchange(named: exchange)
    else { return nil }
    let publish = BasicPublish(exchange: "", routingKey: routingKey)
    let message = try? Message(
      id: MessageID(number: 0), publish: publish, content: Content(properties: properties),
      profile: profile)
    return hosts[host.index].routing.explain(
      exchange, key: routingKey, extraKeys: message?.extraKeys ?? [],
      headers: properties.headers)
  }
}

extension Broker {
  mutating func nextSerial() -> UInt64 {
    serials &+= 1
    return serials
  }

  func host(named name: String) -> VirtualHostID? {
    let name = ExactName(name)
    return hostIDs.first { ExactName(hosts[$0.index].name) == name }
  }

  /// Where the connection stands; nil once it is over. Connections stand in the order of their
  /// numbers.
  func place(of connection: ConnectionID) -> Int? {
    var low = connections.startIndex
    var high = connections.endIndex
    while low < high {
      let middle = (low + high) / 2
      if connections[middle].id < connection { low = middle + 1 } else { high = middle }
    }
    return low < connections.endIndex && connections[low].id == connection ? low : nil
  }

  mutating func send(_ method: Method, _ content: Content? = nil, to address: ChannelAddress) {
    output.effects.append(.send(method, content, to: address))
  }

  mutating func trace(_ virtualHost: VirtualHostID?, _ fact: TraceFact) {
    let name = virtualHost.map { hosts[$0.index].name } ?? ""
    output.trace.append(TraceEntry(at: now, virtualHost: name, fact: fact))
  }

  /// How many messages are dead-lettered at one moment at most, beyond a few times as many as left
  /// their queues at first. Queues without a TTL to wait for can hand a message round for ever (on
  /// 3.10), or to more queues than there is time for: the rest waits for the next millisecond.
  private static let deadLetterLimit = 1000

  /// Does what this step has made necessary: messages that left their queues go to the
  /// dead-letter exchanges, which may make more of them leave.
  mutating func settle() {
    if deadLetters.isEmpty, forwards.isEmpty { return }
    var left = 4 * (deadLetters.count + forwards.count) + Broker.deadLetterLimit
    while left > 0 {
      left -= 1
      if let letter = deadLetters.popFirst() {
        publish(letter)
      } else if let forward = forwards.popFirst() {
        forwardNext(forward)
      } else {
        return
      }
    }
  }
}
