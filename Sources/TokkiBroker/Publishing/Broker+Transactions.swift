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
    let publish = Transaction.Publish(
      message: message, queues: reached, serials: reached.map { queues[$0.index].serial },
      isMandatory: isMandatory)
    channels[channel.index].transaction?.publishes.append(publish)
  }

  mutating func commit(_ channel: ChannelID) throws(AMQPException) {
    guard let transaction = channels[channel.index].transaction else {
      throw AMQPException(.preconditionFailed, "channel is not transactional")
    }
    channels[channel.index].transaction = Transaction()
    var isWhole = true
    let address = address(of: channel)
    for publish in transaction.publishes where publish.queues.isEmpty {
      handleUnroutable(publish.message, isMandatory: publish.isMandatory, channel)
    }
    for publish in transaction.publishes {
      reached.removeAll(keepingCapacity: true)
      for (queue, serial) in zip(publish.queues, publish.serials)
      where queues[queue.index].serial == serial {
        reached.append(queue)
      }
      if !enqueue(publish.message, from: address) { isWhole = false }
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
    channels[channel.index].transaction = Transaction()
    channels[channel.index].unacked.restore(transaction.settlings.flatMap(\.deliveries))
    send(.txRollbackOk(TxRollbackOk()), to: address(of: channel))
  }
}
