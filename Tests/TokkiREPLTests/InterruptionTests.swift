import Foundation
import Testing

/// Ctrl-C and Ctrl-D in the built program, wherever they are pressed: no state is lost.
@Suite("Interruptions", .serialized) struct InterruptionTests {
  private static let before = ["declare queue q", "publish \"\" q first"]

  private func begin(_ lines: [String], _ environment: [String: String] = [:]) async throws
    -> Terminal
  {
    let terminal = try Program.session(environment: environment)
    try await terminal.expectLine("tokki>")
    for line in lines {
      terminal.type(line + "\r")
      try await terminal.expectShown("tokki> " + line)
      try await terminal.expectLine("tokki>")
    }
    return terminal
  }

  /// Waits until the line is carried out and keys make signals again: not before has libedit left
  /// the terminal.
  private func start(_ line: String, on terminal: Terminal) async throws {
    terminal.type(line + "\r")
    try await terminal.expect("\(line) to run") { !$0.tellsPastes && $0.cursorLine.isEmpty }
  }

  private func expectInterrupted(
    _ terminal: Terminal, _ told: String = "! interrupted: "
  ) async throws {
    try await terminal.expect("how much was done") { screen in
      screen.cursorLine == "tokki>" && screen.lines.contains { $0.hasPrefix(told) }
    }
  }

  @Test(
    "Ctrl-C in the middle of a long command ends it soon, and what was done can be undone",
    arguments: [
      (
        "en", "publish \"\" q m --repeat 100000", "! interrupted: ",
        "✓ undone: publish \"\" q m --repeat 100000"
      ),
      (
        "ko", "publish \"\" q m --repeat 100000", "! 중단됨: 100000개 중 ",
        "✓ 실행 취소: publish \"\" q m --repeat 100000"
      ),
    ])
  func publishing(language: String, line: String, told: String, undone: String) async throws {
    let terminal = try await begin(["set language \(language)"] + Self.before)
    try await start(line, on: terminal)
    terminal.type(.controlC)
    try await expectInterrupted(terminal, told)
    #expect(terminal.screen.lines.contains("^C"))
    terminal.type("undo\r")
    try await terminal.expectShown(undone)
    try await terminal.expectLine("tokki>")
    terminal.type("get q\r")
    try await terminal.expectShown("you ← q \"first\" · tag 1")
  }

  @Test("time stops where Ctrl-C interrupts it")
  func advancing() async throws {
    let terminal = try await begin(
      [
        "declare queue q", "publish \"\" q m --repeat 20000",
        "consume q as w1 --work 1s --prefetch 1",
      ])
    try await start("advance 24h", on: terminal)
    terminal.type(.controlC)
    try await terminal.expect("how much time has passed") { screen in
      screen.cursorLine.hasPrefix("tokki")
        && screen.lines.contains { $0.hasPrefix("! interrupted: ") && $0.contains("to come: 2") }
    }
    terminal.type("undo\r")
    try await terminal.expectShown("✓ undone: advance 24h")
    try await terminal.expectLine("tokki>")
  }

