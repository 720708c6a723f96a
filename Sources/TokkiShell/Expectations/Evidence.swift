import AMQPModel
import TokkiLanguage

/// All that can be said of one thing, or of one thing that happened: what predicates are held
/// against. Texts may have several values, such as the queues that a message reached.
struct Evidence {
  var qualities: [(Fact.Quality, Bool)] = []
  var measures: [(Fact.Measure, Int64)] = []
  var texts: [(Fact.Aspect, String)] = []
  /// nil where the thing has no arguments.
  var arguments: FieldTable?
  /// What policies set of it, or what a policy sets; nil where that cannot be said.
  var definition: FieldTable?
  /// nil where the thing is no message.
  var properties: BasicProperties?
  /// The queues that a publish reached.
  var reached: [String]?

  /// What differs from the predicate; nil where it holds.
  func difference(from predicate: Predicate) -> Difference? {
    let (holds, found) = judge(predicate.fact)
    guard let holds else { return Difference(predicate: predicate, found: .inapplicable) }
    return holds != predicate.isNegated ? nil : Difference(predicate: predicate, found: found)
  }

  /// Whether the fact holds (nil: it cannot be said of this thing), and what there is instead.
  private func judge(_ fact: Fact) -> (Bool?, Difference.Found) {
    switch fact {
    case .exists: return (true, .something)
    case .quality(let quality):
      guard let isSo = qualities.first(where: { $0.0 == quality })?.1 else {
        return (nil, .inapplicable)
      }
      return (isSo, .quality(isSo))
    case .measure(let measure, let comparison):
      guard let number = measures.first(where: { $0.0 == measure })?.1 else {
        return (nil, .inapplicable)
      }
      return (comparison.holds(for: number), .number(number))
    case .text(let aspect, let comparison): return judge(aspect, comparison)
    case .argument(let name, let comparison):
      guard let arguments else { return (nil, .inapplicable) }
      return judge(arguments[name], comparison)
    case .definition(let name, let comparison):
      guard let definition else { return (nil, .inapplicable) }
      return judge(definition[name], comparison)
    case .header(let name, let comparison):
      guard let properties else { return (nil, .inapplicable) }
      return judge(properties.headers?[name], comparison)
    case .reached(let wanted):
      guard let reached else { return (nil, .inapplicable) }
      let names = { (list: [String]) in Set(list.map { ExactName($0) }) }
      return (names(reached) == names(wanted), .names(reached))
    }
  }

  private func judge(
    _ aspect: Fact.Aspect, _ comparison: TextComparison
  ) -> (Bool?, Difference.Found) {
    if case .property(let name) = aspect {
      guard let properties else { return (nil, .inapplicable) }
      guard let value = properties.text(of: name) else { return (false, .nothing) }
      return (comparison.holds(for: value), .text(value))
    }
    let values = texts.filter { $0.0 == aspect }.map(\.1)
    guard let first = values.first else { return (nil, .inapplicable) }
    return (values.contains(where: comparison.holds), .text(first))
  }

  private func judge(
    _ value: FieldValue?, _ comparison: FieldValueComparison
  ) -> (Bool?, Difference.Found) {
    guard let value else { return (false, .nothing) }
    return (comparison.holds(for: value), .text(FieldText.of(value)))
  }

  /// The evidence with what a message says of itself.
  func with(_ content: Content?) -> Evidence {
    guard let content else { return self }
    var evidence = self
    evidence.properties = content.properties
    evidence.texts.append((.body, String(decoding: content.body, as: UTF8.self)))
    evidence.qualities.append((.persistent, content.properties.isPersistent))
    evidence.measures.append((.priority, Int64(content.properties.priority ?? 0)))
    return evidence
  }
}

extension BasicProperties {
  /// A property by its name in the specification, as text; nil where the message has none.
  func text(of name: String) -> String? {
    var properties = self
    var reader = PropertyReader(name: name)
    properties.visit(&reader)
    return reader.value
  }
}

/// Reads one property as text.
private struct PropertyReader: PropertyVisitor {
  typealias Failure = Never

  let name: String
  var value: String?

  mutating func octet(_ name: String, _ value: inout UInt8?) {
    if name == self.name, let value { self.value = String(value) }
  }

  mutating func shortString(_ name: String, _ value: inout String?) {
    if name == self.name { self.value = value }
  }

  mutating func table(_ name: String, _ value: inout FieldTable?) {
    if name == self.name, let value { self.value = FieldText.of(value) }
  }

  mutating func timestamp(_ name: String, _ value: inout UInt64?) {
    if name == self.name, let value { self.value = String(value) }
  }
}
