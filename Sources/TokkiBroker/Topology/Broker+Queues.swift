import AMQPModel

extension Broker {
  /// The name of a queue that a method gives: an empty one means the queue that the channel has
  /// declared last. Source: `rabbit_channel:expand_queue_name_shortcut/2`.
  func queueName(_ name: String, _ channel: ChannelID) throws(AMQPException) -> String {
    if !name.utf8.isEmpty { return name }
    let last = channels[channel.index].lastQueue
    if last.utf8.isEmpty { throw AMQPException(.notFound, "no previously declared queue") }
    return last
  }

  /// The queue of that name, if the channel's connection may use it.
  func accessibleQueue(
    _ name: String, _ channel: ChannelID
  ) throws(AMQPException) -> QueueID {
    let host = host(of: channel)
    guard let queue = hosts[host.index].routing.queue(named: name) else {
      throw .notFound(queue: name, in: hosts[host.index].name)
    }
    try checkAccess(queue, channel)
    return queue
  }

  /// - Throws: RESOURCE_LOCKED for another connection's exclusive queue.
  func checkAccess(_ queue: QueueID, _ channel: ChannelID) throws(AMQPException) {
    guard let owner = queues[queue.index].queue.settings.owner,
      owner != address(of: channel).connection
    else { return }
    throw .locked(queue: queues[queue.index].queue.name, in: hostName(of: channel))
  }

  mutating func declareQueue(
    _ declare: QueueDeclare, _ channel: ChannelID
  ) throws(AMQPException) {
    let name = ResourceName.withoutLineBreaks(declare.queue)
    if name.utf8.starts(with: ReplyQueue.name.utf8) {
      return try declareReplyQueue(name, declare, channel)
    }
    if declare.passive {
      let queue = try accessibleQueue(name, channel)
      queues[queue.index].queue.noteDeclaration(now: now)
      return answer(declare, name, queue, channel)
    }
    if name.utf8.starts(with: "amq.".utf8) {
      throw AMQPException(
        .accessRefused, "queue name '\(name)' contains reserved prefix 'amq.*'")
    }
    if name.utf8.isEmpty, let type = declare.arguments["x-queue-type"]?.text,
      ["quorum", "stream"].contains(type)
    {
      throw AMQPException(
        .preconditionFailed, "Cannot declare a server-named queue for type rabbit_\(type)_queue")
    }
    let host = host(of: channel)
    let existing = name.utf8.isEmpty ? nil : hosts[host.index].routing.queue(named: name)
    var names = names
    let actualName = name.utf8.isEmpty ? names.name("amq.gen") : name
    let declaration = QueueDeclaration(
      declare, name: actualName, virtualHost: hosts[host.index].name,
      connection: address(of: channel).connection, profile: profile)
    try check(.configure, queue: actualName, channel)
    if let existing {
      try declaration.check(against: queues[existing.index].queue.settings)
      queues[existing.index].queue.noteDeclaration(now: now)
      return answer(declare, actualName, existing, channel)
    }
    if profile.checksQueueLimitFirst { try checkQueueLimit(actualName, host) }
    if let deadLetterExchange = declare.arguments["x-dead-letter-exchange"]?.text {
      try check(.read, queue: actualName, channel)
      try check(.write, exchange: deadLetterExchange, channel)
    }
    let settings = try declaration.settings()
    if !profile.checksQueueLimitFirst { try checkQueueLimit(actualName, host) }
    self.names = names
    let queue = addQueue(actualName, settings, host)
    if isTracing { trace(host, .declaredQueue(actualName)) }
    answer(declare, actualName, queue, channel)
  }

  private mutating func addQueue(
    _ name: String, _ settings: QueueSettings, _ host: VirtualHostID
  ) -> QueueID {
    let id = QueueID(index: queues.nextIndex)
    let queue = Queue(id: id, name: name, settings: settings, now: now)
    _ = queues.insert(
      DeclaredQueue(queue: queue, virtualHost: host, serial: nextSerial()))
    hosts[host.index].queues.append(id)
    hosts[host.index].routing.addQueue(id, name: name)
    govern(id, host)
    return id
  }

  private mutating func answer(
    _ declare: QueueDeclare, _ name: String, _ queue: QueueID, _ channel: ChannelID
  ) {
    channels[channel.index].lastQueue = name
    if declare.noWait { return }
    let waiting = queues[queue.index].waiting.count
    let consumers =
      queues[queue.index].consumerCount - waiting + lingeringConsumerCount(of: queue)
    let ok = QueueDeclareOk(
      queue: name,
      messageCount: UInt32(clamping: queues[queue.index].queue.readyCount),
      consumerCount: UInt32(clamping: consumers))
    send(.queueDeclareOk(ok), to: address(of: channel))
  }

  /// To a quorum queue every `basic.get` is a consumer of one message, and a cancelled consumer
  /// is one, until what they have is settled. Source: `rabbit_fifo:query_stat/1`.
  private func lingeringConsumerCount(of queue: QueueID) -> Int {
    guard queues[queue.index].isQuorum, queues[queue.index].queue.unackedCount > 0 else {
      return 0
    }
    var count = 0
    for connection in connections {
      for numbered in connection.channels {
        let channel = numbered.channel
        let lingering = channels[channel.index].allUnacked.filter {
          $0.queue == queue && $0.consumer == nil
        }
        let tags = Set(lingering.compactMap(\.consumerTag).map(ExactName.init))
        count += lingering.count { $0.consumerTag == nil }
        count += tags.count { consumer(tagged: $0.text, channel) == nil }
      }
    }
    return count
  }

