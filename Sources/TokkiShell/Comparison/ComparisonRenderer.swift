import TokkiLanguage

/// Two brokers' answers side by side.
extension Renderer {
  /// - Parameter source: the file that the lines stand in; nil for the present run.
  public func lines(
    _ report: ComparisonReport, source: String? = nil
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    var last: ComparisonReport.Line?
    for difference in report.differences {
      if difference.line != last {
        lines.append(bad + place(difference.line, source))
        last = difference.line
      }
      lines += self.lines(difference, broker: report.broker)
    }
    for omission in report.omissions {
      lines.append(warning + place(omission.line, source))
      lines.append("  " + sentence(omission.reason))
    }
    return lines + [summary(report)]
  }

  private func place(_ line: ComparisonReport.Line, _ source: String?) -> StyledLine {
    let text = StyledLine(VisibleText.escaped(line.text), .heading)
    guard let source else {
      return speaker.say(ComparisonPhrase.atLine, ["number": "\(line.number)", "line": text])
    }
    return StyledLine("\(VisibleText.escaped(source)):\(line.number): ") + text
  }

  private func lines(
    _ difference: ComparisonReport.Difference, broker: String
  ) -> [StyledLine] {
    let broker = VisibleText.escaped(broker)
    let names = ["Tokki", broker]
    let width = names.map(DisplayWidth.of).max() ?? 0
    let told = [difference.simulated, difference.real].map { text in
      text.map { StyledLine(VisibleText.escaped($0)) }
        ?? speaker.say(ComparisonPhrase.nothing, .quiet)
    }
    return ["  " + StyledLine(difference.subject)]
      + zip(names, told).map { name, text in
        let gap = String(repeating: " ", count: width - DisplayWidth.of(name) + 2)
        return "    " + StyledLine(name, .quiet) + StyledLine(gap) + text
      }
  }

  private func sentence(_ reason: ComparisonReport.Omission.Reason) -> StyledLine {
    switch reason {
    case .simulatorOnly: speaker.say(ComparisonPhrase.simulatorOnly)
    case .tooLong(let time):
      speaker.say(ComparisonPhrase.tooLong, ["time": self.time(time)])
    case .untold: speaker.say(ComparisonPhrase.untold)
    }
  }

  private func summary(_ report: ComparisonReport) -> StyledLine {
    let broker = StyledLine(VisibleText.escaped(report.broker))
    let count = StyledLine(
      number(report.lineCount, Localized("line", "줄"), Localized("lines", "줄")))
    guard !report.isEqual else {
      return good + speaker.say(ComparisonPhrase.alike, ["count": count, "broker": broker])
    }
    let differences = StyledLine(
      number(
        report.differences.count, Localized("difference", "개 다름"),
        Localized("differences", "개 다름")))
    return bad
      + speaker.say(
        ComparisonPhrase.differs,
        ["count": count, "broker": broker, "differences": differences])
  }

  private func number(_ count: Int, _ one: Localized, _ many: Localized) -> String {
    let word = (count == 1 ? one : many)[language]
    return language == .korean ? "\(count)\(word)" : "\(count) \(word)"
  }
}
