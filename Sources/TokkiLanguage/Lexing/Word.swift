/// One word of a line.
struct Word: Hashable {
  /// A stretch of the word that was, or was not, in quotation marks.
  struct Piece: Hashable {
    var bytes: [UInt8]
    var isQuoted: Bool
  }

  var pieces: [Piece]
  /// In the line's UTF-8, quotation marks included.
  var range: Range<Int>

  /// What the word says: quotation marks gone, escapes resolved.
  var text: String { String(decoding: pieces.flatMap(\.bytes), as: UTF8.self) }

  /// Whether a part of it stood in quotation marks: then it is a text, never a keyword or a number.
  var isQuoted: Bool { pieces.contains(where: \.isQuoted) }

  /// What it says if no part was quoted.
  var bareText: String? { isQuoted ? nil : text }

  /// Whether the word begins with two bare hyphens.
  var isOption: Bool {
    guard let first = pieces.first, !first.isQuoted else { return false }
    return first.bytes.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")])
  }

  /// The two sides of the first bare `=`; of the first quoted one if there is no bare one.
  func split() -> (left: Word, right: Word)? {
    for wanted in [false, true] {
      for (index, piece) in pieces.enumerated() where piece.isQuoted == wanted {
        guard let place = piece.bytes.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let before = Piece(bytes: Array(piece.bytes[..<place]), isQuoted: wanted)
        let after = Piece(bytes: Array(piece.bytes[(place + 1)...]), isQuoted: wanted)
        return (
          Word(pieces: pieces[..<index] + [before], range: range),
          Word(pieces: Self.joined(after, pieces[(index + 1)...]), range: range)
        )
      }
    }
    return nil
  }

  private static func joined(_ first: Piece, _ others: ArraySlice<Piece>) -> [Piece] {
    first.bytes.isEmpty && !first.isQuoted && !others.isEmpty ? Array(others) : [first] + others
  }
}
