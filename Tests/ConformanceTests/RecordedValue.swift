import AMQPModel

/// The values of field tables as scenarios and recordings write them; `wire.py` says how.
extension FieldValue {
  init?(_ recorded: JSONValue) {
    switch recorded {
    case .null: self = .void
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let integer): self.init(integerLiteral: integer)
    case .number(let number): self = .double(number)
    case .text(let text): self = .string(text)
    case .array(let values):
      let read = values.compactMap { FieldValue($0) }
      guard read.count == values.count else { return nil }
      self = .array(read)
    case .object:
      if let type = recorded["$type"]?.text {
        self.init(type: type, recorded)
      } else if let table = FieldTable(recorded) {
        self = .table(table)
      } else {
        return nil
      }
    }
  }

  private init?(type: String, _ recorded: JSONValue) {
    let integer = recorded["value"]?.integer
    let value: FieldValue? =
      switch type {
      case "int8": integer.flatMap { Int8(exactly: $0) }.map(FieldValue.int8)
      case "uint8": integer.flatMap { UInt8(exactly: $0) }.map(FieldValue.uint8)
      case "int16": integer.flatMap { Int16(exactly: $0) }.map(FieldValue.int16)
      case "uint16": integer.flatMap { UInt16(exactly: $0) }.map(FieldValue.uint16)
      case "int32": integer.flatMap { Int32(exactly: $0) }.map(FieldValue.int32)
      case "uint32": integer.flatMap { UInt32(exactly: $0) }.map(FieldValue.uint32)
      case "int64": integer.map(FieldValue.int64)
      case "timestamp": integer.flatMap { UInt64(exactly: $0) }.map(FieldValue.timestamp)
      case "byte-array": recorded["value"]?.text.map { .byteArray(Array($0.utf8)) }
      case "float": recorded["value"]?.double.map { .float(Float($0)) }
      case "double": recorded["value"]?.double.map(FieldValue.double)
      case "decimal": FieldValue(scale: recorded["scale"]?.integer, value: integer)
      default: nil
      }
    guard let value else { return nil }
    self = value
  }

  private init?(scale: Int64?, value: Int64?) {
    guard let scale = scale.flatMap({ UInt8(exactly: $0) }),
      let value = value.flatMap({ UInt32(exactly: $0) })
    else { return nil }
    self = .decimal(scale: scale, value: value)
  }
}

extension FieldTable {
  init?(_ recorded: JSONValue) {
    guard let members = recorded.object else { return nil }
    var table = FieldTable()
    for member in members {
      guard let value = FieldValue(member.value) else { return nil }
      table.entries.append(Entry(name: member.name, value: value))
    }
    self = table
  }
}

extension JSONValue {
  fileprivate var double: Double? {
    if case .number(let number) = self { number } else { integer.map(Double.init) }
  }
}
