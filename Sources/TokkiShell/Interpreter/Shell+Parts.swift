import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiSimulation

/// From what was gathered during a command to what an outcome tells, in the order of telling: the
/// answer, the ways of messages, then what happened in order of time.
extension Shell {
  func parts(of turn: Turn) async -> [Outcome.Part] {
    var story = Story(turn: turn)
    if let simulator, turn.isMarked {
      story.trace = await simulator.step().trace
      story.after = await simulator.snapshot()
    }
    story.clients = await client.clients()
    var parts = turn.answers
    if let exception = turn.exception { parts.append(.exception(exception)) }
    return parts + story.published() + story.happened()
  }
}

/// One command's reports and trace, and who is who in them.
struct Story {
  var turn: Turn
  var trace: [TraceEntry] = []
  var after = BrokerSnapshot()
  var clients: [ClientSnapshot] = []

  init(turn: Turn) { self.turn = turn }

  /// The client whose connection that is.
  func clientName(_ connection: ConnectionID) -> String {
    let known = after.connections + (turn.before?.connections ?? [])
    return known.first { $0.id == connection }?.name ?? "?"
  }

  // MARK: What happened

  private struct Happened {
    var at: Int64
    var part: Outcome.Part
  }

  /// What the broker moved and what clients learned, by time. At the same moment comes first what
  /// a worker did, then what the broker made of it, then what clients learned.
  func happened() -> [Outcome.Part] {
    let moved = MovementReader(story: self).movements().map {
      Happened(at: $0.at, part: .moved($0))
    }
    let learned = happenings().map { Happened(at: $0.report.at, part: .happened($0)) }
    var happened: [Happened] = []
    var next = 0
    for fact in learned {
      while next < moved.count,
        moved[next].at < fact.at || (moved[next].at == fact.at && !fact.part.isCause)
      {
        happened.append(moved[next])
        next += 1
      }
      happened.append(fact)
    }
    return (happened + moved[next...]).map(\.part)
  }

  // MARK: Happenings

  private func happenings() -> [Happening] {
    var result: [Happening] = []
    for (index, report) in turn.reports.enumerated() where isWorthTelling(report) {
      var happening = Happening(report: report, isTimed: turn.isTimed)
      if case .delivered(let delivery) = report.fact {
        let consumer = consumer(delivery.consumerTag, of: report.client)
        happening.queue = consumer?.queue
        happening.needsAck = consumer.map { !$0.noAck } ?? true
        happening.workUntil = workUntil(of: delivery, in: turn.reports[index...], report.client)
      } else if case .workStarted(let delivery, _) = report.fact {
        if startedAtOnce(delivery, before: index, report) { continue }
      } else if case .workFinished(let delivery) = report.fact {
        let isAcked = isAcknowledged(delivery, report.client)
        happening.acknowledged = isAcked ? delivery.deliveryTag : nil
      } else if case .sent(.basicPublish(let method), _) = report.fact {
        happening.isUnroutable = isLost(method, by: report.client)
      }
      result.append(happening)
    }
    return result
  }

  /// Whether it is news: not the requester's own doing, nor the machinery's.
  private func isWorthTelling(_ report: ClientReport) -> Bool {
    switch report.fact {
    case .connected, .replied: false
    case .sent(let method, _):
      if case .basicPublish = method { report.client != turn.requester } else { false }
    case .channelClosed(let code, let text, _), .connectionClosed(let code, let text, _):
      turn.exception?.client != report.client || turn.exception?.code != code
        || turn.exception?.text != text
    case .connectionLost: report.client != turn.requester
    case .delivered, .returned, .confirmed, .consumerCancelled, .flow, .blocked, .unblocked,
      .workStarted, .workFinished, .workFailed:
      true
    }
  }

  /// Whether a worker's publish reached nobody, neither a queue nor a waiting caller.
  private func isLost(_ method: BasicPublish, by name: ClientName) -> Bool {
    trace.contains { entry in
      guard case .published(let id, let by?, method.exchange, method.routingKey) = entry.fact,
        clientName(by.connection) == name.text
      else { return false }
      return isUnroutable(id) && !isDelivered(id)
    }
  }

  private func isUnroutable(_ id: MessageID) -> Bool {
    trace.contains { entry in
      if case .unroutable(id, _, _) = entry.fact { true } else { false }
    }
  }

  private func isDelivered(_ id: MessageID) -> Bool {
    trace.contains { entry in
      if case .delivered(let delivery) = entry.fact { delivery.message == id } else { false }
    }
  }

  private func consumer(
    _ tag: String, of name: ClientName
  ) -> ClientSnapshot.Consumer? {
    (clients + turn.clientsBefore).lazy.filter { $0.name == name }
      .compactMap { client in client.consumers.first { $0.tag == tag } }.first
  }

  private func workUntil(
    of delivery: Delivery, in reports: ArraySlice<ClientReport>, _ name: ClientName
  ) -> Int64? {
    let now = reports.first?.at
    for report in reports where report.client == name && report.at == now {
      if case .workStarted(delivery, let until) = report.fact { return until }
    }
    return nil
  }

  /// Whether the same turn told of its delivery at the same moment.
  private func startedAtOnce(_ delivery: Delivery, before index: Int, _ start: ClientReport)
    -> Bool
  {
    turn.reports[..<index].contains { report in
      report.client == start.client && report.at == start.at
        && report.fact == .delivered(delivery)
    }
  }

  private func isAcknowledged(_ delivery: Delivery, _ name: ClientName) -> Bool {
    turn.reports.contains { report in
      guard report.client == name, case .sent(.basicAck(let ack), _) = report.fact else {
        return false
      }
      return ack.deliveryTag == delivery.deliveryTag
    }
  }
}

extension Outcome.Part {
  /// Whether it is a worker's own doing.
  fileprivate var isCause: Bool {
    guard case .happened(let happening) = self else { return false }
    switch happening.report.fact {
    case .workFinished, .workFailed, .sent: return true
    case .connected, .replied, .delivered, .returned, .confirmed, .consumerCancelled, .flow,
      .blocked, .unblocked, .channelClosed, .connectionClosed, .connectionLost, .workStarted:
      return false
    }
  }
}
