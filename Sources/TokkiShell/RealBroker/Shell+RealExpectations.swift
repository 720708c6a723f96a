import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// Expectations of a real broker: from what clients told, from passive declarations, and from the
/// management API where it answers.
extension Shell {
  /// How often a broker is asked again that says nothing by itself.
  private static let interval = Duration.milliseconds(200)
  /// The longest time that one look counts for: a process that does not get to look, on a busy
  /// machine, has not waited.
  private static let look = Duration.milliseconds(500)

  /// Whether an expectation holds, now or before patience is over: a real broker takes its time.
  ///
  /// - Parameter isWanted: the verdict that is waited for.
  func judgeInTime(
    _ expectation: Expectation, of span: HistorySpan, wanting isWanted: Bool = true
  ) async -> Verdict {
    var waited = Duration.zero
    while true {
      let start = ContinuousClock.now
      // What was sent to clients before now has come to them then; so that a claim that nothing
      // happened is not true merely because nobody has heard of it yet.
      await hearFromAll()
      await countAll(for: expectation)
      await hearFromAll()
      let rings = bell.rings
      keepForNews(await client.reports())
      let verdict = await judgeOnce(expectation, of: span)
      if verdict.isMet == isWanted || Task.isCancelled || waited >= configuration.patience {
        return verdict
      }
      // Statistics of what is new come late to the management API.
      let mayCome =
        isCounted(expectation.subject)
        && (!configuration.hasBrokerToItself || expectation.isAboutPolicies)
      if verdict.judgement == .unknown, !mayCome { return verdict }
      await bell.wait(
        past: rings, until: .now + min(Self.interval, configuration.patience - waited))
      waited += min(Self.look, start.duration(to: .now))
    }
  }

  private func isCounted(_ subject: ExpectedObject) -> Bool {
    guard real?.management != nil, case .queue = subject else { return false }
    return true
  }

  /// A queue that answers has handed out before what it had to hand out.
  private func countAll(for expectation: Expectation) async {
    guard expectation.subject.isHistory, let real else { return }
    for queue in real.ledger.host(memory.virtualHost).queues.prefix(20) where !queue.isExpiring {
      _ = await sight(queue: queue.name, isExclusive: queue.isExclusive)
    }
  }

  private func judgeOnce(_ expectation: Expectation, of span: HistorySpan) async -> Verdict {
    guard let evidence = await realEvidence(for: expectation.subject, of: span) else {
      return Verdict(expectation: expectation, judgement: .unknown)
    }
    let difference =
      expectation.subject.isHistory
      ? HistoryJudge(expectation, evidence).difference
      : StateJudge(expectation, evidence).difference
    guard Self.isTold(expectation, evidence, difference) else {
      return Verdict(expectation: expectation, judgement: .unknown)
    }
    return Verdict(expectation: expectation, difference: difference)
  }

  /// Whether the broker tells what the claim is about. The grammar takes no word that says nothing
  /// of a subject: what evidence lacks is not told.
  private static func isTold(
    _ expectation: Expectation, _ evidence: [Evidence], _ difference: Difference?
  ) -> Bool {
    if expectation.subject.isHistory {
      return !expectation.predicates.contains { $0.fact == .quality(.routed) }
    }
    if difference?.found == .inapplicable { return false }
    guard expectation.isNegated else { return true }
    return !expectation.predicates.contains { predicate in
      evidence.contains { $0.difference(from: predicate)?.found == .inapplicable }
    }
  }

  /// Everything that the subject may be; nil where nobody can know.
  private func realEvidence(
    for subject: ExpectedObject, of span: HistorySpan
  ) async -> [Evidence]? {
    guard let real else { return nil }
    switch subject {
    case .lastError: return memory.lastError.map { [$0.evidence] } ?? []
    case .queue(let name): return await evidence(ofQueue: name, real)
    case .exchange(let name): return await evidence(ofExchange: name, real)
    case .binding(let source, let destination, let key):
      return await evidence(ofBinding: source, to: destination, key: key, real)
    case .consumer(let name): return await evidence(ofConsumer: name, real)
    case .connection(let name):
      return ClientEvidence(clients: await clients()).connection(name)
    case .virtualHost(let name):
      guard let names = try? await real.management?.virtualHosts() else {
        return name == memory.virtualHost ? [Evidence()] : nil
      }
      return names.contains(name) ? [Evidence()] : []
    case .policy, .operatorPolicy, .user, .permissions:
      let view = try? await real.management?.operated(virtualHost: memory.virtualHost)
      return view.map { $0.evidence(for: subject) }
    case .message, .lastRoute, .requeued, .removed, .deadLettered: return nil
    case .published, .delivered, .acknowledged, .rejected:
      let start = span == .lastCommand ? real.lastCommand : memory.historyStart.reports
      return RunEvidence(real.history(since: 0), from: real.history(since: start).startIndex)
        .evidence(for: subject)
    case .returned, .confirmed, .refused, .closed:
      let start = span == .lastCommand ? real.lastCommand : memory.historyStart.reports
      var from = Memory.HistoryStart()
      from.reports = real.history(since: start).startIndex
      return HistoryEvidence(reports: Array(real.history(since: 0)), from: from)
        .evidence(for: subject)
    }
  }

  // MARK: What is there

