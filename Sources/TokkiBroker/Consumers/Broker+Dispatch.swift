import AMQPModel

// Who gets the next message. Sources: `rabbit_queue_consumers.erl` and `rabbit_limiter.erl` for
// classic queues, `rabbit_fifo.erl` for quorum queues.

extension Broker {
  /// Hands out ready messages as long as there is a consumer that can take one.
  mutating func dispatch(_ queue: QueueID) {
    var held: [(consumer: ConsumerID, entry: QueueEntry)] = []
    let isQuorum = queues[queue.index].isQuorum
    while queues[queue.index].queue.readyCount > 0, let consumer = readyConsumer(of: queue) {
      let next = queues[queue.index].queue.takeNext(now: now, removals: &removals)
      guard let entry = next else { break }
      if isQuorum {
        reserve(consumer, entry.message, of: queue)
        held.append((consumer, entry))
      } else {
        deliver(entry, to: consumer, of: queue)
      }
    }
    send(held, of: queue)
    queues[queue.index].queue.expireHeads(now: now, removals: &removals)
    // Consumers come first: a quorum queue drops what is too much for it only after them.
    if isQuorum {
      queues[queue.index].queue.dropExcess(&removals)
      queues[queue.index].queue.expireHeads(now: now, removals: &removals)
    }
    collectRemovals(queue)
  }

  /// What one command of a quorum queue delivers goes out consumer by consumer, in the order in
  /// which the queue keeps them. Source: `rabbit_fifo:checkout0/3`, the map of messages to send.
  private mutating func send(
    _ held: [(consumer: ConsumerID, entry: QueueEntry)], of queue: QueueID
  ) {
    var groups: [(consumer: ConsumerID, entries: [QueueEntry])] = []
    for (consumer, entry) in held {
      if let index = groups.firstIndex(where: { $0.consumer == consumer }) {
        groups[index].entries.append(entry)
      } else {
        groups.append((consumer, [entry]))
      }
    }
    if groups.count > 1 {
      groups.sort { left, right in
        let (left, right) = (consumers[left.consumer.index], consumers[right.consumer.index])
        let (tag, otherTag) = (ExactName(left.tag), ExactName(right.tag))
        if profile.consumersAreKeyedByTag, tag != otherTag { return tag < otherTag }
        return left.serial < right.serial
      }
    }
    for group in groups {
      for entry in group.entries { send(entry, to: group.consumer, of: queue) }
    }
  }

  /// The consumer that the queue's next message goes to. Consumers that cannot take one are set
  /// aside on the way.
  mutating func readyConsumer(of queue: QueueID) -> ConsumerID? {
    if queues[queue.index].isSingleActive {
      guard let holder = queues[queue.index].holder, !queues[queue.index].isHolderLeaving,
        !queues[queue.index].line.isBlocked(holder)
      else { return nil }
      if canTake(holder) { return holder }
      queues[queue.index].line.block(holder)
      return nil
    }
    while let consumer = queues[queue.index].line.first {
      if canTake(consumer) { return consumer }
      queues[queue.index].line.block(consumer)
    }
    return nil
  }

  /// Whether its peer reads, and neither its own prefetch limit nor its channel's forbids a
  /// delivery.
  private func canTake(_ consumer: ConsumerID) -> Bool {
    if consumers[consumer.index].isOutOfCredit { return false }
    let channel = consumers[consumer.index].channel
    if !channels[channel.index].isRestrained { return true }
    if channels[channel.index].isStalled { return false }
    guard let limiter = channels[channel.index].limiter else { return true }
    return !limiter.isReached || queues[consumers[consumer.index].queue.index].isQuorum
  }

  mutating func deliver(_ entry: QueueEntry, to consumer: ConsumerID, of queue: QueueID) {
    reserve(consumer, entry.message, of: queue)
    send(entry, to: consumer, of: queue)
  }

  /// The consumer, which stands first in line, is going to get the message.
  private mutating func reserve(
    _ consumer: ConsumerID, _ message: Message, of queue: QueueID
  ) {
    if !consumers[consumer.index].noAck {
      consumers[consumer.index].unackedCount += 1
      consumers[consumer.index].credit? -= 1
    }
    if queues[queue.index].isQuorum, consumers[consumer.index].isOutOfCredit {
      queues[queue.index].line.block(consumer)
    } else if !queues[queue.index].isSingleActive {
      queues[queue.index].line.rotate()
    }
    if consumers[consumer.index].isRemote { countDelivery(message, to: consumer) }
  }

