import AMQPModel
import Testing
import TokkiBroker
import TokkiClient
import TokkiSimulation

@Suite("A simulation that serves clients elsewhere")
struct ServingTests {
  @Test("what a remote client asks is answered over its own connection, in the broker's order")
  func answersInOrder() async {
    let serving = Serving()
    let client = await serving.join()
    let inputs = [
      RemoteInput(channel: 1, method: .confirmSelect(ConfirmSelect())),
      RemoteInput(channel: 1, method: .queueDeclare(QueueDeclare(queue: "q"))),
      RemoteInput(
        channel: 1, method: .basicConsume(BasicConsume(queue: "q", consumerTag: "c"))),
      RemoteInput(
        channel: 1, method: .basicPublish(BasicPublish(routingKey: "q")),
        content: Content(text: "hello")),
    ]
    await serving.simulation.receive(inputs, of: client)
    let names = serving.sent(to: client).map(\.name)
    #expect(
      names == [
        "confirm.select-ok", "queue.declare-ok", "basic.consume-ok", "basic.deliver", "basic.ack",
      ])
  }

  @Test("a remote client's message reaches a consumer of the simulation's own at once, as news")
  func remoteToOwn() async throws {
    let serving = Serving()
    let simulation = serving.simulation
    _ = try await simulation.request(.queueDeclare(QueueDeclare(queue: "q")), by: "you")
    _ = try await simulation.request(
      .basicConsume(BasicConsume(queue: "q", consumerTag: "c", noAck: true)), by: "you")
    let client = await serving.join()
    #expect(await simulation.reports().isEmpty)
    await serving.publish("from afar", to: "q", from: client)
    let bodies = await simulation.reports().compactMap(\.deliveredText)
    #expect(bodies == ["from afar"])
    #expect(await simulation.reports().isEmpty)
  }

  @Test("what the simulation's own client publishes goes to a remote consumer")
  func ownToRemote() async throws {
    let serving = Serving()
    let client = await serving.join()
    await serving.send(.queueDeclare(QueueDeclare(queue: "q")), from: client)
    await serving.send(.basicConsume(BasicConsume(queue: "q", consumerTag: "c")), from: client)
    _ = serving.effects()
    _ = try await serving.simulation.request(
      .basicPublish(BasicPublish(routingKey: "q")), content: Content(text: "hi"), by: "you")
    #expect(serving.sent(to: client).map(\.name) == ["basic.deliver"])
  }

  @Test("a worker acknowledges to a remote publisher's queue when its time has come")
  func workersWorkInRealTime() async throws {
    let serving = Serving()
    let simulation = serving.simulation
    _ = try await simulation.request(.queueDeclare(QueueDeclare(queue: "q")), by: "w1")
    _ = try await simulation.request(
      .basicConsume(BasicConsume(queue: "q", consumerTag: "c")), by: "w1",
      plan: WorkPlan(duration: .fixed(2000)))
    let client = await serving.join()
    await serving.publish("work", to: "q", from: client)
    #expect(await simulation.catchUp() == 2000)
    serving.pass(milliseconds: 1999)
    #expect(await simulation.catchUp() == 1)
    #expect(await simulation.snapshot().virtualHosts[0].queues[0].unacked.count == 1)
    serving.pass(milliseconds: 1)
    #expect(await simulation.catchUp() == nil)
    #expect(await simulation.snapshot().virtualHosts[0].queues[0].unacked.isEmpty)
  }

  @Test("advance puts virtual time ahead of real time, and there it stays")
  func advanceAddsToRealTime() async {
    let serving = Serving()
    serving.pass(milliseconds: 500)
    _ = await serving.simulation.advance(byMilliseconds: 10_000)
    #expect(await serving.simulation.now() == Instant(milliseconds: 10_500))
    serving.pass(milliseconds: 250)
    #expect(await serving.simulation.now() == Instant(milliseconds: 10_750))
  }

  @Test("a dropped connection leaves nothing but what it had unacked, for others")
  func drops() async {
    let serving = Serving()
    let (one, other) = (await serving.join("a"), await serving.join("b"))
    await serving.send(.queueDeclare(QueueDeclare(queue: "q")), from: one)
    await serving.publish("m", to: "q", from: one)
    await serving.send(.basicGet(BasicGet(queue: "q")), from: one)
    await serving.simulation.drop(one)
    _ = serving.effects()
    await serving.send(.basicGet(BasicGet(queue: "q")), from: other)
    guard case .basicGetOk(let got)? = serving.sent(to: other).first else {
      Issue.record("no message")
      return
    }
    #expect(got.redelivered)
    #expect(await serving.simulation.snapshot().connections.map(\.name) == ["b"])
  }

  @Test("what a connection that is gone still sends is not heard")
  func deafToTheGone() async {
    let serving = Serving()
    let client = await serving.join()
    await serving.simulation.drop(client)
    await serving.send(.queueDeclare(QueueDeclare(queue: "q")), from: client)
    #expect(serving.effects().isEmpty)
    #expect(await serving.simulation.snapshot().virtualHosts[0].queues.isEmpty)
  }
}

@Suite("Names of remote connections")
struct RemoteNameTests {
  @Test("a connection is called as it calls itself, else after its address")
  func naming() async {
    let serving = Serving()
    _ = await serving.join("127.0.0.1:5", properties: ["connection_name": "shop"])
    _ = await serving.join("127.0.0.1:6", properties: ["connection_name": ""])
    _ = await serving.join("127.0.0.1:7")
    #expect(
      await serving.simulation.snapshot().connections.map(\.name)
        == ["shop", "127.0.0.1:6", "127.0.0.1:7"])
  }

  @Test("each name is one connection's, and the simulation's own clients keep theirs")
  func uniqueNames() async throws {
    let serving = Serving()
    for _ in 0..<2 { _ = await serving.join(properties: ["connection_name": "shop"]) }
    _ = try await serving.simulation.connect("shop-2", as: ClientIdentity())
    _ = try await serving.simulation.connect("shop", as: ClientIdentity())
    let names = await serving.simulation.snapshot().connections.map(\.name)
    #expect(names == ["shop-1", "shop-2-2", "shop-2", "shop"])
  }

  @Test("a name is free again when its connection is over")
  func namesAreFreed() async {
    let serving = Serving()
    let first = await serving.join(properties: ["connection_name": "shop"])
    await serving.simulation.drop(first)
    _ = await serving.join(properties: ["connection_name": "shop"])
    #expect(await serving.simulation.snapshot().connections.map(\.name) == ["shop"])
  }
}

extension ClientReport {
  var deliveredText: String? {
    guard case .delivered(let delivery) = fact else { return nil }
    return String(decoding: delivery.content.body, as: UTF8.self)
  }
}

extension Simulation {
  @discardableResult
  func request(
    _ method: Method, content: Content? = nil, by client: ClientName, plan: WorkPlan? = nil
  ) throws -> [ClientReport] {
    try request(method, content: content, by: client, channel: 1, plan: plan).reports
  }
}
