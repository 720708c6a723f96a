extension TimelineSpan {
  var text: String {
    var line = CanonicalLine(.timeline)
    for name in names { line.add(name) }
    line.add(.from, from?.description)
    line.add(.to, to?.description)
    return line.text
  }
}

extension ChosenMessage {
  var text: String {
    var line = CanonicalLine(.trace)
    switch self {
    case .last: break
    case .number(let number): line.add(bare: String(number))
    case .text(let text):
      // What looks like a number alone is a text only in quotation marks.
      let digits = text.first == "#" ? text.dropFirst() : text[...]
      if UInt64(digits) == nil { line.add(text) } else { line.add(quoted: text) }
    }
    return line.text
  }
}

extension SequenceChoice {
  var text: String {
    var line = CanonicalLine(.sequence)
    for name in clients { line.add(name) }
    line.add(.last, number: last)
    line.add(.mermaid, if: isMermaid)
    return line.text
  }
}

extension WatchCommand {
  var text: String {
    switch self {
    case .list: "watch"
    case .start(let look): "watch \(look.text)"
    case .stop(let look): look.map { "unwatch \($0.text)" } ?? "unwatch"
    }
  }
}
