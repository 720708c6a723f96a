import TokkiLanguage
public import TokkiShell

/// Writes what a lesson says, beside what the shell's renderer writes.
public struct LessonRenderer: Sendable {
  public var renderer: Renderer

  public init(_ renderer: Renderer) { self.renderer = renderer }

  /// The whole answer, without a line end after the last line.
  public func text(_ reply: LessonReply) -> String { renderer.text(lines(reply)) }

  public func lines(_ reply: LessonReply) -> [StyledLine] {
    var lines = reply.outcome.map(renderer.lines) ?? []
    for part in reply.parts { lines += self.lines(part) }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    return lines
  }

  private var prose: Prose { Prose(width: min(renderer.style.width, 96)) }

  private var good: StyledLine { StyledLine(renderer.style.isUnicode ? "✓" : "ok", .good) }

  private var open: StyledLine { StyledLine(renderer.style.isUnicode ? "○" : "-", .quiet) }

  private var dash: StyledLine { StyledLine(renderer.style.isUnicode ? "—" : "-") }

  private var pointer: StyledLine { StyledLine(renderer.style.isUnicode ? "←" : "<-") }

  private var bad: StyledLine { StyledLine("!", .warning) }

  private func lines(_ part: LessonPart) -> [StyledLine] {
    switch part {
    case .lesson(let title, let introduction):
      let introduction = introduction.isEmpty ? [] : [StyledLine()] + prose.lines(introduction)
      return [StyledLine(), heading(.lesson, ["title": StyledLine(title)])] + introduction
    case .untranslated(_, let shown):
      let phrase: LessonPhrase =
        switch shown {
        case .english: .english
        case .korean: .korean
        }
      return [StyledLine(say(phrase).text, .warning)]
    case .step(let text, let number, let count, let setup):
      return step(text, number: number, of: count, setup: setup)
    case .stepAgain(let text, let number, let count):
      return [title(of: text, number, count), StyledLine(), heading(.task)]
        + prose.lines(text.task)
    case .goals(let goals):
      return [StyledLine(), heading(.goals)] + goals.flatMap(self.lines)
    case .pictures(let now, let aim): return pictures(now, aim)
    case .reached(let label): return remark(good, .reached, label)
    case .lost(let label): return remark(bad, .lost, label)
    case .stillOpen(let label, let miss):
      return remark(open, .stillOpen, label) + difference(miss)
    case .mistake(let sentence): return marked(bad, sentence)
    case .passed(let closing, let clients, let next):
      return passed(closing, clients, next)
    case .hint(let hint, let number, let count): return self.hint(hint, number, of: count)
    case .confirmation:
      return prose.wrapped(
        say(.confirmation, ["hint": "`hint`", "yes": "`yes`"]).text)
    case .played(let outcome):
      return [StyledLine("> \(outcome.line)", .heading)] + renderer.lines(outcome)
    case .lessons(let lessons, let folder): return self.lessons(lessons, folder)
    case .refusal(.faultyLesson(let lesson, let problems)): return faulty(lesson, problems)
    case .refusal(let refusal): return marked(bad, sentence(refusal))
    case .note(let note): return prose.wrapped(sentence(note))
    }
  }

  // MARK: Parts

  private func step(
    _ text: StepText, number: Int, of count: Int, setup: [String]
  ) -> [StyledLine] {
    var lines = [StyledLine(), title(of: text, number, count), StyledLine()]
    lines += prose.lines(text.explanation)
    if !setup.isEmpty {
      lines += [StyledLine(), StyledLine(say(.stage).text, .quiet)]
      lines += setup.map { StyledLine("  \($0)", .quiet) }
    }
    lines += [StyledLine(), heading(.task)]
    return lines + prose.lines(text.task)
  }

  private func title(of text: StepText, _ number: Int, _ count: Int) -> StyledLine {
    heading(.step, ["number": "\(number)", "count": "\(count)", "title": StyledLine(text.title)])
  }

  private func lines(_ goal: ShownGoal) -> [StyledLine] {
    marked("  \(goal.isMet ? good : open)", goal.label)
      + (goal.isMet ? [] : difference(goal.miss, indent: "      "))
  }

