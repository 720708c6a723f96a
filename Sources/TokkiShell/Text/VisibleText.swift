public import TokkiLanguage

/// Makes text from outside harmless to a terminal: what came from a message, a name, or a remote
/// broker may hold escape sequences, line ends, or marks that turn the writing direction.
public enum VisibleText {
  /// The text with everything invisible written out: `\n`, `\e`, `\u{202E}`.
  public static func escaped(_ text: String) -> String {
    escaped(text, quoting: false)
  }

  /// The text between quotation marks; the marks and backslashes in it are written `\"`, `\\`.
  public static func quoted(_ text: String) -> String {
    "\"" + escaped(text, quoting: true) + "\""
  }

  /// A name as one word: as it is, or quoted where it is empty or has something in it that would
  /// make it look like another.
  public static func name(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        !isInvisible(scalar) && scalar != "\"" && scalar != "'" && scalar != "\\"
          && !scalar.properties.isWhitespace
      }
    return isPlain ? text : quoted(text)
  }

  /// A text that is cut where it takes more cells.
  static func shortened(_ text: String, cells: Int) -> String {
    guard DisplayWidth.of(text) > cells else { return text }
    var cut = ""
    var width = 1
    for character in text {
      width += DisplayWidth.of(character)
      if width > cells { break }
      cut.append(character)
    }
    return cut + "…"
  }

  /// A message's body on one line: quoted, or as bytes in hexadecimal where it is not UTF-8.
  /// What does not fit into that many cells is cut, and how long it is in all is said.
  public static func body(
    _ bytes: [UInt8], cells: Int = .max, in language: Language = .english
  ) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let shown = bytes.prefix(cells == .max ? bytes.count : max(4, cells / 3))
      let dump = shown.map(hex).joined(separator: " ")
      return "<\(count(bytes.count, language)): \(dump)\(shown.count < bytes.count ? " …" : "")>"
    }
    let whole = quoted(text)
    guard cells < .max, DisplayWidth.of(whole) > cells else { return whole }
    var cut = ""
    var width = 0
    for character in text {
      let piece = escaped(String(character), quoting: true)
      width += DisplayWidth.of(piece)
      if width > cells { break }
      cut += piece
    }
    return "\"\(cut)…\" (\(count(bytes.count, language)))"
  }

  private static func count(_ bytes: Int, _ language: Language) -> String {
    switch language {
    case .english: bytes == 1 ? "1 byte" : "\(bytes) bytes"
    case .korean: "\(bytes)바이트"
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return byte < 16 ? "0" + digits : digits
  }

  private static func escaped(_ text: String, quoting: Bool) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x7F && !(quoting && (byte == 0x22 || byte == 0x5C))
    }
    if isPlain { return text }
    var result = ""
    for character in text {
      let scalars = character.unicodeScalars
      // A joiner that holds an emoji together stays; elsewhere it would hide in a name.
      let isEmoji = scalars.count > 1 && (scalars.first?.properties.isEmojiPresentation ?? false)
      for scalar in scalars {
        switch scalar {
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{1B}": result += "\\e"
        case "\"" where quoting: result += "\\\""
        case "\\" where quoting: result += "\\\\"
        case "\u{200D}" where isEmoji: result.unicodeScalars.append(scalar)
        default:
          if isInvisible(scalar) {
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
          } else {
            result.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return result
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default:
      return false
    }
  }
}
