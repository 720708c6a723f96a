package import AMQPModel

extension FieldTable {
  package init(_ json: JSON) throws(NotAsWritten) {
    guard let members = json.members else {
      throw NotAsWritten(description: "a table is an object, not \(json)")
    }
    var entries: [Entry] = []
    for member in members {
      entries.append(Entry(name: member.name, value: try FieldValue(member.value)))
    }
    self.init(entries)
  }

  package var json: JSON { .object(entries.map { JSON.Member($0.name, $0.value.json) }) }
}

extension FieldValue {
  /// A JSON value stands for the type that it is most like; `{"$type": NAME, "value": VALUE}`
  /// names any other.
  package init(_ json: JSON) throws(NotAsWritten) {
    switch json {
    case .null: self = .void
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = FieldValue(integerLiteral: value)
    case .number(let value): self = .double(value)
    case .string(let text): self = .string(text)
    case .array(let items):
      var values: [FieldValue] = []
      for item in items { values.append(try FieldValue(item)) }
      self = .array(values)
    case .object:
      if let type = json["$type"]?.text {
        self = try FieldValue(type: type, json)
      } else {
        self = .table(try FieldTable(json))
      }
    }
  }

  private init(type: String, _ json: JSON) throws(NotAsWritten) {
    let number = json["value"]?.wholeNumber ?? 0
    switch (type, json["value"]) {
    case ("int8", _): self = .int8(Int8(clamping: number))
    case ("uint8", _): self = .uint8(UInt8(clamping: number))
    case ("int16", _): self = .int16(Int16(clamping: number))
    case ("uint16", _): self = .uint16(UInt16(clamping: number))
    case ("int32", _): self = .int32(Int32(clamping: number))
    case ("uint32", _): self = .uint32(UInt32(clamping: number))
    case ("int64", _): self = .int64(number)
    case ("timestamp", _): self = .timestamp(UInt64(clamping: number))
    case ("float", .number(let value)): self = .float(Float(value))
    case ("double", .number(let value)): self = .double(value)
    case ("byte-array", .string(let text)): self = .byteArray(Array(text.utf8))
    case ("decimal", _):
      self = .decimal(
        scale: UInt8(clamping: json["scale"]?.wholeNumber ?? 0), value: UInt32(clamping: number))
    default: throw NotAsWritten(description: "no such field value: \(json)")
    }
  }

  /// Every integer type is a whole number; both floating types are numbers.
  package var json: JSON {
    switch self {
    case .boolean(let value): .boolean(value)
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64: .integer(integer ?? 0)
    case .float(let value): .number(Double(value))
    case .double(let value): .number(value)
    case .decimal(let scale, let value):
      .object([
        JSON.Member("$type", .string("decimal")), JSON.Member("scale", .integer(Int64(scale))),
        JSON.Member("value", .integer(Int64(value))),
      ])
    case .longString(let bytes): .string(String(decoding: bytes, as: UTF8.self))
    case .byteArray(let bytes):
      typed("byte-array", .string(String(decoding: bytes, as: UTF8.self)))
    case .array(let values): .array(values.map(\.json))
    case .table(let table): table.json
    case .timestamp(let seconds): typed("timestamp", .integer(Int64(clamping: seconds)))
    case .void: .null
    }
  }

  private func typed(_ type: String, _ value: JSON) -> JSON {
    .object([JSON.Member("$type", .string(type)), JSON.Member("value", value)])
  }
}
