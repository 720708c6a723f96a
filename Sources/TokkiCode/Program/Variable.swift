/// The name of a variable in a program, in parts: each language joins them in its own way.
struct Variable: Hashable {
  /// Lower-case words without spaces, such as `w1` and `channel`.
  var words: [String]

  var camelCase: String {
    words.enumerated().map { $0.offset == 0 ? $0.element : $0.element.capitalisedFirst }.joined()
  }

  var snakeCase: String {
    words.joined(separator: "_").reduce(into: "") { name, letter in
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Gives each thing of a program a variable of its own.
struct VariableNames {
  private var taken: Set<String> = []

  /// A variable for what the client of that name has: `w1Channel`; for the client of the prompt
  /// `channel` alone.
  mutating func name(_ role: String, of client: String?) -> Variable {
    let words = client.map { Self.words($0) } ?? []
    var number = 1
    while true {
      let last = number == 1 ? role : role + String(number)
      let variable = Variable(words: words + [last])
      if taken.insert(variable.camelCase.lowercased()).inserted { return variable }
      number += 1
    }
  }

  /// What of a name can stand in an identifier in every language: letters and digits of ASCII, and
  /// Hangul.
  private static func words(_ name: String) -> [String] {
    let scalars = name.unicodeScalars.map { scalar -> Character in
      let isASCII = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
      return isASCII || (0xAC00...0xD7A3).contains(scalar.value) ? Character(scalar) : " "
    }
    let words = String(scalars).split(separator: " ").map { $0.lowercased() }
    guard let first = words.first?.unicodeScalars.first else { return ["client"] }
    return ("0"..."9") ~= first ? ["client"] + words : words
  }
}
