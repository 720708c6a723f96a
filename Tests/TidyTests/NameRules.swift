extension SwiftSource {
  /// Names that say nothing, and words that the field does not use.
  var bannedNames: [Violation] {
    let file = [(name: fileName, line: 1)]
    return (file + typeNames).flatMap { name, line in
      Self.banned(in: name).map { violation(line: line, "the name \(name) holds \($0)") }
    }
  }

  /// The types declared in this file.
  var typeNames: [(name: String, line: Int)] {
    tokens.indices.dropLast().compactMap { index in
      let next = tokens[index + 1]
      guard Self.typeKeywords.contains(tokens[index].text), next.isWord,
        !["func", "var", "let", "subscript", "init"].contains(next.text),
        index == 0 || tokens[index - 1].text != "." && tokens[index - 1].text != ":"
      else { return nil }
      return (next.text, next.line)
    }
  }

  /// No module bears the name of a type in it.
  var typesNamedAsModule: [Violation] {
    typeNames.filter { $0.name == module }.map {
      violation(line: $0.line, "the type \($0.name) bears its module's name")
    }
  }

  private static let typeKeywords: Set = [
    "struct", "class", "enum", "actor", "protocol", "typealias",
  ]

  private static let bannedWords = [
    ["Utils"], ["Util"], ["Helpers"], ["Helper"], ["Common"], ["Manager"], ["Base"], ["Mailbox"],
    ["Subject"], ["Packet"], ["Event"], ["Events"], ["Pending"], ["Options"], ["In", "Flight"],
    ["Error", "Queue"],
  ]

  private static func banned(in name: String) -> [String] {
    let words = words(of: name)
    return bannedWords.filter { words.contains($0) }.map { $0.joined() }
  }

  /// The words that a name is made of: `AMQPErrorQueue` is AMQP, Error, Queue.
  static func words(of name: String) -> [String] {
    let characters = Array(name)
    var words: [String] = []
    for (index, character) in characters.enumerated() {
      let isAfterLower = index > 0 && !characters[index - 1].isUppercase
      let isBeforeLower = index + 1 < characters.count && characters[index + 1].isLowercase
      if words.isEmpty || character.isUppercase && (isAfterLower || isBeforeLower) {
        words.append("")
      }
      words[words.count - 1].append(character)
    }
    return words
  }
}
