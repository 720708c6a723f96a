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
  }

  private var ways: [Node]
  private var stays: [Stay] = []
  /// The way that the message is on now.
  private var current = 0
  /// The stay in each queue that is not over.
  private var open: [String: Int] = [:]
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
    case .enqueued(_, let queue):
      // Whatever it did there before is over.
      open[queue] = nil
      add(.enqueued, to: queue, at: at)
    case .refused(_, let queue): ways[current].routing.refusals.append(queue)
    case .delivered(let delivery): delivered(delivery, at: at)
    case .acknowledged(let delivery): close(delivery.queue, at) { .acknowledged(client: $0) }
    case .rejected(let delivery, let requeue):
      if requeue { break }
      // What follows says what became of it.
      if let stay = open[delivery.queue] {
        add(.rejected(client: client[delivery.queue] ?? ""), to: stay, at: at)
      }
    case .requeued(_, let queue):
      add(
        .requeued(client: client[queue], because: endings[queue] ?? .requeued), to: queue, at: at)
    case .removed(_, let queue, let reason): removed(queue, reason, at: at)
    case .deadLettered(_, let queue, let reason, let exchange, let key):
      deadLettered(queue, reason, exchange: exchange, key: key, at: at)
    case .deadLetterKept(_, let queue, let reason):
      add(.deadLetterKept(reason), to: queue, at: at)
    case .cycleDropped(_, let queue): close(queue, at) { _ in .cycleDropped }
    case .published, .returned, .confirmed, .declaredQueue, .deletedQueue, .declaredExchange,
      .deletedExchange, .bound, .unbound, .consumerStarted, .consumerCancelled, .connected,
      .closedChannel, .closedConnection, .restarted, .setPolicy, .clearedPolicy, .governed,
      .controlled:
      break
    }
  }

  // MARK: Stays

  /// Who has the message of that queue, and how that ended.
  private var client: [String: String] = [:]
  private var endings: [String: HandledDelivery.Ending] = [:]

  private mutating func stay(in queue: String) -> Int {
    if let stay = open[queue] { return stay }
    stays.append(Stay(visit: MessageLife.Visit(queue: queue), way: current))
    ways[current].visits.append(stays.count - 1)
    open[queue] = stays.count - 1
    return stays.count - 1
  }

  private mutating func add(_ kind: MessageLife.Kind, to queue: String, at moment: Int64) {
    add(kind, to: stay(in: queue), at: moment)
  }

  private mutating func add(_ kind: MessageLife.Kind, to stay: Int, at moment: Int64) {
    stays[stay].visit.steps.append(MessageLife.Step(at: moment, kind: kind))
  }

  private mutating func close(
    _ queue: String, _ moment: Int64, _ kind: (String) -> MessageLife.Kind
  ) {
    add(kind(client[queue] ?? ""), to: queue, at: moment)
    open[queue] = nil
  }

  private mutating func delivered(_ delivery: TracedDelivery, at moment: Int64) {
    let isReply = delivery.queue.hasPrefix(PublishAnswer.directReplies + ".")
    let queue = isReply ? PublishAnswer.directReplies : delivery.queue
    let stay = stay(in: queue)
    let handled = deliveries[queue]?.first
    deliveries[queue] = deliveries[queue].map { Array($0.dropFirst()) }
    let name = handled?.client ?? ""
    client[queue] = name
    endings[queue] = handled?.ending
    add(
      .delivered(
        client: name, deliveryTag: delivery.deliveryTag, redelivered: delivery.redelivered,
        isGet: delivery.consumerTag == nil), to: stay, at: moment)
    guard let handled else { return }
    if let from = handled.workedFrom, from > moment {
      add(.workBegun(client: name), to: stay, at: from)
    }
    switch handled.ending {
    case .automatic:
      add(.automatic(client: name), to: stay, at: handled.endedAt ?? moment)
      open[queue] = nil
    case .lost:
      add(.lost(client: name), to: stay, at: handled.endedAt ?? moment)
      open[queue] = nil
    case .acknowledged, .requeued, .rejected, .deadLettered, .killed, .closed, .queueGone, nil:
      break
    }
  }

  private mutating func removed(_ queue: String, _ reason: RemovalReason, at moment: Int64) {
    let stay = stay(in: queue)
    // The reject itself has told it.
    if reason == .rejected, case .rejected? = stays[stay].visit.steps.last?.kind {
      open[queue] = nil
      return
    }
    add(.removed(reason), to: stay, at: moment)
    open[queue] = nil
    last[queue] = stay
  }

  /// The stays that were over last, from which a dead letter may go on.
  private var last: [String: Int] = [:]

  private mutating func deadLettered(
    _ queue: String, _ reason: RemovalReason, exchange: String, key: String, at moment: Int64
  ) {
    let stay = open[queue] ?? last[queue] ?? latest(in: queue) ?? stay(in: queue)
    if case .removed(reason)? = stays[stay].visit.steps.last?.kind {
      stays[stay].visit.steps.removeLast()
    }
    add(.deadLettered(reason), to: stay, at: moment)
    open[queue] = nil
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

  private func latest(in queue: String) -> Int? {
    stays.indices.last { stays[$0].visit.queue == queue }
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
