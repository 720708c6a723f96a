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
    #expect(serving.effects() == [.closeConnection(client)])
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

@Suite("Serving for days")
struct LongServingTests {
  @Test("there is no timeline: nothing goes back")
  func noTimeline() async throws {
    let simulation = Serving().simulation
    await simulation.mark("a step")
    _ = try await simulation.request(.queueDeclare(QueueDeclare(queue: "q")), by: "you")
    await simulation.checkpoint("here")
    await simulation.reset()
    #expect(await simulation.undo() == nil)
    #expect(await simulation.redo() == nil)
    #expect(await !simulation.goTo(checkpoint: "here"))
    #expect(await simulation.checkpoints().isEmpty)
    #expect(await simulation.snapshot().virtualHosts[0].queues.map(\.name) == ["q"])
  }

  @Test("only the recent past is remembered, with the last publish in it")
  func boundedHistory() async {
    let serving = Serving { $0.historyLimit = 100 }
    let client = await serving.join()
    await serving.send(.queueDeclare(QueueDeclare(queue: "q")), from: client)
    for step in 0..<50 {
      await serving.simulation.mark("step \(step)")
      for number in 0..<50 {
        await serving.publish("\(number)", to: "q", from: client)
        await serving.send(.basicGet(BasicGet(queue: "q", noAck: true)), from: client)
      }
      let log = await serving.simulation.log()
      #expect(log.trace.count <= 400)
      #expect(log.trace.contains { if case .published = $0.fact { true } else { false } })
    }
  }

  @Test("news that nobody takes is forgotten, the oldest first")
  func boundedNews() async throws {
    let serving = Serving { $0.historyLimit = 10 }
    let client = await serving.join()
    _ = try await serving.simulation.request(.queueDeclare(QueueDeclare(queue: "q")), by: "you")
    _ = try await serving.simulation.request(
      .basicConsume(BasicConsume(queue: "q", consumerTag: "c", noAck: true)), by: "you")
    for number in 1...100 { await serving.publish("\(number)", to: "q", from: client) }
    let news = await serving.simulation.reports().compactMap(\.deliveredText)
    #expect(news.count <= 20)
    #expect(news.last == "100")
  }

  @Test("without a trace nothing is remembered of the broker")
  func untraced() async {
    let serving = Serving { $0.isTracing = false }
    let client = await serving.join()
    await serving.send(.queueDeclare(QueueDeclare(queue: "q")), from: client)
    #expect(await serving.simulation.log().trace.isEmpty)
  }

  @Test("above the memory limit publishers are paused, and go on when four fifths are left")
  func memoryLimit() async {
    let serving = Serving { $0.memoryLimit = 100_000 }
    let (publisher, reader) = (await serving.join("a"), await serving.join("b"))
    await serving.send(.queueDeclare(QueueDeclare(queue: "q")), from: publisher)
    let body = String(repeating: "x", count: 30_000)
    for _ in 0..<4 { await serving.publish(body, to: "q", from: publisher) }
    serving.pass(milliseconds: 1)
    _ = serving.effects()
    await serving.publish(body, to: "q", from: publisher)
    #expect(serving.effects() == [.pausePublishing(publisher)])
    #expect(await serving.simulation.heldBytes > 100_000)
    for count in 1...2 {
      await serving.send(.basicGet(BasicGet(queue: "q", noAck: true)), from: reader)
      serving.pass(milliseconds: 1)
      await serving.simulation.catchUp()
      #expect(serving.effects().contains(.resumePublishing(publisher)) == (count == 2))
    }
    #expect(await serving.simulation.snapshot().virtualHosts[0].queues[0].ready.count == 3)
  }

  @Test("an operator closes a remote connection by its name")
  func closesByName() async {
    let serving = Serving()
    let client = await serving.join(properties: ["connection_name": "shop"])
    #expect(await !serving.simulation.closeRemote("other", because: "enough"))
    #expect(await serving.simulation.closeRemote("shop", because: "enough"))
    guard case .connectionClose(let close)? = serving.sent(to: client).first else {
      Issue.record("nothing was sent")
      return
    }
    #expect(close.replyCode == 320)
    #expect(close.replyText == "CONNECTION_FORCED - enough")
    await serving.send(.connectionCloseOk(ConnectionCloseOk()), from: client, on: 0)
    #expect(serving.effects() == [.closeConnection(client)])
    #expect(await !serving.simulation.closeRemote("shop", because: "enough"))
  }

  @Test("a restart of the broker ends remote connections, too")
  func restarts() async {
    let serving = Serving()
    let client = await serving.join()
    _ = await serving.simulation.restart()
    let effects = serving.effects()
    #expect(effects.last == .closeConnection(client))
    guard case .send(.connectionClose(let close), _, _)? = effects.first else {
      Issue.record("nothing was sent")
      return
    }
    #expect(close.replyCode == 320)
  }
}
