import Testing
import TokkiLanguage
import TokkiShell

@Suite("What a user reads")
struct AnswerTextTests {
  @Test("Declaring says whether anything changed")
  func declaring() async {
    let text = await Session().screen([
      "declare queue hello --durable", "declare queue hello --durable",
      "declare exchange logs fanout",
      "declare exchange logs fanout", "declare queue hello --passive", "delete queue nothing",
      "bind queue hello logs", "bind queue hello logs", "unbind queue hello logs x",
      "delete queue hello",
    ])
    #expect(
      text == """
        > declare queue hello --durable
        ✓ queue hello declared · classic, durable
        > declare queue hello --durable
        ✓ queue hello was there already, declared alike · classic, durable
        > declare exchange logs fanout
        ✓ exchange logs declared · fanout, transient
        > declare exchange logs fanout
        ✓ exchange logs was there already, declared alike · fanout, transient
        > declare queue hello --passive
        ✓ queue hello exists · 0 ready, 0 consumers
        > delete queue nothing
        ! there was no queue nothing; deleting it is no error
        > bind queue hello logs
        ✓ bound: logs ──▶ hello
        > bind queue hello logs
        ✓ bound already: logs ──▶ hello
        > unbind queue hello logs x
        ! there was no such binding: logs ─ x ─▶ hello; unbinding it is no error
        > delete queue hello
        ✓ queue hello deleted

        """)
  }

  @Test("In a transaction each answer says what waits for the commit")
  func transaction() async {
    let text = await Session().screen([
      "declare queue q", "publish \"\" q a", "tx select", "get q", "ack", "publish \"\" none x",
      "tx commit", "tx select as t", "publish \"\" q b as t",
    ])
    #expect(
      text == """
        > declare queue q
        ✓ queue q declared · classic, transient
        > publish "" q a
        "a" → default exchange · key q names a queue
          → q (1 ready)
        > tx select
        ✓ you: transactions from now on: publishes and acks wait for tx commit
        > get q
        you ← q "a" · tag 1
        > ack
        ✓ you ack "a" · tag 1 · held back until tx commit
        > publish "" none x
        "x" → default exchange · no queue is named none
          held back until tx commit: no queue would take it
        > tx commit
        ✓ you: transaction committed
        > tx select as t
        ✓ t: transactions from now on: publishes and acks wait for tx commit
        > publish "" q b as t
        "b" → default exchange · key q names a queue
          held back until tx commit: q

        """)
  }

  @Test("What a full quorum queue refuses at the commit is told, though the broker says nothing")
  func refusedAtCommit() async {
    let lines = [
      "declare queue q --durable --type quorum --max-length 1 --overflow reject-publish",
      "publish \"\" q a as b", "publish \"\" q b as b", "tx select", "publish \"\" q c",
    ]
    let session = Session()
    await session.run(lines)
    #expect(
      await session.run(["tx commit"]) == """
        ✓ you: transaction committed
          ✗ q: a message refused, the queue is full: lost
        """)
    let programs = Session(isJSON: true)
    await programs.run(lines)
    let moved = #"{"part":"moved","at":0,"queue":"q","kind":"refused","count":1,"bodies":[]}"#
    #expect(await programs.run("tx commit").contains(moved))
  }

  @Test(
    "Whoever kills an auto-ack worker reads what is lost with it",
    arguments: [
      (
        Language.english, "✓ w consumes q · works 1h a message · auto ack: delivered is done",
        "✓ w was killed · "
          + "unfinished messages lost: 3 (auto ack: they counted as acked on delivery)"
      ),
      (
        .korean, "✓ w 컨슈머가 q 큐를 구독합니다 · 메시지마다 1h 작업 · 자동 ack: 전달되는 순간 완료로 간주",
        "✓ w 프로세스를 죽였습니다 · 끝내지 못한 메시지 3개가 사라짐 (자동 ack: 전달되는 순간 ack된 것으로 처리됨)"
      ),
    ])
  func lostWithIt(language: Language, consumes: String, killed: String) async {
    let session = Session(language: language)
    await session.run("declare queue q", "publish \"\" q a --repeat 3")
    let text = await session.run(["consume q as w --auto-ack --work 1h"])
    #expect(text.hasPrefix(consumes + "\n"))
    #expect(await session.run(["kill w"]) == killed)
  }

  @Test("A publish answers with the way that it took")
  func publishing() async {
    let session = Session()
    await session.run("declare exchange logs direct", "declare queue a", "declare queue b")
    let text = await session.screen([
      "publish logs x hi", "bind queue a logs x", "bind queue b logs x", "bind queue b logs y",
      "publish logs x hi", "consume b as w1", "publish logs x hi --repeat 2",
      "publish logs z hi --mandatory", "publish \"\" a hi",
    ])
    #expect(
      text == """
        > publish logs x hi
        "hi" → logs (direct) · key x · it has no bindings
        ✗ UNROUTABLE: no queue took the message. It is lost. Try: explain
        > bind queue a logs x
        ✓ bound: logs ─ x ─▶ a
        > bind queue b logs x
        ✓ bound: logs ─ x ─▶ b
        > bind queue b logs y
        ✓ bound: logs ─ y ─▶ b
        > publish logs x hi
        "hi" → logs (direct) · key x · bindings matched: 2 of 3
          → a (1 ready), b (1 ready)
        > consume b as w1
        ✓ w1 consumes b · manual ack: ack w1 when done
          w1 ← b "hi" · key x · tag 1
        > publish logs x hi --repeat 2
        2 messages "hi" → logs (direct) · key x · bindings matched: 2 of 3
          → a (3 ready), b (to w1)
          w1 ← b "hi" · key x · tag 2
          w1 ← b "hi" · key x · tag 3
        > publish logs z hi --mandatory
        "hi" → logs (direct) · key z · bindings matched: 0 of 3
        ✗ UNROUTABLE: no queue took the message. It is mandatory, so it comes back. Try: explain
          you ← RETURNED 312 NO_ROUTE "hi" · logs · key z
        > publish "" a hi
        "hi" → default exchange · key a names a queue
          → a (4 ready)

        """)
  }

  @Test("An exception shows the broker's own words, the rule, and what to do")
  func exceptions() async {
    let text = await Session().screen([
      "declare queue q --durable", "declare queue q", "get nothing", "publish nowhere k hi",
      "frobnicate", "declare queue q --durabel", "ack w9", "ack", "kill w1",
    ])
    #expect(
      text == """
        > declare queue q --durable
        ✓ queue q declared · classic, durable
        > declare queue q
        ✗ 406 PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'q' in vhost '/': \
        received 'false' but current is 'true'
          A second declaration must have the same properties and arguments as the first.
          Try: list queues
          queue.declare: Channel 1 of you is closed; its next command opens a new one.
        > get nothing
        ✗ 404 NOT_FOUND - no queue 'nothing' in vhost '/'
          A queue must be declared before it is used.
          Try: declare queue nothing
          basic.get: Channel 1 of you is closed; its next command opens a new one.
        > publish nowhere k hi
        ✗ 404 NOT_FOUND - no exchange 'nowhere' in vhost '/'
          An exchange must be declared before it is used.
          Try: declare exchange nowhere direct
          basic.publish: Channel 1 of you is closed; its next command opens a new one.
        > frobnicate
        ✗ There is no command `frobnicate`.
          `help` lists the commands.
        > declare queue q --durabel
        ✗ `declare queue` has no option `--durabel`.
          declare queue q --durabel
                          ^^^^^^^^^
          Did you mean `--durable`?
        > ack w9
        ✗ there is no client w9
          There is: you
          Try: list connections
        > ack
        ✗ you have no unacked delivery on this channel
          Try: list channels
        > kill w1
        ✗ there is no client w1
          There is: you
          Try: list connections

        """)
  }

  @Test("A slip of the keyboard gets the name that was meant")
  func slips() async {
    let session = Session()
    await session.run(
      "declare queue task_queue", "declare exchange logs direct", "bind queue task_queue logs error"
    )
    let text = await session.screen([
      "publish \"\" task_qeue hi", "publish logs eror hi", "get tsk_queue", "publish lgos x hi",
    ])
    #expect(
      text == """
        > publish "" task_qeue hi
        "hi" → default exchange · no queue is named task_qeue
        ✗ UNROUTABLE: no queue took the message. It is lost. Did you mean task_queue? Try: explain
        > publish logs eror hi
        "hi" → logs (direct) · key eror · bindings matched: 0 of 1
        ✗ UNROUTABLE: no queue took the message. It is lost. Did you mean error? Try: explain
        > get tsk_queue
        ✗ 404 NOT_FOUND - no queue 'tsk_queue' in vhost '/'
          A queue must be declared before it is used.
          Did you mean task_queue?
          Try: declare queue tsk_queue
          basic.get: Channel 1 of you is closed; its next command opens a new one.
        > publish lgos x hi
        ✗ 404 NOT_FOUND - no exchange 'lgos' in vhost '/'
          An exchange must be declared before it is used.
          Did you mean logs?
          Try: declare exchange lgos direct
          basic.publish: Channel 1 of you is closed; its next command opens a new one.

        """)
  }

  @Test("Workers are told of with the moment")
  func workers() async {
    let text = await Session().screen([
      "declare queue tasks", "consume tasks as w1 --prefetch 1 --work dots",
      "publish \"\" tasks one.", "publish \"\" tasks two..", "advance 1500ms", "kill w1",
      "advance 1s",
    ])
    #expect(
      text == """
        > declare queue tasks
        ✓ queue tasks declared · classic, transient
        > consume tasks as w1 --prefetch 1 --work dots
        ✓ w1 consumes tasks · prefetch 1 · works a second for each dot, then acks
        > publish "" tasks one.
        "one." → default exchange · key tasks names a queue
          → tasks (to w1)
          w1 ← tasks "one." · tag 1 · busy until 1s
        > publish "" tasks two..
        "two.." → default exchange · key tasks names a queue
          → tasks (1 ready)
        > advance 1500ms
        ✓ 1.5s passed: it is 1.5s now
             1s  w1 ✓ "one." done · ack 1
             1s  w1 ← tasks "two.." · tag 2 · busy until 3s
        > kill w1
        ✓ w1 was killed
          → tasks: "two.." requeued
        > advance 1s
        ✓ 1s passed: it is 2.5s now
          nothing fell due

        """)
  }

  @Test("The same in Korean")
  func korean() async {
    let text = await Session(language: .korean).screen([
      "declare queue 주문", "publish \"\" 주문 \"김밥 두 줄\"", "get 주문", "get 없는큐", "undo",
    ])
    #expect(
      text == """
        > declare queue 주문
        ✓ 주문 큐를 선언했습니다 · classic, transient
        > publish "" 주문 "김밥 두 줄"
        "김밥 두 줄" → 기본 익스체인지 · 라우팅 키 주문 = 큐 이름
          → 주문 (ready 1)
        > get 주문
        you ← 주문 "김밥 두 줄" · tag 1
        > get 없는큐
        ✗ 404 NOT_FOUND - no queue '없는큐' in vhost '/'
          큐는 사용하기 전에 선언해야 합니다.
          다음을 입력해 보세요: declare queue 없는큐
          basic.get: you의 채널 1이 닫혔습니다. 다음 명령이 새 채널을 엽니다.
          → 주문: "김밥 두 줄" 큐로 되돌아옴
        > undo
        ✓ 실행 취소: get 없는큐

        """)
  }

  @Test("Nothing from a name, a key or a body reaches the terminal as a control sequence")
  func escapes() async {
    let session = Session(style: Style(isColoured: false))
    let lines = [
      "declare queue \"a\\e[31mb\"", "publish \"\" \"a\\e[31mb\" \"x\\ny\\u{7}\"",
      "publish \"\" \"no\\e[2Jsuch\" z", "get \"a\\e[31mb\"", "get \"\\e]0;title\\u{7}\"", "show",
      "list queues", "list messages \"a\\e[31mb\"", "explain", "status",
      "declare queue q as \"\\e[1mname\"", "list connections", "undo", "checkpoint \"\\e[5m\"",
      "list checkpoints", "expect queue \"\\e[5m\" ready 3", "wrong \u{1B}[31m",
    ]
    for line in lines {
      let outcome = await session.shell.run(line)
      for text in [await session.shell.render(outcome), OutcomeJSON.text(outcome)] {
        let isHarmless = text.unicodeScalars.allSatisfy { scalar in
          scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        }
        #expect(isHarmless, "\(line)")
      }
    }
  }

  @Test("Colour changes nothing but colour")
  func colour() async {
    let coloured = Session(style: Style(isColoured: true))
    let plain = Session()
    for line in ["declare queue q", "publish \"\" q hi", "publish \"\" x hi", "show", "help"] {
      let text = await coloured.run(line)
      #expect(text.contains("\u{1B}["))
      #expect(withoutColour(text) == (await plain.run(line)))
    }
  }

  private func withoutColour(_ text: String) -> String {
    var result = ""
    var isInSequence = false
    for character in text {
      if character == "\u{1B}" { isInSequence = true }
      if !isInSequence { result.append(character) }
      if isInSequence && character == "m" { isInSequence = false }
    }
    return result
  }

  @Test("What a worker publishes as it begins to consume is told as its doing")
  func replyOnConsume() async {
    let text = await Session().screen([
      "declare queue r", "declare queue q", "publish \"\" q 5 --reply-to r",
      "consume q as s --reply fib",
    ])
    #expect(
      text.hasSuffix(
        """
        > consume q as s --reply fib
        ✓ s consumes q · replies with fib
          s ← q "5" · tag 1
          s → default exchange "5" · key r
          s ✓ "5" done · ack 1

        """), "\(text)")
  }
}
