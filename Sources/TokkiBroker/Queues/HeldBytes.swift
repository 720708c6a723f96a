import AMQPModel

// About what tables take in memory: clients send headers of any size.

extension FieldTable {
  var heldByteCount: Int {
    entries.reduce(0) { $0 &+ 48 &+ $1.name.utf8.count &+ $1.value.heldByteCount }
  }
}

extension FieldValue {
  fileprivate var heldByteCount: Int {
    switch self {
    case .longString(let bytes), .byteArray(let bytes): bytes.count
    case .array(let values): values.reduce(0) { $0 &+ 32 &+ $1.heldByteCount }
    case .table(let table): table.heldByteCount
    case .boolean, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .float, .double,
      .decimal, .timestamp, .void:
      0
    }
  }
}
