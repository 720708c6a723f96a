import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// Plays one step: untouched, solved, solved with a line left out, and mistaken.
struct Rehearsal {
  var file: String
  var step: Step

  /// What came of playing some lines from the step's beginning.
  private struct Performance {
    var coach: Coach
    /// The mistakes that the coach named, one after the other.
    var mistakes: [String] = []
    var failedSetup: SourceLine?
  }

  func problems() async -> [LessonProblem] {
    let start = await play([])
    if let line = start.failedSetup {
      return [problem(line.number, "a line of the set-up fails", "Mend \"\(line.text)\".")]
    }
    var problems = start.coach.states.filter(\.isMet).map { state in
      problem(
        line(of: state.key), "the goal \(state.key) of the step \(step.key) is met from the start",
        "Claim something that only the learner brings about.")
    }
    problems += await solutionProblems()
    for mistake in step.mistakes { problems += await self.problems(of: mistake) }
    return problems
  }

  private func solutionProblems() async -> [LessonProblem] {
    let solved = await play(step.solution)
    guard solved.coach.isPassed else {
      return solved.coach.states.filter { !$0.isMet }.map { state in
        problem(
          line(of: state.key), "the solution does not meet the goal \(state.key)\(why(state))",
          "Mend the solution or the goal.")
      }
    }
    var problems: [LessonProblem] = []
    if let mistake = step.mistakes.first(where: { solved.mistakes.contains($0.key) }) {
      problems.append(
        problem(
          mistake.line, "on the way of the solution the coach says \(mistake.key)",
          "Add a sign that tells the wrong way from the right one."))
    }
    for (index, line) in step.solution.enumerated() {
      var rest = step.solution
      rest.remove(at: index)
      if await play(rest).coach.isPassed {
        problems.append(
          problem(
            line.number, "the step is passed without \"\(line.text)\", too",
            "Take the line out of the solution, or claim what it does in a goal."))
      }
    }
    return problems
  }

  private func problems(of mistake: Mistake) async -> [LessonProblem] {
    let performance = await play(mistake.attempt)
    var problems: [LessonProblem] = []
    if performance.coach.states.contains(where: { $0.key == mistake.goal && $0.isMet }) {
      problems.append(
        problem(
          mistake.line, "the mistake \(mistake.key) meets the goal \(mistake.goal)",
          "Mend its lines, or name another goal."))
    } else if performance.mistakes.last != mistake.key {
      let said = performance.mistakes.last.map { "says \($0)" } ?? "says nothing"
      problems.append(
        problem(
          mistake.line, "after the mistake \(mistake.key) the coach \(said)",
          "Mend its signs; of several mistakes the first whose signs hold is named."))
    }
    return problems
  }

  private func play(_ lines: [SourceLine]) async -> Performance {
    let shell = Shell(simulator: Simulation())
    var performance = Performance(coach: Coach(step: step))
    performance.failedSetup = await Stage.set(step, on: shell)
    await performance.coach.look(shell)
    for line in lines {
      let outcome = await shell.run(line.text)
      guard outcome.status != .refused else { continue }
      let judgement = await performance.coach.judge(shell, isNew: true)
      if let mistake = judgement.mistake { performance.mistakes.append(mistake) }
    }
    return performance
  }

  private func why(_ state: GoalState) -> String {
    guard let miss = state.miss, case .unmet(let difference) = miss.judgement else { return "" }
    return " (\(Command.expect(miss.expectation)): \(Renderer().sentence(difference).text))"
  }

  private func line(of goal: String) -> Int {
    step.goals.first { $0.key == goal }?.expectations.first?.number ?? step.line
  }

  private func problem(_ line: Int, _ rule: String, _ cure: String) -> LessonProblem {
    LessonProblem(file: file, line: line, rule: rule, cure: cure)
  }
}
