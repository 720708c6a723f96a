import Dispatch
import FoundationEssentials
import Testing

@testable import TokkiREPL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says each line again. `wait` waits until it is cancelled, `stubborn` until it is asked for what
/// a user is told who cancels it once more.
private struct Echo: LineEvaluator {
  var prompt: Prompt { Prompt([.init("메아리", .program), .init(">")]) }

  func evaluate(_ line: String) async -> Evaluation {
    switch line {
    case "leave": return Evaluation(text: "bye", leaves: true)
    case "fail": return Evaluation(text: "no\n", status: .checkFailed)
    case "error": return Evaluation(text: "404\n", status: .checkFailed, isException: true)
    case "data": return Evaluation(text: "{}\n", status: .checkFailed, isData: true)
    case "more": return Evaluation(text: "", isIncomplete: true)
    case "wait":
      let (stream, continuation) = AsyncStream<Void>.makeStream()
      for await _ in stream {}
      continuation.finish()
      return Evaluation(text: "given up\n", status: .checkFailed)
    case "stubborn":
      let isAsked = Task { for await _ in asked.stream { return } }
      await isAsked.value
      return Evaluation(text: "done\n")
    default: return Evaluation(text: line + "\n")
    }
  }

  private let asked = AsyncStream<Void>.makeStream()

  func stillStopping() async -> String? {
    asked.continuation.yield()
    return "patience\n"
  }

  func drop() async {}

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
  ) async throws -> TokkiREPL.ExitStatus {
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

  private func loop(on side: Int32, history: HistoryFile?) async -> TokkiREPL.ExitStatus {
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
        else { return continuation.resume(returning: .internalFault) }
        let loop = REPL(
          evaluator: echo, announcements: announcements, reader: reader,
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
    #expect(status == .success)
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
    #expect(status == .signal(SIGTERM))
  }

  @Test("a line that runs on is waited for, whoever presses Ctrl-C again is told")
  func secondInterruption() async throws {
    let status = try await run { terminal in
      try await terminal.expectLine("메아리>")
      terminal.type("stubborn\r")
      try await terminal.expect("the line to run") { $0.cursorLine.isEmpty }
      for _ in 1...3 { announcements.wakes.post(.interrupted) }
      try await terminal.expectShown("done")
      try await terminal.expectLine("메아리>")
      #expect(terminal.screen.lines.filter { $0 == "patience" }.count <= 1)
      terminal.type("leave\r")
    }
    #expect(status == .success)
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

/// Lines without a user.
@Suite("Scripts") struct ScriptTests {
  @Test(
    "a script ends with the first line that fails, and names it",
    arguments: [
      (["a", "b"], .finished, "a\nb\n", ""),
      (["a", "fail", "b"], .stopped(.checkFailed), "a\n", "demo:2: fail\nno\n"),
      (["leave", "b"], .stopped(.success), "bye", ""),
      (["error", "expect error 404", "b"], .finished, "404\nexpect error 404\nb\n", ""),
      (["error", "", "b"], .stopped(.checkFailed), "", "demo:1: error\n404\n"),
      (["error"], .stopped(.checkFailed), "", "demo:1: error\n404\n"),
      (["more", "more", "a"], .finished, "a\n", ""),
      (
        ["a", "more", "more"], .stopped(.notUnderstood), "a\n",
        "demo:2: more\nThe command does not end.\n"
      ),
      (["data"], .stopped(.checkFailed), "{}\n", "demo:1: data\n"),
      ([], .finished, "", ""),
    ] as [([String], Script.Ending, String, String)])
  func script(
    lines: [String], ending: Script.Ending, results: String, complaints: String
  ) async throws {
    var (out, err): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    pipe(&out)
    pipe(&err)
    let script = Script(
      evaluator: Echo(), results: TextOutput(descriptor: out[1]),
      complaints: TextOutput(descriptor: err[1]))
    #expect(await script.run(lines, named: "demo") == ending)
    close(out[1])
    close(err[1])
    #expect(text(from: out[0]) == results)
    #expect(text(from: err[0]) == complaints)
  }
}

/// What can be read from a descriptor, which is closed then.
private func text(from descriptor: Int32) -> String {
  var bytes = [UInt8](repeating: 0, count: 4096)
  let count = max(0, read(descriptor, &bytes, bytes.count))
  close(descriptor)
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}
