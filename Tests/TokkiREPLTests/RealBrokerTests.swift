import Dispatch
import StagedBroker
import Testing
import TokkiLessons
import TokkiShell
import TokkiSimulation

@testable import TokkiREPL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The evaluator, the loop and scripts on a broker that does things by itself.
@Suite("On a real broker", .serialized) struct RealBrokerTests {
  let finder = StagedFinder()
  let evaluator: SessionEvaluator

  init() {
    var configuration = Shell.Configuration()
    configuration.patience = StagedBroker.patience
    let shell = Shell(
      simulator: Simulation(seed: 1), finder: finder, configuration: configuration)
    evaluator = SessionEvaluator(
      shell: shell, session: LessonSession(shell: shell, progress: nil), style: { .plain })
  }

  @Test("the prompt says so, with user, host, port and virtual host, and no password")
  func prompt() async {
    _ = await evaluator.evaluate("lesson 1")
    _ = await evaluator.evaluate("advance 1s")
    let lesson = await evaluator.prompt.plain
    #expect(lesson.hasSuffix(" 1s> "))
    _ = await evaluator.evaluate("connect amqp://guest:guest@broker.example/")
    let prompt = await evaluator.prompt
    #expect(prompt.plain == "tokki [real: guest@broker.example:5672/]> ")
    #expect(prompt.parts.contains { $0.role == .realBroker && $0.text.contains("real") })
    _ = await evaluator.evaluate("disconnect")
    #expect(await evaluator.prompt.plain == lesson)
  }

  @Test("a broker that is not reached is status 69, a refused one too")
  func statuses() async {
    #expect(await evaluator.evaluate("connect amqp://guest:wrong@h/").status == .unreachable)
    #expect(await evaluator.evaluate("connect amqp://guest:guest@h/").status == .success)
    #expect(await evaluator.evaluate("advance 1s").status == .checkFailed)
  }

  @Test("news stands above the prompt, and what came during a line after its answer")
  func news() async throws {
    setenv("TERM", "xterm-256color", 1)
    let terminal = try Terminal(columns: 80)
    let side = terminal.programSide
    let evaluator = evaluator
    async let status = withCheckedContinuation { continuation in
      DispatchQueue(label: "loop").async {
        let announcements = Announcements()
        guard
          let reader = EditlineReader(
            input: side, output: side, announcements: announcements, history: nil, colour: false,
            complete: { _, _ in .none }, news: { wait { await evaluator.news() } ?? nil })
        else { return continuation.resume(returning: TokkiREPL.ExitStatus.internalFault) }
        let loop = REPL(
          evaluator: evaluator, announcements: announcements, reader: reader,
          output: TextOutput(descriptor: side))
        continuation.resume(returning: loop.run())
      }
    }
    let prompt = "tokki [real: guest@broker.example:5672/]>"
    terminal.type("connect amqp://guest:guest@broker.example/\r")
    try await terminal.expectLine(prompt)
    terminal.type("declare queue q\r")
    try await terminal.expectShown("✓ queue q declared · classic, transient")
    terminal.type("consume q as w1 --work 1s\r")
    try await terminal.expectLine(prompt)
    terminal.type("half a li")
    try await terminal.expectLine(prompt + " half a li")
    let broker = try #require(await finder.broker)
    try await broker.publish("hello", to: "q")
    try await terminal.expectShown("  w1 ← q \"hello\" · tag 1 · busy for 1s")
    try await terminal.expectLine(prompt + " half a li")
    terminal.type(.controlC)
    try await terminal.expectLine(prompt)
    terminal.type("exit\r")
    try await terminal.expectShown("w1 finishes what is in hand; Ctrl-C leaves at once")
    try await terminal.expectShown("  w1 ✓ \"hello\" done · ack 1")
    #expect(await status == .success)
  }

  @Test("a script tells news between its lines, and what is learned at its end")
  func script() async throws {
    var (out, err): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    pipe(&out)
    pipe(&err)
    let script = Script(
      evaluator: evaluator, results: TextOutput(descriptor: out[1]),
      complaints: TextOutput(descriptor: err[1]))
    _ = await evaluator.evaluate("connect amqp://guest:guest@broker.example/")
    let broker = try #require(await finder.broker)
    let first = await script.run(
      ["declare queue q", "consume q as w1 --work 1s"], named: "demo")
    #expect(first == .finished)
    try await broker.publish("one", to: "q")
    #expect(await script.run(["declare queue other"], named: "demo") == .finished)
    let failed = await script.run(["connect amqp://guest:hush@h:0/"], named: "demo")
    #expect(failed == .stopped(.notUnderstood))
    close(out[1])
    close(err[1])
    #expect(
      text(from: out[0]) == """
        ✓ queue q declared · classic, transient
        ✓ w1 consumes q · works 1s a message, then acks
          w1 ← q "one" · tag 1 · busy for 1s
        ✓ queue other declared · classic, transient

        """)
    #expect(!text(from: err[0]).contains("hush"))
    #expect(await evaluator.leave() == "  w1 ✓ \"one\" done · ack 1\n")
    #expect(await evaluator.leave() == nil)
  }

  private func text(from descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = max(0, read(descriptor, &bytes, bytes.count))
    close(descriptor)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
