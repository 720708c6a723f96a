import TokkiLanguage
public import TokkiShell

extension LessonPreview {
  /// All of it, without an end of the last line.
  ///
  /// - Parameter style: the renderer's language does not count.
  public func text(in style: Style) -> String {
    let renderer = Renderer(language: language, style: style)
    return renderer.text(lines(LessonRenderer(renderer)))
  }

  private func lines(_ renderer: LessonRenderer) -> [StyledLine] {
    let style = renderer.renderer.style
    let prose = Prose(width: min(style.width, 96))
    let name = Localized("English", "한국어")[language]
    let rule = String(repeating: style.isUnicode ? "─" : "-", count: 3)
    var lines: [StyledLine] = [StyledLine("\(rule) \(name) \(rule)", .heading), StyledLine()]
    for part in parts {
      switch part {
      case .said(let parts): lines += renderer.lines(LessonReply(parts: parts))
      case .hints(let hints):
        lines += [renderer.heading(.hints)]
        for (index, hint) in hints.enumerated() {
          lines += prose.wrapped(hint, first: StyledLine("  \(index + 1). "), rest: "     ")
        }
      case .mistakes(let mistakes):
        lines.append(renderer.heading(.mistakes))
        for mistake in mistakes {
          let leaves = renderer.say(.leavesOpen, ["goal": StyledLine(mistake.goal)])
          lines += prose.wrapped(
            leaves.text, first: "  \(StyledLine(mistake.key, .heading)): ", rest: "    ")
          lines += mistake.lines.map { StyledLine("    > \($0)", .quiet) }
          lines += prose.wrapped(mistake.sentence, first: "    ! ", rest: "      ")
        }
      case .solution(let solution):
        lines.append(renderer.heading(.solution))
        lines += solution.map { StyledLine("  > \($0)", .quiet) }
      }
      lines.append(StyledLine())
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// `{"tokki":1,"preview":{…}}` on one line.
  ///
  /// - Parameter lesson: the one that was previewed, and the step's key.
  public func json(of lesson: Lesson, step: Step) -> String {
    let whole = lesson.text(in: language)
    let said = whole?.step(step.key)
    func texts(_ lines: [SourceLine]) -> JSONValue { .array(lines.map { .string($0.text) }) }
    let goals = step.goals.map { goal -> JSONValue in
      .object([
        .init("key", .string(goal.key)), .init("label", .string(said?.label(of: goal.key) ?? "")),
        .init("expectations", texts(goal.expectations)),
      ])
    }
    let mistakes = step.mistakes.map { mistake -> JSONValue in
      .object([
        .init("key", .string(mistake.key)), .init("leaves", .string(mistake.goal)),
        .init("lines", texts(mistake.attempt)),
        .init("sentence", .string(said?.sentence(for: mistake.key) ?? "")),
      ])
    }
    let clients = lesson.clients.filter { $0.step == step.key }.map { client -> JSONValue in
      .object([.init("language", .string(client.language)), .init("code", .string(client.code))])
    }
    let aim = parts.compactMap(\.aim).first.map { Renderer(language: language).text($0) } ?? ""
    let preview: [JSONValue.Member] = [
      .init("lesson", .string(lesson.id)), .init("step", .string(step.key)),
      .init("language", .string(language.rawValue)),
      .init("shown", .string(whole?.language.rawValue ?? "")),
      .init("title", .string(said?.title ?? "")),
      .init("explanation", .string(said?.explanation ?? "")),
      .init("task", .string(said?.task ?? "")), .init("setup", texts(step.setup)),
      .init("goals", .array(goals)),
      .init("hints", .array((said?.hints ?? []).map(JSONValue.string))),
      .init("mistakes", .array(mistakes)), .init("solution", texts(step.solution)),
      .init("aim", .string(aim)), .init("closing", .string(said?.closing ?? "")),
      .init("clients", .array(clients)),
    ]
    return JSONValue.object([.init("tokki", 1), .init("preview", .object(preview))]).text
  }
}

extension PreviewPart {
  /// The picture aimed at.
  fileprivate var aim: Outcome? {
    guard case .said(let parts) = self else { return nil }
    for case .pictures(_, let aim) in parts { return aim }
    return nil
  }
}
