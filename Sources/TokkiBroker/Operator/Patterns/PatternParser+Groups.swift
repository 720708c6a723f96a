// What stands in parentheses.
extension PatternParser {
  /// nil for what only sets flags.
  mutating func group() throws(PatternProblem) -> Item? {
    place += 1
    if next == UInt8(ascii: "*"), try checkVerb() { throw notSimulated("(*VERB)") }
    guard next == UInt8(ascii: "?") else { return Item(node: try captured()) }
    place += 1
    guard let kind = next else { throw unknownGroup }
    place += 1
    switch kind {
    case UInt8(ascii: ":"): return Item(node: try closed())
    case UInt8(ascii: ">"): return Item(node: .atomic(try closed()))
    case UInt8(ascii: "="): return Item(node: .look(try closed(), isNegative: false))
    case UInt8(ascii: "!"): return Item(node: .look(try closed(), isNegative: true))
    case UInt8(ascii: "<"): return Item(node: try lookbehindOrName())
    case UInt8(ascii: "'"): return Item(node: try named(until: UInt8(ascii: "'")))
    case UInt8(ascii: "P"): return Item(node: try pythonGroup())
    case UInt8(ascii: "("): throw notSimulated("conditions")
    case UInt8(ascii: "|"): throw notSimulated("branches that number their groups alike")
    case UInt8(ascii: "C"): throw notSimulated("callouts")
    case UInt8(ascii: "R"), UInt8(ascii: "&"), UInt8(ascii: "+"), 48...57:
      throw notSimulated("recursion")
    case UInt8(ascii: "-") where next?.digit != nil: throw notSimulated("recursion")
    default:
      place -= 1
      return try setFlags().map { Item(node: $0) }
    }
  }

  private var unknownGroup: PatternProblem {
    invalid("unrecognized character after (? or (?-")
  }

  /// The rest of the group, and its end.
  private mutating func closed() throws(PatternProblem) -> PatternNode {
    let inner = try alternatives()
    guard skip(")") else { throw invalid("missing )") }
    return inner
  }

  private mutating func captured() throws(PatternProblem) -> PatternNode {
    groupCount += 1
    let number = groupCount
    return .capture(number, try closed())
  }

  /// Whether it is a verb such as `(*FAIL)`.
  private func checkVerb() throws(PatternProblem) -> Bool {
    var reader = self
    reader.place += 1
    guard let first = reader.next, first.isASCIILetter || first == UInt8(ascii: ":") else {
      return false
    }
    while let byte = reader.next, byte.isASCIILetter || byte.digit != nil || byte == 0x5F {
      reader.place += 1
    }
    let verbs = ["", "MARK", "ACCEPT", "F", "FAIL", "COMMIT", "PRUNE", "SKIP", "THEN"]
    let settings = [
      "UTF", "UTF8", "UCP", "CR", "LF", "CRLF", "ANY", "ANYCRLF", "BSR_ANYCRLF", "BSR_UNICODE",
      "NO_START_OPT", "NO_AUTO_POSSESS", "LIMIT_MATCH", "LIMIT_RECURSION",
    ]
    let verb = String(decoding: bytes[(place + 1)..<reader.place], as: UTF8.self)
    guard verbs.contains(verb) || place == 1 && settings.contains(verb) else {
      throw reader.invalid("(*VERB) not recognized or malformed")
    }
    return true
  }

  /// `(?i)` is for the rest of the group, `(?i:...)` for what it holds.
  private mutating func setFlags() throws(PatternProblem) -> PatternNode? {
    var changed = flags
    var isOn = true
    while let byte = next, byte != UInt8(ascii: ")"), byte != UInt8(ascii: ":") {
      switch byte {
      case UInt8(ascii: "-"): isOn = false
      case UInt8(ascii: "i"): changed.ignoresCase = isOn
      case UInt8(ascii: "m"): changed.isMultiline = isOn
      case UInt8(ascii: "s"): changed.dotTakesAll = isOn
      case UInt8(ascii: "x"): changed.isExtended = isOn
      case UInt8(ascii: "U"): changed.isLazyFirst = isOn
      case UInt8(ascii: "J"), UInt8(ascii: "X"):
        throw notSimulated("(?\(String(decoding: [byte], as: UTF8.self)))")
      default: throw unknownGroup
      }
      place += 1
    }
    guard let end = next else { throw unknownGroup }
    place += 1
    if end == UInt8(ascii: ")") {
      flags = changed
      return nil
    }
    let before = flags
    flags = changed
    let inner = try closed()
    flags = before
    return inner
  }
}

