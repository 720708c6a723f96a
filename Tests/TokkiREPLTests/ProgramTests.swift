import Foundation
import Testing

@testable import TokkiREPL

/// The built program at a terminal.
@Suite("At a terminal", .serialized) struct ProgramTests {
  @Test("the prompt appears, and Ctrl-D leaves with 0")
  func start() async throws {
    let terminal = try Program.session()
    try await terminal.expectLine("tokki>")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test(
    "Korean text is typed, edited and erased, whatever the locale",
    arguments: [
      ["LC_ALL": "C"], ["LC_ALL": "C.UTF-8"], ["LC_ALL": "", "LANG": "ko_KR.EUC-KR"],
    ])
  func korean(locale: [String: String]) async throws {
    let terminal = try Program.session(["--language", "en"], environment: locale)
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue 작업큐x")
    try await terminal.expectLine("tokki> declare queue 작업큐x")
    terminal.type(.backspace)
    terminal.type(.backspace)
    try await terminal.expectLine("tokki> declare queue 작업")
    terminal.type(.left)
    terminal.type(.left)
    terminal.type("새")
    try await terminal.expectLine("tokki> declare queue 새작업")
    #expect(terminal.screen.beforeCursor == "tokki> declare queue 새")
    terminal.type(.enter)
    try await terminal.expect("the queue") { $0.lines.contains { $0.contains("새작업 declared") } }
    try await terminal.expectLine("tokki>")
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test("Tab completes a command, and a queue that was just declared")
  func completion() async throws {
    let terminal = try Program.session()
    try await terminal.expectLine("tokki>")
    terminal.type("decl\tque\t작업-하나\r")
    try await terminal.expectShown("tokki> declare queue 작업-하나")
    try await terminal.expectLine("tokki>")
    terminal.type("purge 작\t")
    try await terminal.expectLine("tokki> purge 작업-하나")
    terminal.type("\r")
    try await terminal.expectLine("tokki>")
    terminal.type("declare \t")
    try await terminal.expectShown("queue     exchange")
    try await terminal.expectLine("tokki> declare")
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test(
    "what a line still takes stands behind it, as far as there is room, and is never part of it")
  func hints() async throws {
    let terminal = try Program.session(columns: 50, environment: ["TOKKI_HINTS": "on"])
    try await terminal.expectLine("tokki>")
    terminal.type("publ")
    try await terminal.expectLine("tokki> publ")
    terminal.type("ish logs ")
    try await terminal.expectLine("tokki> publish logs KEY BODY [options] [as NAME]")
    #expect(terminal.screen.beforeCursor == "tokki> publish logs ")
    terminal.type("\u{15}declare queue 작업")
    try await terminal.expectLine("tokki> declare queue 작업 [options] [as NAME]")
    terminal.type(.left)
    try await terminal.expectLine("tokki> declare queue 작업")
    terminal.type("\u{5}\r")
    try await terminal.expectShown("tokki> declare queue 작업")
    try await terminal.expectLine("tokki>")
    terminal.type(.controlR)
    terminal.type("decl")
    try await terminal.expectLine("history decl: declare queue 작업")
    terminal.type(.controlC)
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test("history is kept between runs, can be searched, and keeps no password")
  func history() async throws {
    let state = Program.makeState()
    defer { try? FileManager.default.removeItem(atPath: state) }
    let first = try Program.session(state: state)
    try await first.expectLine("tokki>")
    for line in ["declare queue 작업", "list queues", "connect amqp://u:geheim@host/"] {
      first.type(line + "\r")
      try await first.expectShown("tokki> " + line)
      try await first.expectLine("tokki>")
    }
    first.type(.controlD)
    #expect(try await first.exitStatus() == 0)

    let file = try String(contentsOfFile: state + "/tokki/history", encoding: .utf8)
    #expect(file == "declare queue 작업\nlist queues\nconnect amqp://u:***@host/\n")

    let second = try Program.session(state: state)
    try await second.expectLine("tokki>")
    second.type(.up)
    try await second.expectLine("tokki> connect amqp://u:***@host/")
    second.type(.up)
    try await second.expectLine("tokki> list queues")
    second.type(.controlC)
    try await second.expectLine("tokki>")
    second.type(.controlR)
    second.type("작")
    try await second.expect("the line that was found") {
      $0.cursorLine == "history 작: declare queue 작업"
    }
    second.type("가")
    try await second.expectLine("history 작가?")
    second.type(.backspace)
    second.type(.enter)
    try await second.expectLine("tokki>")
    try await second.expect("the queue") { $0.lines.contains { $0.contains("작업 declared") } }
  }

  @Test("Ctrl-C clears the line, and nothing is lost")
  func clearing() async throws {
    let terminal = try Program.session()
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue kept\r")
    try await terminal.expectShown("tokki> declare queue kept")
    try await terminal.expectLine("tokki>")
    terminal.type("delete queue kept")
    try await terminal.expectLine("tokki> delete queue kept")
    terminal.type(.controlC)
    try await terminal.expectLine("tokki>")
    terminal.type(.controlC)
    terminal.type("publish \"\" kept \"half")
    terminal.type(.enter)
    try await terminal.expectLine("...>")
    terminal.type(.controlC)
    try await terminal.expectLine("tokki>")
    terminal.type("expect queue kept ready 0\r")
    try await terminal.expectShown("tokki> expect queue kept ready 0")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test(
    "an open quotation tells once how to end it",
    arguments: [
      ("en", "The quote is still open: close it with \", or leave with Ctrl-C."),
      ("ko", "따옴표가 아직 열려 있습니다. \" 기호로 닫거나 Ctrl-C로 그만두세요."),
    ])
  func openQuotation(language: String, hint: String) async throws {
    let terminal = try Program.session(["--language", language])
    try await terminal.expectLine("tokki>")
    for _ in 1...2 {
      terminal.type("declare queue \"half\r")
      try await terminal.expectLine("...>")
      terminal.type(.controlC)
      try await terminal.expectLine("tokki>")
    }
    #expect(terminal.screen.lines.filter { $0 == hint }.count == 1)
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test("many pasted lines run one after the other")
  func paste() async throws {
    let terminal = try Program.session()
    try await terminal.expectLine("tokki>")
    let lines = (1...60).map { "declare queue 큐-\($0)" }
    terminal.type(lines.joined(separator: "\r") + "\rlist que")
    try await terminal.expectLine("tokki> list que")
    for number in 1...60 {
      #expect(terminal.screen.lines.contains { $0.contains("큐-\(number) declared") })
    }
    terminal.type("ues\r")
    try await terminal.expect("the last queue in the list") {
      $0.lines.contains { $0.hasPrefix("큐-60 ") }
    }
  }

  @Test("nothing of a pasted escape sequence is lost or taken for a key")
  func pastedEscapes() async throws {
    let terminal = try Program.session()
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue q\r")
    try await terminal.expectShown("✓ queue q declared · classic, transient")
    try await terminal.expectLine("tokki>")
    #expect(terminal.screen.tellsPastes)
    let pasted = "publish \"\" q \"\u{1B}[31mred\tblue\u{3}\"\rget q\r"
    terminal.type("\u{1B}[200~" + pasted + "\u{1B}[201~")
    try await terminal.expectShown(#"you ← q "\e[31mred\tblue\u{3}" · tag 1"#)
    try await terminal.expectLine("tokki>")
    terminal.type("publish \"\" q \u{1B}[31mred\u{1B}[0m\r")
    try await terminal.expectShown("\"red\" → default exchange · key q names a queue")
    try await terminal.expectLine("tokki>")
    // A paste whose end is lost ends with the next Ctrl-C.
    terminal.type("\u{1B}[200~half")
    try await terminal.expectLine("tokki> half")
    terminal.type(.controlC)
    try await terminal.expectLine("tokki>")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(!terminal.screen.tellsPastes)
  }

  @Test("a line goes on when the window becomes narrower or wider")
  func resize() async throws {
    let terminal = try Program.session(columns: 60)
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue ")
    try await terminal.expectLine("tokki> declare queue")
    for (columns, text) in [(30, "가나다라"), (70, "마바사"), (24, "아")] {
      terminal.resize(columns: columns)
      terminal.type(text)
      try await terminal.expect("the text \(text)") { $0.lines.joined().contains(text) }
    }
    terminal.type("\r")
    try await terminal.expectShown("✓ queue 가나다라마바사아")
    try await terminal.expectShown("  declared · classic,")
  }

  @Test("no escape sequence from a name or a body reaches the terminal")
  func escapes() async throws {
    let terminal = try Program.session()
    try await terminal.expectLine("tokki>")
    let lines = [
      #"declare queue "evil\u{1B}[2J\u{1B}]0;x""#,
      #"publish "" "evil\u{1B}[2J\u{1B}]0;x" "\u{1B}[31mred\u{9b}2J""#,
      "list queues", "show", "explain", #"get "evil\u{1B}[2J\u{1B}]0;x""#, #"bogus "\u{1B}[2J""#,
      #"expect queue "a\u{1B}[2J""#,
    ]
    for line in lines {
      terminal.type(line + "\r")
      try await terminal.expectShown("tokki> " + line)
      try await terminal.expectLine("tokki>")
    }
    terminal.type("purge \t")
    try await terminal.expect("the name, completed") { $0.cursorLine.contains("evil") }
    #expect(terminal.screen.strange.isEmpty)
    #expect(terminal.screen.lines.contains { $0.contains(#"evil\e[2J"#) })
  }

  @Test(
    "without a capable terminal there is a prompt and nothing else to see",
    arguments: [
      ["TERM": "dumb"], ["TERM": ""],
    ])
  func dumb(environment: [String: String]) async throws {
    let terminal = try Program.session(environment: environment)
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue 작업\r")
    try await terminal.expect("the queue") { $0.lines.contains { $0.contains("작업 declared") } }
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.sequenceCount == 0)
  }

  @Test(
    "colours are left out when the user says so",
    arguments: [
      ([], ["NO_COLOR": "1"]), (["--no-color"], [:]),
    ] as [([String], [String: String])])
  func plain(arguments: [String], environment: [String: String]) async throws {
    let terminal = try Program.session(arguments, environment: environment)
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue q\r")
    try await terminal.expect("the queue") { $0.lines.contains { $0.contains("q declared") } }
    try await terminal.expectLine("tokki>")
    #expect(terminal.screen.colourCount == 0)
  }
}