  @Test("however often Ctrl-C is pressed, the session goes on with all that it holds")
  func often() async throws {
    let terminal = try await begin(Self.before)
    try await start("publish \"\" q m --repeat 100000", on: terminal)
    for _ in 1...5 { terminal.type(.controlC) }
    try await expectInterrupted(terminal)
    terminal.type("undo\r")
    try await terminal.expectShown("✓ undone: publish \"\" q m --repeat 100000")
    try await terminal.expectLine("tokki>")
    terminal.type("get q\r")
    try await terminal.expectShown("you ← q \"first\" · tag 1")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test("of several pasted lines Ctrl-C ends the one at hand, and drops those after it")
  func pasted() async throws {
    let terminal = try await begin(["declare queue q"])
    try await start("publish \"\" q m --repeat 100000\rdeclare queue behind", on: terminal)
    terminal.type(.controlC)
    try await expectInterrupted(terminal)
    terminal.type("declare queue last\r")
    try await terminal.expectShown("✓ queue last declared · classic, transient")
    #expect(!terminal.screen.lines.contains { $0.contains("behind") })
  }

  @Test("whoever cannot wait for a command ends the program")
  func quit() async throws {
    let terminal = try await begin(Self.before)
    try await start("publish \"\" q m --repeat 100000", on: terminal)
    terminal.type(.controlBackslash)
    #expect(try await terminal.exitStatus() == 128 + SIGQUIT)
    #expect(!terminal.screen.lines.contains { $0.contains("crashed") })
  }

  private static let dropped =
    "The command was not finished, and is dropped. Ctrl-D once more leaves."

  @Test(
    "Ctrl-D leaves an open quotation first, and the program then",
    arguments: [[:], ["TERM": "dumb"]])
  func openQuotation(environment: [String: String]) async throws {
    let terminal = try await begin(Self.before, environment)
    terminal.type("publish \"\" q \"half\r")
    try await terminal.expectLine("...>")
    terminal.type(.controlD)
    try await terminal.expectShown(Self.dropped)
    try await terminal.expectLine("tokki>")
    terminal.type("get q\r")
    try await terminal.expectShown("you ← q \"first\" · tag 1")
    try await terminal.expectLine("tokki>")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test("an open quotation is left in Korean, too")
  func openQuotationInKorean() async throws {
    let terminal = try await begin(["set language ko"])
    terminal.type("publish \"\" q \"half\r")
    try await terminal.expectLine("...>")
    terminal.type(.controlD)
    try await terminal.expectShown("끝나지 않은 명령을 버렸습니다. Ctrl-D를 한 번 더 누르면 나갑니다.")
    try await terminal.expectLine("tokki>")
  }

  // MARK: Terminals that cannot edit

  @Test("on a dumb terminal Ctrl-C drops the line, in an open quotation as well")
  func dumb() async throws {
    let terminal = try await begin(Self.before, ["TERM": "dumb"])
    for prompt in ["tokki>", "...>"] {
      if prompt == "...>" { terminal.type("publish \"\" q \"half\r") }
      try await terminal.expectLine(prompt)
      terminal.type("half a li")
      try await terminal.expectLine("\(prompt) half a li")
      terminal.type(.controlC)
      try await terminal.expectShown("\(prompt) half a li^C")
      try await terminal.expectLine("tokki>")
    }
    terminal.type("get q\r")
    try await terminal.expectShown("you ← q \"first\" · tag 1")
    try await terminal.expectLine("tokki>")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.sequenceCount == 0)
  }

  @Test("on a dumb terminal Ctrl-C ends a long command, and the session goes on")
  func dumbAndLong() async throws {
    let terminal = try await begin(Self.before, ["TERM": "dumb"])
    terminal.type("publish \"\" q m --repeat 100000\r")
    try await terminal.expectWork()
    terminal.type(.controlC)
    try await expectInterrupted(terminal)
    terminal.type("undo\r")
    try await terminal.expectShown("✓ undone: publish \"\" q m --repeat 100000")
    try await terminal.expectLine("tokki>")
    terminal.type("get q\r")
    try await terminal.expectShown("you ← q \"first\" · tag 1")
  }

  @Test("on a dumb terminal what a broker delivers stands there without a key")
  func dumbDelivery() async throws {
    let broker = try Program.serving()
    defer { broker.stop() }
    let terminal = try Program.session(
      ["--broker", broker.uri], columns: 100, environment: ["TERM": "dumb"])
    let prompt = "tokki [real: guest@127.0.0.1:\(broker.port)/]>"
    try await terminal.expectLine(prompt)
    for line in ["declare queue q", "consume q as w1"] {
      terminal.type(line + "\r")
      try await terminal.expectShown(prompt + " " + line)
      try await terminal.expectLine(prompt)
    }
    let published = try Program.run([
      "run", "--broker", broker.uri, "-c", "publish \"\" q elsewhere",
    ])
    #expect(published.status == 0, "\(published)")
    try await terminal.expect("the delivery") { screen in
      screen.lines.contains { $0.contains("w1 ← q \"elsewhere\"") }
    }
    try await terminal.expectLine(prompt)
  }
}
