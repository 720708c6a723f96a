import AMQPModel

/// A message on its way from a queue to a dead-letter exchange.
struct DeadLetter: Hashable, Sendable {
  let message: Message
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
    for removal in removed {
      if isTracing, wereTaken {
        trace(host, .removed(removal.message.id, queue: name, removal.reason))
      }
      let declared = queues[queue.index].queue
      if let message = removal.deadLetter(from: declared, now: now, profile: profile) {
        deadLetters.append(
          DeadLetter(message: message, reason: removal.reason, queue: name, virtualHost: host))
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
    let message = letter.message
    if isTracing {
      trace(
        host,
        .deadLettered(
          message.id, queue: letter.queue, letter.reason, exchange: letter.message.exchange,
          routingKey: message.routingKey))
    }
    route(message, exchange, host, by: nil)
    let cycles = reached.filter {
      message.isInDeathCycle(
        to: queues[$0.index].queue.name, because: letter.reason, profile: profile)
    }
    if !cycles.isEmpty {
      reached.removeAll { cycles.contains($0) }
      if isTracing {
        for queue in cycles {
          trace(host, .cycleDropped(message.id, queue: queues[queue.index].queue.name))
        }
      }
    } else if reached.isEmpty, isTracing {
      trace(
        host,
        .unroutable(message.id, exchange: letter.message.exchange, routingKey: message.routingKey))
    }
    _ = enqueue(message, from: nil)
  }
}
