import AMQPModel

/// The words of a line in their places, each checked against its slot: what a form builds its
/// command from.
struct Arguments {
  /// A word that passed its slot.
  enum Value: Hashable {
    case text(String)
    case number(Int64)
    case duration(VirtualDuration)
    case assignment(Assignment)
    case uri(AMQPURI)
    case table(FieldTable)
  }

  struct GivenOption {
    var name: OptionName
    var value: Value?
    var range: Range<Int>
  }

  let form: CommandForm
  /// In the order of the form's parameters; nil where an optional one was left out.
  var positionals: [Value?] = []
  /// Those of them that stood in quotation marks.
  var quotedPositions: Set<Int> = []
  /// Where those stand in the line.
  var positionalRanges: [Range<Int>?] = []
  /// The values of a parameter that takes several.
  var several: [String] = []
  /// The words of a `rest` parameter.
  var rest: [Word] = []
  /// In the order in which they were written.
  var options: [GivenOption] = []
  var client = ClientChannel()
  /// Where the line ends: the place of what is missing.
  var end: Int

  init(form: CommandForm, end: Int) {
    self.form = form
    self.end = end
  }

  func text(_ position: Int) -> String? {
    guard position < positionals.count, case .text(let text) = positionals[position] else {
      return nil
    }
    return text
  }

  func number(_ position: Int) -> Int64? {
    guard position < positionals.count, case .number(let number) = positionals[position] else {
      return nil
    }
    return number
  }

  func uri(_ position: Int) -> AMQPURI? {
    guard position < positionals.count, case .uri(let uri) = positionals[position] else {
      return nil
    }
    return uri
  }

  func table(_ position: Int) -> FieldTable? {
    guard position < positionals.count, case .table(let table) = positionals[position] else {
      return nil
    }
    return table
  }

  func duration(_ position: Int) -> VirtualDuration? {
    guard position < positionals.count, case .duration(let duration) = positionals[position] else {
      return nil
    }
    return duration
  }

  /// Whether a part of the word stood in quotation marks: then it is a text.
  func isQuoted(_ position: Int) -> Bool { quotedPositions.contains(position) }

  func positionalRange(_ position: Int) -> Range<Int>? {
    position < positionalRanges.count ? positionalRanges[position] : nil
  }

  func has(_ name: OptionName) -> Bool { options.contains { $0.name == name } }

  func value(_ name: OptionName) -> Value? { options.last { $0.name == name }?.value }

  func text(_ name: OptionName) -> String? {
    guard case .text(let text) = value(name) else { return nil }
    return text
  }

  func number<Number: FixedWidthInteger>(_ name: OptionName, as: Number.Type) -> Number? {
    guard case .number(let number) = value(name) else { return nil }
    return Number(exactly: number)
  }

  func texts(_ name: OptionName) -> [String] {
    options.compactMap { option in
      guard option.name == name, case .text(let text) = option.value else { return nil }
      return text
    }
  }

  /// Refuses two options that say opposite things.
  func refuse(_ first: OptionName, with second: OptionName) throws(ParseError) {
    guard has(first), let other = options.last(where: { $0.name == second }) else { return }
    throw ParseError(
      .contradiction(first.rawValue, second.rawValue), at: other.range, in: form.name)
  }

  /// The error of a parameter that this line needs although the form lets it be left out.
  func missing(_ parameter: String) -> ParseError {
    ParseError(.missingParameter(parameter), at: end..<end, in: form.name)
  }
}
