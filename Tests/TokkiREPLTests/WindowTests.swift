import Foundation
import Testing

/// What a window does to the built program, and what a broker does while somebody types in it.
@Suite("In a window", .serialized) struct WindowTests {
  @Test("a closed window ends the program as its signal says, and the history is kept")
  func closed() async throws {
    let state = Program.makeState()
    let terminal = try Program.session(state: state)
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue kept\r")
    try await terminal.expectShown("tokki> declare queue kept")
    try await terminal.expectLine("tokki>")
    terminal.type("half a li")
    try await terminal.expectLine("tokki> half a li")
    terminal.hangUp()
    #expect(try await terminal.exitStatus() == 128 + SIGHUP)
    let history = try String(contentsOfFile: state + "/tokki/history", encoding: .utf8)
    #expect(history == "declare queue kept\n")
  }

  @Test("a line longer than the window is edited as a whole, and nothing of it is lost")
  func long() async throws {
    let terminal = try Program.session(columns: 40)
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue q\r")
    try await terminal.expectShown("tokki> declare queue q")
    try await terminal.expectLine("tokki>")
    let body = String(repeating: "가나다 ", count: 200)
    terminal.type("ublish \"\" q \"\(body)끝\"")
    try await terminal.expect("the end of the line") { $0.cursorLine.hasSuffix("끝\"") }
    terminal.type(.home)
    terminal.type("p")
    terminal.type(.enter)
    try await terminal.expectLine("tokki>")
    terminal.type("expect message q body \"\(body)끝\"\r")
    try await terminal.expect("the expectation to hold") { screen in
      screen.cursorLine == "tokki>" && screen.lines.contains { $0.hasPrefix("✓") }
    }
    #expect(!terminal.screen.lines.contains { $0.hasPrefix("✗") })
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test("a window that changes while much is printed leaves the prompt where it belongs")
  func resizedWhilePrinting() async throws {
    let terminal = try Program.session(columns: 100)
    try await terminal.expectLine("tokki>")
    terminal.type((1...40).map { "declare queue 큐-\($0)\r" }.joined())
    try await terminal.expectShown("tokki> declare queue 큐-40")
    terminal.type("list queues\rlist queues\rshow\r")
    for columns in [60, 30, 90, 50] { terminal.resize(columns: columns) }
    terminal.type("declare queue last\r")
    try await terminal.expectShown("✓ queue last declared · classic, transient")
    try await terminal.expectLine("tokki>")
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test("a delivery from a broker stands above the line that is being typed")
  func delivery() async throws {
    let broker = try Program.serving()
    defer { broker.stop() }
    let terminal = try Program.session(["--broker", broker.uri], columns: 100)
    let prompt = "tokki [real: guest@127.0.0.1:\(broker.port)/]>"
    try await terminal.expectLine(prompt)
    terminal.type("declare queue q\rconsume q as w1\rpublish \"\" q 안")
    try await terminal.expectLine(prompt + " publish \"\" q 안")
    let published = try Program.run([
      "run", "--broker", broker.uri, "-c", "publish \"\" q \"from elsewhere\\u{1B}[2J\"",
    ])
    #expect(published.status == 0, "\(published)")
    try await terminal.expect("the delivery") { screen in
      screen.lines.contains { $0.contains(#"w1 ← q "from elsewhere\e[2J""#) }
    }
    try await terminal.expectLine(prompt + " publish \"\" q 안")
    terminal.type("녕\r")
    try await terminal.expect("the line's own delivery") { screen in
      screen.lines.contains { $0.contains("w1 ← q \"안녕\"") }
    }
    #expect(terminal.screen.strange.isEmpty)
  }
}
