import AMQPModel
import Testing
import TokkiClient

/// A machine with a consumer of that plan on channel 1, nothing left to carry.
private func consumer(plan: WorkPlan?, noAck: Bool = false) throws -> ClientMachine {
  var machine = ClientMachine(name: "w1")
  try machine.request(
    .basicConsume(BasicConsume(queue: "q", consumerTag: "t", noAck: noAck)), content: nil,
    channel: 1, plan: plan, at: 0)
  machine.receive(.connectionOpenOk(ConnectionOpenOk()), content: nil, channel: 0, at: 0)
  machine.receive(.channelOpenOk(ChannelOpenOk()), content: nil, channel: 1, at: 0)
  machine.receive(
    .basicConsumeOk(BasicConsumeOk(consumerTag: "t")), content: nil, channel: 1, at: 0)
  _ = machine.takeActions()
  _ = machine.takeAnswers()
  return machine
}

private let goodbye = Method.channelClose(ChannelClose(replyCode: 200, replyText: "Goodbye"))
private let farewell = Method.connectionClose(
  ConnectionClose(replyCode: 200, replyText: "Goodbye"))
private let cancel = Method.basicCancel(BasicCancel(consumerTag: "t"))
private let cancelOk = Method.basicCancelOk(BasicCancelOk(consumerTag: "t"))

private func ack(_ tag: UInt64) -> Method { .basicAck(BasicAck(deliveryTag: tag)) }
private func requeue(_ tag: UInt64) -> Method {
  .basicNack(BasicNack(deliveryTag: tag, requeue: true))
}

extension ClientMachine {
  fileprivate mutating func deliver(_ tags: ClosedRange<UInt64>, at now: Int64 = 0) {
    for tag in tags {
      receive(
        .basicDeliver(BasicDeliver(consumerTag: "t", deliveryTag: tag)), content: Content(),
        channel: 1, at: now)
    }
  }

  fileprivate mutating func hear(_ method: Method, on channel: UInt16 = 1, at now: Int64 = 0) {
    receive(method, content: nil, channel: channel, at: now)
  }

  fileprivate mutating func sent() -> [Method] {
    takeActions().compactMap { if case .send(let method, _, _) = $0 { method } else { nil } }
  }
}

@Suite struct RetiringTests {
  @Test func whatWaitsBehindTheWorkersDeliveryIsRequeuedAndTheWorkIsFinishedAndAcked() throws {
    var machine = try consumer(plan: WorkPlan(duration: .fixed(100)))
    machine.deliver(1...3)
    let request = try machine.retire(at: 10)
    #expect(machine.sent() == [cancel, requeue(2), requeue(3)])
    machine.deliver(4...4, at: 11)
    #expect(machine.sent() == [requeue(4)])
    machine.hear(cancelOk, at: 12)
    #expect(machine.sent() == [])
    #expect(machine.nextDeadline == 100)
    machine.advance(to: 100)
    #expect(machine.sent() == [ack(1), goodbye])
    machine.hear(.channelCloseOk(ChannelCloseOk()), at: 101)
    #expect(machine.sent() == [farewell])
    #expect(machine.takeAnswers() == [])
    machine.hear(.connectionCloseOk(ConnectionCloseOk()), on: 0, at: 102)
    #expect(!machine.isConnected)
    let closeOk = RequestResult.answered(.connectionCloseOk(ConnectionCloseOk()), nil)
    #expect(
      machine.takeAnswers() == [ClientAnswer(request: request, result: .success(closeOk))])
  }

  @Test func withoutAcknowledgementTheWorkerFinishesAllThatWasDelivered() throws {
    var machine = try consumer(plan: WorkPlan(duration: .fixed(100)), noAck: true)
    machine.deliver(1...2)
    try machine.retire(at: 10)
    machine.deliver(3...3, at: 11)
    machine.hear(cancelOk, at: 12)
    #expect(machine.sent() == [cancel])
    for now in [Int64(100), 200] {
      machine.advance(to: now)
      #expect(machine.sent() == [])
    }
    machine.advance(to: 300)
    #expect(machine.sent() == [goodbye])
  }

  @Test func whatIsSettledByHandGoesBackByTheClose() throws {
    var machine = try consumer(plan: nil)
    machine.deliver(1...2)
    try machine.retire(at: 0)
    try machine.request(ack(1), content: nil, channel: 1, plan: nil, at: 0)
    #expect(throws: ClientError.closing("w1")) {
      try machine.request(
        .basicGet(BasicGet(queue: "q")), content: nil, channel: 1, plan: nil, at: 0)
    }
    machine.hear(cancelOk)
    #expect(machine.sent() == [cancel, ack(1), goodbye])
    #expect(throws: ClientError.closing("w1")) {
      try machine.request(ack(2), content: nil, channel: 1, plan: nil, at: 0)
    }
  }

  @Test func confirmsAreWaitedForUnlessTheBrokerBlocksTheConnection() throws {
    var machine = try consumer(plan: nil)
    try machine.request(
      .confirmSelect(ConfirmSelect()), content: nil, channel: 1, plan: nil, at: 0)
    machine.hear(.confirmSelectOk(ConfirmSelectOk()))
    try machine.request(
      .basicPublish(BasicPublish(routingKey: "q")), content: Content(text: "a"), channel: 1,
      plan: nil, at: 0)
    try machine.retire(at: 0)
    machine.hear(cancelOk)
    var blocked = machine
    machine.hear(ack(1))
    #expect(machine.sent().last == goodbye)
    blocked.hear(.connectionBlocked(ConnectionBlocked(reason: "low on memory")), on: 0)
    #expect(blocked.sent().last == goodbye)
    blocked.hear(.channelCloseOk(ChannelCloseOk()))
    let lost = blocked.takeReports().compactMap {
      if case .unconfirmedLost(let publishes) = $0.fact { publishes } else { nil }
    }
    let publish = UnconfirmedPublish(
      number: 1, method: BasicPublish(routingKey: "q"), content: Content(text: "a"))
    #expect(lost == [[publish]])
  }

  @Test func aClientThatIsJustConnectingGivesUp() throws {
    var machine = ClientMachine(name: "w1")
    let open = try machine.request(
      .channelOpen(ChannelOpen()), content: nil, channel: 1, plan: nil, at: 0)
    let retire = try machine.retire(at: 1)
    #expect(machine.takeActions() == [.connect(ClientIdentity()), .disconnect])
    #expect(
      machine.takeAnswers()
        == [open, retire].map {
          ClientAnswer(request: $0, result: .success(.closed))
        })
    #expect(throws: ClientError.noSuchClient("w1")) { try machine.retire(at: 2) }
  }
}
