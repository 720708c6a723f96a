// What begins with a backslash.
extension PatternParser {
  mutating func escape() throws(PatternProblem) -> Item {
    place += 1
    guard let byte = next else { throw invalid("\\ at end of pattern") }
    if let set = Self.classes[byte] {
      place += 1
      return Item(node: .byte(set))
    }
    if let boundary = Self.boundaries[byte] {
      place += 1
      return Item(node: .boundary(boundary), canRepeat: false)
    }
    switch byte {
    case UInt8(ascii: "R"):
      place += 1
      let pair = PatternNode.sequence([.byte(ByteSet([13...13])), .byte(ByteSet([10...10]))])
      return Item(
        node: .repeated(
          .atomic(.alternatives([pair, .byte(.verticalSpace)])), least: 1, most: 1, .greedy))
    case UInt8(ascii: "N"):
      return Item(node: try notNewline())
    case UInt8(ascii: "C"):
      place += 1
      return Item(node: .byte(.all))
    case UInt8(ascii: "G"), UInt8(ascii: "K"), UInt8(ascii: "X"):
      throw notSimulated("\\\(String(decoding: [byte], as: UTF8.self))")
    case UInt8(ascii: "p"), UInt8(ascii: "P"): throw notSimulated("properties of characters")
    case UInt8(ascii: "g"): return Item(node: try numberedReference())
    case UInt8(ascii: "k"): return Item(node: try namedReference())
    case 49...57:
      if let node = backReference() { return Item(node: node) }
      return Item(node: literal(try escapedByte()))
    default: return Item(node: literal(try escapedByte()))
    }
  }

  static let classes: [UInt8: ByteSet] = [
    UInt8(ascii: "d"): .digit, UInt8(ascii: "D"): ByteSet.digit.inverted,
    UInt8(ascii: "w"): .word, UInt8(ascii: "W"): ByteSet.word.inverted,
    UInt8(ascii: "s"): .space, UInt8(ascii: "S"): ByteSet.space.inverted,
    UInt8(ascii: "h"): .horizontalSpace, UInt8(ascii: "H"): ByteSet.horizontalSpace.inverted,
    UInt8(ascii: "v"): .verticalSpace, UInt8(ascii: "V"): ByteSet.verticalSpace.inverted,
  ]

  private static let boundaries: [UInt8: PatternNode.Boundary] = [
    UInt8(ascii: "A"): .subjectStart, UInt8(ascii: "z"): .subjectEnd,
    UInt8(ascii: "Z"): .finalEnd, UInt8(ascii: "b"): .word, UInt8(ascii: "B"): .noWord,
  ]

  private mutating func notNewline() throws(PatternProblem) -> PatternNode {
    let start = place
    place += 1
    var reader = self
    if reader.skip("{"), reader.next?.digit == nil {
      throw invalid("PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u", at: start)
    }
    return .byte(.notNewline)
  }

  /// `\1` and so on. Two digits that no group has are an octal number.
  private mutating func backReference() -> PatternNode? {
    let start = place
    guard let number = number(), number < 8 || number <= groupCount else {
      place = start
      return nil
    }
    highestReference = max(highestReference, number)
    return .reference(number, ignoresCase: flags.ignoresCase)
  }

  /// `\g1`, `\g{1}`, `\g{-1}` or `\g{name}`.
  private mutating func numberedReference() throws(PatternProblem) -> PatternNode {
    let start = place
    place += 1
    if next == UInt8(ascii: "<") || next == UInt8(ascii: "'") { throw notSimulated("recursion") }
    let isBraced = skip("{")
    if isBraced, let first = next, first.isASCIILetter || first == 0x5F {
      return try reference(until: UInt8(ascii: "}"))
    }
    let isRelative = skip("-")
    let wanted = number()
    if !isBraced, wanted == nil || wanted == 0 {
      throw invalid("a numbered reference must not be zero", at: start)
    }
    guard let wanted, !isBraced || next == UInt8(ascii: "}") else {
      throw invalid(
        "\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain "
          + "number")
    }
    if isRelative, wanted > groupCount {
      throw invalid("reference to non-existent subpattern")
    }
    if isBraced { place += 1 }
    if wanted == 0 { throw invalid("a numbered reference must not be zero", at: place - 1) }
    let number = isRelative ? groupCount - wanted + 1 : wanted
    highestReference = max(highestReference, number)
    return .reference(number, ignoresCase: flags.ignoresCase)
  }

  /// `\k<name>`, `\k'name'` or `\k{name}`.
  private mutating func namedReference() throws(PatternProblem) -> PatternNode {
    let ends: [UInt8: UInt8] = [0x3C: 0x3E, 0x27: 0x27, 0x7B: 0x7D]
    place += 1
    guard let opening = next, let end = ends[opening] else {
      throw invalid(
        "\\k is not followed by a braced, angle-bracketed, or quoted name", at: place - 1)
    }
    place += 1
    return try reference(until: end)
  }
}

// MARK: - One byte

extension PatternParser {
  /// An escape for one byte; the backslash has been read.
  mutating func escapedByte() throws(PatternProblem) -> UInt8 {
    guard let byte = next else { throw invalid("\\ at end of pattern") }
    let start = place
    place += 1
    switch byte {
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "e"): return 27
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "x"): return try hexadecimal()
    case UInt8(ascii: "o"):
      guard next == UInt8(ascii: "{") else {
        throw invalid("missing opening brace after \\o", at: start)
      }
      return try braced(\.octalDigit, base: 8, "non-octal character in \\o{}")
    case UInt8(ascii: "c"):
      guard let letter = next else { throw invalid("\\c at end of pattern") }
      if letter > 127 { throw invalid("\\c must be followed by an ASCII character") }
      place += 1
      return ((97...122).contains(letter) ? letter - 32 : letter) ^ 64
    case 48...55: return try octal(byte)
    case UInt8(ascii: "L"), UInt8(ascii: "l"), UInt8(ascii: "U"), UInt8(ascii: "u"):
      throw invalid("PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u", at: start)
    default: return byte
    }
  }

  private mutating func octal(_ first: UInt8) throws(PatternProblem) -> UInt8 {
    var value = first.octalDigit ?? 0
    for _ in 0..<2 {
      guard let digit = next?.octalDigit else { break }
      value = value * 8 + digit
      place += 1
    }
    guard let byte = UInt8(exactly: value) else {
      throw invalid("octal value is greater than \\377 in 8-bit non-UTF-8 mode", at: place - 1)
    }
    return byte
  }

  private mutating func hexadecimal() throws(PatternProblem) -> UInt8 {
    if next == UInt8(ascii: "{") {
      return try braced(\.hexDigit, base: 16, "non-hex character in \\x{}")
    }
    var value = 0
    for _ in 0..<2 {
      guard let digit = next?.hexDigit else { break }
      value = value * 16 + digit
      place += 1
    }
    return UInt8(value)
  }

  private mutating func braced(
    _ digit: (UInt8) -> Int?, base: Int, _ wrongDigit: String
  ) throws(PatternProblem) -> UInt8 {
    place += 1
    if next == UInt8(ascii: "}") { throw invalid("digits missing in \\x{} or \\o{}") }
    var value = 0
    while let byte = next, let digit = digit(byte) {
      value = min(value * base + digit, 256)
      place += 1
    }
    if value > 255 { throw invalid("character value in \\x{} or \\o{} is too large") }
    guard skip("}") else { throw invalid("\(wrongDigit) (closing brace missing?)") }
    return UInt8(value)
  }
}
