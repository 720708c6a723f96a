import AMQPModel

/// Reads what follows `expect`: `[not] SUBJECT PREDICATE…`. Small words that English likes between
/// predicates (`with`, `and`, `is`, `has`) say nothing. A quoted word is a text, never a keyword.
struct ExpectationParser {
  private static let fillers: Set<String> = ["with", "and", "is", "has"]

  let words: [Word]
  let end: Int
  var next = 0

  static func parse(_ words: [Word], end: Int) throws(ParseError) -> Expectation {
    var parser = ExpectationParser(words: words, end: end)
    return try parser.expectation()
  }

  private mutating func expectation() throws(ParseError) -> Expectation {
    let isNegated = take("not")
    let isNone = !isNegated && take("no")
    guard let word = takeWord() else { throw problem(.missingSubject) }
    guard let form = Self.subject(word) else {
      let names = ObjectForm.Word.allCases.map(\.rawValue)
      let nearest = word.isQuoted ? [] : EditDistance.nearest(to: word.text, among: names)
      throw problem(.unknownSubject(word.text, nearest: Array(nearest.prefix(3))), at: word.range)
    }
    var expectation = Expectation(try subject(form), isNegated: isNegated)
    try readPredicates(of: form, into: &expectation)
    if isNone {
      makeNone(form, &expectation)
    } else if expectation.predicates.isEmpty && !form.isHistory {
      expectation.predicates = [Predicate(.exists)]
    }
    return expectation
  }

  /// `no error`, `no delivered to w2`: absent, or a count of 0.
  private func makeNone(_ form: ObjectForm, _ expectation: inout Expectation) {
    if form.isHistory {
      expectation.predicates.append(Predicate(.measure(.count, Comparison(.equal, 0))))
    } else if expectation.predicates.isEmpty {
      expectation.predicates = [Predicate(.exists, isNegated: true)]
    } else {
      expectation.isNegated = true
    }
  }

  private static func subject(_ word: Word) -> ObjectForm? {
    guard let text = word.bareText else { return nil }
    let known = text == "acknowledged" ? "acked" : text
    return ObjectForm.Word(rawValue: known).flatMap(ObjectForm.form(of:))
  }

  // MARK: Subjects

  private mutating func subject(_ form: ObjectForm) throws(ParseError) -> ExpectedObject {
    switch form.word {
    case .queue: return .queue(try name(of: form))
    case .exchange: return .exchange(try name(of: form))
    case .consumer: return .consumer(try name(of: form))
    case .connection: return .connection(try name(of: form))
    case .vhost: return .virtualHost(try name(of: form))
    case .policy: return .policy(try name(of: form))
    case .operatorPolicy: return .operatorPolicy(try name(of: form))
    case .user: return .user(try name(of: form))
    case .permissions: return .permissions(user: try name(of: form))
    case .binding:
      return .binding(
        source: try name(of: form), destination: try name(of: form), key: bindingKey(form))
    case .message:
      _ = take("in")
      let queue = try name(of: form)
      let position = take("at") ? try number(after: "at", in: 1...1_000_000) : 1
      return .message(queue: queue, position: Int(clamping: position))
    case .routed, .unroutable: return .lastRoute
    case .error: return .lastError
    case .published: return .published
    case .delivered: return .delivered
    case .acked: return .acknowledged
    case .rejected: return .rejected
    case .requeued: return .requeued
    case .removed: return .removed
    case .deadLettered: return .deadLettered
    case .returned: return .returned
    case .confirmed: return .confirmed
    case .refused: return .refused
    case .closed: return .closed
    }
  }

  private mutating func name(of form: ObjectForm) throws(ParseError) -> String {
    guard let word = takeWord() else { throw problem(.missingValue(after: form.word.rawValue)) }
    return word.text
  }

