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
    case .queue, .exchange, .destination, .key, .consumer, .virtualHost:
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
    case .checkpoint, .lesson, .error, .words:
      return .text(text)
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
}
