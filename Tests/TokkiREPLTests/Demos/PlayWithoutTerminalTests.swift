import Foundation
import Testing

/// Demos where nobody can press a key.
@Suite("A demo without a terminal") struct PlayWithoutTerminalTests {
  private let files: DemoText
  private let path: String

  init() throws {
    files = try DemoText()
    path = try files.write(DemoText.two)
  }

  @Test("all is written at once, however it was asked for")
  func instant() throws {
    let text = """
      Two chapters

      Hello there, `you`.

      ── One ──

      tokki> publish "" q one
      "one" → default exchange · key q names a queue
        → q (1 ready)
      tokki> publish "" q two
      "two" → default exchange · key q names a queue
        → q (2 ready)

      ── Two ──

      The second part.

      tokki> advance 2s
      ✓ 2s passed: it is 2s now
        nothing fell due
      tokki 2s> get q
      you ← q "one" · tag 1 · 1 more ready

      """
    for mode in [[], ["--typed"], ["--step"], ["--instant"]] {
      let run = try Program.run(["play", path] + mode)
      #expect(run == Program.Run(status: 0, results: text, complaints: ""))
    }
    let second = try Program.run(["play", path, "--from", "Two"])
    #expect(second.results == text.drop(before: "── Two ──"))
    #expect(try Program.run(["play", path, "--from", "2"]) == second)
  }

  @Test("a terminal that hands on whole lines steps with Enter")
  func steps() async throws {
    let terminal = try Program.session(
      ["play", path, "--step"], environment: ["TERM": "dumb"])
    try await terminal.expectLine("tokki> publish \"\" q one")
    #expect(terminal.screen.lines.first == "Enter goes on, q and Enter leaves.")
    #expect(terminal.screen.lines.contains("Hello there, `you`."))
    terminal.type(.enter)
    try await terminal.expectLine("tokki> publish \"\" q two")
    #expect(terminal.screen.lines.contains("  → q (1 ready)"))
    #expect(!terminal.screen.lines.contains("  → q (2 ready)"))
    terminal.type(.enter)
    try await terminal.expectShown("── Two ──")
    #expect(!terminal.screen.lines.contains("The second part."))
    terminal.type(.enter)
    try await terminal.expectLine("tokki> advance 2s")
    terminal.type("q\r")
    #expect(try await terminal.exitStatus() == 0)
    #expect(!terminal.screen.lines.contains { $0.contains("2s passed") })
    #expect(terminal.screen.sequenceCount == 0)
    let interrupted = try Program.session(
      ["play", path, "--step", "--language", "ko"], environment: ["TERM": "dumb"])
    try await interrupted.expectLine("tokki> publish \"\" q one")
    #expect(interrupted.screen.lines.first == "Enter를 누르면 다음으로, q와 Enter를 누르면 나갑니다.")
    interrupted.type(.controlC)
    #expect(try await interrupted.exitStatus() == 130)
  }

  @Test("such a terminal cannot type by itself, and that is said")
  func typed() async throws {
    let terminal = try Program.session(
      ["play", path, "--typed"], columns: 120, environment: ["TERM": "dumb"])
    #expect(try await terminal.exitStatus() == 0)
    #expect(
      terminal.screen.lines.first
        == "This terminal hands on no single keys, so all is written at once; "
        + "--step waits for Enter."
    )
    #expect(terminal.screen.lines.contains("you ← q \"one\" · tag 1 · 1 more ready"))
  }

  @Test("answers are in the language that is asked for, and compared all the same")
  func language() throws {
    let run = try Program.run(["play", path, "--language", "ko"])
    #expect(run.status == 0)
    #expect(run.results.contains("✓ 2s 경과, 현재 2s"), "\(run.results)")
  }

  @Test("chapters are listed, as text and as JSON")
  func chapters() throws {
    #expect(try Program.run(["play", path, "--chapters"]).results == "1  One\n2  Two\n")
    #expect(
      try Program.run(["play", path, "--chapters", "--json"]).results == """
        {"tokki":1,"chapter":"One","number":1,"line":9}
        {"tokki":1,"chapter":"Two","number":2,"line":22}

        """)
  }

  @Test("JSON is one line for each command, hidden ones left out")
  func json() throws {
    let run = try Program.run(["play", path, "--json"])
    let lines = run.results.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"tokki\":1,\"line\":") })
  }

  @Test(
    "what cannot be played is refused in words",
    arguments: [
      (["play"], 64), (["play", "/nowhere.md"], 65), (["play", "FILE", "--from", "9"], 64),
      (["play", "FILE", "--speed", "0"], 64), (["play", "FILE", "--typed", "--step"], 64),
      (["play", "FILE", "--broker", "amqp://h/"], 64), (["play", "FILE", "--notes", "x"], 64),
      (["play", "FILE", "--notes-to", "/nowhere/at/all"], 64),
      (["export", "FILE", "-o", "FILE.txt"], 64), (["export", "FILE"], 64),
      (["export", "/nowhere.md", "-o", "-", "--format", "html"], 65),
    ] as [([String], Int32)])
  func refused(arguments: [String], status: Int32) throws {
    let run = try Program.run(arguments.map { $0.replacing("FILE", with: path) })
    #expect(run.status == status, "\(run)")
    #expect(run.results.isEmpty && !run.complaints.isEmpty)
  }

  @Test("a hidden line that fails, and a name without a value, are told before anything is shown")
  func broken() throws {
    for (line, words) in [
      ("<!-- tokki hidden: ack as w9 -->", "the hidden line \"ack as w9\" failed"),
      ("```tokki\ntokki> get {{x}}\n```", "\"x\" has no value yet"),
    ] {
      let run = try Program.run(["play", try files.write(DemoText.two + line + "\n")])
      #expect(run.status == 65 && run.results.isEmpty)
      #expect(run.complaints.contains(words))
    }
  }

  @Test("notes are followed in plain text and as JSON")
  func notes() async throws {
    let place = files.path("place")
    #expect(try Program.run(["play", path, "--notes-to", place]).status == 0)
    for (arguments, line) in [
      ([], "step 6 of 6 · over"), (["--json"], "{\"tokki\":1,\"place\":\"over\""),
    ] as [([String], String)] {
      let terminal = try Terminal(
        running: "/bin/sh",
        ["-c", "\"$0\" \"$@\" | cat", Program.path, "play", "--notes", place]
          + arguments, environment: Program.environment(state: files.folder), columns: 300)
      try await terminal.expect(line) { screen in
        screen.lines.contains { $0.contains(line) }
      }
      terminal.type(.controlC)
      _ = try await terminal.exitStatus()
    }
  }
}

extension String {
  /// The text from there on.
  fileprivate func drop(before text: String) -> String {
    firstRange(of: text).map { String(self[$0.lowerBound...]) } ?? ""
  }
}
