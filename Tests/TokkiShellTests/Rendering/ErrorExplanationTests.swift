import AMQPModel
import Testing
import TokkiBroker
import TokkiLanguage
import TokkiShell

@Suite("Errors explained")
struct ErrorExplanationTests {
  @Test("The rule, what was asked, what stands against it, the way out, and where it is written")
  func inequivalent() async {
    let session = Session()
    await session.run("declare queue tasks --durable", "declare queue tasks as bob")
    #expect(
      await session.run("explain") == """
        ✗ 406 PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'tasks' in vhost '/': \
        received 'false' but current is 'true'
          A second declaration must have the same properties and arguments as the first.
          queue.declare, on channel 1 of bob
            argument       durable
            queue          tasks
            asked for      false
            what is there  true
          It closes the channel; the connection and its other channels go on.
          Way out: Declare it as it is, look at it with a passive declaration, or delete it and \
        declare it anew. Limits and TTLs are better set by a policy, which can change.
          Try: list queues · declare queue tasks --passive · delete queue tasks
          Read: Queues: Declaration and Property Equivalence, \
        https://www.rabbitmq.com/docs/queues#property-equivalence
          In RabbitMQ's source: rabbit_misc:assert_field_equivalence/4
        """)
  }

  @Test("The same in Korean")
  func korean() async {
    let session = Session(language: .korean)
    await session.run("declare queue tasks --arg x-expires=soon")
    #expect(
      await session.run("explain error") == """
        ✗ 406 PRECONDITION_FAILED - invalid arg 'x-expires' for queue 'tasks' in vhost '/': \
        "expected integer, got longstr"
          브로커는 아는 인자의 타입을 검사합니다. 수는 정수, 이름은 문자열, 켜고 끄는 것은 불리언이어야 합니다.
          queue.declare, you의 채널 1
            인자  x-expires
            큐    tasks
            타입  longstr (문자열)
          채널이 닫힙니다. 연결과 다른 채널은 그대로입니다.
          해결: 알맞은 타입으로 주세요. 따옴표 안의 60000은 문자열입니다.
          다음을 입력해 보세요: help declare queue
          문서: Queues: Optional Arguments, https://www.rabbitmq.com/docs/queues#optional-arguments
          RabbitMQ 소스: rabbit_amqqueue:check_arguments_type_and_value/3
        """)
  }

  @Test("Explain is about what came last, an error or a publish; explain error about the error")
  func order() async {
    let session = Session()
    #expect(await session.run("explain") == "✗ nothing was published yet\n  Try: help publish")
    #expect(await session.run("explain error").hasPrefix("✗ no client has met an error yet"))
    await session.run("declare queue q", "get nothing")
    #expect(await session.run("explain").hasPrefix("✗ 404 NOT_FOUND - no queue 'nothing'"))
    await session.run("declare queue r")
    #expect(await session.run("explain").hasPrefix("✗ 404 NOT_FOUND - no queue 'nothing'"))
    await session.run("publish \"\" q hello")
    #expect(await session.run("explain").hasPrefix("default exchange, key q"))
    #expect(await session.run("explain error").hasPrefix("✗ 404 NOT_FOUND - no queue 'nothing'"))
    await session.run("publish missing k hello")
    #expect(await session.run("explain").hasPrefix("✗ 404 NOT_FOUND - no exchange 'missing'"))
    await session.run("open connection bob --vhost nowhere")
    #expect(await session.run("explain").hasPrefix("✗ 530 NOT_ALLOWED - vhost nowhere not found"))
  }

  @Test("Explaining changes nothing, and undo goes back over the error as over all else")
  func looking() async {
    let session = Session()
    await session.run("declare queue q", "publish \"\" q hello", "ack 7")
    let before = await session.simulation.snapshot()
    for line in ["explain", "explain error", "explain error 406"] { await session.run(line) }
    #expect(await session.simulation.snapshot() == before)
    #expect(await session.run("undo") == "✓ undone: ack 7")
    #expect(await session.run("explain").hasPrefix("default exchange, key q"))
  }

  @Test(
    "Codes by number or name, rules by name, whole texts, and words find their rules",
    arguments: [
      ("404", "404 NOT_FOUND\n  What was named is not there."),
      ("not_found", "404 NOT_FOUND\n"),
      ("541", "541 INTERNAL_ERROR\n"),
      ("noqueue", "noQueue\n  A queue must be declared before it is used.\n"),
      ("no previously declared queue", "✗ 404 NOT_FOUND - no previously declared queue\n"),
      ("\"404 NOT_FOUND - no queue 'it's' in vhost 'a'\"", "✗ 404 NOT_FOUND - no queue 'it's'"),
      ("\"NOT_FOUND - a new text\"", "✗ 404 NOT_FOUND - a new text\n  Tokki knows no rule"),
      ("exclusive", "Rules that speak of \"exclusive\":\n  exclusiveQueue\n"),
      ("consumer timeout", "Rules that speak of \"consumer timeout\":\n  acknowledgementTimeout\n"),
      ("rolled back", "notTransactional\n"),
      ("NOT_FUOND", "✗ NOT_FUOND is no reply code"), ("999", "✗ 999 is no reply code"),
    ])
  func asked(words: String, answer: String) async {
    let text = await Session().run("explain error \(words)")
    #expect(text.hasPrefix(answer), "\(text)")
  }

  @Test("The commands to try are commands", arguments: RuleName.allCases)
  func commands(name: RuleName) async throws {
    let rule = try #require(ExceptionRule.named(name))
    for reply in rule.replies {
      guard case .exception(let code, let template) = reply.form else { continue }
      var text = template.description
      for hole in template.names {
        text = text.replacing("<\(hole)>", with: hole == "argument" ? "x-expires" : "a")
      }
      let whole = text.isEmpty ? code.name : "\(code.name) - \(text)"
      let exception = ExceptionAnswer(
        client: "you", channel: 1, code: code.rawValue, text: whole, method: rule.methods.first,
        closesConnection: false)
      #expect(exception.rule == name, "\(whole)")
      #expect(!exception.suggestions.isEmpty)
      for line in exception.suggestions {
        guard case .command = Command.parse(line) else {
          Issue.record("no command: \(line)")
          continue
        }
      }
    }
  }

  @Test("As JSON: code, text, facts, and the rule with its source")
  func json() async {
    let session = Session(isJSON: true)
    await session.run("get p")
    #expect(
      await session.run("explain") == #"""
        {"tokki":1,"line":"explain","status":"done","at":0,"parts":[{"part":"error",\#
        "code":404,"name":"NOT_FOUND","closes":"channel",\#
        "text":"NOT_FOUND - no queue 'p' in vhost '/'","happened":true,"client":"you",\#
        "channel":1,"method":"basic.get","facts":{"queue":"p","vhost":"/"},"rules":[\#
        {"rule":"noQueue","means":"A queue must be declared before it is used.",\#
        "wayOut":"Declare it first, in the same virtual host. It may have been there: exclusive, \#
        auto-delete and expired queues go away, and so do transient ones in a restart.",\#
        "replies":[{"code":404,"text":"NOT_FOUND - no queue '<queue>' in vhost '<vhost>'"}],\#
        "methods":["queue.declare","queue.bind","queue.purge","basic.get","basic.consume"],\#
        "guide":"Queues","address":"https://www.rabbitmq.com/docs/queues",\#
        "origin":"rabbit_amqqueue:not_found/1"}],"try":["declare queue p","list queues"]}]}
        """#)
    #expect(
      await session.run("explain error 311") == #"""
        {"tokki":1,"line":"explain error 311","status":"done","at":0,"parts":[{"part":"error",\#
        "code":311,"name":"CONTENT_TOO_LARGE","closes":"nothing","rules":[]}]}
        """#)
  }
}
