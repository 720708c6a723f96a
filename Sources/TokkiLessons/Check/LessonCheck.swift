import TokkiLanguage

/// Proves lessons: that their files are whole and fit together, and that each step does what it
/// says when it is played on a simulated broker.
public struct LessonCheck: Sendable {
  public var library: LessonLibrary

  public init(_ library: LessonLibrary) { self.library = library }

  /// Everything that is wrong, in the order of the lessons; empty if all is well. Those that are
  /// warnings are about how good a lesson is, not about whether it can be played.
  public func problems() async -> [LessonProblem] {
    var problems = library.problems
    for lesson in library.lessons {
      let missing = missingSteps(of: lesson)
      problems += missing
      // Without steps everything in the other files would be one too many.
      if !missing.isEmpty { continue }
      problems += TextCheck(lesson: lesson).problems()
      problems += await self.problems(of: lesson)
    }
    return problems
  }

  /// What stands against playing a lesson, found without playing it.
  func obstacles(to lesson: Lesson) -> [LessonProblem] {
    var problems = library.problems.filter { $0.file.hasPrefix(lesson.folder + "/") }
    problems += missingSteps(of: lesson)
    problems += TextCheck(lesson: lesson).problems()
    for step in lesson.steps {
      problems += LineCheck(file: lesson.file(LessonFile.steps), step: step).problems()
    }
    return problems.filter { !$0.isWarning }
  }

  /// Where there is no `lesson.tokki`, which would be told already if it were only empty.
  private func missingSteps(of lesson: Lesson) -> [LessonProblem] {
    let file = lesson.file(LessonFile.steps)
    guard lesson.steps.isEmpty, !library.problems.contains(where: { $0.file == file }) else {
      return []
    }
    return [LessonProblem(.file(.stepsMissing), file: file)]
  }

  /// A step is played only when all of its lines are understood.
  private func problems(of lesson: Lesson) async -> [LessonProblem] {
    var problems: [LessonProblem] = []
    let file = lesson.file(LessonFile.steps)
    var unused: [Freedom: Int] = [:]
    for step in lesson.steps {
      let lines = LineCheck(file: file, step: step).problems()
      problems += lines
      guard lines.isEmpty, !step.goals.isEmpty, !step.solution.isEmpty else { continue }
      let rehearsal = Rehearsal(file: file, step: step)
      let found = await rehearsal.problems()
      problems += found
      guard found.isEmpty else { continue }
      let mutations = await rehearsal.mutationProblems()
      problems += mutations.problems
      for freedom in mutations.unused { unused[freedom, default: 0] += 1 }
    }
    // One that holds for all steps is idle when none of them needs it.
    for freedom in lesson.freedoms {
      let count = lesson.steps.count { $0.freedoms.contains(freedom) }
      if unused[freedom] == count {
        problems.append(
          LessonProblem(.play(.idleFree(freedom.mutation)), file: file, line: freedom.line))
      }
    }
    return problems
  }
}

extension Lesson {
  /// Each once, in their order.
  fileprivate var freedoms: [Freedom] {
    var found: [Freedom] = []
    for freedom in steps.flatMap(\.freedoms) where !found.contains(freedom) {
      found.append(freedom)
    }
    return found
  }
}
