import StagedBroker
import Testing
import TokkiClient
import TokkiShell

@Suite("What a real broker tells, and when")
struct NewsTests {
  @Test("an exception is heard of with the command that caused it")
  func objections() async {
    let session = await RealSession()
    #expect(
      await session.run("publish nowhere k hello").hasPrefix(
        "✗ 404 NOT_FOUND - no exchange 'nowhere' in vhost '/'\n"))
    #expect(await session.run("expect error 404").hasPrefix("✓"))
    #expect(
      await session.run("declare queue q", "ack you 7").hasPrefix(
        "✗ 406 PRECONDITION_FAILED - unknown delivery tag 7\n"))
    #expect(await session.run("publish nowhere k hello --repeat 50").contains("404"))
    #expect(await session.news() == nil)
    #expect(await session.run("expect published count 0").hasPrefix("✓"))
  }

  @Test("an objection that comes after the publish is not a second one")
  func once() async {
    let session = await RealSession()
    let outcome = await session.shell.run("publish nowhere k hello")
    #expect(outcome.status == .exception)
    #expect(outcome.parts.count == 1)
  }

  @Test("what comes without a command is news, once, in order")
  func news() async throws {
    let session = await RealSession()
    await session.run("declare queue q", "consume q as w1 --work 3s", "consume q")
    try await session.broker.publish("one", to: "q")
    try await session.broker.publish("two", to: "q")
    expectText(
      await session.news(),
      """
        w1 ← q "one" · tag 1 · busy for 3s
        you ← q "two" · tag 1
      """)
    #expect(await session.news() == nil)
    await session.broker.letPass(milliseconds: 3000)
    expectText(
      await session.run("declare queue other"),
      """
        w1 ✓ "one" done · ack 1
      ✓ queue other declared · classic, transient
      """)
    #expect(await session.news() == nil)
  }

  @Test("an announcement waits for the command that is under way")
  func turns() async throws {
    let session = await RealSession()
    await session.run("declare queue q", "consume q as w1")
    let rings = await session.shell.rings()
    async let verdict = session.run("expect delivered 1 to w1")
    try await session.broker.publish("hello", to: "q")
    let answer = await verdict
    #expect(answer.hasSuffix("✓ holds: delivered count 1 to w1"), "\(answer)")
    for await _ in rings { break }
    // Told once, by whichever outcome came first.
    let news = await session.news() ?? ""
    let tellings = [answer, news].filter { $0.contains("w1 ← q \"hello\" · tag 1") }
    #expect(tellings.count == 1)
    #expect(await session.news() == nil)
  }

  @Test("confirms are waited for, as long as patience lasts")
  func confirms() async {
    let session = await RealSession()
    await session.run("confirm select", "declare queue q")
    expectText(
      await session.run("publish \"\" q hello"),
      """
      "hello" → default exchange · key q
        ✓ you: publish 1 confirmed
      """)
    #expect(await session.run("expect confirmed 1 body hello").hasPrefix("✓"))
  }

  @Test("a transaction holds publishes back")
  func transaction() async {
    let session = await RealSession()
    await session.run("declare queue q", "tx select")
    expectText(
      await session.run("publish \"\" q hello"),
      """
      "hello" → default exchange · key q
        held back until tx commit
      """)
    #expect(await session.run("tx commit", "expect queue q ready 1").hasPrefix("✓"))
  }

  @Test("a returned message is told with its publish")
  func returned() async {
    let session = await RealSession()
    expectText(
      await session.run("publish \"\" nowhere hello --mandatory"),
      """
      "hello" → default exchange · key nowhere
        you ← RETURNED 312 NO_ROUTE "hello" · default exchange · key nowhere
      """)
  }

  @Test("who is cancelled while a broker says nothing gives up")
  func givingUp() async {
    let session = await RealSession()
    await session.broker.fallSilent(true)
    let task = Task { await session.run("declare queue q") }
    task.cancel()
    #expect(await task.value == "✗ given up, as you asked")
    await session.broker.fallSilent(false)
    // The answer that nobody waited for is known all the same.
    let rings = await session.shell.rings()
    while await session.shell.names().queues.isEmpty { for await _ in rings { break } }
    #expect(await session.run("list queues").contains("q "))
  }

  @Test("a broker that says nothing to a publish is not waited for for ever")
  func silence() async {
    let session = await RealSession(patience: .milliseconds(50))
    await session.run("declare queue q")
    #expect(await session.run("publish \"\" q a").hasPrefix("\"a\" → "))
  }

  @Test("leaving finishes what workers have in hand")
  func leaving() async throws {
    let session = await RealSession()
    await session.run(
      "declare queue q", "consume q as w1 --work 5s", "publish \"\" q a", "publish \"\" q b")
    expectText(
      await session.run("disconnect"),
      """
      ✓ left amqp://guest@broker.example:5672/: back on the simulation, as it was
        w1 ✓ "a" done · ack 1
      """)
    let second = await RealSession()
    await second.run("declare queue q", "consume q as w1 --work 5s", "publish \"\" q a")
    let outcome = try #require(await second.shell.leave())
    #expect(await second.shell.render(outcome) == "  w1 ✓ \"a\" done · ack 1")
    #expect(await second.shell.leave() == nil)
    #expect(await !second.shell.isOnRealBroker)
  }

  @Test("kill drops a client, and its next command connects it anew")
  func kill() async {
    let session = await RealSession()
    await session.run("declare queue q", "publish \"\" q a", "consume q as w1")
    #expect(await session.run("kill w1").hasPrefix("✓ w1 was killed"))
    #expect(await session.run("expect queue q ready 1 consumers 0").hasPrefix("✓"))
    #expect(await session.run("consume q as w1").contains("w1 ← q \"a\""))
  }
}
