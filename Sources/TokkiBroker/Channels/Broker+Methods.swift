import AMQPModel

extension Broker {
  /// Carries out a method on an open channel. What it throws has changed nothing.
  mutating func perform(
    _ method: Method, _ content: consuming Content?, _ channel: ChannelID,
    _ address: ChannelAddress
  ) throws(AMQPException) {
    switch method {
    case .basicPublish(let publish): try self.publish(publish, content ?? Content(), channel)
    case .basicAck(let ack):
      try settle(.acknowledge, ack.deliveryTag, multiple: ack.multiple, channel)
    case .basicNack(let nack):
      let settlement = nack.requeue ? Settlement.requeue : .reject
      try settle(settlement, nack.deliveryTag, multiple: nack.multiple, channel)
    case .basicReject(let reject):
      let settlement = reject.requeue ? Settlement.requeue : .reject
      try settle(settlement, reject.deliveryTag, multiple: false, channel)
    case .basicGet(let get): try self.get(get, channel)
    case .basicConsume(let consume): try startConsumer(consume, channel)
    case .basicCancel(let cancel): cancelConsumer(cancel, channel)
    case .basicQos(let qos): try setPrefetch(qos, channel)
    case .basicRecover(let recover): try recoverDeliveries(recover.requeue, channel, answer: true)
    case .basicRecoverAsync(let recover):
      try recoverDeliveries(recover.requeue, channel, answer: false)
    case .queueDeclare(let declare): try declareQueue(declare, channel)
    case .queueBind(let bind): try bindQueue(bind, channel)
    case .queueUnbind(let unbind): try unbindQueue(unbind, channel)
    case .queuePurge(let purge): try purgeQueue(purge, channel)
    case .queueDelete(let delete): try deleteQueue(delete, channel)
    case .exchangeDeclare(let declare): try declareExchange(declare, channel)
    case .exchangeDelete(let delete): try deleteExchange(delete, channel)
    case .exchangeBind(let bind): try bindExchange(bind, channel)
    case .exchangeUnbind(let unbind): try unbindExchange(unbind, channel)
    case .txSelect: try selectTransactions(channel)
    case .txCommit: try commit(channel)
    case .txRollback: try rollBack(channel)
    case .confirmSelect(let select): try selectConfirms(select, channel)
    case .channelFlow(let flow): try setFlow(flow, channel)
    case .channelClose: closeChannel(channel)
    case .channelOpen: throw .secondOpening
    case .accessRequest:
      send(.accessRequestOk(AccessRequestOk(ticket: 1)), to: address)
    case .connectionStart, .connectionStartOk, .connectionSecure, .connectionSecureOk,
      .connectionTune, .connectionTuneOk, .connectionOpen, .connectionOpenOk, .connectionClose,
      .connectionCloseOk, .connectionBlocked, .connectionUnblocked, .connectionUpdateSecret,
      .connectionUpdateSecretOk, .channelOpenOk, .channelFlowOk, .channelCloseOk,
      .accessRequestOk, .exchangeDeclareOk, .exchangeDeleteOk, .exchangeBindOk,
      .exchangeUnbindOk, .queueDeclareOk, .queueBindOk, .queuePurgeOk, .queueDeleteOk,
      .queueUnbindOk, .basicQosOk, .basicConsumeOk, .basicCancelOk, .basicReturn,
      .basicDeliver, .basicGetOk, .basicGetEmpty, .basicRecoverOk, .txSelectOk, .txCommitOk,
      .txRollbackOk, .confirmSelectOk:
      throw AMQPException(.commandInvalid, "unimplemented method")
    }
  }
}
