import AMQPModel
import SeededRandom
import Testing
import TokkiBroker
import TokkiClient

@testable import TokkiSimulation

extension World {
  /// Does the operation; one that the client itself refuses changes nothing at the broker.
  fileprivate mutating func perform(_ operation: Operation) -> SimulationLog {
    do throws(ClientError) {
      switch operation {
      case .request(let method, let content, let client, let channel, let plan):
        return try request(
          method, content: content, by: client, channel: channel, plan: plan
        ).log
      case .kill(let client): return try kill(client)
      case .close(let client): return try close(client)
      case .retire(let client): return try retire(client)
      case .advance(let milliseconds): return advance(byMilliseconds: milliseconds)
      case .restart: return restart()
      }
    } catch {
      return SimulationLog()
    }
  }

  fileprivate mutating func publish(_ body: String, to queue: String) throws {
    _ = try request(
      .basicPublish(BasicPublish(routingKey: queue)), content: Content(text: body), by: "you",
      channel: 1, plan: nil)
  }

  fileprivate mutating func work(
    _ client: ClientName, on queue: String, prefetch: UInt16
  ) throws {
    _ = try request(
      .basicQos(BasicQos(prefetchCount: prefetch)), content: nil, by: client, channel: 1,
      plan: nil)
    _ = try request(
      .basicConsume(BasicConsume(queue: queue, consumerTag: client.text)), content: nil,
      by: client, channel: 1, plan: WorkPlan(duration: .dots))
  }

  fileprivate func queue(_ name: String) -> QueueSnapshot? {
    broker.snapshot().virtualHosts.first?.queues.first { $0.name == name }
  }
}

extension SimulationLog {
  fileprivate func finished(by client: ClientName) -> [String] {
    reports.compactMap { report in
      guard report.client == client, case .workFinished(let delivery) = report.fact else {
        return nil
      }
      return String(decoding: delivery.content.body, as: UTF8.self)
    }
  }
}

private func world(seed: UInt64 = 0) throws -> World {
  var world = World(profile: .rabbitMQ40, seed: seed)
  _ = try world.request(
    .queueDeclare(QueueDeclare(queue: "tasks", durable: true)), content: nil, by: "you",
    channel: 1, plan: nil)
  return world
}

@Suite struct WorldTests {
  @Test func withoutPrefetchTheTurnsAreFixedAndOneWorkerWaits() throws {
    var world = try world()
    try world.work("w1", on: "tasks", prefetch: 0)
    try world.work("w2", on: "tasks", prefetch: 0)
    for body in ["long.....", "short.", "long2.....", "short2."] {
      try world.publish(body, to: "tasks")
    }
    let log = world.advance(byMilliseconds: 10_000)
    #expect(log.finished(by: "w1") == ["long.....", "long2....."])
    #expect(log.finished(by: "w2") == ["short.", "short2."])
  }

  @Test func withAPrefetchOfOneTheFreeWorkerGetsTheNext() throws {
    var world = try world()
    try world.work("w1", on: "tasks", prefetch: 1)
    try world.work("w2", on: "tasks", prefetch: 1)
    for body in ["long.....", "short.", "a.", "b.", "c."] { try world.publish(body, to: "tasks") }
    let log = world.advance(byMilliseconds: 10_000)
    #expect(log.finished(by: "w1") == ["long....."])
    #expect(log.finished(by: "w2") == ["short.", "a.", "b.", "c."])
  }

  @Test func whatAKilledWorkerHadInItsHandsIsDoneByAnother() throws {
    var world = try world()
    try world.work("w1", on: "tasks", prefetch: 1)
    try world.work("w2", on: "tasks", prefetch: 1)
    try world.publish("long.....", to: "tasks")
    _ = world.advance(byMilliseconds: 1000)
    _ = try world.kill("w1")
    #expect(world.queue("tasks")?.unacked.first?.consumerTag == "w2")
    #expect(world.advance(byMilliseconds: 5000).finished(by: "w2") == ["long....."])
    #expect(world.queue("tasks")?.counts.acknowledged == 1)
  }