  /// Declaring a direct reply's pseudo-queue asks whether the consumer is still there.
  private mutating func declareReplyQueue(
    _ name: String, _ declare: QueueDeclare, _ channel: ChannelID
  ) throws(AMQPException) {
    guard ExactName(name) == ExactName(ReplyQueue.name) || replyChannels[ExactName(name)] != nil
    else { throw .notFound(queue: name, in: hostName(of: channel)) }
    channels[channel.index].lastQueue = name
    if declare.noWait { return }
    let ok = QueueDeclareOk(queue: name, messageCount: 0, consumerCount: 1)
    send(.queueDeclareOk(ok), to: address(of: channel))
  }

  mutating func purgeQueue(_ purge: QueuePurge, _ channel: ChannelID) throws(AMQPException) {
    let name = try queueName(purge.queue, channel)
    try check(.read, queue: name, channel)
    let queue = try accessibleQueue(name, channel)
    let count = queues[queue.index].queue.removeReady(.purged, removals: &removals)
    collectRemovals(queue)
    if purge.noWait { return }
    send(
      .queuePurgeOk(QueuePurgeOk(messageCount: UInt32(clamping: count))),
      to: address(of: channel))
  }

  mutating func deleteQueue(_ delete: QueueDelete, _ channel: ChannelID) throws(AMQPException) {
    let name = ResourceName.withoutLineBreaks(try queueName(delete.queue, channel))
    let host = host(of: channel)
    try check(.configure, queue: name, channel)
    var count = 0
    let queue = hosts[host.index].routing.queue(named: name)
    if let queue {
      try checkAccess(queue, channel)
      let described = ResourceName.queue(name, in: hosts[host.index].name)
      try checkCondition(delete, queue, described)
      count = queues[queue.index].queue.readyCount
      if delete.ifEmpty, count > 0 {
        throw AMQPException(.preconditionFailed, "\(described) not empty")
      }
      if delete.ifUnused, queues[queue.index].consumerCount > 0 {
        throw AMQPException(.preconditionFailed, "\(described) in use")
      }
    }
    if !delete.noWait {
      send(
        .queueDeleteOk(QueueDeleteOk(messageCount: UInt32(clamping: count))),
        to: address(of: channel))
    }
    if let queue { deleteQueue(queue, because: "queue.delete") }
  }
}

extension Broker {
  /// Quorum queues know no conditional deletion.
  private func checkCondition(
    _ delete: QueueDelete, _ queue: QueueID, _ described: String
  ) throws(AMQPException) {
    guard queues[queue.index].isQuorum, delete.ifUnused || delete.ifEmpty else { return }
    throw AMQPException(
      .notImplemented,
      "cannot delete \(described). queue.delete operations with "
        + "\(delete.ifUnused ? "if-unused" : "if-empty") flag set are not supported by quorum "
        + "queues")
  }
}

// MARK: - The end of a queue

extension Broker {
  /// Deletes the queue with its messages and bindings. Consumers are cancelled, and told so if
  /// their client wants to know. Unacked messages of the queue are gone; to acknowledge them is
  /// no error.
  mutating func deleteQueue(_ queue: QueueID, because reason: String) {
    let host = queues[queue.index].virtualHost
    let name = queues[queue.index].queue.name
    cancelConsumers(of: queue)
    if queues[queue.index].queue.unackedCount > 0 { forgetDeliveries(of: queue) }
    _ = queues[queue.index].queue.removeReady(.queueDeleted, removals: &removals)
    collectRemovals(queue)
    if queues[queue.index].queue.settings.keepsDeadLetters {
      forget(.deadLetters(ofQueue: queues[queue.index].serial), host)
    }
    let changes = hosts[host.index].routing.removeQueue(queue)
    hosts[host.index].queues.removeAll { $0 == queue }
    queues.remove(queue.index)
    trace(host, changes)
    if isTracing { trace(host, .deletedQueue(name, because: reason)) }
  }

  /// Channel by channel, and tag by tag within a channel.
  private mutating func cancelConsumers(of queue: QueueID) {
    let ordered = queues[queue.index].allConsumers.sorted { left, right in
      let (left, right) = (consumers[left.index], consumers[right.index])
      let (one, other) = (address(of: left.channel), address(of: right.channel))
      return one != other ? one < other : ExactName(left.tag) < ExactName(right.tag)
    }
    for consumer in ordered {
      let channel = consumers[consumer.index].channel
      let tag = consumers[consumer.index].tag
      _ = removeConsumer(consumer, because: "its queue is deleted")
      channels[channel.index].consumers.removeAll { $0 == consumer }
      let address = address(of: channel)
      if let place = place(of: address.connection), connections[place].wantsCancelNotifications {
        send(.basicCancel(BasicCancel(consumerTag: tag, noWait: true)), to: address)
      }
    }
  }

  private mutating func forgetDeliveries(of queue: QueueID) {
    for connection in connections {
      for numbered in connection.channels {
        channels[numbered.channel.index].forEachUnacked { delivery in
          if delivery.queue == queue { delivery.queue = nil }
        }
      }
    }
  }

  mutating func trace(_ host: VirtualHostID, _ changes: [RoutingChange]) {
    guard isTracing else { return }
    for change in changes {
      switch change {
      case .unbound(let binding): trace(host, .unbound(binding))
      case .deletedExchange(let name): trace(host, .deletedExchange(name))
      }
    }
  }
}
