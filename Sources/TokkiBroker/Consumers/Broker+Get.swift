import AMQPModel

extension Broker {
  /// `basic.get`.
  mutating func get(_ get: BasicGet, _ channel: ChannelID) throws(AMQPException) {
    let name = try queueName(get.queue, channel)
    try check(.read, queue: name, channel)
    let queue = try accessibleQueue(name, channel)
    if queues[queue.index].isQuorum, queues[queue.index].isSingleActive {
      throw AMQPException(
        .resourceLocked,
        "cannot obtain access to locked \(ResourceName.queue(name, in: hostName(of: channel))). "
          + "basic.get operations are not supported by quorum queues with single active "
          + "consumer")
    }
    queues[queue.index].queue.noteUse(
      consumerCount: queues[queue.index].consumerCount, now: now)
    let address = address(of: channel)
    let next = queues[queue.index].queue.takeNext(now: now, removals: &removals)
    if let entry = next {
      give(entry, of: queue, noAck: get.noAck, channel)
    } else {
      send(.basicGetEmpty(BasicGetEmpty()), to: address)
    }
    queues[queue.index].queue.expireHeads(now: now, removals: &removals)
    collectRemovals(queue)
  }

  private mutating func give(
    _ entry: QueueEntry, of queue: QueueID, noAck: Bool, _ channel: ChannelID
  ) {
    let address = address(of: channel)
    let deliveryTag = channels[channel.index].nextDeliveryTag
    channels[channel.index].nextDeliveryTag &+= 1
    if noAck {
      queues[queue.index].queue.acknowledge(entry)
      // To a quorum queue this is a command more, which uncovers what has expired.
      queues[queue.index].queue.expireHeads(now: now, removals: &removals)
    } else {
      channels[channel.index].unacked.append(
        Unacked(
          deliveryTag: deliveryTag, queue: queue, consumer: nil, consumerTag: nil,
          consumerSerial: nil, serial: nextSerial(), deliveredAt: now, entry: entry))
    }
    let message = entry.message
    let ok = BasicGetOk(
      deliveryTag: deliveryTag, redelivered: entry.isRedelivered, exchange: message.exchange,
      routingKey: message.routingKey,
      messageCount: UInt32(clamping: queues[queue.index].queue.readyCount))
    send(.basicGetOk(ok), content(of: entry, from: queue, isGet: true), to: address)
    traceDelivered(entry, of: queue, to: address, consumerTag: nil, deliveryTag: deliveryTag)
  }
}
