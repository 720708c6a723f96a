import Testing
import TokkiLanguage
import TokkiShell

@Suite("The methods that clients and broker exchanged")
struct SequenceTests {
  private static let lines = [
    "declare queue tasks", "consume tasks as w1 --prefetch 1 --work 2s",
    "publish \"\" tasks one --persistent", "publish \"\" tasks two", "advance 2s", "get nothing",
    "kill w1",
  ]

  private func sequence(
    _ lines: [String], _ command: String = "sequence", language: Language = .english,
    style: Style = .plain
  ) async -> String {
    await Session(language: language, style: style).run(lines + [command])
  }

  @Test("A lifeline for each client, and the broker's at the right")
  func lifelines() async {
    #expect(
      await sequence(Self.lines) == """
               you  w1                                                            broker
        0s      │╌╌╌╌╌╌ connects: user guest, virtual host / ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌│
                ├────┼─ channel.open ─────────────────────────────────────────────────▶│
                │◀───┼─ channel.open-ok ───────────────────────────────────────────────┤
                ├────┼─ queue.declare queue=tasks ────────────────────────────────────▶│
                │◀───┼─ queue.declare-ok queue=tasks ──────────────────────────────────┤
                │    │╌ connects: user guest, virtual host / ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌│
                │    ├─ channel.open ─────────────────────────────────────────────────▶│
                │    │◀ channel.open-ok ───────────────────────────────────────────────┤
                │    ├─ basic.qos prefetch-count=1 ───────────────────────────────────▶│
                │    │◀ basic.qos-ok ──────────────────────────────────────────────────┤
                │    ├─ basic.consume queue=tasks ────────────────────────────────────▶│
                │    │◀ basic.consume-ok ──────────────────────────────────────────────┤
                ├────┼─ basic.publish routing-key=tasks persistent "one" ─────────────▶│
                │    │◀ basic.deliver delivery-tag=1 routing-key=tasks … "one" ────────┤
                ├────┼─ basic.publish routing-key=tasks "two" ────────────────────────▶│
        2s      │    ├─ basic.ack delivery-tag=1 ─────────────────────────────────────▶│
                │    │◀ basic.deliver delivery-tag=2 routing-key=tasks "two" ──────────┤
                ├────┼─ basic.get queue=nothing ──────────────────────────────────────▶│
                │◀───┼─ channel.close reply-code=404 reply-text="NOT_FOUND - no que… ──┤
                ├────┼─ channel.close-ok ─────────────────────────────────────────────▶│
                │    ✗  the process died                                               │
        """)
  }

  @Test("The last of them, of one client")
  func part() async {
    #expect(
      await sequence(Self.lines, "sequence w1 --last 4") == """
        7 earlier: sequence --last 11
               w1                                                                broker
        0s      │◀ basic.deliver delivery-tag=1 routing-key=tasks persistent "one" ───┤
        2s      ├─ basic.ack delivery-tag=1 ─────────────────────────────────────────▶│
                │◀ basic.deliver delivery-tag=2 routing-key=tasks "two" ──────────────┤
                ✗  the process died                                                   │
        """)
    #expect(
      await sequence(Self.lines, "sequence w2") == """
        ✗ there is no client w2
          There is: you, w1
          Try: list connections
        """)
    #expect(
      await sequence([]) == "no client has said anything yet. Try: declare queue hello")
  }

  private static let long = [
    "declare exchange logs topic", "declare queue q", "bind queue q logs \"#\"",
    "publish logs disk.error \"\(String(repeating: "long ", count: 30))\" --persistent",
  ]

  @Test("The way of a message comes before its body, which is cut first", arguments: [60, 80, 110])
  func bodies(width: Int) async {
    let expected = [
      60: #"0s      ├─ basic.publish exchange=logs routing… "long l… ─▶│"#,
      80: #"0s      ├─ basic.publish exchange=logs routing-key=disk.error … "long long … ─▶│"#,
      110: #"0s      ├─ basic.publish exchange=logs routing-key=disk.error persistent "#
        + #""long long long…" (150 bytes) ─────▶│"#,
    ]
    let text = await sequence(Self.long, "sequence --last 1", style: Style(width: width))
    expectText(text.split(separator: "\n").last.map(String.init), expected[width] ?? "")
  }

  @Test("Before anything was said a diagram is valid, and says so")
  func emptyDiagram() async {
    #expect(
      await sequence([], "sequence --mermaid") == """
        sequenceDiagram
          participant b as broker
          Note over b: no client has said anything yet
        """)
    #expect(
      await sequence([], "sequence --mermaid", language: .korean) == """
        sequenceDiagram
          participant b as 브로커
          Note over b: 아직 클라이언트가 보낸 것이 없습니다
        """)
  }

  @Test("In Korean and in ASCII")
  func korean() async {
    #expect(
      await sequence(
        ["declare queue 작업", "publish \"\" 작업 \"안녕하세요\" as 발행자"], language: .korean,
        style: Style(isUnicode: false, width: 60)) == """
                 you  발행자                                    브로커
          0s      |........ 연결: 사용자 guest, 가상 호스트 / .......|
                  +------+- channel.open --------------------------->|
                  |<-----+- channel.open-ok -------------------------+
                  +------+- queue.declare queue=작업 --------------->|
                  |<-----+- queue.declare-ok queue=작업 -------------+
                  |      |. 연결: 사용자 guest, 가상 호스트 / .......|
                  |      +- channel.open --------------------------->|
                  |      |< channel.open-ok -------------------------+
                  |      +- basic.publish routing-key=... "안녕... ->|
          """)
  }

  @Test("More clients than there is room for are named line by line")
  func manyClients() async {
    let lines = ["declare queue q"] + (1...20).map { "get q as c\($0)" }
    #expect(
      await sequence(lines, "sequence --last 2") == """
        103 earlier: sequence --last 105
               c20                  broker
        0s      ├─ basic.get queue=q ───▶│
                │◀ basic.get-empty ──────┤
        """)
    let text = await sequence(lines, "sequence --last 1000", style: Style(width: 60))
    #expect(text.contains("\n0s     c20 → broker  basic.get queue=q\n"))
  }

  @Test("As Mermaid's sequence diagram, what could mean something there written as a number")
  func mermaid() async {
    #expect(
      await sequence(
        [
          "declare queue \"a;b #1 %%{}\"",
          "publish \"\" \"a;b #1 %%{}\" \"x: <b>\\nend\" as \"w 1\"",
        ],
        "sequence --mermaid") == """
          sequenceDiagram
            participant c0 as you
            participant c1 as #34;w 1#34;
            participant b as broker
            c0->>b: connects#58; user guest#44; virtual host #47;
            c0->>b: channel.open
            b-->>c0: channel.open-ok
            c0->>b: queue.declare queue#61;#34;a#59;b #35;1 #37;#37;#123;#125;#34;
            b-->>c0: queue.declare-ok queue#61;#34;a#59;b #35;1 #37;#37;#123;#125;#34;
            c1->>b: connects#58; user guest#44; virtual host #47;
            c1->>b: channel.open
            b-->>c1: channel.open-ok
            c1->>b: basic.publish routing-key#61;#34;a#59;b #35;1 #37;#37;#123;#125;#34; \
          #34;x#58; #60;b#62;#92;nend#34;
          """)
  }

  @Test("As JSON, with all arguments")
  func json() async {
    let session = Session(isJSON: true)
    #expect(
      await session.run("declare queue q", "publish \"\" q a", "sequence --last 1") == """
        {"tokki":1,"line":"sequence --last 1","status":"done","at":0,\
        "parts":[{"part":"sequence","omitted":5,"passages":[{"at":0,"client":"you",\
        "channel":1,"to":"broker","method":"basic.publish","arguments":{"exchange":"",\
        "routing-key":"q","mandatory":false,"immediate":false},"message":{"body":"a"}}]}]}
        """)
  }
}
