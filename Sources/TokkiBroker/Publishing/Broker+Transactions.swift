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

  /// The queues that the held message goes to now. 4.0 keeps the queues themselves, and what is
  /// gone is gone; 3.10 keeps their names, which the default exchange takes from the routing keys
  /// whether there are such queues or not, and looks them up at the commit.
  private func queuesNow(
    of publish: Transaction.Publish, _ channel: ChannelID
  ) -> [QueueID] {
    guard profile.transactionsKeepQueueNames else {
      return publish.targets
        .filter { queues[$0.queue.index].serial == $0.serial }.map(\.queue)
    }
    let message = publish.message
    let names =
      message.exchange.isEmpty
      ? [message.routingKey] + message.extraKeys : publish.targets.map(\.name)
    var found: [QueueID] = []
    for name in names {
      guard let queue = hosts[host(of: channel).index].routing.queue(named: name),
        !found.contains(queue)
      else { continue }
      found.append(queue)
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
    let held = transaction.publishes.map { ($0, queuesNow(of: $0, channel)) }
    for (publish, queues) in held
    where queues.isEmpty && (publish.targets.isEmpty || profile.transactionsKeepQueueNames) {
      handleUnroutable(publish.message, isMandatory: publish.isMandatory, channel)
    }
    for (publish, found) in held {
      reached = found
      let isTaken = enqueue(publish.message, from: .channel(address))
      let lost =
        profile.transactionsKeepQueueNames
        ? [] : publish.targets.filter { !found.contains($0.queue) }
      // A quorum queue that is gone refuses at once: that is forgotten when the commit begins, and
      // the message with it, whatever another queue then says. A classic queue that is gone says
      // so later. Source: `rabbit_channel`, tx.commit and `record_rejects/2`.
      if !lost.contains(where: \.isQuorum), !isTaken || !lost.isEmpty { isWhole = false }
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
