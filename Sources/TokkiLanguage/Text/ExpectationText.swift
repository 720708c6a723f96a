import AMQPModel

extension Expectation: CustomStringConvertible {
  /// What follows `expect`, in its canonical form.
  public var description: String {
    let prefix = isNegated ? "not " : ""
    if subject == .lastError, predicates == [Predicate(.exists, isNegated: true)] {
      return prefix + "no error"
    }
    if subject == .lastRoute { return prefix + Self.route(predicates) }
    let words = [subject.description] + predicates.map { $0.text(of: subject) }
    return prefix + words.joined(separator: " ")
  }

  private static func route(_ predicates: [Predicate]) -> String {
    guard let predicate = predicates.first else { return ObjectForm.Word.routed.rawValue }
    if case .reached(let queues) = predicate.fact {
      return "routed to " + queues.map(Quoting.expectationWord).joined(separator: " ")
    }
    return predicate.isNegated
      ? ObjectForm.Word.unroutable.rawValue : ObjectForm.Word.routed.rawValue
  }
}

extension ExpectedObject: CustomStringConvertible {
  public var description: String {
    switch self {
    case .queue(let name), .exchange(let name), .consumer(let name), .connection(let name),
      .virtualHost(let name), .policy(let name), .operatorPolicy(let name), .user(let name),
      .permissions(let name):
      return "\(word.rawValue) \(Quoting.word(name))"
    case .binding(let source, let destination, let key):
      let names = "\(Quoting.word(source)) \(Quoting.word(destination))"
      return "\(word.rawValue) \(names)" + (key.map { " \(Quoting.quoted($0))" } ?? "")
    case .message(let queue, let position):
      return "message in \(Quoting.word(queue))" + (position == 1 ? "" : " at \(position)")
    case .lastRoute, .lastError, .published, .delivered, .acknowledged, .rejected, .requeued,
      .removed, .deadLettered, .returned, .confirmed, .refused, .closed:
      return word.rawValue
    }
  }

  var word: ObjectForm.Word {
    switch self {
    case .queue: .queue
    case .exchange: .exchange
    case .binding: .binding
    case .consumer: .consumer
    case .connection: .connection
    case .virtualHost: .vhost
    case .policy: .policy
    case .operatorPolicy: .operatorPolicy
    case .user: .user
    case .permissions: .permissions
    case .message: .message
    case .lastRoute: .routed
    case .lastError: .error
    case .published: .published
    case .delivered: .delivered
    case .acknowledged: .acked
    case .rejected: .rejected
    case .requeued: .requeued
    case .removed: .removed
    case .deadLettered: .deadLettered
    case .returned: .returned
    case .confirmed: .confirmed
    case .refused: .refused
    case .closed: .closed
    }
  }
}

extension Predicate {
  /// In the words that the subject has for it: `absent`, `ready >= 2`, `from "q"`.
  public func text(of subject: ExpectedObject) -> String {
    let forms = ObjectForm.form(of: subject.word)?.predicates ?? []
    if isNegated, let opposite = forms.first(where: { $0.kind == fact.kind(isNegated: true) }) {
      return opposite.word
    }
    let word = forms.first { $0.kind == fact.kind(isNegated: false) }?.word
    let text = fact.text(word: word ?? fact.fallbackWord)
    return isNegated ? "not \(text)" : text
  }
}

extension Fact {
  fileprivate func kind(isNegated: Bool) -> PredicateForm.Kind? {
    switch self {
    case .exists: .exists(isNegated: isNegated)
    case .quality(let quality): .quality(quality, isNegated: isNegated)
    case .measure(let measure, _): isNegated ? nil : .measure(measure)
    case .text(.property, _): isNegated ? nil : .property
    case .text(let aspect, _): isNegated ? nil : .text(aspect)
    case .argument: isNegated ? nil : .argument
    case .definition: isNegated ? nil : .definition
    case .header: isNegated ? nil : .header
    case .reached: nil
    }
  }

  /// For a fact that the subject's form does not know, which the parser never makes.
  fileprivate var fallbackWord: String {
    switch self {
    case .exists: "exists"
    case .quality(let quality): quality.rawValue
    case .measure(let measure, _): measure.rawValue
    case .text(let aspect, _): "\(aspect)"
    case .argument: "argument"
    case .definition: "definition"
    case .header: "header"
    case .reached: "to"
    }
  }

  fileprivate func text(word: String) -> String {
    switch self {
    case .exists, .quality: word
    case .measure(_, let comparison):
      comparison.relation == .equal
        ? "\(word) \(comparison.bound)"
        : "\(word) \(comparison.relation.rawValue) \(comparison.bound)"
    case .text(.property(let name), let comparison):
      "\(word) " + CanonicalLine.assignment(name, .string(comparison.operand))
    case .text(let aspect, let comparison):
      "\(word) " + comparison.text(of: aspect)
    case .argument(let name, let comparison), .definition(let name, let comparison),
      .header(let name, let comparison):
      switch comparison {
      case .present: "\(word) \(Quoting.word(name))"
      case .equals(let value): "\(word) " + CanonicalLine.assignment(name, value)
      }
    case .reached(let queues):
      "\(word) " + queues.map(Quoting.expectationWord).joined(separator: " ")
    }
  }
}

extension TextComparison {
  fileprivate var operand: String {
    switch self {
    case .equals(let text), .contains(let text): text
    }
  }

  fileprivate func text(of aspect: Fact.Aspect) -> String {
    let value =
      aspect == .body || aspect == .text
      ? Quoting.quoted(operand) : Quoting.expectationWord(operand)
    if self == ExpectationParser.textComparison(aspect, operand) { return value }
    switch self {
    case .equals: return "exactly \(value)"
    case .contains: return "containing \(value)"
    }
  }
}

extension Quoting {
  /// A word where the expectation language has words of its own.
  fileprivate static func expectationWord(_ text: String) -> String {
    ["with", "and", "is", "has", "exactly", "containing"].contains(text) ? quoted(text) : word(text)
  }
}
