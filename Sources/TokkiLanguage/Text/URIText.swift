import AMQPModel

extension AMQPURI {
  /// The URI with its parameters and without its password.
  var textWithoutPassword: String {
    let query = parameters.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
    return query.isEmpty ? description : description + "?" + query.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain =
        character.isASCII
        && (character.isLetter || character.isNumber || "-._~/".contains(character))
      guard !isPlain else { return String(character) }
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}
