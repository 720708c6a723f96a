import AMQPModel
import Testing
import TokkiClient

/// A consumer `t` on queue `q` that works by that plan.
private func worker(_ plan: WorkPlan, noAck: Bool = false) throws -> ClientMachine {
  var machine = ClientMachine(name: "w1")
  try machine.request(
    .basicConsume(BasicConsume(queue: "q", consumerTag: "t", noAck: noAck)), content: nil,
    channel: 1, plan: plan, at: 0)
  machine.receive(.connectionOpenOk(ConnectionOpenOk()), content: nil, channel: 0, at: 0)
  machine.receive(.channelOpenOk(ChannelOpenOk()), content: nil, channel: 1, at: 0)
  machine.receive(
    .basicConsumeOk(BasicConsumeOk(consumerTag: "t")), content: nil, channel: 1, at: 0)
  _ = machine.takeActions()
  _ = machine.takeReports()
  return machine
}

extension ClientMachine {
  fileprivate mutating func deliver(_ tag: UInt64, _ content: Content, at now: Int64) {
    receive(
      .basicDeliver(BasicDeliver(consumerTag: "t", deliveryTag: tag)), content: content,
      channel: 1, at: now)
  }

  fileprivate mutating func sent() -> [Method] {
    takeActions().compactMap {
      if case .send(let method, _, channel: 1) = $0 { method } else { nil }
    }
  }
}

@Suite struct WorkerTests {
  @Test func eachDotIsASecondAndThenComesTheAck() throws {
    var machine = try worker(WorkPlan(duration: .dots))
    machine.deliver(1, Content(text: "Hello..."), at: 500)
    #expect(machine.nextDeadline == 3500)
    machine.advance(to: 3499)
    #expect(machine.sent() == [])
    machine.advance(to: 3500)
    #expect(machine.sent() == [.basicAck(BasicAck(deliveryTag: 1))])
    #expect(machine.nextDeadline == nil)
  }

  @Test func deliveriesAreWorkedOneAfterTheOther() throws {
    var machine = try worker(WorkPlan(duration: .fixed(100)))
    machine.deliver(1, Content(), at: 0)
    machine.deliver(2, Content(), at: 0)
    machine.advance(to: 100)
    #expect(machine.sent() == [.basicAck(BasicAck(deliveryTag: 1))])
    #expect(machine.nextDeadline == 200)
  }

  @Test func withoutAcknowledgementAWorkerAcksNothing() throws {
    var machine = try worker(WorkPlan(duration: .fixed(100)), noAck: true)
    machine.deliver(1, Content(), at: 0)
    machine.advance(to: 100)
    #expect(machine.sent() == [])
  }

  @Test(arguments: [
    (WorkPlan.Reply.fib, "0", "0"), (.fib, "1", "1"), (.fib, "30", "832040"),
    (.fib, "92", "7540113804746346429"), (.echo, "안녕", "안녕"), (.upper, "abc", "ABC"),
  ])
  func anRPCServerRepliesToTheReplyToWithTheCorrelationID(
    reply: WorkPlan.Reply, body: String, answer: String
  ) throws {
    var machine = try worker(WorkPlan(reply: reply))
    var properties = BasicProperties()
    properties.replyTo = "callback"
    properties.correlationID = "c1"
    machine.deliver(1, Content(properties: properties, text: body), at: 0)
    machine.advance(to: 0)
    var replied = BasicProperties()
    replied.correlationID = "c1"
    #expect(
      machine.takeActions() == [
        .send(
          .basicPublish(BasicPublish(routingKey: "callback")),
          Content(properties: replied, text: answer), channel: 1),
        .send(.basicAck(BasicAck(deliveryTag: 1)), nil, channel: 1),
      ])
  }

  @Test(arguments: [
    ("93", "callback" as String?, WorkFailure.noNumber), ("-1", "callback", .noNumber),
    ("ten", "callback", .noNumber), ("10", nil, .noReplyTo),
  ])
  func whatCannotBeAnsweredIsRejectedWithItsReason(
    body: String, replyTo: String?, failure: WorkFailure
  ) throws {
    var machine = try worker(WorkPlan(reply: .fib))
    var properties = BasicProperties()
    properties.replyTo = replyTo
    machine.deliver(1, Content(properties: properties, text: body), at: 0)
    machine.advance(to: 0)
    #expect(machine.sent() == [.basicReject(BasicReject(deliveryTag: 1, requeue: false))])
    let failures = machine.takeReports().compactMap {
      if case .workFailed(_, let failure) = $0.fact { failure } else { nil }
    }
    #expect(failures == [failure])
  }

  @Test func aCancelledWorkerFinishesWhatItHas() throws {
    var machine = try worker(WorkPlan(duration: .fixed(100)))
    machine.deliver(1, Content(), at: 0)
    try machine.request(
      .basicCancel(BasicCancel(consumerTag: "t")), content: nil, channel: 1, plan: nil, at: 10)
    machine.receive(
      .basicCancelOk(BasicCancelOk(consumerTag: "t")), content: nil, channel: 1, at: 10)
    _ = machine.takeActions()
    #expect(machine.snapshot.consumers.isEmpty)
    machine.advance(to: 100)
    #expect(machine.sent() == [.basicAck(BasicAck(deliveryTag: 1))])
    #expect(machine.nextDeadline == nil)
  }
}
