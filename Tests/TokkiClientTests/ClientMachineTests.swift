import AMQPModel
import Testing
import TokkiClient

/// A machine whose connection and first channel are open, with nothing left to carry or to tell.
private func openMachine(at now: Int64 = 0) throws -> ClientMachine {
  var machine = ClientMachine(name: "w1")
  try machine.request(
    .channelOpen(ChannelOpen()), content: nil, channel: 1, plan: nil, at: now)
  machine.receive(.connectionOpenOk(ConnectionOpenOk()), content: nil, channel: 0, at: now)
  machine.receive(.channelOpenOk(ChannelOpenOk()), content: nil, channel: 1, at: now)
  _ = machine.takeActions()
  _ = machine.takeReports()
  return machine
}

private let declare = Method.queueDeclare(QueueDeclare(queue: "q"))

@Suite struct ClientMachineTests {
  @Test func theFirstRequestOpensConnectionAndChannelAndThenGoesOut() throws {
    var machine = ClientMachine(name: "you")
    try machine.request(declare, content: nil, channel: 1, plan: nil, at: 0)
    #expect(machine.takeActions() == [.connect(ClientIdentity())])
    machine.receive(.connectionOpenOk(ConnectionOpenOk()), content: nil, channel: 0, at: 0)
    #expect(machine.takeActions() == [.send(.channelOpen(ChannelOpen()), nil, channel: 1)])
    machine.receive(.channelOpenOk(ChannelOpenOk()), content: nil, channel: 1, at: 0)
    #expect(machine.takeActions() == [.send(declare, nil, channel: 1)])
  }

  @Test func aChannelThatTheBrokerClosedIsAnsweredAndOpenedAgainByTheNextRequest() throws {
    var machine = try openMachine()
    let close = ChannelClose(replyCode: 404, replyText: "NOT_FOUND", classId: 50, methodId: 10)
    machine.receive(.channelClose(close), content: nil, channel: 1, at: 7)
    #expect(machine.takeActions() == [.send(.channelCloseOk(ChannelCloseOk()), nil, channel: 1)])
    #expect(
      machine.takeReports().first
        == ClientReport(
          at: 7, client: "w1", channel: 1,
          fact: .channelClosed(
            code: 404, text: "NOT_FOUND", during: MethodID(classID: 50, methodID: 10))))
    try machine.request(declare, content: nil, channel: 1, plan: nil, at: 8)
    #expect(machine.takeActions() == [.send(.channelOpen(ChannelOpen()), nil, channel: 1)])
  }

  @Test func aConnectionThatTheBrokerClosedTakesItsChannelsAlong() throws {
    var machine = try openMachine()
    let close = ConnectionClose(replyCode: 320, replyText: "CONNECTION_FORCED")
    machine.receive(.connectionClose(close), content: nil, channel: 0, at: 0)
    #expect(
      machine.takeActions() == [
        .send(.connectionCloseOk(ConnectionCloseOk()), nil, channel: 0), .disconnect,
      ])
    #expect(machine.snapshot.channels.isEmpty)
    #expect(!machine.isConnected)
  }

  @Test func confirmsAreCountedUntilTheyCome() throws {
    var machine = try openMachine()
    try machine.request(
      .confirmSelect(ConfirmSelect()), content: nil, channel: 1, plan: nil, at: 0)
    machine.receive(.confirmSelectOk(ConfirmSelectOk()), content: nil, channel: 1, at: 0)
    for _ in 1...3 {
      try machine.request(
        .basicPublish(BasicPublish(routingKey: "q")), content: Content(), channel: 1, plan: nil,
        at: 0)
    }
    #expect(machine.snapshot.channels.first?.unconfirmedCount == 3)
    machine.receive(
      .basicAck(BasicAck(deliveryTag: 2, multiple: true)), content: nil, channel: 1, at: 0)
    #expect(machine.snapshot.channels.first?.unconfirmedCount == 1)
    machine.receive(.basicNack(BasicNack(deliveryTag: 3)), content: nil, channel: 1, at: 0)
    #expect(machine.snapshot.channels.first?.unconfirmedCount == 0)
    #expect(
      machine.takeReports().suffix(2).map(\.fact) == [
        .confirmed(deliveryTag: 2, multiple: true, acknowledged: true),
        .confirmed(deliveryTag: 3, multiple: false, acknowledged: false),
      ])
  }

  @Test(arguments: [
    (Method.basicAck(BasicAck(deliveryTag: 2)), [UInt64(1), 3]),
    (.basicAck(BasicAck(deliveryTag: 2, multiple: true)), [3]),
    (.basicAck(BasicAck(deliveryTag: 0, multiple: true)), []),
    (.basicNack(BasicNack(deliveryTag: 3, multiple: true)), []),
    (.basicReject(BasicReject(deliveryTag: 1)), [2, 3]),
    (.basicRecover(BasicRecover(requeue: true)), []),
  ])
  func settlingRemovesWhatItNames(method: Method, left: [UInt64]) throws {
    var machine = try openMachine()
    try machine.request(
      .basicConsume(BasicConsume(queue: "q", consumerTag: "t")), content: nil, channel: 1,
      plan: nil, at: 0)
    machine.receive(
      .basicConsumeOk(BasicConsumeOk(consumerTag: "t")), content: nil, channel: 1, at: 0)
    for tag in UInt64(1)...3 {
      machine.receive(
        .basicDeliver(BasicDeliver(consumerTag: "t", deliveryTag: tag)), content: Content(),
        channel: 1, at: 0)
    }
    try machine.request(method, content: nil, channel: 1, plan: nil, at: 0)
    #expect(machine.snapshot.channels.first?.unsettled.map(\.deliveryTag) == left)
  }

  @Test func onlyAClientsOwnMethodsAreTakenAsRequests() {
    var machine = ClientMachine(name: "you")
    #expect(throws: ClientError.notARequest("basic.deliver")) {
      try machine.request(
        .basicDeliver(BasicDeliver()), content: nil, channel: 1, plan: nil, at: 0)
    }
    #expect(throws: ClientError.channelZero) {
      try machine.request(declare, content: nil, channel: 0, plan: nil, at: 0)
    }
  }

  @Test func aKilledClientSaysNothingMore() throws {
    var machine = try openMachine()
    try machine.kill(at: 3)
    #expect(machine.takeActions() == [.disconnect])
    #expect(machine.takeReports().map(\.fact) == [.connectionLost(.killed), .disconnected])
    #expect(throws: ClientError.noSuchClient("w1")) { try machine.kill(at: 4) }
  }
}
