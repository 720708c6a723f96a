public import AMQPModel

extension Method {
  /// The arguments by their names in the specification, all of them; what a client authenticates
  /// with is left out.
  public var argumentsJSON: JSONValue {
    var members = ArgumentMembers()
    var method = self
    method.visit(&members)
    return .object(members.members)
  }
}

extension Content {
  /// Body and properties, as outcomes show messages.
  public var messageJSON: JSONValue { json }
}

private struct ArgumentMembers: ArgumentVisitor {
  typealias Failure = Never

  var members: [JSONValue.Member] = []

  mutating func octet(_ name: String, _ value: inout UInt8) {
    members.append(.init(name, .integer(Int64(value))))
  }

  mutating func short(_ name: String, _ value: inout UInt16) {
    members.append(.init(name, .integer(Int64(value))))
  }

  mutating func long(_ name: String, _ value: inout UInt32) {
    members.append(.init(name, .integer(Int64(value))))
  }

  mutating func longLong(_ name: String, _ value: inout UInt64) {
    members.append(.init(name, .unsigned(value)))
  }

  mutating func shortString(_ name: String, _ value: inout String) {
    members.append(.init(name, .string(value)))
  }

  mutating func longString(_ name: String, _ value: inout [UInt8]) {
    if name == "response" || name == "new-secret" { return }
    members.append(.init(name, .body(value)))
  }

  mutating func bit(_ name: String, _ value: inout Bool) {
    members.append(.init(name, .boolean(value)))
  }

  mutating func table(_ name: String, _ value: inout FieldTable) {
    members.append(.init(name, value.json))
  }

  mutating func reservedShort(_ name: String) {}
}
