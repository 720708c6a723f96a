import AMQPModel

/// A sequence of methods with a lifeline for each client, and the broker's at the right.
///
/// ```
///       you     w1                              broker
/// 0s     ├───────┼─ queue.declare queue=tasks ────▶│
///        │◀──────┼─ queue.declare-ok queue=tasks ──┤
/// ```
extension Renderer {
  func lines(_ sequence: MethodSequence) -> [StyledLine] {
    if sequence.isMermaid { return MermaidSequence(sequence, speaker: speaker).lines }
    guard !sequence.passages.isEmpty else {
      let text = speaker.say(
        SequencePhrase.nothing, ["command": command("declare queue hello")])
      return wrapped([text])
    }
    var lines: [StyledLine] = []
    if sequence.omittedCount > 0 {
      let more = sequence.omittedCount + sequence.passages.count
      lines.append(
        speaker.say(
          SequencePhrase.earlier,
          ["count": "\(sequence.omittedCount)", "command": "sequence --last \(more)"]
        ).inked(.quiet))
    }
    lines += SequencePicture(sequence: sequence, renderer: self).lines()
    if sequence.hasOthers { lines.append(speaker.say(SequencePhrase.others, .quiet)) }
    return lines.map { $0.shortened(to: style.width, glyphs) }
  }
}

struct SequencePicture {
  let sequence: MethodSequence
  let renderer: Renderer

  /// The least that an arrow's words get.
  private static let leastRoom = 26
  private static let timeWidth = 7

  private var glyphs: Glyphs { renderer.glyphs }
  private var width: Int { renderer.style.width }

  func lines() -> [StyledLine] {
    let clients = sequence.clients
    // Names get what the words leave; too many clients for lifelines are named line by line.
    for cells in [16, 12, 8, 6, 4] {
      let gaps = clients.map { min(cells, DisplayWidth.of(VisibleText.name($0))) + 2 }
      let left = gaps.reduce(Self.timeWidth, +)
      if width - left >= Self.leastRoom { return lifelines(clients, gaps) }
    }
    return list()
  }

  // MARK: Lifelines

  private func lifelines(_ clients: [String], _ gaps: [Int]) -> [StyledLine] {
    var columns: [Int] = []
    var place = Self.timeWidth
    for gap in gaps {
      columns.append(place + (gap - 2) / 2)
      place += gap
    }
    // As wide as the words are, and no wider than the screen.
    let widest = sequence.passages.reduce(0) { max($0, words(of: $1).width) }
    let end = min(width - 1, max(place + 20, place + widest + 4))
    var head = ChartRow(cells: width)
    place = Self.timeWidth
    for (client, gap) in zip(clients, gaps) {
      let name = StyledLine(VisibleText.name(client)).shortened(to: gap - 2, glyphs).text
      head.put(name, at: place, .client)
      place += gap
    }
    let broker = renderer.speaker.say(SequencePhrase.broker).text
    head.put(broker, at: max(place, end - DisplayWidth.of(broker) + 1), .heading)
    var lines = [head.line]
    var last: Int64?
    for passage in sequence.passages {
      guard let index = clients.firstIndex(of: passage.client) else { continue }
      var row = ChartRow(cells: width)
      for column in columns + [end] { row.put(glyphs.pipe, at: column, .quiet) }
      if last != passage.at {
        let time = DurationText.of(milliseconds: passage.at)
        row.put(time, at: 0, before: Self.timeWidth - 1, .quiet)
        last = passage.at
      }
      draw(passage, from: columns[index], over: Array(columns[(index + 1)...]), to: end, &row)
      lines.append(row.line)
    }
    return lines
  }

  private func draw(
    _ passage: MethodSequence.Passage, from start: Int, over others: [Int], to end: Int,
    _ row: inout ChartRow
  ) {
    let first = (others.last ?? start) + 2
    let room = max(4, end - 4 - first)
    let words = words(of: passage, cells: room)
    switch passage.kind {
    case .method(_, _, let isToBroker):
      row.fill(start + 1..<end, with: glyphs.rule, .quiet)
      for other in others { row.put(crossing, at: other, .quiet) }
      row.put(isToBroker ? glyphs.branch : glyphs.pipe, at: start, .quiet)
      row.put(isToBroker ? glyphs.pipe : ending, at: end, .quiet)
      if isToBroker { row.put(glyphs.head, at: end - 1) } else { row.put(tail, at: start + 1) }
    case .connected:
      row.fill(start + 1..<end, with: glyphs.dashed, .quiet)
    case .lost:
      row.put(glyphs.bad.count == 1 ? glyphs.bad : "X", at: start, .bad)
    }
    let text = words.shortened(to: room, glyphs).text
    row.put(" " + text + " ", at: first, before: end - 1, ink(of: passage))
  }

