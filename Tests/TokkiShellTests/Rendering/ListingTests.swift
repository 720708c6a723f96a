import Testing
import TokkiShell

@Suite("Tables")
struct ListingTests {
  private let setUp = [
    "declare queue a-queue-with-quite-a-long-name --durable --message-ttl 5s --max-length 9",
    "declare exchange logs topic", "bind queue a-queue-with-quite-a-long-name logs *.error",
    "publish logs disk.error \"a body that is long enough to be cut somewhere\" --priority 3",
  ]

  @Test("Long names are cut, numbers stand to the right, abbreviations are explained below")
  func queues() async {
    let session = Session()
    await session.run(setUp)
    let text = await session.run("list queues")
    #expect(
      text == """
        Name                        Type     Features   Ready  Unacked  Total  Consumers
        ──────────────────────────  ───────  ─────────  ─────  ───────  ─────  ─────────
        a-queue-with-quite-a-long…  classic  D Lim TTL      1        0      1          0
        D durable, TTL message TTL, Lim length limit
        """)
  }

  @Test("A table is never wider than the screen")
  func narrow() async {
    for width in [60, 70, 80, 100, 120] {
      let session = Session(style: Style(width: width))
      await session.run(setUp)
      for what in ["queues", "bindings", "messages a-queue-with-quite-a-long-name"] {
        let text = await session.run("list \(what)")
        for line in text.split(separator: "\n") {
          #expect(DisplayWidth.of(String(line)) <= width, "\(what) at \(width): \(line)")
        }
      }
    }
  }

  @Test(
    "Nothing to list is said in words",
    arguments: [
      ("queues", "no queues"), ("consumers", "no consumers"), ("connections", "no connections"),
      ("channels", "no channels"), ("checkpoints", "no checkpoints"),
      (
        "bindings",
        "no bindings but the default exchange's, which binds each queue by its name"
      ),
    ])
  func nothing(what: String, text: String) async {
    #expect(await Session().run("list \(what)") == text)
  }
}
