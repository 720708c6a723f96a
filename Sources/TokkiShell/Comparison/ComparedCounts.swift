import AMQPModel
import TokkiBroker
import TokkiSimulation

/// How many messages and consumers queues have on both sides, where asking changes nothing: a
/// question about a queue that expires when it is unused counts as a use.
struct ComparedCounts {
  /// What a queue has on one side; nil: there is no such queue.
  struct Count: Hashable {
    var ready: Int
    var consumers: Int
  }

  struct Difference {
    var queue: String
    var simulated: Count?
    var real: Count?
  }

  /// Queues that are asked after each line; more would take too long.
  private static let most = 50
  /// By how much the real side has more, as it was told already; nil where it has no such queue.
  private var known: [String: Count?] = [:]

  /// Queues that were there on the simulator, and whether they are exclusive.
  private var seen: [String: Bool] = [:]

  /// What is different, and was not told yet.
  mutating func differences(
    _ sides: ComparedSides, _ simulated: MadeUpNames, _ real: MadeUpNames
  ) async -> [Difference] {
    let host = await sides.simulation.snapshot().virtualHost(named: "/")
    var differences: [Difference] = []
    let queues = (host?.queues ?? []).filter { !CountedQueue($0).isExpiring }.prefix(Self.most)
    for queue in queues {
      seen[queue.name] = queue.isExclusive
      guard let name = realName(of: queue.name, simulated, real) else { continue }
      let count = await Self.count(of: queue, sides.simulation)
      var difference = Difference(queue: queue.name, simulated: count, real: nil)
      switch await sides.real.sight(queue: name, isExclusive: queue.isExclusive) {
      case .there(let ready, let consumers):
        difference.real = Count(ready: ready, consumers: consumers)
      case .absent: break
      case .locked, .untouched, .unknown: continue
      }
      if isNew(difference) { differences.append(difference) }
    }
    for (queue, isExclusive) in seen where host?.queue(queue) == nil {
      let name = realName(of: queue, simulated, real)
      let sighting =
        if let name { await sides.real.sight(queue: name, isExclusive: isExclusive) } else {
          Shell.QueueSighting.absent
        }
      guard case .there(let ready, let consumers) = sighting else {
        seen[queue] = nil
        continue
      }
      let count = Count(ready: ready, consumers: consumers)
      let difference = Difference(queue: queue, simulated: nil, real: count)
      if isNew(difference) { differences.append(difference) }
    }
    return differences.sorted { $0.queue < $1.queue }
  }

  /// What a queue of the simulator is called on the real broker: it may have named it itself.
  private func realName(
    of queue: String, _ simulated: MadeUpNames, _ real: MadeUpNames
  ) -> String? {
    guard let number = simulated.queues.firstIndex(of: queue) else { return queue }
    return number < real.queues.count ? real.queues[number] : nil
  }

  /// A quorum queue counts more than its consumers: both sides are asked the same way.
  private static func count(of queue: QueueSnapshot, _ simulation: Simulation) async -> Count {
    let count = Count(ready: queue.ready.count, consumers: queue.consumers.count)
    guard queue.type == "quorum" else { return count }
    let question = Method.queueDeclare(QueueDeclare(queue: queue.name, passive: true))
    let answer = try? await simulation.request(
      question, content: nil, by: RealBroker.lookout, channel: 1, plan: nil)
    guard case .answered(.queueDeclareOk(let ok), _)? = answer?.result else { return count }
    return Count(ready: Int(ok.messageCount), consumers: Int(ok.consumerCount))
  }

  /// Whether it is one, and not told yet. Where both have become equal again, that is forgotten.
  private mutating func isNew(_ difference: Difference) -> Bool {
    let none = Count(ready: 0, consumers: 0)
    guard difference.surplus != none else {
      known[difference.queue] = nil
      return false
    }
    return difference.surplus != known[difference.queue] ?? none
  }

  mutating func told(_ difference: Difference) {
    known[difference.queue] = .some(difference.surplus)
  }
}

extension ComparedCounts.Difference {
  /// By how much the real side has more; nil where it has no such queue.
  fileprivate var surplus: ComparedCounts.Count? {
    guard let simulated, let real else { return nil }
    return .init(
      ready: real.ready - simulated.ready, consumers: real.consumers - simulated.consumers)
  }
}

extension ComparedCounts.Count? {
  var text: String? {
    map { "\($0.ready) ready, \($0.consumers) consumer\($0.consumers == 1 ? "" : "s")" }
  }
}
