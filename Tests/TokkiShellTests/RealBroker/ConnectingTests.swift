import StagedBroker
import Testing
import TokkiClient
import TokkiLanguage
import TokkiShell
import TokkiSimulation

@Suite("Connecting to a real broker")
struct ConnectingTests {
  @Test("commands go there, and the simulation comes back as it was")
  func thereAndBack() async {
    let finder = StagedFinder()
    let shell = Shell(simulator: Simulation(seed: 1), finder: finder)
    func run(_ line: String) async -> String { await shell.render(await shell.run(line)) }
    _ = await run("declare queue here")
    _ = await run("publish \"\" here one")
    _ = await run("advance 3s")
    expectText(
      await run("connect amqp://guest:guest@broker.example/"),
      """
      ✓ connected to a real broker: amqp://guest@broker.example:5672/ · RabbitMQ 4.0.5
        Commands go there from now on; the simulation waits as it is: disconnect comes back.
      """)
    #expect(await shell.now() == nil)
    #expect(await run("expect queue here absent").hasPrefix("✓"))
    _ = await run("declare queue there")
    #expect(await run("status").hasPrefix("a real broker · amqp://guest@broker.example:5672/ ·"))
    #expect(
      await run("disconnect")
        == "✓ left amqp://guest@broker.example:5672/: back on the simulation, as it was")
    #expect(await shell.now() == 3000)
    #expect(await run("expect queue here ready 1") == "✓ holds: queue here ready 1")
    #expect(await run("expect queue there absent").hasPrefix("✓"))
    #expect(await run("undo 2").contains("publish \"\" here one"))
  }

  @Test(
    "why not, in a sentence",
    arguments: [
      (
        .unreachable(reason: "connection refused (127.0.0.1:5672)"),
        "✗ the broker cannot be reached: connection refused (127.0.0.1:5672)"
      ),
      (
        .refused(code: 403, text: "ACCESS_REFUSED - Login was refused"),
        """
        ✗ the broker refused the connection: 403 ACCESS_REFUSED - Login was refused
          User or password are wrong, or this user may not come from here (guest only from the \
        broker's own machine).
        """
      ),
      (
        .refused(code: 530, text: "NOT_ALLOWED - vhost nope not found"),
        """
        ✗ the broker refused the connection: 530 NOT_ALLOWED - vhost nope not found
          The path of a URI names the virtual host: /staging; / alone is the default one.
        """
      ),
      (
        .untrusted(reason: "the certificate has expired"),
        """
        ✗ the certificate was refused: the certificate has expired
          An authority of your own is named in the URI: ?cacertfile=FILE.
        """
      ),
      (
        .notAMQP(reason: "HTTP/1.1 400 \u{1B}[2J"),
        """
        ✗ that is no AMQP 0-9-1 broker: HTTP/1.1 400 \\e[2J
          RabbitMQ listens at port 5672, with TLS at 5671; 15672 is its management UI.
        """
      ),
    ] as [(ClientError, String)])
  func failures(error: ClientError, text: String) async {
    let shell = Shell(simulator: Simulation(), finder: StagedFinder(failure: error))
    let outcome = await shell.run("connect amqp://guest:hush@broker.example/")
    #expect(outcome.status == .refused)
    #expect(await shell.render(outcome) == text)
    #expect(await !shell.isOnRealBroker)
  }

  @Test("without a finder there are no real brokers")
  func noFinder() async {
    let shell = Shell(simulator: Simulation())
    for line in ["connect amqp://localhost", "compare amqp://localhost", "compare"] {
      #expect(
        await shell.render(await shell.run(line)) == "✗ no real broker can be reached from here")
    }
    #expect(
      await shell.render(await shell.run("disconnect")) == """
        ✗ this is the simulated broker; there is nothing to leave
          Try: help connect
        """)
  }

  @Test("a second one is refused while one is connected")
  func twice() async {
    let session = await RealSession()
    expectText(
      await session.run("connect amqp://other"),
      """
      ✗ amqp://guest@broker.example:5672/ is connected already
        Try: disconnect
      """)
  }

  @Test("no password comes out again, whatever is asked and however it goes wrong")
  func passwords() async {
    let lines = [
      "connect amqp://alice:hush@broker.example/", "connect amqp://alice:hush@broker.example:0/",
      "connect amqp://alice:hu/sh@broker.example/", "connect http://alice:hush@broker.example",
      "connect \"amqp://alice:hush%@broker.example\"", "show amqp://alice:hush@broker.example",
      "connect amqp://alice:hush@broker.example/?colour=red", "bogus amqp://alice:hush@x",
      "connect amqp://alice:hush@broker.example/ twice", "help amqp://alice:hush@x",
      "open connection w1 --user alice --password hush", "open connection w1 --password=hush x y",
      "open connection w1 --user alice --password \"hu\\\"hush\"", "status", "list connections",
      "publish \"\" q \"amqp://alice:hush@x", "expect amqp://alice:hush@x",
    ]
    for isJSON in [false, true] {
      for failure in [nil, ClientError.unreachable(reason: "nobody there")] {
        let shell = Shell(
          simulator: Simulation(), finder: StagedFinder(failure: failure),
          configuration: Shell.Configuration(isJSON: isJSON))
        _ = await shell.run("connect amqp://guest:secret@broker.example/")
        for line in lines {
          let outcome = await shell.run(line)
          let text = await shell.render(outcome)
          #expect(!text.contains("hush"), "\(line)")
        }
      }
    }
  }

  @Test("other users bring their own password")
  func users() async {
    let session = await RealSession(hasManagement: true)
    expectText(
      await session.run("open connection w1 --user alice"),
      """
      ✗ a real broker asks for the password of user alice
        Try: open connection w1 --user alice --password PASSWORD
      """)
    await session.run("add user alice secret", "set permissions alice .* .* .*")
    #expect(
      await session.run("open connection w1 --user alice")
        == "✓ w1 connected as alice to virtual host /")
    #expect(
      await session.run("open connection w3 --user alice --password secret")
        == "✓ w3 connected as alice to virtual host /")
    #expect(
      await session.run("open connection w2 --user alice --password wrong").hasPrefix(
        "✗ 403 ACCESS_REFUSED - Login was refused\n"))
    #expect(await session.run("expect error 403").hasPrefix("✓"))
    #expect(await session.run("expect connection w1 exists").hasPrefix("✓"))
  }
}
