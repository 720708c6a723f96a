package import AMQPModel

// Methods, properties and field values as scenarios and recordings write them.

/// Arguments that mean nothing: sent as they are by default, never shown.
private let reserved: Set = [
  "out-of-band", "channel-id", "known-hosts", "cluster-id", "capabilities", "insist", "ticket",
]

package struct NotAsWritten: Error, CustomStringConvertible {
  package var description: String

  package init(description: String) { self.description = description }
}

/// Fills in the arguments of a method from an object. What the object leaves out is false, 0 or
/// empty, as on the wire, whatever the specification suggests to client libraries.
struct ArgumentReader: ArgumentVisitor {
  var object: JSON
  var taken: Set<String> = []

  private mutating func take(_ name: String) -> JSON? {
    taken.insert(name)
    return object[name]
  }

  private mutating func number<Number: FixedWidthInteger>(
    _ name: String, _ value: inout Number
  ) throws(NotAsWritten) {
    guard let number = Number(exactly: take(name)?.wholeNumber ?? 0) else {
      throw NotAsWritten(description: "\(name) is no number that fits")
    }
    value = number
  }

  mutating func octet(_ name: String, _ value: inout UInt8) throws(NotAsWritten) {
    try number(name, &value)
  }

  mutating func short(_ name: String, _ value: inout UInt16) throws(NotAsWritten) {
    try number(name, &value)
  }

  mutating func long(_ name: String, _ value: inout UInt32) throws(NotAsWritten) {
    try number(name, &value)
  }

  mutating func longLong(_ name: String, _ value: inout UInt64) throws(NotAsWritten) {
    try number(name, &value)
  }

  mutating func shortString(_ name: String, _ value: inout String) throws(NotAsWritten) {
    value = take(name)?.text ?? ""
  }

  mutating func longString(_ name: String, _ value: inout [UInt8]) throws(NotAsWritten) {
    value = Array((take(name)?.text ?? "").utf8)
  }

  mutating func bit(_ name: String, _ value: inout Bool) throws(NotAsWritten) {
    value = take(name) == .boolean(true)
  }

  mutating func table(_ name: String, _ value: inout FieldTable) throws(NotAsWritten) {
    value = try FieldTable(take(name) ?? .object([]))
  }

  mutating func reservedShort(_ name: String) throws(NotAsWritten) {}
}

/// Shows the arguments of a method as an object.
struct ArgumentWriter: ArgumentVisitor {
  var members: [JSON.Member] = []

  private mutating func show(_ name: String, _ value: JSON) {
    if !reserved.contains(name) { members.append(JSON.Member(name, value)) }
  }

  mutating func octet(_ name: String, _ value: inout UInt8) {
    show(name, .integer(Int64(value)))
  }

  mutating func short(_ name: String, _ value: inout UInt16) {
    show(name, .integer(Int64(value)))
  }

  mutating func long(_ name: String, _ value: inout UInt32) {
    show(name, .integer(Int64(value)))
  }

  mutating func longLong(_ name: String, _ value: inout UInt64) {
    show(name, .integer(Int64(clamping: value)))
  }

  mutating func shortString(_ name: String, _ value: inout String) {
    show(name, .string(value))
  }

  mutating func longString(_ name: String, _ value: inout [UInt8]) {
    show(name, .string(String(decoding: value, as: UTF8.self)))
  }

  mutating func bit(_ name: String, _ value: inout Bool) { show(name, .boolean(value)) }

  mutating func table(_ name: String, _ value: inout FieldTable) { show(name, value.json) }

  mutating func reservedShort(_ name: String) {}
}

extension Method {
  /// The method of that name, with the arguments that the object gives.
  package init(name: String, arguments: JSON) throws(NotAsWritten) {
    guard var method = Method(name: name) else {
      throw NotAsWritten(description: "no such method: \(name)")
    }
    var reader = ArgumentReader(object: arguments)
    try method.visit(&reader)
    for member in arguments.members ?? [] where !reader.taken.contains(member.name) {
      throw NotAsWritten(description: "\(name) has no argument \(member.name)")
    }
    self = method
  }

  /// The arguments under the specification's names.
  package var argumentsJSON: [JSON.Member] {
    var writer = ArgumentWriter()
    var copy = self
    copy.visit(&writer)
    return writer.members
  }
}

private struct PropertyReader: PropertyVisitor {
  var object: JSON

  mutating func octet(_ name: String, _ value: inout UInt8?) {
    value = object[name]?.wholeNumber.flatMap(UInt8.init(exactly:))
  }

  mutating func shortString(_ name: String, _ value: inout String?) {
    value = object[name]?.text
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) {
    value = object[name].flatMap { try? FieldTable($0) }
  }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) {
    value = object[name]?.wholeNumber.flatMap(UInt64.init(exactly:))
  }
}

private struct PropertyWriter: PropertyVisitor {
  var members: [JSON.Member] = []

  private mutating func show(_ name: String, _ value: JSON?) {
    if let value { members.append(JSON.Member(name, value)) }
  }

  mutating func octet(_ name: String, _ value: inout UInt8?) {
    show(name, value.map { .integer(Int64($0)) })
  }

  mutating func shortString(_ name: String, _ value: inout String?) {
    show(name, value.map(JSON.string))
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) {
    show(name, value.map(\.json))
  }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) {
    show(name, value.map { .integer(Int64(clamping: $0)) })
  }
}

extension BasicProperties {
  package init(_ json: JSON) {
    self.init()
    var reader = PropertyReader(object: json)
    visit(&reader)
  }

  package var json: JSON {
    var writer = PropertyWriter()
    var copy = self
    copy.visit(&writer)
    return .object(writer.members)
  }
}
