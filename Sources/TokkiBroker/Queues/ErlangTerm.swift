import AMQPModel

// RabbitMQ's reply texts show field values as Erlang prints them.

extension FieldValue {
  /// The name of the type in RabbitMQ's source. Source: rabbit_binary_parser.
  var erlangType: String {
    switch self {
    case .boolean: "bool"
    case .int8: "byte"
    case .uint8: "unsignedbyte"
    case .int16: "short"
    case .uint16: "unsignedshort"
    case .int32: "signedint"
    case .uint32: "unsignedint"
    case .int64: "long"
    case .float: "float"
    case .double: "double"
    case .decimal: "decimal"
    case .longString: "longstr"
    case .byteArray: "binary"
    case .array: "array"
    case .table: "table"
    case .timestamp: "timestamp"
    case .void: "void"
    }
  }

  /// The value as a term: `1000`, `<<"text">>`, `[{signedint,1}]`.
  var erlangTerm: String {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64: "\(integer ?? 0)"
    case .float(let value): "\(Double(value))"
    case .double(let value): "\(value)"
    case .decimal(let scale, let value): "{\(scale),\(value)}"
    case .longString(let bytes), .byteArray(let bytes): Self.erlangBinary(bytes)
    case .array(let values):
      "[\(values.map { "{\($0.erlangType),\($0.erlangTerm)}" }.joined(separator: ","))]"
    case .table(let table): table.erlangTerm
    case .timestamp(let seconds): "\(seconds)"
    case .void: "undefined"
    }
  }

  /// Printable ASCII is shown as text, anything else as numbers.
  private static func erlangBinary(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "<<>>" }
    if bytes.allSatisfy({ (0x20...0x7e).contains($0) }) {
      let text = String(decoding: bytes, as: UTF8.self)
      return "<<\"\(text.map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }.joined())\">>"
    }
    return "<<\(bytes.map { "\($0)" }.joined(separator: ","))>>"
  }
}

extension FieldTable {
  var erlangTerm: String {
    let terms = entries.map {
      "{\(FieldValue.string($0.name).erlangTerm),\($0.value.erlangType),\($0.value.erlangTerm)}"
    }
    return "[\(terms.joined(separator: ","))]"
  }

  /// In the order of the names' bytes, as RabbitMQ leaves a table in which it set a value.
  /// Source: rabbit_misc, sort_field_table.
  var sortedByName: FieldTable {
    FieldTable(entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }
}
