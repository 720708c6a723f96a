/// Keys and pasted text, told apart. Sequences of the terminal that mean nothing here are left out
/// as a whole, and whatever a paste holds is text.
struct KeySequences {
  /// What a sequence may be, after its beginning, for keys that are bound.
  private static let known: Set<String> = [
    "[A", "[B", "[C", "[D", "[H", "[F", "[1~", "[3~", "[4~", "[1;5C", "[1;5D",
    "OA", "OB", "OC", "OD", "OH", "OF",
  ]
  private static let escape: Unicode.Scalar = "\u{1B}"
  private static let pasteBegin = "[200~"
  private static let pasteEnd = "[201~"
  private static let longest = 32

  /// Whether what comes was not typed but pasted.
  private(set) var isPasting = false
  /// What has come of a sequence, without the escape that began it; nil outside.
  private var sequence: String.UnicodeScalarView?

  /// What that character comes to, as keys for the editor: none, as long as a sequence goes on.
  mutating func take(_ key: Unicode.Scalar) -> [Unicode.Scalar] {
    guard var sequence else {
      if key == Self.escape {
        sequence = String.UnicodeScalarView()
        return []
      }
      return isPasting ? Self.text(key) : [key]
    }
    sequence.append(key)
    self.sequence = sequence
    return isPasting ? takeInPaste(key) : takeInSequence(key)
  }

  // MARK: Pastes

  /// In a paste the only sequence is its end; all else is text.
  private mutating func takeInPaste(_ key: Unicode.Scalar) -> [Unicode.Scalar] {
    let text = String(sequence ?? .init())
    if text == Self.pasteEnd {
      (sequence, isPasting) = (nil, false)
      return []
    }
    if Self.pasteEnd.hasPrefix(text) { return [] }
    sequence = nil
    return Self.text(Self.escape) + text.unicodeScalars.dropLast().flatMap(Self.text) + take(key)
  }

  /// The keys that put it into the line. What a terminal would act upon is written as it is within
  /// quotation marks; a tab stays one, by the key that takes the next one as it is.
  private static func text(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "\r", "\n": [scalar]
    case "\t": ["\u{16}", scalar]
    case escape: Array("\\e".unicodeScalars)
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}":
      Array("\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
    default: [scalar]
    }
  }

  // MARK: Keys

  private mutating func takeInSequence(_ key: Unicode.Scalar) -> [Unicode.Scalar] {
    let text = String(sequence ?? .init())
    switch text.unicodeScalars.first {
    case "[": return takeInControlSequence(key, text)
    case "O":
      guard text.unicodeScalars.count == 2 else { return [] }
      return end(of: text, key)
    default:
      sequence = nil
      // Escape was pressed, and then a key that means the same anyhow, or else Meta with a key.
      switch key {
      case Self.escape, "\u{3}", "\u{4}", "\t", "\r", "\n": return take(key)
      default: return [Self.escape, key]
      }
    }
  }

  private mutating func takeInControlSequence(
    _ key: Unicode.Scalar, _ text: String
  ) -> [Unicode.Scalar] {
    switch key.value {
    case 0x5B where text == "[" || text == "[[": return []
    case 0x20...0x3F where text.utf8.count < Self.longest: return []
    case 0x40...0x7E: return end(of: text, key)
    default:
      sequence = nil
      return take(key)
    }
  }

  private mutating func end(of text: String, _ key: Unicode.Scalar) -> [Unicode.Scalar] {
    sequence = nil
    isPasting = text == Self.pasteBegin
    guard Self.known.contains(text) else {
      // Whoever ends the line, or the program, means it.
      return key < " " ? take(key) : []
    }
    return [Self.escape] + text.unicodeScalars
  }
}
