internal import AMQPModel

/// Connection and channels: opened and closed.
extension ClientMachine {
  /// Whether it takes no more requests.
  var isEnding: Bool { isRetiring || connection == .closing }

  /// What has been delivered can be settled until its channel is closed.
  func maySettle(_ method: Method, on number: UInt16) -> Bool {
    switch method {
    case .basicAck, .basicNack, .basicReject:
      channelIndex(number).map { channels[$0].state == .open } ?? false
    default: false
    }
  }

  /// Whether what the method presupposes is open, or will be before the method goes out.
  func checkOpen(for method: Method, on number: UInt16) throws(ClientError) {
    if connection == .closed { throw .notOpen(name, channel: 0) }
    if case .channelOpen = method { return }
    guard let index = channelIndex(number), channels[index].isAlive else {
      throw .notOpen(name, channel: number)
    }
  }

  mutating func openConnection() {
    connection = .opening
    act(.connect(identity))
  }

  mutating func openChannel(_ index: Int) {
    guard channels[index].state == .closed else { return }
    channels[index].state = .opening
    if connection == .open {
      send(.channelOpen(ChannelOpen()), nil, on: channels[index].number)
    }
  }

  mutating func connectionOpened() {
    connection = .open
    tell(0, .connected(identity))
    for opener in openers {
      answer(opener, .answered(.connectionOpenOk(ConnectionOpenOk()), nil))
    }
    openers.removeAll()
    if recovery != nil { return startRestoring() }
    for index in channels.indices where channels[index].state == .opening {
      send(.channelOpen(ChannelOpen()), nil, on: channels[index].number)
    }
  }

  /// The channel is open: what was asked for on it goes out.
  mutating func channelOpened(_ index: Int) {
    for opener in channels[index].openers {
      answer(opener, .answered(.channelOpenOk(ChannelOpenOk()), nil))
    }
    channels[index].openers.removeAll()
    let backlog = channels[index].backlog
    channels[index].backlog.removeAll()
    for (position, request) in backlog.enumerated() {
      // A request of the backlog may close the channel; what was asked for later opens it anew.
      if channels[index].state == .open {
        send(request, on: index)
      } else {
        channels[index].backlog += backlog[position...]
        return
      }
    }
  }

  /// The channel is over; those who wait for an answer on it get that result.
  mutating func channelClosed(_ index: Int, _ result: RequestResult) {
    let closed = channels[index]
    channels[index].close(countingOn: policy != nil)
    if closed.lostSetup == nil {
      for consumer in closed.consumers { consumerEnded(on: consumer.queue) }
    }
    for request in closed.awaiting { answer(request.id, result) }
    if !closed.unconfirmed.isEmpty {
      tell(closed.number, .unconfirmedLost(Array(closed.unconfirmed)))
    }
  }

  /// A channel that was closed while something was asked for on it opens again.
  mutating func reopenIfAsked(_ index: Int) {
    guard recovery == nil else { return }
    guard !channels[index].backlog.isEmpty || !channels[index].openers.isEmpty else { return }
    openChannel(index)
  }

  mutating func closeConnection() {
    connection = .closing
    recovery = nil
    send(.connectionClose(ConnectionClose(replyCode: 200, replyText: "Goodbye")), nil, on: 0)
  }

  /// The connection is over; those who wait for anything get that result.
  mutating func disconnect(_ result: RequestResult) {
    for request in endConnection() { answer(request, result) }
  }

  /// The connection was never there; those who wait for anything get that error.
  mutating func disconnect(refusing error: ClientError) {
    for request in endConnection() { refuse(request, error) }
  }

  /// Forgets the connection, and returns who waited for something of it.
  private mutating func endConnection() -> [RequestID] {
    var waiting = openers
    for index in channels.indices {
      waiting += channels[index].awaiting.compactMap(\.id)
      waiting += channels[index].openers + channels[index].backlog.compactMap(\.id)
      if !channels[index].unconfirmed.isEmpty {
        tell(channels[index].number, .unconfirmedLost(Array(channels[index].unconfirmed)))
      }
    }
    waiting += closers
    openers.removeAll()
    closers.removeAll()
    channels.removeAll()
    connection = .closed
    recovery = nil
    topology = DeclaredTopology()
    isRetiring = false
    isBlocked = false
    tell(0, .disconnected)
    act(.disconnect)
    return waiting
  }
}
