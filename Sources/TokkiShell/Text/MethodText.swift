public import AMQPModel

/// A method with its arguments as text on one line; text from outside is escaped.
public enum MethodText {
  /// The name, then what is not as usual: `queue.declare queue=tasks durable arguments={…}`. False
  /// bits, empty names and zeros are left out.
  public static func of(_ method: Method) -> String { words(of: method).joined(separator: " ") }

  /// The same, one by one.
  static func words(of method: Method) -> [String] {
    var words = ArgumentWords()
    var method = method
    method.visit(&words)
    return [method.name] + words.words
  }

  /// The content of a method: properties, then the body, cut where it takes more cells.
  public static func of(_ content: Content, cells: Int = 60) -> String {
    var words = PropertyWords()
    var properties = content.properties
    properties.visit(&words)
    return (words.words + [VisibleText.body(content.body, cells: cells)]).joined(separator: " ")
  }
}

private struct ArgumentWords: ArgumentVisitor {
  typealias Failure = Never

  var words: [String] = []

  private mutating func number(_ name: String, _ value: some BinaryInteger) {
    if value != 0 { words.append("\(name)=\(value)") }
  }

  mutating func octet(_ name: String, _ value: inout UInt8) { number(name, value) }
  mutating func short(_ name: String, _ value: inout UInt16) { number(name, value) }
  mutating func long(_ name: String, _ value: inout UInt32) { number(name, value) }
  mutating func longLong(_ name: String, _ value: inout UInt64) { number(name, value) }

  mutating func shortString(_ name: String, _ value: inout String) {
    if !value.isEmpty { words.append("\(name)=\(VisibleText.name(value))") }
  }

  mutating func longString(_ name: String, _ value: inout [UInt8]) {
    // What a client authenticates with is nobody's business.
    let isSecret = name == "response" || name == "new-secret"
    if !value.isEmpty {
      words.append(isSecret ? "\(name)=…" : "\(name)=\(VisibleText.body(value))")
    }
  }

  mutating func bit(_ name: String, _ value: inout Bool) { if value { words.append(name) } }

  mutating func table(_ name: String, _ value: inout FieldTable) {
    if !value.isEmpty { words.append("\(name)={\(FieldText.of(value))}") }
  }

  mutating func reservedShort(_ name: String) {}
}

private struct PropertyWords: PropertyVisitor {
  typealias Failure = Never

  var words: [String] = []

  mutating func octet(_ name: String, _ value: inout UInt8?) {
    if let value { words.append("\(name)=\(value)") }
  }

  mutating func shortString(_ name: String, _ value: inout String?) {
    if let value { words.append("\(name)=\(VisibleText.name(value))") }
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) {
    if let value { words.append("\(name)={\(FieldText.of(value))}") }
  }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) {
    if let value { words.append("\(name)=@\(value)") }
  }
}
