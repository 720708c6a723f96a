/// JSON as it is written: the members of an object in their order, and whole numbers told from
/// those with a fraction, which the values of a field table depend on.
enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue
  }

  /// The text is not JSON; the offset of the byte where that shows.
  struct Malformed: Error {
    var offset: Int
  }

  init(parsing bytes: [UInt8]) throws {
    var reader = JSONReader(bytes: bytes)
    self = try reader.value()
    try reader.end()
  }

  subscript(name: String) -> JSONValue? { object?.first { $0.name == name }?.value }

  var object: [Member]? { if case .object(let members) = self { members } else { nil } }
  var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var boolean: Bool? { if case .boolean(let flag) = self { flag } else { nil } }
  var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
}

/// Reads JSON from bytes. Source: RFC 8259.
private struct JSONReader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var malformed: JSONValue.Malformed { JSONValue.Malformed(offset: offset) }
  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func end() throws {
    skipSpace()
    if next != nil { throw malformed }
  }

  mutating func value() throws -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  /// Skips space and the character, if it is the next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws {
    guard take(character) else { throw malformed }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw malformed }
    offset += word.utf8.count
    return value
  }

  private mutating func object() throws -> [JSONValue.Member] {
    try expect("{")
    var members: [JSONValue.Member] = []
    if take("}") { return members }
    repeat {
      skipSpace()
      let name = try text()
      try expect(":")
      members.append(JSONValue.Member(name: name, value: try value()))
    } while take(",")
    try expect("}")
    return members
  }

  private mutating func array() throws -> [JSONValue] {
    try expect("[")
    var values: [JSONValue] = []
    if take("]") { return values }
    repeat { values.append(try value()) } while take(",")
    try expect("]")
    return values
  }

  private mutating func number() throws -> JSONValue {
    let rest = bytes[offset...]
    let digits = rest.prefix { byte in "+-.0123456789eE".utf8.contains(byte) }
    let text = String(decoding: digits, as: UTF8.self)
    if let integer = Int64(text) {
      offset += digits.count
      return .integer(integer)
    }
    guard let number = Double(text) else { throw malformed }
    offset += digits.count
    return .number(number)
  }

  private mutating func text() throws -> String {
    guard next == UInt8(ascii: "\"") else { throw malformed }
    offset += 1
    var units: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      offset += 1
      if byte == UInt8(ascii: "\\") {
        units.append(contentsOf: String(try escaped()).utf8)
      } else {
        units.append(byte)
      }
    }
    try expect("\"")
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escaped() throws -> Unicode.Scalar {
    guard let byte = next else { throw malformed }
    offset += 1
    switch Unicode.Scalar(byte) {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u": return try unicode()
    case let other: return other
    }
  }

  private mutating func unicode() throws -> Unicode.Scalar {
    let first = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw malformed }
      return scalar
    }
    guard bytes[offset...].starts(with: "\\u".utf8) else { throw malformed }
    offset += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw malformed }
    return scalar
  }

  private mutating func hexadecimal() throws -> UInt32 {
    let digits = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, let number = UInt32(digits, radix: 16) else { throw malformed }
    offset += 4
    return number
  }
}
