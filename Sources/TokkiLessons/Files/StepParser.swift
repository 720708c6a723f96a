/// Reads `lesson.tokki`: the steps of a lesson, in the shell's own language.
///
///     step KEY
///     setup
///       SHELL LINE
///     goals
///       KEY: expect …            several lines with one key are one goal
///     solution
///       SHELL LINE
///     free
///       MUTATION: why it does not matter whether a learner does that otherwise
///     mistake KEY leaves GOAL open
///       sign: expect …           the mistake was made when all its signs hold; they see what
///                                the last command caused
///       history: expect …        a sign that sees all that happened since the step began
///       SHELL LINE               lines that make it
///
/// Headings stand at the margin, what belongs to them is indented. A line that begins with `#` is
/// a comment. `free` may stand before the first step, too, and then holds for all.
struct StepParser {
  private enum Section {
    case none
    case setup
    case goals
    case solution
    case free
    case mistake
  }

  private let file: String
  private var section = Section.none
  private var steps: [Step] = []
  /// For all steps.
  private var freedoms: [Freedom] = []
  private var problems: [LessonProblem] = []

  private init(file: String) { self.file = file }

  static func parse(_ file: LessonFile) -> (steps: [Step], problems: [LessonProblem]) {
    var parser = StepParser(file: file.place)
    for line in file.lines { parser.read(line) }
    parser.finish()
    for freedom in parser.freedoms {
      for index in parser.steps.indices { parser.steps[index].freedoms.append(freedom) }
    }
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

  private mutating func report(_ line: Int, _ fault: StepFault) {
    problems.append(LessonProblem(.step(fault), file: file, line: line))
  }

  // MARK: Headings

  private mutating func readHeading(_ line: SourceLine) {
    let words = line.text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    switch words.first {
    case "step": readStep(words, at: line.number)
    case "setup": enter(.setup, words, at: line.number)
    case "goals": enter(.goals, words, at: line.number)
    case "solution": enter(.solution, words, at: line.number)
    case "free": enterFree(words, at: line.number)
    case "mistake": readMistake(words, at: line.number)
    case .some(let word):
      section = .none
      report(line.number, .noHeading(word))
    case nil: break
    }
  }

  private mutating func readStep(_ words: [String], at line: Int) {
    section = .none
    guard words.count == 2, isKey(words[1]) else {
      return report(line, .badStep)
    }
    if steps.contains(where: { $0.key == words[1] }) {
      report(line, .repeatedStep(words[1]))
    }
    steps.append(Step(key: words[1], line: line))
  }

  private mutating func enter(_ next: Section, _ words: [String], at line: Int) {
    section = .none
    guard let step = steps.last else {
      return report(line, .headingBeforeStep(words[0]))
    }
    guard words.count == 1 else {
      return report(line, .longHeading(words[0]))
    }
    let isRepeated =
      switch next {
      case .setup: !step.setup.isEmpty
      case .goals: !step.goals.isEmpty
      case .solution: !step.solution.isEmpty
      case .none, .free, .mistake: false
      }
    if isRepeated { report(line, .headingTwice(step: step.key, words[0])) }
    section = next
  }

  private mutating func enterFree(_ words: [String], at line: Int) {
    section = .free
    if words.count != 1 { report(line, .longHeading(words[0])) }
  }

  private mutating func readMistake(_ words: [String], at line: Int) {
    section = .none
    guard let step = steps.last else {
      return report(line, .mistakeBeforeStep)
    }
    guard words.count == 5, words[2] == "leaves", words[4] == "open", isKey(words[1]) else {
      return report(line, .badMistake)
    }
    if step.mistakes.contains(where: { $0.key == words[1] }) {
      report(line, .repeatedMistake(words[1]))
    }
    section = .mistake
    steps[steps.count - 1].mistakes.append(Mistake(key: words[1], goal: words[3], line: line))
  }

  // MARK: Content

  private mutating func readContent(_ line: SourceLine) {
    if section == .free { return readFreedom(line) }
    let last = steps.count - 1
    guard last >= 0 else { return report(line.number, .lineBeforeStep) }
    switch section {
    case .none, .free: report(line.number, .noHeadingAbove)
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
      return report(line.number, .goalWithoutKey)
    }
    let last = steps.count - 1
    if let index = steps[last].goals.firstIndex(where: { $0.key == key }) {
      steps[last].goals[index].expectations.append(expectation)
    } else {
      steps[last].goals.append(Goal(key: key, expectations: [expectation]))
    }
  }

  /// `MUTATION: reason`.
  private mutating func readFreedom(_ line: SourceLine) {
    guard let (key, reason) = labelled(line), !reason.text.isEmpty else {
      return report(line.number, .badFree)
    }
    guard let mutation = Mutation(rawValue: key) else {
      let known = Mutation.allCases.map(\.rawValue)
      return report(line.number, .noSuchMutation(key, known: known))
    }
    let freedom = Freedom(mutation: mutation, reason: reason.text, line: line.number)
    if steps.isEmpty {
      freedoms.append(freedom)
    } else {
      steps[steps.count - 1].freedoms.append(freedom)
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
    if steps.isEmpty { report(1, .noSteps) }
    for step in steps {
      if step.goals.isEmpty { report(step.line, .noGoals(step: step.key)) }
      if step.solution.isEmpty { report(step.line, .noSolution(step: step.key)) }
      for mistake in step.mistakes { finish(mistake, of: step) }
    }
  }

  private mutating func finish(_ mistake: Mistake, of step: Step) {
    if !step.goals.contains(where: { $0.key == mistake.goal }) {
      report(mistake.line, .noSuchGoal(step: step.key, goal: mistake.goal))
    }
    if mistake.signs.isEmpty && mistake.pastSigns.isEmpty {
      report(mistake.line, .noSign(mistake: mistake.key))
    }
    if mistake.attempt.isEmpty { report(mistake.line, .noAttempt(mistake: mistake.key)) }
  }
}
