import Testing
import TokkiShell

@Suite("The topology as a picture")
struct TopologyPictureTests {
  private let setUp = [
    "declare exchange logs fanout", "declare exchange topic_logs topic --alternate-exchange logs",
    "declare queue audit", "declare queue tasks --dead-letter-exchange logs",
    "bind queue audit logs",
    "bind queue audit topic_logs *.critical", "bind exchange logs topic_logs \"kern.#\"",
    "consume audit as w1 --prefetch 1", "consume audit as w2 --auto-ack",
    "publish topic_logs a.critical one", "publish \"\" tasks two", "declare exchange alone direct",
  ]

  @Test("An empty broker says what to do")
  func empty() async {
    #expect(await Session().run("show") == "Nothing here yet. Try: declare queue hello")
  }

  @Test("From left to right: exchanges, binding keys, queues, consumers")
  func wide() async {
    let session = Session(style: Style(width: 90))
    await session.run(setUp)
    let text = await session.run("show")
    #expect(
      text == """
        (by name)          ────────────────▶ tasks  1 ready
                                               ╌╌ dead letters ╌▶ logs
        logs (fanout)      ────────────────▶ audit  0 ready, 1 unacked ─┬▶ w1  prefetch 1
                                                                        └▶ w2  auto ack
        topic_logs (topic) ─┬─ *.critical ─▶ audit  see above
                            └─ kern.# ─────▶ logs
          ╌╌ unroutable ╌▶ logs
        alone (direct)      no bindings
        """)
  }

  @Test("Downwards where the screen is narrow")
  func narrow() async {
    let session = Session(style: Style(width: 40))
    await session.run(setUp)
    #expect(
      await session.run("show") == """
        (by name)
        └──▶ tasks  1 ready
             ╌╌ dead letters ╌▶ logs
        logs (fanout)
        └──▶ audit  0 ready, 1 unacked
             ├▶ w1  prefetch 1
             └▶ w2  auto ack
        topic_logs (topic)
        ├─ *.critical ─▶ audit  see above
        └─ kern.# ─▶ logs
          ╌╌ unroutable ╌▶ logs
        alone (direct)
          no bindings
        """)
  }

  @Test("In ASCII where the terminal has nothing else")
  func ascii() async {
    let session = Session(style: Style(isUnicode: false))
    await session.run("declare queue 큐", "consume 큐 as w1")
    let text = await session.run("show")
    #expect(text == "(by name) ----> 큐  0 ready --> w1")
  }

  @Test("Hangul counts two cells in columns and pictures")
  func hangul() async {
    let session = Session()
    await session.run("declare queue 주문", "declare queue ab", "consume 주문 as 일꾼", "consume ab as w")
    #expect(
      await session.run("show") == """
        (by name) ─┬──▶ 주문  0 ready ──▶ 일꾼
                   └──▶ ab    0 ready ──▶ w
        """)
    #expect(
      await session.run("list queues") == """
        Name  Type     Features  Ready  Unacked  Total  Consumers
        ────  ───────  ────────  ─────  ───────  ─────  ─────────
        주문  classic                0        0      0          1
        ab    classic                0        0      0          1
        """)
  }
}
