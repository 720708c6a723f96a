import Foundation
import Testing

@testable import TokkiREPL

/// Sessions that become transcripts.
@Suite("Recording", .serialized) struct RecordTests {
  private let files: DemoText
  private let path: String

  init() throws {
    files = try DemoText()
    path = files.path("new.md")
  }

  private func verify(_ path: String) throws -> Program.Run { try Program.run(["verify", path]) }

  @Test("an interrupted command is recorded as one that does what was done")
  func interrupted() async throws {
    let terminal = try Program.session(["record", path])
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue q\r")
    try await terminal.expectShown("✓ queue q declared · classic, transient")
    try await terminal.expectLine("tokki>")
    terminal.type("publish \"\" q m --repeat 100000\r")
    try await terminal.expect("the command to run") { screen in
      !screen.tellsPastes && screen.cursorLine.isEmpty
    }
    terminal.type(.controlC)
    try await terminal.expect("how much was done") { screen in
      screen.cursorLine == "tokki>" && screen.lines.contains { $0.hasPrefix("! interrupted: ") }
    }
    terminal.type("list queues\r")
    try await terminal.expect("the queue") { $0.lines.contains { $0.hasPrefix("q     classic") } }
    try await terminal.expectLine("tokki>")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(try !files.read("new.md").contains("100000"))
    #expect(try verify(path).status == 0)
  }

  @Test("what is typed and answered at a terminal is a transcript, comments its narration")
  func terminal() async throws {
    let terminal = try Program.session(
      ["record", path, "--title", "새 데모", "--seed", "7"], columns: 200)
    try await terminal.expectShown("Recording to \(path); Ctrl-D ends it.")
    let lines = [
      "# First there is a queue.", "# It is empty.", "declare queue 작업",
      "## Messages", "# note: Ask them.", "publish \"\" 작업 \"a", "b {{x}}\"", "# pause: 2s",
      "# pause: long", "get 작업",
    ]
    for line in lines {
      try await terminal.expect("a prompt") { ["tokki>", "...>"].contains($0.cursorLine) }
      terminal.type(line + "\r")
      try await terminal.expect("the line") { screen in
        screen.lines.dropLast().contains { $0.hasSuffix("> " + line) }
      }
    }
    try await terminal.expectShown("That is no pause, and is not recorded. Try: # pause: 2s")
    try await terminal.expectLine("tokki>")
    terminal.type("half")
    terminal.type(.controlC)
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(
      try files.read("new.md") == """
        <!-- tokki transcript: seed 7, profile 4.0 -->

        # 새 데모

        First there is a queue.
        It is empty.

        ```tokki
        tokki> declare queue 작업
        ✓ queue 작업 declared · classic, transient
        ```

        ## Messages

        <!-- tokki note: Ask them. -->

        ```tokki
        tokki> publish "" 작업 "a
        ...> b {{{{x}}"
        "a\\nb {{{{x}}" → default exchange · key 작업 names a queue
          → 작업 (1 ready)
        ```

        <!-- tokki pause: 2s -->

        ```tokki
        tokki> get 작업
        you ← 작업 "a\\nb {{{{x}}" · tag 1
        ```

        """)
    #expect(try verify(path).results == "✓ \(path): 3 commands\n")
  }

  @Test("nothing is lost when the program is killed")
  func killed() async throws {
    let terminal = try Program.session(["record", path])
    try await terminal.expectLine("tokki>")
    terminal.type("declare queue q\r")
    try await terminal.expectShown("✓ queue q declared · classic, transient")
    terminal.type("publish \"\" q x\r")
    try await terminal.expectShown("  → q (1 ready)")
    terminal.kill()
    #expect(try verify(path).results == "✓ \(path): 2 commands\n")
  }

