import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// Makes steps of a transcript's sections: what was typed before is a step's set-up, what is typed
/// in it the solution; the goals are what differs then.
struct LessonDraft {
  let page: TranscriptPage
  private(set) var steps: [DraftStep] = []
  private(set) var problems: [LessonProblem] = []
  /// Names that server-named queues were given.
  private(set) var givenNames: [String] = []
  private let fileName: String

  init(_ page: TranscriptPage, fileName: String) async {
    self.page = page
    self.fileName = fileName
    let sections = page.sections.map { section in section.lines.compactMap { played($0) } }
    if problems.isEmpty, !sections.contains(where: { $0.contains(where: \.isDoing) }) {
      report(.nothingTyped, at: 1)
    }
    guard problems.isEmpty else { return }
    await makeSteps(of: sections)
    if steps.isEmpty { report(.nothingHappens, at: 1) }
  }

  private mutating func report(_ fault: TranscriptFault, at line: Int) {
    problems.append(LessonProblem(.transcript(fault), file: fileName, line: line))
  }

  // MARK: Lines

  /// A command as a lesson has it: on one line, and without names that an answer gave.
  struct PlayedLine: Hashable, Sendable {
    var text: String
    var command: Command
    var isHidden: Bool

    /// Whether it does something to the broker; else it looks, or claims.
    var isDoing: Bool {
      switch command {
      case .amqp, .connection, .operate, .simulation: true
      case .broker, .look, .expect, .history, .lesson, .help, .set, .exit, .watch: false
      }
    }
  }

  /// nil where the line has no place in a lesson.
  private mutating func played(_ line: TranscriptPage.Line) -> PlayedLine? {
    guard let text = named(line), case .command(var command) = Command.parse(text) else {
      return nil
    }
    switch command {
    case .history(.reset): break
    case .history, .broker:
      report(.notAMQP(text), at: line.number)
      return nil
    case .lesson, .help, .set, .exit, .watch: return nil
    case .amqp, .connection, .operate, .simulation, .look, .expect: break
    }
    var result = text
    if case .amqp(.declareQueue(var method), by: let client) = command, method.queue.isEmpty,
      let name = line.names.first
    {
      method.queue = name
      command = .amqp(.declareQueue(method), by: client)
      givenNames.append(name)
      result = command.description
    } else if result.contains(where: \.isNewline) {
      result = command.description
    }
    return PlayedLine(text: trimmed(result), command: command, isHidden: line.isHidden)
  }

  /// With the names that server-named queues are given here.
  private mutating func named(_ line: TranscriptPage.Line) -> String? {
    var text = line.text
    for name in givenNames { text = text.replacing("{{\(name)}}", with: name) }
    if let mark = text.firstRange(of: "{{"), !text[mark.lowerBound...].hasPrefix("{{{{") {
      report(.answerTyped(text), at: line.number)
      return nil
    }
    return text.replacing("{{{{", with: "{{")
  }

  // MARK: Steps

  private mutating func makeSteps(of sections: [[PlayedLine]]) async {
    var before: [String] = []
    var narration: [String] = []
    for (section, lines) in Self.parts(page.sections, sections) {
      if lines.first?.command == .history(.reset) { before = [] }
      let first = lines.firstIndex { !$0.isHidden } ?? lines.endIndex
      let hidden = lines[..<first].filter(\.isDoing).map(\.text)
      let own = Array(lines[first...])
      var draft = DraftStep(
        key: DraftGoal.key(section.title), title: section.title,
        narration: narration + section.narration, ending: section.ending,
        setup: before + hidden, solution: own.filter(\.isDoing).map(\.text))
      before += hidden + draft.solution
      let claims = own.compactMap { line -> Expectation? in
        if case .expect(let expectation) = line.command { expectation } else { nil }
      }
      let maker = StepMaker(words: DraftWords(language: page.language), claims: claims)
      if await maker.complete(&draft) {
        steps.append(draft)
        narration = []
      } else if steps.isEmpty {
        narration = draft.narration + [""] + draft.ending
      } else {
        steps[steps.count - 1].ending += [""] + draft.narration + [""] + draft.ending
      }
    }
    keySteps()
  }

  /// Where everything begins anew, a step does.
  private static func parts(
    _ sections: [TranscriptPage.Section], _ lines: [[PlayedLine]]
  ) -> [(TranscriptPage.Section, [PlayedLine])] {
    var parts: [(TranscriptPage.Section, [PlayedLine])] = []
    for (section, lines) in zip(sections, lines) {
      var section = section
      var rest = lines[...]
      while let reset = rest.dropFirst().firstIndex(where: { $0.command == .history(.reset) }) {
        var first = section
        first.ending = []
        parts.append((first, Array(rest[..<reset])))
        section.narration = []
        rest = rest[reset...]
      }
      parts.append((section, Array(rest)))
    }
    return parts
  }

  private mutating func keySteps() {
    var taken: Set<String> = []
    for index in steps.indices {
      var key = steps[index].key.isEmpty ? "step-\(index + 1)" : steps[index].key
      if taken.contains(key) { key += "-\(index + 1)" }
      taken.insert(key)
      steps[index].key = key
    }
  }
}
