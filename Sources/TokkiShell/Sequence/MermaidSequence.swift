/// The same as a sequence diagram of Mermaid's.
struct MermaidSequence {
  let lines: [StyledLine]

  init(_ sequence: MethodSequence, speaker: Speaker) {
    let clients = sequence.clients
    let broker = speaker.say(SequencePhrase.broker).text
    var lines = ["sequenceDiagram"]
    for (number, client) in clients.enumerated() {
      lines.append("  participant c\(number) as \(MermaidText.line(VisibleText.name(client)))")
    }
    lines.append("  participant b as \(MermaidText.line(broker))")
    if sequence.passages.isEmpty {
      lines.append(
        "  Note over b: \(MermaidText.line(speaker.say(SequencePhrase.nothingYet).text))")
    }
    let words = SequenceWords(speaker: speaker)
    var last: Int64 = 0
    for passage in sequence.passages {
      guard let number = clients.firstIndex(of: passage.client) else { continue }
      if passage.at != last {
        last = passage.at
        let time = DurationText.of(milliseconds: passage.at)
        let ends = clients.isEmpty ? "b" : "c0,b"
        lines.append("  Note over \(ends): \(MermaidText.line(time))")
      }
      let text = MermaidText.line(words.of(passage).text)
      switch passage.kind {
      case .method(_, _, true): lines.append("  c\(number)->>b: \(text)")
      case .method(_, _, false): lines.append("  b-->>c\(number): \(text)")
      case .connected: lines.append("  c\(number)->>b: \(text)")
      case .lost: lines.append("  Note over c\(number): \(text)")
      }
    }
    self.lines = lines.map { StyledLine($0) }
  }
}
