internal import AMQPModel

/// Reads what a policy sets from an object of JSON, as `rabbitmqctl` takes it.
struct JSONDefinition {
  /// Where the text is no JSON, or not the JSON that is wanted: an offset into its UTF-8.
  struct Fault: Error, Hashable {
    var place: Int
    var kind: Kind

    enum Kind: Hashable {
      /// It ends too early, or something else was expected.
      case malformed
      /// A list, a text, a number.
      case notAnObject
    }
  }

  /// Deeper nesting than anybody needs is refused.
  private static let deepest = 32

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The object as a table in the order of its names; of a name that is there twice the last
  /// value counts. Numbers are typed as those of arguments are.
  static func table(_ text: String) throws(Fault) -> FieldTable {
    var reader = JSONDefinition(text)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.place == reader.bytes.count else { throw reader.malformed }
    guard case .table(let table) = value else { throw Fault(place: 0, kind: .notAnObject) }
    return table
  }

  /// How many bytes the object takes that the text begins with; nil if it does not end.
  static func length(of bytes: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if isInString {
        if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return index + 1 }
      default: break
      }
    }
    return nil
  }

  private var malformed: Fault { Fault(place: place, kind: .malformed) }

  private func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || (0x09...0x0D).contains(byte) { place += 1 }
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: letter) else { return false }
    place += 1
    return true
  }

  private mutating func need(_ letter: Unicode.Scalar) throws(Fault) {
    skipSpace()
    guard take(letter) else { throw malformed }
  }

  // MARK: Values

  private mutating func value() throws(Fault) -> FieldValue {
    skipSpace()
    switch peek() {
    case UInt8(ascii: "{"): return .table(try object())
    case UInt8(ascii: "["): return .array(try list())
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func object() throws(Fault) -> FieldTable {
    try descend("{")
    var table = FieldTable()
    skipSpace()
    if take("}") { return leave(table) }
    repeat {
      skipSpace()
      guard peek() == UInt8(ascii: "\"") else { throw malformed }
      let name = try string()
      try need(":")
      table[name] = try value()
      skipSpace()
    } while take(",")
    try need("}")
    return leave(table)
  }

  private mutating func list() throws(Fault) -> [FieldValue] {
    try descend("[")
    var values: [FieldValue] = []
    skipSpace()
    if take("]") { return leave(values) }
    repeat {
      values.append(try value())
      skipSpace()
    } while take(",")
    try need("]")
    return leave(values)
  }

  private mutating func descend(_ letter: Unicode.Scalar) throws(Fault) {
    guard depth < Self.deepest, take(letter) else { throw malformed }
    depth += 1
  }

  private mutating func leave<Value>(_ value: Value) -> Value {
    depth -= 1
    return value
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(Fault) -> FieldValue {
    let rest = bytes[place...].prefix { byte in
      !Array(",]}: \t\n\r".utf8).contains(byte)
    }
    let literal = String(decoding: rest, as: UTF8.self)
    let value = FieldValue(literal: literal, isQuoted: false)
    switch value {
    case .boolean: break
    case .void where literal == "null": break
    case .int32 where isNumber(rest), .int64 where isNumber(rest), .double where isNumber(rest):
      break
    case .void, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .float, .double,
      .decimal, .longString, .byteArray, .array, .table, .timestamp:
      throw malformed
    }
    place += rest.count
    return value
  }

  /// JSON has no `01`, `+1` or `.5`.
  private func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    guard let first = digits.first, isDigit(first) else { return false }
    let second = digits.dropFirst().first ?? 0
    return first != UInt8(ascii: "0") || !isDigit(second)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func string() throws(Fault) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        place += 1
        text += Array(String(try escape()).utf8)
      case 0..<0x20: throw malformed
      default:
        text.append(byte)
        place += 1
      }
    }
    throw malformed
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let letter = peek()
    let plain: Unicode.Scalar
    switch letter {
    case UInt8(ascii: "n"): plain = "\n"
    case UInt8(ascii: "t"): plain = "\t"
    case UInt8(ascii: "r"): plain = "\r"
    case UInt8(ascii: "b"): plain = "\u{8}"
    case UInt8(ascii: "f"): plain = "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      plain = Unicode.Scalar(letter ?? 0)
    case UInt8(ascii: "u"): return try codePoint()
    default: throw malformed
    }
    place += 1
    return plain
  }

  /// `u00E9`, and two of them for what lies beyond 16 bits.
  private mutating func codePoint() throws(Fault) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), take("\\"), peek() == UInt8(ascii: "u") else {
      throw malformed
    }
    let second = try codeUnit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw malformed }
    return scalar
  }

  private mutating func codeUnit() throws(Fault) -> UInt32 {
    let digits = bytes[place...].dropFirst().prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard text.utf8.count == 4, text.allSatisfy(\.isHexDigit),
      let unit = UInt32(text, radix: 16)
    else { throw malformed }
    place += 5
    return unit
  }
}
