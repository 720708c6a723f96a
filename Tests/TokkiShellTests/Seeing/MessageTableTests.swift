import Testing
import TokkiLanguage
import TokkiShell

@Suite("Tables of messages")
struct MessageTableTests {
  private func text(
    _ lines: [String], language: Language = .english, style: Style = .plain
  ) async -> String {
    await Session(language: language, style: style).run(lines)
  }

  private static let losses = [
    "declare exchange logs fanout", "declare queue a-very-long-queue-name-for-orders",
    "declare queue 주문-처리-대기열-아주-긴-이름", "declare queue kept --durable",
    "bind queue a-very-long-queue-name-for-orders logs", "bind queue 주문-처리-대기열-아주-긴-이름 logs",
    "bind queue kept logs",
    "publish logs some.long.key \"a long body that says very much about nothing\" --persistent",
    "declare queue short --max-length 1", "publish \"\" short one as p", "publish \"\" short two",
    "publish \"\" nowhere three", "publish \"\" kept four", "restart", "list messages",
  ]

  @Test("What became of a message is whole at any width", arguments: [60, 80, 140])
  func whole(width: Int) async {
    let expected = [
      60: """
      Message  Body          Now
      ───────  ────────────  ─────────────────────────────────────
           #1  "a long bod…  a-very-long-qu… lost (queue deleted),
                             주문-처리-대기… lost (queue deleted),
                             kept ready
           #2  "one"         short lost (queue full)
           #3  "two"         short lost (queue deleted)
           #4  "three"       unroutable
           #5  "four"        kept lost (restart)
      #5 is a message: trace 5 tells its life
      """,
      80: """
      Message  Body          Now
      ───────  ────────────  ───────────────────────────────────────────────────────
           #1  "a long bod…  a-very-long-queue-name-for-orders lost (queue deleted),
                             주문-처리-대기열-아주-긴-이름 lost (queue deleted),
                             kept ready
           #2  "one"         short lost (queue full)
           #3  "two"         short lost (queue deleted)
           #4  "three"       unroutable
           #5  "four"        kept lost (restart)
      #5 is a message: trace 5 tells its life
      """,
      140: """
      Message  Publisher  Exchange   Routing key    Body                                Now
      ───────  ─────────  ─────────  ─────────────  ──────────────────────────────────  \
      ───────────────────────────────────────────────────────
           #1  you        logs       some.long.key  "a long body that say…" (45 bytes)  \
      a-very-long-queue-name-for-orders lost (queue deleted),
                                                                                        \
      주문-처리-대기열-아주-긴-이름 lost (queue deleted),
                                                                                        \
      kept ready
           #2  p          (default)  short          "one"                               \
      short lost (queue full)
           #3  you        (default)  short          "two"                               \
      short lost (queue deleted)
           #4  you        (default)  nowhere        "three"                             \
      unroutable
           #5  you        (default)  kept           "four"                              \
      kept lost (restart)
      #5 is a message: trace 5 tells its life
      """,
    ]
    expectText(await text(Self.losses, style: Style(width: width)), expected[width] ?? "")
  }

  @Test("In Korean, in ASCII")
  func korean() async {
    expectText(
      await text(Self.losses, language: .korean, style: Style(isUnicode: false, width: 60)),
      """
      메시지  본문          지금
      ------  ------------  --------------------------------------
          #1  "a long b...  a-very-long-queue... 사라짐 (큐 삭제),
                            주문-처리-대기열-... 사라짐 (큐 삭제),
                            kept ready
          #2  "one"         short 사라짐 (큐가 가득 참)
          #3  "two"         short 사라짐 (큐 삭제)
          #4  "three"       라우팅 실패
          #5  "four"        kept 사라짐 (재시작)
      #5: 메시지 번호, 이력 보기: trace 5
      """)
  }

  @Test("Programs read the same names of states as ever")
  func json() async {
    let session = Session(isJSON: true)
    let text = await session.run(Self.losses)
    #expect(text.contains(#""now":[{"queue":"kept","state":"broker restarted"}]"#))
    #expect(text.contains(#"{"queue":"short","state":"queue deleted"}"#))
  }

