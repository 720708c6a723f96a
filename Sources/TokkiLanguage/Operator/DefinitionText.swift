public import AMQPModel

extension FieldTable {
  /// The table as an object of JSON on one line: `{"max-length":10}`. What JSON has no type for is
  /// written as its description.
  public var jsonText: String {
    let members = entries.map {
      "\(DefinitionText.string($0.name)):\(DefinitionText.value($0.value))"
    }
    return "{" + members.joined(separator: ",") + "}"
  }
}

/// Writes values as JSON.
enum DefinitionText {
  static func value(_ value: FieldValue) -> String {
    switch value {
    case .boolean(let flag): flag ? "true" : "false"
    case .void: "null"
    case .float(let number): "\(number)"
    case .double(let number): "\(number)"
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64: "\(value.integer ?? 0)"
    case .timestamp(let seconds): "\(seconds)"
    case .longString(let bytes), .byteArray(let bytes):
      string(String(decoding: bytes, as: UTF8.self))
    case .array(let values): "[" + values.map(self.value).joined(separator: ",") + "]"
    case .table(let table): table.jsonText
    case .decimal: string("\(value)")
    }
  }

  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
