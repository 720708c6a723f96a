import TokkiLanguage

/// Two brokers' answers side by side.
extension Renderer {
  /// - Parameter source: the file that the lines stand in; nil for the present run.
  public func lines(
    _ report: ComparisonReport, source: String? = nil
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    var rest = report.differences[...]
    while let line = rest.first?.line {
      let differences = rest.prefix { $0.line == line }
      rest = rest[differences.endIndex...]
      lines += wrapped([bad + place(line, source)])
      lines += self.lines(Array(differences), broker: report.broker)
    }
    lines += wrapped(self.lines(report.omissions, source))
    lines += wrapped(left(behind: report.leftBehind).map { warning + $0 })
    return lines + wrapped([summary(report, source)])
  }

  private func place(_ line: ComparisonReport.Line, _ source: String?) -> StyledLine {
    let text = StyledLine(line.text, .heading)
    guard let source else {
      return speaker.say(ComparisonPhrase.atLine, ["number": "\(line.number)", "line": text])
    }
    return StyledLine("\(source):\(line.number): ") + text
  }

  // MARK: Differences

  /// What is different in one line: side by side where that fits, else one below the other.
  private func lines(
    _ differences: [ComparisonReport.Difference], broker: String
  ) -> [StyledLine] {
    let names = [StyledLine("Tokki", .quiet), StyledLine(broker, .quiet)]
    let rows = differences.map { difference in
      (
        matter: matter(difference.matter),
        sides: [difference.simulated, difference.real].map(side)
      )
    }
    let room = (style.width - 6) / 2
    let all = names + rows.flatMap(\.sides)
    let fits = all.allSatisfy { $0.width <= room }
    guard fits || (style.wrapsSentences && room >= Self.narrowestColumn) else {
      return rows.flatMap { row in
        wrapped(["  " + row.matter]) + below(names, row.sides)
      }
    }
    let columns = fits ? all.map(\.width).max() ?? room : room
    return beside(names, columns)
      + rows.flatMap { row in ["  " + row.matter] + beside(row.sides, columns) }
  }

  /// A column that is narrower makes texts harder to read than lines below each other.
  private static let narrowestColumn = 32

  private func side(_ text: String?) -> StyledLine {
    text.map { StyledLine($0) } ?? speaker.say(ComparisonPhrase.nothing, .quiet)
  }

  private func beside(_ sides: [StyledLine], _ room: Int) -> [StyledLine] {
    let columns = sides.map { $0.folded(to: room) }
    return (0..<(columns.map(\.count).max() ?? 0)).map { row in
      let cells = columns.map { row < $0.count ? $0[row] : StyledLine() }
      guard !cells[1].isEmpty else { return "    " + cells[0] }
      return "    " + cells[0].padded(to: room) + "  " + cells[1]
    }
  }

  private func below(_ names: [StyledLine], _ sides: [StyledLine]) -> [StyledLine] {
    let width = names.map(\.width).max() ?? 0
    return zip(names, sides).flatMap { name, text in
      let head = "    " + name.padded(to: width) + "  "
      guard style.wrapsSentences else { return [head + text] }
      let room = style.width - head.width
      guard room >= 12 else { return ["    " + name] + ("      " + text).folded(to: style.width) }
      let start = StyledLine(String(repeating: " ", count: head.width))
      return text.folded(to: room).enumerated().map { ($0.offset == 0 ? head : start) + $0.element }
    }
  }

  func matter(_ matter: ComparisonReport.Matter) -> StyledLine {
    let phrase: ComparisonPhrase
    var name = StyledLine()
    switch matter.kind {
    case .command: phrase = .command
    case .expectation: phrase = .expectation
    case .methodsSent: phrase = .methodsSent
    case .answers: phrase = .answers
    case .deliveries(let tag): (phrase, name) = (.deliveries, key(tag))
    case .returns: phrase = .returns
    case .confirms: phrase = .confirms
    case .closes: phrase = .closes
    case .queue(let queue): (phrase, name) = (.queue, self.queue(queue))
    }
    let client = client(matter.client)
    let who =
      matter.channel > 1
      ? speaker.say(
        ComparisonPhrase.onChannel, ["client": client, "number": "\(matter.channel)"])
      : client
    return speaker.say(phrase, ["client": who, "name": name])
  }

  // MARK: What was not compared

  private func lines(
    _ omissions: [ComparisonReport.Omission], _ source: String?
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    var told: Set<ComparisonReport.Omission.Reason> = []
    for reason in omissions.map(\.reason) where told.insert(reason).inserted {
      lines.append(warning + sentence(reason))
      for omission in omissions where omission.reason == reason {
        lines.append("    " + place(omission.line, source))
      }
    }
    return lines
  }

  private func sentence(_ reason: ComparisonReport.Omission.Reason) -> StyledLine {
    switch reason {
    case .simulatorOnly: speaker.say(ComparisonPhrase.simulatorOnly)
    case .tooLong(let time):
      speaker.say(ComparisonPhrase.tooLong, ["time": self.time(time)])
    case .access: speaker.say(ComparisonPhrase.access)
    case .names: speaker.say(ComparisonPhrase.names)
    case .untold: speaker.say(ComparisonPhrase.untold)
    }
  }

  /// What the user may want to remove from the broker.
  func left(behind names: [String]) -> [StyledLine] {
    guard !names.isEmpty else { return [] }
    return [speaker.say(ComparisonPhrase.leftBehind, ["names": self.names(names, .plain)])]
  }

  private func summary(_ report: ComparisonReport, _ source: String?) -> StyledLine {
    let place = source.map { StyledLine("\($0): ") } ?? StyledLine()
    let broker = StyledLine(report.broker)
    let count = StyledLine(
      number(report.lineCount, Localized("line", "줄"), Localized("lines", "줄")))
    guard !report.isEqual else {
      return good + place + speaker.say(ComparisonPhrase.alike, ["count": count, "broker": broker])
    }
    let differences = StyledLine(
      number(
        report.differences.count, Localized("difference", "개 다름"),
        Localized("differences", "개 다름")))
    return bad + place
      + speaker.say(
        ComparisonPhrase.differs,
        ["count": count, "broker": broker, "differences": differences])
  }

  private func number(_ count: Int, _ one: Localized, _ many: Localized) -> String {
    let word = (count == 1 ? one : many)[language]
    return language == .korean ? "\(count)\(word)" : "\(count) \(word)"
  }
}

extension StyledLine {
  /// The line in parts that take no more than that many cells: broken at spaces where its words
  /// allow, else anywhere.
  func folded(to cells: Int) -> [StyledLine] {
    wrapped(to: cells).flatMap { $0.cut(to: cells) }
  }

  private func cut(to cells: Int) -> [StyledLine] {
    guard width > cells else { return [self] }
    var lines = [StyledLine()]
    for piece in pieces {
      for character in piece.text {
        let next = StyledLine(String(character), piece.ink)
        if lines[lines.count - 1].width + next.width > cells { lines.append(StyledLine()) }
        lines[lines.count - 1] += next
      }
    }
    return lines
  }
}