  private func pictures(_ now: Outcome, _ aim: Outcome) -> [StyledLine] {
    var lines = [StyledLine(), StyledLine(say(.now).text, .quiet)]
    lines += renderer.lines(now)
    lines += [StyledLine(), StyledLine(say(.aim).text, .quiet)]
    return lines + renderer.lines(aim)
  }

  private func difference(_ miss: Verdict?, indent: String = "    ") -> [StyledLine] {
    guard let miss, case .unmet(let difference) = miss.judgement else { return [] }
    let claim = StyledLine("\(Command.expect(miss.expectation))", .quiet)
    return ["\(StyledLine(indent))\(claim) \(dash) \(renderer.sentence(difference))"]
  }

  private func passed(
    _ closing: String, _ clients: [ClientCode], _ next: Following
  ) -> [StyledLine] {
    var lines = [StyledLine(), "\(good) \(StyledLine(say(.passed).text, .good))", StyledLine()]
    lines += prose.lines(closing)
    for client in clients {
      let name = client.language.prefix(1).uppercased() + client.language.dropFirst()
      lines += [StyledLine(), StyledLine(say(.code, ["language": StyledLine(name)]).text, .quiet)]
      lines += client.code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        StyledLine("    " + line.replacing("\t", with: "    "), .body)
      }
    }
    lines.append(StyledLine())
    switch next {
    case .step: lines += prose.wrapped(say(.nextStep, ["command": "`next`"]).text)
    case .lesson(let title):
      lines += prose.wrapped(
        say(.nextLesson, ["command": "`next`", "title": StyledLine(title)]).text)
    case .nothing: lines += prose.wrapped(say(.nextNothing).text)
    }
    return lines
  }

  private func hint(_ hint: String, _ number: Int, of count: Int) -> [StyledLine] {
    let head = say(.hint, ["number": "\(number)", "count": "\(count)"]).text
    let tail =
      number < count
      ? say(.moreHints, ["command": "`hint`"]) : say(.lastHint, ["command": "`solution`"])
    return prose.wrapped(head + hint + " " + tail.text)
  }

  private func lessons(_ lessons: [ShownLesson], _ folder: String?) -> [StyledLine] {
    var lines = [StyledLine()]
    lines.append(
      folder.map { heading(.listOfFolder, ["folder": StyledLine($0)]) } ?? heading(.list))
    for lesson in lessons {
      let count = say(
        .count, ["passed": "\(lesson.passedCount)", "count": "\(lesson.steps.count)"])
      lines.append("  \(StyledLine(lesson.id, .heading))  \(StyledLine(lesson.title))  \(count)")
      for step in lesson.steps where lesson.isCurrent || lesson.passedCount > 0 {
        let here: StyledLine = step.isCurrent ? "  \(pointer) \(say(.here))" : ""
        lines.append("      \(sign(step.mark)) \(StyledLine(step.title))\(here)")
      }
    }
    lines += legend(lessons.flatMap(\.steps).map(\.mark))
    guard let path = lessons.first?.path else {
      return lines
        + prose.wrapped(say(.commands, ["start": "`lesson 1`", "reset": "`lesson reset 1`"]).text)
    }
    let start = Command.lesson(.start(path)).description
    return lines + prose.wrapped(say(.commandOfFolder, ["start": StyledLine("`\(start)`")]).text)
  }

  /// What the signs mean of steps that were not passed by the learner's own hand.
  private func legend(_ marks: [ShownStep.Mark?]) -> [StyledLine] {
    var parts: [StyledLine] = []
    if marks.contains(.shown) {
      parts.append("\(sign(.shown)) \(say(.shown, ["command": "`solution`"]))")
    }
    if marks.contains(.skipped) { parts.append("\(sign(.skipped)) \(say(.skipped))") }
    return parts.map { part -> StyledLine in "  \(part)" }
  }

  /// Each problem is a line of its own, unbroken, so that its place can be found and opened.
  private func faulty(_ lesson: String, _ problems: [LessonProblem]) -> [StyledLine] {
    let check = "tokki lesson check \(VisibleText.name(lesson))"
    return marked(bad, say(.faulty, ["lesson": StyledLine(VisibleText.name(lesson))]).text)
      + problems.map { StyledLine("  " + $0.text(in: renderer.language)) }
      + prose.wrapped(say(.faultyCure, ["command": StyledLine("`\(check)`")]).text)
  }

  private func sign(_ mark: ShownStep.Mark?) -> StyledLine {
    switch mark {
    case .passed: good
    case .shown: StyledLine("=", .good)
    case .skipped: StyledLine("-", .warning)
    case nil: open
    }
  }

  // MARK: Sentences

  private func sentence(_ refusal: LessonRefusal) -> String {
    switch refusal {
    case .noLesson: say(.noLesson, ["list": "`lesson list`", "start": "`lesson 1`"]).text
    case .noSuchLesson(let name, let known, let folder):
      say(
        .noSuchLesson,
        ["name": StyledLine(name), "known": StyledLine(known.joined(separator: ", "))]
      ).text
        + (folder.map { path in
          let command = Command.lesson(.start(path)).description
          return ". " + say(.folderOfName, ["command": StyledLine("`\(command)`")]).text
        } ?? "")
    case .faultyLesson(let lesson, _): say(.faulty, ["lesson": StyledLine(lesson)]).text
    case .goalsOpen(let count):
      say(
        .goalsOpen,
        ["count": "\(count)", "goal": "`goal`", "hint": "`hint`", "skip": "`skip`"]
      ).text
    case .notPlaying: say(.notPlaying, ["play": "`play`"]).text
    case .servesOthers: say(.servesOthers, ["command": "`tokki lesson`"]).text
    case .alreadyPlaying: say(.alreadyPlaying, ["back": "`back`"]).text
    case .onRealBroker: say(.onRealBroker, ["disconnect": "`disconnect`"]).text
    case .brokenLesson(let lesson, let line):
      say(.broken, ["place": StyledLine("\(lesson)/lesson.tokki:\(line)")]).text
    }
  }

  private func sentence(_ note: LessonNote) -> String {
    switch note {
    case .playing: say(.playing, ["back": "`back`"]).text
    case .backInLesson: say(.back).text
    case .cancelled: say(.cancelled).text
    case .noMoreHints: say(.noMoreHints, ["command": "`solution`"]).text
    case .stuck:
      say(.stuck, ["hint": "`hint`", "undo": "`undo`", "restart": "`lesson restart`"]).text
    case .stepBegins: say(.stepBegins).text
    case .forgotten(let lesson): say(.forgotten, ["lesson": StyledLine(lesson)]).text
    case .finishedAll: say(.finishedAll, ["play": "`play`"]).text
    case .progressNotKept(let path): say(.notKept, ["path": StyledLine(path)]).text
    case .waiting: say(.waiting, ["disconnect": "`disconnect`"]).text
    }
  }

  func heading(
    _ phrase: LessonPhrase, _ arguments: KeyValuePairs<String, StyledLine> = [:]
  ) -> StyledLine {
    StyledLine(say(phrase, arguments).text, .heading)
  }

  private func remark(_ sign: StyledLine, _ phrase: LessonPhrase, _ label: String) -> [StyledLine] {
    marked(sign, say(phrase, ["goal": StyledLine(label)]).text)
  }

  /// A sentence after a sign, its further lines under the first.
  private func marked(_ sign: StyledLine, _ sentence: String) -> [StyledLine] {
    prose.wrapped(
      sentence, first: "\(sign) ", rest: String(repeating: " ", count: sign.width + 1))
  }

  /// The sentence with what stands in braces filled in.
  func say(
    _ phrase: LessonPhrase, _ arguments: KeyValuePairs<String, StyledLine> = [:]
  ) -> StyledLine {
    var line = StyledLine()
    var rest = phrase.words[renderer.language][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      let value = arguments.first { $0.key == name }?.value ?? StyledLine()
      line = "\(line)\(StyledLine(String(rest[..<open])))\(value)"
      rest = rest[rest.index(after: close)...]
    }
    return "\(line)\(StyledLine(String(rest)))"
  }
}
