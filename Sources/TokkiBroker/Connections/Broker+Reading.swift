import AMQPModel

// Deliveries to peers beyond sockets, which read as fast as they like.

extension Broker {
  /// Whether the remote connection's peer reads what it is sent. As long as it does not, its
  /// consumers are passed over as if at their prefetch limit; answers still go out. True also says
  /// that all deliveries up to now have gone out, so that as many again may follow.
  public mutating func setReading(
    _ connection: ConnectionID, _ isReading: Bool, into step: inout Step
  ) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    guard let place = place(of: connection), connections[place].isRemote else { return }
    if isReading {
      connections[place].window?.open()
      setStalled(false, place)
      deliverAgain(place)
      settle()
    } else {
      connections[place].window?.shut()
      setStalled(true, place)
    }
  }

  /// A remote consumer is going to get the message.
  mutating func countDelivery(_ message: Message, to consumer: ConsumerID) {
    let channel = consumers[consumer.index].channel
    guard let place = place(of: address(of: channel).connection),
      connections[place].window?.count(message.heldByteCount) ?? false
    else { return }
    setStalled(true, place)
    output.effects.append(.awaitReading(connections[place].id))
  }

  private mutating func setStalled(_ isStalled: Bool, _ place: Int) {
    for numbered in connections[place].channels {
      channels[numbered.channel.index].isStalled = isStalled
    }
  }

  /// The queues that the connection consumes from hand out what waits in them. Each time another
  /// one begins, since the first may have enough for the whole window.
  private mutating func deliverAgain(_ place: Int) {
    let own = connections[place].channels.map(\.channel)
    var waiting: [QueueID] = []
    for channel in own {
      for queue in consumedQueues(channel) where !waiting.contains(queue) {
        waiting.append(queue)
      }
    }
    for queue in waiting {
      _ = unblock(queue) { _, consumer in
        own.contains(consumer.channel) && !consumer.isOutOfCredit
      }
    }
    let turn = connections[place].window?.turn ?? 0
    for index in waiting.indices { dispatch(waiting[(index + turn) % waiting.count]) }
  }
}
