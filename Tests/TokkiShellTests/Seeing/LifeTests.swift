import Testing
import TokkiLanguage
import TokkiShell

@Suite("The life of one message")
struct LifeTests {
  private func trace(
    _ lines: [String], _ command: String = "trace", language: Language = .english,
    style: Style = .plain
  ) async -> String {
    await Session(language: language, style: style).run(lines + [command])
  }

  private static let copies = [
    "declare exchange 사진 topic", "declare exchange dlx fanout",
    "declare queue resize --dead-letter-exchange dlx --message-ttl 5s", "declare queue audit",
    "declare queue 무덤", "bind queue resize 사진 photo.*", "bind queue audit 사진 \"#\"",
    "bind queue 무덤 dlx", "publish 사진 photo.new 고양이.jpg --message-id cat --persistent",
    "consume resize as w1 --work 3s", "consume audit as clerk", "advance 1s", "kill w1",
    "ack clerk", "advance 10s",
  ]

  @Test("Copied, delivered, given back by a death, expired, dead-lettered")
  func tree() async {
    #expect(
      await trace(Self.copies, "trace cat") == """
        message #1 "고양이.jpg" · persistent · message-id=cat
        0s    you → 사진 (topic) · key photo.new · bindings matched: 2 of 2
        ├─ photo.* ─▶ resize
        │  0s    enqueued
        │  0s    → delivered to w1 · tag 1
        │  1s    † w1 died: back in the queue
        │  5s    ⇢ expired: dead-lettered
        │  5s    → dlx (fanout) · key photo.new · bindings matched: 1 of 1
        │  └──▶ 무덤
        │     5s    enqueued
        │     now   ready, 1 of 1
        └─ # ─▶ audit
           0s    enqueued
           0s    → delivered to clerk · tag 1
           1s    ✓ acked by clerk
        """)
  }

  @Test("In Korean, narrow, in ASCII")
  func korean() async {
    #expect(
      await trace(
        Self.copies, "trace 고양이.jpg", language: .korean,
        style: Style(isUnicode: false, width: 40)) == """
          메시지 #1 "고양이.jpg" - persistent -
            message-id=cat
          0s    you -> 사진 (topic) - 키 photo.new
            - 일치한 바인딩: 2개 중 2개
          +- photo.* -> resize
          |  0s    큐에 들어감
          |  0s    -> w1 클라이언트에 전달 - tag 1
          |  1s    ! w1 프로세스가 죽음: 큐로
          |    되돌아옴
          |  5s    ^ 만료: 데드 레터로 보냄
          |  5s    -> dlx (fanout) - 키 photo.new
          |    - 일치한 바인딩: 1개 중 1개
          |  +--> 무덤
          |     5s    큐에 들어감
          |     지금  ready, 1개 중 1번째
          +- # -> audit
             0s    큐에 들어감
             0s    -> clerk 클라이언트에 전달 -
               tag 1
             1s    ok clerk 클라이언트가 ack
          """)
  }

  @Test("Through exchanges: bindings between them, and the alternate exchange")
  func hops() async {
    let lines = [
      "declare exchange rest fanout", "declare exchange a direct --alternate-exchange rest",
      "declare exchange b topic", "declare queue q", "declare queue other", "bind exchange b a k.1",
      "bind queue q b \"k.#\"", "bind queue other rest", "publish a k.1 one", "publish a k.2 two",
    ]
    #expect(
      await trace(lines, "trace 1") == """
        message #1 "one"
        0s    you → a (direct) · key k.1 · bindings matched: 1 of 1
        └─ k.1 ─▶ b ─ k.# ─▶ q
           0s    enqueued
           now   ready, 1 of 1
        """)
    #expect(
      await trace(lines, "trace 2") == """
        message #2 "two"
        0s    you → a (direct) · key k.2 · bindings matched: 0 of 1
        └─ alternate exchange ─▶ rest ──▶ other
           0s    enqueued
           now   ready, 1 of 1
        """)
  }

  @Test("Gone round in a cycle of dead letters, a stay for each time")
  func rounds() async {
    #expect(
      await trace([
        "declare exchange retry fanout", "declare exchange back fanout",
        "declare queue work --dead-letter-exchange retry",
        "declare queue wait --dead-letter-exchange back --message-ttl 2s",
        "bind queue wait retry", "bind queue work back", "publish \"\" work job", "get work",
        "reject you --discard", "advance 2s",
      ]) == """
        message #1 "job"
        0s    you → default exchange · key work
        └──▶ work
           0s    enqueued
           0s    → taken by you (get) · tag 1
           0s    ✗ rejected by you
           0s    ⇢ dead-lettered
           0s    → retry (fanout) · key work · bindings matched: 1 of 1
           └──▶ wait
              0s    enqueued
              2s    ⇢ expired: dead-lettered
              2s    → back (fanout) · key work · bindings matched: 1 of 1
              └──▶ work
                 2s    enqueued
                 now   ready, 1 of 1
        """)
  }

  @Test("Two copies in one queue: each has its own way, its own deliveries, and its own end")
  func twins() async {
    let lines = [
      "declare exchange in fanout", "declare exchange dlx fanout", "declare queue q",
      "declare queue r --dead-letter-exchange dlx", "bind queue q in", "bind queue r in",
      "bind queue q dlx", "publish in a twin", "get r", "reject --discard", "get q", "get q",
      "ack you 3", "advance 1s", "nack",
    ]
    #expect(
      await trace(lines) == """
        message #1 "twin"
        0s    you → in (fanout) · key a · bindings matched: 2 of 2
        ├──▶ q
        │  0s    enqueued
        │  0s    → taken by you (get) · tag 2
        │  1s    ↺ you gave it back to the queue
        │  now   ready, 1 of 1
        └──▶ r
           0s    enqueued
           0s    → taken by you (get) · tag 1
           0s    ✗ rejected by you
           0s    ⇢ dead-lettered
           0s    → dlx (fanout) · key a · bindings matched: 1 of 1
           └──▶ q
              0s    enqueued
              0s    → taken by you (get) · tag 3
              0s    ✓ acked by you
        """)
    #expect(await Session().run(lines + ["list messages"]).contains("q ready, q acked"))
  }

  @Test("A message that goes round for ever is followed for forty rounds, and found at the end")
  func forever() async {
    let session = Session()
    let text = await session.run(
      "declare exchange again fanout", "declare exchange back fanout",
      "declare queue one --dead-letter-exchange again --message-ttl 1s",
      "declare queue two --dead-letter-exchange back", "bind queue two again",
      "bind queue one back", "consume two as w --prefetch 1", "publish \"\" one job",
      "advance 1s", "reject w --discard", "trace")
    #expect(text.contains("now   ready, 1 of 1"), "\(text)")
    for _ in 0..<50 { await session.run("advance 1s", "reject w --discard") }
    let lines = await session.run("trace").split(separator: "\n")
    #expect(
      lines.suffix(2) == ["and so on: dead-lettered 62 times more", "now   one  ready, 1 of 1"])
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(await session.run("list messages").contains("one ready"))
  }

  @Test("What the publisher heard: confirmed, returned, held back")
  func answers() async {
    #expect(
      await trace(["declare queue q", "confirm select", "publish \"\" q a"]) == """
        message #1 "a"
        0s    you → default exchange · key q
        └──▶ q
           0s    enqueued
           now   ready, 1 of 1
        0s    ✓ confirmed to you
        """)
    #expect(
      await trace(["publish \"\" nowhere a --mandatory"]) == """
        message #1 "a" · mandatory
        0s    you → default exchange · key nowhere
        0s    ✗ no queue took it: returned to you, 312 NO_ROUTE
        """)
    #expect(
      await trace(["publish \"\" nowhere a"]) == """
        message #1 "a"
        0s    you → default exchange · key nowhere
        └─ ✗ no queue took it: lost
        """)
    #expect(
      await trace([
        "declare queue q --max-length 1 --overflow reject-publish", "confirm select",
        "publish \"\" q a", "publish \"\" q b",
      ]) == """
        message #2 "b"
        0s    you → default exchange · key q
        └──▶ q
           ✗ full: refused it
        0s    ✗ nacked to you: refused
        """)
  }

  @Test("Auto ack, reject without a dead letter exchange, a direct reply")
  func ends() async {
    #expect(
      await trace(["declare queue q", "publish \"\" q a", "get q --auto-ack"]) == """
        message #1 "a"
        0s    you → default exchange · key q
        └──▶ q
           0s    enqueued
           0s    → taken by you (get) · tag 1
           0s    ✓ done: delivered with auto ack
        """)
    #expect(
      await trace(["declare queue q", "publish \"\" q a", "get q", "reject you --discard"]) == """
        message #1 "a"
        0s    you → default exchange · key q
        └──▶ q
           0s    enqueued
           0s    → taken by you (get) · tag 1
           0s    ✗ rejected by you
        """)
    #expect(
      await trace([
        "declare queue rpc", "consume rpc as server --reply fib", "call \"\" rpc 10 as caller",
      ]) == """
        message #2 "55" · correlation-id=call-1
        0s    server → default exchange · key
          amq.rabbitmq.reply-to.ubUB0dhUu3GAAhWQ_wtNw6U8Ntds7JngdYUnEg-754WoPX413hgXSQ.…
        └──▶ amq.rabbitmq.reply-to
           0s    → delivered to caller · tag 1
           0s    ✓ done: delivered with auto ack
        """)
  }

  @Test("Which message: by number, by body, by message-id; else those that there are")
  func names() async {
    let lines = [
      "declare queue q", "publish \"\" q a", "publish \"\" q a", "publish \"\" q 1 --message-id x",
    ]
    let byNumber = await trace(lines, "trace #1")
    #expect(byNumber.hasPrefix("message #1 \"a\""))
    #expect(await trace(lines, "trace 1") == byNumber)
    #expect(await trace(lines, "trace \"1\"").hasPrefix("message #3 \"1\""))
    #expect(await trace(lines, "trace x").hasPrefix("message #3 \"1\""))
    #expect(
      await trace(lines, "trace a") == """
        ✗ several messages are "a": say which by its number
          There is: #1 "a", #2 "a"
          Try: trace 1
        """)
    #expect(
      await trace(lines, "trace 4") == """
        ✗ there is no message #4 in this run
          There is: #1 "a", #2 "a", #3 "1"
          Try: list messages
        """)
    #expect(await trace([], "trace") == "✗ nothing was published yet\n  Try: help publish")
  }

  @Test("All messages of the run, and where each is now")
  func list() async {
    #expect(
      await trace(Self.copies + ["publish dlx x y as p"], "list messages") == """
        Message  Time  Publisher  Exchange  Routing key  Body          Now
        ───────  ────  ─────────  ────────  ───────────  ────────────  ───────────
             #1    0s  you        사진      photo.new    "고양이.jpg"  무덤 ready,
                                                                       audit acked
             #2   11s  p          dlx       x            "y"           무덤 ready
        #2 is a message: trace 2 tells its life
        """)
    #expect(await trace([], "list messages") == "nothing was published yet")
  }

  @Test("What expires while it goes back was not acked")
  func expiresOnItsWayBack() async {
    let lines = [
      "declare queue q --message-ttl 1s", "publish \"\" q a", "consume q as w", "advance 2s",
      "kill w",
    ]
    #expect(
      await trace(lines, "trace") == """
        message #1 "a"
        0s    you → default exchange · key q
        └──▶ q
           0s    enqueued
           0s    → delivered to w · tag 1
           2s    ✗ expired: gone
        """)
    #expect(await trace(lines, "timeline").contains("† w died with #1 \"a\" in hand: back to q"))
  }

  @Test("What a transaction holds back, or drops, is not lost", arguments: [[], ["tx rollback"]])
  func transaction(more: [String]) async {
    let lines = ["declare queue q", "tx select", "publish \"\" q x"] + more
    #expect(
      await trace(lines, "trace") == """
        message #1 "x"
        0s    you → default exchange · key q
        └─ its transaction was not committed: no queue has it
        """)
    #expect(await trace(lines, "list messages").contains("not committed"))
    let lost = ["tx select", "publish \"\" nowhere x", "tx commit"]
    #expect(await trace(lost, "trace").contains("✗ no queue took it: lost"))
  }

  @Test("After undo only what is still history")
  func undo() async {
    let session = Session()
    await session.run("declare queue q", "publish \"\" q a", "get q")
    let before = await session.run("trace")
    #expect(await session.run("ack you", "trace") != before)
    #expect(await session.run("undo", "trace") == before)
    let undone = await session.run("undo 2", "trace")
    #expect(undone == "✗ nothing was published yet\n  Try: help publish")
  }

  @Test("As JSON")
  func json() async {
    let session = Session(isJSON: true)
    #expect(
      await session.run("declare queue q", "publish \"\" q a", "get q", "nack you", "trace") == """
        {"tokki":1,"line":"trace","status":"done","at":0,"parts":[{"part":"life",\
        "message":1,"client":"you","mandatory":false,"content":{"body":"a"},\
        "routing":{"at":0,"exchange":"","routingKey":"q","route":{"hops":[{"exchange":"",\
        "type":"direct","routingKey":"q","attempts":[{"binding":{"source":"",\
        "destination":"q","destinationType":"queue","bindingKey":"q"},"matched":true,\
        "reason":"keysEqual"}]}],"queues":["q"]},"visits":[{"queue":"q","steps":[{"at":0,\
        "step":"enqueued"},{"at":0,"step":"got","client":"you","deliveryTag":1,\
        "redelivered":false},{"at":0,"step":"requeued","client":"you","reason":"requeued"}],\
        "now":{"state":"ready","position":1,"of":1}}]}}]}
        """)
  }
}
