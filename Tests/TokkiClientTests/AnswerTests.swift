import AMQPModel
import Testing
import TokkiClient

extension ClientMachine {
  fileprivate mutating func hear(_ method: Method, on channel: UInt16 = 1) {
    receive(method, content: nil, channel: channel, at: 0)
  }

  fileprivate mutating func ask(
    _ method: Method, content: Content? = nil, on channel: UInt16 = 1
  ) throws -> RequestID {
    try request(method, content: content, channel: channel, plan: nil, at: 0)
  }

  fileprivate mutating func open(channels: ClosedRange<UInt16> = 1...1) throws {
    for channel in channels { _ = try ask(.channelOpen(ChannelOpen()), on: channel) }
    hear(.connectionOpenOk(ConnectionOpenOk()), on: 0)
    for channel in channels { hear(.channelOpenOk(ChannelOpenOk()), on: channel) }
    _ = takeAnswers()
    _ = takeActions()
  }
}

private func success(_ request: RequestID, _ result: RequestResult) -> ClientAnswer {
  ClientAnswer(request: request, result: .success(result))
}

private func declare(_ queue: String) -> Method { .queueDeclare(QueueDeclare(queue: queue)) }
private func declareOk(_ queue: String) -> Method {
  .queueDeclareOk(QueueDeclareOk(queue: queue))
}

