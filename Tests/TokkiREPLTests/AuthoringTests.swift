import Foundation
import Testing

@testable import TokkiREPL

/// A trainer's way with the built program, as it is walked at a terminal.
@Suite("A trainer", .serialized) struct AuthoringTests {
  private func inFolder(_ use: (_ folder: String) async throws -> Void) async throws {
    let folder = Program.makeState()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await use(folder)
  }

  private func replace(_ text: String, by other: String, in file: String) throws {
    let whole = try String(contentsOfFile: file, encoding: .utf8)
    #expect(whole.contains(text))
    try whole.replacing(text, with: other).write(toFile: file, atomically: true, encoding: .utf8)
  }

  @Test("begins a lesson, breaks it, is told where, mends it, and plays it as a student")
  func journey() async throws {
    try await inFolder { folder in
      let lesson = folder + "/coffee-shop"
      let new = try Program.run(["lesson", "new", lesson])
      let written = """
        ✓ \(lesson): lesson.tokki, en.md, ko.md, clients.md
          tokki lesson check \(lesson)    proves it
          tokki lesson preview \(lesson)  shows it as a student sees it
          tokki lesson \(lesson)          plays it

        """
      #expect(new == .init(status: 0, results: written, complaints: ""))
      let again = try Program.run(["lesson", "new", lesson])
      #expect(again.status == 64)
      #expect(
        again.complaints == """
          \(lesson): there is something here already, and nothing was written. \
          Name a folder that is not there yet, or an empty one.

          """)
      let whole = Program.Run(status: 0, results: "✓ 1 lesson, 2 steps\n", complaints: "")
      #expect(try Program.run(["lesson", "check", "--strict", lesson]) == whole)

      let steps = lesson + "/lesson.tokki"
      try replace("durable: expect queue", by: "durable: expect quue", in: steps)
      let problem = """
        \(steps):15: the shell does not understand "expect quue orders durable". \
        Nothing can be expected of `quue`. Did you mean `queue`?

        """
      let broken = try Program.run(["lesson", "check", lesson])
      #expect(
        broken
          == .init(status: 1, results: "✗ 1 lesson, 2 steps, 1 error\n", complaints: problem))
      let refused = try Program.session(["lesson", lesson], state: folder, columns: 400)
      #expect(try await refused.exitStatus() == 65)
      let shown = refused.screen.lines
      #expect(shown.contains("  " + problem.dropLast()), "\(shown)")

