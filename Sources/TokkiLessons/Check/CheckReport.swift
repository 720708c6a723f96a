public import TokkiLanguage
public import TokkiShell

/// What came of checking lessons.
public struct CheckReport: Hashable, Sendable {
  public var lessonCount: Int
  public var stepCount: Int
  public var problems: [LessonProblem]

  /// Plays every step of every lesson.
  public init(checking library: LessonLibrary) async {
    lessonCount = library.lessons.count
    stepCount = library.lessons.reduce(0) { $0 + $1.steps.count }
    problems = await LessonCheck(library).problems()
  }

  public var warningCount: Int { problems.count(where: \.isWarning) }
  public var errorCount: Int { problems.count - warningCount }

  /// - Parameter isStrict: whether a warning is as bad as an error.
  public func isPassed(isStrict: Bool) -> Bool {
    errorCount == 0 && (warningCount == 0 || !isStrict)
  }

  /// One line, without its end.
  public func summary(isStrict: Bool, in language: Language) -> String {
    let mark = isPassed(isStrict: isStrict) ? "✓" : "✗"
    let parts: [String]
    switch language {
    case .english:
      parts =
        [Self.count(lessonCount, "lesson"), Self.count(stepCount, "step")]
        + (errorCount > 0 ? [Self.count(errorCount, "error")] : [])
        + (warningCount > 0 ? [Self.count(warningCount, "warning")] : [])
    case .korean:
      parts =
        ["레슨 \(lessonCount)개", "단계 \(stepCount)개"]
        + (errorCount > 0 ? ["오류 \(errorCount)개"] : [])
        + (warningCount > 0 ? ["경고 \(warningCount)개"] : [])
    }
    return "\(mark) \(parts.joined(separator: ", "))"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// `{"tokki":1,"problem":{…}}` for each problem, then `{"tokki":1,"checked":{…}}`.
  public func jsonLines(isStrict: Bool, in language: Language) -> [String] {
    let problems = problems.map { problem -> JSONValue in
      .object([.init("tokki", 1), .init("problem", problem.json(in: language))])
    }
    let checked = JSONValue.object([
      .init("lessons", .integer(Int64(lessonCount))), .init("steps", .integer(Int64(stepCount))),
      .init("errors", .integer(Int64(errorCount))),
      .init("warnings", .integer(Int64(warningCount))),
      .init("passed", .boolean(isPassed(isStrict: isStrict))),
    ])
    return (problems + [.object([.init("tokki", 1), .init("checked", checked)])]).map(\.text)
  }
}

extension LessonProblem {
  /// `file`, `line` (left out where the whole file is meant), `fault`, `severity`, `rule`, `cure`.
  public func json(in language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [.init("file", .string(file))]
    if let line { members.append(.init("line", .integer(Int64(line)))) }
    members += [
      .init("fault", .string(name)), .init("severity", isWarning ? "warning" : "error"),
      .init("rule", .string(rule(in: language))), .init("cure", .string(cure(in: language))),
    ]
    return .object(members)
  }
}
