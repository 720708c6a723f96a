import AMQPModel

/// Direct reply-to: a consumer without a queue, for the answers to an RPC.
/// Source: RabbitMQ's guide to direct reply-to.
enum ReplyQueue {
  /// The pseudo-queue that is consumed from, and named in `reply-to`.
  static let name = "amq.rabbitmq.reply-to"
  /// What the names begin with that the broker puts into `reply-to` instead.
  static let prefix = "amq.rabbitmq.reply-to."
}

extension Broker {
  mutating func startReplyConsumer(
    _ consume: BasicConsume, _ channel: ChannelID
  ) throws(AMQPException) {
    if consumer(tagged: consume.consumerTag, channel) != nil {
      throw AMQPException(
        .notAllowed, "attempt to reuse consumer tag '\(consume.consumerTag)'")
    }
    guard consume.noAck else {
      throw AMQPException(.preconditionFailed, "reply consumer cannot acknowledge")
    }
    if channels[channel.index].replyConsumer != nil {
      throw AMQPException(.preconditionFailed, "reply consumer already set")
    }
    let tag = consume.consumerTag.isEmpty ? names.name("amq.ctag") : consume.consumerTag
    let queueName =
      ReplyQueue.prefix + names.token(byteCount: 40) + "." + names.token(byteCount: 16)
    channels[channel.index].replyConsumer = ReplyConsumer(tag: tag, queueName: queueName)
    replyChannels[ExactName(queueName)] = channel
    if !consume.noWait {
      send(.basicConsumeOk(BasicConsumeOk(consumerTag: tag)), to: address(of: channel))
    }
  }

  /// A message published to the default exchange with a reply queue's name as a routing key goes
  /// straight to that channel, which gets it when it is done with what it does: after the return.
  /// The delivery tag stands still, since nothing is to be settled.
  /// Source: `rabbit_channel:handle_cast/2`, deliver_reply.
  mutating func deliverReply(_ message: Message) {
    guard message.exchange.utf8.isEmpty, !replyChannels.isEmpty else { return }
    let keys = [message.routingKey] + message.extraKeys
    for key in keys where key.utf8.starts(with: ReplyQueue.prefix.utf8) {
      guard let channel = replyChannels[ExactName(key)],
        let reply = channels[channel.index].replyConsumer
      else { continue }
      let deliver = BasicDeliver(
        consumerTag: reply.tag, deliveryTag: channels[channel.index].nextDeliveryTag,
        redelivered: false, exchange: message.exchange, routingKey: message.routingKey)
      let address = address(of: channel)
      send(.basicDeliver(deliver), message.content, to: address)
      if isTracing {
        let delivery = TracedDelivery(
          copy: MessageCopy(of: message.id), queue: key, channel: address, consumerTag: reply.tag,
          deliveryTag: deliver.deliveryTag, redelivered: false)
        trace(host(of: channel), .delivered(delivery))
      }
    }
  }
}
