public import AMQPModel
public import TokkiBroker

/// An error explained: one that happened, or one that was asked about by its code, its rule, its
/// text, or some words of it.
public struct ErrorExplanation: Hashable, Sendable {
  /// What happened, or the text that was asked about, as if it had.
  public enum Question: Hashable, Sendable {
    case happened(ExceptionAnswer)
    case text(ExceptionAnswer)
    case code(ReplyCode)
    case rule(RuleName)
    /// The rules that speak of the words.
    case words(String, [RuleName])
  }

  public var question: Question

  public init(_ question: Question) { self.question = question }

  /// The rules that it tells of.
  public var rules: [RuleName] {
    switch question {
    case .happened(let exception), .text(let exception): exception.rule.map { [$0] } ?? []
    case .code(let code):
      ExceptionRule.all.filter { $0.codes.contains(code) && $0.name != .notSimulated }.map(\.name)
    case .rule(let name): [name]
    case .words(_, let names): names
    }
  }
}

extension ErrorExplanation {
  /// What those words ask about; nil where nothing is known of them. Numbers and names of codes
  /// come first, then rules, then whole texts, with or without the code's name, then words.
  init?(asked: String) {
    let plain = asked.trimmed
    if let number = UInt16(plain) {
      guard let code = ReplyCode(rawValue: number), code != .success else { return nil }
      self.init(.code(code))
    } else if let code = ReplyCode.allCases.first(where: { $0.name == plain.uppercased() }) {
      self.init(.code(code))
    } else if let rule = RuleName.allCases.first(where: {
      $0.rawValue.lowercased() == plain.lowercased()
    }) {
      self.init(.rule(rule))
    } else if let exception = Self.exception(saying: plain) {
      self.init(.text(exception))
    } else {
      let found = RuleName.allCases.filter { Self.speaks($0, of: plain) }
      if found.isEmpty { return nil }
      self.init(found.count == 1 ? .rule(found[0]) : .words(plain, found))
    }
  }

  /// The exception with that text, be its code before it, its name, or neither.
  private static func exception(saying text: String) -> ExceptionAnswer? {
    for code in ReplyCode.allCases {
      let number = "\(code.rawValue) "
      let rest = text.hasPrefix(number) ? String(text.dropFirst(number.count)) : text
      let isNamed = rest.hasPrefix(code.name + " - ") || rest == code.name
      let whole = isNamed ? rest : "\(code.name) - \(rest)"
      let finding = ExceptionRule.behind(code: code.rawValue, text: whole)
      if isNamed || (finding.map { $0.fit > 0 } ?? false) {
        return ExceptionAnswer(
          client: "", channel: 0, code: code.rawValue, text: whole, method: nil,
          closesConnection: code.isConnectionError)
      }
    }
    return nil
  }

  /// Whether all the words stand in the rule's texts or in what is said of it.
  private static func speaks(_ name: RuleName, of text: String) -> Bool {
    guard let rule = ExceptionRule.named(name) else { return false }
    let words = RuleWords[name]
    let speech =
      ([name.rawValue, words.rule.english, words.rule.korean] + rule.replies.map(\.words)
      + rule.methods).joined(separator: " ").lowercased()
    let asked = text.lowercased().split(separator: " ")
    return !asked.isEmpty && asked.allSatisfy { Self.has(speech, String($0)) }
  }

  private static func has(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
