public import AMQPModel

extension ClientMachine {
  /// A method of the broker arrives on a channel of this client's present connection.
  public mutating func receive(
    _ method: Method, content: Content?, channel number: UInt16, at now: Int64
  ) {
    self.now = now
    if number == 0 { return receiveOnConnection(method) }
    guard let index = channelIndex(number) else { return }
    switch method {
    case .channelOpenOk:
      channels[index].state = .open
      let backlog = channels[index].backlog
      channels[index].backlog.removeAll()
      for request in backlog { send(request, on: index) }
    case .channelClose(let close):
      tell(
        number,
        .channelClosed(
          code: close.replyCode, text: close.replyText,
          during: MethodID(classID: close.classId, methodID: close.methodId)))
      channels[index].close()
      send(.channelCloseOk(ChannelCloseOk()), nil, on: number)
    case .channelCloseOk:
      tell(number, .replied(method, nil))
      channels[index].close()
    case .channelFlow(let flow):
      tell(number, .flow(active: flow.active))
      send(.channelFlowOk(ChannelFlowOk(active: flow.active)), nil, on: number)
    case .basicDeliver(let deliver):
      receive(deliver, content ?? Content(), on: index)
    case .basicReturn(let returned):
      tell(
        number,
        .returned(
          ReturnedMessage(
            replyCode: returned.replyCode, replyText: returned.replyText,
            exchange: returned.exchange, routingKey: returned.routingKey,
            content: content ?? Content())))
    case .basicAck(let ack):
      receiveConfirm(ack.deliveryTag, multiple: ack.multiple, acknowledged: true, on: index)
    case .basicNack(let nack):
      receiveConfirm(nack.deliveryTag, multiple: nack.multiple, acknowledged: false, on: index)
    case .basicCancel(let cancel):
      tell(number, .consumerCancelled(consumerTag: cancel.consumerTag))
      cancelConsumer(cancel.consumerTag, on: index)
    default:
      receiveAnswer(method, content, on: index)
    }
  }

  private mutating func receiveOnConnection(_ method: Method) {
    switch method {
    case .connectionOpenOk:
      connectionOpened()
    case .connectionClose(let close):
      tell(
        0,
        .connectionClosed(
          code: close.replyCode, text: close.replyText,
          during: MethodID(classID: close.classId, methodID: close.methodId)))
      send(.connectionCloseOk(ConnectionCloseOk()), nil, on: 0)
      disconnect()
    case .connectionCloseOk:
      tell(0, .replied(method, nil))
      disconnect()
    case .connectionBlocked(let blocked):
      tell(0, .blocked(reason: blocked.reason))
    case .connectionUnblocked:
      tell(0, .unblocked)
    default:
      tell(0, .replied(method, nil))
    }
  }

  private mutating func receiveAnswer(_ method: Method, _ content: Content?, on index: Int) {
    let request = channels[index].awaiting.isEmpty ? nil : channels[index].awaiting.removeFirst()
    if case .basicGetOk(let got) = method, case .basicGet(let get)? = request?.method, !get.noAck {
      channels[index].unsettled.append(
        UnsettledDelivery(
          deliveryTag: got.deliveryTag, consumerTag: nil, content: content?.body ?? []))
    }
    tell(channels[index].number, .replied(method, content))
    if let request { noteAnswered(request, by: method, on: index) }
  }

  private mutating func receiveConfirm(
    _ tag: UInt64, multiple: Bool, acknowledged: Bool, on index: Int
  ) {
    channels[index].confirm(tag, multiple: multiple)
    tell(
      channels[index].number,
      .confirmed(deliveryTag: tag, multiple: multiple, acknowledged: acknowledged))
  }

  private mutating func receive(_ deliver: BasicDeliver, _ content: Content, on index: Int) {
    let delivery = Delivery(
      consumerTag: deliver.consumerTag, deliveryTag: deliver.deliveryTag,
      redelivered: deliver.redelivered, exchange: deliver.exchange,
      routingKey: deliver.routingKey, content: content)
    tell(channels[index].number, .delivered(delivery))
    let found = channels[index].consumers.firstIndex {
      $0.tag == deliver.consumerTag && !$0.isCancelled
    }
    guard let consumer = found else { return }
    if !channels[index].consumers[consumer].noAck {
      channels[index].unsettled.append(
        UnsettledDelivery(
          deliveryTag: delivery.deliveryTag, consumerTag: delivery.consumerTag,
          content: content.body))
    }
    channels[index].consumers[consumer].worker?.take(delivery)
    startWork(channel: index, consumer: consumer)
  }
}
