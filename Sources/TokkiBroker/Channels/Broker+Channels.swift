import AMQPModel

extension Broker {
  /// - Parameter channel: the channel of that number, if there is one.
  mutating func acceptOnChannel(
    _ method: Method, _ content: consuming Content?, on address: ChannelAddress,
    _ channel: ChannelID?
  ) {
    guard let channel else {
      if case .channelOpen = method {
        openChannel(address)
      } else {
        refuse(AMQPException(.channelError, "expected 'channel.open'"), method, address)
      }
      return
    }
    if channels[channel.index].state == .closing {
      return acceptOnClosingChannel(method, channel, address)
    }
    do throws(AMQPException) {
      try perform(method, content, channel, address)
    } catch {
      refuse(error, method, address)
    }
  }

  private mutating func openChannel(_ address: ChannelAddress) {
    guard let place = place(of: address.connection), let host = connections[place].virtualHost
    else { return }
    do throws(AMQPException) {
      try checkChannelLimit(place)
    } catch {
      return refuse(error, nil, address)
    }
    var channel = Channel(address: address, virtualHost: host)
    channel.isRestricted = isRestricted(connections[place].user, in: host)
    channel.isRemote = connections[place].isRemote
    channel.isStalled = connections[place].window?.isShut ?? false
    let id = ChannelID(index: channels.insert(channel))
    connections[place].add(id, number: address.channel)
    send(.channelOpenOk(ChannelOpenOk()), to: address)
  }

  /// The broker has sent `channel.close`: only the answer counts, and that the client must not
  /// open the channel before it has answered.
  private mutating func acceptOnClosingChannel(
    _ method: Method, _ channel: ChannelID, _ address: ChannelAddress
  ) {
    if case .channelCloseOk = method {
      remove(channel, address)
    } else if case .channelClose = method {
      send(.channelCloseOk(ChannelCloseOk()), to: address)
    } else if case .channelOpen = method {
      refuse(.secondOpening, method, address)
    }
  }

  private mutating func remove(_ channel: ChannelID, _ address: ChannelAddress) {
    if let place = place(of: address.connection) {
      connections[place].removeChannel(address.channel)
    }
    channels.remove(channel.index)
  }

  func address(of channel: ChannelID) -> ChannelAddress { channels[channel.index].address }

  func host(of channel: ChannelID) -> VirtualHostID { channels[channel.index].virtualHost }

  func hostName(of channel: ChannelID) -> String { hosts[host(of: channel).index].name }
}

// MARK: - Channel methods

extension Broker {
  mutating func closeChannel(_ channel: ChannelID) {
    let address = address(of: channel)
    let host = host(of: channel)
    emptyChannels([channel])
    remove(channel, address)
    if isTracing { trace(host, .closedChannel(address, nil)) }
    send(.channelCloseOk(ChannelCloseOk()), to: address)
  }

  mutating func setFlow(
    _ flow: ChannelFlow, _ channel: ChannelID
  ) throws(AMQPException) {
    guard flow.active else { throw AMQPException(.notImplemented, "active=false") }
    send(.channelFlowOk(ChannelFlowOk(active: true)), to: address(of: channel))
  }

  mutating func selectConfirms(
    _ select: ConfirmSelect, _ channel: ChannelID
  ) throws(AMQPException) {
    if channels[channel.index].transaction != nil {
      throw AMQPException(.preconditionFailed, "cannot switch from tx to confirm mode")
    }
    if channels[channel.index].nextPublish == nil { channels[channel.index].nextPublish = 1 }
    if !select.noWait { send(.confirmSelectOk(ConfirmSelectOk()), to: address(of: channel)) }
  }
}

// MARK: - The end of channels

extension Broker {
  /// What a channel that ends leaves behind in one queue.
  private struct Remains {
    var lostConsumer = false
    var lostHolder = false
    var deliveries: [Unacked] = []
  }

