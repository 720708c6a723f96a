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
    case .command(.amqp), .command(.connection), .command(.simulation), .command(.operate): nil
    case .command, .nothing, .incomplete: problem(line, .doesNothing(line.text))
    case .failure(let error): problem(line, .notUnderstood(line.text, error))
    }
  }

  /// A line that claims something.
  private func claim(_ line: SourceLine) -> LessonProblem? {
    switch Command.parse(line.text) {
    case .command(.expect): nil
    case .command, .nothing, .incomplete: problem(line, .claimsNothing(line.text))
    case .failure(let error): problem(line, .notUnderstood(line.text, error))
    }
  }

  private func problem(_ line: SourceLine, _ fault: PlayFault) -> LessonProblem {
    LessonProblem(.play(fault), file: file, line: line.number)
  }
}
