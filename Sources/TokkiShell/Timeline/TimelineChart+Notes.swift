import TokkiBroker

/// What a chart's signs tell, in words.
extension TimelineChart {
  private static let mostNotes = 10

  private struct Note {
    var at: Int64
    var sign: StyledLine
    var text: StyledLine
  }

  /// What did not end with an ack, one by one.
  func notes() -> [StyledLine] {
    var notes: [Note] = []
    for queue in timeline.queues {
      notes += queue.leavings.map { note($0, queue.name) }
      for worker in queue.workers { notes += worker.deliveries.compactMap { note($0) } }
    }
    let shown = notes.filter { (timeline.from...timeline.to).contains($0.at) }
      .sorted { $0.at < $1.at }
    var lines = shown.prefix(Self.mostNotes).map { note in
      renderer.moment(note.at) + note.sign + " " + note.text
    }
    if shown.count > Self.mostNotes {
      let rest = speaker.say(
        TimelinePhrase.moreNotes, ["count": "\(shown.count - Self.mostNotes)"])
      lines.append(StyledLine().padded(to: 9) + rest.inked(.quiet))
    }
    return lines
  }

  private func name(_ message: UInt64?, _ body: [UInt8]?) -> StyledLine {
    let text = body.map { renderer.body($0, cells: 24) }
    guard let message else { return text ?? speaker.say(TimePhrase.message) }
    return "#\(message)" + (text.map { " " + $0 } ?? "")
  }

  private func note(_ leaving: WorkTimeline.Leaving, _ queue: String) -> Note {
    let reason = RemovalReason(rawValue: leaving.reason).map { speaker.say($0.phrase) }
    let sign = leaving.isDeadLettered ? signs.deadLettered : signs.rejected
    return Note(
      at: leaving.at, sign: StyledLine(sign, leaving.isDeadLettered ? .warning : .bad),
      text: speaker.say(
        leaving.isDeadLettered ? TimelinePhrase.leftDeadNote : .leftNote,
        [
          "message": name(leaving.message, leaving.body), "queue": renderer.queue(queue),
          "reason": reason ?? StyledLine(leaving.reason),
        ]))
  }

  private func note(_ delivery: HandledDelivery) -> Note? {
    guard let ending = delivery.ending, let at = delivery.endedAt else { return nil }
    let phrase: TimelinePhrase
    switch ending {
    case .acknowledged, .automatic: return nil
    case .requeued: phrase = .requeuedNote
    case .rejected: phrase = delivery.isBeyondLimit ? .limitNote : .rejectedNote
    case .deadLettered: phrase = delivery.isBeyondLimit ? .limitDeadNote : .deadNote
    case .killed: phrase = .killedNote
    case .closed: phrase = .closedNote
    case .lost: phrase = .lostNote
    case .queueGone: phrase = .goneNote
    }
    let (sign, ink) = signs.end(ending)
    return Note(
      at: at, sign: StyledLine(sign, ink),
      text: speaker.say(
        phrase,
        [
          "client": renderer.client(delivery.client), "queue": renderer.queue(delivery.queue),
          "message": name(delivery.message, delivery.body),
        ]))
  }

  // MARK: Summary

  /// How long each worker was busy, and what the signs mean that are in the chart.
  func summary(hasCrowds: Bool) -> [StyledLine] {
    let workers = timeline.queues.flatMap(\.workers).filter(\.isWorker)
    var lines: [StyledLine] = []
    if timeline.to > timeline.from, !workers.isEmpty {
      let list = workers.map(busy).joined(separator: StyledLine(", "))
      lines.append(speaker.say(TimelinePhrase.busy, ["list": list]))
    }
    return lines + [legend(hasCrowds: hasCrowds)].filter { !$0.isEmpty }
  }

