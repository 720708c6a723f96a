import AMQPModel
import Testing
import TokkiClient

/// A recovering client whose broker is played by hand.
private struct Rehearsed {
  var machine: ClientMachine
  var now: Int64 = 0
  var facts: [ClientFact] = []
  var answers: [ClientAnswer] = []
  /// What is sent and not looked at yet.
  var sent: [Method] = []
  /// What the broker refuses, and with which code.
  var refused: [String: UInt16] = [:]

  init(_ policy: RecoveryPolicy = RecoveryPolicy()) {
    machine = ClientMachine(name: "w1", recovery: policy)
  }

  mutating func take() -> [ClientAction] {
    facts += machine.takeReports().map(\.fact)
    answers += machine.takeAnswers()
    return machine.takeActions()
  }

  mutating func hear(_ method: Method, _ content: Content? = nil, on channel: UInt16 = 1) {
    machine.receive(method, content: content, channel: channel, at: now)
  }

  @discardableResult
  mutating func ask(
    _ method: Method, content: Content? = nil, on channel: UInt16 = 1, plan: WorkPlan? = nil
  ) throws -> RequestID {
    try machine.request(method, content: content, channel: channel, plan: plan, at: now)
  }

  /// Answers all that is sent as a broker would that has what is asked for.
  mutating func play() {
    var actions = take()
    while !actions.isEmpty {
      for action in actions {
        switch action {
        case .connect: hear(.connectionOpenOk(ConnectionOpenOk()), on: 0)
        case .send(let method, _, let channel):
          sent.append(method)
          answer(method, on: channel)
        case .disconnect: break
        }
      }
      actions = take()
    }
  }

  private mutating func answer(_ method: Method, on channel: UInt16) {
    if let code = refused[method.name] {
      let close = ChannelClose(
        replyCode: code, replyText: "REFUSED", classId: method.id.classID,
        methodId: method.id.methodID)
      return hear(.channelClose(close), on: channel)
    }
    switch method {
    case .channelOpen: hear(.channelOpenOk(ChannelOpenOk()), on: channel)
    case .channelClose: hear(.channelCloseOk(ChannelCloseOk()), on: channel)
    case .queueDeclare(let declare):
      let name = declare.queue.isEmpty ? "amq.gen-\(now)" : declare.queue
      hear(.queueDeclareOk(QueueDeclareOk(queue: name)), on: channel)
    case .queueBind: hear(.queueBindOk(QueueBindOk()), on: channel)
    case .basicQos: hear(.basicQosOk(BasicQosOk()), on: channel)
    case .confirmSelect: hear(.confirmSelectOk(ConfirmSelectOk()), on: channel)
    case .basicConsume(let consume):
      hear(.basicConsumeOk(BasicConsumeOk(consumerTag: consume.consumerTag)), on: channel)
    default: break
    }
  }

  /// The connection goes, and comes back as soon as it is tried again.
  mutating func loseAndReconnect() {
    sent = []
    machine.lose(reason: "reset", at: now)
    goOn()
  }

  /// To the next thing that falls due.
  mutating func goOn() {
    play()
    now = machine.nextDeadline ?? now
    machine.advance(to: now)
    play()
  }
}

private let consume = Method.basicConsume(BasicConsume(queue: "q", consumerTag: "t"))
private let declare = Method.queueDeclare(QueueDeclare(queue: "q", durable: true))

private func delivery(_ tag: UInt64) -> Method {
  .basicDeliver(BasicDeliver(consumerTag: "t", deliveryTag: tag))
}
private func ack(_ tag: UInt64, multiple: Bool = false) -> Method {
  .basicAck(BasicAck(deliveryTag: tag, multiple: multiple))
}

@Suite struct RecoveryTests {
  @Test(arguments: [
    (1, 500, 1000), (2, 1000, 2000), (3, 2000, 4000), (5, 8000, 16_000), (6, 15_000, 30_000),
    (60, 15_000, 30_000),
  ])
  func theDelayDoublesUpToItsBoundAndIsShortenedByUpToHalf(
    attempt: Int, lowest: Int64, highest: Int64
  ) throws {
    var delays: Set<Int64> = []
    for seed in UInt64(0)..<20 {
      var client = Rehearsed(RecoveryPolicy(seed: seed))
      try client.ask(declare)
      client.play()
      client.machine.lose(reason: "reset", at: client.now)
      for _ in 1..<attempt {
        client.now = try #require(client.machine.nextDeadline)
        client.machine.advance(to: client.now)
        client.machine.lose(reason: "connection refused", at: client.now)
      }
      let delay = try #require(client.machine.nextDeadline) - client.now
      #expect((lowest...highest).contains(delay), "seed \(seed)")
      delays.insert(delay)
    }
    #expect(delays.count > 10)
  }

