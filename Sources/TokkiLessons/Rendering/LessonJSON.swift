public import TokkiLanguage
import TokkiShell

extension LessonReply {
  /// What a lesson says, as one line of JSON:
  ///
  /// ```
  /// {"tokki":1,"lesson":[{"part":"lessons","folder":…,"lessons":[…],"text":…},…]}
  /// ```
  ///
  /// Every part has its name and its text; lists have `lessons` (id, title, passed, steps with
  /// title, mark, current), files at fault have `problems` as the check writes them.
  public func json(in language: Language) -> String {
    let renderer = LessonRenderer(Renderer(language: language))
    let values = parts.map { part -> JSONValue in
      var members = [JSONValue.Member("part", .string(part.name))]
      members += part.members(in: language)
      members.append(.init("text", .string(renderer.text(LessonReply(parts: [part])))))
      return .object(members)
    }
    return JSONValue.object([.init("tokki", 1), .init("lesson", .array(values))]).text
  }
}

extension LessonPart {
  fileprivate var name: String { String("\(self)".prefix { $0.isLetter }) }

  fileprivate func members(in language: Language) -> [JSONValue.Member] {
    if case .lessons(let lessons, let folder) = self {
      let place = folder.map { [JSONValue.Member("folder", .string($0))] } ?? []
      return place + [.init("lessons", .array(lessons.map(\.json)))]
    }
    if case .refusal(.faultyLesson(let lesson, let problems)) = self {
      return [
        .init("folder", .string(lesson)),
        .init("problems", .array(problems.map { $0.json(in: language) })),
      ]
    }
    return []
  }
}

extension ShownLesson {
  fileprivate var json: JSONValue {
    .object([
      .init("id", .string(id)), .init("title", .string(title)),
      .init("passed", .integer(Int64(passedCount))),
      .init(
        "steps",
        .array(
          steps.map { step in
            .object([
              .init("title", .string(step.title)),
              .init("mark", step.mark.map { .string("\($0)") } ?? .null),
              .init("current", .boolean(step.isCurrent)),
            ])
          })),
    ])
  }
}
