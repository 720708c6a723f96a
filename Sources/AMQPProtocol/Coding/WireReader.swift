public import AMQPModel

/// Reads values in the order in which they travel: numbers in network byte order, short strings
/// with an octet and long strings with a long for their length, runs of bits packed into octets.
public struct WireReader: Sendable {
  /// How many tables and arrays may stand inside one another. RabbitMQ sets no limit; a client
  /// that needs more than this is none that teaches anything.
  public static let deepestNesting = 64

  private var rest: ArraySlice<UInt8>
  /// The octet that a run of bits is read from, and which bit comes next.
  private var bits: UInt8 = 0
  private var nextBit = 8

  public init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  public init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// How many bytes are left.
  public var count: Int { rest.count }

  public mutating func octet() throws(WireError) -> UInt8 {
    nextBit = 8
    guard let byte = rest.popFirst() else { throw .truncated }
    return byte
  }

  public mutating func short() throws(WireError) -> UInt16 { try number() }
  public mutating func long() throws(WireError) -> UInt32 { try number() }
  public mutating func longLong() throws(WireError) -> UInt64 { try number() }

  private mutating func number<Number: FixedWidthInteger>() throws(WireError) -> Number {
    let size = Number.bitWidth / 8
    var number: Number = 0
    for byte in try bytes(size) { number = number << 8 | Number(truncatingIfNeeded: byte) }
    return number
  }

  public mutating func bytes(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    nextBit = 8
    guard count <= rest.count else { throw .truncated }
    let end = rest.startIndex + count
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  public mutating func bit() throws(WireError) -> Bool {
    if nextBit == 8 {
      bits = try octet()
      nextBit = 0
    }
    defer { nextBit += 1 }
    return bits >> nextBit & 1 == 1
  }

  public mutating func shortString() throws(WireError) -> String {
    let bytes = try bytes(Int(octet()))
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  public mutating func longString() throws(WireError) -> [UInt8] {
    Array(try bytes(try length()))
  }

  /// Throws where bytes are left.
  public func expectEnd() throws(WireError) {
    if !rest.isEmpty { throw .trailingBytes(rest.count) }
  }

  /// A length fits in an `Int`, or is more than there can be.
  private mutating func length() throws(WireError) -> Int {
    guard let length = Int(exactly: try long()) else { throw .truncated }
    return length
  }
}

// MARK: - Field tables

extension WireReader {
  public mutating func table() throws(WireError) -> FieldTable { try table(depth: 1) }

  private mutating func table(depth: Int) throws(WireError) -> FieldTable {
    var inner = try nested(depth)
    var table = FieldTable()
    while inner.count > 0 {
      let name = try inner.fieldName()
      table.entries.append(
        FieldTable.Entry(name: name, value: try inner.innerValue(depth: depth)))
    }
    return table
  }

  private mutating func fieldName() throws(WireError) -> String {
    do throws(WireError) {
      return try shortString()
    } catch {
      throw error == .notUTF8 ? .fieldNameNotUTF8 : .malformedTable
    }
  }

  /// A value whose table or array has its whole length: what is missing is missing within.
  private mutating func innerValue(depth: Int) throws(WireError) -> FieldValue {
    do throws(WireError) {
      return try fieldValue(depth: depth)
    } catch {
      throw error == .truncated ? .malformedTable : error
    }
  }

  private mutating func array(depth: Int) throws(WireError) -> [FieldValue] {
    var inner = try nested(depth)
    var values: [FieldValue] = []
    while inner.count > 0 { values.append(try inner.innerValue(depth: depth)) }
    return values
  }

  /// Erlang has no numbers that are infinite or none.
  private func finite<Number: FloatingPoint>(_ number: Number) throws(WireError) -> Number {
    guard number.isFinite else { throw .malformedTable }
    return number
  }

  private mutating func nested(_ depth: Int) throws(WireError) -> WireReader {
    guard depth <= Self.deepestNesting else { throw .nestedTooDeeply }
    return WireReader(try bytes(try length()))
  }

  private mutating func fieldValue(depth: Int) throws(WireError) -> FieldValue {
    let type = try octet()
    switch Character(UnicodeScalar(type)) {
    case "t": return .boolean(try octet() != 0)
    case "b": return .int8(Int8(bitPattern: try octet()))
    case "B": return .uint8(try octet())
    case "s": return .int16(Int16(bitPattern: try short()))
    case "u": return .uint16(try short())
    case "I": return .int32(Int32(bitPattern: try long()))
    case "i": return .uint32(try long())
    case "l", "L": return .int64(Int64(bitPattern: try longLong()))
    case "f": return .float(try finite(Float(bitPattern: try long())))
    case "d": return .double(try finite(Double(bitPattern: try longLong())))
    case "D": return .decimal(scale: try octet(), value: try long())
    case "S": return .longString(try longString())
    case "x": return .byteArray(try longString())
    case "A": return .array(try array(depth: depth + 1))
    case "F": return .table(try table(depth: depth + 1))
    case "T": return .timestamp(try longLong())
    case "V": return .void
    default: throw .unknownFieldType(type)
    }
  }
}
