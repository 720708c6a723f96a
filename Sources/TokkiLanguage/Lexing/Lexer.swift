/// Takes a line apart into words.
///
/// Words are separated by spaces. `"…"` knows the escapes `\n \t \r \0 \" \\ \u{…}`; `'…'` takes
/// everything as it is but `\'` and `\\`. A quotation mark within a word (`don't`) is a letter,
/// after `=` it opens a quotation. A `#` begins a comment at the beginning of the line, or where a
/// space and more words follow; otherwise it is a word, for it is a wildcard of binding keys.
struct Lexer {
  /// Lines beyond that many bytes of UTF-8 are refused.
  static let limit = 1 << 20

  struct Result: Hashable {
    var words: [Word] = []
    var continuation: ParseResult.Continuation?
    /// The word whose quotation the line's end cut off: not among `words`.
    var openWord: Word?
    var endsInComment = false
  }

  private let bytes: [UInt8]
  private var place = 0
  private var result = Result()

  private init(_ line: String) { bytes = Array(line.utf8) }

  static func words(of line: String) throws(ParseError) -> Result {
    guard line.utf8.count <= limit else {
      throw ParseError(.lineTooLong(limit: limit), at: 0..<0)
    }
    var lexer = Lexer(line)
    return try lexer.run()
  }

  private mutating func run() throws(ParseError) -> Result {
    while true {
      skipSpace()
      guard place < bytes.count, result.continuation == nil else { return result }
      if isComment() {
        result.endsInComment = true
        while let byte = peek(), byte != UInt8(ascii: "\n") { place += 1 }
      } else {
        result.endsInComment = false
        try refuseTypography()
        try readWord()
      }
    }
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  /// The length of the space at that place; 0 where there is none. Includes the wide space that
  /// Korean and Japanese keyboards type, the no-break space, and a backslash with its newline.
  private func spaceLength(at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case UInt8(ascii: " "), 0x09...0x0D: return 1
    case UInt8(ascii: "\\"): return newlineLength(at: index + 1).map { $0 + 1 } ?? 0
    case 0xC2: return bytes[index...].starts(with: [0xC2, 0xA0]) ? 2 : 0
    case 0xE3: return bytes[index...].starts(with: [0xE3, 0x80, 0x80]) ? 3 : 0
    default: return 0
    }
  }

  private func newlineLength(at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "\n") { return 1 }
    return bytes[index...].starts(with: [0x0D, 0x0A]) ? 2 : nil
  }

  private mutating func skipSpace() {
    while true {
      let length = spaceLength(at: place)
      if length == 0 { break }
      place += length
    }
    if endsInBackslash(at: place) {
      result.continuation = .backslash
      place = bytes.count
    }
  }

  private func endsInBackslash(at index: Int) -> Bool {
    index == bytes.count - 1 && bytes[index] == UInt8(ascii: "\\")
  }

  private func isComment() -> Bool {
    guard peek() == UInt8(ascii: "#") else { return false }
    if result.words.isEmpty { return true }
    var next = place + 1
    while true {
      let length = spaceLength(at: next)
      if length == 0 { break }
      next += length
    }
    guard next > place + 1, next < bytes.count else { return false }
    let rest = bytes[next...]
    return !rest.starts(with: Array("--".utf8)) && !rest.starts(with: Array("#".utf8))
      && !endsInBackslash(at: next)
  }

  /// “ ” ‘ ’ and the long dashes come from word processors and web pages; as the beginning of a
  /// word they were meant to be something else.
  private func refuseTypography() throws(ParseError) {
    guard peek() == 0xE2, peek(1) == 0x80, let third = peek(2) else { return }
    switch third {
    case 0x98, 0x99, 0x9C, 0x9D, 0x9E:
      let character = Character(String(decoding: bytes[place..<(place + 3)], as: UTF8.self))
      throw ParseError(.typographicQuote(character), at: place..<(place + 3))
    case 0x93, 0x94:
      guard let next = peek(3), (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) else {
        return
      }
      let character = Character(String(decoding: bytes[place..<(place + 3)], as: UTF8.self))
      throw ParseError(.typographicDash(character), at: place..<(place + 3))
    default:
      return
    }
  }

  private mutating func readWord() throws(ParseError) {
    let start = place
    var pieces: [Word.Piece] = []
    var bare: [UInt8] = []
    var opensQuotation = true
    while let byte = peek(), spaceLength(at: place) == 0, !endsInBackslash(at: place) {
      let isMark = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      if isMark && opensQuotation {
        if !bare.isEmpty { pieces.append(Word.Piece(bytes: bare, isQuoted: false)) }
        bare = []
        let quotation = try readQuotation(byte)
        pieces.append(Word.Piece(bytes: quotation.text, isQuoted: true))
        guard quotation.isClosed else {
          result.continuation = .quote(Character(Unicode.Scalar(byte)))
          result.openWord = Word(pieces: pieces, range: start..<bytes.count)
          place = bytes.count
          return
        }
      } else {
        bare.append(byte)
        place += 1
        opensQuotation = byte == UInt8(ascii: "=")
      }
    }
    if !bare.isEmpty { pieces.append(Word.Piece(bytes: bare, isQuoted: false)) }
    result.words.append(Word(pieces: pieces, range: start..<place))
  }

  /// From the opening to the closing mark, or to the line's end.
  private mutating func readQuotation(
    _ mark: UInt8
  ) throws(ParseError) -> (text: [UInt8], isClosed: Bool) {
    place += 1
    var text: [UInt8] = []
    while let byte = peek() {
      place += 1
      if byte == mark { return (text, true) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard let next = peek() else { break }
      if mark == UInt8(ascii: "\"") {
        try readEscape(into: &text)
      } else if next == mark || next == UInt8(ascii: "\\") {
        text.append(next)
        place += 1
      } else {
        text.append(byte)
      }
    }
    return (text, false)
  }

  /// What follows a backslash within double quotation marks.
  private mutating func readEscape(into text: inout [UInt8]) throws(ParseError) {
    if let length = newlineLength(at: place) {
      place += length
      return
    }
    guard let letter = peek() else { return }
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "0"): text.append(0x00)
    case UInt8(ascii: "e"): text.append(0x1B)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"): text.append(letter)
    case UInt8(ascii: "u"): return try readScalar(into: &text)
    default: throw badEscape(length: 1)
    }
    place += 1
  }

  /// `u{1F407}`.
  private mutating func readScalar(into text: inout [UInt8]) throws(ParseError) {
    let digits = bytes[place...].dropFirst(2).prefix(9).prefix { $0 != UInt8(ascii: "}") }
    guard peek(1) == UInt8(ascii: "{"), (1...8).contains(digits.count),
      peek(2 + digits.count) == UInt8(ascii: "}"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw badEscape(length: 1) }
    text.append(contentsOf: Array(String(scalar).utf8))
    place += digits.count + 3
  }

  /// The backslash before `place` and the character at it.
  private func badEscape(length: Int) -> ParseError {
    var end = place + length
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let escape = String(decoding: bytes[(place - 1)..<end], as: UTF8.self)
    return ParseError(.badEscape(escape), at: (place - 1)..<end)
  }
}
