import Foundation
import Testing

/// The built program without a terminal: scripts and exit statuses.
@Suite("On the command line") struct CommandLineTests {
  @Test(
    "exit statuses",
    arguments: [
      (["run", "-c", "declare queue q", "-c", "expect queue q ready 0"], 0),
      (["run", "-c", "expect queue nowhere exists"], 1),
      (["run", "-c", "get nowhere"], 1),
      (["run", "-c", "get nowhere", "-c", "expect error 404"], 0),
      (["run", "-c", "get nowhere", "-c", "expect error 403"], 1),
      (["run", "-c", "advance 1s", "-c", "exit", "-c", "bogus"], 0),
      (["run", "-c", "no such command"], 65),
      (["run", "-c", "publish \"\" q \"not closed"], 65),
      (["run", "/nowhere/script.tokki"], 65),
      (["run"], 64),
      (["run", "a", "-c", "b"], 64),
      (["compare"], 64),
      (["--profile", "5.0"], 64),
      (["--seed", "many"], 64),
      (["lesson", "99"], 64),
      (["lesson", "list"], 0),
      (["--help"], 0),
    ] as [([String], Int32)])
  func statuses(arguments: [String], status: Int32) throws {
    let run = try Program.run(arguments)
    #expect(run.status == status, "\(run)")
    #expect(!(run.results + run.complaints).contains("\u{1B}"))
    #expect(run.complaints.isEmpty == (status == 0))
  }

  @Test("lines from a pipe run as a script, without prompt and colour")
  func pipe() throws {
    let input = "declare queue 작업\n\n# nothing\nget nowhere\nlist queues"
    let run = try Program.run([], input: input)
    #expect(run.status == 1)
    #expect(run.results.hasPrefix("✓ queue 작업 declared"))
    #expect(run.complaints.hasPrefix("standard input:4: get nowhere\n"))
    #expect(!run.results.contains("tokki>"))
    #expect(try Program.run(["run", "-"], input: input) == run)
  }

  @Test("escape sequences in scripts and in their names stay harmless")
  func escapes() throws {
    for line in ["bogus \u{1B}[2J", "get \"q\u{1B}[2J\"", "expect queue \u{1B}[2J ready 1"] {
      let run = try Program.run(["run", "-"], input: line)
      #expect(run.status != 0)
      #expect(!(run.results + run.complaints).contains("\u{1B}"), "\(run)")
    }
    #expect(try !Program.run(["run", "\u{1B}[2J"]).complaints.contains("\u{1B}"))
  }

  @Test("files run one after the other on one broker, to the first line that fails")
  func files() throws {
    let folder = Program.makeState()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (first, second) = (folder + "/first.tokki", folder + "/second.tokki")
    try "declare queue q\r\npublish \"\" q \"one\n two\"\n".write(
      toFile: first, atomically: true, encoding: .utf8)
    try "expect queue q ready 1\nexpect queue q ready 2\n".write(
      toFile: second, atomically: true, encoding: .utf8)
    let run = try Program.run(["run", first, second])
    #expect(run.status == 1)
    #expect(run.complaints.hasPrefix("\(second):2: expect queue q ready 2\n"))
    try Data([0xFF, 0xFE]).write(to: URL(filePath: first))
    #expect(try Program.run(["run", first]).status == 65)
  }

  @Test("settings stand before or after the subcommand")
  func settings() throws {
    let line = ["-c", "declare queue", "-c", "status"]
    let before = try Program.run(["--seed", "7", "--profile", "3.10", "run"] + line)
    let after = try Program.run(["run", "--seed", "7", "--profile", "3.10"] + line)
    #expect(before.status == 0)
    #expect(before == after)
    #expect(before.results.contains("3.10"))
    #expect(try Program.run(["run", "--seed", "8", "--profile", "3.10"] + line) != after)
    let korean = try Program.run(["run", "--language", "ko"] + line)
    #expect(try Program.run(["run"] + line, environment: ["LC_ALL": "ko_KR.UTF-8"]) == korean)
    #expect(korean != after)
  }

  @Test("with --json each outcome is one line of JSON")
  func json() throws {
    let run = try Program.run(["run", "--json", "-c", "declare queue q", "-c", "get nowhere"])
    let lines = run.results.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
    #expect(run.complaints == "-c:2: get nowhere\n")
  }

  @Test("results that cannot be written are told, and end it with 74")
  func fullOutput() throws {
    for arguments in [["run", "-c", "declare queue q"], ["manual"], ["lesson", "check"]] {
      let run = try Program.run(arguments, after: "exec > /dev/full")
      #expect(run.status == 74, "\(arguments)")
      #expect(
        run.complaints == "tokki: standard output cannot be written (No space left on device)\n")
    }
  }

  @Test("nobody reading is no reason to complain")
  func brokenPipe() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let lines = Array(repeating: "help", count: 400).joined(separator: "\n")
    process.arguments = ["-c", "printf '\(lines)\n' | '\(Program.path)' run - | head -n 1"]
    let (stdout, stderr) = (Pipe(), Pipe())
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    let results = stdout.fileHandleForReading.readDataToEndOfFile()
    let complaints = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(!results.isEmpty)
    #expect(complaints.isEmpty)
  }

  @Test("the same script and seed print the same bytes in 100 runs")
  func determinism() throws {
    let script = """
      declare queue
      declare exchange logs fanout
      declare queue a --durable
      bind queue a logs
      consume a as w1 --work dots
      publish logs "" "one..." --repeat 3
      advance 2s
      kill w1
      list queues
      show
      """
    let first = try Program.run(["run", "--seed", "42", "-"], input: script)
    #expect(first.status == 0)
    for _ in 2...100 {
      #expect(try Program.run(["run", "--seed", "42", "-"], input: script) == first)
    }
  }
}

