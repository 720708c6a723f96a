import AMQPModel

extension Broker {
  /// `basic.publish`. Source: `rabbit_channel:handle_method/3`.
  mutating func publish(
    _ publish: BasicPublish, _ content: consuming Content, _ channel: ChannelID
  ) throws(AMQPException) {
    let host = channels[channel.index].virtualHost
    if publish.immediate { throw AMQPException(.notImplemented, "immediate=true") }
    if content.body.count > profile.maxMessageSize {
      throw AMQPException(
        .preconditionFailed,
        "message size \(content.body.count) is larger than configured max size "
          + "\(profile.maxMessageSize)")
    }
    try check(.write, exchange: publish.exchange, channel)
    let exchange = try publishableExchange(publish.exchange, host)
    if profile.checksUserFirst { try check(.write, key: publish.routingKey, of: exchange, channel) }
    let message = try self.message(publish, content, exchange, channel)
    route(message, exchange, host, by: address(of: channel))
    if channels[channel.index].transaction != nil {
      hold(message, isMandatory: publish.mandatory, channel)
      deliverReply(message)
    } else {
      deliver(message, isMandatory: publish.mandatory, by: channel)
    }
  }

  /// The exchange of that name, if clients may publish to it.
  private func publishableExchange(
    _ name: String, _ host: VirtualHostID
  ) throws(AMQPException) -> ExchangeID {
    if name.utf8.isEmpty { return .default }
    guard let id = hosts[host.index].exchange(named: name) else {
      throw .notFound(exchange: name, in: hosts[host.index].name)
    }
    if hosts[host.index].isInternal(id) {
      throw AMQPException(
        .accessRefused,
        "cannot publish to internal "
          + ResourceName.exchange(name, in: hosts[host.index].name))
    }
    return id
  }

  /// The message that the publish brings, checked.
  private mutating func message(
    _ publish: BasicPublish, _ content: consuming Content, _ exchange: ExchangeID,
    _ channel: ChannelID
  ) throws(AMQPException) -> Message {
    if content.properties.replyTo == ReplyQueue.name {
      guard let reply = channels[channel.index].replyConsumer else {
        throw AMQPException(.preconditionFailed, "fast reply consumer does not exist")
      }
      content.properties.replyTo = reply.queueName
    }
    if profile.checksUserFirst { try checkUser(content.properties.userID, channel) }
    let message = try Message(
      id: MessageID(number: messageCount &+ 1), publish: publish, content: content,
      profile: profile)
    if !profile.checksUserFirst {
      for key in [message.routingKey] + message.extraKeys {
        try check(.write, key: key, of: exchange, channel)
      }
      try checkUser(message.content.properties.userID, channel)
    }
    messageCount &+= 1
    return message
  }

  private func checkUser(_ userID: String?, _ channel: ChannelID) throws(AMQPException) {
    guard let userID, let place = place(of: address(of: channel).connection) else { return }
    let user = connections[place].user
    if ExactName(userID) != ExactName(user), !connections[place].mayImpersonate {
      throw AMQPException(
        .preconditionFailed,
        "user_id property set to '\(userID)' but authenticated user was '\(user)'")
    }
  }
}

// MARK: - Routing and delivering

extension Broker {
  /// Finds the queues for the message, and tells so; they are in `reached` afterwards.
  mutating func route(
    _ message: Message, _ exchange: ExchangeID, _ host: VirtualHostID,
    by publisher: ChannelAddress?
  ) {
    findQueues(for: message, exchange, host)
    if isTracing { traceRoute(message, exchange, host, by: publisher) }
  }

  mutating func findQueues(
    for message: Message, _ exchange: ExchangeID, _ host: VirtualHostID
  ) {
    hosts[host.index].routing.route(
      exchange, key: message.routingKey, extraKeys: message.extraKeys,
      headers: message.content.properties.headers, into: &reached)
  }

  mutating func traceRoute(
    _ message: Message, _ exchange: ExchangeID, _ host: VirtualHostID,
    by publisher: ChannelAddress?
  ) {
    trace(
      host,
      .published(
        message.id, by: publisher, exchange: message.exchange, routingKey: message.routingKey))
    let route = hosts[host.index].routing.explain(
      exchange, key: message.routingKey, extraKeys: message.extraKeys,
      headers: message.content.properties.headers)
    trace(host, .routed(message.id, route))
  }

  /// Delivers to the queues in `reached`; returns and confirms where that was asked for.
  private mutating func deliver(
    _ message: Message, isMandatory: Bool, by channel: ChannelID
  ) {
    let address = address(of: channel)
    if reached.isEmpty { handleUnroutable(message, isMandatory: isMandatory, channel) }
    deliverReply(message)
    let isTaken = enqueue(message, from: .channel(address))
    guard let deliveryTag = channels[channel.index].nextPublish else { return }
    channels[channel.index].nextPublish = deliveryTag &+ 1
    let confirm =
      isTaken
      ? Method.basicAck(BasicAck(deliveryTag: deliveryTag))
      : .basicNack(BasicNack(deliveryTag: deliveryTag))
    send(confirm, to: address)
    if isTracing {
      trace(
        host(of: channel),
        .confirmed(address, deliveryTag: deliveryTag, multiple: false, acknowledged: isTaken))
    }
  }

  mutating func handleUnroutable(
    _ message: Message, isMandatory: Bool, _ channel: ChannelID
  ) {
    let host = host(of: channel)
    if isTracing {
      trace(
        host,
        .unroutable(message.id, exchange: message.exchange, routingKey: message.routingKey))
    }
    guard isMandatory else { return }
    let address = address(of: channel)
    let code = ReplyCode.noRoute
    let returned = BasicReturn(
      replyCode: code.rawValue, replyText: code.name, exchange: message.exchange,
      routingKey: message.routingKey)
    send(.basicReturn(returned), message.content, to: address)
    if isTracing { trace(host, .returned(message.id, to: address, code)) }
  }

  /// Gives the message to every queue in `reached`. Returns false if one of them refused it.
  mutating func enqueue(_ message: Message, from publisher: Publisher?) -> Bool {
    var targets: [QueueID] = []
    swap(&targets, &reached)
    defer { swap(&targets, &reached) }
    var isTaken = true
    for queue in targets where !enqueue(message, in: queue, from: publisher) { isTaken = false }
    return isTaken
  }

  /// Gives the message to the queue. Returns false if it refused it.
  mutating func enqueue(
    _ message: Message, in queue: QueueID, from publisher: Publisher?
  ) -> Bool {
    let isEmpty = queues[queue.index].queue.readyCount == 0
    let consumer = isEmpty ? readyConsumer(of: queue) : nil
    let copy = MessageCopy(of: message.id, number: queues[queue.index].queue.nextCopyNumber)
    let fate = queues[queue.index].queue.publish(
      message, from: publisher, consumerIsReady: consumer != nil, now: now,
      removals: &removals)
    switch fate {
    case .refused:
      if isTracing { traceFate(.refused(message.id, queue: queues[queue.index].queue.name), queue) }
      collectRemovals(queue, wereTaken: false)
      return false
    case .enqueued:
      if isTracing {
        traceFate(.enqueued(copy, queue: queues[queue.index].queue.name), queue)
      }
    case .delivered(let entry):
      if isTracing {
        traceFate(.enqueued(copy, queue: queues[queue.index].queue.name), queue)
      }
      if let consumer { deliver(entry, to: consumer, of: queue) }
    }
    collectRemovals(queue)
    return true
  }

  private mutating func traceFate(_ fact: TraceFact, _ queue: QueueID) {
    trace(queues[queue.index].virtualHost, fact)
  }
}
