import Testing
import TokkiLanguage
import TokkiShell

@Suite("Expectations")
struct ExpectationTests {
  private static let setUp = [
    "declare exchange logs topic --durable", "declare queue q --durable --max-length 9",
    "bind queue q logs a.*", "consume q as w1 --prefetch 2",
    "publish logs a.b one --persistent --correlation-id c1 --header n=3",
    "publish logs a.b two", "publish logs a.b three", "ack w1", "nack w1",
    "publish logs x lost --mandatory",
  ]

  @Test(
    "What holds",
    arguments: [
      "queue q ready 0 unacked 2", "queue q durable messages 2 consumers 1 bindings 1",
      "queue q argument x-max-length=9 type classic", "queue q not exclusive", "queue p absent",
      "exchange logs type topic durable", "exchange logs bindings 1", "binding logs q",
      "binding logs q a.*", "binding logs q b absent", "binding \"\" q", "consumer w1 queue q",
      "consumer w1 prefetch 2 manual-ack unacked 2", "connection w1 channels 1", "vhost /",
      "connection w9 absent", "unroutable", "no error", "published count 4",
      "published body containing lo unroutable", "published key a.b count 3",
      "published key a.b persistent count 1",
      "delivered to w1 count 4", "delivered to w1 redelivered count 1", "acked by w1 body one",
      "acked header n=3 property correlation-id=c1", "rejected by w1 body two requeued",
      "requeued to q count 1", "returned to you code 312 body lost", "not queue q ready 7",
      "not delivered to w9", "closed count 0", "confirmed count 0",
    ])
  func met(claim: String) async {
    let session = Session()
    await session.run(Self.setUp)
    let answer = await session.run("expect \(claim)")
    #expect(answer.hasPrefix("✓ holds: "), "\(answer)")
  }

  @Test(
    "What does not hold, and the first fact that differs",
    arguments: [
      ("queue q ready 3 unacked 9", "ready: 0"), ("queue q unacked >= 5", "unacked: 2"),
      ("queue p", "there is none"), ("queue q absent", "there is one"),
      ("queue q exclusive", "it is not exclusive"), ("queue q transient", "it is durable"),
      ("queue q type quorum", "type: \"classic\""),
      ("exchange logs type fanout", "type: \"topic\""),
      ("routed to q", "reached: no queue"), ("error 404", "there is none"),
      ("delivered to w1 count 9", "4 of 4 fit"), ("acked body five", "0 of 1 fit"),
      ("dead-lettered", "nothing of the kind happened"),
      ("not queue q", "it is so, but was expected not to be"),
      ("queue q argument x-max-length=3", "x-max-length: \"9\""),
    ])
  func unmet(claim: String, difference: String) async {
    let session = Session()
    await session.run(Self.setUp)
    let answer = await session.run("expect \(claim)")
    #expect(answer.hasPrefix("✗ does not hold: "))
    #expect(answer.hasSuffix("→ \(difference)"), "\(answer)")
  }

  @Test("The last error is the last AMQP command's, and undo takes it back")
  func errors() async {
    let session = Session()
    await session.run("get nothing")
    #expect(await session.run("expect error 404 \"no queue\"").hasPrefix("✓"))
    #expect(await session.run("expect closed 404 by you").hasPrefix("✓"))
    await session.run("list queues", "undo")
    #expect(await session.run("expect no error").hasPrefix("✓"))
  }

  @Test("A refused connection is the last error; a broker's restart is none")
  func connections() async {
    let session = Session()
    await session.run("open connection c --vhost nowhere")
    #expect(await session.run("expect error 530 \"not found\"").hasPrefix("✓"))
    #expect(await session.run("expect closed 530 by c count 1").hasPrefix("✓"))
    await session.run("declare queue q", "restart")
    #expect(await session.run("expect no error").hasPrefix("✓"))
    #expect(await session.run("expect closed count 1").hasPrefix("✓"))
  }

  @Test("A claim about the past begins where the history was begun")
  func history() async throws {
    let session = Session()
    await session.run("declare queue q", "publish \"\" q one", "confirm select")
    await session.shell.startHistory()
    #expect(await session.run("expect published count 0").hasPrefix("✓"))
    await session.run("publish \"\" q two", "get q")
    for claim in ["published body two", "confirmed body two", "delivered body one count 1"] {
      #expect(await session.run("expect \(claim)").hasPrefix("✓"), "\(claim)")
    }
    guard
      case .command(.expect(let claim)) = Command.parse("expect published count 0")
    else {
      Issue.record("the claim was not understood")
      return
    }
    #expect(await session.shell.evaluate(claim, of: .lastCommand).isMet)
    #expect(await session.shell.evaluate(claim).isMet == false)
  }

  @Test("Dead letters are told by reason")
  func deadLetters() async {
    let session = Session()
    await session.run(
      "declare queue dead",
      "declare queue q --max-length 1 --dead-letter-exchange \"\" "
        + "--dead-letter-routing-key dead", "publish \"\" q one", "publish \"\" q two")
    for claim in [
      "dead-lettered from q reason maxlen body one", "removed from q reason maxlen",
      "message in dead body one", "message in dead header x-death", "message in q at 2 absent",
    ] {
      #expect(await session.run("expect \(claim)").hasPrefix("✓"), "\(claim)")
    }
  }

  @Test("Without a simulator, only what the clients know can be checked")
  func realBroker() async {
    let session = Session()
    let shell = Shell(client: session.simulation, simulator: nil)
    _ = await shell.run("declare queue q")
    _ = await shell.run("consume q as w1")
    let answer = await shell.render(await shell.run("expect queue q ready 0"))
    #expect(answer == "! cannot be known on this broker: queue q ready 0")
    let known = await shell.render(await shell.run("expect consumer w1 queue q"))
    #expect(known == "✓ holds: consumer w1 queue q")
    let refused = await shell.render(await shell.run("advance 1s"))
    #expect(refused.hasPrefix("✗ only the simulated broker can do that; this is a real one\n"))
  }
}