/// Checks of files: transcripts and lessons.
@Suite("Checks on the command line") struct CheckTests {
  private static let transcript = """
    <!-- tokki transcript: seed 1, profile 4.0 -->
    # A queue

    ```tokki
    tokki> declare queue 작업
    ✓ queue 작업 declared · classic, transient
    tokki> expect queue 작업 ready 0
    ✗ {{*}}
    ```

    """

  private func inFolder(_ use: (_ folder: String) throws -> Void) throws {
    let folder = Program.makeState()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try use(folder)
  }

  @Test("a transcript whose answers differ is shown, then rewritten, then passes")
  func verify() throws {
    try inFolder { folder in
      let file = folder + "/queue.md"
      try Self.transcript.write(toFile: file, atomically: true, encoding: .utf8)
      let differing = try Program.run(["verify", folder])
      #expect(differing.status == 1)
      #expect(differing.results.contains("-✗ {{*}}\n+✓ holds: queue 작업 ready 0\n"))
      #expect(differing.complaints.isEmpty)
      let data = try Program.run(["verify", file, "--json"])
      #expect(data.status == 1)
      #expect(data.results.contains(#""commands":2,"differing":[7]"#))
      #expect(try Program.run(["verify", folder, "--accept"]).status == 0)
      let passed = try Program.run(["verify", folder])
      #expect(passed == Program.Run(status: 0, results: "✓ \(file): 2 commands\n", complaints: ""))
    }
  }

  @Test(
    "files that cannot be used are named in the user's language",
    arguments: [
      (["run"], "파일을 읽을 수 없습니다", 65), (["play"], "파일을 읽을 수 없습니다", 65),
      (["verify"], "그런 파일이 없습니다", 65),
      (["compare", "--broker", "amqp://guest:guest@127.0.0.1:1"], "그런 파일이 없습니다", 65),
    ])
  func korean(arguments: [String], problem: String, status: Int32) throws {
    let run = try Program.run(arguments + ["/nowhere.md", "--language", "ko"])
    #expect(run.status == status)
    #expect(run.complaints == "/nowhere.md: \(problem)\n")
    let open = try Program.run(["run", "--language", "ko", "-c", "declare queue \"a"])
    #expect(open.complaints == "-c:1: declare queue \"a\n명령이 끝나지 않았습니다.\n")
  }

  @Test("what is no transcript is named", arguments: ["no header", "\u{1B}[2J", ""])
  func unreadable(text: String) throws {
    try inFolder { folder in
      let file = folder + "/x.md"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let run = try Program.run(["verify", file])
      #expect(run.status == 65)
      #expect(run.results.isEmpty)
      #expect(run.complaints.hasPrefix(file + ":1: "))
      #expect(!run.complaints.contains("\u{1B}"))
    }
    #expect(try Program.run(["verify", "/nowhere.md"]).status == 65)
  }

  @Test("the pages of this package say what the program answers")
  func pages() throws {
    let root = try #require(#filePath.components(separatedBy: "/Tests/").first)
    let run = try Program.run(["verify", root + "/README.md", root + "/transcripts"])
    #expect(run.status == 0, "\(run.results)\(run.complaints)")
  }

  @Test("lessons are checked: those in the program, those of a folder, and a broken one")
  func lessons() throws {
    let passed = try Program.run(["lesson", "check"])
    #expect(passed.status == 0)
    #expect(passed.results.hasPrefix("✓ 6 lessons"))
    let file = #filePath.components(separatedBy: "/Tests/")
    let folder = try #require(file.first) + "/lessons"
    #expect(try Program.run(["lesson", "check", folder]) == passed)
    #expect(try Program.run(["lesson", "check", "/nowhere"]).status == 65)
    try inFolder { copy in
      let (from, lesson) = (folder + "/01-hello-world/", copy + "/01-hello-world/")
      try FileManager.default.createDirectory(
        atPath: lesson, withIntermediateDirectories: false)
      for name in try FileManager.default.contentsOfDirectory(atPath: from) where name != "ko.md" {
        let text = try String(contentsOfFile: from + name, encoding: .utf8)
        try text.write(toFile: lesson + name, atomically: false, encoding: .utf8)
      }
      let warning = """
        \(copy)/01-hello-world/ko.md: warning: the lesson lacks this language. \
        Write the file, under the same keys as the other language.

        """
      let warned = try Program.run(["lesson", "check", copy])
      #expect(
        warned
          == .init(
            status: 0, results: "✓ 1 lesson, 6 steps, 1 warning\n", complaints: warning))
      let strict = try Program.run(["lesson", "check", copy, "--strict"])
      #expect(
        strict
          == .init(
            status: 1, results: "✗ 1 lesson, 6 steps, 1 warning\n", complaints: warning))
    }
  }
}
