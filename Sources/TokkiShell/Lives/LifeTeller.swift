import TokkiBroker

/// Puts what the trace says of one message into a tree: a way, the queues that it led to, what
/// happened there, and the ways from there on.
struct LifeTeller {
  private struct Node {
    var routing: MessageLife.Routing
    /// The visit from which it was dead-lettered.
    var parent: Int?
    var visits: [Int] = []
    /// How many dead letterings led to it.
    var depth = 0
  }

  private struct Stay {
    var visit: MessageLife.Visit
    var ways: [Int] = []
    /// The way by which it began.
    var way: Int
    /// Who got the message last, and how that ended.
    var client: String?
    var ending: HandledDelivery.Ending?
  }

  private var ways: [Node]
  private var stays: [Stay] = []
  /// The way that the message is on now.
  private var current = 0
  private var stayOf: [CopyPlace: Int] = [:]
  private var deliveries: [String: [HandledDelivery]]

  init(root: MessageLife.Routing, deliveries: [HandledDelivery]) {
    ways = [Node(routing: root)]
    self.deliveries = Dictionary(grouping: deliveries, by: \.queue)
  }

  /// A message that goes round in a cycle is followed so often; nobody reads more.
  private static let longestChain = 40
  /// So many dead letterings are not told.
  private(set) var omittedCount = 0

  mutating func read(_ entry: TraceEntry) {
    if omittedCount > 0 {
      if case .deadLettered = entry.fact { omittedCount += 1 }
      return
    }
    let at = entry.at.milliseconds
    switch entry.fact {
    case .routed(_, let route): ways[current].routing.route = route
    case .unroutable:
      ways[current].routing.isUnroutable = true
      if ways[current].routing.route == nil { ways[current].routing.route = Route() }
    case .enqueued(let copy, let queue):
      // A queue that was declared anew counts its copies anew.
      stayOf[CopyPlace(copy, queue)] = nil
      add(.enqueued, to: stay(at: CopyPlace(copy, queue)), at: at)
    case .refused(_, let queue): ways[current].routing.refusals.append(queue)
    case .delivered(let delivery): delivered(delivery, at: at)
    case .acknowledged(let delivery):
      let stay = stay(at: CopyPlace(shown: delivery))
      add(.acknowledged(client: stays[stay].client ?? ""), to: stay, at: at)
    case .rejected(let delivery, let requeue):
      if requeue { break }
      // What follows says what became of it.
      let stay = stay(at: CopyPlace(shown: delivery))
      add(.rejected(client: stays[stay].client ?? ""), to: stay, at: at)
    case .requeued(let copy, let queue):
      let stay = stay(at: CopyPlace(copy, queue))
      add(
        .requeued(client: stays[stay].client, because: stays[stay].ending ?? .requeued),
        to: stay, at: at)
    case .removed(let copy, let queue, let reason):
      removed(stay(at: CopyPlace(copy, queue)), reason, at: at)
    case .deadLettered(let copy, let queue, let reason, let exchange, let key):
      deadLettered(
        stay(at: CopyPlace(copy, queue)), reason, exchange: exchange, key: key, at: at)
    case .deadLetterKept(let copy, let queue, let reason):
      add(.deadLetterKept(reason), to: stay(at: CopyPlace(copy, queue)), at: at)
    case .cycleDropped(_, let queue): add(.cycleDropped, to: newStay(in: queue, nil), at: at)
    case .published, .returned, .confirmed, .declaredQueue, .deletedQueue, .declaredExchange,
      .deletedExchange, .bound, .unbound, .consumerStarted, .consumerCancelled, .connected,
      .closedChannel, .closedConnection, .restarted, .setPolicy, .clearedPolicy, .governed,
      .controlled:
      break
    }
  }

  // MARK: Stays

  private mutating func stay(at place: CopyPlace) -> Int {
    if let stay = stayOf[place] { return stay }
    let stay = newStay(in: place.queue, place.copy)
    stayOf[place] = stay
    return stay
  }

  private mutating func newStay(in queue: String, _ copy: MessageCopy?) -> Int {
    stays.append(Stay(visit: MessageLife.Visit(queue: queue, copy: copy), way: current))
    ways[current].visits.append(stays.count - 1)
    return stays.count - 1
  }

  private mutating func add(_ kind: MessageLife.Kind, to stay: Int, at moment: Int64) {
    stays[stay].visit.steps.append(MessageLife.Step(at: moment, kind: kind))
  }

  private mutating func delivered(_ delivery: TracedDelivery, at moment: Int64) {
    let place = CopyPlace(shown: delivery)
    let stay = stay(at: place)
    let handled = deliveries[place.queue]?.first
    deliveries[place.queue] = deliveries[place.queue].map { Array($0.dropFirst()) }
    let name = handled?.client ?? ""
    stays[stay].client = name
    stays[stay].ending = handled?.ending
    add(
      .delivered(
        client: name, deliveryTag: delivery.deliveryTag, redelivered: delivery.redelivered,
        isGet: delivery.consumerTag == nil), to: stay, at: moment)
    guard let handled else { return }
    if let from = handled.workedFrom, from > moment {
      add(.workBegun(client: name), to: stay, at: from)
    }
    switch handled.ending {
    case .automatic: add(.automatic(client: name), to: stay, at: handled.endedAt ?? moment)
    case .lost: add(.lost(client: name), to: stay, at: handled.endedAt ?? moment)
    case .acknowledged, .requeued, .rejected, .deadLettered, .killed, .closed, .queueGone, nil:
      break
    }
  }

  private mutating func removed(_ stay: Int, _ reason: RemovalReason, at moment: Int64) {
    // The reject itself has told it.
    if reason == .rejected, case .rejected? = stays[stay].visit.steps.last?.kind { return }
    add(.removed(reason), to: stay, at: moment)
  }

  private mutating func deadLettered(
    _ stay: Int, _ reason: RemovalReason, exchange: String, key: String, at moment: Int64
  ) {
    if case .removed(reason)? = stays[stay].visit.steps.last?.kind {
      stays[stay].visit.steps.removeLast()
    }
    add(.deadLettered(reason), to: stay, at: moment)
    let depth = ways[stays[stay].way].depth + 1
    if depth > Self.longestChain {
      omittedCount = 1
      return
    }
    ways.append(
      Node(
        routing: MessageLife.Routing(at: moment, exchange: exchange, routingKey: key),
        parent: stay, depth: depth))
    current = ways.count - 1
    stays[stay].ways.append(current)
  }

  // MARK: The tree

  func life() -> MessageLife.Routing { routing(0) }

  private func routing(_ way: Int) -> MessageLife.Routing {
    var routing = ways[way].routing
    routing.visits = ways[way].visits.map { stay in
      var visit = stays[stay].visit
      let steps = visit.steps.enumerated().sorted {
        ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
      }
      visit.steps = steps.map(\.element)
      visit.onward = stays[stay].ways.map(self.routing)
      return visit
    }
    return routing
  }
}
