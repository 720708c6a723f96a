/// A set of bytes: what one place of a regular expression takes.
struct ByteSet: Hashable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}

  init(_ ranges: [ClosedRange<UInt8>]) {
    for range in ranges { insert(range) }
  }

  func contains(_ byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return words.0 & bit != 0
    case 1: return words.1 & bit != 0
    case 2: return words.2 & bit != 0
    default: return words.3 & bit != 0
    }
  }

  mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  mutating func formUnion(_ other: ByteSet) {
    words.0 |= other.words.0
    words.1 |= other.words.1
    words.2 |= other.words.2
    words.3 |= other.words.3
  }

  var inverted: ByteSet {
    var set = ByteSet()
    set.words = (~words.0, ~words.1, ~words.2, ~words.3)
    return set
  }

  var members: [UInt8] { (UInt8.min...UInt8.max).filter(contains) }

  /// With the other case of each letter.
  var ignoringCase: ByteSet {
    var set = self
    for byte in members {
      if let other = byte.otherCase { set.insert(other) }
    }
    return set
  }

  static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension UInt8 {
  /// Of a letter of ISO 8859-1.
  var otherCase: UInt8? {
    switch self {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: self + 0x20
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: self - 0x20
    default: nil
    }
  }
}

// The classes of PCRE as Erlang builds it, with the tables of ISO 8859-1.
extension ByteSet {
  static let all = ByteSet([0...255])
  static let notNewline = ByteSet([10...10]).inverted
  static let digit = ByteSet([48...57])
  static let space = ByteSet([9...13, 32...32])
  static let horizontalSpace = ByteSet([9...9, 32...32, 160...160])
  static let verticalSpace = ByteSet([10...13, 133...133])
  static let letter = ByteSet([
    65...90, 97...122, 170...170, 181...181, 186...186, 192...214, 216...246, 248...255,
  ])
  static let word = ByteSet([
    48...57, 65...90, 95...95, 97...122, 170...170, 181...181, 186...186, 192...214, 216...246,
    248...255,
  ])

  /// What stands between `[:` and `:]`; nil if there is no such class.
  static func posix(_ name: String, ignoresCase: Bool) -> ByteSet? {
    switch name {
    case "alpha": letter
    case "lower":
      ignoresCase
        ? letter
        : ByteSet([97...122, 170...170, 181...181, 186...186, 223...246, 248...255])
    case "upper": ignoresCase ? letter : ByteSet([65...90, 192...214, 216...222])
    case "alnum": ByteSet.word.subtracting(95)
    case "ascii": all
    case "blank": ByteSet([9...9, 32...32])
    case "cntrl": ByteSet([0...31, 127...159])
    case "digit": digit
    case "graph": ByteSet([33...126, 160...255])
    case "print": ByteSet([32...126, 160...255])
    case "punct":
      ByteSet([
        33...47, 58...64, 91...96, 123...126, 160...169, 171...180, 182...185, 187...191,
        215...215, 247...247,
      ])
    case "space": space
    case "word": word
    case "xdigit": ByteSet([48...57, 65...70, 97...102])
    default: nil
    }
  }

  private func subtracting(_ byte: UInt8) -> ByteSet {
    ByteSet(members.filter { $0 != byte }.map { $0...$0 })
  }
}
