import AMQPModel

// Publishes and acknowledgements that are held back until tx.commit. Source: `rabbit_channel`,
// the tx methods; RabbitMQ's guide to AMQP semantics ("tx").

extension Broker {
  mutating func selectTransactions(_ channel: ChannelID) throws(AMQPException) {
    if channels[channel.index].nextPublish != nil {
      throw AMQPException(.preconditionFailed, "cannot switch from confirm to tx mode")
    }
    if channels[channel.index].transaction == nil {
      channels[channel.index].transaction = Transaction()
    }
    send(.txSelectOk(TxSelectOk()), to: address(of: channel))
  }

  /// Keeps the message with the queues in `reached` until the commit.
  mutating func hold(_ message: Message, isMandatory: Bool, _ channel: ChannelID) {
    let targets = reached.map { queue in
      Transaction.Target(
        queue: queue, serial: queues[queue.index].serial, name: queues[queue.index].queue.name,
        isQuorum: queues[queue.index].isQuorum)
    }
    channels[channel.index].transaction?.publishes.append(
      Transaction.Publish(message: message, targets: targets, isMandatory: isMandatory))
    transactionByteCount += message.heldByteCount
  }

  /// The transaction, and what it holds back, is no more.
  mutating func endTransaction(_ channel: ChannelID) {
    guard let transaction = channels[channel.index].transaction else { return }
    channels[channel.index].transaction = nil
    for publish in transaction.publishes { transactionByteCount -= publish.message.heldByteCount }
  }

  /// Where a held message goes now.
  private struct Destinations {
    var queues: [QueueID] = []
    /// What was meant, and is gone.
    var lost: [Transaction.Target] = []
  }

  /// The queues that the held message goes to now. 3.10 keeps their names, which the default
  /// exchange takes from the routing keys whether there are such queues or not, and looks them up
  /// at the commit. 4.0 keeps the queues themselves. What is gone is gone; but a quorum queue is
  /// found by its name, and so is another one that bears it now.
  private func destinations(
    of publish: Transaction.Publish, _ channel: ChannelID
  ) -> Destinations {
    let routing = hosts[host(of: channel).index].routing
    var found = Destinations()
    guard profile.transactionsKeepQueueNames else {
      for target in publish.targets {
        if queues[target.queue.index].serial == target.serial {
          found.queues.append(target.queue)
        } else if target.isQuorum, let queue = routing.queue(named: target.name),
          queues[queue.index].isQuorum
        {
          found.queues.append(queue)
        } else {
          found.lost.append(target)
        }
      }
      return found
    }
    let message = publish.message
    let names =
      message.exchange.isEmpty
      ? [message.routingKey] + message.extraKeys : publish.targets.map(\.name)
    for name in names {
      guard let queue = routing.queue(named: name), !found.queues.contains(queue) else { continue }
      found.queues.append(queue)
    }
    return found
  }

  mutating func commit(_ channel: ChannelID) throws(AMQPException) {
    guard let transaction = channels[channel.index].transaction else {
      throw AMQPException(.preconditionFailed, "channel is not transactional")
    }
    endTransaction(channel)
    channels[channel.index].transaction = Transaction()
    var isWhole = true
    let address = address(of: channel)
    let held = transaction.publishes.map { ($0, destinations(of: $0, channel)) }
    for (publish, found) in held
    where found.queues.isEmpty && (publish.targets.isEmpty || profile.transactionsKeepQueueNames) {
      handleUnroutable(publish.message, isMandatory: publish.isMandatory, channel)
    }
    for (publish, found) in held {
      // A quorum queue that is gone or full refuses at once: that is forgotten when the commit
      // begins, and the message with it, whatever another queue then says. A classic queue says so
      // later. Source: `rabbit_channel`, tx.commit and `record_rejects/2`.
      var refusesAtOnce = found.lost.contains(where: \.isQuorum)
      var refusesLater = !found.lost.isEmpty
      for queue in found.queues
      where !enqueue(publish.message, in: queue, from: .channel(address)) {
        if queues[queue.index].isQuorum { refusesAtOnce = true } else { refusesLater = true }
      }
      if refusesLater, !refusesAtOnce { isWhole = false }
    }
    if isWhole { send(.txCommitOk(TxCommitOk()), to: address) }
    for settling in transaction.settlings {
      settle(settling.deliveries, settling.settlement, channel)
    }
    // Part of it is done by now: here RabbitMQ's own transactions are not atomic.
    if !isWhole { throw AMQPException(.preconditionFailed, "partial tx completion") }
  }

  mutating func rollBack(_ channel: ChannelID) throws(AMQPException) {
    guard let transaction = channels[channel.index].transaction else {
      throw AMQPException(.preconditionFailed, "channel is not transactional")
    }
    endTransaction(channel)
    channels[channel.index].transaction = Transaction()
    channels[channel.index].unacked.restore(transaction.settlings.flatMap(\.deliveries))
    send(.txRollbackOk(TxRollbackOk()), to: address(of: channel))
  }
}