  /// Ends what these channels have going: consumers are removed, unacked messages go back, an
  /// auto-delete queue that loses its last consumer is deleted, and the consumers of other
  /// channels get what came back. Source: `rabbit_amqqueue_process:handle_ch_down/2`.
  mutating func emptyChannels(_ ended: [ChannelID]) {
    var remains: [QueueID: Remains] = [:]
    for channel in ended {
      for delivery in takeDeliveries(channel) {
        if let queue = delivery.queue {
          remains[queue, default: Remains()].deliveries.append(delivery)
        }
      }
      for consumer in channels[channel.index].consumers {
        let queue = consumers[consumer.index].queue
        let wasHolder = removeConsumer(consumer, because: "its channel is closed")
        remains[queue, default: Remains()].lostConsumer = true
        if wasHolder { remains[queue, default: Remains()].lostHolder = true }
      }
      channels[channel.index].consumers.removeAll()
      if let reply = channels[channel.index].replyConsumer {
        replyChannels[ExactName(reply.queueName)] = nil
      }
      forget(.channel(address(of: channel)), host(of: channel))
    }
    let queueIDs = remains.map(\.key).sorted { queues[$0.index].serial < queues[$1.index].serial }
    for queue in queueIDs {
      guard let left = remains[queue] else { continue }
      if left.lostConsumer, queues[queue.index].isDoneWith {
        deleteQueue(queue, because: "its last consumer is gone")
      } else {
        if left.lostHolder || queues[queue.index].isQuorum { activateNext(queue) }
        giveBack(left.deliveries, to: queue)
      }
    }
  }

  /// Everything that the channel has not settled, oldest first, in a transaction or not.
  private mutating func takeDeliveries(_ channel: ChannelID) -> [Unacked] {
    var deliveries = channels[channel.index].unacked.removeAll()
    for settling in channels[channel.index].transaction?.settlings ?? [] {
      deliveries.append(contentsOf: settling.deliveries)
    }
    endTransaction(channel)
    return deliveries.sorted { $0.deliveryTag < $1.deliveryTag }
  }

  /// The deliveries of channels that are gone are ready again.
  private mutating func giveBack(_ deliveries: [Unacked], to queue: QueueID) {
    let isQuorum = queues[queue.index].isQuorum
    let entries = (isQuorum ? byConsumer(deliveries) : deliveries).map(\.entry)
    queues[queue.index].queue.requeue(
      entries, isConsumerGone: true, now: now, removals: &removals)
    traceRequeued(entries, queue)
    dispatch(queue)
  }

  /// A quorum queue takes back what one consumer had after the other: before 4.0 in the order of
  /// the consumers' tags, a `basic.get` counting as a consumer by the name of its delivery tag;
  /// now in the order of their start, `basic.get` last. Source: `rabbit_fifo`, handle_down and the
  /// keys of its consumers.
  private func byConsumer(_ deliveries: [Unacked]) -> [Unacked] {
    deliveries.sorted { left, right in
      if profile.consumersAreKeyedByTag || left.consumerSerial == nil && right.consumerSerial == nil
      {
        let one = ExactName(left.consumerTag ?? String(left.deliveryTag))
        let other = ExactName(right.consumerTag ?? String(right.deliveryTag))
        if one != other { return one < other }
      } else if left.consumerSerial != right.consumerSerial {
        return left.consumerSerial ?? .max < right.consumerSerial ?? .max
      }
      return left.deliveryTag < right.deliveryTag
    }
  }

  /// Quorum queues need not remember the publisher any more.
  mutating func forget(_ publisher: Publisher, _ host: VirtualHostID) {
    for queue in hosts[host.index].queues
    where queues[queue.index].queue.settings.kind == .quorum {
      queues[queue.index].queue.publishers.forget(publisher)
    }
  }
}

extension Broker {
  /// A message was published that is larger than the server takes; its body was not kept.
  ///
  /// - Parameter limit: how many bytes a body may have.
  public mutating func refuseOversized(
    size: UInt64, limit: UInt64, on address: ChannelAddress, into step: inout Step
  ) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    let exception = AMQPException(
      .preconditionFailed, "message size \(size) is larger than configured max size \(limit)")
    let method = Method.basicPublish(BasicPublish())
    guard let place = place(of: address.connection),
      let channel = connections[place].channel(address.channel)
    else { return accept(method, Content(), on: address) }
    if channels[channel.index].state != .closing { refuse(exception, method, address) }
    settle()
  }
}
