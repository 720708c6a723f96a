import AMQPModel

/// A connection of a client.
struct Connection: Hashable, Sendable {
  enum State: Hashable, Sendable {
    /// `connection.open` has not come yet.
    case opening
    case open
    /// The broker has sent `connection.close`: only its answer is waited for.
    case closing
  }

  /// One channel of the connection, with its number.
  struct Numbered: Hashable, Sendable {
    var number: UInt16
    var channel: ChannelID
  }

  let id: ConnectionID
  var name: String
  let user: String
  /// Whether it may publish in other users' names; so it was when it was opened.
  let mayImpersonate: Bool
  let clientProperties: FieldTable
  var state = State.opening
  /// Only remote connections have one: what they may be ahead of their peers.
  var window: DeliveryWindow?
  /// What has come since it was blocked for publishing while memory is short; nil while it is
  /// not blocked.
  var heldInputs: [HeldInput]?
  var virtualHost: VirtualHostID?
  /// In the order of their numbers.
  private(set) var channels: [Numbered] = []

  init(
    id: ConnectionID, name: String, user: String, mayImpersonate: Bool,
    clientProperties: FieldTable, isRemote: Bool = false
  ) {
    self.id = id
    self.name = name
    self.user = user
    self.mayImpersonate = mayImpersonate
    self.clientProperties = clientProperties
    window = isRemote ? DeliveryWindow() : nil
  }

  var isRemote: Bool { window != nil }

  /// Whether the client wants to hear of consumers that the broker cancels.
  /// Source: RabbitMQ's guide to consumer cancel notification.
  var wantsCancelNotifications: Bool { has("consumer_cancel_notify") }

  /// Whether the client says that it has that capability.
  func has(_ capability: String) -> Bool {
    guard case .table(let capabilities) = clientProperties["capabilities"] else { return false }
    return capabilities[capability] == .boolean(true)
  }

  func channel(_ number: UInt16) -> ChannelID? {
    let place = place(of: number)
    guard place < channels.endIndex, channels[place].number == number else { return nil }
    return channels[place].channel
  }

  mutating func add(_ channel: ChannelID, number: UInt16) {
    channels.insert(Numbered(number: number, channel: channel), at: place(of: number))
  }

  mutating func removeChannel(_ number: UInt16) {
    channels.removeAll { $0.number == number }
  }

  mutating func removeAllChannels() { channels.removeAll() }

  /// Where the channel of that number stands or would stand.
  private func place(of number: UInt16) -> Int {
    var low = channels.startIndex
    var high = channels.endIndex
    while low < high {
      let middle = (low + high) / 2
      if channels[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
