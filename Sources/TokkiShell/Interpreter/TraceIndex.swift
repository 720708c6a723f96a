import AMQPModel
import TokkiBroker

/// A trace by message, so that the story of each of thousands is found without reading the whole
/// trace for each.
struct TraceIndex {
  let trace: [TraceEntry]
  private var places: [MessageID: [Int]] = [:]

  init(_ trace: [TraceEntry]) {
    self.trace = trace
    for (place, entry) in trace.enumerated() {
      if let id = entry.fact.message { places[id, default: []].append(place) }
    }
  }

  /// What happened to one message, in order, read only as far as somebody asks.
  typealias Entries = LazyMapSequence<ArraySlice<Int>, TraceEntry>

  func entries(of id: MessageID) -> Entries { entries(at: (places[id] ?? [])[...]) }

  /// What happened to the message after that place of the trace.
  func entries(of id: MessageID, after place: Int) -> Entries {
    let all = places[id] ?? []
    return entries(at: all[Self.count(of: all, upTo: place)...])
  }

  func entries(of id: MessageID, before place: Int) -> Entries {
    let all = places[id] ?? []
    return entries(at: all[..<Self.count(of: all, upTo: place - 1)])
  }

  private func entries(at places: ArraySlice<Int>) -> Entries {
    let trace = trace
    return places.lazy.map { trace[$0] }
  }

  /// How many of the ascending places are not behind that one, found by halving.
  private static func count(of places: [Int], upTo place: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension TraceFact {
  /// The message that it is about.
  var message: MessageID? {
    switch self {
    case .published(let id, _, _, _), .routed(let id, _), .unroutable(let id, _, _),
      .refused(let id, _), .cycleDropped(let id, _), .returned(let id, _, _):
      id
    case .enqueued(let copy, _), .requeued(let copy, _), .removed(let copy, _, _),
      .deadLettered(let copy, _, _, _, _), .deadLetterKept(let copy, _, _):
      copy.message
    case .delivered(let delivery), .acknowledged(let delivery), .rejected(let delivery, _):
      delivery.message
    case .confirmed, .declaredQueue, .deletedQueue, .declaredExchange, .deletedExchange, .bound,
      .unbound, .consumerStarted, .consumerCancelled, .connected, .closedChannel,
      .closedConnection, .restarted, .setPolicy, .clearedPolicy, .governed, .controlled:
      nil
    }
  }
}

/// What messages hold, as far as queues hold them before or after.
struct HeldContents {
  private var contents: [MessageID: Content] = [:]

  init(_ snapshots: [BrokerSnapshot]) {
    for queue in snapshots.flatMap(\.virtualHosts).flatMap(\.queues) {
      for message in queue.ready + queue.unacked.map(\.message)
      where contents[message.id] == nil {
        contents[message.id] = message.content
      }
    }
  }

  subscript(id: MessageID) -> Content? { contents[id] }
}
