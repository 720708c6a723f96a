public import AMQPModel

/// A number against a bound: `3`, `>= 3`, `at least 3`.
public struct Comparison: Hashable, Sendable {
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
  }

  public var relation: Relation
  public var bound: Int64

  public init(_ relation: Relation = .equal, _ bound: Int64) {
    self.relation = relation
    self.bound = bound
  }

  public func holds(for value: Int64) -> Bool {
    switch relation {
    case .equal: value == bound
    case .notEqual: value != bound
    case .less: value < bound
    case .atMost: value <= bound
    case .more: value > bound
    case .atLeast: value >= bound
    }
  }
}

/// A text, byte for byte, or a part of it.
public enum TextComparison: Hashable, Sendable {
  case equals(String)
  case contains(String)

  public func holds(for text: String) -> Bool {
    switch self {
    case .equals(let wanted): ExactName(wanted) == ExactName(text)
    case .contains(let part): text.utf8.contains(sequence: part.utf8)
    }
  }
}

/// The value of an argument or a header: any, or one. Numbers are compared as numbers.
public enum FieldValueComparison: Hashable, Sendable {
  case present
  case equals(FieldValue)

  public func holds(for value: FieldValue?) -> Bool {
    guard let value else { return false }
    switch self {
    case .present: return true
    case .equals(let wanted):
      if let wanted = wanted.integer, let value = value.integer { return wanted == value }
      return wanted == value
    }
  }
}

extension Sequence<UInt8> {
  /// Whether the bytes of `part` stand somewhere in these, one after the other.
  fileprivate func contains(sequence part: some Sequence<UInt8>) -> Bool {
    let whole = Array(self)
    let part = Array(part)
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { start in
      whole[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