  @Test func topologyQosConfirmsAndConsumersComeBackInThatOrder() throws {
    var client = Rehearsed()
    for method in [
      declare, .queueBind(QueueBind(queue: "q", exchange: "amq.fanout")),
      .basicQos(BasicQos(prefetchCount: 1)), consume, .basicQos(BasicQos(prefetchCount: 9)),
      .confirmSelect(ConfirmSelect()),
    ] { try client.ask(method) }
    client.play()
    client.loseAndReconnect()
    #expect(
      client.sent == [
        .channelOpen(ChannelOpen()), declare,
        .queueBind(QueueBind(queue: "q", exchange: "amq.fanout")),
        .confirmSelect(ConfirmSelect()), .basicQos(BasicQos(prefetchCount: 1)), consume,
        .basicQos(BasicQos(prefetchCount: 9)),
      ])
    #expect(client.facts.last == .recovered)
  }

  @Test func whatIsAskedForMeanwhileWaitsAndWhatWasOutIsUndecided() throws {
    var client = Rehearsed()
    try client.ask(consume)
    client.play()
    let out = try client.ask(.basicGet(BasicGet(queue: "q")))
    client.machine.lose(reason: "reset", at: 0)
    let meanwhile = try client.ask(.basicPublish(BasicPublish(routingKey: "q")))
    client.play()
    let loss = ConnectionLoss.network(reason: "reset")
    #expect(
      client.answers.last == ClientAnswer(request: out, result: .success(.connectionLost(loss))))
    client.goOn()
    #expect(client.sent.last?.name == "basic.publish")
    #expect(
      client.answers.last
        == ClientAnswer(request: meanwhile, result: .success(.sent(publishNumber: nil))))
  }

  @Test func unconfirmedPublishesAreReportedWithTheirContentAndNumberingGoesOn() throws {
    var client = Rehearsed()
    try client.ask(.confirmSelect(ConfirmSelect()))
    client.play()
    let publish = BasicPublish(routingKey: "q")
    for text in ["a", "b", "c"] {
      try client.ask(.basicPublish(publish), content: Content(text: text))
    }
    client.hear(ack(2))
    client.loseAndReconnect()
    let lost = [(1, "a"), (3, "c")].map {
      UnconfirmedPublish(number: $0, method: publish, content: Content(text: $1))
    }
    #expect(client.facts.contains(.unconfirmedLost(lost)))
    let again = try client.ask(.basicPublish(publish), content: Content(text: "a"))
    client.hear(ack(1))
    client.play()
    #expect(
      client.answers.last == ClientAnswer(request: again, result: .success(.sent(publishNumber: 4)))
    )
    #expect(
      client.facts.last == .confirmed(deliveryTag: 4, multiple: false, acknowledged: true))
  }

  @Test func aStaleDeliveryIsNotAckedOnTheNewConnection() throws {
    var client = Rehearsed()
    try client.ask(consume)
    client.play()
    for tag in UInt64(1)...2 { client.hear(delivery(tag), Content()) }
    client.loseAndReconnect()
    client.hear(delivery(1), Content())
    for method in [ack(1), ack(2), ack(2, multiple: true)] {
      #expect(throws: ClientError.self) { try client.ask(method) }
    }
    #expect(throws: ClientError.staleDelivery("w1", deliveryTag: 2)) {
      try client.ask(.basicReject(BasicReject(deliveryTag: 2)))
    }
    #expect(client.machine.snapshot.channels.first?.unsettled.map(\.deliveryTag) == [3])
    client.sent = []
    try client.ask(ack(3))
    client.play()
    #expect(client.sent == [ack(1)])
    #expect(client.machine.snapshot.channels.first?.unsettled.isEmpty == true)
  }

  @Test func anAckThatWaitedWhileTheConnectionWentIsRefused() throws {
    var client = Rehearsed()
    try client.ask(consume)
    client.play()
    client.hear(delivery(1), Content())
    client.machine.lose(reason: "reset", at: 0)
    client.now = try #require(client.machine.nextDeadline)
    client.machine.advance(to: client.now)
    _ = client.take()
    #expect(throws: ClientError.staleDelivery("w1", deliveryTag: 1)) { try client.ask(ack(1)) }
  }

  @Test func aServerNamedQueueComesBackUnderANewNameThatAllFollow() throws {
    var client = Rehearsed()
    client.now = 1
    for method in [
      .queueDeclare(QueueDeclare(exclusive: true)),
      .queueBind(QueueBind(exchange: "amq.fanout")),
      .basicConsume(BasicConsume(consumerTag: "t")),
    ] as [Method] { try client.ask(method) }
    client.play()
    client.machine.lose(reason: "reset", at: 1)
    client.goOn()
    let name = "amq.gen-\(client.now)"
    #expect(client.facts.contains(.queueRenamed(from: "amq.gen-1", to: name)))
    let bind = QueueBind(queue: name, exchange: "amq.fanout", routingKey: "amq.gen-1")
    #expect(client.sent.contains(.queueBind(bind)))
    #expect(
      client.sent.last == .basicConsume(BasicConsume(queue: name, consumerTag: "t")))
    client.sent = []
    try client.ask(.queuePurge(QueuePurge()))
    client.play()
    #expect(client.sent == [.queuePurge(QueuePurge(queue: name))])
  }

  @Test func whatTheBrokerRefusesIsReportedOnceAndNotAskedForAgain() throws {
    var client = Rehearsed()
    try client.ask(declare)
    try client.ask(consume)
    client.play()
    client.refused = ["queue.declare": 406]
    client.loseAndReconnect()
    let reason = CloseReason(
      code: 406, text: "REFUSED", during: MethodID(classID: 50, methodID: 10))
    #expect(client.facts.suffix(2).contains(.recovered))
    #expect(client.facts.contains(.notRestored(declare, reason)))
    #expect(client.sent.last == consume)
    client.loseAndReconnect()
    #expect(!client.sent.contains(declare))
    #expect(client.sent.last == consume)
  }

  @Test func whatIsNotThereYetIsTriedAgainAFewTimes() throws {
    var client = Rehearsed(RecoveryPolicy(patience: 2))
    try client.ask(consume)
    client.play()
    client.refused = ["basic.consume": 404]
    var waiting = client
    waiting.loseAndReconnect()
    #expect(!waiting.facts.contains(.recovered))
    waiting.refused = [:]
    waiting.goOn()
    #expect(waiting.facts.last == .recovered)
    #expect(waiting.machine.snapshot.consumers.map(\.tag) == ["t"])
    client.loseAndReconnect()
    for _ in 1...2 {
      #expect(!client.facts.contains(.recovered))
      client.goOn()
    }
    #expect(client.sent.count { $0 == consume } == 3)
    #expect(client.facts.last == .recovered)
    #expect(client.machine.snapshot.consumers == [])
  }

  @Test func aLimitOfAttemptsEndsItAndRefusesWhatWaits() throws {
    var client = Rehearsed(RecoveryPolicy(attempts: 2))
    try client.ask(declare)
    client.play()
    client.machine.lose(reason: "reset", at: 0)
    let waiting = try client.ask(declare)
    for _ in 1...2 {
      client.now = try #require(client.machine.nextDeadline)
      client.machine.advance(to: client.now)
      client.machine.lose(reason: "connection refused", at: client.now)
    }
    #expect(client.machine.nextDeadline == nil)
    _ = client.take()
    #expect(client.facts.suffix(2) == [.recoveryAbandoned(attempts: 2), .disconnected])
    let refusal = ClientError.unreachable(reason: "connection refused")
    #expect(client.answers.last == ClientAnswer(request: waiting, result: .failure(refusal)))
  }

  @Test(arguments: [(320, true), (541, true), (503, false), (504, false), (530, false)])
  func aCloseIsRecoveredFromUnlessTheClientItselfIsToBlame(
    code: UInt16, isRecovered: Bool
  ) throws {
    var client = Rehearsed()
    try client.ask(consume)
    client.play()
    client.hear(.connectionClose(ConnectionClose(replyCode: code)), on: 0)
    #expect((client.machine.nextDeadline != nil) == isRecovered)
  }

  @Test func neitherAFirstConnectionNorAClosedOneIsMadeAgain() throws {
    var client = Rehearsed()
    try client.ask(declare)
    client.machine.lose(reason: "connection refused", at: 0)
    #expect(client.machine.nextDeadline == nil)
    try client.ask(declare)
    client.play()
    try client.machine.close(at: 0)
    client.machine.lose(reason: "reset", at: 0)
    #expect(client.machine.nextDeadline == nil)
    try client.ask(declare)
    client.play()
    try client.machine.kill(at: 0)
    #expect(client.machine.nextDeadline == nil)
  }
}
