import AMQPModel

/// The options that stand for well-known `x-` arguments of queues, exchanges and consumers.
enum WellKnownArguments {
  /// Option and argument, in the order in which help shows them.
  static let names: [(option: OptionName, argument: String)] = [
    (.type, "x-queue-type"),
    (.messageTTL, "x-message-ttl"),
    (.expires, "x-expires"),
    (.maxLength, "x-max-length"),
    (.maxLengthBytes, "x-max-length-bytes"),
    (.overflow, "x-overflow"),
    (.deadLetterExchange, "x-dead-letter-exchange"),
    (.deadLetterRoutingKey, "x-dead-letter-routing-key"),
    (.deadLetterStrategy, "x-dead-letter-strategy"),
    (.maxPriority, "x-max-priority"),
    (.deliveryLimit, "x-delivery-limit"),
    (.singleActiveConsumer, "x-single-active-consumer"),
    (.alternateExchange, "alternate-exchange"),
    (.priority, "x-priority"),
    (.match, "x-match"),
  ]

  static func argument(of option: OptionName) -> String? {
    names.first { $0.option == option }?.argument
  }

  /// The option that stands for that argument, if the command has it.
  static func option(of argument: String, among forms: [OptionForm]) -> OptionForm? {
    guard let name = names.first(where: { $0.argument == argument })?.option else { return nil }
    return forms.first { $0.name == name }
  }

  /// The argument that the option stands for, with its value as RabbitMQ wants it.
  static func entry(_ given: Arguments.GivenOption) -> FieldTable.Entry? {
    entry(given, named: argument(of: given.name))
  }

  /// What the option says under that name; an assignment has a name of its own.
  static func entry(_ given: Arguments.GivenOption, named name: String?) -> FieldTable.Entry? {
    if case .assignment(let assignment) = given.value {
      return FieldTable.Entry(name: assignment.name, value: assignment.value)
    }
    guard let name else { return nil }
    switch given.value {
    case .text(let text): return FieldTable.Entry(name: name, value: .string(text))
    case .number(let number):
      return FieldTable.Entry(name: name, value: FieldValue(integerLiteral: number))
    case .duration(let duration):
      let value = FieldValue(integerLiteral: duration.milliseconds)
      return FieldTable.Entry(name: name, value: value)
    case nil: return FieldTable.Entry(name: name, value: .boolean(true))
    case .assignment, .uri, .table: return nil
    }
  }
}

extension Arguments {
  /// The arguments that the line's options make, in the order in which they were written. A name
  /// that is written twice keeps its last value.
  func table(_ names: Set<OptionName>) -> FieldTable {
    var table = FieldTable()
    for option in options where names.contains(option.name) {
      guard let entry = WellKnownArguments.entry(option) else { continue }
      table[entry.name] = entry.value
    }
    return table
  }
}
