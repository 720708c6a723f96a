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
    let number = channels[index].number
    act(.send(channels[index].wired(request.method), request.content, channel: number))
    var publishNumber: UInt64?
    if case .basicPublish = request.method {
      publishNumber = channels[index].numberPublish()
    }
    tell(number, .sent(request.method, request.content), publishNumber: publishNumber)
    noteSent(request, on: index)
    if request.method.isAnswered {
      channels[index].awaiting.append(request)
    } else {
      answer(request.id, .sent(publishNumber: publishNumber))
    }
  }

  /// What a request changes at the moment when it is sent.
  mutating func noteSent(_ request: ClientChannel.Request, on index: Int) {
    switch request.method {
    case .basicPublish(let publish):
      guard let number = channels[index].lastPublish else { return }
      channels[index].unconfirmed.append(
        UnconfirmedPublish(
          number: number, method: publish, content: request.content ?? Content()))
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
    case .confirmSelect:
      // What is published behind it is numbered, be it answered yet or not.
      channels[index].publishCount = channels[index].publishCount ?? 0
    case .queueDeclare(let declare) where declare.noWait:
      remember(request.method, named: declare.queue, on: index)
      if !declare.queue.isEmpty { channels[index].declaredQueue = declare.queue }
    case .channelClose:
      channels[index].state = .closing
    default:
      if !request.method.isAnswered { remember(request.method, on: index) }
    }
  }

  /// What the broker's answer to a request changes.
  mutating func noteAnswered(_ request: ClientChannel.Request, by answer: Method, on index: Int) {
    switch (request.method, answer) {
    case (.basicConsume(let consume), .basicConsumeOk(let answer)):
      add(consume, tag: answer.consumerTag, plan: request.plan, on: index)
    case (.queueDeclare, .queueDeclareOk(let answer)):
      remember(request.method, named: answer.queue, on: index)
      channels[index].declaredQueue = answer.queue
    case (.basicCancel, .basicCancelOk(let answer)):
      cancelConsumer(answer.consumerTag, on: index)
    case (.basicQos(let qos), .basicQosOk):
      if qos.global {
        channels[index].globalPrefetch = qos
      } else {
        channels[index].prefetch = qos
      }
    case (.txSelect, .txSelectOk):
      channels[index].isTransactional = true
    default:
      remember(request.method, on: index)
    }
  }

  /// Keeps in mind what is to be there again after a loss.
  private mutating func remember(_ method: Method, named name: String = "", on index: Int) {
    guard policy != nil else { return }
    topology.note(method.naming(queue: channels[index].declaredQueue), named: name)
  }

  /// A consumer is gone, and an auto-delete queue with its last.
  mutating func consumerEnded(on queue: String) {
    guard policy != nil else { return }
    let isUsed = channels.contains { channel in
      channel.consumers.contains { !$0.isCancelled && $0.queue.isExactly(queue) }
        || channel.lostSetup?.consumers.contains { $0.queue.isExactly(queue) } == true
    }
    if !isUsed { topology.lastConsumerEnded(on: queue) }
  }

  private mutating func add(
    _ consume: BasicConsume, tag: String, plan: WorkPlan?, on index: Int
  ) {
    var consume = consume
    consume.consumerTag = tag
    if consume.queue.isEmpty { consume.queue = channels[index].declaredQueue ?? "" }
    channels[index].consumers.append(
      ClientChannel.Consumer(
        consume: consume, prefetch: channels[index].prefetch, worker: plan.map(Worker.init)))
  }

  /// The consumer gets nothing more; it goes once its worker's hands are empty.
  mutating func cancelConsumer(_ tag: String, on index: Int) {
    for consumer in channels[index].consumers.indices
    where channels[index].consumers[consumer].tag == tag {
      channels[index].consumers[consumer].isCancelled = true
      consumerEnded(on: channels[index].consumers[consumer].queue)
    }
    dropIdleCancelled(on: index)
  }

  mutating func dropIdleCancelled(on index: Int) {
    channels[index].consumers.removeAll { $0.isCancelled && $0.isIdle }
  }
}
