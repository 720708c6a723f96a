internal import AMQPModel

extension ClientMachine {
  mutating func send(_ method: Method, _ content: Content?, on number: UInt16) {
    act(.send(method, content, channel: number))
    tell(number, .sent(method, content))
  }

  /// Sends of the machine's own accord.
  mutating func ask(_ method: Method, _ content: Content? = nil, on index: Int) {
    send(ClientChannel.Request(method: method, content: content), on: index)
  }

  /// Sends on an open channel and keeps in mind what the request changes here.
  mutating func send(_ request: ClientChannel.Request, on index: Int) {
    send(request.method, request.content, on: channels[index].number)
    noteSent(request, on: index)
    if request.method.isAnswered {
      channels[index].awaiting.append(request)
    } else if case .basicPublish = request.method {
      answer(request.id, .sent(publishNumber: channels[index].publishCount))
    } else {
      answer(request.id, .sent(publishNumber: nil))
    }
  }

  /// What a request changes at the moment when it is sent.
  mutating func noteSent(_ request: ClientChannel.Request, on index: Int) {
    switch request.method {
    case .basicPublish(let publish):
      guard let count = channels[index].publishCount else { return }
      channels[index].publishCount = count &+ 1
      channels[index].unconfirmed.append(
        UnconfirmedPublish(
          number: count &+ 1, method: publish, content: request.content ?? Content()))
    case .basicAck(let ack):
      channels[index].settle(ack.deliveryTag, multiple: ack.multiple)
    case .basicNack(let nack):
      channels[index].settle(nack.deliveryTag, multiple: nack.multiple)
    case .basicReject(let reject):
      channels[index].settle(reject.deliveryTag, multiple: false)
    case .basicRecover, .basicRecoverAsync:
      channels[index].unsettled.removeAll()
      for consumer in channels[index].consumers.indices {
        channels[index].consumers[consumer].worker?.clear()
      }
    case .basicConsume(let consume) where consume.noWait:
      add(consume, tag: consume.consumerTag, plan: request.plan, on: index)
    case .basicCancel(let cancel) where cancel.noWait:
      cancelConsumer(cancel.consumerTag, on: index)
    case .confirmSelect(let select) where select.noWait:
      channels[index].publishCount = channels[index].publishCount ?? 0
    case .channelClose:
      channels[index].state = .closing
    default:
      break
    }
  }

  /// What the broker's answer to a request changes.
  mutating func noteAnswered(_ request: ClientChannel.Request, by answer: Method, on index: Int) {
    switch (request.method, answer) {
    case (.basicConsume(let consume), .basicConsumeOk(let answer)):
      add(consume, tag: answer.consumerTag, plan: request.plan, on: index)
    case (.queueDeclare, .queueDeclareOk(let answer)):
      channels[index].declaredQueue = answer.queue
    case (.basicCancel, .basicCancelOk(let answer)):
      cancelConsumer(answer.consumerTag, on: index)
    case (.confirmSelect, .confirmSelectOk):
      channels[index].publishCount = channels[index].publishCount ?? 0
    default:
      break
    }
  }

  private mutating func add(
    _ consume: BasicConsume, tag: String, plan: WorkPlan?, on index: Int
  ) {
    let declared = channels[index].declaredQueue ?? ""
    channels[index].consumers.append(
      ClientChannel.Consumer(
        tag: tag, queue: consume.queue.isEmpty ? declared : consume.queue,
        noAck: consume.noAck, worker: plan.map(Worker.init)))
  }

  /// The consumer gets nothing more; it goes once its worker's hands are empty.
  mutating func cancelConsumer(_ tag: String, on index: Int) {
    for consumer in channels[index].consumers.indices
    where channels[index].consumers[consumer].tag == tag {
      channels[index].consumers[consumer].isCancelled = true
    }
    dropIdleCancelled(on: index)
  }

  mutating func dropIdleCancelled(on index: Int) {
    channels[index].consumers.removeAll { $0.isCancelled && $0.isIdle }
  }
}

extension Method {
  /// Whether the broker answers it with a method of its own on the same channel.
  var isAnswered: Bool {
    switch self {
    case .exchangeDeclare(let method): !method.noWait
    case .exchangeDelete(let method): !method.noWait
    case .exchangeBind(let method): !method.noWait
    case .exchangeUnbind(let method): !method.noWait
    case .queueDeclare(let method): !method.noWait
    case .queueBind(let method): !method.noWait
    case .queuePurge(let method): !method.noWait
    case .queueDelete(let method): !method.noWait
    case .basicConsume(let method): !method.noWait
    case .basicCancel(let method): !method.noWait
    case .confirmSelect(let method): !method.noWait
    case .queueUnbind, .basicQos, .basicGet, .basicRecover, .txSelect, .txCommit, .txRollback,
      .accessRequest, .channelFlow, .channelClose:
      true
    default: false
    }
  }

  /// Whether a client may send it on a channel of its own accord.
  var isClientRequest: Bool {
    switch self {
    case .channelOpen, .channelClose, .channelFlow, .accessRequest, .exchangeDeclare,
      .exchangeDelete, .exchangeBind, .exchangeUnbind, .queueDeclare, .queueBind, .queuePurge,
      .queueDelete, .queueUnbind, .basicQos, .basicConsume, .basicCancel, .basicPublish,
      .basicGet, .basicAck, .basicReject, .basicRecoverAsync, .basicRecover, .basicNack,
      .txSelect, .txCommit, .txRollback, .confirmSelect:
      true
    default: false
    }
  }
}