  @Test("trace says in words how a message was lost", arguments: Language.allCases)
  func lost(language: Language) async {
    let deleted = ["declare queue q", "publish \"\" q a", "delete queue q", "trace"]
    let restarted = ["declare queue d --durable", "publish \"\" d a", "restart", "trace"]
    switch language {
    case .english:
      #expect(await text(deleted).hasSuffix("0s    ✗ its queue was deleted: lost"))
      #expect(
        await text(restarted).hasSuffix("0s    ✗ not persistent: lost when the broker restarted"))
    case .korean:
      #expect(await text(deleted, language: .korean).hasSuffix("0s    ✗ 큐가 삭제됨: 사라짐"))
      #expect(
        await text(restarted, language: .korean)
          .hasSuffix("0s    ✗ persistent가 아님: 브로커가 재시작하며 사라짐"))
    }
  }

  // MARK: One queue

  private static let expiring = [
    "declare queue q", "publish \"\" q first", "publish \"\" q second --expiration 1s",
    "publish \"\" q third --expiration 5s --persistent", "advance 2s", "list messages q",
  ]

  @Test("When a message expires: how long that is, and at which moment")
  func expiry() async {
    expectText(
      await text(Self.expiring),
      """
      Position  State  Features                           Body
      ────────  ─────  ─────────────────────────────────  ────────
             1  ready                                     "first"
             2  ready  expired (at 1s)                    "second"
             3  ready  persistent, expires in 3s (at 5s)  "third"
      """)
    expectText(
      await text(Self.expiring, language: .korean, style: Style(width: 60)),
      """
      순서  상태   특성                         본문
      ────  ─────  ───────────────────────────  ────────
         1  ready                               "first"
         2  ready  만료됨 (1s)                  "second"
         3  ready  persistent, 3s 뒤 만료 (5s)  "third"
      """)
  }

  // MARK: Virtual hosts

  private static let moved = [
    "publish \"\" q hello", "add vhost \"v 2\"", "use vhost \"v 2\"",
  ]

  @Test("What is in another virtual host is not here: where it is, and how to get there")
  func elsewhere() async {
    expectText(
      await text(Self.moved + ["trace 1"]),
      """
      ✗ in virtual host "v 2" there is no message #1: it is in /
        Try: use vhost /
      """)
    expectText(
      await text(Self.moved + ["trace hello"], language: .korean),
      """
      ✗ 가상 호스트 "v 2"에는 hello 메시지가 없습니다. 있는 곳: /
        다음을 입력해 보세요: use vhost /
      """)
    expectText(
      await text(Self.moved + ["trace"]),
      """
      ✗ nothing was published in virtual host "v 2" yet
        There are messages in: /
        Try: use vhost /
      """)
    expectText(
      await text(Self.moved + ["list messages"]),
      """
      nothing was published in virtual host "v 2" yet
        There are messages in: /
        Try: use vhost /
      """)
    expectText(
      await text(Self.moved + ["list messages"], language: .korean),
      """
      가상 호스트 "v 2"에 아직 발행한 메시지가 없습니다
        메시지가 있는 곳: /
        다음을 입력해 보세요: use vhost /
      """)
    // What is nowhere is told as ever, and so is a virtual host that is gone.
    #expect(
      await text(Self.moved + ["trace 2"])
        == "✗ there is no message #2 in this run\n  Try: list messages")
    let back = ["publish \"\" q x", "use vhost /", "delete vhost \"v 2\"", "trace 2"]
    #expect(await text(Self.moved + back).hasPrefix("✗ there is no message #2 in this run"))
    #expect(await text(["help list"]).contains("in the current virtual host"))
    #expect(
      await Session(isJSON: true).run(Self.moved + ["trace 1"]).contains(
        #""virtualHost":"v 2","elsewhere":["/"]"#))
  }
}
