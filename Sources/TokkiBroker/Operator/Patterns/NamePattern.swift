import AMQPModel

/// A regular expression for names, as operators write them for policies and permissions. It is
/// searched for anywhere in a name, byte by byte: RabbitMQ runs PCRE without Unicode on the names'
/// bytes, with the tables of ISO 8859-1. Source: rabbit_policy, matches; Erlang's `re`.
package struct NamePattern: Sendable {
  package let text: String
  private let root: PatternNode
  private let shape: Shape
  private let groupCount: Int

  /// Patterns that are compared faster than searched for.
  private enum Shape: Sendable {
    case everything
    case exact([UInt8])
    case prefix([UInt8])
    case anchored
    case general
  }

  package init(_ text: String) throws(PatternProblem) {
    var parser = PatternParser(Array(text.utf8))
    root = try parser.parse()
    groupCount = parser.groupCount
    self.text = text
    shape = Self.shape(of: root)
  }

  /// Whether there is no name that it does not match.
  var matchesEverything: Bool {
    guard case .everything = shape else { return false }
    return true
  }

  package func matches(_ name: String) -> Bool {
    let bytes = name.utf8
    switch shape {
    case .everything: return true
    case .exact(let wanted):
      return bytes.elementsEqual(wanted) || bytes.elementsEqual(wanted + [10])
    case .prefix(let wanted): return bytes.starts(with: wanted)
    case .anchored, .general: break
    }
    var matcher = PatternMatcher(Array(bytes), groupCount: groupCount)
    if case .anchored = shape { return matcher.matches(root, at: 0) }
    return matcher.finds(root)
  }

  private static func shape(of root: PatternNode) -> Shape {
    guard case .sequence(var nodes) = root else { return .general }
    while let last = nodes.last, last.isStarOfNothingNeeded { nodes.removeLast() }
    if nodes.isEmpty { return .everything }
    guard nodes.first == .boundary(.subjectStart) else { return .general }
    nodes.removeFirst()
    if nodes.isEmpty { return .everything }
    let isClosed = nodes.last == .boundary(.finalEnd)
    if isClosed { nodes.removeLast() }
    let bytes = nodes.compactMap(\.onlyByte)
    guard bytes.count == nodes.count else { return .anchored }
    return isClosed ? .exact(bytes) : .prefix(bytes)
  }
}

/// Two patterns are equal if they are written alike.
extension NamePattern: Hashable {
  package static func == (left: NamePattern, right: NamePattern) -> Bool {
    ExactName(left.text) == ExactName(right.text)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(ExactName(text)) }
}

/// What is wrong with a pattern.
package enum PatternProblem: Error, Hashable, Sendable {
  /// In PCRE's words, with the place where it stopped reading, in bytes.
  case invalid(String, offset: Int)
  /// It is fine with RabbitMQ, and not simulated.
  case notSimulated(String)
}

extension PatternProblem {
  /// What RabbitMQ says of the thing that should be a pattern, whose name it begins with.
  /// Source: rabbit_parameter_validation, regex.
  package func text(for name: String) -> String {
    switch self {
    case .invalid(let problem, let offset):
      let start = "\(name) should be regular expression but is invalid: "
      let term = PrettyTerm.tuple([.string(problem), .text("\(offset)")])
      return start + term.written(after: start.utf8.count)
    case .notSimulated(let what): return what
    }
  }
}
