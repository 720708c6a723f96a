import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// Plays one step: untouched, solved, solved with a line left out or done wrong, and mistaken.
struct Rehearsal {
  var file: String
  var step: Step

  /// What came of playing some lines from the step's beginning.
  private struct Performance {
    var coach: Coach
    /// The mistakes that the coach named, one after the other.
    var mistakes: [String] = []
    var failedSetup: Stage.Failure?
    /// Lines that did not do what they were to do.
    var failures: [Stage.Failure] = []
  }

  func problems() async -> [LessonProblem] {
    let start = await play([])
    if let failed = start.failedSetup {
      return [problem(failed.line.number, .setupFails(failed.line.text, failed.outcome))]
    }
    var problems = start.coach.states.filter(\.isMet).map { state in
      problem(line(of: state.key), .metFromStart(goal: state.key, step: step.key))
    }
    problems += await solutionProblems()
    for mistake in step.mistakes { problems += await self.problems(of: mistake) }
    return problems
  }

  private func solutionProblems() async -> [LessonProblem] {
    let solved = await play(step.solution)
    guard solved.coach.isPassed else {
      let failures = solved.failures.map { failure in
        problem(failure.line.number, .solutionFails(failure.line.text, failure.outcome))
      }
      return solved.coach.states.filter { !$0.isMet }.map { state in
        problem(line(of: state.key), .goalOpen(goal: state.key, miss: state.miss))
      } + failures
    }
    var problems: [LessonProblem] = []
    if let mistake = step.mistakes.first(where: { solved.mistakes.contains($0.key) }) {
      problems.append(problem(mistake.line, .mistakeOnTheWay(mistake.key)))
    }
    for (index, line) in step.solution.enumerated() {
      var rest = step.solution
      rest.remove(at: index)
      if await isPassed(by: rest) {
        problems.append(problem(line.number, .lineNotNeeded(line.text)))
      }
    }
    return problems
  }

  /// The typical mistakes in the solution that no goal notices, and the freedoms that nothing was
  /// found for.
  func mutationProblems() async -> (problems: [LessonProblem], unused: [Freedom]) {
    var problems: [LessonProblem] = []
    var used: Set<Mutation> = []
    for (index, line) in step.solution.enumerated() {
      guard case .command(let command) = Command.parse(line.text) else { continue }
      for mutation in Mutation.allCases {
        for variant in mutation.variants(of: command) {
          var lines = step.solution
          lines[index].text = variant.description
          guard await isPassed(by: lines) else { continue }
          used.insert(mutation)
          guard !step.freedoms.contains(where: { $0.mutation == mutation }) else { continue }
          problems.append(problem(line.number, .notNoticed(mutation, line: variant.description)))
        }
      }
    }
    return (problems, step.freedoms.filter { !used.contains($0.mutation) })
  }

  private func problems(of mistake: Mistake) async -> [LessonProblem] {
    let performance = await play(mistake.attempt)
    if performance.coach.states.contains(where: { $0.key == mistake.goal && $0.isMet }) {
      return [
        problem(
          mistake.line, .mistakeMeetsGoal(mistake: mistake.key, goal: mistake.goal))
      ]
    }
    guard performance.mistakes.last != mistake.key else { return [] }
    return [
      problem(
        mistake.line, .mistakeNotSaid(mistake.key, instead: performance.mistakes.last))
    ]
  }

  private func play(_ lines: [SourceLine]) async -> Performance {
    let shell = Shell(simulator: Simulation())
    var performance = Performance(coach: Coach(step: step))
    performance.failedSetup = await Stage.set(step, on: shell)
    await performance.coach.look(shell)
    for line in lines {
      let outcome = await shell.run(line.text)
      if outcome.isFailure {
        performance.failures.append(Stage.Failure(line: line, outcome: outcome))
      }
      guard outcome.status != .refused else { continue }
      let judgement = await performance.coach.judge(shell, isNew: true)
      if let mistake = judgement.mistake { performance.mistakes.append(mistake) }
    }
    return performance
  }

  /// Whether all goals hold at some moment, as a learner passes a step.
  private func isPassed(by lines: [SourceLine]) async -> Bool {
    let shell = Shell(simulator: Simulation())
    var coach = Coach(step: step)
    _ = await Stage.set(step, on: shell)
    for line in lines {
      let outcome = await shell.run(line.text)
      if outcome.status != .refused, await coach.passes(shell) { return true }
    }
    return false
  }

  private func line(of goal: String) -> Int {
    step.goals.first { $0.key == goal }?.expectations.first?.number ?? step.line
  }

  private func problem(_ line: Int, _ fault: PlayFault) -> LessonProblem {
    LessonProblem(.play(fault), file: file, line: line)
  }
}
