/// A part of a regular expression.
indirect enum PatternNode: Hashable, Sendable {
  /// One byte of the set.
  case byte(ByteSet)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// What it takes can be referred to by its number.
  case capture(Int, PatternNode)
  /// What it has taken once it keeps.
  case atomic(PatternNode)
  case look(PatternNode, isNegative: Bool)
  /// So many bytes back: what a lookbehind begins with.
  case back(Int)
  /// `most` is nil for without end.
  case repeated(PatternNode, least: Int, most: Int?, Greed)
  case reference(Int, ignoresCase: Bool)
  case boundary(Boundary)

  enum Greed: Hashable, Sendable {
    case greedy
    case lazy
    case possessive
  }

  enum Boundary: Hashable, Sendable {
    case subjectStart
    /// Also after each newline.
    case lineStart
    case subjectEnd
    /// Also before a newline that is the last byte.
    case finalEnd
    /// Also before each newline.
    case lineEnd
    case word
    case noWord
  }
}

extension PatternNode {
  /// The byte that it takes, if it is always the same one.
  var onlyByte: UInt8? {
    guard case .byte(let set) = self else { return nil }
    let members = set.members
    return members.count == 1 ? members[0] : nil
  }

  /// Whether it repeats something from zero times on: at a pattern's end it changes nothing.
  var isStarOfNothingNeeded: Bool {
    guard case .repeated(_, least: 0, _, _) = self else { return false }
    return true
  }

  /// How many bytes it takes, if that is always the same number.
  var length: Int? {
    switch self {
    case .byte: return 1
    case .sequence(let nodes):
      return nodes.reduce(0 as Int?) { sum, node in
        guard let sum, let length = node.length else { return nil }
        return sum + length
      }
    case .alternatives(let nodes):
      let length = nodes.first?.length
      return nodes.allSatisfy { $0.length == length } ? length : nil
    case .capture(_, let node), .atomic(let node): return node.length
    case .look, .back, .boundary: return 0
    case .repeated(let node, let least, let most, _):
      guard least == most, let length = node.length else { return nil }
      return least * length
    case .reference: return nil
    }
  }
}
