import AMQPModel

/// Builds what an operator commands.
enum OperatorBuilder {
  private static let definition = Set(OptionForm.definition.map(\.name))
  private static let limits = Set(
    (OptionForm.virtualHostLimits + OptionForm.userLimits).map(\.name))

  static func setPolicy(_ line: Arguments) throws(ParseError) -> Command {
    let definition = try table(line, at: 2, or: definition)
    return .operate(
      .setPolicy(
        PolicyTerms(
          name: line.text(0) ?? "", isOperator: line.form.name == .setOperatorPolicy,
          pattern: line.text(1) ?? "", definition: definition,
          priority: line.number(.priority, as: Int64.self) ?? 0,
          scope: line.text(.applyTo) ?? PolicyTerms.scopes[0]),
        virtualHost: line.text(.virtualHost)))
  }

  static func setVirtualHostLimits(_ line: Arguments) throws(ParseError) -> Command {
    .operate(
      .setVirtualHostLimits(
        try limitTable(line, at: 0), virtualHost: line.text(.virtualHost)))
  }

  static func setUserLimits(_ line: Arguments) throws(ParseError) -> Command {
    .operate(.setUserLimits(try limitTable(line, at: 1), user: line.text(0) ?? ""))
  }

  /// A definition as JSON, or in options that say the same; never both.
  private static func table(
    _ line: Arguments, at position: Int, or names: Set<OptionName>
  ) throws(ParseError) -> FieldTable {
    let given = line.options.filter { names.contains($0.name) }
    if let table = line.table(position) {
      guard let option = given.first else { return table }
      throw ParseError(
        .contradiction("DEFINITION", option.name.rawValue), at: option.range, in: line.form.name)
    }
    guard !given.isEmpty else { throw line.missing("DEFINITION") }
    return given.reduce(into: FieldTable()) { table, option in
      guard let entry = WellKnownArguments.entry(option, named: option.name.key) else { return }
      table[entry.name] = entry.value
    }
  }

  private static func limitTable(
    _ line: Arguments, at position: Int
  ) throws(ParseError) -> FieldTable {
    let table = try table(line, at: position, or: limits)
    for entry in table.entries where entry.value.integer == nil {
      let place = line.positionalRange(position) ?? line.end..<line.end
      throw ParseError(
        .badValue(
          DefinitionText.value(entry.value), for: entry.name,
          expected: .number(Int64.min...Int64.max)),
        at: place, in: line.form.name)
    }
    return table
  }
}

extension OptionForm {
  /// Whether it says what a definition says with a key of its own.
  var isKey: Bool {
    let keys = Self.definition + Self.virtualHostLimits + Self.userLimits
    return name != .argument && keys.contains { $0.name == name }
  }
}

extension OptionName {
  /// What a definition calls it: `max-length`.
  var key: String { String(rawValue.dropFirst(2)) }
}
