/// What the same keys would have typed with the keyboard switched from Hangul to Latin letters:
/// `ㅔㅕㅠㅣㅑ노` is `publish`. The layout is the usual one with two sets (dubeolsik).
enum KoreanKeyboard {
  private static let initials = [
    "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
  ]
  private static let medials = [
    "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b",
    "m", "ml", "l",
  ]
  private static let finals = [
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g",
  ]
  /// The compatibility letters ㄱ to ㅣ, as they stand alone.
  private static let letters = [
    "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
    "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b",
    "m", "ml", "l",
  ]

  /// nil where the text has no Hangul.
  static func latin(_ text: String) -> String? {
    var keys = ""
    var hasHangul = false
    for scalar in text.unicodeScalars.prefix(40) {
      switch scalar.value {
      case 0xAC00...0xD7A3:
        let index = Int(scalar.value - 0xAC00)
        keys += initials[index / 588] + medials[index % 588 / 28] + finals[index % 28]
        hasHangul = true
      case 0x3131...0x3163:
        keys += letters[Int(scalar.value - 0x3131)]
        hasHangul = true
      default:
        keys.unicodeScalars.append(scalar)
      }
    }
    return hasHangul ? keys : nil
  }
}
