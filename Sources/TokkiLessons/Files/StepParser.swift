/// Reads `lesson.tokki`: the steps of a lesson, in the shell's own language.
///
///     step KEY
///     setup
///       SHELL LINE
///     goals
///       KEY: expect …            several lines with one key are one goal
///     solution
///       SHELL LINE
///     mistake KEY leaves GOAL open
///       sign: expect …           the mistake was made when all its signs hold; they see what
///                                the last command caused
///       history: expect …        a sign that sees all that happened since the step began
///       SHELL LINE               lines that make it
///
/// Headings stand at the margin, what belongs to them is indented. A line that begins with `#` is
/// a comment.
struct StepParser {
  private enum Section {
    case none
    case setup
    case goals
    case solution
    case mistake
  }

  private let file: String
  private var section = Section.none
  private var steps: [Step] = []
  private var problems: [LessonProblem] = []

  private init(file: String) { self.file = file }

  static func parse(_ file: LessonFile) -> (steps: [Step], problems: [LessonProblem]) {
    var parser = StepParser(file: file.path)
    for line in file.lines { parser.read(line) }
    parser.finish()
    return (parser.steps, parser.problems)
  }

  private mutating func read(_ line: SourceLine) {
    let text = trimmed(line.text)
    if text.isEmpty || text.utf8.first == UInt8(ascii: "#") { return }
    if line.text.utf8.first == UInt8(ascii: " ") || line.text.utf8.first == UInt8(ascii: "\t") {
      readContent(SourceLine(text: text, number: line.number))
    } else {
      readHeading(SourceLine(text: text, number: line.number))
    }
  }

  private mutating func report(_ line: Int, _ rule: String, _ cure: String) {
    problems.append(LessonProblem(file: file, line: line, rule: rule, cure: cure))
  }

  // MARK: Headings

  private mutating func readHeading(_ line: SourceLine) {
    let words = line.text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    switch words.first {
    case "step": readStep(words, at: line.number)
    case "setup": enter(.setup, words, at: line.number)
    case "goals": enter(.goals, words, at: line.number)
    case "solution": enter(.solution, words, at: line.number)
    case "mistake": readMistake(words, at: line.number)
    case .some(let word):
      section = .none
      report(
        line.number, "\"\(word)\" is no heading",
        "Headings are step, setup, goals, solution, mistake; indent the lines that belong to one.")
    case nil: break
    }
  }

  private mutating func readStep(_ words: [String], at line: Int) {
    section = .none
    guard words.count == 2, isKey(words[1]) else {
      return report(
        line, "a step has one key of lower-case letters, digits and hyphens",
        "Write \"step KEY\".")
    }
    if steps.contains(where: { $0.key == words[1] }) {
      report(line, "the step \(words[1]) is there already", "Give each step a key of its own.")
    }
    steps.append(Step(key: words[1], line: line))
  }

  private mutating func enter(_ next: Section, _ words: [String], at line: Int) {
    section = .none
    guard let step = steps.last else {
      return report(line, "\(words[0]) stands before the first step", "Write \"step KEY\" above.")
    }
    guard words.count == 1 else {
      return report(line, "\(words[0]) is a heading of one word", "Indent what belongs to it.")
    }
    let isRepeated =
      switch next {
      case .setup: !step.setup.isEmpty
      case .goals: !step.goals.isEmpty
      case .solution: !step.solution.isEmpty
      case .none, .mistake: false
      }
    if isRepeated {
      report(line, "the step \(step.key) has \(words[0]) twice", "Put the lines together.")
    }
    section = next
  }

  private mutating func readMistake(_ words: [String], at line: Int) {
    section = .none
    guard let step = steps.last else {
      return report(line, "a mistake stands before the first step", "Write \"step KEY\" above.")
    }
    guard words.count == 5, words[2] == "leaves", words[4] == "open", isKey(words[1]) else {
      return report(
        line, "a mistake names itself and the goal that stays open",
        "Write \"mistake KEY leaves GOAL open\".")
    }
    if step.mistakes.contains(where: { $0.key == words[1] }) {
      report(
        line, "the mistake \(words[1]) is there already",
        "Give each mistake of a step a key of its own.")
    }
    section = .mistake
    steps[steps.count - 1].mistakes.append(Mistake(key: words[1], goal: words[3], line: line))
  }

  // MARK: Content

  private mutating func readContent(_ line: SourceLine) {
    let last = steps.count - 1
    guard last >= 0 else {
      return report(line.number, "a line stands before the first step", "Write \"step KEY\" above.")
    }
    switch section {
    case .none:
      report(
        line.number, "the line belongs to no heading",
        "Write setup, goals, solution or mistake above it, at the margin.")
    case .setup: steps[last].setup.append(line)
    case .solution: steps[last].solution.append(line)
    case .goals: readGoal(line)
    case .mistake:
      let mistake = steps[last].mistakes.count - 1
      let labelled = labelled(line)
      switch labelled?.key {
      case "sign": labelled.map { steps[last].mistakes[mistake].signs.append($0.rest) }
      case "history": labelled.map { steps[last].mistakes[mistake].pastSigns.append($0.rest) }
      case .some, nil: steps[last].mistakes[mistake].attempt.append(line)
      }
    }
  }

  private mutating func readGoal(_ line: SourceLine) {
    guard let (key, expectation) = labelled(line) else {
      return report(line.number, "a goal has a key", "Write \"KEY: expect …\".")
    }
    let last = steps.count - 1
    if let index = steps[last].goals.firstIndex(where: { $0.key == key }) {
      steps[last].goals[index].expectations.append(expectation)
    } else {
      steps[last].goals.append(Goal(key: key, expectations: [expectation]))
    }
  }

  /// `KEY: rest`.
  private func labelled(_ line: SourceLine) -> (key: String, rest: SourceLine)? {
    guard let colon = line.text.firstIndex(of: ":"), isKey(line.text[..<colon]) else { return nil }
    let rest = trimmed(line.text[line.text.index(after: colon)...])
    return (String(line.text[..<colon]), SourceLine(text: rest, number: line.number))
  }

  // MARK: The whole

  private mutating func finish() {
    if steps.isEmpty {
      report(1, "a lesson has steps", "Write \"step KEY\", then its goals and its solution.")
    }
    for step in steps {
      if step.goals.isEmpty {
        report(step.line, "the step \(step.key) has no goal", "Write goals, one a line.")
      }
      if step.solution.isEmpty {
        report(step.line, "the step \(step.key) has no solution", "Write the lines that reach it.")
      }
      for mistake in step.mistakes { finish(mistake, of: step) }
    }
  }

  private mutating func finish(_ mistake: Mistake, of step: Step) {
    if !step.goals.contains(where: { $0.key == mistake.goal }) {
      report(
        mistake.line, "the step \(step.key) has no goal \(mistake.goal)",
        "Name the goal that the mistake leaves open.")
    }
    if mistake.signs.isEmpty && mistake.pastSigns.isEmpty {
      report(
        mistake.line, "the mistake \(mistake.key) has no sign",
        "Write \"sign: expect …\": what is so when it was made.")
    }
    if mistake.attempt.isEmpty {
      report(mistake.line, "nothing makes the mistake \(mistake.key)", "Write the lines that do.")
    }
  }
}
