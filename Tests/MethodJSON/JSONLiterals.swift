// Literals, so that sources may write JSON as it looks.

extension JSON: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
}

extension JSON: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSON: ExpressibleByArrayLiteral {
  package init(arrayLiteral items: JSON...) { self = .array(items) }
}

extension JSON: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

extension JSON {
  /// The object with that member, which replaces one of the same name.
  package func with(_ name: String, _ value: JSON) -> JSON {
    .object((members ?? []).filter { $0.name != name } + [Member(name, value)])
  }

  /// The object with the other's members, which replace those of the same names.
  package func with(_ other: JSON) -> JSON {
    (other.members ?? []).reduce(self) { $0.with($1.name, $1.value) }
  }

  /// The object without that member.
  package func without(_ name: String) -> JSON {
    .object((members ?? []).filter { $0.name != name })
  }
}
