import TokkiLanguage

/// Whether a lesson's texts are whole in every language, and have the keys of its steps.
struct TextCheck {
  /// The clients whose lines every step has; others may be there, too.
  private static let clientLanguages = ["go", "python"]
  private static let fewestHints = 2

  var lesson: Lesson

  func problems() -> [LessonProblem] {
    var problems: [LessonProblem] = []
    if lesson.texts.isEmpty {
      problems.append(LessonProblem(.text(.noLanguage), file: lesson.file("en.md")))
      return problems + clientProblems()
    }
    for language in Language.allCases {
      if let text = lesson.texts.first(where: { $0.language == language }) {
        problems += self.problems(of: text)
      } else {
        problems.append(
          LessonProblem(
            .text(.languageMissing(language)), file: lesson.file("\(language.rawValue).md")))
      }
    }
    return problems + clientProblems()
  }

  private func problems(of text: LessonText) -> [LessonProblem] {
    let file = lesson.file("\(text.language.rawValue).md")
    var problems: [LessonProblem] = []
    if text.introduction.isEmpty {
      problems.append(LessonProblem(.text(.emptyIntroduction), file: file, line: 1))
    }
    problems += keys(
      text.steps.map { KeyedText(key: $0.key, line: $0.line, text: $0.title) },
      lesson.steps.map(\.key), .step, in: file, line: nil)
    for step in lesson.steps {
      if let said = text.step(step.key) { problems += self.problems(of: said, step, in: file) }
    }
    return problems
  }

  private func problems(of text: StepText, _ step: Step, in file: String) -> [LessonProblem] {
    var faults: [TextFault] = []
    let parts = [("explanation", text.explanation), ("task", text.task), ("closing", text.closing)]
    for (name, part) in parts where part.isEmpty {
      faults.append(.emptyPart(step: text.key, part: name))
    }
    if text.hints.count < Self.fewestHints { faults.append(.fewHints(step: text.key)) }
    let counts = lesson.texts.compactMap { $0.step(step.key)?.hints.count }
    if let most = counts.max(), text.hints.count < most {
      faults.append(.fewerHints(step: text.key))
    }
    for (index, hint) in text.hints.enumerated() where hint.isEmpty {
      faults.append(.emptyHint(step: text.key, number: index + 1))
    }
    var problems = faults.map { LessonProblem(.text($0), file: file, line: text.line) }
    problems += keys(text.goals, step.goals.map(\.key), .goal, in: file, line: text.line)
    problems += keys(text.mistakes, step.mistakes.map(\.key), .mistake, in: file, line: text.line)
    return problems + repeated(text.mistakes, in: file)
  }

  /// Whether exactly these keys are there, once and with a text.
  private func keys(
    _ found: [KeyedText], _ wanted: [String], _ noun: TextFault.Noun, in file: String, line: Int?
  ) -> [LessonProblem] {
    var problems: [LessonProblem] = []
    for key in wanted where !found.contains(where: { $0.key == key }) {
      problems.append(LessonProblem(.text(.noText(noun, key)), file: file, line: line))
    }
    var seen: [String] = []
    for keyed in found {
      var fault: TextFault?
      if seen.contains(keyed.key) {
        fault = .twice(noun, keyed.key)
      } else if !wanted.contains(keyed.key) {
        fault = .unknown(noun, keyed.key)
      } else if keyed.text.isEmpty, noun != .step {
        fault = .emptyText(noun, keyed.key)
      }
      if let fault { problems.append(LessonProblem(.text(fault), file: file, line: keyed.line)) }
      seen.append(keyed.key)
    }
    return problems
  }

  /// Each mistake has a sentence of its own.
  private func repeated(_ mistakes: [KeyedText], in file: String) -> [LessonProblem] {
    mistakes.enumerated().compactMap { index, mistake in
      guard !mistake.text.isEmpty, mistakes[..<index].contains(where: { $0.text == mistake.text })
      else { return nil }
      return LessonProblem(
        .text(.sentenceOfAnother(mistake: mistake.key)), file: file, line: mistake.line)
    }
  }

  private func clientProblems() -> [LessonProblem] {
    let file = lesson.file("clients.md")
    var problems: [LessonProblem] = []
    for client in lesson.clients {
      if !lesson.steps.contains(where: { $0.key == client.step }) {
        problems.append(
          LessonProblem(.client(.noSuchStep(client.step)), file: file, line: client.line))
      }
      if client.code.allSatisfy(\.isWhitespace) {
        problems.append(LessonProblem(.client(.emptyFence), file: file, line: client.line))
      }
    }
    if lesson.clients.isEmpty, !lesson.steps.isEmpty {
      return problems + [LessonProblem(.client(.noLines), file: file)]
    }
    for step in lesson.steps {
      for language in Self.clientLanguages
      where !lesson.clients.contains(where: { $0.step == step.key && $0.language == language }) {
        problems.append(
          LessonProblem(.client(.missing(step: step.key, language: language)), file: file))
      }
    }
    return problems
  }
}
