internal import AMQPModel

/// A lost connection is made again.
extension ClientMachine {
  /// Whether the connection, if it goes now, is to be made again.
  var isToRecover: Bool {
    policy != nil && !isEnding && (connection == .open || recovery != nil)
  }

  /// Whether the broker's close of the connection is to be recovered from: an operator or a
  /// restart closed it, or the broker failed. Who closed it over a request of the client's own
  /// would be closed again.
  mutating func isToRecover(from reason: CloseReason) -> Bool {
    let isForced = reason.code == ReplyCode.connectionForced.rawValue
    if !isForced { forgetRefusedStep(reason) }
    return isToRecover
      && (recovery != nil || isForced || reason.code == ReplyCode.internalError.rawValue)
  }

  /// The connection is gone; what it had is kept for the next one.
  mutating func interrupt(_ result: RequestResult) {
    for index in channels.indices {
      let isOwn = channels[index].number == recovery?.ownChannel
      let (interrupted, stale) = channels[index].interrupt(isToRestore: !isOwn)
      for request in interrupted.awaiting { answer(request.id, result) }
      for (request, tag) in stale {
        refuse(request.id, .staleDelivery(name, deliveryTag: tag))
      }
      if !interrupted.unconfirmed.isEmpty {
        tell(interrupted.number, .unconfirmedLost(Array(interrupted.unconfirmed)))
      }
    }
    isBlocked = false
    planReconnect(result)
  }

  private mutating func planReconnect(_ result: RequestResult) {
    guard let policy else { return }
    let attempt = (recovery?.attempt ?? 0) + 1
    if let limit = policy.attempts, attempt > limit {
      tell(0, .recoveryAbandoned(attempts: limit))
      return disconnect(refusing: .unreachable(reason: result.whyOver))
    }
    let delay = Int64.random(in: policy.bounds(attempt: attempt), using: &generator)
    var recovery = Recovery()
    recovery.attempt = attempt
    recovery.due = now + delay
    self.recovery = recovery
    connection = .waiting
    act(.disconnect)
    tell(0, .recovering(attempt: attempt, after: delay))
  }

  /// It is time for the next attempt, or for what was refused.
  mutating func goOnRecovering() {
    guard let due = recovery?.due, due <= now else { return }
    recovery?.due = nil
    if connection == .waiting {
      openConnection()
    } else {
      startRound()
    }
  }

  /// The broker is there again.
  mutating func startRestoring() {
    recovery?.topology = []
    recovery?.topologyLater = topology.steps
    recovery?.channelsLater = channels.filter { $0.lostSetup != nil }.map(\.number)
    startRound()
  }

  private mutating func startRound() {
    guard var recovery else { return }
    recovery.topology = .init(recovery.topologyLater)
    recovery.channels = .init(recovery.channelsLater)
    recovery.topologyLater = []
    recovery.channelsLater = []
    self.recovery = recovery
    goOnRestoring()
  }

  /// All has been tried once; what was refused for now is tried again later.
  mutating func endRound() {
    guard let policy, var recovery else { return }
    if recovery.topologyLater.isEmpty, recovery.channelsLater.isEmpty { return recovered() }
    recovery.round += 1
    let delay = Int64.random(in: policy.bounds(attempt: recovery.round), using: &generator)
    recovery.due = now + delay
    self.recovery = recovery
  }

  /// What was asked for meanwhile goes out.
  private mutating func recovered() {
    recovery = nil
    tell(0, .recovered)
    for index in channels.indices {
      if channels[index].state == .open {
        channelOpened(index)
      } else {
        reopenIfAsked(index)
      }
    }
  }
}

extension RequestResult {
  /// Why the connection is over.
  fileprivate var whyOver: String {
    switch self {
    case .connectionLost(.network(let reason)): reason
    case .connectionLost(.killed): "the client was killed"
    case .connectionClosed(let reason), .channelClosed(let reason):
      "\(reason.code) \(reason.text)"
    case .sent, .answered, .closed: "closed"
    }
  }
}

extension ClientChannel {
  /// The connection is gone. Returns the channel as it was, and what had been asked for and now
  /// makes no sense any more: to settle deliveries that the broker has taken back.
  fileprivate mutating func interrupt(
    isToRestore: Bool
  ) -> (ClientChannel, [(Request, tag: UInt64)]) {
    let last = self
    close(countingOn: true)
    if isToRestore, last.state == .open || last.lostSetup != nil {
      lostSetup = last.lostSetup ?? last.setup
      declaredQueue = last.declaredQueue
      fillsQueueName = true
    }
    var stale: [(Request, tag: UInt64)] = []
    backlog = []
    for request in last.backlog {
      if let tag = staleTag(settledBy: request.method) {
        stale.append((request, tag))
      } else {
        backlog.append(request)
      }
    }
    return (last, stale)
  }

  /// What is set up on the channel now.
  private var setup: ChannelSetup {
    var setup = ChannelSetup()
    setup.prefetch = prefetch
    setup.globalPrefetch = globalPrefetch
    setup.confirms = publishCount != nil
    setup.isTransactional = isTransactional
    setup.consumers = consumers.filter { !$0.isCancelled }.map { consumer in
      var consumer = consumer
      consumer.worker?.clear()
      return consumer
    }
    return setup
  }
}
