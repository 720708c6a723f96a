import AMQPModel
import StagedBroker
import Testing
import TokkiClient
import TokkiShell

@Suite("Looking at a real broker")
struct RealLookingTests {
  private static let lines = [
    "declare exchange logs fanout", "declare queue audit --durable", "bind queue audit logs",
    "declare queue console", "bind queue console logs", "consume console as w1 --prefetch 1",
    "publish logs \"\" one", "publish logs \"\" two",
  ]

  private func session(hasManagement: Bool = false) async -> RealSession {
    let session = await RealSession(hasManagement: hasManagement)
    for line in Self.lines { await session.run(line) }
    return session
  }

  @Test("the picture is the simulator's, with the numbers that the broker tells")
  func picture() async {
    expectText(
      await session().run("show"),
      """
      logs (fanout) ─┬──▶ audit    2 ready
                     └──▶ console  1 ready ──▶ w1  prefetch 1
      (of this run; the broker may have more)
      """)
    expectText(
      await session(hasManagement: true).run("show"),
      """
      logs (fanout) ─┬──▶ audit    2 ready
                     └──▶ console  1 ready, 1 unacked ──▶ w1  prefetch 1
      (from the broker's management API: the whole virtual host)
      """)
  }

  @Test("a table says what is not known")
  func queues() async {
    expectText(
      await session().run("list queues"),
      """
      Name     Type     Features  Ready  Unacked  Total  Consumers
      ───────  ───────  ────────  ─────  ───────  ─────  ─────────
      audit    classic  D             2        ?      ?          0
      console  classic                1        ?      ?          1
      D durable
      (of this run; the broker may have more)
      """)
    #expect(
      await session(hasManagement: true).run("list queues").contains(
        "console  classic                1        1      2          1\n"))
  }

  @Test("with the management API there is what others declared")
  func others() async throws {
    let session = await session(hasManagement: true)
    _ = try await session.broker.simulation.request(
      .queueDeclare(QueueDeclare(queue: "theirs")), content: nil, by: ClientName("other"),
      channel: 1, plan: nil)
    _ = try await session.broker.simulation.request(
      .basicConsume(BasicConsume(queue: "theirs", consumerTag: "t")), content: nil,
      by: ClientName("other"),
      channel: 1, plan: nil)
    #expect(await session.run("list queues").contains("theirs"))
    #expect(await session.run("list consumers").contains("theirs   other   t"))
    #expect(await session.run("list connections").contains("other"))
    #expect(await session.run("expect queue theirs consumers 1").hasPrefix("✓"))
    #expect(await session.run("expect consumer t queue theirs").hasPrefix("✓"))
  }

  @Test("the client that looks is not seen")
  func lookout() async {
    for hasManagement in [false, true] {
      let session = await session(hasManagement: hasManagement)
      await session.run("list queues", "expect queue nowhere absent")
      for line in ["list connections", "list channels", "status", "show"] {
        #expect(await !session.run(line).contains("tokki.look"), "\(line)")
      }
      #expect(await !session.shell.names().clients.contains("tokki.look"))
      #expect(await session.news() == nil)
    }
  }

  @Test("what a run no longer has is forgotten")
  func forgotten() async {
    let session = await session()
    await session.run(
      "declare queue mine as w2 --exclusive", "delete queue audit", "kill w2",
      "unbind queue console logs")
    let text = await session.run("list queues")
    #expect(!text.contains("mine"))
    #expect(!text.contains("audit"))
    #expect(await session.run("list bindings").hasPrefix("no bindings but"))
  }

  @Test("an exclusive queue is counted by its own connection")
  func exclusive() async {
    let session = await session()
    await session.run("declare queue mine as w2 --exclusive", "publish \"\" mine a")
    #expect(await session.run("expect queue mine ready 1 exclusive").hasPrefix("✓"))
    let channels = await session.run("list channels")
    #expect(channels.contains("w2") && !channels.contains("w2               2"), "\(channels)")
  }

  @Test("a broker's words never reach the terminal as they are")
  func untrusted() async throws {
    let session = await session(hasManagement: true)
    _ = try await session.broker.simulation.request(
      .queueDeclare(QueueDeclare(queue: "q\u{1B}[2J\u{202E}")), content: nil,
      by: ClientName("e\u{1B}vil"),
      channel: 1, plan: nil)
    for line in ["list queues", "show", "list connections", "get \"x\u{1B}[2J\""] {
      let text = await session.run(line)
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(line)")
    }
  }

  @Test(
    "what only the simulator can do, and what to do instead",
    arguments: [
      ("advance 1s", "Time passes by itself here"), ("restart", "Restart it where it runs"),
      ("undo", "What was done stays done"), ("reset", "What was done stays done"),
      ("checkpoint a", "What was done stays done"), ("list checkpoints", "What was done"),
      ("explain", "publish with --mandatory"), ("explain publish logs k", "with --mandatory"),
      ("list messages audit", "`get QUEUE`, and `nack` gives it back"),
    ])
  func onlySimulator(line: String, advice: String) async {
    let text = await session().run(line)
    #expect(text.hasPrefix("✗ only the simulated broker can do that; this is a real one\n  "))
    #expect(text.contains(advice))
  }

  @Test("a real broker's error is explained in its own words, unless a publish came after it")
  func explainedError() async {
    let session = await session()
    await session.run("get nothing")
    let text = await session.run("explain")
    #expect(text.hasPrefix("✗ 404 NOT_FOUND - no queue 'nothing' in vhost '/'\n"), "\(text)")
    #expect(text.contains("  basic.get, on channel 1 of you\n    queue  nothing\n"), "\(text)")
    #expect(text.contains("Read: Queues, https://www.rabbitmq.com/docs/queues"))
    await session.run("publish \"\" audit hello")
    #expect(await session.run("explain").hasPrefix("✗ only the simulated broker can do that"))
    #expect(await session.run("explain error").hasPrefix("✗ 404 NOT_FOUND - no queue 'nothing'"))
  }

  @Test("virtual hosts take the management API")
  func virtualHosts() async {
    let bare = await session()
    #expect(await bare.run("add vhost staging").hasPrefix("✗ that takes the broker's management"))
    #expect(await bare.run("use vhost staging").contains("530 NOT_ALLOWED"))
    #expect(await bare.run("list vhosts").contains("/     yes"))
    let session = await session(hasManagement: true)
    #expect(await session.run("add vhost staging") == "✓ virtual host staging added")
    #expect(await session.run("add vhost staging").contains("is there already"))
    #expect(await session.run("use vhost staging").hasPrefix("✓"))
    #expect(await session.run("list queues").hasPrefix("no queues"))
    #expect(await session.run("declare queue q", "expect queue q ready 0").hasPrefix("✓"))
    #expect(await session.run("delete vhost staging").contains("use another first"))
    #expect(await session.run("use vhost /", "delete vhost staging").hasPrefix("✓"))
    #expect(await session.run("delete vhost staging").contains("there is no virtual host"))
  }

  @Test("in JSON, too")
  func json() async {
    let session = await RealSession(isJSON: true)
    expectText(
      await session.run("declare queue q", "list queues"),
      """
      {"tokki":1,"line":"list queues","status":"done","parts":[{"part":"listing","of":"queues",\
      "rows":[{"name":"q","type":"classic","durable":false,"exclusive":false,"autoDelete":false,\
      "arguments":{},"ready":0,"consumers":0}],"source":"run"}]}
      """)
    #expect(
      await session.run("status").contains(
        #""broker":{"uri":"amqp://guest@broker.example:5672/","product":"RabbitMQ","#))
  }
}