// MARK: - Names and lookbehinds

extension PatternParser {
  private mutating func lookbehindOrName() throws(PatternProblem) -> PatternNode {
    switch next {
    case UInt8(ascii: "="):
      place += 1
      return .look(try lookbehind(), isNegative: false)
    case UInt8(ascii: "!"):
      place += 1
      return .look(try lookbehind(), isNegative: true)
    case let byte? where byte.isWordByte:
      return try named(until: UInt8(ascii: ">"))
    default: throw invalid("unrecognized character after (?<")
    }
  }

  /// Each branch goes back by its own length.
  private mutating func lookbehind() throws(PatternProblem) -> PatternNode {
    let inner = try alternatives()
    guard next == UInt8(ascii: ")") else { throw invalid("missing )") }
    var branches: [PatternNode] = [inner]
    if case .alternatives(let several) = inner { branches = several }
    var behind: [PatternNode] = []
    for branch in branches {
      guard let length = branch.length else {
        throw invalid("lookbehind assertion is not fixed length")
      }
      behind.append(.sequence([.back(length), branch]))
    }
    place += 1
    return .alternatives(behind)
  }

  private mutating func named(until terminator: UInt8) throws(PatternProblem) -> PatternNode {
    let name = try name(until: terminator)
    if names.contains(where: { $0.name == name }) {
      throw invalid("two named subpatterns have the same name", at: place - 1)
    }
    names.append((name, groupCount + 1))
    return try captured()
  }

  private mutating func pythonGroup() throws(PatternProblem) -> PatternNode {
    switch next {
    case UInt8(ascii: "<"):
      place += 1
      return try named(until: UInt8(ascii: ">"))
    case UInt8(ascii: "="):
      place += 1
      return try reference(until: UInt8(ascii: ")"))
    case UInt8(ascii: ">"): throw notSimulated("recursion")
    default: throw invalid("unrecognized character after (?P")
    }
  }

  /// A reference to a group by its name, with what ends the name.
  mutating func reference(until terminator: UInt8) throws(PatternProblem) -> PatternNode {
    let name = try name(until: terminator)
    guard let known = names.first(where: { $0.name == name }) else {
      if bytes[place...].containsName(name) {
        throw notSimulated("a reference that comes before its group")
      }
      throw invalid("reference to non-existent subpattern", at: place - 1)
    }
    return .reference(known.number, ignoresCase: flags.ignoresCase)
  }

  private mutating func name(until terminator: UInt8) throws(PatternProblem) -> [UInt8] {
    let start = place
    if next?.digit != nil { throw invalid("group name must start with a non-digit") }
    while let byte = next, byte.isWordByte { place += 1 }
    if place == start, next == terminator || terminator == UInt8(ascii: ")") {
      throw invalid("subpattern name expected")
    }
    guard next == terminator else {
      throw invalid("syntax error in subpattern name (missing terminator)")
    }
    if place - start > 32 {
      throw invalid("subpattern name is too long (maximum 32 characters)")
    }
    place += 1
    return Array(bytes[start..<(place - 1)])
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool { ByteSet.word.contains(self) }
}

extension ArraySlice<UInt8> {
  /// Whether a group of that name seems to begin somewhere.
  fileprivate func containsName(_ name: [UInt8]) -> Bool {
    let openings = ["<", "'", "P<"].map { Array("(?\($0)".utf8) + name }
    return indices.contains { start in openings.contains { self[start...].starts(with: $0) } }
  }
}
