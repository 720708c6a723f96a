extension LessonLibrary {
  /// A lesson, and some of its steps.
  public struct Place: Hashable, Sendable {
    public var lesson: Lesson
    public var steps: [Step]
  }

  /// Whether a lesson is named by a folder.
  public static func isFolder(_ name: String) -> Bool {
    LessonFolder.isPath(name)
      || LessonFolder.isFolder(name)
        && embedded().lesson(named: name) == nil
  }

  /// What a name such as `2.ack`, `02-work-queues.4` or `2` means; where there is one lesson, a
  /// step suffices, or nothing. nil where there is no such thing.
  public func place(_ name: String) -> Place? {
    if let lesson = lessons.first, lessons.count == 1 {
      if name.isEmpty { return Place(lesson: lesson, steps: lesson.steps) }
      if let step = lesson.step(named: name) { return Place(lesson: lesson, steps: [step]) }
    }
    if let lesson = lesson(named: name) { return Place(lesson: lesson, steps: lesson.steps) }
    guard let dot = name.lastIndex(of: "."), let lesson = lesson(named: String(name[..<dot])),
      let step = lesson.step(named: String(name[name.index(after: dot)...]))
    else { return nil }
    return Place(lesson: lesson, steps: [step])
  }

  /// What stands against playing a lesson, found without playing it.
  public func obstacles(to lesson: Lesson) -> [LessonProblem] {
    LessonCheck(self).obstacles(to: lesson)
  }
}

extension Lesson {
  /// By its key, or its number from 1.
  func step(named name: String) -> Step? {
    if let step = steps.first(where: { $0.key == name }) { return step }
    guard let number = Int(name), steps.indices.contains(number - 1) else { return nil }
    return steps[number - 1]
  }
}

extension LessonLibrary {
  /// The folders that the path at the end of a line may become, as it begins: `./`, `~/`, `/`.
  public static func folders(continuing line: String) -> [String] {
    let word = line.reversed().prefix { $0 != " " && $0 != "\"" && $0 != "'" }.reversed()
    let path = String(word)
    guard LessonFolder.isPath(path), let slash = path.lastIndex(of: "/") else { return [] }
    return LessonFolder.folders(in: String(path[...slash]))
  }
}
