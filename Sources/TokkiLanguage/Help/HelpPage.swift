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
}