  private var crossing: String { renderer.style.isUnicode ? "┼" : "+" }
  private var ending: String { renderer.style.isUnicode ? "┤" : "+" }
  private var tail: String { renderer.style.isUnicode ? "◀" : "<" }

  private func ink(of passage: MethodSequence.Passage) -> Ink {
    switch passage.kind {
    case .method(.channelClose(let close), _, false) where close.replyCode != 200: .bad
    case .method(.connectionClose(let close), _, false) where close.replyCode != 200: .bad
    case .lost: .bad
    case .method, .connected: .plain
    }
  }

  // MARK: Without lifelines

  private func list() -> [StyledLine] {
    let broker = renderer.speaker.say(SequencePhrase.broker, .heading)
    return sequence.passages.map { passage in
      let client = renderer.client(passage.client)
      let ends: StyledLine
      switch passage.kind {
      case .method(_, _, false): ends = broker + " \(glyphs.right) " + client
      case .method, .connected: ends = client + " \(glyphs.right) " + broker
      case .lost: ends = StyledLine(glyphs.bad, .bad) + " " + client
      }
      let time = StyledLine(DurationText.of(milliseconds: passage.at), .quiet)
      let start = time.padded(to: Self.timeWidth) + ends + "  "
      return start + words(of: passage, cells: max(16, width - start.width))
    }
  }

  private func words(
    of passage: MethodSequence.Passage, cells: Int = .max
  ) -> StyledLine {
    SequenceWords(speaker: renderer.speaker, glyphs: renderer.glyphs, cells: cells).of(passage)
  }
}

/// What stands at an arrow.
struct SequenceWords {
  let speaker: Speaker
  var glyphs = Glyphs.unicode
  /// The room that there is.
  var cells = Int.max

  func of(_ passage: MethodSequence.Passage) -> StyledLine {
    switch passage.kind {
    case .method(let method, let content, _):
      return words(method, content, channel: passage.channel)
    case .connected(let user, let virtualHost):
      return speaker.say(
        SequencePhrase.connected,
        [
          "user": StyledLine(VisibleText.name(user)),
          "vhost": StyledLine(VisibleText.name(virtualHost)),
        ])
    case .lost(nil): return speaker.say(SequencePhrase.killed)
    case .lost(let reason?):
      return speaker.say(SequencePhrase.lost, ["reason": StyledLine(reason)])
    }
  }

  /// The method's name with the arguments that are not as usual, what its message says of itself,
  /// and the body at the end. Where that is too much for one line, the body is made shorter, then
  /// what does not tell the way of the message is left out, and the way is cut last.
  private func words(_ method: Method, _ content: Content?, channel: UInt16) -> StyledLine {
    var words = MethodText.words(of: method.withoutMadeUpTag)
    if channel > 1 { words.append("(channel \(channel))") }
    guard let content else { return StyledLine(words.joined(separator: " ")) }
    var properties = content.properties
    if properties.isPersistent {
      words.append("persistent")
      properties.deliveryMode = nil
    }
    let text = MethodText.of(Content(properties: properties, body: []))
    if text != VisibleText.body([]) { words.append(String(text.dropLast(3))) }
    let bodies = [28, 20, 14, 8].map {
      StyledLine(VisibleText.body(content.body, cells: $0, in: speaker.language))
    }
    var head = StyledLine(words.joined(separator: " "))
    while true {
      if let body = bodies.first(where: { head.width + 1 + $0.width <= cells }) {
        return head + " " + body
      }
      guard let last = words.indices.dropFirst().last(where: { !Self.isWay(words[$0]) }) else {
        break
      }
      words.remove(at: last)
      head = StyledLine(words.joined(separator: " ") + " ") + StyledLine(glyphs.ellipsis)
    }
    let rest = max(8, cells - head.width - 1)
    return head.shortened(to: max(4, cells - rest - 1), glyphs) + " "
      + bodies[0].shortened(to: rest, glyphs)
  }

  private static func isWay(_ word: String) -> Bool {
    ["reply-code=", "exchange=", "routing-key="].contains { word.hasPrefix($0) }
  }
}

extension Method {
  /// Without a consumer tag that the broker made up, which tells nothing but takes much room.
  fileprivate var withoutMadeUpTag: Method {
    switch self {
    case .basicDeliver(var deliver) where deliver.consumerTag.hasPrefix("amq.ctag-"):
      deliver.consumerTag = ""
      return .basicDeliver(deliver)
    case .basicConsumeOk(var answer) where answer.consumerTag.hasPrefix("amq.ctag-"):
      answer.consumerTag = ""
      return .basicConsumeOk(answer)
    default: return self
    }
  }
}
