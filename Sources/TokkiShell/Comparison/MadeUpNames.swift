/// Names that a broker makes up, in the order in which they appeared: each is told by its number,
/// since no two brokers make up the same.
struct MadeUpNames {
  private static let beginnings = ["amq.gen-", "amq.ctag-", "amq.rabbitmq.reply-to."]

  /// nil in the place of a name that only the other broker has made up.
  private var known: [String: [String?]] = [:]

  /// The queues that the broker named, in order.
  var queues: [String?] { known["amq.gen-"] ?? [] }

  mutating func replaced(in text: String) -> String {
    guard text.contains("amq.") else { return text }
    var text = text
    for beginning in Self.beginnings { text = replaced(beginning, in: text) }
    return text
  }

  private mutating func replaced(_ beginning: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: beginning) {
      let name = rest[found.upperBound...].prefix(while: Self.belongsToName)
      result += rest[..<found.upperBound]
      rest = rest[name.endIndex...]
      if name.isEmpty { continue }
      var names = known[beginning] ?? []
      let whole = beginning + name
      let number = names.firstIndex(of: whole) ?? names.endIndex
      if number == names.endIndex { names.append(whole) }
      known[beginning] = names
      result += String(number + 1)
    }
    return result + rest
  }

  private static func belongsToName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.+/=".contains(character))
  }

  /// From now on counts no less than the other.
  mutating func keepUp(with other: MadeUpNames) {
    for (beginning, names) in other.known {
      let own = known[beginning] ?? []
      let missing = names.count - own.count
      guard missing > 0 else { continue }
      known[beginning] = own + Array(repeating: nil, count: missing)
    }
  }
}
