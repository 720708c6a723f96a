public import AMQPModel

extension ClientMachine {
  /// A method of the broker arrives on a channel of this client's present connection.
  public mutating func receive(
    _ method: Method, content: Content?, channel number: UInt16, at now: Int64
  ) {
    self.now = now
    if number == 0 {
      receiveOnConnection(method)
    } else if let index = channelIndex(number) {
      receive(method, content, on: index)
      goOnRetiring()
    }
  }

  private mutating func receive(_ method: Method, _ content: Content?, on index: Int) {
    let number = channels[index].number
    switch method {
    case .channelOpenOk:
      channels[index].state = .open
      recovery == nil ? channelOpened(index) : goOnRestoring()
    case .channelClose(let close):
      receive(close, on: index)
    case .channelCloseOk:
      receiveCloseOk(on: index)
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
      let cancelled = channels[index].consumers.first { $0.tag == cancel.consumerTag }
      cancelConsumer(cancel.consumerTag, on: index)
      if let queue = cancelled?.queue { topology.removeQueue(queue) }
    default:
      receiveAnswer(method, content, on: index)
    }
  }

  private mutating func receiveOnConnection(_ method: Method) {
    switch method {
    case .connectionOpenOk:
      connectionOpened()
    case .connectionClose(let close):
      let reason = CloseReason(
        code: close.replyCode, text: close.replyText,
        during: MethodID(classID: close.classId, methodID: close.methodId))
      tell(0, .connectionClosed(code: reason.code, text: reason.text, during: reason.during))
      send(.connectionCloseOk(ConnectionCloseOk()), nil, on: 0)
      if isToRecover(from: reason) {
        interrupt(.connectionClosed(reason))
      } else {
        disconnect(.connectionClosed(reason))
      }
    case .connectionCloseOk:
      tell(0, .replied(method, nil))
      for closer in closers { answer(closer, .answered(method, nil)) }
      closers.removeAll()
      disconnect(.closed)
    case .connectionBlocked(let blocked):
      isBlocked = true
      tell(0, .blocked(reason: blocked.reason))
      goOnRetiring()
    case .connectionUnblocked:
      isBlocked = false
      tell(0, .unblocked)
    default:
      tell(0, .replied(method, nil))
    }
  }

  /// The broker closes the channel. Where this client has asked for the same, the broker still
  /// answers that too.
  private mutating func receive(_ close: ChannelClose, on index: Int) {
    let number = channels[index].number
    let reason = CloseReason(
      code: close.replyCode, text: close.replyText,
      during: MethodID(classID: close.classId, methodID: close.methodId))
    let closed = channels[index]
    // A step that is refused while the channel is being restored is told as such.
    if !closed.awaiting.contains(where: \.isRestoring) {
      tell(
        number, .channelClosed(code: reason.code, text: reason.text, during: reason.during))
    }
    channelClosed(index, .channelClosed(reason))
    send(.channelCloseOk(ChannelCloseOk()), nil, on: number)
    if closed.state == .closing {
      channels[index].state = .closing
    } else if recovery == nil {
      reopenIfAsked(index)
    } else {
      restorationClosed(closed, reason)
    }
  }

  private mutating func receiveCloseOk(on index: Int) {
    guard channels[index].state == .closing else { return }
    let answer = Method.channelCloseOk(ChannelCloseOk())
    tell(channels[index].number, .replied(answer, nil))
    if case .channelClose? = channels[index].awaiting.last?.method {
      self.answer(channels[index].awaiting.removeLast().id, .answered(answer, nil))
    }
    channelClosed(index, .closed)
    recovery == nil ? reopenIfAsked(index) : goOnRestoring()
  }

  /// The oldest request of its kind gets the answer. RabbitMQ answers in order but for
  /// `basic.consume` and `basic.cancel`: those answers come from the queue, and a pipelined
  /// request's may overtake them.
  private mutating func receiveAnswer(_ method: Method, _ content: Content?, on index: Int) {
    var method = method
    let place = channels[index].awaiting.firstIndex { $0.method.isAnswered(by: method) }
    let request = place.map { channels[index].awaiting.remove(at: $0) }
    if case .basicGetOk(var got) = method {
      got.deliveryTag = channels[index].raised(got.deliveryTag)
      method = .basicGetOk(got)
      if case .basicGet(let get)? = request?.method, !get.noAck {
        channels[index].unsettled.append(
          UnsettledDelivery(
            deliveryTag: got.deliveryTag, consumerTag: nil, content: content?.body ?? []))
      }
    }
    tell(channels[index].number, .replied(method, content))
    guard let request else { return }
    if request.isRestoring { return restored(request, by: method, on: index) }
    noteAnswered(request, by: method, on: index)
    answer(request.id, .answered(method, content))
  }

  private mutating func receiveConfirm(
    _ tag: UInt64, multiple: Bool, acknowledged: Bool, on index: Int
  ) {
    let tag = tag &+ channels[index].publishOffset
    channels[index].confirm(tag, multiple: multiple)
    tell(
      channels[index].number,
      .confirmed(deliveryTag: tag, multiple: multiple, acknowledged: acknowledged))
  }

  private mutating func receive(_ deliver: BasicDeliver, _ content: Content, on index: Int) {
    // What comes while the channel is being closed goes back by itself.
    guard channels[index].state == .open else { return }
    let delivery = Delivery(
      consumerTag: deliver.consumerTag,
      deliveryTag: channels[index].raised(deliver.deliveryTag),
      redelivered: deliver.redelivered, exchange: deliver.exchange,
      routingKey: deliver.routingKey, content: content)
    let found = channels[index].consumers.firstIndex {
      $0.tag == deliver.consumerTag && !$0.isCancelled
    }
    guard let position = found else { return tell(channels[index].number, .delivered(delivery)) }
    let consumer = channels[index].consumers[position]
    if consumer.isRetiring, consumer.worker != nil, !consumer.noAck {
      return requeue(delivery.deliveryTag, on: index)
    }
    tell(channels[index].number, .delivered(delivery))
    if !consumer.noAck {
      channels[index].unsettled.append(
        UnsettledDelivery(
          deliveryTag: delivery.deliveryTag, consumerTag: delivery.consumerTag,
          content: content.body))
    }
    channels[index].consumers[position].worker?.take(delivery)
    startWork(channel: index, consumer: position)
  }
}
