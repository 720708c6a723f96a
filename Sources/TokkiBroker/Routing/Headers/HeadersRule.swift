import AMQPModel

/// How a headers exchange compares. The versions of RabbitMQ differ in it.
/// Source: `rabbit_exchange_type_headers.erl` of 3.10 and of 4.0, `mc_amqpl:routing_headers/2`.
enum HeadersRule: Hashable, Sendable {
  /// 3.10: numbers by their value, 1 and 1.0 alike; a timestamp is its number of seconds. Where a
  /// name comes twice, its first value meets the binding's first of that name, and so on.
  case byValue
  /// 4.0: an integer equals no floating-point number, and 0.0 not -0.0. A timestamp in a message
  /// is a number of milliseconds, that in a binding one of seconds, so that the same timestamp
  /// does not match. Where a name comes twice in a message, its last value counts.
  case byTerm
}

extension HeadersRule {
  /// Whether a message's value equals that of a binding. The integer types are one to RabbitMQ,
  /// and so are long strings and byte arrays, but only outside arrays and tables.
  func equals(wanted: FieldValue, found: FieldValue) -> Bool {
    switch (HeadersTerm(wanted), HeadersTerm(found, inMessage: self == .byTerm)) {
    case (.integer(let wanted), .integer(let found)): wanted == found
    case (.number(let wanted), .number(let found)):
      wanted == found && (self == .byValue || wanted.sign == found.sign)
    case (.integer(let integer), .number(let number)),
      (.number(let number), .integer(let integer)):
      self == .byValue && Int128(exactly: number) == integer
    case (.bytes(let wanted), .bytes(let found)): wanted == found
    case (.emptyList, .emptyList): true
    case (.other(let wanted), .other(let found)): wanted == found
    case (.integer, _), (.number, _), (.bytes, _), (.emptyList, _), (.other, _): false
    }
  }
}

/// A field's value without what its type on the wire adds: what RabbitMQ has in its hands when it
/// compares headers.
private enum HeadersTerm {
  case integer(Int128)
  case number(Double)
  case bytes([UInt8])
  /// An array or a table with nothing in it.
  case emptyList
  /// Equal to the same alone.
  case other(FieldValue)

  init(_ value: FieldValue, inMessage timestampsAreMilliseconds: Bool = false) {
    switch value {
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64:
      self = value.integer.map { .integer(Int128($0)) } ?? .other(value)
    case .timestamp(let seconds):
      self = .integer(Int128(seconds) * (timestampsAreMilliseconds ? 1000 : 1))
    case .float(let number): self = .number(Double(number))
    case .double(let number): self = .number(number)
    case .longString(let bytes), .byteArray(let bytes): self = .bytes(bytes)
    case .array(let values): self = values.isEmpty ? .emptyList : .other(value)
    case .table(let table): self = table.isEmpty ? .emptyList : .other(value)
    case .boolean, .decimal, .void: self = .other(value)
    }
  }
}
