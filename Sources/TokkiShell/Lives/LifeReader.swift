import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiSimulation

/// Reads the lives of messages from the history of a simulation.
struct LifeReader {
  /// A publish of a client.
  struct Published {
    var id: MessageID
    var at: Int64
    var by: ChannelAddress
    var exchange: String
    var routingKey: String
  }

  private let log: SimulationLog
  private let snapshot: BrokerSnapshot
  private let virtualHost: String
  let archive: MessageArchive
  private let contents: HeldContents
  private let index: TraceIndex
  private let deliveries: [MessageID: [HandledDelivery]]
  /// What clients published in this virtual host, in order.
  let published: [Published]

  init(_ log: SimulationLog, snapshot: BrokerSnapshot, virtualHost: String) {
    self.log = log
    self.snapshot = snapshot
    self.virtualHost = virtualHost
    archive = MessageArchive(log, connections: snapshot.connections)
    contents = HeldContents([snapshot])
    index = TraceIndex(log.trace)
    let handled = DeliveryReader(
      log, archive: archive, snapshot: snapshot, virtualHost: virtualHost
    ).deliveries
    deliveries = Dictionary(grouping: handled) { MessageID(number: $0.message ?? 0) }
    published = log.trace.compactMap { entry in
      guard ExactName(entry.virtualHost) == ExactName(virtualHost),
        case .published(let id, let by?, let exchange, let key) = entry.fact
      else { return nil }
      return Published(
        id: id, at: entry.at.milliseconds, by: by, exchange: exchange, routingKey: key)
    }
  }

  func content(of id: MessageID) -> Content? { archive.published[id] ?? contents[id] }

  func named(_ publish: Published) -> NamedMessage {
    NamedMessage(number: publish.id.number, body: content(of: publish.id)?.body)
  }

  /// - Parameter isWhole: whether the confirm is searched for, which takes long in long runs.
  func life(of publish: Published, isWhole: Bool = true) -> MessageLife {
    var teller = LifeTeller(
      root: MessageLife.Routing(
        at: publish.at, exchange: publish.exchange, routingKey: publish.routingKey),
      deliveries: deliveries[publish.id] ?? [])
    for entry in index.entries(of: publish.id) { teller.read(entry) }
    var life = MessageLife(
      number: publish.id.number, client: archive.name(of: publish.by.connection),
      content: content(of: publish.id), mandatory: archive.mandatory.contains(publish.id),
      routing: teller.life())
    life.routing = placed(life.routing)
    life.returned = returned(publish.id)
    life.omittedCount = teller.omittedCount
    if teller.omittedCount > 0 {
      for queue in snapshot.virtualHost(named: virtualHost)?.queues ?? [] {
        guard let place = place(in: queue.name, { $0.message == publish.id }) else { continue }
        life.places.append(MessageLife.Whereabouts(queue: queue.name, place: place))
      }
    }
    if isWhole { life.confirmed = confirmed(publish) }
    return life
  }

  private func returned(_ id: MessageID) -> MessageLife.Returned? {
    for entry in index.entries(of: id) {
      guard case .returned(_, _, let code) = entry.fact else { continue }
      return MessageLife.Returned(
        at: entry.at.milliseconds, code: code.rawValue, name: code.name)
    }
    return nil
  }

  private func confirmed(_ publish: Published) -> MessageLife.Confirmed? {
    let client = archive.name(of: publish.by.connection)
    guard let number = archive.publishNumbers[publish.id] else { return nil }
    for report in log.reports where report.at >= publish.at {
      guard case .confirmed(let tag, let multiple, let isAck) = report.fact,
        report.client.text == client, report.channel == publish.by.channel,
        multiple ? tag >= number : tag == number
      else { continue }
      return MessageLife.Confirmed(at: report.at, isAck: isAck)
    }
    return nil
  }

  // MARK: Where it is now

  private func placed(_ routing: MessageLife.Routing) -> MessageLife.Routing {
    var routing = routing
    routing.visits = routing.visits.map { visit in
      var visit = visit
      if visit.isOpen, let copy = visit.copy {
        visit.place = place(in: visit.queue) { $0 == copy }
      }
      visit.onward = visit.onward.map(placed)
      return visit
    }
    return routing
  }

  private func place(
    in queue: String, _ isMeant: (MessageCopy) -> Bool
  ) -> MessageLife.Place? {
    guard let queue = snapshot.virtualHost(named: virtualHost)?.queue(queue) else { return nil }
    if let position = queue.ready.firstIndex(where: { isMeant($0.copy) }) {
      return .ready(position: position + 1, of: queue.ready.count)
    }
    if let unacked = queue.unacked.first(where: { isMeant($0.message.copy) }) {
      return .unacked(client: archive.name(of: unacked.channel.connection))
    }
    return queue.discarded.contains { isMeant($0.copy) } ? .kept : nil
  }

  // MARK: Lists

  func listed() -> [ListedMessage] {
    published.map { publish in
      let life = life(of: publish, isWhole: false)
      return ListedMessage(
        number: publish.id.number, at: publish.at, client: life.client,
        exchange: publish.exchange, routingKey: publish.routingKey, content: life.content,
        whereabouts: life.whereabouts)
    }
  }
}

extension MessageLife.Visit {
  /// Whether nothing says that the stay is over.
  var isOpen: Bool {
    switch steps.last?.kind {
    case .acknowledged, .automatic, .rejected, .lost, .removed, .deadLettered, .cycleDropped: false
    case .enqueued, .delivered, .workBegun, .requeued, .deadLetterKept, nil: true
    }
  }
}

extension MessageLife {
  var whereabouts: [ListedMessage.Whereabouts] {
    if omittedCount > 0 {
      return places.map { .init(queue: $0.queue, state: $0.place.name) }
    }
    let ends = routing.ends
    if !ends.isEmpty { return ends }
    if routing.isHeldBack { return [.init(queue: nil, state: "not committed")] }
    return [.init(queue: nil, state: returned == nil ? "unroutable" : "returned")]
  }
}

extension MessageLife.Routing {
  /// Whether queues were found for it and none has got it: its transaction was not committed.
  var isHeldBack: Bool {
    visits.isEmpty && refusals.isEmpty && !isUnroutable && route?.queues.isEmpty != true
  }

  fileprivate var ends: [ListedMessage.Whereabouts] {
    visits.flatMap { visit in
      let onward = visit.onward.flatMap(\.ends)
      return onward.isEmpty ? [.init(queue: visit.queue, state: visit.state)] : onward
    } + refusals.map { .init(queue: $0, state: "refused") }
  }
}

extension MessageLife.Place {
  fileprivate var name: String {
    switch self {
    case .ready: "ready"
    case .unacked: "unacked"
    case .kept: "kept"
    }
  }
}

extension MessageLife.Visit {
  fileprivate var state: String {
    if let place { return place.name }
    switch steps.last?.kind {
    case .acknowledged, .automatic: return "acked"
    case .rejected, .cycleDropped: return "dropped"
    case .lost: return "lost"
    case .removed(let reason), .deadLettered(let reason), .deadLetterKept(let reason):
      return reason.rawValue
    case .enqueued, .delivered, .workBegun, .requeued, nil: return "gone"
    }
  }
}