  private func evidence(ofQueue name: String, _ real: RealBroker) async -> [Evidence]? {
    let managed = await managedView(of: real)
    let seen = managed?.queues.first { ExactName($0.name) == ExactName(name) }
    let known = seen ?? real.ledger.host(memory.virtualHost).queue(name)
    var evidence = Evidence()
    let held = await heldCount(of: name)
    let unacked =
      configuration.hasBrokerToItself
      ? RunEvidence(real.history(since: 0), from: 0).unackedCount(in: name)
      : seen?.unackedCount.map { max($0, held) }
    switch await sighting(of: name, known, isSeen: managed.map { _ in seen != nil }) {
    case .absent: return []
    case .unknown: return nil
    case .untouched: break
    case .there(let ready, let consumers):
      evidence.measures = [(.ready, Int64(ready)), (.consumers, Int64(consumers))]
      if let unacked { evidence.measures.append((.messages, Int64(ready + unacked))) }
    case .locked:
      if let count = seen?.readyCount { evidence.measures.append((.ready, Int64(count))) }
      if let count = seen?.consumerCount { evidence.measures.append((.consumers, Int64(count))) }
      if let count = seen?.messageCount { evidence.measures.append((.messages, Int64(count))) }
    }
    if let unacked { evidence.measures.append((.unacked, Int64(unacked))) }
    if let managed {
      let bindings = managed.bindings.count { $0.destination == .queue(name) }
      evidence.measures.append((.bindings, Int64(bindings)))
    }
    if let known {
      evidence.qualities = [
        (.durable, known.isDurable), (.exclusive, known.isExclusive),
        (.autoDelete, known.isAutoDelete),
      ]
      evidence.texts = [(.type, known.type)]
      evidence.arguments = known.arguments
    }
    if let seen { evidence = evidence.with(seen.policies, seen.effectivePolicyDefinition) }
    return [evidence]
  }

  /// What a queue looks like. A passive declaration is a use of it: where that may change what
  /// comes of a comparison, only the management API says whether it is there.
  private func sighting(
    of name: String, _ known: CountedQueue?, isSeen: Bool?
  ) async -> QueueSighting {
    guard configuration.hasBrokerToItself, let known, known.isExpiring else {
      return await sight(queue: name, isExclusive: known?.isExclusive ?? false)
    }
    return isSeen.map { $0 ? .untouched : .absent } ?? .unknown
  }

  private func evidence(ofExchange name: String, _ real: RealBroker) async -> [Evidence]? {
    let managed = await managedView(of: real)
    let known =
      managed?.exchanges.first { ExactName($0.name) == ExactName(name) }
      ?? real.ledger.host(memory.virtualHost).exchange(name) ?? Ledger.Host.predeclared(name)
    guard let isThere = await sight(exchange: name) else { return nil }
    guard isThere else { return [] }
    var evidence = Evidence()
    if let known {
      evidence.qualities = [
        (.durable, known.isDurable), (.autoDelete, known.isAutoDelete),
        (.isInternal, known.isInternal),
      ]
      evidence.texts = [(.type, known.type)]
      evidence.arguments = known.arguments
      if managed != nil { evidence = evidence.with(known.policies, nil) }
    }
    if let managed {
      let bindings = managed.bindings.count { ExactName($0.source) == ExactName(name) }
      evidence.measures = [(.bindings, Int64(bindings))]
    }
    return [evidence]
  }

  private func evidence(
    ofBinding source: String, to destination: String, key: String?, _ real: RealBroker
  ) async -> [Evidence]? {
    if source.isEmpty {
      guard key.map({ ExactName($0) == ExactName(destination) }) ?? true else { return [] }
      guard let queue = await evidence(ofQueue: destination, real) else { return nil }
      return queue.isEmpty ? [] : [Evidence(key: destination, arguments: FieldTable())]
    }
    guard let managed = await managedView(of: real) else { return nil }
    return managed.bindings.filter { binding in
      let name: String
      switch binding.destination {
      case .queue(let queue): name = queue
      case .exchange(let exchange): name = exchange
      }
      return ExactName(binding.source) == ExactName(source)
        && ExactName(name) == ExactName(destination)
        && (key.map { ExactName($0) == ExactName(binding.key) } ?? true)
    }.map { Evidence(key: $0.key, arguments: $0.arguments) }
  }

  /// The shell's own consumers as they are; others as the management API shows them.
  private func evidence(ofConsumer name: String, _ real: RealBroker) async -> [Evidence]? {
    let view = await view(of: real, counting: false)
    let own = await clients().map(\.name.text)
    let found = view.consumers.filter { $0.client == name || $0.consumer.tag == name }
    if found.isEmpty, view.source == .run, !own.contains(name) { return nil }
    return found.map { listed in
      let consumer = listed.consumer
      var evidence = Evidence()
      evidence.qualities = [
        (.autoAck, consumer.noAck), (.exclusive, consumer.isExclusive),
      ]
      if !own.contains(listed.client) { evidence.qualities.append((.active, consumer.isActive)) }
      evidence.measures = [
        (.prefetch, Int64(consumer.prefetchCount)), (.priority, Int64(consumer.priority)),
      ]
      if let count = listed.unackedCount { evidence.measures.append((.unacked, Int64(count))) }
      evidence.texts = [
        (.queue, listed.queue), (.client, listed.client), (.consumerTag, consumer.tag),
      ]
      evidence.arguments = consumer.arguments
      return evidence
    }
  }
}

extension Evidence {
  fileprivate init(key: String, arguments: FieldTable) {
    texts = [(.key, key)]
    self.arguments = arguments
  }
}
