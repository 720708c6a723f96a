import TokkiSimulation

/// What came of running a transcript again.
public struct Verification: Hashable, Sendable {
  public var fileName: String
  /// How many typed commands were run.
  public var commandCount: Int
  /// The lines (from 1) of the commands whose answers differ.
  public var differingLines: [Int]
  /// The file with the answers that differ rewritten; wildcards that still match are kept. The
  /// very text of the file where nothing differs.
  public var accepted: String
  /// From the file to what it would have to be, in the unified format; empty where nothing differs.
  public var diff: String

  public var isPassed: Bool { differingLines.isEmpty }
}

/// Runs transcripts again and compares.
public enum TranscriptVerifier {
  /// Runs a transcript on a new simulated broker with the seed and profile of its header.
  ///
  /// - Throws: `TranscriptError` where the file cannot be understood or run.
  public static func verify(
    text: String, fileName: String
  ) async throws(TranscriptError) -> Verification {
    let transcript = try Transcript(text, fileName: fileName)
    let shell = Shell(
      simulator: Simulation(profile: transcript.profile, seed: transcript.seed),
      configuration: Shell.Configuration(
        language: transcript.language, profile: transcript.profile, seed: transcript.seed))
    return try await verify(transcript, text: text, fileName: fileName, on: shell)
  }

  /// Runs a transcript on that shell, which may be one on a real broker.
  public static func verify(
    _ transcript: Transcript, text: String, fileName: String, on shell: Shell
  ) async throws(TranscriptError) -> Verification {
    var run = TranscriptRun(fileName: fileName, shell: shell)
    for step in transcript.steps { try await run.perform(step) }
    guard !run.replacements.isEmpty else {
      return Verification(
        fileName: fileName, commandCount: run.commandCount, differingLines: [], accepted: text,
        diff: "")
    }
    var lines = transcript.lines
    for replacement in run.replacements.reversed() {
      lines.replaceSubrange(replacement.range, with: replacement.lines)
    }
    let accepted = lines.joined(separator: "\n")
    return Verification(
      fileName: fileName, commandCount: run.commandCount,
      differingLines: run.replacements.map(\.command), accepted: accepted,
      diff: UnifiedDiff.of(
        text, accepted, oldName: fileName, newName: "\(fileName) (as it is now)"))
  }
}

/// One run through the steps of a transcript.
struct TranscriptRun {
  struct Replacement {
    var command: Int
    var range: Range<Int>
    var lines: [String]
  }

  let fileName: String
  let shell: Shell
  var commandCount = 0
  var replacements: [Replacement] = []
  private var values: [String: String] = [:]

  init(fileName: String, shell: Shell) {
    self.fileName = fileName
    self.shell = shell
  }

  mutating func perform(_ step: Transcript.Step) async throws(TranscriptError) {
    switch step {
    case .typed(let typed): try await perform(typed)
    case .hidden(let line, let number):
      let outcome = await shell.run(try filled(line, at: number))
      if outcome.isFailure {
        let answer = TranscriptParser.lines(of: await shell.render(outcome)).first ?? ""
        throw TranscriptError(.hiddenFailed(line, answer: answer), fileName, line: number)
      }
    case .chapter, .note, .pause: break
    }
  }

  private mutating func perform(_ typed: Transcript.Typed) async throws(TranscriptError) {
    commandCount += 1
    let outcome = await shell.run(try filled(typed.text, at: typed.line))
    if outcome.status == .incomplete {
      throw TranscriptError(.incomplete(typed.text), fileName, line: typed.line)
    }
    let text = await shell.render(outcome)
    let answer = text.isEmpty ? [] : TranscriptParser.lines(of: text)
    let expected = ExpectedAnswer(typed.answer)
    if let values = expected.values(matching: answer, with: values) {
      self.values = values
    } else {
      replacements.append(
        Replacement(
          command: typed.line, range: typed.answerRange,
          lines: expected.rewritten(for: answer, with: values)))
      bindLoosely(typed.answer, answer)
    }
  }

  /// Where an answer differs, names in lines that still match get their values all the same, so
  /// that the commands after it can be run.
  private mutating func bindLoosely(_ expected: [String], _ answer: [String]) {
    for line in expected {
      guard case .success(let pattern) = AnswerPattern.parse(line), !pattern.isSkip else {
        continue
      }
      let found = answer.lazy.compactMap { [values] in
        pattern.values(matching: $0, with: values)
      }.first
      if let found { values = found }
    }
  }

  /// A typed line with the values of its names.
  private func filled(_ line: String, at number: Int) throws(TranscriptError) -> String {
    var rows: [String] = []
    for row in line.split(separator: "\n", omittingEmptySubsequences: false) {
      guard case .success(let pattern) = AnswerPattern.parse(String(row)), !pattern.isSkip else {
        throw TranscriptError(.badWildcard(line), fileName, line: number)
      }
      var text = ""
      for piece in pattern.pieces {
        switch piece {
        case .text(let part): text += part
        case .any: throw TranscriptError(.badWildcard("{{*}}"), fileName, line: number)
        case .named(let name):
          guard let value = values[name] else {
            throw TranscriptError(.unboundName(name), fileName, line: number)
          }
          text += value
        }
      }
      rows.append(text)
    }
    return rows.joined(separator: "\n")
  }
}
