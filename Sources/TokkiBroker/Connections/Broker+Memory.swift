import AMQPModel

// Memory is not endless, and publishers beyond sockets do not stop by themselves.

/// What a blocked connection has sent.
struct HeldInput: Hashable, Sendable {
  let channel: UInt16
  let method: Method
  let content: Content?
}

extension Broker {
  /// About how many bytes of memory messages take: in queues, ready and unacked, and in
  /// transactions. A message in ten queues counts ten times, although they share it: rather too
  /// much than too little.
  public var heldByteCount: Int {
    var sum = transactionByteCount
    for host in hostIDs {
      for queue in hosts[host.index].queues { sum += queues[queue.index].queue.heldByteCount }
    }
    return sum
  }

  /// Memory is short, or no more. While it is, a remote connection that publishes is blocked:
  /// nothing of it is heard until there is memory again, be it a publish or not. A client that can
  /// understand it is told by `connection.blocked`.
  /// Source: `rabbit_reader`, publish_received and control_throttle.
  public mutating func setMemoryAlarm(_ isOn: Bool, into step: inout Step) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    isMemoryShort = isOn
    guard !isOn else { return }
    for connection in connections.filter({ $0.heldInputs != nil }) { unblock(connection) }
    settle()
  }

  /// Whether the method is not to be heard now: RabbitMQ stops at the header of a message, and
  /// so takes only one that has no body.
  mutating func blocks(
    _ method: Method, _ content: Content?, on address: ChannelAddress, _ place: Int
  ) -> Bool {
    guard case .basicPublish = method, connections[place].isRemote else { return false }
    let isWhole = content?.body.isEmpty ?? true
    let held = HeldInput(channel: address.channel, method: method, content: content)
    connections[place].heldInputs = isWhole ? [] : [held]
    if connections[place].has("connection.blocked") {
      send(
        .connectionBlocked(ConnectionBlocked(reason: "low on memory")),
        to: ChannelAddress(connection: address.connection, channel: 0))
    }
    output.effects.append(.pausePublishing(address.connection))
    return !isWhole
  }

  private mutating func unblock(_ connection: Connection) {
    guard let place = place(of: connection.id) else { return }
    readOn(place)
    if connection.has("connection.blocked") {
      send(
        .connectionUnblocked(ConnectionUnblocked()),
        to: ChannelAddress(connection: connection.id, channel: 0))
    }
    for input in connection.heldInputs ?? [] {
      accept(
        input.method, input.content,
        on: ChannelAddress(connection: connection.id, channel: input.channel))
    }
  }

  /// Forgets what a blocked connection has sent. When it is being closed, that is ignored anyway,
  /// and its answer to the close is waited for.
  mutating func readOn(_ place: Int) {
    guard connections[place].heldInputs != nil else { return }
    connections[place].heldInputs = nil
    output.effects.append(.resumePublishing(connections[place].id))
  }
}