  @Test("a file that is there is kept, and gone on with by --append from its state")
  func append() throws {
    let old = try files.write(DemoText.two)
    let refused = try Program.run(["record", old], input: "declare queue x")
    #expect(refused.status == 64)
    #expect(
      refused.complaints
        == "\(old) is there already. Go on with it by --append, or name another file.\n")
    #expect(try files.read("demo.md") == DemoText.two)
    let input = "get q\nget q\n"
    #expect(try Program.run(["record", old, "--append"], input: input).status == 0)
    #expect(
      try files.read("demo.md") == DemoText.two + """

        ```tokki
        tokki> get q
        you ← q "two" · tag 2
        tokki> get q
        ! queue q has no ready message
        ```

        """)
    #expect(try verify(old).status == 0)
    let changed = try files.write(DemoText.two.replacing("(2 ready)", with: "(7 ready)"))
    let differing = try Program.run(["record", changed, "--append"], input: input)
    #expect(differing.status == 1)
    #expect(differing.complaints.contains("Try: tokki verify"))
    #expect(try Program.run(["record", "/nowhere/x.md"]).status == 65)
    #expect(try Program.run(["record", files.path("none.md"), "--append"]).status == 65)
  }

  @Test("passwords are not written, and the recording holds all the same")
  func passwords() throws {
    let input = """
      add user alice geheim
      set permissions alice .* .* .*
      open connection c1 --user alice --password geheim
      open connection c2 --user alice --password falsch
      open connection c3 --user guest --password guest
      """
    #expect(try Program.run(["record", path], input: input).status == 0)
    let text = try files.read("new.md")
    #expect(!text.contains("geheim") && !text.contains("falsch"))
    #expect(text.contains("tokki> add user alice ***\n"))
    #expect(text.contains("--password ***\n✓") && text.contains("--password ***2\n✗"))
    #expect(!text.contains("{{"))
    #expect(try verify(path).status == 0)
  }

  /// No file can grow beyond four blocks of 1024 bytes.
  private static let smallDisk = "trap '' XFSZ; ulimit -f 4"

  @Test("a disk that is full is told at once, and what the file lacks at the end")
  func fullDisk() throws {
    let lines = (1...60).map { "declare queue a-queue-with-a-long-name-\($0)" }
    let run = try Program.run(
      ["record", path], input: lines.joined(separator: "\n"), after: Self.smallDisk)
    #expect(run.status == 65)
    let warning = "new.md cannot be written (File too large). Each command tries it again.\n"
    #expect(run.results.components(separatedBy: warning).count == 2, "\(run)")
    let text = try files.read("new.md")
    let count = text.components(separatedBy: "tokki> ").count - 1
    #expect(text.utf8.count <= 4096 && count > 20)
    let verified = try verify(path)
    #expect(verified.status == 0, "\(verified)")
    let (head, rest) = try #require(
      run.complaints.firstIndex(of: "\n").map { end in
        (run.complaints[..<end], run.complaints[end...].dropFirst())
      })
    #expect(
      head.hasSuffix(
        "new.md lacks the last \(60 - count) commands (File too large). "
          + "This belongs at its end:"))
    let whole = try files.write(String(text.dropLast("```\n".count)) + rest, as: "whole.md")
    #expect(try verify(whole).results.contains("60 commands"))
  }

  @Test("a file that cannot be begun is not left behind")
  func noRoom() throws {
    let run = try Program.run(["record", path], after: "trap '' XFSZ; ulimit -f 0")
    #expect(run.status == 65)
    #expect(run.complaints == "\(path): the file cannot be written (File too large)\n")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("lessons and other brokers are no part of a recording")
  func refused() throws {
    let run = try Program.run(
      ["record", path], input: "lesson 1\nconnect amqp://h/\ndeclare queue q\nexit\n")
    #expect(run.results.contains("Lessons are not recorded. Try: tokki lesson\n"))
    #expect(run.results.contains("A recording stays on one broker."))
    #expect(try files.read("new.md").components(separatedBy: "tokki> ").count == 2)
  }

  @Test("whatever the simulator answers is recorded so that it verifies at once")
  func everything() throws {
    for (name, text) in try DemoText.ofRepository() {
      let lines = text.split(separator: "\n").compactMap { line in
        ["tokki> ", "...> "].first { line.hasPrefix($0) }.map { line.dropFirst($0.count) }
      }
      let recorded = files.path("recorded-" + name)
      let run = try Program.run(
        ["record", recorded], input: lines.joined(separator: "\n") + "\nhelp\nhelp publish\n")
      #expect(run.status == 0)
      let verified = try verify(recorded)
      #expect(verified.status == 0, "\(verified)")
      let wildcards = try String(contentsOfFile: recorded, encoding: .utf8)
        .replacing("{{{{", with: "")
      #expect(!wildcards.contains("{{"), "\(name)")
    }
  }
}
