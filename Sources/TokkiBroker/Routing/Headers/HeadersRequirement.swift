import AMQPModel

/// The headers of a message, ready to be compared with many bindings.
struct MessageHeaders: Sendable {
  /// In the order of the names; of the same name the first stays first.
  fileprivate var entries: [FieldTable.Entry]

  init(_ headers: FieldTable?) { entries = headers?.entries.sortedByName() ?? [] }

  /// The last value of that name.
  fileprivate func last(named name: ExactName) -> FieldValue? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if name < ExactName(entries[middle].name) { high = middle } else { low = middle + 1 }
    }
    guard low > 0, ExactName(entries[low - 1].name) == name else { return nil }
    return entries[low - 1].value
  }
}

/// What a binding of a headers exchange asks of a message.
struct HeadersRequirement: Sendable {
  /// The values of the argument `x-match`.
  enum Mode: String, CaseIterable {
    case all
    case any
    case allWithX = "all-with-x"
    case anyWithX = "any-with-x"

    /// Whether arguments whose names start with `x-` count too, but for `x-match` itself.
    var countsX: Bool {
      switch self {
      case .all, .any: false
      case .allWithX, .anyWithX: true
      }
    }

    /// Whether one argument is enough.
    var wantsOne: Bool {
      switch self {
      case .all, .allWithX: false
      case .any, .anyWithX: true
      }
    }
  }

  /// The arguments are no requirement. The text is RabbitMQ's.
  struct Refusal: Error, Hashable {
    var text: String
  }

  private(set) var mode: Mode
  private var rule: HeadersRule
  /// The arguments that count, in the order of their names.
  private var wanted: [FieldTable.Entry]

  private init(mode: Mode, rule: HeadersRule, arguments: FieldTable) {
    self.mode = mode
    self.rule = rule
    wanted = arguments.entries.filter { argument in
      let name = argument.name.utf8
      return mode.countsX ? !name.elementsEqual("x-match".utf8) : !name.starts(with: "x-".utf8)
    }
  }

  /// Reads a binding's arguments, which are in the order of their names.
  static func reading(
    _ arguments: FieldTable, rule: HeadersRule
  ) -> Result<HeadersRequirement, Refusal> {
    guard let match = arguments["x-match"] else {
      return .success(HeadersRequirement(mode: .all, rule: rule, arguments: arguments))
    }
    guard case .longString(let bytes) = match else {
      let term = ErlangTerm(match)
      return .failure(
        Refusal(
          text: "Invalid x-match field type \(term.typeName) "
            + "(value \(term.written(by: rule))); expected longstr"))
    }
    guard let mode = Mode.allCases.first(where: { bytes.elementsEqual($0.rawValue.utf8) }) else {
      return .failure(
        Refusal(
          text: "Invalid x-match field value \(ErlangTerm(match).written(by: rule)); "
            + "expected all, any, all-with-x, or any-with-x"))
    }
    return .success(HeadersRequirement(mode: mode, rule: rule, arguments: arguments))
  }

  func matches(_ message: MessageHeaders) -> Bool {
    var decided = false
    examine(message) { _, _, matched in
      decided = matched == mode.wantsOne
      return !decided
    }
    return decided == mode.wantsOne
  }

  /// Every argument that counts with the header that it met.
  func comparison(with message: MessageHeaders) -> HeadersComparison {
    var pairs: [HeadersComparison.Pair] = []
    examine(message) { wanted, found, matched in
      pairs.append(
        HeadersComparison.Pair(
          name: wanted.name, wanted: wanted.value, found: found, matched: matched))
      return true
    }
    return HeadersComparison(mode: mode.rawValue, pairs: pairs)
  }

  private typealias Visit = (FieldTable.Entry, _ found: FieldValue?, _ matched: Bool) -> Bool

  /// Shows the arguments one by one, until the visitor has seen enough and returns false.
  private func examine(_ message: MessageHeaders, _ visit: Visit) {
    switch rule {
    case .byTerm:
      for argument in wanted {
        let found = message.last(named: ExactName(argument.name))
        if !visit(argument, found, satisfies(argument, found)) { return }
      }
    case .byValue:
      var rest = message.entries[...]
      for argument in wanted {
        let name = ExactName(argument.name)
        rest = rest.drop { ExactName($0.name) < name }
        var found: FieldValue?
        if let entry = rest.first, ExactName(entry.name) == name {
          found = entry.value
          rest.removeFirst()
        }
        if !visit(argument, found, satisfies(argument, found)) { return }
      }
    }
  }

  /// An argument without a value asks for a header of that name, whatever its value.
  private func satisfies(_ argument: FieldTable.Entry, _ found: FieldValue?) -> Bool {
    guard let found else { return false }
    return argument.value == .void || rule.equals(wanted: argument.value, found: found)
  }
}
