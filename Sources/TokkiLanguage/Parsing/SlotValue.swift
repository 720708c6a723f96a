import AMQPModel

extension LineParser {
  /// The word as a value of that slot.
  static func value(
    of word: Word, in slot: Slot, named name: String, _ command: CommandName
  ) throws(ParseError) -> Arguments.Value {
    func refusal(_ expected: ParseError.ValueKind) -> ParseError {
      ParseError(
        .badValue(word.text, for: name, expected: expected), at: word.range, in: command)
    }
    let text = word.text
    switch slot {
    case .queue, .exchange, .destination, .key, .consumer, .worker, .virtualHost, .policy,
      .operatorPolicy, .user:
      guard text.utf8.count <= ParseError.shortStringLimit else { throw refusal(.shortString) }
      return .text(text)
    case .text:
      // A body alone is as long as you like; all else travels as AMQP's short string.
      guard name == "BODY" || text.utf8.count <= ParseError.shortStringLimit else {
        throw refusal(.shortString)
      }
      return .text(text)
    case .uri:
      do throws(ParseError.URIProblem) {
        return .uri(try AMQPURI(checking: text))
      } catch {
        throw refusal(.uri(error))
      }
    case .message, .checkpoint, .newFile, .concept, .lesson, .error, .words, .password, .pattern:
      return .text(text)
    case .definition:
      do throws(JSONDefinition.Fault) {
        return .table(try JSONDefinition.table(text))
      } catch {
        throw badDefinition(word, error, named: name, command)
      }
    case .client:
      guard !text.isEmpty, Int64(text) == nil else { throw refusal(.clientName) }
      return .text(text)
    case .number(let range):
      guard let number = Int64(text), range.contains(number) else { throw refusal(.number(range)) }
      return .number(number)
    case .duration(let plainIsMilliseconds):
      guard let duration = VirtualDuration(text, plainIsMilliseconds: plainIsMilliseconds) else {
        throw refusal(.duration(plainIsMilliseconds: plainIsMilliseconds))
      }
      return .duration(duration)
    case .expiration:
      if word.isQuoted { return .text(text) }
      guard let duration = VirtualDuration(text, plainIsMilliseconds: true) else {
        throw refusal(.duration(plainIsMilliseconds: true))
      }
      return .duration(duration)
    case .assignment:
      guard let assignment = Assignment(word) else { throw refusal(.assignment) }
      return .assignment(assignment)
    case .choice(let words, let isOpen):
      guard words.contains(text) || (isOpen && word.isQuoted) else {
        throw refusal(.word(of: words, isOpen: isOpen))
      }
      return .text(text)
    case .work:
      if text == Slot.dots { return .text(text) }
      guard let duration = VirtualDuration(text) else { throw refusal(.work) }
      return .duration(duration)
    }
  }

  private static func badDefinition(
    _ word: Word, _ fault: JSONDefinition.Fault, named name: String, _ command: CommandName
  ) -> ParseError {
    let problem: ParseError.DefinitionProblem =
      switch fault.kind {
      case .malformed: .malformed
      case .notAnObject: .notAnObject
      }
    var range = word.range
    // Where the word says what the line says, the fault has a place in the line.
    let length = word.text.utf8.count
    let quotes = word.range.count - length
    if fault.kind == .malformed, quotes == 0 || (quotes == 2 && word.pieces.count == 1) {
      let place = word.range.lowerBound + quotes / 2 + fault.place
      range = place..<(fault.place < length ? word.range.upperBound : place)
    }
    return ParseError(
      .badValue(word.text, for: name, expected: .definition(problem)), at: range, in: command)
  }
}
