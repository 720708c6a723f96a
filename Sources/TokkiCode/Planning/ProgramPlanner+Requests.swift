import AMQPModel
import TokkiClient
import TokkiLanguage

/// What clients asked for.
extension ProgramPlanner {
  mutating func sent(
    _ method: Method, _ content: Content?, _ report: ClientReport, _ step: RecordedStep
  ) {
    switch method {
    case .channelOpen: return opened(report)
    case .connectionClose:
      guard let place = state.connection(of: report.client) else { return }
      return append(.close(connection: state.connections[place].number))
    case .connectionOpen, .connectionCloseOk, .channelCloseOk, .channelFlowOk: return
    default: break
    }
    guard let place = channel(of: report) else { return }
    let number = state.channels[place].number
    switch method {
    case .channelClose: append(.closeChannel(number))
    case .queueDeclare(let declare) where declare.queue.isEmpty && !declare.passive:
      append(.declareNamedByBroker(declare, newQueueName(), channel: number))
    case .basicPublish(let publish): published(publish, content ?? Content(), on: number)
    case .basicConsume(let consume): consumed(consume, step.command, at: place)
    case .basicGet(let get):
      state.channels[place].keepsTaken = !get.noAck
      append(.get(named(get, place), taken: nil, channel: number, failure: nil))
    case .basicAck(let ack):
      settled(method, ack.deliveryTag, multiple: ack.multiple, at: place)
    case .basicNack(let nack):
      settled(method, nack.deliveryTag, multiple: nack.multiple, at: place)
    case .basicReject(let reject):
      settled(method, reject.deliveryTag, multiple: false, at: place)
    case .basicCancel(let cancel): cancelled(cancel, at: place)
    default:
      note(method, at: place)
      append(.ask(named(method, place), channel: number, failure: nil))
    }
  }

  /// Settings of a channel that last.
  private mutating func note(_ method: Method, at place: Int) {
    let number = state.channels[place].number
    switch method {
    case .confirmSelect:
      program.channels[number].isConfirming = true
      state.channels[place].settings.append(method)
    case .txSelect:
      program.channels[number].isTransactional = true
      state.channels[place].settings.append(method)
    case .basicQos(let qos):
      if qos.global {
        state.channels[place].settings.append(method)
      } else {
        state.channels[place].prefetch = qos
      }
    case .basicRecover: state.channels[place].deliveries = [:]
    default: break
    }
  }

  private mutating func published(_ method: BasicPublish, _ content: Content, on channel: Int) {
    if case .publish(var last)? = part.actions.last, last.channel == channel,
      last.method == method, last.content == content, last.failure == nil
    {
      last.count += 1
      changeLast { $0 = .publish(last) }
      return
    }
    append(
      .publish(
        Action.Publish(method: method, content: content, count: 1, channel: channel)))
  }

  private mutating func consumed(_ method: BasicConsume, _ command: Command, at place: Int) {
    var plan: WorkPlan?
    if case .amqp(.consume(let consumption), _) = command { plan = WorkPlan(consumption) }
    var method = method
    method.queue = queue(method.queue, place)
    let number = newConsumer(method, plan, on: state.channels[place].number)
    state.channels[place].asked.append(number)
    append(.consume(number, channel: state.channels[place].number, failure: nil))
  }

  private mutating func cancelled(_ method: BasicCancel, at place: Int) {
    var method = method
    let index = state.channels[place].consumers.firstIndex { $0.tag == method.consumerTag }
    if let index {
      let number = state.channels[place].consumers[index].number
      if program.consumers[number].method.consumerTag.isEmpty {
        program.consumers[number].method.consumerTag =
          program.consumers[number].variable.words.joined(separator: "-")
      }
      method.consumerTag = program.consumers[number].method.consumerTag
      // What a worker has in hand it finishes.
      if state.channels[place].consumers[index].plan == nil {
        state.channels[place].consumers.remove(at: index)
      }
    }
    append(.ask(.basicCancel(method), channel: state.channels[place].number, failure: nil))
  }