  @Test func aRetiringClientEndsWhenItsWorkIsDoneAndReturnsTheRestAtOnce() throws {
    var world = try world()
    try world.work("w1", on: "tasks", prefetch: 0)
    for body in ["long.....", "short."] { try world.publish(body, to: "tasks") }
    _ = world.advance(byMilliseconds: 1000)
    _ = try world.retire("w1")
    #expect(world.queue("tasks")?.ready.count == 1)
    #expect(world.machines.map(\.isConnected).contains(true))
    #expect(world.advance(byMilliseconds: 4000).finished(by: "w1") == ["long....."])
    #expect(world.machines.first { $0.name == "w1" }?.isConnected == false)
    #expect(world.queue("tasks")?.counts.acknowledged == 1)
    #expect(world.queue("tasks")?.ready.count == 1)
  }

  @Test func anRPCServerThatFeedsItselfDoesNotHoldTimeUp() throws {
    var world = try world()
    _ = try world.request(
      .basicConsume(BasicConsume(queue: "tasks")), content: nil, by: "server", channel: 1,
      plan: WorkPlan(reply: .echo))
    var properties = BasicProperties()
    properties.replyTo = "tasks"
    _ = try world.request(
      .basicPublish(BasicPublish(routingKey: "tasks")),
      content: Content(properties: properties, text: "round"), by: "you", channel: 1, plan: nil)
    _ = world.advance(byMilliseconds: 10)
    #expect(world.now == Instant(milliseconds: 10))
  }

  @Test(arguments: UInt64(0)..<40)
  func aLongAdvanceIsTheSameAsManyShortOnes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (whole, parts) = (
      World(profile: .rabbitMQ40, seed: seed), World(profile: .rabbitMQ40, seed: seed)
    )
    for _ in 0..<60 {
      let operation = Operation.random(using: &generator)
      _ = whole.perform(operation)
      if case .advance(let milliseconds) = operation {
        for _ in 0..<(milliseconds / 100) { _ = parts.advance(byMilliseconds: 100) }
        _ = parts.advance(byMilliseconds: milliseconds % 100)
      } else {
        _ = parts.perform(operation)
      }
      #expect(whole == parts, "seed \(seed) after \(operation)")
      if whole != parts { return }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func theSameSeedAndOperationsGiveTheSameLog(seed: UInt64) {
    func run() -> [SimulationLog] {
      var generator = SeededGenerator(seed: seed)
      var world = World(profile: .rabbitMQ40, seed: seed)
      return (0..<100).map { _ in world.perform(.random(using: &generator)) }
    }
    #expect(run() == run(), "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<40)
  func everyQueueKeepsAccountOfItsMessages(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var world = World(profile: .rabbitMQ40, seed: seed)
    for _ in 0..<150 {
      _ = world.perform(.random(using: &generator))
      for queue in world.broker.snapshot().virtualHosts.flatMap(\.queues) {
        let removed = queue.counts.removed.map(\.count).reduce(0, +)
        let accounted =
          queue.ready.count + queue.unacked.count + queue.counts.acknowledged + removed
        #expect(queue.counts.enqueued == accounted, "seed \(seed), queue \(queue.name)")
      }
    }
  }

  @Test func timeStopsWhereMoreHappenedThanCanBeTold() throws {
    var world = try world()
    _ = try world.request(
      .queueDeclare(QueueDeclare(queue: "brief", arguments: ["x-message-ttl": 10])),
      content: nil, by: "you", channel: 1, plan: nil)
    for _ in 0..<30 { try world.publish("early", to: "brief") }
    _ = world.advance(byMilliseconds: 5)
    for _ in 0..<30 { try world.publish("late", to: "brief") }
    let log = world.advance(byMilliseconds: 100, limit: 20)
    #expect(log.trace.count == 30)
    #expect(world.now == Instant(milliseconds: 10))
    _ = world.advance(byMilliseconds: 95)
    #expect(world.now == Instant(milliseconds: 105))
    #expect(world.queue("brief")?.ready == [])
  }
}
