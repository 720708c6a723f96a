import AMQPModel
import TokkiClient

/// What clients learned or did, a line each.
extension Renderer {
  /// - Parameter isReal: on a real broker there is no clock to be read: how long work takes is
  ///   told, not until when.
  func lines(_ happening: Happening, isReal: Bool = false) -> [StyledLine] {
    let indent: StyledLine = happening.isTimed ? moment(happening.report.at) : "  "
    return sentence(happening, isReal: isReal).map { [indent + $0] } ?? []
  }

  private func sentence(_ happening: Happening, isReal: Bool) -> StyledLine? {
    let who = client(happening.report.client.text)
    switch happening.report.fact {
    case .delivered(let delivery): return delivered(delivery, happening, who, isReal: isReal)
    case .returned(let message): return returned(message, who)
    case .confirmed: return ToldConfirms(happening).map { sentence($0, who) }
    case .workStarted(let delivery, let until):
      let started = speaker.say(
        MessagePhrase.workStarted, ["body": body(delivery.content.body)])
      return line(who + " " + started, [busy(until, since: happening.report.at, isReal: isReal)])
    case .workFinished(let delivery):
      let done = speaker.say(MessagePhrase.workDone, ["body": body(delivery.content.body)])
      let ack = happening.acknowledged.map { StyledLine("ack ") + "\($0)" }
      return line(who + " " + good + done, ack.map { [$0] } ?? [])
    case .workFailed(let delivery, let failure):
      let phrase: MessagePhrase = failure == .noNumber ? .noNumber : .noReplyTo
      let failed = speaker.say(
        MessagePhrase.workFailed,
        ["body": body(delivery.content.body), "reason": speaker.say(phrase)])
      return line(who + " " + bad + failed, [StyledLine("reject \(delivery.deliveryTag)")])
    case .sent(.basicPublish(let method), let content):
      let head = published(method, content ?? Content(), who)
      guard happening.isUnroutable else { return head }
      return head + "  " + bad + speaker.say(MessagePhrase.unroutableLost, .bad)
    case .consumerCancelled(let tag):
      return warning
        + speaker.say(ConsumerPhrase.consumerCancelled, ["client": who, "tag": key(tag)])
    case .flow(let active):
      return speaker.say(active ? ChannelPhrase.flowOn : .flowOff, ["client": who])
    case .blocked(let reason):
      return warning
        + speaker.say(
          ConnectionPhrase.blocked, ["client": who, "reason": StyledLine(reason)])
    case .unblocked: return speaker.say(ConnectionPhrase.unblocked, ["client": who])
    case .channelClosed(let code, let text, _), .connectionClosed(let code, let text, _):
      let whole = StyledLine("\(code) \(text)")
      return warning
        + speaker.say(ConnectionPhrase.closedByBroker, ["client": who, "text": whole])
    case .connectionLost(.killed):
      return warning + speaker.say(ConnectionPhrase.lostKilled, ["client": who])
    case .connectionLost(.network(let reason)):
      return warning
        + speaker.say(
          ConnectionPhrase.lostNetwork, ["client": who, "reason": StyledLine(reason)])
    case .unconfirmedLost, .recovering, .recovered, .recoveryAbandoned, .queueRenamed,
      .notRestored:
      return recovery(happening.report.fact, who)
    case .connected, .disconnected, .sent, .replied: return nil
    }
  }

  func lines(_ confirms: ToldConfirms) -> [StyledLine] {
    let first = confirms.first
    let indent: StyledLine = first.isTimed ? moment(first.report.at) : "  "
    return [indent + sentence(confirms, client(first.report.client.text))]
  }

  /// So many ranges are told, of those that lie apart.
  private static let mostRanges = 8

  private func sentence(_ confirms: ToldConfirms, _ who: StyledLine) -> StyledLine {
    let sign = confirms.isAck ? good : bad
    let ranges = confirms.ranges
    if ranges.count == 1, let only = ranges.first, only.count == 1, confirms.upTo == nil {
      return sign
        + speaker.say(
          confirms.isAck ? ChannelPhrase.confirmed : .refused,
          ["client": who, "tag": "\(only.lowerBound)"])
    }
    var list = confirms.upTo.map { [speaker.say(ChannelPhrase.upTo, ["tag": "\($0)"])] } ?? []
    list += ranges.prefix(Self.mostRanges).map { range in
      range.lowerBound == range.upperBound
        ? "\(range.lowerBound)"
        : speaker.say(
          ChannelPhrase.range, ["first": "\(range.lowerBound)", "last": "\(range.upperBound)"])
    }
    let rest = ranges.dropFirst(Self.mostRanges).reduce(0) { $0 + $1.count }
    if rest > 0 { list.append(speaker.say(ChannelPhrase.andMore, ["count": "\(rest)"])) }
    return sign
      + speaker.say(
        confirms.isAck ? ChannelPhrase.severalConfirmed : .severalRefused,
        ["client": who, "tags": list.joined(separator: ", ")])
  }

  private func delivered(
    _ delivery: Delivery, _ happening: Happening, _ who: StyledLine, isReal: Bool
  ) -> StyledLine {
    var head = who + " " + StyledLine(glyphs.left) + " "
    if let name = happening.queue { head += queue(name) + " " }
    head += body(delivery.content.body)
    var details: [StyledLine] = []
    if !delivery.exchange.isEmpty, !delivery.routingKey.isEmpty {
      details.append(speaker.say(MessagePhrase.key, ["key": key(delivery.routingKey)]))
    }
    if let id = delivery.content.properties.correlationID {
      details.append("correlation-id " + key(id))
    }
    if happening.needsAck {
      details.append(speaker.say(MessagePhrase.tag, ["tag": "\(delivery.deliveryTag)"]))
    }
    if delivery.redelivered {
      details.append(speaker.say(MessagePhrase.redelivered, .warning))
    }
    if let until = happening.workUntil, until > happening.report.at {
      details.append(busy(until, since: happening.report.at, isReal: isReal))
    }
    return line(head, details)
  }

  private func busy(_ until: Int64, since start: Int64, isReal: Bool) -> StyledLine {
    isReal
      ? speaker.say(BrokerPhrase.busyFor, ["time": time(until - start)])
      : speaker.say(MessagePhrase.busyUntil, ["time": time(until)])
  }

  private func returned(_ message: ReturnedMessage, _ who: StyledLine) -> StyledLine {
    let notice = speaker.say(
      MessagePhrase.returned,
      ["code": "\(message.replyCode)", "text": StyledLine(message.replyText)])
    let head =
      who + " " + StyledLine(glyphs.left) + " " + notice.inked(.bad) + " "
      + body(message.content.body)
    return line(
      head,
      [
        exchange(message.exchange),
        speaker.say(MessagePhrase.key, ["key": key(message.routingKey)]),
      ])
  }

  /// What a worker published: the answer of an RPC server.
  private func published(
    _ method: BasicPublish, _ content: Content, _ who: StyledLine
  ) -> StyledLine {
    let address = StyledLine(VisibleText.shortened(VisibleText.name(method.routingKey), cells: 32))
    var details = [speaker.say(MessagePhrase.key, ["key": address])]
    if let id = content.properties.correlationID {
      details.append("correlation-id " + key(id))
    }
    let head = who + " " + right + exchange(method.exchange) + " " + body(content.body)
    return line(head, details)
  }
}
