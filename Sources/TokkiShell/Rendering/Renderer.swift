public import TokkiLanguage

/// Writes outcomes as text, in one language and one style. It asks nobody anything.
public struct Renderer: Sendable {
  public var language: Language
  public var style: Style

  public init(language: Language = .english, style: Style = .plain) {
    self.language = language
    self.style = style
  }

  /// The outcome's lines joined, without a line end after the last; empty if there is nothing to
  /// tell.
  public func text(_ outcome: Outcome) -> String { text(lines(outcome)) }

  /// Lines joined, coloured where the style says so.
  public func text(_ lines: [StyledLine]) -> String {
    lines.map { style.isColoured ? $0.coloured : $0.text }.joined(separator: "\n")
  }

  /// The lines of all its parts, in their order.
  public func lines(_ outcome: Outcome) -> [StyledLine] {
    // What watches show comes after all that the command itself has to say.
    let own = outcome.parts.filter { !$0.isSeen }
    var lines = ToldPart.of(own).flatMap { told in
      switch told {
      case .part(let part): self.lines(part, of: outcome)
      case .confirms(let confirms): wrapped(self.lines(confirms))
      }
    }
    let hasEvents = outcome.parts.contains { part in
      switch part {
      case .happened, .moved: true
      case .answer, .published, .exception, .refusal, .parseError, .listing, .picture,
        .explanation, .errorExplanation, .verdict, .overview, .code, .concept, .concepts,
        .comparison, .help, .diagram, .timeline, .life, .sequence, .watch:
        false
      }
    }
    if case .answer(.advanced(_, _, let rest))? = outcome.parts.first {
      if !hasEvents, outcome.completed == nil {
        lines.append("  " + speaker.say(TimePhrase.nothingHappened, .quiet))
      }
      if rest > 0 {
        lines.append(warning + speaker.say(TimePhrase.tooMuch, ["rest": time(rest)]))
      }
    }
    return lines + outcome.parts.filter(\.isSeen).flatMap { self.lines($0, of: outcome) }
  }

  private func lines(_ part: Outcome.Part, of outcome: Outcome) -> [StyledLine] {
    switch part {
    case .answer(let answer): wrapped(lines(answer))
    case .published(let answer): wrapped(lines(answer))
    case .happened(let happening): wrapped(lines(happening, isReal: outcome.at == nil))
    case .moved(let movement): wrapped([line(movement, isTimed: isTimed(outcome))])
    case .exception(let exception): wrapped(lines(exception))
    case .refusal(let refusal): wrapped(lines(refusal))
    case .parseError(let error): lines(error, in: outcome.line)
    case .listing(let listing): lines(listing, at: outcome.at)
    case .picture(let topology): picture(topology)
    case .diagram(let topology, let format): diagram(topology, as: format)
    case .timeline(let timeline): lines(timeline)
    case .life(let life): lines(life)
    case .sequence(let sequence): lines(sequence)
    case .watch(let answer): lines(answer, of: outcome)
    case .explanation(let explanation): lines(explanation)
    case .errorExplanation(let explanation): lines(explanation)
    case .verdict(let verdict): wrapped(lines(verdict))
    case .overview(let overview): lines(overview)
    case .code(let program): lines(program)
    case .concept(let concept): lines(concept)
    case .concepts: conceptList()
    case .comparison(let report): lines(report)
    case .help(let topic): lines(topic)
    }
  }

  /// Sentences, broken at spaces where the style says so.
  func wrapped(_ lines: [StyledLine]) -> [StyledLine] {
    guard style.wrapsSentences else { return lines }
    return lines.flatMap { $0.wrapped(to: style.width) }
  }

  private func isTimed(_ outcome: Outcome) -> Bool {
    if case .answer(.advanced)? = outcome.parts.first { true } else { false }
  }

  // MARK: Words

  var speaker: Speaker { Speaker(language: language) }

  var glyphs: Glyphs { style.glyphs }

  /// The sign before a line that tells of something done.
  var good: StyledLine { StyledLine(glyphs.good, .good) + " " }

  var bad: StyledLine { StyledLine(glyphs.bad, .bad) + " " }

  var warning: StyledLine { StyledLine(glyphs.warning, .warning) + " " }

  var right: StyledLine { StyledLine(glyphs.right) + " " }

  func queue(_ name: String) -> StyledLine { StyledLine(VisibleText.name(name), .queue) }

  /// The default exchange, whose name is empty, by its description.
  func exchange(_ name: String) -> StyledLine {
    name.isEmpty
      ? speaker.say(MessagePhrase.defaultExchange, .exchange)
      : StyledLine(VisibleText.name(name), .exchange)
  }

  func client(_ name: String) -> StyledLine { StyledLine(VisibleText.name(name), .client) }

  func key(_ name: String) -> StyledLine { StyledLine(VisibleText.name(name)) }

  func command(_ text: String) -> StyledLine { StyledLine(text, .heading) }

  /// A message's body on one line.
  func body(_ bytes: [UInt8], cells: Int = 60) -> StyledLine {
    let cells = min(cells, max(16, style.width - 24))
    return StyledLine(VisibleText.body(bytes, cells: cells, in: language), .body)
  }

  /// A line, and after it the smaller things, each set off by a dot.
  func line(_ head: StyledLine, _ details: [StyledLine]) -> StyledLine {
    let dot = StyledLine(" \(glyphs.dot) ", .quiet)
    return details.reduce(head) { $0 + dot + $1 }
  }

  func names(_ names: [String], _ ink: Ink) -> StyledLine {
    names.map { StyledLine(VisibleText.name($0), ink) }.joined(separator: ", ")
  }
}
