/// One answer of `help`, as parts that a renderer may colour.
public struct HelpPage: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case heading(String)
    case blank
    case paragraph(String)
    /// A term and what it means; neighbours are set in columns.
    case entry(term: String, meaning: String)
    /// Lines to be typed as they are.
    case example([String])
  }

  public var parts: [Part]

  public init(_ topic: HelpTopic, in language: Language) {
    let writer = HelpWriter(language: language)
    switch topic {
    case .overview: parts = writer.overview()
    case .group(let group): parts = writer.group(group)
    case .commands(let names):
      if names.count == 1, let name = names.first, let form = Grammar.form(of: name) {
        parts = writer.command(form)
      } else {
        parts = writer.several(names)
      }
    }
  }

  /// The lines that show each command, which run on a new broker; the last is the command itself.
  public static let examples: [(command: CommandName, lines: [String])] =
    Grammar.all.map { ($0.name, $0.example) }

  /// The page without colour, in lines.
  public var lines: [String] {
    var lines: [String] = []
    for (index, part) in parts.enumerated() {
      switch part {
      case .heading(let text):
        if index > 0 { lines.append("") }
        lines.append(text)
      case .blank: lines.append("")
      case .paragraph(let text):
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      case .entry(let term, let meaning):
        let width = columnWidth(around: index)
        let gap = String(repeating: " ", count: max(1, width - term.unicodeScalars.count))
        lines.append("  \(term)\(gap)\(meaning)")
      case .example(let text): lines += text.map { "  \($0)" }
      }
    }
    return lines
  }

  /// Wide enough for the longest term of the entries next to that one; terms are ASCII.
  private func columnWidth(around index: Int) -> Int {
    func length(_ part: Part) -> Int? {
      guard case .entry(let term, _) = part else { return nil }
      return term.unicodeScalars.count
    }
    let before = parts[..<index].reversed().map(length).prefix { $0 != nil }
    let after = parts[index...].map(length).prefix { $0 != nil }
    return (before + after).compactMap(\.self).reduce(0, max) + 2
  }
}
