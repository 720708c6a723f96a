import AMQPModel

// Memory is not endless, and publishers beyond sockets do not stop by themselves.

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

  /// Memory is short, or no more. While it is, a remote connection is paused when it publishes,
  /// after that message; one that can understand it is told by `connection.blocked`.
  /// Source: `rabbit_reader`, publish_received and control_throttle.
  public mutating func setMemoryAlarm(_ isOn: Bool, into step: inout Step) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    isMemoryShort = isOn
    guard !isOn else { return }
    for place in connections.indices { unblock(place) }
  }

  mutating func block(publisher channel: ChannelID) {
    guard let place = place(of: address(of: channel).connection), connections[place].isRemote,
      !connections[place].isBlocked
    else { return }
    let id = connections[place].id
    connections[place].isBlocked = true
    if connections[place].has("connection.blocked") {
      send(
        .connectionBlocked(ConnectionBlocked(reason: "low on memory")),
        to: ChannelAddress(connection: id, channel: 0))
    }
    output.effects.append(.pausePublishing(id))
  }

  /// - Parameter isOver: whether the connection is being closed, and hears of nothing else.
  mutating func unblock(_ place: Int, isOver: Bool = false) {
    guard connections[place].isBlocked else { return }
    let id = connections[place].id
    connections[place].isBlocked = false
    if !isOver, connections[place].has("connection.blocked") {
      send(
        .connectionUnblocked(ConnectionUnblocked()),
        to: ChannelAddress(connection: id, channel: 0))
    }
    output.effects.append(.resumePublishing(id))
  }
}
