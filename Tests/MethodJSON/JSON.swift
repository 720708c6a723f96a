/// A JSON value as scenarios and recordings need it: whole numbers and floating ones are told
/// apart, objects keep the order of their members, and text is compared byte for byte. None of
/// that is what Foundation's JSON reading promises.
package enum JSON: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Sendable {
    package var name: String
    package var value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var wholeNumber: Int64? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  package var items: [JSON]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  package var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The same value with every text in it changed, names of members included.
  package func mapTexts(_ change: (String) -> String) -> JSON {
    switch self {
    case .null, .boolean, .integer, .number: self
    case .string(let text): .string(change(text))
    case .array(let items): .array(items.map { $0.mapTexts(change) })
    case .object(let members):
      .object(members.map { Member(change($0.name), $0.value.mapTexts(change)) })
    }
  }
}

extension JSON: Equatable {
  /// The order of an object's members does not matter.
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { member in
          right.contains {
            $0.name.utf8.elementsEqual(member.name.utf8) && $0.value == member.value
          }
        }
    case (.null, _), (.boolean, _), (.integer, _), (.number, _), (.string, _), (.array, _),
      (.object, _):
      false
    }
  }
}

extension JSON: CustomStringConvertible {
  /// On one line, with the members of objects in the order of their names.
  package var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): String(value)
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let text): "\"\(text)\""
    case .array(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.name < $1.name }.map { "\"\($0.name)\": \($0.value)" }
        .joined(separator: ", ") + "}"
    }
  }
}