  private mutating func settled(
    _ method: Method, _ tag: UInt64, multiple: Bool, at place: Int
  ) {
    let settled = state.channels[place].deliveries[tag] ?? .tag
    if case .taken(let number) = settled {
      guard program.taken[number].isWritten else {
        return append(
          .comment(
            Localized(
              "It settles a message that was taken before this program begins.",
              "이 프로그램이 시작하기 전에 꺼낸 메시지를 처리합니다.")))
      }
      program.taken[number].isSettled = true
    }
    if multiple {
      let tags = state.channels[place].deliveries.keys.sorted()
      for tag in tags.prefix(while: { tag == 0 || $0 <= tag }) {
        state.channels[place].deliveries[tag] = nil
      }
    } else {
      state.channels[place].deliveries[tag] = nil
    }
    append(.settle(method, settled, channel: state.channels[place].number, failure: nil))
  }

  // MARK: Answers

  mutating func replied(_ method: Method, _ report: ClientReport) {
    guard let place = channel(of: report) else { return }
    switch method {
    case .queueDeclareOk(let ok):
      state.channels[place].declaredQueue = ok.queue
      var name: Variable?
      changeLast(on: state.channels[place].number) { action in
        if case .declareNamedByBroker(_, let variable, _) = action { name = variable }
      }
      if let name, !isSilent { program.queueNames[ok.queue] = name }
    case .basicConsumeOk(let ok):
      guard !state.channels[place].asked.isEmpty else { return }
      let number = state.channels[place].asked.removeFirst()
      let consumer = program.consumers[number]
      state.channels[place].consumers.append(
        RunState.Consumer(
          number: number, tag: ok.consumerTag, prefetch: state.channels[place].prefetch,
          plan: consumer.plan, noAck: consumer.method.noAck))
    case .basicGetOk(let ok):
      let number = newTaken(by: report.client)
      changeLast(on: state.channels[place].number) { action in
        guard case .get(let get, _, let channel, let failure) = action else { return }
        action = .get(get, taken: number, channel: channel, failure: failure)
      }
      if state.channels[place].keepsTaken {
        state.channels[place].deliveries[ok.deliveryTag] = .taken(number)
      }
    case .channelCloseOk: state.close(place)
    default: break
    }
  }

  // MARK: An empty name is the queue that was declared last

  private func queue(_ name: String, _ place: Int) -> String {
    name.isEmpty ? state.channels[place].declaredQueue ?? name : name
  }

  private func named(_ get: BasicGet, _ place: Int) -> BasicGet {
    var get = get
    get.queue = queue(get.queue, place)
    return get
  }

  private func named(_ method: Method, _ place: Int) -> Method {
    switch method {
    case .queueBind(var bind):
      if bind.queue.isEmpty, bind.routingKey.isEmpty { bind.routingKey = queue("", place) }
      bind.queue = queue(bind.queue, place)
      return .queueBind(bind)
    case .queueUnbind(var unbind):
      if unbind.queue.isEmpty, unbind.routingKey.isEmpty { unbind.routingKey = queue("", place) }
      unbind.queue = queue(unbind.queue, place)
      return .queueUnbind(unbind)
    case .queuePurge(var purge):
      purge.queue = queue(purge.queue, place)
      return .queuePurge(purge)
    case .queueDelete(var delete):
      delete.queue = queue(delete.queue, place)
      return .queueDelete(delete)
    case .queueDeclare(var declare):
      declare.queue = queue(declare.queue, place)
      return .queueDeclare(declare)
    default: return method
    }
  }
}

extension WorkPlan {
  fileprivate init?(_ consumption: Consumption) {
    guard consumption.work != nil || consumption.reply != nil else { return nil }
    let duration: Duration =
      switch consumption.work {
      case .dots: .dots
      case .duration(let time): .fixed(time.milliseconds)
      case nil: .fixed(0)
      }
    let reply: Reply? =
      switch consumption.reply {
      case .fib: .fib
      case .echo: .echo
      case .upper: .upper
      case nil: nil
      }
    self.init(duration: duration, reply: reply)
  }
}
