import AMQPModel

// How dead letters are delivered at least once. Source: rabbit_fifo_dlx_worker.

extension Broker {
  /// Sends the next discarded message of the queue to its dead-letter exchange. Until every queue
  /// there has taken it, the queue keeps it.
  mutating func forwardNext(_ forward: Forward) {
    let source = forward.queue
    guard queues[source.index].serial == forward.serial else { return }
    // Its commands are done now, and what they discarded is still there.
    queues[source.index].queue.noteLevel()
    guard let (removal, number) = queues[source.index].queue.discarded.next() else { return }
    let queue = queues[source.index].queue
    guard let message = removal.deadLetter(from: queue, now: now, profile: profile) else { return }
    var letter = ForwardedLetter(number: number, removal: removal, message: message)
    queues[source.index].queue.discarded.keep(letter)
    let host = queues[source.index].virtualHost
    if let exchange = hosts[host.index].routing.exchange(named: message.exchange) {
      findQueues(for: message, exchange, host)
      _ = removeCycles(message, removal.reason)
      if !reached.isEmpty {
        letter.unsettled = reached.map(name)
        publish(&letter, to: exchange, from: source)
      }
    }
    settleForwarded(letter, of: source)
    setRetryTimer(source)
    if queues[source.index].queue.discarded.readyCount > 0 { forwards.append(forward) }
  }

  /// Gives the letter to the queues in `reached`.
  private mutating func publish(
    _ letter: inout ForwardedLetter, to exchange: ExchangeID, from source: QueueID
  ) {
    if isTracing {
      let host = queues[source.index].virtualHost
      trace(
        DeadLetter(
          message: letter.message, copy: letter.removal.entry.copy, reason: letter.removal.reason,
          queue: queues[source.index].queue.name, virtualHost: host))
      traceRoute(letter.message, exchange, host, by: nil)
    }
    letter.publishedAt = now
    letter.rejected = []
    let publisher = Publisher.deadLetters(ofQueue: queues[source.index].serial)
    for queue in reached {
      let name = queues[queue.index].queue.name
      letter.note(name, hasTaken: enqueue(letter.message, in: queue, from: publisher))
    }
  }

  /// Keeps the letter, or lets go of it when every queue has taken it.
  private mutating func settleForwarded(_ letter: ForwardedLetter, of source: QueueID) {
    if letter.isSettled {
      queues[source.index].queue.settle(letter)
    } else {
      queues[source.index].queue.discarded.keep(letter)
      if isTracing {
        let (copy, reason) = (letter.removal.entry.copy, letter.removal.reason)
        let name = queues[source.index].queue.name
        trace(queues[source.index].virtualHost, .deadLetterKept(copy, queue: name, reason))
      }
    }
  }

  private mutating func setRetryTimer(_ source: QueueID) {
    if queues[source.index].queue.discarded.forwarded.isEmpty {
      queues[source.index].queue.discarded.retryAt = nil
    } else if queues[source.index].queue.discarded.retryAt == nil {
      queues[source.index].queue.discarded.retryAt = now.advanced(
        by: configuration.deadLetterRetryInterval)
    }
  }

  private func name(_ queue: QueueID) -> ExactName { ExactName(queues[queue.index].queue.name) }
}

// MARK: - Again

extension Broker {
  /// The time has come to look at what queues did not take.
  mutating func retryDeadLetters(of source: QueueID) {
    queues[source.index].queue.discarded.retryAt = nil
    forwardAgain(source)
  }

  /// Sends again what had no queue to go to, and what a queue refused long enough ago. Without
  /// the exchange everything stays as it is.
  mutating func forwardAgain(_ source: QueueID) {
    let host = queues[source.index].virtualHost
    let settings = queues[source.index].queue.settings
    if let name = settings.deadLetterExchange,
      let exchange = hosts[host.index].routing.exchange(named: name)
    {
      for letter in queues[source.index].queue.discarded.forwarded where isDue(letter) {
        forwardAgain(letter, of: source, to: exchange, settings)
      }
    }
    setRetryTimer(source)
    forwardWaiting(of: source)
  }

  private func isDue(_ letter: ForwardedLetter) -> Bool {
    guard let publishedAt = letter.publishedAt else { return true }
    return publishedAt.advanced(by: configuration.deadLetterRetryInterval) <= now
  }

  /// Only to queues that have not taken it before. With no route left, one that did is enough.
  private mutating func forwardAgain(
    _ letter: ForwardedLetter, of source: QueueID, to exchange: ExchangeID,
    _ settings: QueueSettings
  ) {
    let host = queues[source.index].virtualHost
    var letter = letter
    let message = letter.message.readdressed(
      by: settings, keepsBlindKeys: profile.retriesKeepBlindKeys, original: letter.removal.message)
    findQueues(for: message, exchange, host)
    if reached.isEmpty, !letter.settled.isEmpty {
      queues[source.index].queue.settle(letter)
      return
    }
    reached = reached.filter { !letter.settled.contains(name($0)) }
    let unsettled = reached.map(name)
    _ = removeCycles(message, letter.removal.reason)
    if reached.isEmpty { return }
    letter.message = message
    letter.unsettled = unsettled
    publish(&letter, to: exchange, from: source)
    settleForwarded(letter, of: source)
  }

  /// What the queue has discarded is to be forwarded before the step ends.
  mutating func forwardWaiting(of source: QueueID) {
    if queues[source.index].queue.discarded.isEmpty { return }
    forwards.append(Forward(queue: source, serial: queues[source.index].serial))
  }
}

/// That the next discarded message of a queue is to be forwarded.
struct Forward: Hashable, Sendable {
  let queue: QueueID
  /// Tells the queue from one that took its place.
  let serial: UInt64
}
