/// Writes what an audience sees of a demo: narration, commands as they are typed, answers.
public struct DemoRenderer: Sendable {
  public let demo: Demo
  public var style: Style

  public init(_ demo: Demo, style: Style) {
    self.demo = demo
    self.style = style
  }

  /// Lines joined, each ended.
  public func text(_ lines: [StyledLine]) -> String {
    lines.map { (style.isColoured ? $0.coloured : $0.text) + "\n" }.joined()
  }

  /// What a cue writes.
  public func text(_ output: DemoPace.Output) -> String {
    switch output {
    case .lines(let lines): text(lines)
    case .prompt(let prompt): style.isColoured ? prompt.coloured : prompt.text
    case .keys(let keys): keys
    case .enter: "\n"
    }
  }

  /// The lines of the beats in that range, as if they were all that is shown.
  public func lines(of range: Range<Int>) -> [StyledLine] {
    range.flatMap { place in
      opening(of: place, isFirst: place == range.lowerBound) + lines(of: demo.beats[place])
    }
  }

  /// What stands before a beat: the chapter that it begins, and a blank line that sets it off.
  ///
  /// - Parameter isFirst: whether nothing is shown above it.
  public func opening(of place: Int, isFirst: Bool) -> [StyledLine] {
    let blank = isFirst ? [] : [StyledLine()]
    if let chapter = demo.chapters.first(where: { $0.start == place }) {
      return blank + [heading(chapter.title), StyledLine()]
    }
    guard demo.beats.indices.contains(place) else { return [] }
    return isCommand(place - 1) && isCommand(place) ? [] : blank
  }

  private func isCommand(_ place: Int) -> Bool {
    guard demo.beats.indices.contains(place), case .command = demo.beats[place].content else {
      return false
    }
    return true
  }

  /// The beat itself.
  public func lines(of beat: Demo.Beat) -> [StyledLine] {
    switch beat.content {
    case .narration(let markdown): narration(markdown)
    case .command(let command): typed(command) + answer(to: command)
    }
  }

  public func narration(_ markdown: String) -> [StyledLine] {
    Prose(width: min(style.width, 96)).lines(markdown)
  }

  /// The lines of a command, each after its prompt.
  public func typed(_ command: Demo.Performed) -> [StyledLine] {
    rows(of: command).map { "\($0.prompt)\($0.text)" }
  }

  /// The lines of a command with their prompts.
  public func rows(of command: Demo.Performed) -> [(prompt: StyledLine, text: String)] {
    let rows = command.text.split(separator: "\n", omittingEmptySubsequences: false)
    return rows.enumerated().map { index, row in
      (index == 0 ? prompt(at: command.startedAt) : "...> ", VisibleText.escaped(String(row)))
    }
  }

  /// As it stands in the loop: with virtual time where that is not zero.
  public func prompt(at now: Int64) -> StyledLine {
    let time = now > 0 ? " " + DurationText.of(milliseconds: now) : ""
    return "\(StyledLine("tokki", .prompt))\(StyledLine(time, .warning))> "
  }

  public func answer(to command: Demo.Performed) -> [StyledLine] {
    Renderer(language: command.language, style: style).lines(command.outcome)
  }

  private func heading(_ title: String) -> StyledLine {
    let rule = style.isUnicode ? "──" : "--"
    return StyledLine("\(rule) \(title) \(rule)", .heading)
  }
}
