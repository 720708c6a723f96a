import AMQPModel

extension Broker {
  /// `basic.ack`, `basic.nack` and `basic.reject`.
  mutating func settle(
    _ settlement: Settlement, _ deliveryTag: UInt64, multiple: Bool, _ channel: ChannelID
  ) throws(AMQPException) {
    if !multiple, channels[channel.index].transaction == nil {
      guard let delivery = channels[channel.index].unacked.remove(deliveryTag) else {
        throw .unknownDeliveryTag(deliveryTag)
      }
      settleGroup(CollectionOfOne(delivery), delivery, settlement, channel)
      lowerVolume(by: delivery.consumerTag == nil ? 0 : 1, channel)
      return
    }
    let deliveries = try takeDeliveries(deliveryTag, multiple: multiple, channel)
    if channels[channel.index].transaction != nil {
      channels[channel.index].transaction?.hold(deliveries, settlement)
    } else {
      settle(deliveries, settlement, channel)
    }
  }

  /// The deliveries that the tag means, oldest first.
  /// Source: `rabbit_channel:collect_acks/3`.
  private mutating func takeDeliveries(
    _ deliveryTag: UInt64, multiple: Bool, _ channel: ChannelID
  ) throws(AMQPException) -> [Unacked] {
    if multiple, deliveryTag == 0 { return channels[channel.index].unacked.removeAll() }
    if multiple, channels[channel.index].unacked.contains(deliveryTag) {
      return channels[channel.index].unacked.removeAll(upTo: deliveryTag)
    }
    guard !multiple, let delivery = channels[channel.index].unacked.remove(deliveryTag) else {
      throw .unknownDeliveryTag(deliveryTag)
    }
    return [delivery]
  }

  /// `basic.recover` and `basic.recover-async`: everything unacked goes back. The answer comes
  /// before what is delivered again.
  mutating func recoverDeliveries(
    _ requeue: Bool, _ channel: ChannelID, answer: Bool
  ) throws(AMQPException) {
    guard requeue else { throw AMQPException(.notImplemented, "requeue=false") }
    if answer { send(.basicRecoverOk(BasicRecoverOk()), to: address(of: channel)) }
    let deliveries = channels[channel.index].unacked.removeAll()
    settle(deliveries, .requeue, channel)
  }

  /// Settles deliveries of one channel, queue by queue and consumer by consumer.
  /// Source: `rabbit_channel:foreach_per_queue/3`, which goes by queue name and consumer tag.
  mutating func settle(
    _ deliveries: [Unacked], _ settlement: Settlement, _ channel: ChannelID
  ) {
    let ordered = grouped(deliveries)
    var start = ordered.startIndex
    while start < ordered.endIndex {
      let first = ordered[start]
      var end = start + 1
      while end < ordered.endIndex, ordered[end].belongs(with: first) { end += 1 }
      settleGroup(ordered[start..<end], first, settlement, channel)
      start = end
    }
    lowerVolume(by: deliveries.count { $0.consumerTag != nil }, channel)
  }

  /// The deliveries in the order in which their groups are settled.
  private func grouped(_ deliveries: [Unacked]) -> [Unacked] {
    guard let first = deliveries.first,
      !deliveries.allSatisfy({ $0.belongs(with: first) })
    else { return deliveries }
    let keys = deliveries.map { delivery in
      let queue = delivery.queue.map { ExactName(queues[$0.index].queue.name) }
      return (queue ?? ExactName(""), delivery.consumerTag.map(ExactName.init))
    }
    let order = deliveries.indices.sorted { left, right in
      let (one, other) = (keys[left], keys[right])
      if one.0 != other.0 { return one.0 < other.0 }
      switch (one.1, other.1) {
      case (nil, nil): break
      case (nil, _): return true
      case (_, nil): return false
      case (let tag?, let otherTag?): if tag != otherTag { return tag < otherTag }
      }
      return deliveries[left].deliveryTag < deliveries[right].deliveryTag
    }
    return order.map { deliveries[$0] }
  }

