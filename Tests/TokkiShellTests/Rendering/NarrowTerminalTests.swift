import Testing
import TokkiLanguage
import TokkiShell

@Suite("What a user reads at a narrow terminal")
struct NarrowTerminalTests {
  private static func answer(
    _ lines: [String], in language: Language = .english, style: Style = .plain
  ) async -> String {
    await Session(language: language, style: style).run(lines)
  }

  private static let swapped = [
    "declare queue disk", "declare exchange direct_logs direct",
    "bind queue direct_logs disk error",
  ]

  @Test("At a narrow terminal sentences break at spaces, and elsewhere not at all")
  func narrow() async {
    let style = Style(width: 40, wrapsSentences: true)
    #expect(
      await Self.answer(Self.swapped, in: .english, style: style) == """
        ✗ 404 NOT_FOUND - no exchange 'disk' in
          vhost '/'
          disk is a queue, not an exchange. The
          queue comes first, then the exchange.
          Try: bind queue disk direct_logs error
          queue.bind: Channel 1 of you is
          closed; its next command opens a new
          one.
        """)
    #expect(
      await Self.answer(Self.swapped, in: .korean, style: style) == """
        ✗ 404 NOT_FOUND - no exchange 'disk' in
          vhost '/'
          disk 이름은 익스체인지가 아니라
          큐입니다. 큐를 먼저 쓰고 익스체인지를
          그다음에 씁니다.
          다음을 입력해 보세요: bind queue disk
          direct_logs error
          queue.bind: you의 채널 1이 닫혔습니다.
          다음 명령이 새 채널을 엽니다.
        """)
    let long = await Self.answer(Self.swapped, in: .english, style: Style(width: 40))
    #expect(long == (await Self.answer(Self.swapped, in: .english)))
  }

  @Test("where no line of a table fits, each row is a list")
  func narrowTable() async {
    let lines = [
      "declare queue orders --durable", "declare queue q", "publish \"\" q m", "list queues",
    ]
    #expect(
      await Self.answer(lines, style: Style(width: 20, wrapsSentences: true)) == """
        Name: orders
        Type: classic
        Features: D
        Ready: 0
        Unacked: 0
        Total: 0
        Consumers: 0

        Name: q
        Type: classic
        Ready: 1
        Unacked: 0
        Total: 1
        Consumers: 0
        D durable
        """)
    let wide = await Self.answer(lines, style: Style(width: 60, wrapsSentences: true))
    #expect(wide.hasPrefix("Name "))
  }

  @Test("Help breaks no word, however narrow the terminal is", arguments: Language.allCases)
  func narrowHelp(language: Language) async {
    for topic in ["", "publish", "declare queue", "ack", "lesson", "expect"] {
      for width in [20, 32, 45] {
        let text = await Self.answer(
          ["help \(topic)"], in: language, style: Style(width: width, wrapsSentences: true))
        for line in text.split(separator: "\n") where DisplayWidth.of(String(line)) > width {
          #expect(line.split(separator: " ").count == 1, "help \(topic) at \(width): \(line)")
        }
      }
    }
  }

  @Test("The mark stays below the place that it is about at a narrow terminal")
  func narrowMark() async {
    let style = Style(width: 40, wrapsSentences: true)
    #expect(
      await Self.answer(["get a --auto-ack=yes"], in: .english, style: style) == """
        ✗ `--auto-ack` takes no value.
          get a --auto-ack=yes
                ^^^^^^^^^^^^^^
          The option alone means yes; to say no,
          leave it out.
        """)
  }
}
