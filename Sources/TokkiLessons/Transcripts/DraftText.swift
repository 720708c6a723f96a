import TokkiLanguage

/// Writes the files of a lesson that was made of a transcript.
struct DraftText {
  let draft: LessonDraft
  /// The transcript's name.
  let source: String

  private var language: Language { draft.page.language }

  private func say(_ english: String, _ korean: String) -> String {
    Localized(english, korean)[language]
  }

  var files: [LessonFile] {
    [
      LessonFile(path: "lesson/\(LessonFile.steps)", text: steps),
      LessonFile(path: "lesson/\(language.rawValue).md", text: page),
    ]
  }

  private var steps: String {
    var lines = [
      "# Made of the transcript \(LessonSkeleton.line(source)).",
      "# Goals are proposals: keep those that matter. `tokki lesson check` proves them; its",
      "# warnings name what they do not notice.",
    ]
    for name in draft.givenNames {
      lines += [
        "# The queue \(name) had a name from the broker, which is another in each run."
      ]
    }
    for step in draft.steps {
      lines += ["", "step \(step.key)"]
      if !step.setup.isEmpty { lines += ["setup"] + step.setup.map { "  \($0)" } }
      lines.append("goals")
      for goal in step.goals {
        lines += goal.expectations.map { "  \(goal.key): \(Command.expect($0))" }
      }
      lines += ["solution"] + step.solution.map { "  \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var page: String {
    let introduction = Self.whole(draft.page.introduction)
    var lines = ["# \(LessonSkeleton.line(draft.page.title))", ""]
    lines += introduction.isEmpty ? placeholder("introduction", introductionText) : introduction
    for step in draft.steps { lines += self.lines(of: step) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var introductionText: String {
    say("A lesson made of a recorded session.", "기록한 세션으로 만든 레슨입니다.")
  }

  private func lines(of step: DraftStep) -> [String] {
    var lines = ["", "## \(step.key): \(step.title)", ""]
    let narration = Self.whole(step.narration)
    let ending = Self.whole(step.ending)
    if !narration.isEmpty {
      lines += narration
    } else if !ending.isEmpty {
      lines += ending
    } else {
      lines += placeholder(
        "explanation", say("See what these commands do.", "이 명령들이 하는 일을 보세요."))
    }
    lines += ["", "### task", ""]
    lines += placeholder(
      "task", say("Bring about what the goals say.", "목표에 적힌 대로 되게 하세요."))
    lines += ["", "### goals", ""] + step.goals.map { "- \($0.key): \($0.label)" }
    lines += ["", "### hints", ""] + hints(for: step)
    lines += ["", "### closing", ""]
    if !ending.isEmpty, !narration.isEmpty {
      lines += ending
    } else {
      lines += placeholder(
        "closing", say("`show` draws what came of it.", "`show`로 결과를 그려 보세요."))
    }
    return lines
  }

  /// A sentence that stands for one that the trainer is to write.
  private func placeholder(_ part: String, _ sentence: String) -> [String] {
    [
      say(
        "<!-- The transcript has no \(part): write your own. -->",
        "<!-- 기록에 \(part) 부분이 없습니다: 직접 쓰세요. -->"), sentence,
    ]
  }

  private func hints(for step: DraftStep) -> [String] {
    var names: [String] = []
    for line in step.solution {
      if let name = Self.commandName(of: line), !names.contains(name) { names.append(name) }
    }
    let commands = names.map { "`\($0)`" }.joined(separator: ", ")
    let first = names.first ?? "publish"
    let lines = step.solution.map { "`\($0.replacing("`", with: "'"))`" }.joined(separator: ", ")
    return [
      say(
        "1. The commands, in some order: \(commands). `help \(first)` shows how one is written.",
        "1. 쓸 명령(순서는 다를 수 있습니다): \(commands). `help \(first)`에서 쓰는 법을 볼 수 있습니다."),
      say("2. One after the other: \(lines).", "2. 차례대로: \(lines)."),
    ]
  }

  /// As `help` lists it.
  private static func commandName(of line: String) -> String? {
    guard case .command(let command) = Command.parse(line) else { return nil }
    let words = command.description.split(separator: " ").prefix(3)
    return (1...3).reversed().lazy.map { words.prefix($0).joined(separator: " ") }
      .first { CommandName(rawValue: $0) != nil }
  }

  /// Without blank lines around it, and with single ones in it.
  private static func whole(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      let isBlank = trimmed(line).isEmpty
      if isBlank, result.last?.isEmpty ?? true { continue }
      result.append(isBlank ? "" : line)
    }
    if result.last?.isEmpty == true { result.removeLast() }
    return result
  }
}
