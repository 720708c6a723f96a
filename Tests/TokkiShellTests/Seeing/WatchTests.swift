import Testing
import TokkiLanguage
import TokkiShell

@Suite("Looking again when something changed")
struct WatchTests {
  @Test("A watched look is shown again after a command that changes it, and only then")
  func changes() async {
    let session = Session()
    #expect(
      await session.screen([
        "declare queue q", "watch list queues", "publish \"\" q a", "advance 1s", "status",
        "get q", "undo", "watch", "unwatch list queues", "publish \"\" q b", "watch off",
      ]) == """
        > declare queue q
        ✓ queue q declared · classic, transient
        > watch list queues
        ✓ watching list queues: it is shown again when it changes; watch off ends that
        Name  Type     Features  Ready  Unacked  Total  Consumers
        ────  ───────  ────────  ─────  ───────  ─────  ─────────
        q     classic                0        0      0          0
        > publish "" q a
        "a" → default exchange · key q names a queue
          → q (1 ready)
        ── list queues ──
        Name  Type     Features  Ready  Unacked  Total  Consumers
        ────  ───────  ────────  ─────  ───────  ─────  ─────────
        q     classic                1        0      1          0
        > advance 1s
        ✓ 1s passed: it is 1s now
          nothing fell due
        > status
        simulated RabbitMQ 4.0 · virtual host / · seed 1 · virtual time 1s
          you · connected
        > get q
        you ← q "a" · tag 1
        ── list queues ──
        Name  Type     Features  Ready  Unacked  Total  Consumers
        ────  ───────  ────────  ─────  ───────  ─────  ─────────
        q     classic                0        1      1          0
        > undo
        ✓ undone: get q
        ── list queues ──
        Name  Type     Features  Ready  Unacked  Total  Consumers
        ────  ───────  ────────  ─────  ───────  ─────  ─────────
        q     classic                1        0      1          0
        > watch
        watched: list queues
        > unwatch list queues
        ✓ no longer watched: list queues
        > publish "" q b
        "b" → default exchange · key q names a queue
          → q (2 ready)
        > watch off
        ! nothing was watched

        """)
  }

  @Test("Before the first publish trace waits for it, in both languages")
  func beforeTheFirst() async {
    let session = Session()
    #expect(
      await session.screen(["watch trace", "publish \"\" q a", "undo"]) == """
        > watch trace
        ✓ watching trace: it is shown again when it changes; watch off ends that
        ── trace ──
        nothing was published yet
        > publish "" q a
        "a" → default exchange · no queue is named q
        ✗ UNROUTABLE: no queue took the message. It is lost. Try: explain
        ── trace ──
        message #1 "a"
        0s    you → default exchange · key q
        └─ ✗ no queue took it: lost
        > undo
        ✓ undone: publish "" q a
        ── trace ──
        nothing was published yet

        """)
    #expect(await session.shell.run("watch trace").isFailure == false)
    #expect(
      await Session(language: .korean).run("watch trace") == """
        ✓ 지켜보는 중: trace. 달라지면 다시 보여 줍니다. 그만두려면 watch off
        ── trace ──
        아직 발행한 메시지가 없습니다
        """)
    // What can never be seen is refused as ever.
    #expect(await session.run("watch timeline w9").hasPrefix("✗ nothing in this run goes by"))
    #expect(
      await session.run("publish \"\" q a", "watch trace 7").hasPrefix("✗ there is no message #7"))
  }

  @Test("Several watches, each under its own name; what cannot be seen any more says why")
  func several() async {
    let session = Session()
    #expect(
      await session.screen([
        "declare queue q", "watch list messages q", "watch show", "delete queue q",
        "unwatch status", "watch off",
      ]) == """
        > declare queue q
        ✓ queue q declared · classic, transient
        > watch list messages q
        ✓ watching list messages q: it is shown again when it changes; watch off ends that
        queue q holds no messages
        > watch show
        ✓ watching show: it is shown again when it changes; watch off ends that
        (by name) ────▶ q  0 ready
        > delete queue q
        ✓ queue q deleted
        ── list messages q ──
        ✗ there is no queue q
          Try: list queues
        ── show ──
        Nothing here yet. Try: declare queue hello
        > unwatch status
        ✗ status is not watched
          watched: list messages q, show
          Try: watch
        > watch off
        ✓ no longer watched: list messages q
        ✓ no longer watched: show

        """)
  }

  @Test("Watching is no step of undo, and outlives a reset")
  func undo() async {
    let session = Session()
    await session.run("declare queue q", "watch show")
    #expect(await session.run("undo").hasPrefix("✓ undone: declare queue q\n── show ──\nNothing"))
    #expect(await session.run("declare queue p").contains("── show ──"))
    #expect(await session.run("reset").contains("── show ──"))
    #expect(await session.run("watch") == "watched: show")
  }

  @Test("As JSON: the watched part within a part")
  func json() async {
    let session = Session(isJSON: true)
    await session.run("declare queue q", "watch list queues")
    let text = await session.run("publish \"\" q a")
    #expect(
      text.contains(
        #"{"part":"watched","command":"list queues","shows":{"part":"listing","of":"queues","#))
    #expect(
      await session.run("watch off") == """
        {"tokki":1,"line":"watch off","status":"done","at":0,"parts":[{"part":"watchEnded",\
        "commands":["list queues"]}]}
        """)
  }

  @Test("In Korean")
  func korean() async {
    let session = Session(language: .korean)
    #expect(
      await session.screen(["watch", "watch show", "watch off", "watch off"]) == """
        > watch
        지켜보는 것이 없습니다. 다음을 입력해 보세요: watch show
        > watch show
        ✓ 지켜보는 중: show. 달라지면 다시 보여 줍니다. 그만두려면 watch off
        아직 아무것도 없습니다. 다음을 입력해 보세요: declare queue hello
        > watch off
        ✓ 더 지켜보지 않음: show
        > watch off
        ! 지켜보던 것이 없습니다

        """)
  }

  @Test("On a real broker deliveries show it, too")
  func realBroker() async {
    let session = await RealSession()
    await session.run("declare queue q", "consume q as w --auto-ack", "watch timeline")
    let answer = await session.run("publish \"\" q hello")
    let news = await session.news() ?? ""
    #expect((answer + news).contains("── timeline ──"))
  }
}
