import Dispatch
import FoundationEssentials
import Testing

@testable import TokkiREPL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says each line again. `wait` waits until it is cancelled.
private struct Echo: LineEvaluator {
  var prompt: Prompt { Prompt([.init("메아리", .program), .init(">")]) }

  func evaluate(_ line: String) async -> Evaluation {
    switch line {
    case "leave": return Evaluation(text: "bye", status: 3, leaves: true)
    case "fail": return Evaluation(text: "no\n", status: 1)
    case "wait":
      let (stream, continuation) = AsyncStream<Void>.makeStream()
      for await _ in stream {}
      continuation.finish()
      return Evaluation(text: "given up\n", status: 1)
    default: return Evaluation(text: line + "\n")
    }
  }

  func completions(of line: String, cursor: Int) async -> Completions {
    let start = line.lastIndex(of: " ").map {
      line.utf8.distance(from: line.startIndex, to: $0) + 1
    }
    let word = line.utf8.prefix(cursor).dropFirst(start ?? 0)
    return Completions(
      start: start ?? 0,
      candidates: ["declare", "delete", "큐-하나", "큐-둘"].filter {
        $0.hasPrefix(String(decoding: word, as: UTF8.self))
      })
  }
}

/// The loop on a terminal in this process.
@Suite("The loop", .serialized) struct LoopTests {
  let announcements = Announcements()

  private func run(
    columns: Int = 80, history: HistoryFile? = nil, _ use: (Terminal) async throws -> Void
  ) async throws -> Int32 {
    setenv("TERM", "xterm-256color", 1)
    let terminal = try Terminal(columns: columns)
    let side = terminal.programSide
    async let status = loop(on: side, history: history)
    do {
      try await use(terminal)
    } catch {
      announcements.wakes.post(.terminated(signal: SIGTERM))
      throw error
    }
    return await status
  }

  private func loop(on side: Int32, history: HistoryFile?) async -> Int32 {
    let announcements = announcements
    return await withCheckedContinuation { continuation in
      DispatchQueue(label: "loop").async {
        let echo = Echo()
        guard
          let reader = EditlineReader(
            input: side, output: side, announcements: announcements, history: history, colour: true,
            complete: { line, cursor in
              wait { await echo.completions(of: line, cursor: cursor) } ?? .none
            })
        else { return continuation.resume(returning: -1) }
        let loop = REPL(
          evaluator: echo, announcements: announcements, reader: reader, isInteractive: true,
          output: TextOutput(descriptor: side))
        continuation.resume(returning: loop.run())
      }
    }
  }

  @Test("what is announced stands above the prompt, and the line being typed stays")
  func announcement() async throws {
    let status = try await run(columns: 20) { terminal in
      try await terminal.expectLine("메아리>")
      // The line wraps, and a wide character does not fit at the edge.
      terminal.type("a가나다라마바사아")
      try await terminal.expectLine("바사아")
      announcements.announce("w1 ← 소식 하나")
      announcements.announce("w2 ← two\n")
      try await terminal.expect("both above the line") {
        $0.lines.starts(with: ["w1 ← 소식 하나", "w2 ← two", "메아리> a가나다라마", "바사아"])
      }
      #expect(terminal.screen.beforeCursor == "바사아")
      terminal.type(.home)
      announcements.announce("w3")
      try await terminal.expect("the third above the line") {
        $0.lines.starts(with: ["w1 ← 소식 하나", "w2 ← two", "w3", "메아리> a가나다라마", "바사아"])
      }
      try await terminal.expect("the cursor at the line's start") { $0.beforeCursor == "메아리> " }
      terminal.type(.enter)
      try await terminal.expectShown("a가나다라마바사아")
      terminal.type("leave\r")
    }
    #expect(status == 3)
  }

  @Test("Ctrl-C makes a running line give up, and a signal ends the loop")
  func interruption() async throws {
    let status = try await run { terminal in
      try await terminal.expectLine("메아리>")
      terminal.type("wait\r")
      try await terminal.expect("the line to run") { $0.cursorLine.isEmpty }
      announcements.announce("meanwhile")
      try await terminal.expectShown("meanwhile")
      announcements.wakes.post(.interrupted)
      try await terminal.expectShown("given up")
      try await terminal.expectLine("메아리>")
      terminal.type("half a line")
      try await terminal.expectLine("메아리> half a line")
      announcements.wakes.post(.terminated(signal: SIGTERM))
    }
    #expect(status == 128 + SIGTERM)
  }

  @Test("a line that runs on ends with the second Ctrl-C")
  func secondInterruption() async throws {
    let status = try await run { terminal in
      try await terminal.expectLine("메아리>")
      terminal.type("wait\r")
      try await terminal.expect("the line to run") { $0.cursorLine.isEmpty }
      announcements.wakes.post(.interrupted)
      announcements.wakes.post(.interrupted)
    }
    #expect(status == 128 + SIGINT)
  }

  @Test("Tab completes as far as all candidates agree, then lists them")
  func completion() async throws {
    _ = try await run { terminal in
      try await terminal.expectLine("메아리>")
      terminal.type("d\t")
      try await terminal.expectLine("메아리> de")
      terminal.type(.tab)
      try await terminal.expectShown("declare  delete")
      try await terminal.expectLine("메아리> de")
      terminal.type("c\t큐\t")
      try await terminal.expectLine("메아리> declare 큐-")
      terminal.type("하\t")
      try await terminal.expectLine("메아리> declare 큐-하나")
      terminal.type("x\r")
      try await terminal.expectShown("declare 큐-하나 x")
      terminal.type(.controlD)
    }
  }
}

/// The loop on plain reads.
@Suite("The plain loop", .serialized) struct PlainLoopTests {
  /// A reader of given lines.
  private final class Lines: LineReader {
    private var lines: [LineReading]
    init(_ lines: [LineReading]) { self.lines = lines.reversed() }
    func readLine(prompt: Prompt) -> LineReading { lines.popLast() ?? .end }
    func remember(_ line: String) {}
  }

  @Test(
    "the status is that of the first line that fails, or of the line that leaves",
    arguments: [
      (["a", "b"], 0, "a\nb\n"),
      (["a", "fail", "b"], 1, "a\nno\n"),
      (["  ", "leave", "b"], 3, "bye"),
    ] as [([String], Int32, String)])
  func status(lines: [String], status: Int32, output: String) async throws {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    let end = ends[1]
    let reached = await withCheckedContinuation { continuation in
      DispatchQueue(label: "loop").async {
        let loop = REPL(
          evaluator: Echo(), announcements: Announcements(),
          reader: Lines(lines.map(LineReading.line)), isInteractive: false,
          output: TextOutput(descriptor: end))
        continuation.resume(returning: loop.run())
      }
    }
    close(end)
    #expect(reached == status)
    #expect(text(from: ends[0]) == output)
  }
}

/// What can be read from a descriptor, which is closed then.
private func text(from descriptor: Int32) -> String {
  var bytes = [UInt8](repeating: 0, count: 4096)
  let count = max(0, read(descriptor, &bytes, bytes.count))
  close(descriptor)
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}
