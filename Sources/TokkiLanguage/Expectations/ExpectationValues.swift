import AMQPModel

// The values in an expectation: names with values, texts, numbers and how they are compared.
extension ExpectationParser {
  /// `NAME=VALUE`, or `NAME` for any value.
  mutating func assignment(
    after keyword: String
  ) throws(ParseError) -> (String, FieldValueComparison) {
    let word = try value(after: keyword)
    if let assignment = Assignment(word) { return (assignment.name, .equals(assignment.value)) }
    guard word.split() == nil else { throw bad(word, for: keyword, .assignment) }
    return (word.text, .present)
  }

  mutating func text(
    _ aspect: Fact.Aspect, after keyword: String
  ) throws(ParseError) -> TextComparison {
    if take("containing") { return .contains(try value(after: "containing").text) }
    if take("exactly") { return .equals(try value(after: "exactly").text) }
    return Self.textComparison(aspect, try value(after: keyword).text)
  }

  /// Of a reply text a part suffices; all else is compared whole.
  static func textComparison(_ aspect: Fact.Aspect, _ text: String) -> TextComparison {
    aspect == .text ? .contains(text) : .equals(text)
  }

  /// Whether a number or a relation stands here.
  var startsComparison: Bool {
    guard next < words.count, let bare = words[next].bareText else { return false }
    if Self.relation(of: bare) != nil || Int64(bare) != nil { return true }
    return ["at", "more", "fewer", "less"].contains(bare)
  }

  /// `3`, `>= 3`, `>=3`, `at least 3`, `at most 3`, `more than 3`, `fewer than 3`.
  mutating func comparison(after keyword: String) throws(ParseError) -> Comparison {
    if take("at") {
      if take("most") { return Comparison(.atMost, try number(after: "at most")) }
      guard take("least") else { throw problem(.missingValue(after: "at")) }
      return Comparison(.atLeast, try number(after: "at least"))
    }
    for (word, relation) in [("more", Comparison.Relation.more), ("fewer", .less), ("less", .less)]
    where take(word) {
      _ = take("than")
      return Comparison(relation, try number(after: "\(word) than"))
    }
    let word = try value(after: keyword)
    if let bare = word.bareText {
      if let plain = Int64(bare) { return Comparison(.equal, plain) }
      if let (relation, rest) = Self.relation(of: bare) {
        if rest.isEmpty { return Comparison(relation, try number(after: bare)) }
        if let bound = Int64(rest) { return Comparison(relation, bound) }
      }
    }
    throw bad(word, for: keyword, .number(Int64.min...Int64.max))
  }

  /// The relation that the word begins with, and what follows it.
  private static func relation(of word: String) -> (Comparison.Relation, Substring)? {
    let signs: [(String, Comparison.Relation)] = [
      ("==", .equal), ("!=", .notEqual), ("<=", .atMost), (">=", .atLeast), ("=", .equal),
      ("<", .less), (">", .more),
    ]
    for (sign, relation) in signs where word.hasPrefix(sign) {
      return (relation, word.dropFirst(sign.count))
    }
    return nil
  }

  mutating func number(
    after keyword: String, in range: ClosedRange<Int64> = Int64.min...Int64.max
  ) throws(ParseError) -> Int64 {
    let word = try value(after: keyword)
    guard let number = word.bareText.flatMap({ Int64($0) }), range.contains(number) else {
      throw bad(word, for: keyword, .number(range))
    }
    return number
  }

  // MARK: Words

  mutating func value(after keyword: String) throws(ParseError) -> Word {
    guard let word = takeWord() else { throw problem(.missingValue(after: keyword)) }
    return word
  }

  mutating func takeWord() -> Word? {
    guard next < words.count else { return nil }
    next += 1
    return words[next - 1]
  }

  mutating func take(_ keyword: String) -> Bool {
    guard next < words.count, words[next].bareText == keyword else { return false }
    next += 1
    return true
  }

  func problem(
    _ problem: ParseError.ExpectationProblem, at range: Range<Int>? = nil
  ) -> ParseError {
    ParseError(.badExpectation(problem), at: range ?? end..<end, in: .expect)
  }

  func bad(_ word: Word, for name: String, _ expected: ParseError.ValueKind) -> ParseError {
    ParseError(.badValue(word.text, for: name, expected: expected), at: word.range, in: .expect)
  }
}
