public import TokkiLanguage
import TokkiSimulation

extension Shell {
  /// Whether an expectation holds now. It changes nothing.
  ///
  /// - Parameter span: how much of the past it sees; of what is, it always sees the present.
  /// On a real broker it is tried again for as long as patience lasts.
  public func evaluate(
    _ expectation: Expectation, of span: HistorySpan = .sinceStart
  ) async -> Verdict {
    guard real != nil else { return await judge(expectation, of: span) }
    await enter()
    defer { release() }
    return await judge(expectation, of: span)
  }

  /// Whether an expectation of a real broker comes to that verdict, or to which other.
  func evaluate(_ expectation: Expectation, wanting isMet: Bool) async -> Verdict {
    await enter()
    defer { release() }
    return await judgeInTime(expectation, of: .sinceStart, wanting: isMet)
  }

  /// The same for whoever has the turn.
  func judge(
    _ expectation: Expectation, of span: HistorySpan = .sinceStart
  ) async -> Verdict {
    if real != nil { return await judgeInTime(expectation, of: span) }
    guard let evidence = await evidence(for: expectation.subject, of: span) else {
      return Verdict(expectation: expectation, judgement: .unknown)
    }
    let difference =
      expectation.subject.isHistory
      ? HistoryJudge(expectation, evidence).difference
      : StateJudge(expectation, evidence).difference
    return Verdict(expectation: expectation, difference: difference)
  }

  /// From now on, what expectations say of the past means what happens from here: a lesson's step
  /// begins.
  public func startHistory() async {
    guard let simulator else {
      memory.historyStart.reports = real?.reportCount ?? 0
      return
    }
    let log = await simulator.log()
    memory.historyStart = Memory.HistoryStart(
      reports: log.reports.count, trace: log.trace.count)
  }

  /// Everything that the subject may be; nil where nobody can know.
  private func evidence(for subject: ExpectedObject, of span: HistorySpan) async -> [Evidence]? {
    if case .lastError = subject { return memory.lastError.map { [$0.evidence] } ?? [] }
    guard let simulator else {
      let clients = ClientEvidence(clients: await client.clients())
      switch subject {
      case .connection(let name): return clients.connection(name)
      case .consumer(let name): return clients.consumer(name)
      default: return nil
      }
    }
    let snapshot = await simulator.snapshot()
    let state = StateEvidence(snapshot: snapshot, virtualHost: memory.virtualHost)
    switch subject {
    case .queue(let name): return state.queue(name)
    case .exchange(let name): return state.exchange(name)
    case .binding(let source, let destination, let key):
      return state.binding(source: source, destination: destination, key: key)
    case .consumer(let name): return state.consumer(name)
    case .connection(let name): return state.connection(name)
    case .virtualHost(let name): return state.virtualHost(name)
    case .policy, .operatorPolicy, .user, .permissions: return state.operated(subject)
    case .message(let queue, let position):
      return state.message(queue: queue, position: position)
    case .lastRoute: return await lastPublish(simulator).map { [$0.evidence] } ?? []
    case .lastError: return nil
    case .published, .delivered, .acknowledged, .rejected, .requeued, .removed, .deadLettered,
      .returned, .confirmed, .refused, .closed:
      let log = await simulator.log()
      let start = await historyStart(of: span, in: log, simulator)
      return HistoryEvidence(log, connections: snapshot.connections, from: start)
        .evidence(for: subject)
    }
  }
}

extension Shell {
  private func historyStart(
    of span: HistorySpan, in log: SimulationLog, _ simulator: any Simulator
  ) async -> Memory.HistoryStart {
    switch span {
    case .sinceStart: return memory.historyStart
    case .lastCommand:
      let step = await simulator.step()
      return Memory.HistoryStart(
        reports: log.reports.count - step.reports.count,
        trace: log.trace.count - step.trace.count)
    }
  }
}

/// How much of the past an expectation sees.
public enum HistorySpan: Hashable, Sendable {
  /// All since the start, the reset or the beginning of a lesson's step.
  case sinceStart
  /// What the last command caused: the simulator's last step.
  case lastCommand
}

/// Holds a claim about state against the evidence: some thing must satisfy every predicate.
struct StateJudge {
  let difference: Difference?

  init(_ expectation: Expectation, _ evidence: [Evidence]) {
    guard let first = evidence.first else {
      let isAbsence = { (predicate: Predicate) in
        predicate.fact == .exists && predicate.isNegated
      }
      let failed = expectation.predicates.first { !isAbsence($0) }
      let isMet = failed == nil && !expectation.predicates.isEmpty
      difference = isMet ? nil : Difference(predicate: failed, found: .nothing)
      return
    }
    let differences = evidence.map { evidence in
      expectation.predicates.lazy.compactMap(evidence.difference(from:)).first
    }
    let isMet = differences.contains { $0 == nil }
    difference =
      isMet
      ? nil : expectation.predicates.lazy.compactMap(first.difference(from:)).first
  }
}

/// Holds a claim about the past against the evidence: how many of what happened satisfy the
/// predicates.
struct HistoryJudge {
  let difference: Difference?

  init(_ expectation: Expectation, _ evidence: [Evidence]) {
    var filter: [Predicate] = []
    var counts: [(Predicate, Comparison)] = []
    for predicate in expectation.predicates {
      if case .measure(.count, let comparison) = predicate.fact {
        counts.append((predicate, comparison))
      } else if predicate.fact != .exists {
        filter.append(predicate)
      }
    }
    let fitting = evidence.count { evidence in
      filter.allSatisfy { evidence.difference(from: $0) == nil }
    }
    let isAbsent = expectation.predicates.contains { $0.fact == .exists && $0.isNegated }
    if counts.isEmpty {
      let isMet = isAbsent ? fitting == 0 : fitting > 0
      difference =
        isMet
        ? nil
        : Difference(predicate: filter.first, found: .matching(fitting, of: evidence.count))
      return
    }
    let failed = counts.first { predicate, comparison in
      comparison.holds(for: Int64(fitting)) == predicate.isNegated
    }
    difference = failed.map {
      Difference(predicate: $0.0, found: .matching(fitting, of: evidence.count))
    }
  }
}

extension ExpectedObject {
  /// Whether it is about what happened, not about what is.
  var isHistory: Bool {
    switch self {
    case .queue, .exchange, .binding, .consumer, .connection, .virtualHost, .policy,
      .operatorPolicy, .user, .permissions, .message, .lastRoute, .lastError:
      false
    case .published, .delivered, .acknowledged, .rejected, .requeued, .removed, .deadLettered,
      .returned, .confirmed, .refused, .closed:
      true
    }
  }
}

extension ExceptionAnswer {
  var evidence: Evidence {
    var evidence = Evidence()
    evidence.measures = [(.code, Int64(code))]
    evidence.texts = [(.text, text), (.client, client.text)]
    return evidence
  }
}

extension Explanation {
  var evidence: Evidence {
    var evidence = Evidence()
    evidence.qualities = [(.routed, !route.queues.isEmpty)]
    evidence.texts = [(.exchange, exchange), (.key, routingKey)]
    evidence.texts += route.queues.map { (.queue, $0) }
    evidence.reached = route.queues
    return evidence
  }
}
