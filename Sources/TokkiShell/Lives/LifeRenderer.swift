import AMQPModel
import TokkiBroker

/// A message's life as a tree.
///
/// ```
/// message #3 "resize photo..."
/// 0s    you → images (topic) · key photo.new · bindings matched: 1 of 2
/// └─ photo.* ─▶ resize
///    0s    enqueued
///    0s    → delivered to w1 · tag 1
///    3s    ✓ acked by w1
/// ```
extension Renderer {
  func lines(_ life: MessageLife) -> [StyledLine] {
    var details: [StyledLine] = []
    if let content = life.content {
      var properties = content.properties
      if properties.isPersistent {
        details.append(StyledLine("persistent", .quiet))
        properties.deliveryMode = nil
      }
      let text = MethodText.of(Content(properties: properties, body: []))
      let words = text.split(separator: " ").filter { $0 != "\"\"" }.joined(separator: " ")
      if !words.isEmpty { details.append(StyledLine(words, .quiet)) }
    }
    if life.mandatory { details.append("mandatory") }
    let name = speaker.say(LifePhrase.message, ["number": "#\(life.number)"]).inked(.heading)
    let head = life.content.map { name + " " + body($0.body) } ?? name
    var tree = LifeTree(life: life, renderer: self)
    tree.add(line(head, details), prefix: "")
    tree.add(life.routing, prefix: "", publisher: life.client)
    tree.addAnswers()
    return tree.lines
  }
}

private struct LifeTree {
  let life: MessageLife
  let renderer: Renderer
  private(set) var lines: [StyledLine] = []

  init(life: MessageLife, renderer: Renderer) {
    self.life = life
    self.renderer = renderer
  }

  private var speaker: Speaker { renderer.speaker }
  private var glyphs: Glyphs { renderer.glyphs }
  private var width: Int { renderer.style.width }

  mutating func add(_ text: StyledLine, prefix: StyledLine, hanging: StyledLine? = nil) {
    let room = max(16, width - prefix.width)
    for (index, part) in text.wrapped(to: room).enumerated() {
      let start = index == 0 ? prefix : hanging ?? prefix
      lines.append((start + part).shortened(to: width, glyphs))
    }
  }

  private func moment(_ at: Int64) -> StyledLine {
    StyledLine(DurationText.of(milliseconds: at), .quiet).padded(to: 6)
  }

  // MARK: Ways

  mutating func add(_ routing: MessageLife.Routing, prefix: StyledLine, publisher: String?) {
    add(moment(routing.at) + way(routing, publisher: publisher), prefix: prefix)
    let branches =
      routing.visits.map { (queue: $0.queue, visit: Optional($0)) }
      + routing.refusals.map { (queue: $0, visit: nil) }
    for (index, branch) in branches.enumerated() {
      let isLast = index == branches.count - 1
      // A long chain of dead letters goes down rather than to the right.
      let isFlat = branches.count == 1 && prefix.width > width / 3
      let corner = StyledLine(
        (isFlat ? glyphs.rule : isLast ? glyphs.corner : glyphs.branch) + glyphs.rule, .quiet)
      let bar: StyledLine = isFlat ? "" : isLast ? "   " : StyledLine(glyphs.pipe, .quiet) + "  "
      add(
        path(to: branch.queue, routing) + renderer.queue(branch.queue), prefix: prefix + corner,
        hanging: prefix + bar)
      guard let visit = branch.visit else {
        add(mark(glyphs.bad, .bad) + speaker.say(LifePhrase.refused), prefix: prefix + bar)
        continue
      }
      add(visit, prefix: prefix + bar)
    }
    if branches.isEmpty { addEnd(of: routing, prefix: prefix, isPublish: publisher != nil) }
  }

