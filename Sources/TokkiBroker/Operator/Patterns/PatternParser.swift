/// Reads a regular expression as PCRE 8 does, which Erlang's `re` is. What is wrong with one is
/// said in PCRE's words and at its places; what PCRE can and this cannot is refused in words.
struct PatternParser {
  let bytes: [UInt8]
  var place = 0
  var groupCount = 0
  var names: [(name: [UInt8], number: Int)] = []
  var flags = Flags()
  /// References to groups by number and by name, which may come before the groups.
  var highestReference = 0
  private var isQuoting = false

  /// What `(?imsxU)` sets, until the end of the group.
  struct Flags: Hashable {
    var ignoresCase = false
    var isMultiline = false
    var dotTakesAll = false
    var isExtended = false
    var isLazyFirst = false
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse() throws(PatternProblem) -> PatternNode {
    let root = try alternatives()
    if place < bytes.count { throw invalid("unmatched parentheses") }
    if highestReference > groupCount { throw invalid("reference to non-existent subpattern") }
    return root
  }
}

// MARK: - Bytes

extension PatternParser {
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  func starts(with text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  /// Whether the text comes next; it has been read then.
  mutating func skip(_ text: String) -> Bool {
    guard starts(with: text) else { return false }
    place += text.utf8.count
    return true
  }

  func invalid(_ problem: String, at offset: Int? = nil) -> PatternProblem {
    .invalid(problem, offset: offset ?? place)
  }

  func notSimulated(_ what: String) -> PatternProblem {
    .notSimulated("regular expressions with \(what) are not simulated")
  }

  /// The digits from here on as a number, which never gets too big.
  mutating func number() -> Int? {
    var number: Int?
    while let byte = next, let digit = byte.digit {
      number = min((number ?? 0) * 10 + digit, 1_000_000)
      place += 1
    }
    return number
  }
}

extension UInt8 {
  var digit: Int? { (48...57).contains(self) ? Int(self) - 48 : nil }

  var octalDigit: Int? { (48...55).contains(self) ? Int(self) - 48 : nil }

  var hexDigit: Int? {
    switch self {
    case 48...57: Int(self) - 48
    case 65...70: Int(self) - 55
    case 97...102: Int(self) - 87
    default: nil
    }
  }

  var isASCIILetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
}

// MARK: - Branches

extension PatternParser {
  /// Up to the end or to the parenthesis that closes the group. Flags set inside end there.
  mutating func alternatives() throws(PatternProblem) -> PatternNode {
    let before = flags
    defer { flags = before }
    var branches = [try branch()]
    while next == UInt8(ascii: "|") {
      place += 1
      branches.append(try branch())
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func branch() throws(PatternProblem) -> PatternNode {
    var nodes: [PatternNode] = []
    /// Whether a quantifier may follow.
    var canRepeat = false
    while let byte = next {
      if isQuoting {
        if skip("\\E") {
          isQuoting = false
        } else {
          place += 1
          nodes.append(literal(byte))
          canRepeat = true
        }
        continue
      }
      if try skipsWhatIsNothing() { continue }
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ")") { break }
      if let quantifier = try quantifier() {
        guard canRepeat, let last = nodes.popLast() else {
          throw invalid("nothing to repeat", at: quantifier.place)
        }
        nodes.append(
          .repeated(last, least: quantifier.least, most: quantifier.most, quantifier.greed))
        canRepeat = false
        continue
      }
      guard let item = try item(byte) else {
        canRepeat = false
        continue
      }
      nodes.append(item.node)
      canRepeat = item.canRepeat
    }
    return .sequence(nodes)
  }

  /// Quotation marks, comments, and in extended patterns white space.
  private mutating func skipsWhatIsNothing() throws(PatternProblem) -> Bool {
    if skip("\\Q") {
      isQuoting = true
      return true
    }
    if skip("\\E") { return true }
    if skip("(?#") {
      while next != UInt8(ascii: ")") {
        if place >= bytes.count { throw invalid("missing ) after comment") }
        place += 1
      }
      place += 1
      return true
    }
    guard flags.isExtended, let byte = next else { return false }
    if ByteSet.space.contains(byte) {
      place += 1
      return true
    }
    guard byte == UInt8(ascii: "#") else { return false }
    while let byte = next, byte != 10 { place += 1 }
    return true
  }

  func literal(_ byte: UInt8) -> PatternNode {
    let set = ByteSet([byte...byte])
    return .byte(flags.ignoresCase ? set.ignoringCase : set)
  }

  struct Item {
    var node: PatternNode
    var canRepeat = true
  }

  /// nil for what only sets flags.
  private mutating func item(_ byte: UInt8) throws(PatternProblem) -> Item? {
    switch byte {
    case UInt8(ascii: "^"):
      place += 1
      return Item(
        node: .boundary(flags.isMultiline ? .lineStart : .subjectStart), canRepeat: false)
    case UInt8(ascii: "$"):
      place += 1
      return Item(node: .boundary(flags.isMultiline ? .lineEnd : .finalEnd), canRepeat: false)
    case UInt8(ascii: "."):
      place += 1
      return Item(node: .byte(flags.dotTakesAll ? .all : .notNewline))
    case UInt8(ascii: "["): return Item(node: .byte(try byteClass()))
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "\\"): return try escape()
    default:
      place += 1
      return Item(node: literal(byte))
    }
  }
}

// MARK: - Quantifiers

extension PatternParser {
  private struct Quantifier {
    var least: Int
    var most: Int?
    var greed: PatternNode.Greed
    /// Where its last byte stands, less the mark for how greedy it is.
    var place: Int
  }

  private mutating func quantifier() throws(PatternProblem) -> Quantifier? {
    var found: Quantifier
    switch next {
    case UInt8(ascii: "*"):
      found = Quantifier(least: 0, most: nil, greed: .greedy, place: place)
    case UInt8(ascii: "+"):
      found = Quantifier(least: 1, most: nil, greed: .greedy, place: place)
    case UInt8(ascii: "?"):
      found = Quantifier(least: 0, most: 1, greed: .greedy, place: place)
    case UInt8(ascii: "{"):
      guard let counted = try countedQuantifier() else { return nil }
      found = counted
    default: return nil
    }
    place = found.place + 1
    if skip("+") {
      found.greed = .possessive
    } else if skip("?") {
      found.greed = flags.isLazyFirst ? .greedy : .lazy
    } else if flags.isLazyFirst {
      found.greed = .lazy
    }
    return found
  }

  /// `{2}`, `{2,}` or `{2,3}`; anything else in braces is what it is. It is left unread.
  private func countedQuantifier() throws(PatternProblem) -> Quantifier? {
    var reader = self
    reader.place += 1
    guard let least = reader.number() else { return nil }
    var most: Int? = least
    if reader.skip(",") { most = reader.number() }
    guard reader.next == UInt8(ascii: "}") else { return nil }
    if least > 65_535 || most ?? 0 > 65_535 {
      throw reader.invalid("number too big in {} quantifier")
    }
    if let most, most < least {
      throw reader.invalid("numbers out of order in {} quantifier")
    }
    return Quantifier(least: least, most: most, greed: .greedy, place: reader.place)
  }
}
