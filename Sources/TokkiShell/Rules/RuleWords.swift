import TokkiBroker
import TokkiLanguage

/// A rule of the catalogue in words: what it says, the way out, and commands to try. In the
/// commands `<queue>` stands for what the reply text has in that place; one whose places are not
/// all known is left out. `<?queue>` stands for nothing where that place is known.
struct RuleWords: Sendable {
  let rule: Localized
  let cure: Localized
  let tries: [String]

  /// - Parameters:
  ///   - rule: in English and in Korean.
  ///   - cure: the way out, in both.
  init(_ rule: (String, String), cure: (String, String), try tries: String...) {
    self.rule = Localized(rule.0, rule.1)
    self.cure = Localized(cure.0, cure.1)
    self.tries = tries
  }

  private static let all: [RuleName: RuleWords] = [
    connections, channels, exchanges, queues, queueArguments, consumers, publishing, access,
    streams,
  ].reduce(into: [:]) { all, chapter in all.merge(chapter) { first, _ in first } }

  /// The commands, with what the text has in the templates' places.
  func tries(_ places: [String: String]) -> [String] {
    tries.compactMap { Self.filled($0, places) }
  }

  private static func filled(_ line: String, _ places: [String: String]) -> String? {
    var filled = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let name = rest[rest.index(after: open)..<close]
      let isCondition = name.hasPrefix("?")
      guard let value = places[String(isCondition ? name.dropFirst() : name)] else { return nil }
      filled += rest[..<open] + (isCondition ? "" : VisibleText.name(value))
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  static subscript(_ name: RuleName) -> RuleWords {
    all[name] ?? RuleWords((name.rawValue, name.rawValue), cure: ("", ""))
  }
}
