/// A value in a field table: every type that RabbitMQ reads and writes, which is not quite the
/// specification's list. Source: RabbitMQ's AMQP 0-9-1 errata, section "Field types".
///
/// ```
/// t boolean      b int8    B uint8    s int16    u uint16    I int32    i uint32    l int64
/// f float        d double  D decimal  S long string   x byte array
/// A array        F table   T timestamp (seconds)       V void
/// ```
public enum FieldValue: Hashable, Sendable {
  case boolean(Bool)
  case int8(Int8)
  case uint8(UInt8)
  case int16(Int16)
  case uint16(UInt16)
  case int32(Int32)
  case uint32(UInt32)
  case int64(Int64)
  case float(Float)
  case double(Double)
  /// `value` divided by ten to the power of `scale`.
  case decimal(scale: UInt8, value: UInt32)
  case longString([UInt8])
  case byteArray([UInt8])
  case array([FieldValue])
  case table(FieldTable)
  /// Seconds since 1970.
  case timestamp(UInt64)
  case void
}

extension FieldValue {
  /// A long string with the text's UTF-8 bytes.
  public static func string(_ text: String) -> FieldValue { .longString(Array(text.utf8)) }

  /// The text of a long string, if it is valid UTF-8.
  public var text: String? {
    guard case .longString(let bytes) = self else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The value of any of the integer types.
  public var integer: Int64? {
    switch self {
    case .int8(let value): Int64(value)
    case .uint8(let value): Int64(value)
    case .int16(let value): Int64(value)
    case .uint16(let value): Int64(value)
    case .int32(let value): Int64(value)
    case .uint32(let value): Int64(value)
    case .int64(let value): value
    case .boolean, .float, .double, .decimal, .longString, .byteArray, .array, .table,
      .timestamp, .void:
      nil
    }
  }

  /// The letter that stands for the type on the wire.
  public var typeLetter: Character {
    switch self {
    case .boolean: "t"
    case .int8: "b"
    case .uint8: "B"
    case .int16: "s"
    case .uint16: "u"
    case .int32: "I"
    case .uint32: "i"
    case .int64: "l"
    case .float: "f"
    case .double: "d"
    case .decimal: "D"
    case .longString: "S"
    case .byteArray: "x"
    case .array: "A"
    case .table: "F"
    case .timestamp: "T"
    case .void: "V"
    }
  }
}

extension FieldValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// An int32 where the number fits, else an int64, as most client libraries choose.
  public init(integerLiteral value: Int64) {
    self = Int32(exactly: value).map(FieldValue.int32) ?? .int64(value)
  }
}
