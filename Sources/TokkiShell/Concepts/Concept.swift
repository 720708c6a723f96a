public import TokkiLanguage

/// A card of the glossary: a term that a newcomer meets, in plain words.
public struct Concept: Hashable, Sendable {
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case broker
    case exchanges
    case queues
    case messages
    case consumers
    case patterns
    case tokki
    case comparisons

    var title: Localized {
      switch self {
      case .broker: Localized("the broker", "브로커")
      case .exchanges: Localized("exchanges and routing", "익스체인지와 라우팅")
      case .queues: Localized("queues", "큐")
      case .messages: Localized("publishing messages", "메시지 발행")
      case .consumers: Localized("consuming and acknowledging", "메시지 소비와 ack")
      case .patterns: Localized("ways to use them", "활용 패턴")
      case .tokki: Localized("this sandbox", "이 샌드박스")
      case .comparisons: Localized("in comparison", "다른 기술과 비교")
      }
    }
  }

  /// In English, in lower case but for proper names.
  public let name: String
  public let korean: String
  public let group: Group
  /// What else it goes by, in either language.
  public let synonyms: [String]
  /// What it is.
  public let what: Localized
  /// Why one needs it.
  public let why: Localized
  /// Lines that run on a new broker.
  public let example: [String]
  /// What it is taken for.
  public let confusedWith: Localized
  /// The names of other cards.
  public let seeAlso: [String]
  /// A page of RabbitMQ's documentation by its title and place, or of this project's.
  public let page: String
  public let address: String

  init(
    _ name: String, _ korean: String, in group: Group, also synonyms: [String],
    what: Localized, why: Localized, example: [String], confusedWith: Localized,
    see seeAlso: [String], page: String, at address: String
  ) {
    self.name = name
    self.korean = korean
    self.group = group
    self.synonyms = synonyms
    self.what = what
    self.why = why
    self.example = example
    self.confusedWith = confusedWith
    self.seeAlso = seeAlso
    self.page = page
    self.address = address
  }

  /// The name as people read it in that language.
  func title(_ language: Language) -> String {
    switch language {
    case .english: name
    case .korean: korean == name ? name : "\(korean) (\(name))"
    }
  }

  // MARK: Finding

  /// All cards, by groups, in the order in which they are to be learned.
  public static let all = Group.allCases.flatMap { group in
    everyCard.filter { $0.group == group }
  }

  /// The card of that name, however it is spelled: by a synonym, in Korean, in the plural, with
  /// hyphens or without.
  public static func find(_ term: String) -> Concept? {
    let asked = key(term)
    if asked.isEmpty { return nil }
    return byKey[asked] ?? (asked.hasSuffix("s") ? byKey[String(asked.dropLast())] : nil)
  }

  /// What may have been meant.
  static func nearest(to term: String) -> [String] {
    let asked = key(term)
    guard !asked.isEmpty else { return [] }
    let near = EditDistance.nearest(to: asked, among: keys).compactMap { byKey[$0]?.name }
    let parts = all.filter { card in
      asked.unicodeScalars.count > 2 && card.allNames.contains { key($0).contains(asked) }
    }.map(\.name)
    var seen: Set<String> = []
    return Array((near + parts).filter { seen.insert($0).inserted }.prefix(3))
  }

  /// Every name that finds it.
  var allNames: [String] { [name, korean] + synonyms }

  /// A name without what is often left out or put in.
  private static func key(_ term: String) -> String {
    String(term.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private static let byKey: [String: Concept] = {
    var table: [String: Concept] = [:]
    // A name goes before another card's synonym.
    for card in all { table[key(card.name)] = card }
    for card in all {
      for name in card.allNames where table[key(name)] == nil { table[key(name)] = card }
    }
    return table
  }()

  private static let keys = byKey.keys.sorted()
}