@Suite struct AnswerTests {
  @Test func eachPipelinedRequestGetsItsOwnAnswer() throws {
    var machine = ClientMachine(name: "you")
    try machine.open(channels: 1...2)
    let first = try machine.ask(declare("a"))
    let second = try machine.ask(declare("b"))
    let other = try machine.ask(declare("c"), on: 2)
    machine.hear(declareOk("c"), on: 2)
    machine.hear(declareOk("a"))
    machine.hear(declareOk("b"))
    #expect(
      machine.takeAnswers() == [
        success(other, .answered(declareOk("c"), nil)),
        success(first, .answered(declareOk("a"), nil)),
        success(second, .answered(declareOk("b"), nil)),
      ])
  }

  /// As RabbitMQ does it: the queue itself answers consume and cancel, later than the channel
  /// answers what was asked behind them.
  @Test func answersOfQueuesMayBeOvertaken() throws {
    var machine = ClientMachine(name: "you")
    try machine.open()
    let requests = try [
      .basicConsume(BasicConsume(queue: "a", consumerTag: "t")),
      .basicCancel(BasicCancel(consumerTag: "s")), declare("a"),
      .basicCancel(BasicCancel(consumerTag: "t")),
    ].map { try machine.ask($0) }
    let answers = [
      declareOk("a"), .basicCancelOk(BasicCancelOk(consumerTag: "t")),
      .basicConsumeOk(BasicConsumeOk(consumerTag: "t")),
      .basicCancelOk(BasicCancelOk(consumerTag: "s")),
    ]
    for answer in answers { machine.hear(answer) }
    #expect(
      machine.takeAnswers()
        == zip([2, 3, 0, 1], answers).map { success(requests[$0], .answered($1, nil)) })
  }

  @Test func whatHasNoAnswerIsDoneOnceItHasGoneOut() throws {
    var machine = ClientMachine(name: "you")
    let early = try machine.ask(.basicPublish(BasicPublish()), content: Content())
    #expect(machine.takeAnswers() == [])
    machine.hear(.connectionOpenOk(ConnectionOpenOk()), on: 0)
    machine.hear(.channelOpenOk(ChannelOpenOk()))
    #expect(machine.takeAnswers() == [success(early, .sent(publishNumber: nil))])
    _ = try machine.ask(.confirmSelect(ConfirmSelect()))
    machine.hear(.confirmSelectOk(ConfirmSelectOk()))
    _ = machine.takeAnswers()
    let numbers = try (1...2).map { _ in
      try machine.ask(.basicPublish(BasicPublish()), content: Content())
    }
    #expect(
      machine.takeAnswers() == [
        success(numbers[0], .sent(publishNumber: 1)), success(numbers[1], .sent(publishNumber: 2)),
      ])
  }

  @Test func aChannelExceptionAnswersAllThatIsOutstandingOnItsChannel() throws {
    var machine = ClientMachine(name: "you")
    try machine.open(channels: 1...2)
    let requests = try ["a", "b"].map { try machine.ask(declare($0)) }
    _ = try machine.ask(declare("c"), on: 2)
    machine.hear(
      .channelClose(
        ChannelClose(replyCode: 406, replyText: "PRECONDITION_FAILED", classId: 50, methodId: 10)))
    let reason = CloseReason(
      code: 406, text: "PRECONDITION_FAILED", during: MethodID(classID: 50, methodID: 10))
    #expect(machine.takeAnswers() == requests.map { success($0, .channelClosed(reason)) })
  }

  @Test func aRequestBehindTheCloseOfItsChannelOpensItAnew() throws {
    var machine = ClientMachine(name: "you")
    try machine.open()
    let close = try machine.ask(.channelClose(ChannelClose(replyCode: 200)))
    let later = try machine.ask(declare("a"))
    _ = machine.takeActions()
    machine.hear(.channelCloseOk(ChannelCloseOk()))
    #expect(
      machine.takeAnswers() == [
        success(close, .answered(.channelCloseOk(ChannelCloseOk()), nil))
      ])
    #expect(machine.takeActions() == [.send(.channelOpen(ChannelOpen()), nil, channel: 1)])
    machine.hear(.channelOpenOk(ChannelOpenOk()))
    machine.hear(declareOk("a"))
    #expect(machine.takeAnswers() == [success(later, .answered(declareOk("a"), nil))])
  }

  @Test func closesThatCrossAreBothAnswered() throws {
    var machine = ClientMachine(name: "you")
    try machine.open()
    let close = try machine.ask(.channelClose(ChannelClose(replyCode: 200)))
    _ = machine.takeActions()
    machine.hear(.channelClose(ChannelClose(replyCode: 404)))
    #expect(machine.takeActions() == [.send(.channelCloseOk(ChannelCloseOk()), nil, channel: 1)])
    #expect(machine.takeAnswers().map(\.request) == [close])
    _ = try machine.ask(declare("a"))
    #expect(machine.takeActions() == [])
    machine.hear(.channelCloseOk(ChannelCloseOk()))
    #expect(machine.takeActions() == [.send(.channelOpen(ChannelOpen()), nil, channel: 1)])
  }

  @Test func aBrokerThatCannotBeReachedRefusesAllRequests() throws {
    var machine = ClientMachine(name: "you")
    let connect = try machine.connect(as: ClientIdentity(), at: 0)
    let declare = try machine.ask(declare("a"))
    machine.lose(reason: "connection refused", at: 1)
    #expect(
      machine.takeAnswers()
        == [connect, declare].map {
          ClientAnswer(request: $0, result: .failure(.unreachable(reason: "connection refused")))
        })
    #expect(machine.takeActions().last == .disconnect)
  }

  @Test func aLostConnectionLeavesTheOutstandingUndecided() throws {
    var machine = ClientMachine(name: "you")
    try machine.open()
    let request = try machine.ask(declare("a"))
    machine.lose(reason: "reset", at: 1)
    let loss = ConnectionLoss.network(reason: "reset")
    #expect(machine.takeAnswers() == [success(request, .connectionLost(loss))])
  }

  @Test func connectingAndClosingAreAnsweredOnce() throws {
    var machine = ClientMachine(name: "you")
    let connect = try machine.connect(as: ClientIdentity(), at: 0)
    let again = try machine.connect(as: ClientIdentity(), at: 0)
    machine.hear(.connectionOpenOk(ConnectionOpenOk()), on: 0)
    let openOk = RequestResult.answered(.connectionOpenOk(ConnectionOpenOk()), nil)
    #expect(machine.takeAnswers() == [success(connect, openOk), success(again, openOk)])
    let close = try machine.close(at: 0)
    #expect(throws: ClientError.closing("you")) { try machine.ask(declare("a")) }
    machine.hear(.connectionCloseOk(ConnectionCloseOk()), on: 0)
    let closeOk = RequestResult.answered(.connectionCloseOk(ConnectionCloseOk()), nil)
    #expect(machine.takeAnswers() == [success(close, closeOk)])
  }
}
