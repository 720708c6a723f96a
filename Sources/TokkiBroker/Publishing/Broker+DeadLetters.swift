import AMQPModel

/// A message on its way from a queue to a dead-letter exchange, at most once.
struct DeadLetter: Hashable, Sendable {
  let message: Message
  /// What it was in the queue that it comes from.
  let copy: MessageCopy
  let reason: RemovalReason
  let queue: String
  let virtualHost: VirtualHostID
}

extension Broker {
  /// What the queue has just removed is on its way to the queue's dead-letter exchange, if it has
  /// one and the reason is one of RabbitMQ's dead-letter reasons.
  ///
  /// - Parameter wereTaken: false for a message that the queue refused, and never had.
  mutating func collectRemovals(_ queue: QueueID, wereTaken: Bool = true) {
    if removals.isEmpty { return }
    let removed = removals
    removals.removeAll(keepingCapacity: true)
    let host = queues[queue.index].virtualHost
    let name = queues[queue.index].queue.name
    let keepsDeadLetters = queues[queue.index].queue.settings.keepsDeadLetters
    if keepsDeadLetters { forwardWaiting(of: queue) }
    for removal in removed {
      if isTracing, wereTaken {
        trace(host, .removed(removal.entry.copy, queue: name, removal.reason))
      }
      if keepsDeadLetters { continue }
      let declared = queues[queue.index].queue
      if let message = removal.deadLetter(from: declared, now: now, profile: profile) {
        deadLetters.append(
          DeadLetter(
            message: message, copy: removal.entry.copy, reason: removal.reason, queue: name,
            virtualHost: host))
      }
    }
  }

  /// Publishes to the dead-letter exchange. If there is none of that name the message is lost.
  /// Source: `rabbit_dead_letter:publish/5`.
  mutating func publish(_ letter: DeadLetter) {
    let host = letter.virtualHost
    guard let exchange = hosts[host.index].routing.exchange(named: letter.message.exchange) else {
      return
    }
    routeDeadLetter(letter, to: exchange)
    _ = enqueue(letter.message, from: nil)
  }

  /// Finds the queues for the dead letter, those left out that it would come to in a cycle; they
  /// are in `reached` afterwards.
  mutating func routeDeadLetter(_ letter: DeadLetter, to exchange: ExchangeID) {
    let (message, host) = (letter.message, letter.virtualHost)
    if isTracing { trace(letter) }
    route(message, exchange, host, by: nil)
    deliverReply(message)
    let cycles = removeCycles(message, letter.reason)
    guard isTracing else { return }
    for queue in cycles {
      trace(host, .cycleDropped(message.id, queue: queues[queue.index].queue.name))
    }
    if reached.isEmpty, cycles.isEmpty {
      trace(
        host,
        .unroutable(message.id, exchange: message.exchange, routingKey: message.routingKey))
    }
  }

  mutating func trace(_ letter: DeadLetter) {
    trace(
      letter.virtualHost,
      .deadLettered(
        letter.copy, queue: letter.queue, letter.reason, exchange: letter.message.exchange,
        routingKey: letter.message.routingKey))
  }

  /// Takes out of `reached`, and returns, the queues where the message has died before without
  /// having been rejected since.
  mutating func removeCycles(_ message: Message, _ reason: RemovalReason) -> [QueueID] {
    let cycles = reached.filter {
      message.isInDeathCycle(
        to: queues[$0.index].queue.name, because: reason, profile: profile)
    }
    if !cycles.isEmpty { reached.removeAll { cycles.contains($0) } }
    return cycles
  }
}
