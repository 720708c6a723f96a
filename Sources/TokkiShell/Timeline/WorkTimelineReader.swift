import AMQPModel
import TokkiBroker
import TokkiLanguage
import TokkiSimulation

/// From deliveries and the trace to the rows of a timeline.
struct WorkTimelineReader {
  private var queues: [WorkTimeline.Queue] = []
  private var places: [String: Int] = [:]
  /// Clients with several consumers of one queue, which are told apart by their tags.
  private var crowded: Set<[String]> = []

  /// On the simulated broker.
  init(_ log: SimulationLog, snapshot: BrokerSnapshot, virtualHost: String) {
    let archive = MessageArchive(log, connections: snapshot.connections)
    let reader = DeliveryReader(
      log, archive: archive, snapshot: snapshot, virtualHost: virtualHost)
    let host = snapshot.virtualHost(named: virtualHost)
    for queue in host?.queues ?? [] {
      var seen: Set<String> = []
      for consumer in queue.consumers {
        let name = archive.name(of: consumer.channel.connection)
        if !seen.insert(name).inserted { crowded.insert([queue.name, name]) }
      }
    }
    var counter = ReadyCounter()
    for entry in log.trace where ExactName(entry.virtualHost) == ExactName(virtualHost) {
      if case .consumerStarted(let queue, let tag, let channel) = entry.fact {
        _ = worker(queue, archive.name(of: channel.connection), tag)
      }
      counter.read(entry, archive)
    }
    for name in counter.names { _ = place(name) }
    add(reader.deliveries)
    for index in queues.indices {
      let name = queues[index].name
      queues[index].counts = counter.counts(
        of: name, endingWith: host?.queue(name)?.ready.count)
      queues[index].leavings = counter.leavings(of: name)
    }
  }

  /// On a real broker: deliveries alone.
  init(_ deliveries: [HandledDelivery]) { add(deliveries) }

  private mutating func add(_ deliveries: [HandledDelivery]) {
    for delivery in deliveries {
      let (queue, worker) = worker(delivery.queue, delivery.client, delivery.consumerTag)
      queues[queue].workers[worker].deliveries.append(delivery)
    }
  }

  private mutating func place(_ name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = queues.count
    queues.append(WorkTimeline.Queue(name: name))
    return queues.count - 1
  }

  private mutating func worker(
    _ queue: String, _ client: String, _ tag: String?
  ) -> (queue: Int, worker: Int) {
    let place = place(queue)
    let shown = crowded.contains([queue, client]) ? tag : nil
    if let worker = queues[place].workers.firstIndex(where: {
      $0.client == client && $0.consumerTag == shown
    }) {
      return (place, worker)
    }
    queues[place].workers.append(WorkTimeline.Worker(client: client, consumerTag: shown))
    return (place, queues[place].workers.count - 1)
  }

  /// The timeline of what was asked for.
  ///
  /// - Parameter now: where it ends while something goes on.
  func timeline(_ span: TimelineSpan, now: Int64, isReal: Bool) -> WorkTimeline {
    let names = Set(span.names)
    var shown = queues
    if !names.isEmpty {
      shown = queues.compactMap { queue in
        if names.contains(queue.name) { return queue }
        var queue = queue
        queue.workers.removeAll { worker in
          !names.contains(worker.client) && !names.contains(worker.consumerTag ?? "")
            && !worker.deliveries.contains { names.contains($0.consumerTag ?? "") }
        }
        return queue.workers.isEmpty ? nil : queue
      }
    }
    let moments = shown.flatMap(\.moments)
    let isOngoing = shown.contains { queue in
      (queue.counts.last?.readyCount ?? 0) > 0
        || queue.workers.contains { $0.deliveries.contains { $0.ending == nil } }
    }
    let last = moments.max() ?? now
    let from = span.from?.milliseconds ?? moments.min() ?? now
    let to = span.to?.milliseconds ?? (isOngoing ? max(now, last) : last)
    return WorkTimeline(from: from, to: max(from, to), queues: shown, isReal: isReal)
  }

  /// The names by which rows can be asked for.
  var names: [String] {
    var seen: Set<String> = []
    return
      (queues.map(\.name) + queues.flatMap { $0.workers.map(\.client) }
      + queues.flatMap { $0.workers.compactMap(\.consumerTag) })
      .filter { seen.insert($0).inserted }
  }

  /// Whether something goes by that name: a tag of long ago, too.
  func knows(_ name: String) -> Bool {
    names.contains(name)
      || queues.contains { queue in
        queue.workers.contains { $0.deliveries.contains { $0.consumerTag == name } }
      }
  }
}

extension WorkTimeline.Queue {
  /// When anything happened in it.
  fileprivate var moments: [Int64] {
    counts.map(\.at) + leavings.map(\.at)
      + workers.flatMap(\.deliveries).flatMap { delivery in
        [delivery.deliveredAt] + [delivery.workedTo, delivery.endedAt].compactMap(\.self)
      }
  }
}

/// How many messages were ready in each queue, and which left it undelivered.
private struct ReadyCounter {
  private struct State {
    var ready: Set<MessageCopy> = []
    var counts: [WorkTimeline.Count] = []
    var leavings: [WorkTimeline.Leaving] = []
    /// The place of each among the leavings.
    var left: [MessageCopy: Int] = [:]
  }

  private var states: [String: State] = [:]
  /// In the order in which they got something.
  private(set) var names: [String] = []

  mutating func read(_ entry: TraceEntry, _ archive: MessageArchive) {
    let at = entry.at.milliseconds
    switch entry.fact {
    case .enqueued(let copy, let queue), .requeued(let copy, let queue):
      change(queue, at) { $0.insert(copy) }
    case .delivered(let delivery):
      guard states[delivery.queue] != nil else { return }
      change(delivery.queue, at) { $0.remove(delivery.copy) }
    case .removed(let copy, let queue, let reason):
      guard states[queue]?.ready.contains(copy) ?? false else { return }
      change(queue, at) { $0.remove(copy) }
      let place = states[queue]?.leavings.count
      states[queue]?.left[copy] = place
      states[queue]?.leavings.append(
        WorkTimeline.Leaving(
          at: at, message: copy.message.number, body: archive.published[copy.message]?.body,
          reason: reason.rawValue, isDeadLettered: false))
    case .deadLettered(let copy, let queue, _, _, _):
      guard let place = states[queue]?.left[copy] else { return }
      states[queue]?.leavings[place].isDeadLettered = true
    default: break
    }
  }

  private mutating func change(
    _ queue: String, _ at: Int64, _ body: (inout Set<MessageCopy>) -> Void
  ) {
    if states[queue] == nil { names.append(queue) }
    var state = states.removeValue(forKey: queue) ?? State()
    body(&state.ready)
    if state.counts.last?.at == at { state.counts.removeLast() }
    state.counts.append(WorkTimeline.Count(at: at, readyCount: state.ready.count))
    states[queue] = state
  }

  /// What is remembered may begin in the middle: the number at the end is known.
  func counts(of queue: String, endingWith end: Int?) -> [WorkTimeline.Count] {
    guard let counts = states[queue]?.counts, let last = counts.last else { return [] }
    let missing = end.map { $0 - last.readyCount } ?? 0
    return counts.map {
      WorkTimeline.Count(at: $0.at, readyCount: max(0, $0.readyCount + missing))
    }
  }

  func leavings(of queue: String) -> [WorkTimeline.Leaving] { states[queue]?.leavings ?? [] }
}