  /// Settles deliveries of one queue to one consumer.
  private mutating func settleGroup(
    _ deliveries: some Collection<Unacked>, _ first: Unacked, _ settlement: Settlement,
    _ channel: ChannelID
  ) {
    if isTracing { for delivery in deliveries { trace(delivery, settlement, channel) } }
    guard let queue = first.queue else { return }
    var isUnblocked = false
    if let consumer = first.consumer {
      isUnblocked = returnCredit(deliveries.count, to: consumer, of: queue)
    }
    switch settlement {
    case .acknowledge:
      for delivery in deliveries { queues[queue.index].queue.acknowledge(delivery.entry) }
    case .reject:
      for delivery in deliveries {
        queues[queue.index].queue.reject(delivery.entry, removals: &removals)
      }
      collectRemovals(queue)
    case .requeue where queues[queue.index].queue.settings.requeuesOneByOne:
      for delivery in deliveries {
        queues[queue.index].queue.requeue([delivery.entry], now: now, removals: &removals)
        traceRequeued([delivery.entry], queue)
        dispatch(queue)
      }
    case .requeue:
      let entries = deliveries.map(\.entry)
      let earlier = removals.count
      queues[queue.index].queue.requeue(entries, now: now, removals: &removals)
      traceRequeued(entries, queue)
      if let consumer = first.consumer, profile.deliveryLimitAddsCredit {
        let dropped = removals[earlier...].count { $0.reason == .deliveryLimit }
        consumers[consumer.index].credit? += dropped
      }
    }
    if queues[queue.index].isSingleActive, queues[queue.index].isQuorum {
      letHolderLeave(queue)
      if settlement != .requeue {
        activateNext(queue)
        isUnblocked = true
      }
    }
    if isUnblocked || settlement == .requeue { dispatch(queue) }
  }

  /// What was delivered to consumers counts no longer against the channel's own limit. The queues
  /// have heard of the settlement before; now consumers that the limit held back can go on.
  /// Source: `rabbit_channel:ack/2`.
  private mutating func lowerVolume(by count: Int, _ channel: ChannelID) {
    guard count > 0, let limiter = channels[channel.index].limiter, limiter.volume != 0
    else { return }
    channels[channel.index].limiter?.volume -= count
    let isReached = channels[channel.index].limiter?.isReached ?? false
    if limiter.isReached, !isReached { resume(channel) }
  }

  private mutating func trace(
    _ delivery: Unacked, _ settlement: Settlement, _ channel: ChannelID
  ) {
    let traced = TracedDelivery(
      copy: delivery.entry.copy,
      queue: delivery.queue.map { queues[$0.index].queue.name } ?? "",
      channel: address(of: channel), consumerTag: delivery.consumerTag,
      deliveryTag: delivery.deliveryTag, redelivered: delivery.entry.isRedelivered)
    switch settlement {
    case .acknowledge: trace(host(of: channel), .acknowledged(traced))
    case .reject: trace(host(of: channel), .rejected(traced, requeue: false))
    case .requeue: trace(host(of: channel), .rejected(traced, requeue: true))
    }
  }

  mutating func traceRequeued(_ entries: [QueueEntry], _ queue: QueueID) {
    guard isTracing else { return }
    let name = queues[queue.index].queue.name
    let virtualHost = queues[queue.index].virtualHost
    let dropped = Set(removals.map(\.entry.copy))
    for entry in entries where !dropped.contains(entry.copy) {
      trace(virtualHost, .requeued(entry.copy, queue: name))
    }
  }
}

extension AMQPException {
  fileprivate static func unknownDeliveryTag(_ tag: UInt64) -> AMQPException {
    AMQPException(.preconditionFailed, "unknown delivery tag \(tag)")
  }
}

extension Unacked {
  /// Whether both are of the same queue and the same consumer; each `basic.get` is by itself.
  fileprivate func belongs(with other: Unacked) -> Bool {
    queue == other.queue && consumerTag == other.consumerTag
      && (consumerTag != nil || deliveryTag == other.deliveryTag)
  }
}
