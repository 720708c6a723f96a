import TokkiLanguage

/// Help pages: headings and examples stand out, neighbours are set in columns.
extension Renderer {
  func lines(_ topic: HelpTopic) -> [StyledLine] {
    let parts = HelpPage(topic, in: language).parts
    var lines: [StyledLine] = []
    for (index, part) in parts.enumerated() {
      switch part {
      case .heading(let text):
        if index > 0 { lines.append("") }
        lines += wrapped([StyledLine(text, .heading)])
      case .blank: lines.append("")
      case .paragraph(let text):
        lines += wrapped(text.split(separator: "\n").joined(separator: " "))
      case .entry(let term, let meaning):
        lines += entry(term, meaning, column: column(around: index, in: parts))
      case .example(let examples): lines += wrapped(examples.map { "  " + command($0) })
      }
    }
    return lines
  }

  /// The cells that a meaning takes at least beside its term; otherwise it stands below.
  private static let narrowest = 20

  /// A term and its meaning, which goes on in its own column where the line is full.
  private func entry(_ term: String, _ meaning: String, column: Int) -> [StyledLine] {
    let head = "  " + StyledLine(term, .exchange)
    guard style.width - column >= Self.narrowest else {
      return wrapped([head]) + wrapped(["    " + StyledLine(meaning)])
    }
    let rows = WrappedText.lines(meaning, cells: style.width - column)
    guard head.width + 2 <= column, let first = rows.first else {
      return wrapped([head]) + rows.map { StyledLine().padded(to: column) + StyledLine($0) }
    }
    return [head.padded(to: column) + StyledLine(first)]
      + rows.dropFirst().map { StyledLine().padded(to: column) + StyledLine($0) }
  }

  private func wrapped(_ text: String) -> [StyledLine] {
    let indent = text.prefix { $0 == " " }.count
    return WrappedText.lines(String(text.dropFirst(indent)), cells: style.width - indent).map {
      StyledLine().padded(to: indent) + StyledLine($0)
    }
  }

  /// Where meanings begin: after the longest term of the neighbours, but not too far right.
  private func column(around index: Int, in parts: [HelpPage.Part]) -> Int {
    func width(_ part: HelpPage.Part) -> Int? {
      guard case .entry(let term, _) = part else { return nil }
      return DisplayWidth.of(term)
    }
    let before = parts[..<index].reversed().map(width).prefix { $0 != nil }
    let after = parts[index...].map(width).prefix { $0 != nil }
    let widest = (before + after).compactMap(\.self).reduce(0, max)
    return min(widest + 4, style.width / 2)
  }
}

/// Text broken into lines at spaces.
enum WrappedText {
  /// The lines; a word that is longer than a line stands in one of its own.
  static func lines(_ text: String, cells: Int) -> [String] {
    guard DisplayWidth.of(text) > cells else { return [text] }
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var isFresh = true
    for word in text.split(separator: " ") {
      let isFull = DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > cells
      if isFull && !isFresh {
        lines.append(line)
        line = ""
        isFresh = true
      }
      line += isFresh ? String(word) : " " + word
      isFresh = false
    }
    return isFresh ? lines : lines + [line]
  }
}
