import AMQPModel

extension Broker {
  /// How many deliveries a quorum queue has under way to a consumer without a prefetch limit.
  /// Source: `rabbit_fifo_client`, UNLIMITED_PREFETCH_COUNT.
  private static let quorumPrefetchCount = 2000

  mutating func startConsumer(
    _ consume: BasicConsume, _ channel: ChannelID
  ) throws(AMQPException) {
    let name = try queueName(consume.queue, channel)
    if name == ReplyQueue.name { return try startReplyConsumer(consume, channel) }
    if consumer(tagged: consume.consumerTag, channel) != nil {
      throw AMQPException(
        .notAllowed, "attempt to reuse consumer tag '\(consume.consumerTag)'")
    }
    try check(.read, queue: name, channel)
    let queue = try accessibleQueue(name, channel)
    try checkConsume(consume, queue, name, channel)

    let tag = consume.consumerTag.isEmpty ? names.name("amq.ctag") : consume.consumerTag
    let prefetchCount = channels[channel.index].prefetchCount
    let isQuorum = queues[queue.index].isQuorum
    let unlimited = isQuorum ? Broker.quorumPrefetchCount : nil
    let limit = prefetchCount == 0 ? unlimited : Int(prefetchCount)
    let consumer = Consumer(
      tag: tag, channel: channel, queue: queue, noAck: consume.noAck,
      isExclusive: consume.exclusive, priority: consume.arguments["x-priority"]?.integer ?? 0,
      prefetchCount: prefetchCount, arguments: consume.arguments, serial: nextSerial(),
      isRemote: channels[channel.index].isRemote, credit: consume.noAck ? nil : limit)
    let id = ConsumerID(index: consumers.insert(consumer))
    channels[channel.index].consumers.append(id)
    add(id, consumer, to: queue)
    let address = address(of: channel)
    if isTracing {
      trace(host(of: channel), .consumerStarted(queue: name, consumerTag: tag, address))
    }
    if !consume.noWait {
      send(.basicConsumeOk(BasicConsumeOk(consumerTag: tag)), to: address)
    }
    dispatch(queue)
  }

  private func checkConsume(
    _ consume: BasicConsume, _ queue: QueueID, _ name: String, _ channel: ChannelID
  ) throws(AMQPException) {
    let queueName = ResourceName.queue(name, in: hostName(of: channel))
    if let priority = consume.arguments["x-priority"], priority.integer == nil {
      throw AMQPException(
        .preconditionFailed,
        "invalid arg 'x-priority' for \(queueName): \"expected integer, got "
          + "\(ErlangTerm(priority).typeName)\"")
    }
    var foreign = profile.streamConsumerArguments
    if queues[queue.index].isQuorum { foreign += profile.classicConsumerArguments }
    for entry in consume.arguments.entries where foreign.contains(entry.name) {
      let kind = queues[queue.index].queue.settings.kind.rawValue
      throw AMQPException(
        .preconditionFailed,
        "invalid arg '\(entry.name)' for \(queueName) of queue type rabbit_\(kind)_queue")
    }
    if queues[queue.index].isQuorum {
      if channels[channel.index].limiter != nil {
        throw AMQPException(.notImplemented, "\(queueName) does not support global qos")
      }
      return
    }
    let inUse =
      queues[queue.index].isSingleActive
      ? consume.exclusive
      : queues[queue.index].holder != nil
        || consume.exclusive && queues[queue.index].consumerCount > 0
    if inUse { throw AMQPException(.accessRefused, "\(queueName) in exclusive use") }
  }

  /// The consumer takes its place at the queue.
  private mutating func add(_ id: ConsumerID, _ consumer: Consumer, to queue: QueueID) {
    queues[queue.index].consumerCount += 1
    queues[queue.index].queue.noteUse(
      consumerCount: queues[queue.index].consumerCount, now: now)
    if queues[queue.index].isSingleActive, queues[queue.index].isQuorum {
      addWaiting(id, to: queue)
      activateNext(queue)
      return
    }
    queues[queue.index].line.append(id, priority: consumer.priority)
    let becomesHolder =
      queues[queue.index].isSingleActive
      ? queues[queue.index].holder == nil : consumer.isExclusive && !queues[queue.index].isQuorum
    if becomesHolder { queues[queue.index].holder = id }
  }

  mutating func cancelConsumer(_ cancel: BasicCancel, _ channel: ChannelID) {
    let address = address(of: channel)
    if !cancel.noWait {
      send(.basicCancelOk(BasicCancelOk(consumerTag: cancel.consumerTag)), to: address)
    }
    if let reply = channels[channel.index].replyConsumer,
      ExactName(reply.tag) == ExactName(cancel.consumerTag)
    {
      channels[channel.index].replyConsumer = nil
      replyChannels[ExactName(reply.queueName)] = nil
      return
    }
    guard let consumer = consumer(tagged: cancel.consumerTag, channel) else { return }
    let queue = consumers[consumer.index].queue
    let wasHolder = removeConsumer(consumer, because: "basic.cancel")
    channels[channel.index].consumers.removeAll { $0 == consumer }
    if queues[queue.index].isDoneWith {
      deleteQueue(queue, because: "its last consumer was cancelled")
    } else {
      if wasHolder || queues[queue.index].isQuorum { activateNext(queue) }
      if queues[queue.index].isQuorum || profile.cancelServesNextActive { dispatch(queue) }
    }
  }

