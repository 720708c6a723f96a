import TokkiLanguage

/// Whether the shell understands every line of a step, and each is of the kind that belongs there.
struct LineCheck {
  var file: String
  var step: Step

  func problems() -> [LessonProblem] {
    var problems = step.setup.compactMap(doing)
    problems += step.goals.flatMap(\.expectations).compactMap(claim)
    problems += step.solution.compactMap(doing)
    for mistake in step.mistakes {
      problems += (mistake.signs + mistake.pastSigns).compactMap(claim)
      problems += mistake.attempt.compactMap(doing)
    }
    return problems
  }

  /// A line that does something to the broker.
  private func doing(_ line: SourceLine) -> LessonProblem? {
    switch Command.parse(line.text) {
    case .command(.amqp), .command(.connection), .command(.simulation): nil
    case .command, .nothing, .incomplete:
      problem(
        line, "\"\(line.text)\" does nothing to the broker",
        "Write a command that a learner would type, such as declare, publish, consume.")
    case .failure(let error): misunderstood(line, error)
    }
  }

  /// A line that claims something.
  private func claim(_ line: SourceLine) -> LessonProblem? {
    switch Command.parse(line.text) {
    case .command(.expect): nil
    case .command, .nothing, .incomplete:
      problem(line, "\"\(line.text)\" claims nothing", "Write \"expect …\" after the colon.")
    case .failure(let error): misunderstood(line, error)
    }
  }

  private func misunderstood(_ line: SourceLine, _ error: ParseError) -> LessonProblem {
    let complaint = error.complaint(in: .english)
    return problem(
      line, "the shell does not understand \"\(line.text)\"", complaint.description)
  }

  private func problem(_ line: SourceLine, _ rule: String, _ cure: String) -> LessonProblem {
    LessonProblem(file: file, line: line.number, rule: rule, cure: cure)
  }
}
