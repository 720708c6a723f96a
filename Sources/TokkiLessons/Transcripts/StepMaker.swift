import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// Finds set-up, solution and goals of one step by playing them.
struct StepMaker {
  let words: DraftWords
  /// What the transcript itself expects.
  let claims: [Expectation]

  private var proposals: GoalProposals { GoalProposals(words: words) }

  /// - Returns: false where nothing comes of the step's lines that a goal could claim.
  func complete(_ step: inout DraftStep) async -> Bool {
    await mendSetup(of: &step)
    var isRich = false
    while !step.solution.isEmpty {
      step.goals = await goals(for: step, isRich: isRich)
      if step.goals.isEmpty {
        guard !isRich else { return false }
        isRich = true
        continue
      }
      let problems = await Rehearsal(file: "", step: step.step).problems()
      let unneeded = problems.compactMap { problem -> Int? in
        if case .play(.lineNotNeeded) = problem.fault { problem.line } else { nil }
      }
      if !isRich {
        isRich = true
        if unneeded.isEmpty, await mutations(of: step).isEmpty { return await end(&step, problems) }
      } else if let line = unneeded.last {
        step.solution.remove(at: line - 1)
      } else {
        return await end(&step, problems)
      }
    }
    return false
  }

  private func end(_ step: inout DraftStep, _ problems: [LessonProblem]) async -> Bool {
    if problems.isEmpty { await shortenSetup(of: &step) }
    return problems.isEmpty
  }

  private func mutations(of step: DraftStep) async -> [LessonProblem] {
    await Rehearsal(file: "", step: step.step).mutationProblems().problems
  }

  // MARK: Set-up

  private func shell() -> Shell {
    Shell(
      simulator: Simulation(), configuration: Shell.Configuration(language: words.language))
  }

  /// A line of the set-up that fails is left out, until none does.
  private func mendSetup(of step: inout DraftStep) async {
    while let failed = await Stage.set(step.step, on: shell()) {
      step.setup.remove(at: failed.line.number - 1)
    }
  }

  /// Takes away what makes no difference to the step: the broker looks the same at its beginning
  /// and its end, and the goals are open and met as before.
  private func shortenSetup(of step: inout DraftStep) async {
    let looks = await self.looks(of: step)
    var shortest = step
    for index in step.setup.indices.reversed() {
      var shorter = shortest
      shorter.setup.remove(at: index)
      if await self.looks(of: shorter) == looks { shortest = shorter }
    }
    if await Rehearsal(file: "", step: shortest.step).problems().isEmpty { step = shortest }
  }

  /// How the broker looks at the beginning and at the end, and which goals are met then; nil where
  /// the set-up fails.
  private func looks(of step: DraftStep) async -> [String]? {
    let stage = shell()
    guard await Stage.set(step.step, on: stage) == nil else { return nil }
    var looks: [String] = []
    for lines in [[], step.solution] {
      for line in lines { _ = await stage.run(line) }
      looks.append(await stage.render(stage.run("show")))
      for goal in step.goals {
        for expectation in goal.expectations {
          looks.append("\(await stage.evaluate(expectation).isMet)")
        }
      }
    }
    return looks
  }

  // MARK: Goals

  /// - Parameter isRich: with what followed from commands that have a goal of their own, too.
  private func goals(for step: DraftStep, isRich: Bool) async -> [DraftGoal] {
    let stage = shell()
    _ = await Stage.set(step.step, on: stage)
    let start = shell()
    _ = await Stage.set(step.step, on: start)
    var found: [DraftGoal] = []
    for line in step.solution {
      guard case .command(let command) = Command.parse(line) else { continue }
      let outcome = await stage.run(line)
      let own = proposals.goals(of: command, outcome)
      found += own
      if own.isEmpty || isRich { found += proposals.consequences(of: outcome) }
    }
    found += proposals.counts(in: await stage.run("show"))
    found += claims.map { DraftGoal("claim", words.claimed($0), [$0]) }
    var kept: [DraftGoal] = []
    for goal in Self.counted(found) {
      var goal = goal
      var open: [Expectation] = []
      for expectation in goal.expectations {
        let isMet = await stage.evaluate(expectation).isMet
        if isMet, await !start.evaluate(expectation).isMet { open.append(expectation) }
      }
      goal.expectations = open
      let isNew = !kept.contains { $0.expectations == open }
      if !open.isEmpty, isNew { kept.append(goal) }
    }
    return kept.keyed()
  }

  /// What happened several times is claimed once, as often as it happened.
  private static func counted(_ goals: [DraftGoal]) -> [DraftGoal] {
    var result: [DraftGoal] = []
    for goal in goals {
      guard let expectation = goal.expectations.first, expectation.subject.isOfThePast,
        let earlier = result.firstIndex(where: { $0.base == goal.base })
      else {
        result.append(goal)
        continue
      }
      let count = result[earlier].times + goal.times
      result[earlier].expectations = [expectation.counted(count)]
    }
    return result
  }
}

extension DraftGoal {
  /// What is claimed, however often.
  fileprivate var base: Expectation? { expectations.first?.uncounted }

  fileprivate var times: Int64 {
    for predicate in expectations.first?.predicates ?? [] {
      if case .measure(.count, let comparison) = predicate.fact { return comparison.bound }
    }
    return 1
  }
}

extension Expectation {
  fileprivate var uncounted: Expectation {
    var result = self
    result.predicates.removeAll { predicate in
      if case .measure(.count, _) = predicate.fact { true } else { false }
    }
    return result
  }

  fileprivate func counted(_ count: Int64) -> Expectation {
    var result = uncounted
    result.predicates.append(Predicate(.measure(.count, Comparison(.atLeast, count))))
    return result
  }
}
