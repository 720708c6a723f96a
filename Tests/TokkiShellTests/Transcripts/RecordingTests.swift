import StagedBroker
import Testing
import TokkiLanguage
import TokkiSimulation

@testable import TokkiShell

@Suite("Recorded transcripts")
struct RecordingTests {
  @Test(
    "What two answers have in common is a pattern that both match",
    arguments: [
      (["a b c"], ["a b c"], ["a b c"]),
      (["a b c d"], ["a b x d"], ["a b {{*}} d"]),
      (["a b"], ["a b c"], ["a b{{*}}"]),
      (["b c"], ["a b c"], ["{{*}}b c"]),
      (["a b d"], ["a b c d"], ["a b{{*}} d"]),
      (["x a b"], ["y a b"], ["{{*}} a b"]),
      (["a b 1", "only here"], ["a b 2"], ["a b {{*}}", "{{...}}"]),
      (["one thing"], ["another matter"], ["{{...}}"]),
      (["first line"], ["news", "first line", "more"], ["{{...}}", "first line", "{{...}}"]),
      ([], ["a"], ["{{...}}"]),
      (["  → q (1 ready)"], ["  → q (to w1)"], ["  → q {{*}}"]),
    ] as [([String], [String], [String])])
  func common(first: [String], second: [String], pattern: [String]) {
    #expect(SharedAnswer(first, second).lines == pattern)
    for (left, right) in [(first, second), (second, first)] {
      let lines = SharedAnswer(left, right).lines
      for answer in [first, second] {
        #expect(ExpectedAnswer(lines).values(matching: answer, with: [:]) != nil, "\(lines)")
      }
    }
  }

  @Test("The file is a whole transcript after each addition, also where an answer looks like input")
  func writer() throws {
    var writer = TranscriptWriter()
    var file = Array(
      TranscriptWriter.header(title: "t", seed: 1, profile: .rabbitMQ40, language: .korean).utf8)
    func add(_ addition: TranscriptWriter.Addition?) throws -> Transcript {
      let addition = try #require(addition)
      file.removeLast(addition.replacedByteCount)
      file += Array(addition.text.utf8)
      return try Transcript(String(decoding: file, as: UTF8.self), fileName: "")
    }
    #expect(try add(writer.command("a", answer: ["b"])).language == .korean)
    _ = try add(writer.command("c\nd", answer: ["tokki> e", "...> f", "", "```", "g"]))
    _ = try add(writer.command("h", answer: []))
    _ = try add(writer.amended(answer: ["news"]))
    _ = try add(writer.amended(answer: ["news", "`````"]))
    _ = try add(writer.remark("# ```not a block"))
    _ = try add(writer.remark("# <!-- tokki hidden: no -->"))
    #expect(writer.amended(answer: ["too late"]) == nil)
    #expect(writer.remark("# pause: long") == nil)
    _ = try add(writer.remark("# note: ends --> early"))
    let whole = try add(writer.hidden("advance 5ms"))
    let typed = whole.steps.compactMap { step in
      if case .typed(let typed) = step { typed } else { nil }
    }
    #expect(typed.map(\.text) == ["a", "c\nd", "h"])
    #expect(
      typed.map(\.answer) == [
        ["b"], ["{{*}}okki> e", "{{*}}..> f", "", "```", "g"], ["news", "`````"],
      ])
    #expect(
      whole.steps.contains { step in
        if case .hidden("advance 5ms", _) = step { true } else { false }
      })
    #expect(
      whole.steps.contains { step in
        if case .note("ends -- > early", _) = step { true } else { false }
      })
  }

  @Test("On a real broker, made-up names are named, what differs is left open, and it verifies")
  func realBroker() async throws {
    let finder = StagedFinder()
    var configuration = Shell.Configuration()
    configuration.patience = .milliseconds(300)
    let shell = Shell(
      simulator: Simulation(seed: 9), finder: finder, configuration: configuration)
    let uri = "amqp://guest:guest@broker.example/"
    #expect(await shell.run("connect \(uri)").status == .done)
    let rehearsal = TranscriptRehearsal(configuration: .init(seed: 1))
    var writer = TranscriptWriter()
    var text = TranscriptWriter.header(
      title: "real", seed: 1, profile: .rabbitMQ40, language: .english)
    let declared = await shell.run("declare queue --exclusive")
    guard case .answer(.queueDeclared(_, let answer, _, _, _))? = declared.parts.first else {
      Issue.record("\(declared)")
      return
    }
    func add(_ outcome: Outcome, _ line: String) async {
      let recorded = await rehearsal.take(outcome, line: line, language: .english)
      let addition = writer.command(recorded.text, answer: recorded.answer)
      text = String(decoding: text.utf8.dropLast(addition.replacedByteCount), as: UTF8.self)
      text += addition.text
    }
    await add(declared, "declare queue --exclusive")
    for line in ["publish \"\" \(answer.queue) hi", "get \(answer.queue)", "list queues"] {
      await add(await shell.run(line), line)
    }
    #expect(text.contains("tokki> publish \"\" {{queue-1}} hi\n\"hi\" → default exchange"))
    #expect(!text.contains(answer.queue))
    let verified = try await TranscriptVerifier.verify(text: text, fileName: "real.md")
    #expect(verified.isPassed, "\(verified.diff)")
    #expect(verified.commandCount == 4)
  }
}