  private func busy(_ worker: WorkTimeline.Worker) -> StyledLine {
    var busy: Int64 = 0
    for delivery in worker.deliveries {
      guard let from = delivery.workedFrom else { continue }
      let (start, end) = (max(from, timeline.from), min(delivery.workedTo ?? .max, timeline.to))
      guard end > start else { continue }
      let (sum, overflow) = busy.addingReportingOverflow(end - start)
      busy = overflow ? .max : sum
    }
    let done = worker.deliveries.count { delivery in
      guard let end = delivery.endedAt else { return false }
      return [.acknowledged, .automatic].contains(delivery.ending) && end <= timeline.to
        && (end > timeline.from || delivery.deliveredAt == end)
    }
    return speaker.say(
      TimelinePhrase.busyOne,
      [
        "client": renderer.client(worker.client), "time": renderer.time(busy),
        "whole": renderer.time(timeline.to - timeline.from), "count": "\(done)",
      ])
  }

  private func legend(hasCrowds: Bool) -> StyledLine {
    let deliveries = timeline.queues.flatMap(\.workers).flatMap(\.deliveries)
    let endings = Set(deliveries.map { $0.ending })
    let leavings = timeline.queues.flatMap(\.leavings)
    var parts: [StyledLine] = []
    func add(_ sign: String, _ phrase: TimelinePhrase, if isShown: Bool) {
      if isShown { parts.append("\(sign) " + speaker.say(phrase)) }
    }
    add(
      signs.acknowledged, .acked,
      if: endings.contains(.acknowledged) || endings.contains(.automatic))
    add(signs.goesOn, .inHand, if: endings.contains(nil))
    add(signs.requeued, .backInQueue, if: endings.contains(.requeued) || endings.contains(.closed))
    add(
      signs.deadLettered, .dead,
      if: endings.contains(.deadLettered) || leavings.contains(where: \.isDeadLettered))
    add(
      signs.rejected, .gone,
      if: endings.contains(.rejected) || endings.contains(.queueGone)
        || leavings.contains { !$0.isDeadLettered })
    add(signs.died, .died, if: endings.contains(.killed) || endings.contains(.lost))
    if hasCrowds {
      parts.append(speaker.say(TimelinePhrase.crowd, ["count": StyledLine("N\(signs.times)")]))
    }
    if deliveries.contains(where: { delivery in
      delivery.workedFrom.map { $0 > delivery.deliveredAt } ?? false
    }) {
      parts.append(speaker.say(TimelinePhrase.waiting))
    }
    if let number = deliveries.lazy.compactMap(\.message).first ?? leavings.first?.message {
      parts.append(
        speaker.say(
          TimelinePhrase.numbered,
          ["number": "#\(number)", "command": StyledLine("trace \(number)")]))
    }
    return parts.joined(separator: " \(renderer.glyphs.dot) ").inked(.quiet)
  }

  // MARK: Without time

  /// What each did, in order, where it all was at one moment.
  func order(_ indent: Int) -> [StyledLine] {
    timeline.queues.flatMap { queue -> [StyledLine] in
      let ready = queue.counts.last.map { "\($0.readyCount)" } ?? ""
      let label = queue.counts.isEmpty ? renderer.queue(queue.name) : readyLabel(queue)
      let start = label.shortened(to: indent - 2, renderer.glyphs).padded(to: indent)
      var lines = [start + StyledLine(ready)]
      if !queue.leavings.isEmpty {
        let names = queue.leavings.map { leaving in
          StyledLine(
            "#\(leaving.message)\(leaving.isDeadLettered ? signs.deadLettered : signs.rejected)")
        }
        lines.append(row(leavesLabel, names, indent))
      }
      for worker in queue.workers {
        let names = worker.deliveries.map { delivery in
          let name = delivery.message.map { StyledLine("#\($0)") }
          return (name ?? renderer.body(delivery.body ?? [], cells: 16))
            + StyledLine(signs.end(delivery.ending).sign, signs.end(delivery.ending).ink)
        }
        lines.append(row(self.label(worker), names, indent))
      }
      return lines
    }
  }

  private func row(_ label: StyledLine, _ names: [StyledLine], _ indent: Int) -> StyledLine {
    let start = label.shortened(to: indent - 2, renderer.glyphs).padded(to: indent)
    return (start + names.joined(separator: " "))
      .shortened(to: renderer.style.width, renderer.glyphs)
  }
}
