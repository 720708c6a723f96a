import TokkiBroker
import TokkiClient

/// Answers about time, failure and going back, and what the broker did meanwhile.
extension Renderer {
  func timeLines(_ answer: Answer) -> [StyledLine] {
    switch answer {
    case .killed(let name, let lostCount): [killed(name, lostCount)]
    case .advanced(let by, let to, _):
      [speaker.say(TimePhrase.advanced, ["time": time(by), "now": time(to)])]
    case .restarted: [speaker.say(TimePhrase.restarted)]
    case .undone(let labels):
      labels.map { speaker.say(TimePhrase.undone, ["line": command($0)]) }
    case .redone(let labels):
      labels.map { speaker.say(TimePhrase.redone, ["line": command($0)]) }
    case .checkpointSet(let name):
      [
        speaker.say(
          TimePhrase.checkpointSet,
          ["name": key(name), "command": command("goto \(VisibleText.name(name))")])
      ]
    case .wentTo(let name): [speaker.say(TimePhrase.wentTo, ["name": key(name)])]
    case .reset: [speaker.say(TimePhrase.reset)]
    case .languageSet: [speaker.say(TimePhrase.languageSet)]
    case .queueDeclared, .exchangeDeclared, .queueDeleted, .exchangeDeleted, .bound, .unbound,
      .purged, .confirmSelected, .transactionSelected, .committed, .rolledBack, .flow,
      .consuming, .cancelled, .got, .nothingToGet, .settled, .recovered, .prefetch,
      .connectionOpened, .connectionClosed, .forcedToClose, .channelOpened, .channelClosed,
      .virtualHostAdded, .virtualHostDeleted, .virtualHostUsed, .operated, .brokerConnected,
      .brokerLeft, .interrupted, .left:
      []
    }
  }

  private func killed(_ name: ClientName, _ lostCount: Int) -> StyledLine {
    let killed = speaker.say(TimePhrase.killed, ["client": client(name.text)])
    let lost = speaker.say(TimePhrase.lostWithIt, ["count": "\(lostCount)"]).inked(.bad)
    return line(killed, lostCount == 0 ? [] : [lost])
  }

  func interrupted(_ interruption: Interruption) -> StyledLine {
    switch interruption.work {
    case .published(let count, let all):
      speaker.say(TimePhrase.interruptedPublish, ["count": "\(count)", "all": "\(all)"])
    case .passed(let passed, let all):
      speaker.say(TimePhrase.interruptedTime, ["time": time(passed), "rest": time(all - passed)])
    }
  }

  func time(_ milliseconds: Int64) -> StyledLine {
    StyledLine(DurationText.of(milliseconds: milliseconds))
  }

  /// The moment before what happened, in a column of its own.
  func moment(_ milliseconds: Int64) -> StyledLine {
    StyledLine(time(milliseconds).text, .quiet).rightAligned(to: 7) + "  "
  }

  // MARK: Movements

  func line(_ movement: Movement, isTimed: Bool) -> StyledLine {
    let indent: StyledLine = isTimed ? moment(movement.at) : "  "
    return indent + sentence(movement)
  }

  private func sentence(_ movement: Movement) -> StyledLine {
    let place = queue(movement.queue)
    let what: StyledLine
    if movement.count == 1, let only = movement.bodies.first {
      what = body(only)
    } else if movement.count == 1 {
      what = speaker.say(TimePhrase.message)
    } else {
      what = speaker.say(TimePhrase.messages, ["count": "\(movement.count)"])
    }
    switch movement.kind {
    case .enqueued:
      return right + speaker.say(TimePhrase.enqueued, ["queue": place, "what": what])
    case .requeued:
      return right + speaker.say(TimePhrase.requeued, ["queue": place, "what": what])
    case .refused:
      return bad + speaker.say(TimePhrase.refused, ["queue": place, "what": what])
    case .dropped(let reason):
      return bad
        + speaker.say(
          TimePhrase.dropped, ["queue": place, "what": what, "reason": speaker.say(reason.phrase)])
    case .deadLettered(let reason, let exchange, let routingKey, let queues):
      let head = speaker.say(
        TimePhrase.deadLettered,
        ["queue": place, "what": what, "reason": speaker.say(reason.phrase)])
      let arrow = " " + StyledLine(glyphs.right) + " "
      let target =
        queues.isEmpty
        ? speaker.say(TimePhrase.deadLetterLost, .bad) : names(queues, .queue)
      let way = head + arrow + self.exchange(exchange)
      return right + line(way, [speaker.say(MessagePhrase.key, ["key": key(routingKey)])])
        + arrow + target
    case .deadLetterKept(let reason):
      return warning
        + speaker.say(
          TimePhrase.deadLetterKept,
          ["queue": place, "what": what, "reason": speaker.say(reason.phrase)])
    case .cycleDropped:
      return bad + speaker.say(TimePhrase.cycleDropped, ["queue": place, "what": what])
    case .queueDeleted(let reason):
      let why = DeletionPhrase(rawValue: reason).map { speaker.say($0) } ?? StyledLine(reason)
      return warning + speaker.say(TimePhrase.queueDeleted, ["queue": place, "reason": why])
    }
  }
}

extension RemovalReason {
  var phrase: TimePhrase {
    switch self {
    case .expired: .expired
    case .rejected: .rejected
    case .maxlen: .maxlen
    case .deliveryLimit: .deliveryLimit
    case .purged: .purged
    case .queueDeleted: .gone
    case .brokerRestarted: .brokerRestarted
    }
  }
}
