/// From the words of these commands to what they mean.
enum SeeingBuilder {
  static func show(_ line: Arguments) throws(ParseError) -> Command {
    try line.refuse(.mermaid, with: .dot)
    if line.has(.mermaid) { return .look(.diagram(.mermaid)) }
    return .look(line.has(.dot) ? .diagram(.dot) : .show)
  }

  static func timeline(_ line: Arguments) -> Command {
    var span = TimelineSpan(names: line.several)
    if case .duration(let time) = line.value(.from) { span.from = time }
    if case .duration(let time) = line.value(.to) { span.to = time }
    return .look(.timeline(span))
  }

  static func trace(_ line: Arguments) -> Command {
    guard let text = line.text(0) else { return .look(.trace(.last)) }
    if !line.isQuoted(0), let number = UInt64(text.first == "#" ? text.dropFirst() : text[...]) {
      return .look(.trace(.number(number)))
    }
    return .look(.trace(.text(text)))
  }

  static func sequence(_ line: Arguments) -> Command {
    .look(
      .sequence(
        SequenceChoice(
          clients: line.several, last: line.number(.last, as: Int.self),
          isMermaid: line.has(.mermaid))))
  }

  static func watch(_ line: Arguments) throws(ParseError) -> Command {
    guard let first = line.rest.first else { return .watch(.list) }
    guard first.bareText == "off" else {
      return .watch(.start(try WatchedForms.look(line.rest, of: .watch)))
    }
    return try stop(Array(line.rest.dropFirst()), of: .watch)
  }

  static func unwatch(_ line: Arguments) throws(ParseError) -> Command {
    try stop(line.rest, of: .unwatch)
  }

  private static func stop(
    _ words: [Word], of command: CommandName
  ) throws(ParseError) -> Command {
    words.isEmpty
      ? .watch(.stop(nil)) : .watch(.stop(try WatchedForms.look(words, of: command)))
  }
}
