import TokkiLanguage

/// One run through the steps of a transcript.
struct TranscriptRun {
  struct Replacement {
    var command: Int
    var range: Range<Int>
    var lines: [String]
  }

  /// A typed command as it was run.
  struct Performed {
    /// With the values of its names.
    var text: String
    var outcome: Outcome
    /// The language of the answer.
    var language: Language
    var isDifferent: Bool
  }

  let fileName: String
  let shell: Shell
  var commandCount = 0
  var replacements: [Replacement] = []
  /// What the typed commands came to.
  private(set) var performed: [Performed] = []
  /// The latest hidden line, with the values of its names.
  private(set) var lastHidden = ""
  private var values: [String: String] = [:]

  init(fileName: String, shell: Shell) {
    self.fileName = fileName
    self.shell = shell
  }

  mutating func perform(_ step: Transcript.Step) async throws(TranscriptError) {
    switch step {
    case .typed(let typed): try await perform(typed)
    case .hidden(let line, let number):
      lastHidden = try filled(line, at: number)
      let outcome = await shell.run(lastHidden)
      if outcome.isFailure {
        let answer = TranscriptParser.lines(of: await shell.render(outcome)).first ?? ""
        throw TranscriptError(.hiddenFailed(line, answer: answer), fileName, line: number)
      }
    case .chapter, .note, .pause, .prose: break
    }
  }

  private mutating func perform(_ typed: Transcript.Typed) async throws(TranscriptError) {
    commandCount += 1
    let line = try filled(typed.text, at: typed.line)
    let outcome = await shell.run(line)
    if outcome.status == .incomplete {
      throw TranscriptError(.incomplete(typed.text), fileName, line: typed.line)
    }
    let answer = TranscriptWriter.lines(of: outcome, in: await shell.configuration.language)
    let expected = ExpectedAnswer(typed.answer)
    var isDifferent = false
    if let values = expected.values(matching: answer, with: values) {
      self.values = values
    } else {
      isDifferent = true
      bindLoosely(typed.answer, answer)
      replacements.append(
        Replacement(
          command: typed.line, range: typed.answerRange,
          lines: expected.rewritten(for: answer, with: values)))
    }
    performed.append(
      Performed(
        text: line, outcome: outcome, language: await shell.configuration.language,
        isDifferent: isDifferent))
  }

  /// Where an answer differs, names get their values all the same, so that the commands after it
  /// can be run and rewritten answers still bind them: from lines that match, else from a line that
  /// has the words around the name, else by a name that the broker has made.
  private mutating func bindLoosely(_ expected: [String], _ answer: [String]) {
    for line in expected {
      guard case .success(let pattern) = AnswerPattern.parse(line), !pattern.isSkip else {
        continue
      }
      bind(pattern, answer)
      for name in pattern.names {
        for pattern in pattern.around(name) where values[name] == nil { bind(pattern, answer) }
        if values[name] == nil { values[name] = Self.madeName(in: answer) }
      }
    }
  }

  /// The first name that a broker has made.
  private static func madeName(in answer: [String]) -> String? {
    answer.lazy.flatMap { $0.split(separator: " ") }.first { $0.hasPrefix("amq.gen-") }
      .map(String.init)
  }

  /// Binds by the first line that matches.
  private mutating func bind(_ pattern: AnswerPattern, _ answer: [String]) {
    var words = pattern
    words.namesAreWords = true
    let found = answer.lazy.compactMap { [values] in words.values(matching: $0, with: values) }
    if let found = found.first { values = found }
  }

  /// A typed line with the values of its names.
  private func filled(_ line: String, at number: Int) throws(TranscriptError) -> String {
    var rows: [String] = []
    for row in line.split(separator: "\n", omittingEmptySubsequences: false) {
      guard
        case .success(let pattern) =
          AnswerPattern.parse(String(row), trimming: false), !pattern.isSkip
      else {
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
