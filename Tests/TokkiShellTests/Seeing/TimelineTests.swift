import Testing
import TokkiLanguage
import TokkiShell

@Suite("Who worked on which message when")
struct TimelineTests {
  private func timeline(
    _ lines: [String], _ command: String = "timeline", language: Language = .english,
    style: Style = .plain
  ) async -> String {
    await Session(language: language, style: style).run(lines + [command])
  }

  @Test("Round robin hands out in turn: one works on while the other is idle")
  func roundRobin() async {
    #expect(
      await timeline(SixTasks.lines(prefetch: nil) + ["advance 10s"]) == """
                     0s   1s   2s   3s   4s   5s   6s   7s   8s   9s
                     ├────┼────┼────┼────┼────┼────┼────┼────┼────┼
        tasks ready  0
          w1         ┣#1 heavy... ━✓┣#3 heavy... ━✓┣#5 heavy... ━✓
            holds    2··············1··············0
          w2         ┣#2━✓┣#4━✓┣#6━✓
            holds    2····1····0
        busy: w1 9s of 9s (3 done), w2 3s of 9s (3 done)
        ✓ acked · holds: delivered, and not begun · #1 is a message: trace 1 tells its
          life
        """)
  }

  @Test("Fair dispatch: whoever is free gets the next message")
  func fairDispatch() async {
    #expect(
      await timeline(SixTasks.lines(prefetch: 1) + ["advance 10s"]) == """
                     0s      1s      2s      3s      4s      5s      6s      7s
                     ├───────┼───────┼───────┼───────┼───────┼───────┼───────┼
        tasks ready  4·······3···············2·······0
          w1         ┣#1 heavy... ━━━━━━━━━━✓┣#4 ━━━✓┣#5 heavy... ━━━━━━━━━━✓
          w2         ┣#2 ━━━✓┣#3 heavy... ━━━━━━━━━━✓┣#6 ━━━✓
        busy: w1 7s of 7s (3 done), w2 5s of 7s (3 done)
        ✓ acked · #1 is a message: trace 1 tells its life
        """)
  }

  @Test("In Korean, and at a narrow terminal")
  func narrow() async {
    #expect(
      await timeline(
        SixTasks.lines(prefetch: nil) + ["advance 10s"], language: .korean,
        style: Style(width: 44)) == """
                       0s   2s   4s   6s   8s
                       ├────┼────┼────┼────┼───
          tasks ready  0
            w1         ┣#1 ━━✓┣#3 ━━━✓┣#5 ━━━✓
              보유     2······1·······0
            w2         2✓┣4✓6✓
              보유     2·1··0
          작업 시간: w1 9s 중 9s (3개 완료), w2 9s 중
            3s (3개 완료)
          ✓ ack · 보유: 전달되었지만 아직 시작하지
            않은 수 · #1: 메시지 번호, 이력 보기:
            trace 1
          """)
  }

  @Test("A span that ends before it begins is refused")
  func wrongSpan() async {
    let session = Session()
    #expect(
      await session.run("timeline --from 3m --to 1m")
        == "✗ --to 1m is before --from 3m\n  Try: timeline")
  }

  @Test("In ASCII where the terminal has nothing else")
  func ascii() async {
    #expect(
      await timeline(
        SixTasks.lines(prefetch: nil) + ["advance 2s", "kill w1", "advance 8s"],
        style: Style(isUnicode: false)) == """
                       0s   1s   2s   3s   4s   5s   6s   7s   8s   9s   10s
                       |----+----+----+----+----+----+----+----+----+----+
          tasks ready  0
            w1         [#1 h...=!
              holds    2.........0
            w2         [#2=v[#4=v[#6=v[#1 heavy... =v[#3 heavy... =v[#5=>
              holds    2....1....3....2..............1..............0
               2s  ! w1 died with #1 "heavy..." in hand: back to tasks
               2s  ! w1 died with #3 "heavy..." in hand: back to tasks
               2s  ! w1 died with #5 "heavy..." in hand: back to tasks
          busy: w1 2s of 10s (0 done), w2 10s of 10s (5 done)
          v acked - > in hand - ! its consumer died - holds: delivered, and not begun - #1
            is a message: trace 1 tells its life
          """)
  }

  private static let mishaps = [
    "declare exchange dlx fanout", "declare queue 무덤", "bind queue 무덤 dlx",
    "declare queue 작업 --dead-letter-exchange dlx --message-ttl 4s",
    "consume 작업 as 일꾼 --prefetch 1 --work dots", "publish \"\" 작업 \"하나.....\"",
    "publish \"\" 작업 둘", "publish \"\" 작업 셋", "advance 1s", "get 작업", "advance 1s", "nack you",
    "kill 일꾼", "get 작업", "advance 1s", "reject you --discard", "advance 3s",
  ]

  @Test("Who died, gave back, rejected, and what expired, is told by signs and in words")
  func mishaps() async {
    #expect(
      await timeline(Self.mishaps) == """
                    0s        1s        2s        3s        4s        5s        6s
                    ├─────────┼─────────┼─────────┼─────────┼─────────┼─────────┼
        작업 ready  2·········1·········2···················0
            leaves                                          #2⇢#3⇢
          일꾼      ┣#1 하나..... ━━━━━†
          you                 ┣#2 둘 ━━↺┣#1 하… ━⇢
        무덤 ready                                1·········3···················
             2s  † 일꾼 died with #1 "하나....." in hand: back to 작업
             2s  ↺ you gave #2 "둘" back to 작업
             3s  ⇢ you rejected #1 "하나.....": dead-lettered from 작업
             4s  ⇢ #2 "둘" left 작업: expired, dead-lettered
             4s  ⇢ #3 "셋" left 작업: expired, dead-lettered
        busy: 일꾼 2s of 6s (0 done)
        ↺ back in its queue · ⇢ dead-lettered · † its consumer died · #1 is a message:
          trace 1 tells its life
        """)
  }

  @Test("A person holds several messages at once: a row for each")
  func byHand() async {
    #expect(
      await timeline([
        "declare queue q", "consume q as w", "publish \"\" q a", "publish \"\" q b", "advance 2s",
        "ack w 2", "publish \"\" q c", "advance 1s", "ack w 1", "advance 1s",
      ]) == """
                    0s        1s        2s        3s        4s
                    ├─────────┼─────────┼─────────┼─────────┼
        q ready     0
          w         ┣#1 a ━━━━━━━━━━━━━━━━━━━━━━━✓
                    ┣#2 b ━━━━━━━━━━━━━✓┣#3 c ━━━━━━━━━━━━━▶
        ✓ acked · ▶ in hand · #1 is a message: trace 1 tells its life
        """)
  }

  @Test("A message that counted as acked dies with its auto-ack worker")
  func autoAck() async {
    #expect(
      await timeline([
        "declare queue q", "consume q as w --auto-ack --work 2s", "publish \"\" q a --repeat 3",
        "advance 3s", "kill w",
      ]) == """
                    0s        500ms     1s        1.5s      2s        2.5s      3s
                    ├─────────┼─────────┼─────────┼─────────┼─────────┼─────────┼
        q ready     0
          w         ┣#1 a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━✓┣#2 a ━━━━━━━━━━━━━†
            holds   2·······································1··················0
             3s  † w died with #2 "a" in hand, which counted as acked: lost
             3s  † w died with #3 "a" in hand, which counted as acked: lost
        busy: w 3s of 3s (1 done)
        ✓ acked · † its consumer died · holds: delivered, and not begun · #1 is a
          message: trace 1 tells its life
        """)
  }

  @Test("Two copies of one message in one queue are two")
  func twins() async {
    #expect(
      await timeline([
        "declare exchange in fanout", "declare exchange dlx fanout", "declare queue q",
        "declare queue r --dead-letter-exchange dlx", "bind queue q in", "bind queue r in",
        "bind queue q dlx", "publish in a twin", "get r", "reject --discard",
        "consume q as w --work 2s --prefetch 1", "advance 10s",
      ]) == """
                    0s        1s        2s        3s        4s
                    ├─────────┼─────────┼─────────┼─────────┼
        q ready     1···················0
          w         ┣#1 twin ━━━━━━━━━━✓┣#1 twin ━━━━━━━━━━✓
        r ready     0
          you       #1⇢
             0s  ⇢ you rejected #1 "twin": dead-lettered from r
        busy: w 4s of 4s (2 done)
        ✓ acked · ⇢ dead-lettered · #1 is a message: trace 1 tells its life
        """)
  }

  @Test(
    "What came back once too often is not said to be rejected",
    arguments: [
      ("", "gone from"), (" --dead-letter-exchange dlx", "dead-lettered"),
    ])
  func beyondLimit(more: String, end: String) async {
    let text = await timeline([
      "declare queue q --type quorum --durable --delivery-limit 1" + more,
      "declare exchange dlx fanout", "publish \"\" q a", "get q", "nack", "get q", "nack",
    ])
    #expect(text.contains("you gave #1 \"a\" back once too often (delivery limit): \(end)"))
    #expect(!text.contains("rejected"))
  }

  @Test("What has no room of its own is told together")
  func crowded() async {
    #expect(
      await timeline([
        "declare queue q", "consume q as w --work 10ms", "publish \"\" q a --repeat 300",
        "advance 5s",
      ]) == """
                    0s        500ms     1s        1.5s      2s        2.5s      3s
                    ├─────────┼─────────┼─────────┼─────────┼─────────┼─────────┼
        q ready     0
          w         ┣#1..#300 300× ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━✓
            holds   295·275·255·235·215·195·175·155·135·115·95·80·65·50·35·20··0
        busy: w 3s of 3s (300 done)
        ✓ acked · N×: that many, too close together to be drawn apart · holds:
          delivered, and not begun · #1 is a message: trace 1 tells its life
        """)
  }

  @Test("A part of the time, and a part of the rows")
  func part() async {
    #expect(
      await timeline(
        SixTasks.lines(prefetch: 1) + ["advance 10s"], "timeline w2 --from 2s --to 5s") == """
                       2s        2.5s      3s        3.5s      4s        4.5s      5s
                       ├─────────┼─────────┼─────────┼─────────┼─────────┼─────────┼
          tasks ready  3···················2···················0
            w2         ━#3 heavy... ━━━━━━━━━━━━━━━━━━━━━━━━━━✓┣#6 light. ━━━━━━━━✓
          busy: w2 3s of 3s (2 done)
          ✓ acked · #2 is a message: trace 2 tells its life
          """)
  }

  @Test("Without time there is an order, without messages advice")
  func withoutTime() async {
    #expect(
      await timeline(SixTasks.lines(prefetch: nil)) == """
        tasks ready  0
          w1         #1▶ #3▶ #5▶
          w2         #2▶ #4▶ #6▶
        all of it at 0s: no time has passed, so that the order is shown. Try: advance 5s
        ▶ in hand · #1 is a message: trace 1 tells its life
        """)
    #expect(await timeline([]) == "no message was delivered yet. Try: help consume")
  }

  @Test("A name that nothing goes by is refused, with the names that there are")
  func unknown() async {
    #expect(
      await timeline(SixTasks.lines(prefetch: nil), "timeline tasks w3") == """
        ✗ nothing in this run goes by the name w3: no queue, no client, no consumer tag
          There is: tasks, w1, w2
        """)
  }

  @Test("What was undone never happened")
  func undo() async {
    let session = Session()
    await session.run(SixTasks.lines(prefetch: nil))
    let before = await session.run("timeline")
    #expect(await session.run("advance 10s", "timeline") != before)
    #expect(await session.run("undo", "timeline") == before)
    // Looking is no step.
    #expect(await session.run("undo") == "✓ undone: publish \"\" tasks light.")
  }

  @Test("JSON has the exact intervals")
  func json() async {
    let session = Session(isJSON: true)
    let lines = [
      "declare queue q", "consume q as w --tag t --work 2s", "publish \"\" q a --repeat 2",
      "advance 3s",
    ]
    #expect(
      await session.run(lines + ["timeline"]) == """
        {"tokki":1,"line":"timeline","status":"done","at":3000,"parts":[{"part":"timeline",\
        "from":0,"to":3000,"queues":[{"queue":"q","ready":[{"at":0,"count":0}],"left":[],\
        "consumers":[{"client":"w","deliveries":[{"message":1,"body":"a","channel":1,\
        "consumerTag":"t","deliveryTag":1,"redelivered":false,"deliveredAt":0,"workFrom":0,\
        "workTo":2000,"endedAt":2000,"ending":"acknowledged"},{"message":2,"body":"a",\
        "channel":1,"consumerTag":"t","deliveryTag":2,"redelivered":false,"deliveredAt":0,\
        "workFrom":2000}]}]}]}]}
        """)
  }
}