      try replace("durable: expect quue", by: "durable: expect queue", in: steps)
      #expect(try Program.run(["lesson", "check", "--strict", lesson]) == whole)
      try await play(lesson, state: folder)
    }
  }

  private func play(_ lesson: String, state: String) async throws {
    let terminal = try Program.session(["lesson", lesson], state: state)
    try await terminal.expectLine("tokki coffee-shop:1/2>")
    terminal.type("declare queue orders\r")
    try await terminal.expectShown(
      "! That queue would not survive a restart, and its properties cannot be changed.")
    try await terminal.expectLine("tokki coffee-shop:1/2>")
    terminal.type("undo\r")
    try await terminal.expectLine("tokki coffee-shop:1/2>")
    terminal.type("declare queue orders --durable\r")
    try await terminal.expectShown("✓ Step passed.")
    try await terminal.expectLine("tokki coffee-shop:1/2 ✓>")
    terminal.type("lesson 1\r")
    try await terminal.expectLine("tokki 1:1/6>")
    // The path is completed, too.
    terminal.type("lesson \(lesson.dropLast(4))\t\r")
    try await terminal.expectLine("tokki coffee-shop:2/2>")
    terminal.type(.controlD)
    #expect(try await terminal.exitStatus() == 0)
    #expect(terminal.screen.strange.isEmpty)
    let progress = try String(contentsOfFile: state + "/tokki/lessons", encoding: .utf8)
    let lines = progress.split(separator: "\n").dropFirst()
    let key = URL(filePath: lesson).resolvingSymlinksInPath().path
    #expect(lines == ["at \(key) work", "\(key) queue passed"])
  }

  @Test("looks at a step without any progress being made")
  func preview() async throws {
    try await inFolder { folder in
      let state = ["XDG_STATE_HOME": folder]
      let both = try Program.run(["lesson", "preview", "2.ack"], environment: state)
      #expect(both.status == 0)
      #expect(both.results.hasPrefix("─── English ───\n\nLesson: Work Queues\n"))
      #expect(both.results.contains("\n\n\n─── 한국어 ───\n\n레슨: 작업 큐\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
      let unknown = try Program.run(["lesson", "preview", "2.nix"])
      #expect(unknown.status == 64)
      #expect(
        unknown.complaints.hasPrefix(
          "There is no step 2.nix. There are: 01-hello-world.{queue,again,"))
    }
  }

  @Test("makes a lesson of a transcript, which passes the check and can be played")
  func transcript() async throws {
    try await inFolder { folder in
      let root = try #require(#filePath.components(separatedBy: "/Tests/").first)
      let lesson = folder + "/hello"
      let page = root + "/transcripts/01-hello-world.md"
      let made = try Program.run(["lesson", "from-transcript", page, lesson])
      #expect(made.status == 0 && made.complaints.isEmpty)
      #expect(made.results.hasPrefix("✓ \(lesson): lesson.tokki, en.md\n"))
      let check = try Program.run(["lesson", "check", lesson])
      #expect(check.status == 0)
      #expect(
        check.complaints.hasPrefix(
          "\(lesson)/ko.md: warning: the lesson lacks this language."), "\(check)")
      let played = try Program.run(
        ["lesson", lesson, "--language", "ko"], input: "solution --yes\n")
      #expect(played.status == 0)
      #expect(played.results.contains("(이 레슨은 아직 번역되지 않아 영어로 보여 드립니다.)"))
      #expect(played.results.contains("✓ 이 단계를 마쳤습니다."))
      let back = root + "/transcripts/going-back.md"
      #expect(try Program.run(["lesson", "from-transcript", back, folder + "/x"]).status == 65)
      let nothing = try Program.run(["lesson", "from-transcript", "/nowhere.md", folder + "/x"])
      #expect(nothing.status == 65)
      #expect(!FileManager.default.fileExists(atPath: folder + "/x"))
    }
  }

  @Test("finds that the terminal gets nothing but escaped text of a lesson and its folder")
  func escapes() async throws {
    try await inFolder { folder in
      let evil = "\u{1B}]0;x\u{7}\u{1B}[2J"
      let lesson = folder + "/a\(evil)b"
      #expect(try Program.run(["lesson", "new", lesson, "--title", evil]).status == 0)
      for file in ["en.md", "ko.md", "clients.md"] {
        try replace("orders", by: "or\(evil)ders", in: "\(lesson)/\(file)")
      }
      let terminal = try Program.session(["lesson", lesson], state: folder, columns: 200)
      try await terminal.expectLine("tokki a\\e]0;x\\u{7}\\e[2Jb:1/2>")
      for line in ["hint", "goal", "solution --yes", "lesson list", "lesson ./x\(evil)"] {
        terminal.type(line.replacing(evil, with: "") + "\r")
        try await terminal.expect("a prompt") { $0.cursorLine.hasSuffix(">") }
      }
      terminal.type(.controlD)
      #expect(try await terminal.exitStatus() == 0)
      #expect(terminal.screen.strange.isEmpty, "\(terminal.screen.strange)")
      for arguments in [["check", lesson], ["preview", lesson], ["list", lesson]] {
        let run = try Program.run(["lesson"] + arguments)
        #expect(!(run.results + run.complaints).contains("\u{1B}"), "\(arguments)")
      }
    }
  }

  @Test(
    "reads the same in Korean",
    arguments: [
      (["lesson", "check"], "✓ 레슨 6개, 단계 37개\n", ""),
      (
        ["lesson", "check", "/nowhere"], "",
        "/nowhere: 폴더를 읽을 수 없습니다. 레슨 하나의 폴더나, 레슨마다 폴더가 하나씩 든 폴더를 지정하세요.\n"
      ),
      (
        ["lesson", "new", "/"], "",
        "/: 이미 무언가 있어서 아무것도 쓰지 않았습니다. 아직 없는 폴더나 빈 폴더를 지정하세요.\n"
      ),
    ])
  func korean(_ arguments: [String], _ results: String, _ complaints: String) throws {
    let run = try Program.run(arguments + ["--language", "ko"])
    #expect(run.results == results)
    #expect(run.complaints == complaints)
  }
}
