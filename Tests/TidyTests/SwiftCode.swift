/// Swift text of which comments and the insides of string literals are blanked out, so that what
/// is left is code. Each byte keeps its place.
struct SwiftCode {
  private(set) var bytes: [UInt8]
  private var index = 0
  private var literals: [Literal] = []

  /// A string literal that is open, and the parentheses open in its interpolation.
  private struct Literal {
    let quotes: Int
    let hashes: Int
    var parentheses = 0
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
    while index < bytes.count {
      if let literal = literals.last, literal.parentheses == 0 {
        readLiteral(literal)
      } else {
        readCode()
      }
    }
  }

  private mutating func readCode() {
    switch bytes[index] {
    case UInt8(ascii: "/") where at(index + 1) == UInt8(ascii: "/"): blankLine()
    case UInt8(ascii: "/") where at(index + 1) == UInt8(ascii: "*"): blankComment()
    case UInt8(ascii: "#"), UInt8(ascii: "\""): openLiteral()
    case UInt8(ascii: "("): count(1)
    case UInt8(ascii: ")"): count(-1)
    default: index += 1
    }
  }

  /// In an interpolation, counts the parentheses that are open; its last one is the literal's.
  private mutating func count(_ difference: Int) {
    if let last = literals.indices.last { literals[last].parentheses += difference }
    index += 1
  }

  private mutating func openLiteral() {
    let hashes = run(of: "#", from: index)
    let quotes = run(of: "\"", from: index + hashes)
    index += hashes
    switch quotes {
    case 0: break
    case 1: open(quotes: 1, hashes: hashes)
    case 2: index += 2 + hashes
    default: open(quotes: 3, hashes: hashes)
    }
  }

  private mutating func open(quotes: Int, hashes: Int) {
    literals.append(Literal(quotes: quotes, hashes: hashes))
    index += quotes
  }

  private mutating func readLiteral(_ literal: Literal) {
    switch bytes[index] {
    case UInt8(ascii: "\"")
    where run(of: "\"", from: index) >= literal.quotes
      && run(of: "#", from: index + literal.quotes) >= literal.hashes:
      index += literal.quotes + literal.hashes
      literals.removeLast()
    case UInt8(ascii: "\\") where run(of: "#", from: index + 1) >= literal.hashes:
      let escaped = index + 1 + literal.hashes
      blank(to: escaped)
      if at(escaped) == UInt8(ascii: "(") {
        literals[literals.count - 1].parentheses = 1
        index = escaped + 1
      } else {
        blank(to: escaped + 1)
      }
    default: blank(to: index + 1)
    }
  }

  private mutating func blankLine() {
    blank(to: bytes[index...].firstIndex(of: 0x0A) ?? bytes.count)
  }

  private mutating func blankComment() {
    var (depth, end) = (1, index + 2)
    while depth > 0, end < bytes.count {
      if bytes[end] == UInt8(ascii: "/"), at(end + 1) == UInt8(ascii: "*") {
        depth += 1
        end += 1
      } else if bytes[end] == UInt8(ascii: "*"), at(end + 1) == UInt8(ascii: "/") {
        depth -= 1
        end += 1
      }
      end += 1
    }
    blank(to: end)
  }

  private mutating func blank(to end: Int) {
    while index < min(end, bytes.count) {
      if bytes[index] != 0x0A { bytes[index] = 0x20 }
      index += 1
    }
  }

  private func at(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func run(of character: Unicode.Scalar, from start: Int) -> Int {
    var end = start
    while at(end) == UInt8(ascii: character) { end += 1 }
    return end - start
  }
}
