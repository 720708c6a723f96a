import TokkiLanguage

/// Whether a lesson's texts are whole in every language, and have the keys of its steps.
struct TextCheck {
  /// The clients whose lines every step has; others may be there, too.
  private static let clientLanguages = ["go", "python"]
  private static let fewestHints = 2

  var lesson: Lesson

  func problems() -> [LessonProblem] {
    var problems: [LessonProblem] = []
    if lesson.steps.isEmpty {
      problems.append(
        LessonProblem(
          file: lesson.file("lesson.tokki"), rule: "the lesson has no steps",
          cure: "Write the file, with \"step KEY\" and what belongs to it."))
    }
    for language in Language.allCases {
      if let text = lesson.texts.first(where: { $0.language == language }) {
        problems += self.problems(of: text)
      } else {
        problems.append(
          LessonProblem(
            file: lesson.file("\(language.rawValue).md"), rule: "the lesson lacks this language",
            cure: "Write the file, under the same keys as the other language."))
      }
    }
    return problems + clientProblems()
  }

  private func problems(of text: LessonText) -> [LessonProblem] {
    let file = lesson.file("\(text.language.rawValue).md")
    var problems: [LessonProblem] = []
    if text.introduction.isEmpty {
      problems.append(
        LessonProblem(file: file, line: 1, rule: "the introduction is empty", cure: "Write it."))
    }
    problems += keys(
      text.steps.map { KeyedText(key: $0.key, line: $0.line, text: $0.title) },
      lesson.steps.map(\.key), "step", in: file, line: nil)
    for step in lesson.steps {
      if let said = text.step(step.key) { problems += self.problems(of: said, step, in: file) }
    }
    return problems
  }

  private func problems(of text: StepText, _ step: Step, in file: String) -> [LessonProblem] {
    func problem(_ rule: String, _ cure: String) -> LessonProblem {
      LessonProblem(file: file, line: text.line, rule: "\(text.key): \(rule)", cure: cure)
    }
    var problems: [LessonProblem] = []
    let parts = [("explanation", text.explanation), ("task", text.task), ("closing", text.closing)]
    for (name, part) in parts where part.isEmpty {
      problems.append(problem("the \(name) is empty", "Write it."))
    }
    if text.hints.count < Self.fewestHints {
      problems.append(
        problem("there are too few hints", "Write from a nudge to nearly the answer."))
    }
    let counts = lesson.texts.compactMap { $0.step(step.key)?.hints.count }
    if let most = counts.max(), text.hints.count < most {
      problems.append(
        problem("another language has more hints", "Write as many in every language."))
    }
    for (index, hint) in text.hints.enumerated() where hint.isEmpty {
      problems.append(problem("hint \(index + 1) is empty", "Write it, or take it away."))
    }
    problems += keys(text.goals, step.goals.map(\.key), "goal", in: file, line: text.line)
    problems += keys(
      text.mistakes, step.mistakes.map(\.key), "mistake", in: file, line: text.line)
    return problems + repeated(text.mistakes, in: file)
  }

  /// Whether exactly these keys are there, once and with a text.
  private func keys(
    _ found: [KeyedText], _ wanted: [String], _ noun: String, in file: String, line: Int?
  ) -> [LessonProblem] {
    var problems: [LessonProblem] = []
    for key in wanted where !found.contains(where: { $0.key == key }) {
      problems.append(
        LessonProblem(
          file: file, line: line, rule: "the \(noun) \(key) has no text here",
          cure: "Write it under that key, as lesson.tokki has it."))
    }
    var seen: [String] = []
    for keyed in found {
      if seen.contains(keyed.key) {
        problems.append(
          LessonProblem(
            file: file, line: keyed.line, rule: "the \(noun) \(keyed.key) is there twice",
            cure: "Keep one."))
      } else if !wanted.contains(keyed.key) {
        problems.append(
          LessonProblem(
            file: file, line: keyed.line, rule: "lesson.tokki has no \(noun) \(keyed.key)",
            cure: "Take the text away, or correct its key."))
      } else if keyed.text.isEmpty {
        problems.append(
          LessonProblem(
            file: file, line: keyed.line, rule: "the text of the \(noun) \(keyed.key) is empty",
            cure: "Write it after the colon."))
      }
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
        file: file, line: mistake.line,
        rule: "the mistake \(mistake.key) has the sentence of another",
        cure: "Say what this one did.")
    }
  }

  private func clientProblems() -> [LessonProblem] {
    let file = lesson.file("clients.md")
    var problems: [LessonProblem] = []
    for client in lesson.clients {
      if !lesson.steps.contains(where: { $0.key == client.step }) {
        problems.append(
          LessonProblem(
            file: file, line: client.line, rule: "lesson.tokki has no step \(client.step)",
            cure: "Take the lines away, or correct the key."))
      }
      if client.code.allSatisfy(\.isWhitespace) {
        problems.append(
          LessonProblem(
            file: file, line: client.line, rule: "the fence is empty", cure: "Write the lines."))
      }
    }
    for step in lesson.steps {
      for language in Self.clientLanguages
      where !lesson.clients.contains(where: { $0.step == step.key && $0.language == language }) {
        problems.append(
          LessonProblem(
            file: file, rule: "the step \(step.key) has no lines in \(language)",
            cure: "Write a fence \"```\(language)\" under \"## \(step.key)\"."))
      }
    }
    return problems
  }
}
