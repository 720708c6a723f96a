import AMQPModel
import TokkiBroker

/// The way of a message: the exchanges on the first line, the queues and consumers on the second.
extension Renderer {
  func lines(_ answer: PublishAnswer) -> [StyledLine] {
    var head = right
    if answer.content.body.isEmpty == false, answer.count == 1 {
      head = body(answer.content.body, cells: 32) + " " + right
    } else if answer.count > 1 {
      head =
        speaker.say(MessagePhrase.copies, ["count": "\(answer.count)"]) + " "
        + body(answer.content.body, cells: 24) + " " + right
    }
    guard let route = answer.route else {
      return [head + unknownWay(answer)] + (answer.isHeldBack ? [heldBack()] : [])
    }
    var lines = hops(route, of: answer)
    lines[0] = head + lines[0]
    if answer.isHeldBack {
      let names = names(route.queues, .queue)
      lines.append(
        "  "
          + speaker.say(
            route.queues.isEmpty ? MessagePhrase.heldBackForNone : .heldBack,
            ["command": command("tx commit"), "queues": names]))
    } else if answer.isUnroutable {
      let phrase: MessagePhrase =
        answer.method.mandatory ? .unroutableReturned : .unroutableLost
      lines.append(bad + speaker.say(phrase, .bad) + guess(answer) + " " + tryExplain)
    } else {
      lines.append("  " + right + stops(answer))
    }
    return lines
  }

  private func heldBack() -> StyledLine {
    "  "
      + speaker.say(BrokerPhrase.heldBack, ["command": command("tx commit")])
  }

  private func guess(_ answer: PublishAnswer) -> StyledLine {
    didYouMean(answer.nearest).map { " " + $0 } ?? StyledLine()
  }

  private var tryExplain: StyledLine {
    speaker.say(MessagePhrase.tryExplain, ["command": command("explain")])
  }

  private func unknownWay(_ answer: PublishAnswer) -> StyledLine {
    let key = speaker.say(MessagePhrase.key, ["key": self.key(answer.method.routingKey)])
    return line(exchange(answer.method.exchange), [key])
  }

  /// A line for each exchange on the way; never none.
  private func hops(_ route: Route, of answer: PublishAnswer) -> [StyledLine] {
    guard let first = route.hops.first else { return [exchange(answer.method.exchange)] }
    return [hop(first, isDirectReply: answer.isDirectReply)]
      + route.hops.dropFirst().map { "  " + right + hop($0, isDirectReply: false) }
  }

  private func hop(_ hop: Route.Hop, isDirectReply: Bool) -> StyledLine {
    if hop.exchange.isEmpty { return defaultHop(hop, isDirectReply: isDirectReply) }
    let names: KeyValuePairs<String, StyledLine> = [
      "exchange": exchange(hop.exchange), "type": StyledLine(hop.type),
    ]
    let place = speaker.say(
      hop.isAlternate ? MessagePhrase.alternateExchange : MessagePhrase.exchange, names)
    var details: [StyledLine] = []
    if hop.from == nil, hop.type != "fanout", hop.type != "headers" {
      details.append(speaker.say(MessagePhrase.key, ["key": key(hop.routingKey)]))
    }
    let matched = hop.attempts.filter(\.matched).count
    details.append(
      hop.attempts.isEmpty
        ? speaker.say(MessagePhrase.noBindings)
        : speaker.say(
          MessagePhrase.bindingsMatch,
          ["matched": "\(matched)", "all": "\(hop.attempts.count)"]))
    return line(place, details)
  }

  private func defaultHop(_ hop: Route.Hop, isDirectReply: Bool) -> StyledLine {
    if isDirectReply {
      return line(exchange(""), [speaker.say(MessagePhrase.keyNamesCaller)])
    }
    let isQueue = hop.attempts.contains(where: \.matched)
    let phrase: MessagePhrase = isQueue ? .keyNamesQueue : .keyNamesNoQueue
    return line(exchange(""), [speaker.say(phrase, ["key": key(hop.routingKey)])])
  }

  private func stops(_ answer: PublishAnswer) -> StyledLine {
    let told = answer.stops.map(\.queue)
    let untold = (answer.route?.queues ?? []).filter { !told.contains($0) }
    return (answer.stops.map(stop) + untold.map { queue($0) }).joined(separator: ", ")
  }

  private func stop(_ stop: PublishAnswer.Stop) -> StyledLine {
    var details: [StyledLine] = []
    if stop.isRefused {
      details.append(speaker.say(MessagePhrase.queueRefused, .bad))
    } else {
      if !stop.consumers.isEmpty {
        details.append(
          speaker.say(
            MessagePhrase.toConsumers, ["clients": names(stop.consumers, .client)]))
      }
      if let ready = stop.readyCount, ready > 0 || stop.consumers.isEmpty {
        details.append(speaker.say(MessagePhrase.ready, ["count": "\(ready)"]))
      }
    }
    guard !details.isEmpty else { return queue(stop.queue) }
    return queue(stop.queue) + " (" + details.joined(separator: ", ") + ")"
  }
}
