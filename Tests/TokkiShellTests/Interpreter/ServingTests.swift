import AMQPModel
import Synchronization
import Testing
import TokkiBroker
import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// A shell beside clients elsewhere.
private struct ServingSession {
  private final class Wire: Sendable {
    let sent = Mutex<[Method]>([])
  }

  let shell: Shell
  let simulation: Simulation
  private let wire = Wire()

  init(language: Language = .english, isJSON: Bool = false) {
    let wire = wire
    let service = Service(
      clock: { 0 },
      remote: { effects in
        for case .send(let method, _, _) in effects { wire.sent.withLock { $0.append(method) } }
      })
    simulation = Simulation(seed: 1, service: service)
    shell = Shell(
      simulator: simulation,
      configuration: Shell.Configuration(language: language, isJSON: isJSON, seed: 1))
  }

  func join(_ name: String, _ properties: FieldTable = [:]) async -> ConnectionID {
    let id = await simulation.accept(name: name, user: "guest", clientProperties: properties)
    await send(.connectionOpen(ConnectionOpen()), from: id, on: 0)
    await send(.channelOpen(ChannelOpen()), from: id)
    return id
  }

  func send(
    _ method: Method, _ content: Content? = nil, from id: ConnectionID, on channel: UInt16 = 1
  ) async {
    await simulation.receive(
      [RemoteInput(channel: channel, method: method, content: content)], of: id)
  }

  func publish(_ body: String, to queue: String, from id: ConnectionID) async {
    await send(.basicPublish(BasicPublish(routingKey: queue)), Content(text: body), from: id)
  }

  @discardableResult
  func run(_ lines: String...) async -> String {
    var answer = ""
    for line in lines { answer = await shell.render(await shell.run(line)) }
    return answer
  }

  func sent() -> [Method] { wire.sent.withLock { $0 } }
}

@Suite("A shell on a broker that serves clients elsewhere")
struct ServingShellTests {
  @Test("lists them by the names that they give themselves, or by their addresses")
  func lists() async {
    let session = ServingSession()
    await session.run("declare queue q")
    let shop = await session.join(
      "127.0.0.1:5", ["connection_name": "shop", "product": "pika", "version": "1.3.2"])
    let nameless = await session.join("127.0.0.1:6")
    for id in [shop, nameless] {
      await session.send(.basicConsume(BasicConsume(queue: "q", consumerTag: "c")), from: id)
    }
    let table = await session.run("list connections")
    #expect(
      table == """
        Name         User name  Virtual host  Client      State    Channels
        ───────────  ─────────  ────────────  ──────────  ───────  ────────
        you          guest      /             Tokki       running         1
        shop         guest      /             pika 1.3.2  running         1
        127.0.0.1:6  guest      /                         running         1
        """)
    let consumers = await session.run("list consumers")
    #expect(consumers.contains("shop") && consumers.contains("127.0.0.1:6"))
    let picture = await session.run("show")
    #expect(picture.contains("shop") && picture.contains("127.0.0.1:6"))
  }

  @Test("tells what its own consumers get from them")
  func announces() async throws {
    let session = ServingSession()
    await session.run("declare queue q", "consume q as w1 --auto-ack")
    let shop = await session.join("127.0.0.1:5", ["connection_name": "shop"])
    await session.publish("from afar", to: "q", from: shop)
    let news = try #require(await session.shell.news())
    #expect(await session.shell.render(news).contains("w1 ← q \"from afar\""))
    #expect(await session.shell.news() == nil)
  }

  @Test("tells who got what it publishes")
  func publishes() async {
    let session = ServingSession()
    await session.run("declare queue q")
    let shop = await session.join("127.0.0.1:5", ["connection_name": "shop"])
    await session.send(
      .basicConsume(BasicConsume(queue: "q", consumerTag: "c", noAck: true)), from: shop)
    #expect(await session.run("publish \"\" q hello").contains("→ q (to shop)"))
  }

  @Test(
    "closes their connections as RabbitMQ's management page does",
    arguments: ["kill shop", "close connection shop"])
  func closes(line: String) async {
    let session = ServingSession()
    let shop = await session.join("127.0.0.1:5", ["connection_name": "shop"])
    #expect(
      await session.run(line) == "✓ shop: connection closed by force · 320 CONNECTION_FORCED")
    let close = session.sent().compactMap { method -> ConnectionClose? in
      guard case .connectionClose(let close) = method else { return nil }
      return close
    }
    #expect(close.map(\.replyCode) == [320])
    #expect(
      close.map(\.replyText) == ["CONNECTION_FORCED - Closed via management plugin"])
    await session.send(.connectionCloseOk(ConnectionCloseOk()), from: shop, on: 0)
    #expect(await session.run(line).hasPrefix("✗ there is no client shop"))
  }

  @Test("a client of its own has a name before them")
  func ownNames() async {
    let session = ServingSession()
    _ = await session.join("127.0.0.1:5", ["connection_name": "w1"])
    await session.run("declare queue q", "consume q as w1")
    #expect(await session.run("kill w1") == "✓ w1 was killed")
    #expect(await session.run("kill w1-1").contains("320 CONNECTION_FORCED"))
  }

  @Test(
    "does not go back over what they have seen",
    arguments: ["undo", "redo", "checkpoint here", "goto here", "reset"])
  func refusesToGoBack(line: String) async {
    let session = ServingSession()
    await session.run("declare queue q")
    #expect(
      await session.run(line)
        == "✗ this broker serves clients over the network: what they have seen cannot be undone")
    #expect(await session.run("list queues").contains("q"))
  }

  @Test("says so in Korean, and in JSON")
  func refusesInOtherWords() async {
    let korean = ServingSession(language: .korean)
    #expect(await korean.run("undo").contains("되돌릴 수 없습니다"))
    let json = ServingSession(isJSON: true)
    #expect(await json.run("undo").contains("\"reason\":\"servesOthers\""))
  }

  @Test("explains the errors that they meet")
  func explainsErrors() async {
    let session = ServingSession()
    let shop = await session.join("127.0.0.1:5", ["connection_name": "shop"])
    await session.send(.basicGet(BasicGet(queue: "gone")), from: shop)
    let text = await session.run("explain")
    #expect(text.hasPrefix("✗ 404 NOT_FOUND - no queue 'gone' in vhost '/'\n"), "\(text)")
    #expect(text.contains("  basic.get, on channel 1 of shop\n"), "\(text)")
  }

  @Test("explains and expects what they do")
  func explainsAndExpects() async {
    let session = ServingSession()
    await session.run("declare queue q")
    let shop = await session.join("127.0.0.1:5", ["connection_name": "shop"])
    await session.publish("m", to: "q", from: shop)
    #expect(await session.run("explain").contains("q"))
    #expect(await session.run("expect published by shop key q").hasPrefix("✓"))
    #expect(await session.run("expect connection shop").hasPrefix("✓"))
  }
}
