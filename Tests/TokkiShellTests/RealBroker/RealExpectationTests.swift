import StagedBroker
import Testing
import TokkiShell

@Suite("Expectations of a real broker")
struct RealExpectationTests {
  private static let lines = [
    "declare exchange logs topic", "declare queue q --durable --max-length 9",
    "bind queue q logs a.#", "publish logs a.b one --header n=1 as p", "publish logs c two as p",
    "publish \"\" q three --mandatory as p", "publish \"\" nowhere four --mandatory as p",
    "consume q as w1 --prefetch 1", "ack w1", "nack w1 --discard", "publish \"\" q five as p",
    "publish \"\" q seven as p", "get q --auto-ack",
    "confirm select as c", "publish \"\" q six as c", "get nowhere",
  ]

  private func session(
    hasManagement: Bool, patience: Duration = StagedBroker.patience
  ) async -> RealSession {
    let session = await RealSession(hasManagement: hasManagement, patience: patience)
    for line in Self.lines { await session.run(line) }
    return session
  }

  @Test(
    "with and without the management API",
    arguments: [
      "queue q exists", "queue q durable", "queue q consumers 1", "queue q ready 1",
      "queue q type classic", "queue q argument x-max-length=9", "queue nowhere absent",
      "exchange logs type topic", "exchange logs exists", "exchange none absent",
      "exchange amq.topic type topic", "binding \"\" q q", "binding \"\" q other absent",
      "consumer w1 queue q prefetch 1 unacked 1", "connection w1 consumers 1",
      "connection nobody absent", "error 404", "published 6 by p", "published to logs count 2",
      "published header n=1 count 1", "published mandatory count 2", "delivered 4",
      "delivered to w1 from q count 3", "delivered to you from q \"seven\"", "acked 1 by w1 from q",
      "rejected 1 by w1 discarded", "rejected 0 by w1 requeued", "returned 1 code 312 \"four\"",
      "confirmed 1 to c \"six\"", "refused 0", "closed 404", "closed 404 count 1",
      "not delivered \"nine\"", "not queue q ready 7", "vhost / exists",
    ])
  func holds(claim: String) async {
    for hasManagement in [false, true] {
      let answer = await session(hasManagement: hasManagement).run("expect \(claim)")
      #expect(answer.hasPrefix("✓"), "\(answer)")
    }
  }

  @Test(
    "with the management API alone",
    arguments: [
      "queue q unacked 1", "queue q messages 2", "queue q bindings 1", "binding logs q a.#",
      "binding logs q x absent", "exchange logs bindings 1", "vhost other absent",
    ])
  func managed(claim: String) async {
    let answer = await session(hasManagement: true).run("expect \(claim)")
    #expect(answer.hasPrefix("✓"), "\(answer)")
    let unknown = await session(hasManagement: false).run("expect \(claim)")
    #expect(unknown.hasPrefix("! cannot be known on this broker: "), "\(unknown)")
  }

  @Test(
    "what nobody can know",
    arguments: [
      "routed", "unroutable", "message in q \"six\"", "requeued 1", "removed 0", "dead-lettered 0",
      "not removed", "not queue q unacked 7", "published routed count 1",
    ])
  func unknown(claim: String) async {
    let answer = await session(hasManagement: false).run("expect \(claim)")
    #expect(answer.hasPrefix("! cannot be known on this broker: "), "\(answer)")
  }

  @Test("what does not hold, and the first fact that differs, once patience is over")
  func unmet() async {
    let session = await session(hasManagement: false, patience: RealSession.littlePatience)
    expectText(
      await session.run("expect queue q ready 9"),
      """
      ✗ does not hold: queue q ready 9
        → ready: 1
      """)
    #expect(await session.run("expect delivered 9").contains("→ 4 of 4 fit"))
    #expect(await session.run("expect queue nowhere ready 0").contains("→ there is none"))
  }

  @Test("what does not hold yet is waited for")
  func waits() async throws {
    let session = await RealSession()
    await session.run("declare queue q")
    async let answer = session.run("expect queue q ready 2")
    try await session.broker.publish("a", to: "q")
    try await session.broker.publish("b", to: "q")
    #expect(await answer.hasSuffix("✓ holds: queue q ready 2"))
    await session.run("consume q as w1 --work 2s")
    async let done = session.run("expect acked 1 by w1")
    await session.broker.letPass(milliseconds: 2000)
    #expect(await done.hasSuffix("✓ holds: acked count 1 by w1"))
  }

  @Test("that nothing happened is claimed only after what is under way has arrived")
  func nothing() async {
    let session = await RealSession(patience: RealSession.littlePatience)
    await session.run("declare queue q", "consume q as w1", "publish \"\" q a")
    #expect(await session.run("expect delivered 0").hasPrefix("✗"))
    #expect(await session.run("expect not delivered").hasPrefix("✗"))
  }
}
