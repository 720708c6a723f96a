import AMQPModel
import TokkiClient
import TokkiLanguage

extension ProgramPlanner {
  mutating func read(_ report: ClientReport, _ step: RecordedStep, _ news: inout StepNews) {
    switch report.fact {
    case .connected(let identity): connected(report.client, identity)
    case .sent(let method, let content): sent(method, content, report, step)
    case .replied(let method, _): replied(method, report)
    case .delivered(let delivery): delivered(delivery, report, &news)
    case .returned:
      guard let channel = channel(of: report) else { return }
      program.channels[state.channels[channel].number].hasReturns = true
      news.comeBack(on: state.channels[channel].number)
    case .confirmed:
      guard let channel = channel(of: report) else { return }
      changeLast(on: state.channels[channel].number) { action in
        guard case .publish(var publish) = action else { return }
        publish.isConfirmed = true
        action = .publish(publish)
      }
      heard(state.channels[channel].number)
    case .consumerCancelled(let tag): cancelledByBroker(tag, report)
    case .channelClosed(let code, let text, _):
      closed(Failure(code: code, text: text, closesConnection: false), report, step)
    case .connectionClosed(let code, let text, _):
      closed(Failure(code: code, text: text, closesConnection: true), report, step)
    case .connectionLost(let loss): lost(loss, report)
    case .disconnected: state.disconnect(report.client)
    case .workFinished(let delivery), .workFailed(let delivery, _):
      finished(delivery, report, &news)
    case .flow, .blocked, .unblocked, .unconfirmedLost, .recovering, .queueRenamed, .notRestored,
      .recovered, .recoveryAbandoned, .workStarted:
      break
    }
  }

  /// What clients learned, behind what was asked for.
  mutating func tell(_ news: StepNews) {
    for (channel, count) in news.returned { append(.returned(channel: channel, count: count)) }
    for (consumer, count) in news.received {
      append(.receive(consumer: consumer, count: count))
    }
    for (consumer, count) in news.finished {
      append(.finish(consumer: consumer, count: count))
      leaveUnheard(program.consumers[consumer])
    }
  }

  func channel(of report: ClientReport) -> Int? {
    state.channel(report.channel, of: report.client)
  }

  // MARK: Connections

  private mutating func connected(_ client: ClientName, _ identity: ClientIdentity) {
    let known = state.connection(of: client)
    let number = known.map { state.connections[$0].number } ?? newConnection(client)
    if let known {
      state.connections[known].isOpen = true
      state.connections[known].identity = identity
    } else {
      state.connections.append(
        RunState.Connection(number: number, client: client, identity: identity))
    }
    append(
      .connect(
        number, virtualHost: identity.virtualHost == "/" ? nil : identity.virtualHost,
        user: identity.user == "guest" ? nil : identity.user,
        isAnew: written.connections.contains(number),
        failure: nil))
  }

  mutating func opened(_ report: ClientReport) {
    guard let place = state.connection(of: report.client) else { return }
    let connection = state.connections[place].number
    let number: Int
    if let known = channel(of: report) {
      state.channels[known].isOpen = true
      number = state.channels[known].number
    } else {
      number = newChannel(report.channel, of: connection)
      state.channels.append(
        RunState.Channel(number: number, client: report.client, wireNumber: report.channel))
    }
    append(.open(channel: number, isAnew: written.channels.contains(number)))
  }

  private mutating func closed(
    _ failure: Failure, _ report: ClientReport, _ step: RecordedStep
  ) {
    if failure.closesConnection, refused(failure, report.client, step) { return }
    let channel = failure.closesConnection ? nil : channel(of: report)
    let connection = state.connection(of: report.client).map { state.connections[$0].number }
    let isAnswer = fail(
      failure, channel: channel.map { state.channels[$0].number },
      connection: failure.closesConnection ? connection ?? -1 : nil)
    if !isAnswer {
      let name = report.client.text
      append(
        .comment(
          Localized(
            "The broker closed \(failure.closesConnection ? "the connection" : "a channel") of "
              + "\(name): \(failure.code) \(failure.text)",
            "브로커가 \(name) 클라이언트의 \(failure.closesConnection ? "연결" : "채널")을 닫았습니다: "
              + "\(failure.code) \(failure.text)")))
      if failure.closesConnection {
        if let connection { append(.close(connection: connection)) }
      } else if let channel {
        append(.closeChannel(state.channels[channel].number))
      }
    }
    if let channel { state.close(channel) }
    if failure.closesConnection { state.disconnect(report.client) }
  }

  /// Whether the broker let nobody in.
  private mutating func refused(
    _ failure: Failure, _ client: ClientName, _ step: RecordedStep
  ) -> Bool {
    let known = state.connection(of: client)
    if let known, state.connections[known].isOpen { return false }
    let number = known.map { state.connections[$0].number } ?? newConnection(client)
    var identity = ClientIdentity()
    if case .connection(.openConnection(_, let host, let user, _)) = step.command {
      identity = ClientIdentity(user: user ?? "guest", virtualHost: host ?? "/")
    }
    if known == nil {
      state.connections.append(
        RunState.Connection(number: number, client: client, identity: identity, isOpen: false))
    }
    append(
      .connect(
        number, virtualHost: identity.virtualHost == "/" ? nil : identity.virtualHost,
        user: identity.user == "guest" ? nil : identity.user, isAnew: false, failure: failure))
    return true
  }

  private mutating func lost(_ loss: ConnectionLoss, _ report: ClientReport) {
    guard let place = state.connection(of: report.client), state.connections[place].isOpen else {
      return
    }
    let connection = state.connections[place].number
    switch loss {
    case .killed:
      program.connections[connection].isKilled = true
      append(.kill(connection: connection))
    case .network(let reason):
      append(
        .comment(
          Localized(
            "The connection of \(report.client.text) was lost here: \(reason)",
            "여기서 \(report.client.text) 클라이언트의 연결이 끊어졌습니다: \(reason)")))
      append(.close(connection: connection))
    }
    state.disconnect(report.client)
  }

  // MARK: Deliveries

  private func consumer(_ tag: String, on channel: Int) -> Int? {
    state.channels[channel].consumers.firstIndex { $0.tag == tag }
  }

  private mutating func delivered(
    _ delivery: Delivery, _ report: ClientReport, _ news: inout StepNews
  ) {
    guard let channel = channel(of: report),
      let index = consumer(delivery.consumerTag, on: channel)
    else { return }
    let known = state.channels[channel].consumers[index]
    guard known.plan == nil else { return }
    news.receive(known.number)
    if !known.noAck {
      state.channels[channel].deliveries[delivery.deliveryTag] = .received(
        consumer: known.number, index: known.receivedCount)
    }
    state.channels[channel].consumers[index].receivedCount += 1
  }

  private mutating func finished(
    _ delivery: Delivery, _ report: ClientReport, _ news: inout StepNews
  ) {
    guard let channel = channel(of: report),
      let index = consumer(delivery.consumerTag, on: channel)
    else { return }
    state.channels[channel].consumers[index].finishedCount += 1
    let known = state.channels[channel].consumers[index]
    news.finish(known.number, count: known.finishedCount)
  }

  private mutating func cancelledByBroker(_ tag: String, _ report: ClientReport) {
    guard let channel = channel(of: report) else { return }
    if let index = consumer(tag, on: channel) {
      state.channels[channel].consumers.remove(at: index)
    }
    let name = report.client.text
    append(
      .comment(
        Localized(
          "The broker cancels the consumer of \(name): its queue is gone.",
          "큐가 사라져 브로커가 \(name) 클라이언트의 컨슈머를 취소합니다.")))
  }
}
