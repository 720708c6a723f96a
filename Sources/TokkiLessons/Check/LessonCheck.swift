import TokkiLanguage

/// Proves lessons: that their files are whole and fit together, and that each step does what it
/// says when it is played on a simulated broker.
public struct LessonCheck: Sendable {
  public var library: LessonLibrary

  public init(_ library: LessonLibrary) { self.library = library }

  /// Everything that is wrong, in the order of the lessons; empty if all is well.
  public func problems() async -> [LessonProblem] {
    var problems = library.problems
    for lesson in library.lessons {
      problems += TextCheck(lesson: lesson).problems()
      problems += await self.problems(of: lesson)
    }
    return problems
  }

  /// A step is played only when all of its lines are understood.
  private func problems(of lesson: Lesson) async -> [LessonProblem] {
    var problems: [LessonProblem] = []
    for step in lesson.steps {
      let lines = LineCheck(file: lesson.file("lesson.tokki"), step: step).problems()
      problems += lines
      guard lines.isEmpty, !step.goals.isEmpty, !step.solution.isEmpty else { continue }
      problems += await Rehearsal(file: lesson.file("lesson.tokki"), step: step).problems()
    }
    return problems
  }
}

extension Lesson {
  /// The path of one of its files.
  func file(_ name: String) -> String { "\(id)/\(name)" }
}
