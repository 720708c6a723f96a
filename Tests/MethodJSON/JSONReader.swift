/// Reads one JSON text.
package struct JSONReader {
  package struct Failure: Error, CustomStringConvertible {
    package var expected: String
    package var offset: Int
    package var description: String { "\(expected) expected at byte \(offset)" }
  }

  private let bytes: [UInt8]
  private var offset = 0

  package static func read(_ bytes: [UInt8]) throws(Failure) -> JSON {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.next == nil else { throw reader.failure("the end") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func failure(_ expected: String) -> Failure {
    Failure(expected: expected, offset: offset)
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { offset += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Failure) {
    guard skip(character) else { throw failure("\(character)") }
  }

  private mutating func value() throws(Failure) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(Failure) -> JSON {
    guard bytes[offset...].starts(with: word.utf8) else { throw failure(word) }
    offset += word.utf8.count
    return value
  }

  private mutating func object() throws(Failure) -> JSON {
    try expect("{")
    var members: [JSON.Member] = []
    if skip("}") { return .object([]) }
    repeat {
      skipSpace()
      let name = try string()
      try expect(":")
      members.append(JSON.Member(name, try value()))
    } while skip(",")
    try expect("}")
    return .object(members)
  }

  private mutating func array() throws(Failure) -> JSON {
    try expect("[")
    var items: [JSON] = []
    if skip("]") { return .array([]) }
    repeat { items.append(try value()) } while skip(",")
    try expect("]")
    return .array(items)
  }

  private mutating func number() throws(Failure) -> JSON {
    let start = offset
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let whole = Int64(text) { return .integer(whole) }
    guard let number = Double(text) else { throw failure("a value") }
    return .number(number)
  }

  private mutating func string() throws(Failure) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      offset += 1
      if byte == UInt8(ascii: "\\") {
        text += String(try escaped()).utf8
      } else {
        text.append(byte)
      }
    }
    try expect("\"")
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escaped() throws(Failure) -> Character {
    guard let byte = next else { throw failure("an escape") }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let digits = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
      guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
        throw failure("a scalar's code")
      }
      offset += 4
      return Character(scalar)
    default: return Character(Unicode.Scalar(byte))
    }
  }
}
