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

  /// What happened to the message, in order.
  func entries(of id: MessageID) -> [TraceEntry] { (places[id] ?? []).map { trace[$0] } }

  /// What happened to the message after that place of the trace.
  func entries(of id: MessageID, after place: Int) -> [TraceEntry] {
    (places[id] ?? []).filter { $0 > place }.map { trace[$0] }
  }

  func entries(of id: MessageID, before place: Int) -> [TraceEntry] {
    (places[id] ?? []).prefix { $0 < place }.map { trace[$0] }
  }
}

extension TraceFact {
  /// The message that it is about.
  var message: MessageID? {
    switch self {
    case .published(let id, _, _, _), .routed(let id, _), .unroutable(let id, _, _),
      .enqueued(let id, _), .refused(let id, _), .requeued(let id, _), .removed(let id, _, _),
      .deadLettered(let id, _, _, _, _), .cycleDropped(let id, _), .returned(let id, _, _):
      id
    case .delivered(let delivery), .acknowledged(let delivery), .rejected(let delivery, _):
      delivery.message
    case .confirmed, .declaredQueue, .deletedQueue, .declaredExchange, .deletedExchange, .bound,
      .unbound, .consumerStarted, .consumerCancelled, .connected, .closedChannel,
      .closedConnection, .restarted:
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