  private mutating func addEnd(
    of routing: MessageLife.Routing, prefix: StyledLine, isPublish: Bool
  ) {
    let corner = StyledLine(glyphs.corner + glyphs.rule + " ", .quiet)
    if isPublish, routing.isHeldBack {
      add(speaker.say(LifePhrase.heldBack), prefix: prefix + corner)
    } else if !isPublish || life.returned == nil {
      add(
        mark(glyphs.bad, .bad) + speaker.say(LifePhrase.unroutable, .bad), prefix: prefix + corner)
    }
  }

  private func way(_ routing: MessageLife.Routing, publisher: String?) -> StyledLine {
    var head = publisher.map { renderer.client($0) + " " } ?? StyledLine()
    head += renderer.right + renderer.exchange(routing.exchange)
    if let type = routing.route?.hops.first?.type, !routing.exchange.isEmpty {
      head += StyledLine(" (\(type))", .quiet)
    }
    var details: [StyledLine] = []
    if !routing.routingKey.isEmpty {
      details.append(
        speaker.say(LifePhrase.key, ["key": renderer.key(routing.routingKey)]))
    }
    let attempts = routing.exchange.isEmpty ? [] : routing.route?.hops.first?.attempts ?? []
    if !attempts.isEmpty {
      details.append(
        speaker.say(
          LifePhrase.matched,
          ["matched": "\(attempts.count(where: \.matched))", "tried": "\(attempts.count)"]))
    }
    return renderer.line(head, details)
  }

  /// The bindings that led to the queue, from the first exchange on: ` photo.* ─▶ `.
  private func path(to queue: String, _ routing: MessageLife.Routing) -> StyledLine {
    let arrow = StyledLine(glyphs.rule + glyphs.head, .quiet) + " "
    guard let hops = routing.route?.hops, !hops.isEmpty else { return arrow }
    var steps: [StyledLine] = []
    var wanted = BindingSnapshot.Destination.queue(queue)
    // Each exchange is passed once, so that the way back ends.
    for _ in hops.indices {
      let found = hops.lazy.compactMap { hop in
        hop.attempts.first { $0.matched && $0.binding.destination == wanted }
          .map { (hop: hop, binding: $0.binding) }
      }.first
      guard let found else { break }
      steps.insert(key(of: found.binding, found.hop) + arrow, at: 0)
      guard found.hop.exchange != routing.exchange else { break }
      steps.insert(name(of: found.hop), at: 0)
      if found.hop.isAlternate { break }
      wanted = .exchange(found.hop.exchange)
    }
    return steps.isEmpty ? arrow : steps.reduce(StyledLine(), +)
  }

  private func name(of hop: Route.Hop) -> StyledLine {
    let name = renderer.exchange(hop.exchange) + " " + StyledLine(glyphs.rule, .quiet)
    guard hop.isAlternate else { return name }
    return " " + speaker.say(LifePhrase.alternate, .quiet) + " "
      + StyledLine(glyphs.rule + glyphs.head, .quiet) + " " + name
  }

  private func key(of binding: BindingSnapshot, _ hop: Route.Hop) -> StyledLine {
    var parts: [StyledLine] = []
    if !hop.exchange.isEmpty, !binding.key.isEmpty { parts.append(renderer.key(binding.key)) }
    if !binding.arguments.isEmpty { parts.append(StyledLine(FieldText.of(binding.arguments))) }
    return parts.isEmpty ? "" : " " + parts.joined(separator: " ") + " "
  }

  // MARK: Stays

  private mutating func add(_ visit: MessageLife.Visit, prefix: StyledLine) {
    for step in visit.steps { add(moment(step.at) + text(step.kind), prefix: prefix) }
    if let place = visit.place {
      let now = speaker.say(LifePhrase.now, .quiet).padded(to: 6)
      add(now + text(place), prefix: prefix)
    }
    for onward in visit.onward { add(onward, prefix: prefix, publisher: nil) }
  }

  private func mark(_ sign: String, _ ink: Ink) -> StyledLine { StyledLine(sign, ink) + " " }

