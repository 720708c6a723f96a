package import AMQPModel
package import MethodJSON

/// What the clients of a scenario know of themselves, and what they heard since the step began:
/// the same whichever broker they talk to.
package struct Hearing: Sendable {
  package struct Client: Sendable {
    package var channels: Set<UInt16> = []
    /// In confirm mode: the messages that were confirmed, for each channel.
    fileprivate var confirmed: [UInt16: Set<Int64>] = [:]
  }

  package private(set) var clients: [String: Client] = [:]
  package var arrivals: [Arrival] = []

  package init() {}

  /// What a client says of itself when it connects: it can do everything, but for what is false
  /// among the capabilities.
  package static func clientProperties(but capabilities: JSON) -> FieldTable {
    let usual = [
      "publisher_confirms", "exchange_exchange_bindings", "basic.nack", "consumer_cancel_notify",
      "connection.blocked", "authentication_failure_close",
    ]
    let granted = usual.map {
      FieldTable.Entry(name: $0, value: .boolean(capabilities[$0] != .boolean(false)))
    }
    return ["product": "conformance", "capabilities": .table(FieldTable(granted))]
  }

  package mutating func enter(_ name: String) { clients[name] = Client() }

  package mutating func leave(_ name: String) { clients[name] = nil }

  /// The client uses the channel from now on.
  package mutating func use(_ channel: UInt16, of name: String) {
    clients[name]?.channels.insert(channel)
  }

  /// The client has sent the method, and goes by it.
  package mutating func note(_ method: Method, from name: String, on channel: UInt16) {
    switch method {
    case .confirmSelect where clients[name]?.channels.contains(channel) == true:
      clients[name]?.confirmed[channel, default: []].formUnion([])
    case .channelClose: forget(channel, of: name)
    default: break
    }
  }

  /// The client gets a method. What it answers to it at once.
  package mutating func hear(
    _ method: Method, _ content: Content?, at name: String, on channel: UInt16
  ) -> Method? {
    let arrival = Arrival(
      client: name, channel: channel, method: method.name, arguments: method.argumentsJSON,
      content: content)
    switch method {
    case .basicAck(let ack) where clients[name]?.confirmed[channel] != nil:
      takeApart(arrival, ack.deliveryTag, ack.multiple)
    case .basicNack(let nack) where clients[name]?.confirmed[channel] != nil:
      takeApart(arrival, nack.deliveryTag, nack.multiple)
    case .channelClose:
      arrivals.append(arrival)
      forget(channel, of: name)
      return .channelCloseOk(ChannelCloseOk())
    case .connectionClose:
      arrivals.append(arrival)
      return .connectionCloseOk(ConnectionCloseOk())
    default: arrivals.append(arrival)
    }
    return nil
  }

  /// The socket is closed; without a word, unless something was heard on channel 0.
  package mutating func hearEnd(of name: String) {
    if clients.removeValue(forKey: name) == nil { return }
    if !arrivals.contains(where: { $0.client == name && $0.channel == 0 }) {
      arrivals.append(Arrival(client: name, channel: 0, method: "socket.closed"))
    }
  }

  /// A confirm of several messages becomes one for each.
  private mutating func takeApart(_ arrival: Arrival, _ tag: UInt64, _ isMultiple: Bool) {
    let last = Int64(clamping: tag)
    for number in (isMultiple ? min(1, last) : last)...last {
      let client = arrival.client
      let isNew = clients[client]?.confirmed[arrival.channel]?.insert(number).inserted
      if isNew == true { arrivals.append(arrival.confirming(number)) }
    }
  }

  private mutating func forget(_ channel: UInt16, of name: String) {
    clients[name]?.channels.remove(channel)
    clients[name]?.confirmed[channel] = nil
  }
}