  func consumer(tagged tag: String, _ channel: ChannelID) -> ConsumerID? {
    let tag = ExactName(tag)
    return channels[channel.index].consumers.first {
      ExactName(consumers[$0.index].tag) == tag
    }
  }

  /// Takes the consumer away from its queue; its deliveries stay unacked. Its channel's list is
  /// left to the caller. Returns whether it was the exclusive or the active one.
  mutating func removeConsumer(_ id: ConsumerID, because reason: String) -> Bool {
    let consumer = consumers[id.index]
    let queue = consumer.queue
    if consumer.unackedCount > 0 {
      channels[consumer.channel.index].forEachUnacked { delivery in
        if delivery.consumer == id { delivery.consumer = nil }
      }
    }
    queues[queue.index].line.remove(id)
    queues[queue.index].waiting.removeAll { $0 == id }
    queues[queue.index].consumerCount -= 1
    queues[queue.index].queue.noteUse(
      consumerCount: queues[queue.index].consumerCount, now: now)
    let wasHolder = queues[queue.index].holder == id
    if wasHolder {
      queues[queue.index].holder = nil
      queues[queue.index].isHolderLeaving = false
    }
    consumers.remove(id.index)
    if isTracing {
      trace(
        queues[queue.index].virtualHost,
        .consumerCancelled(
          queue: queues[queue.index].queue.name, consumerTag: consumer.tag,
          address(of: consumer.channel), because: reason))
    }
    return wasHolder
  }
}

// MARK: - Single active consumer

extension Broker {
  /// The queue has no active consumer, or a better one waits: chooses the next one.
  ///
  /// A classic queue takes who stands first in line. A quorum queue lets a consumer of a higher
  /// priority take over as soon as the active one has settled what it has.
  /// Sources: `rabbit_amqqueue_process`, new_single_active_consumer_after_basic_cancel;
  /// `rabbit_fifo`, activate_next_consumer.
  mutating func activateNext(_ queue: QueueID) {
    guard queues[queue.index].isSingleActive else { return }
    guard queues[queue.index].isQuorum else {
      queues[queue.index].holder = queues[queue.index].line.first
      return
    }
    takeLeave(queue)
    guard let next = queues[queue.index].waiting.first else { return }
    guard let active = queues[queue.index].holder else {
      return activate(next, queue)
    }
    guard profile.higherPriorityTakesOver,
      consumers[next.index].priority > consumers[active.index].priority
    else { return }
    if consumers[active.index].unackedCount > 0 {
      queues[queue.index].isHolderLeaving = true
    } else {
      queues[queue.index].line.remove(active)
      activate(next, queue)
      addWaiting(active, to: queue)
    }
  }

  /// A consumer that is to give way has settled the last that it had: it waits from now on. When
  /// it gave that back, nobody is active before somebody settles, consumes, cancels or goes.
  /// Source: `rabbit_fifo`, update_or_remove_con, and return, which chooses nobody.
  mutating func letHolderLeave(_ queue: QueueID) {
    guard queues[queue.index].isHolderLeaving, let active = queues[queue.index].holder,
      consumers[active.index].unackedCount == 0
    else { return }
    queues[queue.index].isHolderLeaving = false
    queues[queue.index].holder = nil
    queues[queue.index].line.remove(active)
    addWaiting(active, to: queue)
  }

  /// The active consumer that gives way has settled what it had: it waits now, and may be the first
  /// of those who do. Source: `rabbit_fifo`, update_or_remove_con.
  private mutating func takeLeave(_ queue: QueueID) {
    guard queues[queue.index].isHolderLeaving, let active = queues[queue.index].holder,
      consumers[active.index].unackedCount == 0
    else { return }
    queues[queue.index].line.remove(active)
    queues[queue.index].holder = nil
    queues[queue.index].isHolderLeaving = false
    addWaiting(active, to: queue)
  }

  private mutating func activate(_ consumer: ConsumerID, _ queue: QueueID) {
    queues[queue.index].waiting.removeFirst()
    queues[queue.index].isHolderLeaving = false
    queues[queue.index].holder = consumer
    queues[queue.index].line.append(consumer, priority: consumers[consumer.index].priority)
    if consumers[consumer.index].isOutOfCredit { queues[queue.index].line.block(consumer) }
  }

  /// Who waits is sorted by priority, credit and time of coming; before 4.0 by the last alone.
  /// Source: `rabbit_fifo`, sort_waiting.
  private mutating func addWaiting(_ consumer: ConsumerID, to queue: QueueID) {
    queues[queue.index].waiting.append(consumer)
    guard profile.higherPriorityTakesOver else { return }
    let consumers = consumers
    queues[queue.index].waiting.sort { left, right in
      let (left, right) = (consumers[left.index], consumers[right.index])
      if left.priority != right.priority { return left.priority > right.priority }
      let (leftCredit, rightCredit) = (Self.credit(of: left), Self.credit(of: right))
      if leftCredit != rightCredit { return leftCredit > rightCredit }
      return left.serial < right.serial
    }
  }

  /// What a quorum queue counts for a consumer, one that does not acknowledge included.
  private static func credit(of consumer: Consumer) -> Int {
    consumer.credit
      ?? (consumer.prefetchCount == 0 ? quorumPrefetchCount : Int(consumer.prefetchCount))
  }
}
