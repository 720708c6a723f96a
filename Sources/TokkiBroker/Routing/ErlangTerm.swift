import AMQPModel

/// A field's value as RabbitMQ writes it where one of its reply texts quotes a term: `<<"text">>`,
/// `undefined`, `[{signedint,1}]`.
struct ErlangTerm {
  private let value: FieldValue

  init(_ value: FieldValue) { self.value = value }

  /// The name of the type in RabbitMQ's own words.
  var typeName: String {
    switch value {
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

  func written(by rule: HeadersRule) -> String {
    switch value {
    case .boolean(let flag): String(flag)
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64: String(value.integer ?? 0)
    case .timestamp(let seconds): String(seconds)
    case .float(let number): ErlangFloat(Double(number)).text
    case .double(let number): ErlangFloat(number).text
    case .decimal(let scale, let value): "{\(scale),\(value)}"
    case .longString(let bytes), .byteArray(let bytes): written(bytes, by: rule)
    case .array(let values):
      list(values.map { "{\(ErlangTerm($0).typeName),\(ErlangTerm($0).written(by: rule))}" })
    case .table(let table):
      list(
        table.entries.map { entry in
          let name = written(Array(entry.name.utf8), by: rule)
          let term = ErlangTerm(entry.value)
          return "{\(name),\(term.typeName),\(term.written(by: rule))}"
        })
    case .void: "undefined"
    }
  }

  private func list(_ terms: [String]) -> String { "[" + terms.joined(separator: ",") + "]" }

  /// 4.0 writes text as text; 3.10 writes bytes beyond ASCII as numbers.
  private func written(_ bytes: [UInt8], by rule: HeadersRule) -> String {
    if bytes.isEmpty { return "<<>>" }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    guard isASCII || rule == .byTerm, let text = String(validating: bytes, as: UTF8.self),
      let escaped = Self.escaped(text)
    else { return "<<" + bytes.map { String($0) }.joined(separator: ",") + ">>" }
    return "<<\"\(escaped)\"\(isASCII ? "" : "/utf8")>>"
  }

  /// A text that is a list to Erlang.
  static func quoted(_ text: String) -> String { "\"\(escaped(text) ?? text)\"" }

  /// nil if there is a control character for which Erlang has no letter.
  private static func escaped(_ text: String) -> String? {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        escaped.append("\\")
        escaped.append(scalar)
      case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      case "\u{8}": escaped.append(contentsOf: "\\b".unicodeScalars)
      case "\u{B}": escaped.append(contentsOf: "\\v".unicodeScalars)
      case "\u{C}": escaped.append(contentsOf: "\\f".unicodeScalars)
      case "\u{1B}": escaped.append(contentsOf: "\\e".unicodeScalars)
      case "\0"..<" ", "\u{7F}"..."\u{9F}": return nil
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
