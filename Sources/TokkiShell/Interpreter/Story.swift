import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiSimulation

/// From what was gathered during a command to what an outcome tells, in the order of telling: the
/// answer, the ways of messages, then what happened in order of time.
extension Shell {
  func parts(of turn: Turn) async -> [Outcome.Part] {
    var parts = turn.answers
    if let exception = turn.exception { parts.append(.exception(exception)) }
    guard turn.isMarked || !turn.reports.isEmpty else { return parts }
    let isTraced = simulator != nil && turn.isMarked
    let story = Story(
      turn: turn, trace: isTraced ? await simulator?.step().trace ?? [] : [],
      after: isTraced ? await simulator?.snapshot() ?? BrokerSnapshot() : BrokerSnapshot(),
      clients: await clients())
    return parts + story.published() + story.happened()
  }
}

/// One command's reports and trace, and who is who in them.
struct Story {
  let turn: Turn
  let trace: [TraceEntry]
  let after: BrokerSnapshot
  let clients: [ClientSnapshot]
  let index: TraceIndex
  private let names: ConnectionNames
  private let contents: HeldContents
  private let work: WorkIndex

  init(
    turn: Turn, trace: [TraceEntry], after: BrokerSnapshot, clients: [ClientSnapshot]
  ) {
    self.turn = turn
    self.trace = trace
    self.after = after
    self.clients = clients
    index = TraceIndex(trace)
    names = ConnectionNames(
      (turn.before?.connections ?? []) + after.connections, trace: trace)
    contents = HeldContents([after] + (turn.before.map { [$0] } ?? []))
    work = WorkIndex(turn.reports)
  }

  /// The message's content where a queue holds it before or after.
  func content(of id: MessageID) -> Content? { contents[id] }

  /// The client whose connection that is.
  func clientName(_ connection: ConnectionID) -> String { names[connection] }

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
    for (index, report) in turn.reports.enumerated() where isWorthTelling(report, index) {
      var happening = Happening(report: report, isTimed: turn.isTimed)
      if case .delivered(let delivery) = report.fact {
        let consumer = consumer(delivery.consumerTag, of: report.client)
        happening.queue = consumer?.queue
        happening.needsAck = consumer.map { !$0.noAck } ?? true
        happening.workUntil = work.until(delivery, report)
      } else if case .workStarted(let delivery, _) = report.fact {
        if work.isDelivered(delivery, report) { continue }
      } else if case .workFinished(let delivery) = report.fact {
        let isAcked = work.isAcknowledged(delivery, report)
        happening.acknowledged = isAcked ? delivery.deliveryTag : nil
      } else if case .sent(.basicPublish(let method), _) = report.fact {
        happening.isUnroutable = isLost(method, by: report.client)
      }
      result.append(happening)
    }
    return result
  }

  /// Whether it is news: not the requester's own doing, nor the machinery's.
  private func isWorthTelling(_ report: ClientReport, _ index: Int) -> Bool {
    switch report.fact {
    case .connected, .disconnected, .replied: false
    case .sent(let method, _):
      if case .basicPublish = method { !turn.ownPublishes.contains(index) } else { false }
    case .channelClosed(let code, let text, _), .connectionClosed(let code, let text, _):
      turn.exception?.client != report.client || turn.exception?.code != code
        || turn.exception?.text != text
    case .connectionLost, .unconfirmedLost: report.client != turn.requester
    case .delivered, .returned, .confirmed, .consumerCancelled, .flow, .blocked, .unblocked,
      .recovering, .recovered, .recoveryAbandoned, .queueRenamed, .notRestored, .workStarted,
      .workFinished, .workFailed:
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
    index.entries(of: id).contains { entry in
      if case .unroutable = entry.fact { true } else { false }
    }
  }

  private func isDelivered(_ id: MessageID) -> Bool {
    index.entries(of: id).contains { entry in
      if case .delivered = entry.fact { true } else { false }
    }
  }

  private func consumer(
    _ tag: String, of name: ClientName
  ) -> ClientSnapshot.Consumer? {
    (clients + turn.clientsBefore).lazy.filter { $0.name == name }
      .compactMap { client in client.consumers.first { $0.tag == tag } }.first
  }
}

/// Deliveries, the work on them, and their acknowledgements, found by what they have in common.
private struct WorkIndex {
  private struct Key: Hashable {
    var client: ClientName
    var channel: UInt16
    var deliveryTag: UInt64
    /// nil for an acknowledgement, which may come later.
    var at: Int64?

    init(_ report: ClientReport, _ deliveryTag: UInt64, at: Int64?) {
      client = report.client
      channel = report.channel
      self.deliveryTag = deliveryTag
      self.at = at
    }
  }

  private var ends: [Key: Int64] = [:]
  private var delivered: Set<Key> = []
  private var acknowledged: Set<Key> = []

  init(_ reports: [ClientReport]) {
    for report in reports {
      if case .delivered(let delivery) = report.fact {
        delivered.insert(Key(report, delivery.deliveryTag, at: report.at))
      } else if case .workStarted(let delivery, let until) = report.fact {
        ends[Key(report, delivery.deliveryTag, at: report.at)] = until
      } else if case .sent(.basicAck(let ack), _) = report.fact {
        acknowledged.insert(Key(report, ack.deliveryTag, at: nil))
      }
    }
  }

  /// When the work ends that began as the delivery came.
  func until(_ delivery: Delivery, _ report: ClientReport) -> Int64? {
    ends[Key(report, delivery.deliveryTag, at: report.at)]
  }

  /// Whether the delivery came at the moment of the report.
  func isDelivered(_ delivery: Delivery, _ report: ClientReport) -> Bool {
    delivered.contains(Key(report, delivery.deliveryTag, at: report.at))
  }

  func isAcknowledged(_ delivery: Delivery, _ report: ClientReport) -> Bool {
    acknowledged.contains(Key(report, delivery.deliveryTag, at: nil))
  }
}

extension Outcome.Part {
  /// Whether it is a worker's own doing.
  fileprivate var isCause: Bool {
    guard case .happened(let happening) = self else { return false }
    switch happening.report.fact {
    case .workFinished, .workFailed, .sent: return true
    case .connected, .disconnected, .replied, .delivered, .returned, .confirmed, .consumerCancelled,
      .flow,
      .blocked, .unblocked, .channelClosed, .connectionClosed, .connectionLost, .unconfirmedLost,
      .recovering, .recovered, .recoveryAbandoned, .queueRenamed, .notRestored, .workStarted:
      return false
    }
  }
}