  private func text(_ kind: MessageLife.Kind) -> StyledLine {
    let say = { (phrase: LifePhrase, client: String) in
      speaker.say(phrase, ["client": renderer.client(client)])
    }
    let signs = renderer.style.isUnicode ? ChartSigns.unicode : .ascii
    switch kind {
    case .enqueued: return speaker.say(LifePhrase.enqueued)
    case .delivered(let client, let tag, let redelivered, let isGet):
      var details = [speaker.say(LifePhrase.tag, ["tag": "\(tag)"])]
      if redelivered { details.append(speaker.say(LifePhrase.redelivered, .warning)) }
      return renderer.line(renderer.right + say(isGet ? .got : .delivered, client), details)
    case .workBegun(let client): return say(.workBegun, client)
    case .acknowledged(let client): return renderer.good + say(.acked, client)
    case .automatic: return renderer.good + speaker.say(LifePhrase.automatic)
    case .requeued(let client, let ending):
      let (sign, ink) = signs.end(ending == .killed ? .killed : .requeued)
      let phrase: LifePhrase =
        ending == .killed ? .died : ending == .closed ? .closed : .givenBack
      return mark(sign, ink) + say(phrase, client ?? "")
    case .rejected(let client): return renderer.bad + say(.rejected, client)
    case .lost(let client): return mark(signs.died, .bad) + say(.lost, client)
    case .removed(.queueDeleted): return renderer.bad + speaker.say(LifePhrase.queueDeleted)
    case .removed(.brokerRestarted): return renderer.bad + speaker.say(LifePhrase.restarted)
    case .removed(let reason):
      return renderer.bad
        + speaker.say(LifePhrase.gone, ["reason": speaker.say(reason.phrase)])
    case .deadLettered(.rejected):
      // The reject itself stands before it.
      return mark(signs.deadLettered, .warning) + speaker.say(LifePhrase.deadNow)
    case .deadLettered(let reason):
      return mark(signs.deadLettered, .warning)
        + speaker.say(LifePhrase.dead, ["reason": speaker.say(reason.phrase)])
    case .deadLetterKept(let reason):
      return renderer.warning
        + speaker.say(LifePhrase.kept, ["reason": speaker.say(reason.phrase)])
    case .cycleDropped: return renderer.bad + speaker.say(LifePhrase.cycle)
    }
  }

  private func text(_ place: MessageLife.Place) -> StyledLine {
    switch place {
    case .ready(let position, let count):
      speaker.say(LifePhrase.ready, ["position": "\(position)", "count": "\(count)"])
    case .unacked(let client):
      speaker.say(LifePhrase.unacked, ["client": renderer.client(client)])
    case .kept: speaker.say(LifePhrase.keptNow)
    }
  }

  // MARK: What the publisher heard

  mutating func addAnswers() {
    if life.omittedCount > 0 {
      add(
        speaker.say(LifePhrase.omitted, ["count": "\(life.omittedCount)"]).inked(.quiet), prefix: ""
      )
      for place in life.places {
        let now = speaker.say(LifePhrase.now, .quiet).padded(to: 6)
        add(now + renderer.queue(place.queue) + "  " + text(place.place), prefix: "")
      }
    }
    let client = renderer.client(life.client)
    if let returned = life.returned {
      let code = StyledLine("\(returned.code) \(returned.name)")
      let text = speaker.say(LifePhrase.returned, ["client": client, "code": code])
      add(moment(returned.at) + renderer.bad + text, prefix: "")
    }
    if let confirmed = life.confirmed {
      let phrase: LifePhrase = confirmed.isAck ? .confirmed : .refusedConfirm
      let sign = confirmed.isAck ? renderer.good : renderer.bad
      add(moment(confirmed.at) + sign + speaker.say(phrase, ["client": client]), prefix: "")
    }
  }
}

extension Renderer {
  /// Messages by number and body, for refusals.
  func names(_ messages: [NamedMessage]) -> StyledLine {
    messages.prefix(6).map { message in
      "#\(message.number)" + (message.body.map { " " + body($0, cells: 20) } ?? "")
    }.joined(separator: ", ")
  }
}
