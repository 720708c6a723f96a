import AMQPModel
import TokkiBroker

/// Why a message went where it went: each binding tried, matched or not, and the reason.
extension Renderer {
  func lines(_ explanation: Explanation) -> [StyledLine] {
    var lines: [StyledLine] = []
    for hop in explanation.route.hops {
      lines.append(heading(hop))
      if hop.attempts.isEmpty {
        let phrase: ExplainPhrase = hop.exchange.isEmpty ? .noSuchQueue : .noBindings
        lines.append("  " + bad + speaker.say(phrase))
      }
      let ways = hop.attempts.map { attempt($0.binding, in: hop) }
      let widest = min(ways.reduce(0) { max($0, $1.width) }, style.width / 2)
      for (tried, way) in zip(hop.attempts, ways) {
        let sign = tried.matched ? good : StyledLine(glyphs.bad, .quiet) + " "
        lines.append("  " + sign + way.padded(to: widest) + "  " + reason(tried, in: hop))
      }
    }
    lines.append(
      explanation.route.queues.isEmpty
        ? bad + speaker.say(ExplainPhrase.nowhere, .bad)
        : right
          + speaker.say(
            ExplainPhrase.result, ["queues": names(explanation.route.queues, .queue)]))
    return lines
  }

  private func heading(_ hop: Route.Hop) -> StyledLine {
    if hop.exchange.isEmpty {
      return speaker.say(ExplainPhrase.hopDefault, ["key": key(hop.routingKey)])
    }
    let phrase: ExplainPhrase =
      hop.from == nil ? .hop : hop.isAlternate ? .hopAlternate : .hopFrom
    return speaker.say(
      phrase,
      [
        "exchange": exchange(hop.exchange), "type": StyledLine(hop.type),
        "key": key(hop.routingKey), "from": exchange(hop.from ?? ""),
      ])
  }

  private func attempt(_ binding: BindingSnapshot, in hop: Route.Hop) -> StyledLine {
    let destination: StyledLine
    switch binding.destination {
    case .queue(let name): destination = queue(name)
    case .exchange(let name): destination = exchange(name)
    }
    let arrow = " " + StyledLine(glyphs.right) + " "
    let label =
      hop.type == "headers" && !binding.arguments.isEmpty
      ? arguments(binding.arguments, without: ["x-match"]).joined(separator: " ")
      : key(binding.key)
    return label + arrow + destination
  }

  private func reason(_ attempt: Route.Attempt, in hop: Route.Hop) -> StyledLine {
    let words: StyledLine
    switch attempt.reason {
    case .fanout: words = speaker.say(ExplainPhrase.fanout)
    case .keysEqual:
      words = speaker.say(
        hop.exchange.isEmpty ? ExplainPhrase.isQueueName : ExplainPhrase.keysEqual)
    case .keysDiffer:
      words =
        hop.exchange.isEmpty
        ? speaker.say(ExplainPhrase.noSuchQueue)
        : speaker.say(ExplainPhrase.keysDiffer, ["key": key(hop.routingKey)])
    case .topicMatched(let captures): words = topic(captures)
    case .topicMismatch(_, let pattern, let word): words = mismatch(pattern, word)
    case .headers(let comparison): words = headers(comparison)
    case .alreadyVisited: words = speaker.say(ExplainPhrase.alreadyVisited)
    }
    return words.inked(.quiet)
  }

  /// What each wildcard took; the plain words speak for themselves.
  private func topic(_ captures: [TopicCapture]) -> StyledLine {
    let wild = captures.filter { $0.pattern == "*" || $0.pattern == "#" }
    guard !wild.isEmpty else { return speaker.say(ExplainPhrase.keysEqual) }
    return wild.map { capture in
      let pattern = StyledLine(capture.pattern)
      guard !capture.words.isEmpty else {
        return speaker.say(ExplainPhrase.tookNothing, ["pattern": pattern])
      }
      let words = key(capture.words.joined(separator: "."))
      return speaker.say(ExplainPhrase.tookWords, ["pattern": pattern, "words": words])
    }.joined(separator: ", ")
  }

  private func mismatch(_ pattern: String?, _ word: String?) -> StyledLine {
    switch (pattern, word) {
    case (let pattern?, let word?):
      speaker.say(ExplainPhrase.wordDiffers, ["word": key(word), "pattern": key(pattern)])
    case (let pattern?, nil):
      speaker.say(ExplainPhrase.keyEnded, ["pattern": key(pattern)])
    case (nil, let word?):
      speaker.say(ExplainPhrase.patternEnded, ["word": key(word)])
    case (nil, nil):
      speaker.say(ExplainPhrase.keysDiffer, ["key": key("")])
    }
  }

  private func headers(_ comparison: HeadersComparison) -> StyledLine {
    let pairs = comparison.pairs.map { pair -> StyledLine in
      let name = key(pair.name)
      let wanted = StyledLine(FieldText.of(pair.wanted))
      if pair.matched {
        return speaker.say(ExplainPhrase.headerEqual, ["name": name, "value": wanted])
      }
      guard let found = pair.found else {
        return speaker.say(ExplainPhrase.headerMissing, ["name": name])
      }
      return speaker.say(
        ExplainPhrase.headerDiffers,
        ["name": name, "found": StyledLine(FieldText.of(found)), "value": wanted])
    }
    let facts =
      pairs.isEmpty
      ? speaker.say(ExplainPhrase.noPairs) : pairs.joined(separator: ", ")
    return StyledLine("\(comparison.mode): ") + facts
  }
}
