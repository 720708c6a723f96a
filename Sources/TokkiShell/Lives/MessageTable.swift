/// A table of every message of the run, which is as narrow as the screen.
struct MessageTable {
  let messages: [ListedMessage]
  let renderer: Renderer

  private var style: Style { renderer.style }

  /// What there is room for besides the number and the state.
  private struct Columns {
    var isTimed = false
    var hasPublisher = false
    var hasWay = false
    /// Of the body; 0 leaves it out.
    var bodyCells = 0
  }

  func lines() -> [StyledLine] {
    let several = Set(messages.map(\.client)).count > 1
    let timed = messages.contains { $0.at > 0 }
    let widest = widestPlace
    // What a narrow screen has no room for is left out: the number finds it.
    let ways = [(timed, several, true), (false, several, true), (false, false, true)]
    for (isTimed, hasPublisher, hasWay) in ways + [(false, false, false)] {
      for cells in [32, 20, 12] {
        let columns = Columns(
          isTimed: isTimed, hasPublisher: hasPublisher, hasWay: hasWay, bodyCells: cells)
        let room = room(beside: columns)
        if room >= widest { return table(columns, room: room).lines(style) }
      }
    }
    let columns = Columns(bodyCells: 12)
    let room = room(beside: columns)
    return room >= 28
      ? table(columns, room: room).lines(style)
      : table(Columns(), room: self.room(beside: Columns())).lines(style)
  }

  /// What those columns leave for the state.
  private func room(beside columns: Columns) -> Int {
    style.width - table(columns, room: 0).width
      + StyledLine(renderer.columns(.now).first?.title ?? "").width
  }

  /// The cells that a queue and a state take, with a comma where others follow.
  private var widestPlace: Int {
    messages.reduce(0) { widest, message in
      let comma = message.whereabouts.count > 1 ? 1 : 0
      return message.whereabouts.reduce(widest) { max($0, place($1).width + comma) }
    }
  }

  /// - Parameter room: of the state, which takes as many lines as it needs; none leaves it out.
  private func table(_ columns: Columns, room: Int) -> TextTable {
    var titles = renderer.columns(.message)
    if columns.isTimed { titles += renderer.columns(.time) }
    if columns.hasPublisher { titles += renderer.columns(.publisher) }
    if columns.hasWay { titles += renderer.columns(.exchange, .routingKey) }
    if columns.bodyCells > 0 { titles += renderer.columns(.body) }
    var table = TextTable(titles + renderer.columns(.now))
    for message in messages {
      var row: [StyledLine] = ["#\(message.number)"]
      if columns.isTimed { row.append(renderer.time(message.at)) }
      if columns.hasPublisher { row.append(renderer.client(message.client)) }
      if columns.hasWay { row += way(message) }
      if columns.bodyCells > 0 {
        row.append(body(message, cells: columns.bodyCells))
      }
      for (index, now) in now(message, room: room).enumerated() {
        table.rows.append(index == 0 ? row + [now] : row.map { _ in StyledLine() } + [now])
      }
    }
    return table
  }

  /// Where there is least room, without how long it is in all.
  private func body(_ message: ListedMessage, cells: Int) -> StyledLine {
    let body = renderer.body(message.content?.body ?? [], cells: cells)
    return cells < 16 ? body.shortened(to: cells, renderer.glyphs) : body
  }

  private func way(_ message: ListedMessage) -> [StyledLine] {
    let source =
      message.exchange.isEmpty
      ? StyledLine("(default)", .quiet) : renderer.exchange(message.exchange)
    return [source, renderer.key(message.routingKey)]
  }

  /// Where it is, in lines that fit: queues are cut, what became of it is not.
  private func now(_ message: ListedMessage, room: Int) -> [StyledLine] {
    guard room > 0 else { return [StyledLine()] }
    var lines: [StyledLine] = []
    for (index, whereabouts) in message.whereabouts.enumerated() {
      let state = state(whereabouts)
      let place =
        whereabouts.queue.map { queue in
          let cells = max(2, room - state.width - 2)
          return renderer.queue(queue).shortened(to: cells, renderer.glyphs) + " " + state
        } ?? state
      let isLast = index == message.whereabouts.count - 1
      if let last = lines.last, last.width + 1 + place.width + (isLast ? 0 : 1) <= room {
        lines[lines.count - 1] = last + " " + place
      } else {
        lines.append(place)
      }
      if !isLast { lines[lines.count - 1] += "," }
    }
    return lines.isEmpty ? [StyledLine()] : lines
  }

  private func place(_ whereabouts: ListedMessage.Whereabouts) -> StyledLine {
    whereabouts.queue.map { renderer.queue($0) + " " + state(whereabouts) } ?? state(whereabouts)
  }

  private func state(_ whereabouts: ListedMessage.Whereabouts) -> StyledLine {
    let words =
      StatePhrase(rawValue: whereabouts.state).map { renderer.speaker.say($0) }
      ?? StyledLine(whereabouts.state)
    return whereabouts.queue == nil ? words.inked(.bad) : words
  }
}

extension Renderer {
  /// Every message of the run.
  func messageTable(_ messages: [ListedMessage], elsewhere: ElsewhereMessages?) -> [StyledLine] {
    guard let last = messages.last else {
      guard let elsewhere else {
        return speaker.say(LifePhrase.noMessages, .quiet).wrapped(to: style.width)
      }
      let (head, hints) = sentence(elsewhere)
      return wrapped([head] + hints.map { "  " + $0 })
    }
    let advice = speaker.say(
      TimelinePhrase.numbered,
      ["number": "#\(last.number)", "command": StyledLine("trace \(last.number)")])
    return MessageTable(messages: messages, renderer: self).lines()
      .map { $0.shortened(to: style.width, glyphs) } + advice.inked(.quiet).wrapped(to: style.width)
  }

  /// What was looked for in one virtual host is in others.
  func sentence(_ elsewhere: ElsewhereMessages) -> (StyledLine, [StyledLine]) {
    let place = names(elsewhere.places, .plain)
    let here = key(elsewhere.virtualHost)
    let next = tryNext("use vhost \(VisibleText.name(elsewhere.places.first ?? "/"))")
    guard let name = elsewhere.name else {
      return (
        speaker.say(LifePhrase.noneHere, ["vhost": here]),
        [speaker.say(LifePhrase.othersElsewhere, ["place": place]), next]
      )
    }
    return (
      speaker.say(
        LifePhrase.elsewhere,
        ["vhost": here, "name": StyledLine(VisibleText.name(name)), "place": place]), [next]
    )
  }
}