  private mutating func send(
    _ entry: QueueEntry, to consumer: ConsumerID, of queue: QueueID
  ) {
    let channel = consumers[consumer.index].channel
    let noAck = consumers[consumer.index].noAck
    let tag = consumers[consumer.index].tag
    let deliveryTag = channels[channel.index].nextDeliveryTag
    channels[channel.index].nextDeliveryTag &+= 1
    if noAck {
      queues[queue.index].queue.acknowledge(entry)
    } else {
      let unacked = Unacked(
        deliveryTag: deliveryTag, queue: queue, consumer: consumer, consumerTag: tag,
        consumerSerial: consumers[consumer.index].serial, serial: nextSerial(),
        deliveredAt: now, entry: entry)
      channels[channel.index].unacked.append(unacked)
      channels[channel.index].limiter?.volume += 1
    }
    let address = channels[channel.index].address
    let message = entry.message
    let deliver = BasicDeliver(
      consumerTag: tag, deliveryTag: deliveryTag, redelivered: entry.isRedelivered,
      exchange: message.exchange, routingKey: message.routingKey)
    send(.basicDeliver(deliver), content(of: entry, from: queue, isGet: false), to: address)
    traceDelivered(entry, of: queue, to: address, consumerTag: tag, deliveryTag: deliveryTag)
  }

  /// - Parameter consumerTag: nil for a `basic.get`.
  mutating func traceDelivered(
    _ entry: QueueEntry, of queue: QueueID, to address: ChannelAddress, consumerTag: String?,
    deliveryTag: UInt64
  ) {
    guard isTracing else { return }
    let delivery = TracedDelivery(
      copy: entry.copy, queue: queues[queue.index].queue.name, channel: address,
      consumerTag: consumerTag, deliveryTag: deliveryTag, redelivered: entry.isRedelivered)
    trace(queues[queue.index].virtualHost, .delivered(delivery))
  }
}

extension Broker {
  func content(of entry: QueueEntry, from queue: QueueID, isGet: Bool) -> Content {
    if !queues[queue.index].isQuorum { return entry.message.content }
    return entry.content(from: queues[queue.index].queue, isGet: isGet, profile: profile)
  }
}

// MARK: - Prefetch

extension Broker {
  /// The consumer has settled deliveries. Returns whether that lets a consumer of the queue back
  /// into the line.
  mutating func returnCredit(_ count: Int, to consumer: ConsumerID, of queue: QueueID) -> Bool {
    consumers[consumer.index].unackedCount -= count
    guard let credit = consumers[consumer.index].credit else { return false }
    consumers[consumer.index].credit = credit + count
    if credit > 0 { return false }
    if queues[queue.index].isQuorum {
      return unblock(queue) { id, _ in id == consumer }
    }
    let channel = consumers[consumer.index].channel
    return unblock(queue) { _, other in other.channel == channel && !other.isOutOfCredit }
  }

  /// The channel's own limit allows deliveries again.
  mutating func resume(_ channel: ChannelID) {
    for queue in consumedQueues(channel) where !queues[queue.index].isQuorum {
      let isBack = unblock(queue) { _, consumer in
        consumer.channel == channel && !consumer.isOutOfCredit
      }
      if isBack { dispatch(queue) }
    }
  }

  /// The queues that the channel consumes from, the one declared last first: RabbitMQ's order is
  /// random here.
  /// Source: `rabbit_limiter:notify_queues/1`.
  func consumedQueues(_ channel: ChannelID) -> [QueueID] {
    var found: [QueueID] = []
    for consumer in channels[channel.index].consumers {
      let queue = consumers[consumer.index].queue
      if !found.contains(queue) { found.append(queue) }
    }
    return found.sorted { queues[$0.index].serial > queues[$1.index].serial }
  }

  /// Lets consumers of the queue back into its line.
  mutating func unblock(
    _ queue: QueueID, where condition: (ConsumerID, Consumer) -> Bool
  ) -> Bool {
    let consumers = consumers
    return queues[queue.index].line.unblock(
      priority: { consumers[$0.index].priority },
      where: { condition($0, consumers[$0.index]) })
  }

  mutating func setPrefetch(_ qos: BasicQos, _ channel: ChannelID) throws(AMQPException) {
    if qos.prefetchSize != 0 {
      throw AMQPException(.notImplemented, "prefetch_size!=0 (\(qos.prefetchSize))")
    }
    let wasReached = channels[channel.index].limiter?.isReached ?? false
    if !qos.global { channels[channel.index].prefetchCount = qos.prefetchCount }
    if !qos.global || qos.prefetchCount == 0 {
      channels[channel.index].limiter = nil
    } else if channels[channel.index].limiter == nil {
      channels[channel.index].limiter = ChannelLimiter(
        prefetchCount: qos.prefetchCount, volume: channels[channel.index].unacked.count)
    } else {
      channels[channel.index].limiter?.prefetchCount = qos.prefetchCount
    }
    send(.basicQosOk(BasicQosOk()), to: address(of: channel))
    let isReached = channels[channel.index].limiter?.isReached ?? false
    if wasReached, !isReached { resume(channel) }
  }
}
