import Testing
import TokkiClient
import TokkiLanguage
import TokkiShell

@Suite("Confirms in words")
struct ConfirmTextTests {
  private static let lines = [
    "declare queue q", "declare queue small --max-length 2 --overflow reject-publish",
    "confirm select", "publish \"\" q a --repeat 30",
  ]

  @Test("Those of one command are one line, and so are those that the broker refused")
  func together() async {
    let session = Session()
    #expect(
      await session.run(Self.lines) == """
        30 messages "a" → default exchange · key q names a queue
          → q (30 ready)
          ✓ you: publishes 1 to 30 confirmed
        """)
    #expect(
      await session.run("publish \"\" small b --repeat 6").hasSuffix(
        """

          ✓ you: publishes 31 to 32 confirmed
          ✗ you: publishes 33 to 36 refused by the broker (basic.nack)
        """))
    // What comes between does not take them apart.
    #expect(
      await session.run("publish \"\" nowhere c --mandatory --repeat 2").hasSuffix(
        """

          you ← RETURNED 312 NO_ROUTE "c" · default exchange · key nowhere
          you ← RETURNED 312 NO_ROUTE "c" · default exchange · key nowhere
          ✓ you: publishes 37 to 38 confirmed
        """))
    #expect(await session.run("publish \"\" q d").hasSuffix("✓ you: publish 39 confirmed"))
  }

  @Test("In Korean")
  func korean() async {
    let session = Session(language: .korean)
    await session.run(Self.lines)
    #expect(
      await session.run("publish \"\" small b --repeat 6").hasSuffix(
        """

          ✓ you: 발행 31~32 모두 컨펌됨
          ✗ you: 브로커가 발행 33~36 모두 거절했습니다 (basic.nack)
        """))
  }

  @Test("Programs read one record for each")
  func json() async {
    let text = await Session(isJSON: true).run(Self.lines)
    #expect(text.split(separator: "{\"part\":\"confirmed\"").count == 31)
  }

  private struct Confirm: Sendable {
    var tag: UInt64
    var multiple = false
    var isAck = true
    var channel: UInt16 = 1
    var at: Int64 = 0
  }

  private static func told(
    _ confirms: [Confirm], isTimed: Bool = false, language: Language = .english
  ) -> String {
    let parts = confirms.map { confirm in
      Outcome.Part.happened(
        Happening(
          report: ClientReport(
            at: confirm.at, client: "you", channel: confirm.channel,
            fact: .confirmed(
              deliveryTag: confirm.tag, multiple: confirm.multiple,
              acknowledged: confirm.isAck)),
          isTimed: isTimed))
    }
    return Renderer(language: language).text(Outcome(line: "", parts: parts))
  }

  @Test("Ranges, gaps, several at once, and tags that no broker should send")
  func ranges() {
    let cases: [([Confirm], String)] = [
      ([Confirm(tag: 3, multiple: true)], "  ✓ you: publishes up to 3 confirmed"),
      (
        [Confirm(tag: 1), Confirm(tag: 4, multiple: true), Confirm(tag: 6), Confirm(tag: 5)],
        "  ✓ you: publishes up to 4, 5 to 6 confirmed"
      ),
      (
        [Confirm(tag: 5), Confirm(tag: 1), Confirm(tag: 3), Confirm(tag: 2)],
        "  ✓ you: publishes 1 to 3, 5 confirmed"
      ),
      (
        [Confirm(tag: 1), Confirm(tag: 2, isAck: false), Confirm(tag: 3)],
        """
          ✗ you: publish 2 refused by the broker (basic.nack)
          ✓ you: publishes 1, 3 confirmed
        """
      ),
      (
        [Confirm(tag: 9, multiple: true, isAck: false)],
        "  ✗ you: publishes up to 9 refused by the broker (basic.nack)"
      ),
      (
        [Confirm(tag: 1), Confirm(tag: 2, channel: 2)],
        "  ✓ you: publish 1 confirmed\n  ✓ you: publish 2 confirmed"
      ),
      (
        [Confirm(tag: .max), Confirm(tag: 0), Confirm(tag: .max), Confirm(tag: 0)],
        "  ✓ you: publishes 0, 18446744073709551615 confirmed"
      ),
      (
        (1...10).map { Confirm(tag: $0 * 2) },
        "  ✓ you: publishes 2, 4, 6, 8, 10, 12, 14, 16, and 2 more confirmed"
      ),
    ]
    for (confirms, text) in cases { #expect(Self.told(confirms) == text) }
    #expect(
      Self.told((1...10).map { Confirm(tag: $0 * 2) }, language: .korean)
        == "  ✓ you: 발행 2, 4, 6, 8, 10, 12, 14, 16, 그 밖에 2개 모두 컨펌됨")
  }

  @Test("Where time passes, those of one moment are together")
  func moments() {
    #expect(
      Self.told(
        [Confirm(tag: 1, at: 1000), Confirm(tag: 2, at: 1000), Confirm(tag: 3, at: 2000)],
        isTimed: true) == """
               1s  ✓ you: publishes 1 to 2 confirmed
               2s  ✓ you: publish 3 confirmed
          """)
  }
}
