import Foundation
import Testing

@testable import TokkiREPL

/// Demos at a terminal, key by key.
@Suite("A demo at a terminal", .serialized) struct PlayTests {
  private let files: DemoText
  private let path: String

  init() throws {
    files = try DemoText()
    path = try files.write(DemoText.two)
  }

  private func step(_ arguments: [String] = []) throws -> Terminal {
    try Program.session(["play", path, "--step"] + arguments)
  }

  private static let keys = "Enter next · b back · n p chapter · ! live · t type · q quit · ? hide"

  @Test("each key is a step: the command is seen before it is run")
  func steps() async throws {
    let terminal = try step()
    try await terminal.expectShown("Hello there, `you`.")
    try await terminal.expectLine(#"tokki> publish "" q one"#)
    try await terminal.expectShown(Self.keys)
    #expect(!terminal.screen.lines.contains("  → q (1 ready)"))
    terminal.type(.enter)
    try await terminal.expectLine(#"tokki> publish "" q two"#)
    #expect(terminal.screen.lines.contains("  → q (1 ready)"))
    terminal.type(" ")
    try await terminal.expectShown("── Two ──")
    #expect(!terminal.screen.lines.contains("The second part."))
    terminal.type(.enter)
    try await terminal.expectLine("tokki> advance 2s")
    terminal.type(.enter)
    try await terminal.expectLine("tokki 2s> get q")
    terminal.type(.enter)
    try await terminal.expectShown("The end: Enter or q quit · b back · p chapter · ! live")
    terminal.type(.enter)
    #expect(try await terminal.exitStatus() == 0)
    #expect(!terminal.screen.lines.contains { $0.contains("· q quit") })
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test("b steps back, n and p jump by chapters, ? hides the help, arrows do as Enter and b")
  func jumps() async throws {
    let terminal = try step()
    try await terminal.expectLine(#"tokki> publish "" q one"#)
    terminal.type(.enter)
    try await terminal.expectLine(#"tokki> publish "" q two"#)
    terminal.type("b")
    try await terminal.expectLine(#"tokki> publish "" q one"#)
    #expect(!terminal.screen.lines.contains("  → q (1 ready)"))
    terminal.type("\u{1B}[C")
    try await terminal.expectLine(#"tokki> publish "" q two"#)
    terminal.type(.left)
    try await terminal.expectLine(#"tokki> publish "" q one"#)
    terminal.type("n")
    try await terminal.expectShown("── Two ──")
    terminal.type("?")
    try await terminal.expect("no help") { !$0.lines.contains(Self.keys) }
    terminal.type("n\r")
    try await terminal.expectLine("tokki> advance 2s")
    terminal.type("pp")
    try await terminal.expectLine(#"tokki> publish "" q one"#)
    #expect(!terminal.screen.lines.contains(Self.keys))
    terminal.type("q")
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test("! gives the prompt with the demo's state; the demo goes on as if nothing had been done")
  func live() async throws {
    let terminal = try step()
    try await terminal.expectLine(#"tokki> publish "" q one"#)
    terminal.type("\r!")
    try await terminal.expectLine("tokki live>")
    terminal.type("expect queue q ready 1\r")
    try await terminal.expectShown("✓ holds: queue q ready 1")
    terminal.type("delete queue q\r")
    try await terminal.expect("that it is gone") { $0.lines.joined().contains("q deleted") }
    try await terminal.expectLine("tokki live>")
    terminal.type("res\t")
    try await terminal.expectShown("reset    restart  resume")
    terminal.type("ume\r")
    try await terminal.expectLine(#"tokki> publish "" q two"#)
    terminal.type("!")
    try await terminal.expectLine("tokki live>")
    terminal.type(.controlD)
    try await terminal.expectLine(#"tokki> publish "" q two"#)
    terminal.type(.enter)
    try await terminal.expectShown("  → q (2 ready)")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test("typed play needs no key, holds at Space, steps back, and types all of it")
  func typed() async throws {
    let whole = try Program.session(["play", path, "--speed", "1000"])
    #expect(try await whole.exitStatus() == 0)
    let text = whole.screen.lines
    for line in [
      "Hello there, `you`.", "── One ──", #"tokki> publish "" q two"#, "  → q (2 ready)",
      "The second part.", "tokki 2s> get q", #"you ← q "one" · tag 1 · 1 more ready"#,
    ] { #expect(text.contains(line), "\(line)") }
    #expect(whole.screen.strange.isEmpty)

    let held = try Program.session(["play", path, "--speed", "0.05"])
    held.type(" ")
    try await held.expect("the keys") { $0.lines.contains { $0.hasPrefix("Space play · ") } }
    held.type("\r\r")
    try await held.expectShown("  → q (1 ready)")
    held.type("b")
    try await held.expect("the step back") { !$0.lines.contains("  → q (1 ready)") }
    held.type("n")
    try await held.expect("the next chapter's title") { $0.lines.contains("── Two ──") }
    held.type("p")
    try await held.expect("the first chapter's title") { $0.lines.contains("── One ──") }
    held.type("p")
    try await held.expect("the beginning") { $0.lines.contains("Hello there, `you`.") }
    held.type("q")
    #expect(try await held.exitStatus() == 0)
  }

  @Test("a pause without a time waits for a key")
  func pause() async throws {
    let waiting = try files.write(
      DemoText.two.replacing("<!-- tokki note: Say two. -->", with: "<!-- tokki pause -->"))
    let terminal = try Program.session(["play", waiting, "--speed", "1000"])
    try await terminal.expect("the keys") { $0.lines.contains { $0.hasPrefix("Space play · ") } }
    #expect(terminal.screen.lines.contains("The second part."))
    #expect(!terminal.screen.lines.contains("tokki> advance 2s"))
    terminal.type(" ")
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.lines.contains("tokki> advance 2s"))
  }

  @Test(
    "Ctrl-C leaves at once, with the terminal as it was",
    arguments: [["--step"], ["--typed", "--speed", "0.05"]])
  func interrupt(mode: [String]) async throws {
    let script = "stty > before; \"$0\" play \"$@\"; echo status $?; stty > after; cmp before after"
    let state = Program.makeState()
    let terminal = try Terminal(
      running: "/bin/sh",
      ["-c", "cd '\(files.folder)' && " + script, Program.path, path] + mode,
      environment: Program.environment(state: state))
    try await terminal.expect("the demo") { screen in
      mode == ["--step"]
        ? screen.cursorLine == #"tokki> publish "" q one"# : screen.sequenceCount == 0
    }
    if mode != ["--step"] {
      terminal.type(" ")
      try await terminal.expect("the keys") { $0.lines.contains { $0.hasPrefix("Space play") } }
    }
    terminal.type(.controlC)
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.lines.contains("status 130"))
  }

  @Test("another width is another layout, wherever the demo stands")
  func resize() async throws {
    let long = DemoText.two.replacing(
      "The second part.", with: "The second part is told in a sentence that needs two lines.")
    let terminal = try Program.session(["play", try files.write(long), "--step", "--from", "two"])
    try await terminal.expectLine("tokki> advance 2s")
    terminal.resize(columns: 40)
    try await terminal.expectShown("The second part is told in a sentence")
    try await terminal.expectLine("tokki> advance 2s")
    terminal.resize(columns: 80)
    try await terminal.expectShown("The second part is told in a sentence that needs two lines.")
    terminal.type("q")
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.strange.isEmpty)
  }

  @Test("a different answer is told once, at the end, by status 1")
  func differs() async throws {
    let changed = try files.write(DemoText.two.replacing("(2 ready)", with: "(7 ready)"))
    let terminal = try Program.session(["play", changed, "--speed", "1000"], columns: 200)
    #expect(try await terminal.exitStatus() == 1)
    #expect(terminal.screen.lines.contains("  → q (2 ready)"))
    let complaint =
      "\(changed): 1 of 4 answers were not those of the transcript (at line 17). "
      + "Try: tokki verify \(changed)"
    #expect(terminal.screen.lines.last { !$0.isEmpty } == complaint)
    let run = try Program.run(["play", changed])
    #expect(run.status == 1)
    #expect(run.complaints == complaint + "\n")
  }

  @Test("speaker notes follow on a second terminal, which may begin first")
  func notes() async throws {
    let place = files.path("place")
    let follower = try Program.session(["play", "--notes", place])
    try await follower.expect("patience") { $0.lines.joined().contains("Waiting for a demo") }
    let terminal = try step(["--notes-to", place])
    try await terminal.expectLine(#"tokki> publish "" q one"#)
    try await follower.expectShown("  Say one.")
    try await follower.expectShown(#"  tokki> publish "" q one"#)
    terminal.type("n\r")
    try await follower.expectShown("  Say two.")
    try await follower.expect("the chapter") {
      $0.lines.contains { $0.hasPrefix("chapter 2 of 2: Two · step 4 of 6 · waits for a key") }
    }
    terminal.type("!")
    try await follower.expect("live input") { $0.lines.joined().contains("live input") }
    try await terminal.expectLine("tokki live>")
    terminal.type("resume\r")
    try await terminal.expectLine("tokki> advance 2s")
    terminal.type("q")
    #expect(try await terminal.exitStatus() == 0)
    try await follower.expect("the end") { $0.lines.contains { $0.hasSuffix("· over") } }
    let again = try step(["--notes-to", place])
    try await follower.expectShown("  Say one.")
    again.type("q")
    follower.type("q")
    #expect(try await follower.exitStatus() == 0)
    #expect(follower.screen.strange.isEmpty)
    #expect(try Program.run(["play", path, "--notes-to", path]).status == 64)
  }

  @Test("nothing in a transcript reaches a terminal as an escape sequence")
  func escapes() async throws {
    let evil = "\u{1B}[2J\u{7}\u{9B}5n"
    let text = """
      <!-- tokki transcript: seed 1 -->

      # Title \(evil)

      Prose \(evil) `code \(evil)`

      ## Chapter \(evil)

      <!-- tokki note: Note \(evil) -->

      ```tokki
      tokki> declare queue "q\(evil)"
      {{...}}
      tokki> publish "" "q\(evil)" "body \(evil)"
      {{...}}
      ```
      """
    let evilPath = try files.write(text, as: "evil.md")
    let place = files.path("place")
    let follower = try Program.session(["play", "--notes", place], columns: 200)
    let terminal = try Program.session(
      ["play", evilPath, "--step", "--notes-to", place], columns: 200)
    try await terminal.expect("the prose") {
      $0.lines.contains { $0.hasPrefix(#"Prose \e[2J\u{7}\u{9B}5n"#) }
    }
    terminal.type("\r\r\r")
    try await terminal.expect("the body") {
      $0.lines.contains { $0.hasPrefix(#""body \e[2J"#) }
    }
    try await follower.expect("the note") {
      $0.lines.contains { $0.hasPrefix(#"  Note \e[2J\u{7}\u{9B}5n"#) }
    }
    terminal.type("q")
    _ = try await terminal.exitStatus()
    let typed = try Program.session(["play", evilPath, "--speed", "1000"], columns: 200)
    _ = try await typed.exitStatus()
    for screen in [terminal.screen, follower.screen, typed.screen] {
      #expect(screen.strange.isEmpty)
    }
    for arguments in [
      ["play", evilPath], ["play", evilPath, "--chapters"], ["play", evilPath, "--json"],
      ["export", evilPath, "-o", "-", "--format", "html"], ["verify", evilPath],
      ["export", evilPath, "-o", "-", "--format", "asciicast"],
    ] {
      let run = try Program.run(arguments)
      let told = run.results + run.complaints
      #expect(!told.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{9B}"].contains($0) })
      #expect(arguments.last == "--json" || !told.contains("\\u001b[2J"))
    }
  }
}