  /// A word that is no predicate is the key; a key that looks like one is written in quotes.
  private mutating func bindingKey(_ form: ObjectForm) -> String? {
    guard next < words.count else { return nil }
    if let bare = words[next].bareText {
      let isKeyword = Self.fillers.contains(bare) || bare == "not"
      if isKeyword || form.predicates.contains(where: { $0.word == bare }) { return nil }
    }
    return takeWord()?.text
  }

  // MARK: Predicates

  private mutating func readPredicates(
    of form: ObjectForm, into expectation: inout Expectation
  ) throws(ParseError) {
    switch form.word {
    case .routed:
      expectation.predicates = [try route()]
    case .unroutable:
      expectation.predicates = [Predicate(.quality(.routed), isNegated: true)]
    case .queue, .exchange, .binding, .consumer, .connection, .vhost, .policy, .operatorPolicy,
      .user, .permissions, .message, .error,
      .published, .delivered, .acked, .rejected, .requeued, .removed, .deadLettered, .returned,
      .confirmed, .refused, .closed:
      while next < words.count {
        if let bare = words[next].bareText, Self.fillers.contains(bare) {
          next += 1
        } else {
          expectation.predicates.append(try predicate(of: form))
        }
      }
      return
    }
    if let word = takeWord() {
      throw problem(
        .unknownPredicate(word.text, of: form.word.rawValue, choices: ["to"]), at: word.range)
    }
  }

  /// `routed`, `routed to q1 q2`.
  private mutating func route() throws(ParseError) -> Predicate {
    guard take("to") else { return Predicate(.quality(.routed)) }
    var queues: [String] = []
    while let word = takeWord() {
      if word.bareText != "and" { queues.append(word.text) }
    }
    if queues.isEmpty { throw problem(.missingValue(after: "to")) }
    return Predicate(.reached(queues))
  }

  private mutating func predicate(of form: ObjectForm) throws(ParseError) -> Predicate {
    let isNegated = take("not")
    if let measure = form.plainNumber, startsComparison {
      let comparison = try comparison(after: measure.rawValue)
      return Predicate(.measure(measure, comparison), isNegated: isNegated)
    }
    guard let word = takeWord() else { throw problem(.missingValue(after: "not")) }
    guard let bare = word.bareText else {
      guard let aspect = form.plainText else {
        throw unknownPredicate(word, of: form)
      }
      let text = Self.textComparison(aspect, word.text)
      return Predicate(.text(aspect, text), isNegated: isNegated)
    }
    guard let known = form.predicates.first(where: { $0.word == bare }) else {
      throw unknownPredicate(word, of: form)
    }
    let (fact, isOpposite) = try fact(known)
    return Predicate(fact, isNegated: isNegated != isOpposite)
  }

  private func unknownPredicate(_ word: Word, of form: ObjectForm) -> ParseError {
    let choices = form.predicates.map(\.word)
    return problem(
      .unknownPredicate(word.text, of: form.word.rawValue, choices: choices), at: word.range)
  }

  private mutating func fact(_ form: PredicateForm) throws(ParseError) -> (Fact, Bool) {
    switch form.kind {
    case .exists(let isNegated): return (.exists, isNegated)
    case .quality(let quality, let isNegated): return (.quality(quality), isNegated)
    case .measure(let measure):
      return (.measure(measure, try comparison(after: form.word)), false)
    case .text(let aspect): return (.text(aspect, try text(aspect, after: form.word)), false)
    case .property:
      let word = try value(after: form.word)
      guard let (left, right) = word.split(), !left.text.isEmpty else {
        throw bad(word, for: form.word, .assignment)
      }
      return (.text(.property(left.text), .equals(right.text)), false)
    case .argument:
      let (name, value) = try assignment(after: form.word)
      return (.argument(name, value), false)
    case .definition:
      let (name, value) = try assignment(after: form.word)
      return (.definition(name, value), false)
    case .header:
      let (name, value) = try assignment(after: form.word)
      return (.header(name, value), false)
    }
  }
}
