public import AMQPModel

/// Field tables and their values as text on one line; text from outside is escaped.
public enum FieldText {
  /// Names and values, separated by spaces: `x-message-ttl=1000 x-max-length=5`.
  public static func of(_ table: FieldTable) -> String {
    table.entries.map { "\(VisibleText.name($0.name))=\(of($0.value))" }.joined(separator: " ")
  }

  public static func of(_ value: FieldValue) -> String {
    switch value {
    case .boolean(let value): String(value)
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64:
      String(value.integer ?? 0)
    case .float(let value): String(value)
    case .double(let value): String(value)
    case .decimal(let scale, let value): "\(value)e-\(scale)"
    case .longString(let bytes):
      value.text.map(VisibleText.name) ?? VisibleText.body(bytes, cells: 40)
    case .byteArray(let bytes): VisibleText.body(bytes, cells: 40)
    case .array(let values): "[" + values.map(of).joined(separator: ", ") + "]"
    case .table(let table): "{" + of(table) + "}"
    case .timestamp(let seconds): "@\(seconds)"
    case .void: "void"
    }
  }
}
