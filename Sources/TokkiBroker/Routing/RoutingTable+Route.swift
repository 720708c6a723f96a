package import AMQPModel

extension RoutingTable {
  /// The queues that a publish to the exchange reaches, each once: those of this exchange in the
  /// order of binding, then those of the exchanges that it leads to, in the order in which they
  /// are reached. An exchange that routed to nothing hands over to its alternate exchange.
  /// Source: `rabbit_exchange:route/3`.
  ///
  /// - Parameters:
  ///   - extraKeys: more routing keys: what the headers CC and BCC list.
  ///   - headers: what a headers exchange looks at.
  ///   - reached: emptied first; its storage is kept from call to call.
  package mutating func route(
    _ exchange: ExchangeID, key: String, extraKeys: [String] = [], headers: FieldTable? = nil,
    into reached: inout [QueueID]
  ) {
    reached.removeAll(keepingCapacity: true)
    let keys = RoutingKeys(first: ExactName(key), others: extraKeys)
    if keys.others.isEmpty {
      if exchange == .default {
        if let queue = queuesByName[keys.first] { reached.append(queue) }
        return
      }
      let found = destinations(from: exchange, key: keys.first, headers: headers)
      if found.exchanges.isEmpty, !found.queues.isEmpty {
        reached.append(contentsOf: found.queues)
        return
      }
    }
    follow(exchange, keys, headers, into: &reached)
  }

  /// Walks from exchange to exchange, through each once.
  private mutating func follow(
    _ exchange: ExchangeID, _ keys: RoutingKeys, _ headers: FieldTable?,
    into reached: inout [QueueID]
  ) {
    var seen: Set<QueueID> = []
    if exchange == .default {
      for key in keys.all {
        guard let queue = queuesByName[key], seen.insert(queue).inserted else { continue }
        reached.append(queue)
      }
      return
    }
    var walk = RouteWalk(from: exchange)
    while let visit = walk.next() {
      guard let type = self.exchange(visit.exchange)?.type else { continue }
      var found = DestinationCollector()
      for key in keys.tried(by: type) {
        found.insert(destinations(from: visit.exchange, key: key, headers: headers))
      }
      for queue in found.destinations.queues where seen.insert(queue).inserted {
        reached.append(queue)
      }
      for next in found.destinations.exchanges { walk.enter(next, from: visit.exchange) }
      if found.destinations.isEmpty, let alternate = alternateExchange(of: visit.exchange) {
        walk.enter(alternate, from: visit.exchange, asAlternate: true)
      }
    }
  }

  /// The alternate exchange, if it is named and there.
  func alternateExchange(of exchange: ExchangeID) -> ExchangeID? {
    self.exchange(exchange)?.alternateExchange.flatMap { self.exchange(named: $0.text) }
  }

  /// What one routing key leads to from one exchange, without its alternate exchange. The default
  /// exchange leads nowhere here: its implicit bindings serve what is published to it, not what
  /// comes to it as an alternate exchange.
  private mutating func destinations(
    from exchange: ExchangeID, key: ExactName, headers: FieldTable?
  ) -> Destinations {
    switch matchers[exchange].type {
    case .direct: matchers[exchange].byKey[key]?.destinations ?? Destinations()
    case .fanout: matchers[exchange].all
    case .topic: topicDestinations(from: exchange, key: key)
    case .headers: headersDestinations(from: exchange, headers: headers)
    }
  }

  private mutating func topicDestinations(
    from exchange: ExchangeID, key: ExactName
  ) -> Destinations {
    if let known = matchers[exchange].topicCache[key] { return known }
    let matches = matchers[exchange].topics.matches(TopicWords(key.text))
    let inOrder =
      matches
      .map { (number: bindings[$0.index]?.number ?? 0, id: $0) }
      .sorted { $0.number < $1.number }
    let found = destinations(of: inOrder.map(\.id))
    matchers[exchange].topicCache[key] = found
    return found
  }

  private func headersDestinations(
    from exchange: ExchangeID, headers: FieldTable?
  ) -> Destinations {
    let message = MessageHeaders(headers)
    var collector = DestinationCollector()
    for id in exchanges[exchange.index]?.outgoing ?? [] {
      guard let bound = bindings[id.index], let requirement = bound.headers else { continue }
      if requirement.matches(message) { collector.insert(bound.binding.destination) }
    }
    return collector.destinations
  }
}

/// The routing keys of one publish, each once: its own, then those of CC and BCC.
struct RoutingKeys {
  var first: ExactName
  private(set) var others: [ExactName] = []

  init(first: ExactName, others: [String]) {
    self.first = first
    if others.isEmpty { return }
    var seen: Set = [first]
    self.others = others.map(ExactName.init).filter { seen.insert($0).inserted }
  }

  var all: [ExactName] { [first] + others }

  /// fanout and headers exchanges do not look at keys: one stands for all.
  func tried(by type: ExchangeType) -> [ExactName] {
    switch type {
    case .direct, .topic: all
    case .fanout, .headers: [first]
    }
  }
}

/// The exchanges on a message's way, each visited once, in the order in which they are reached.
struct RouteWalk {
  struct Visit {
    var exchange: ExchangeID
    /// nil for the publish itself.
    var from: ExchangeID?
    var isAlternate: Bool
  }

  private var visits: [Visit]
  private var position = 0
  private var seen: Set<ExchangeID>

  init(from exchange: ExchangeID) {
    visits = [Visit(exchange: exchange, from: nil, isAlternate: false)]
    seen = [exchange]
  }

  mutating func next() -> Visit? {
    guard visits.indices.contains(position) else { return nil }
    defer { position += 1 }
    return visits[position]
  }

  /// Plans a visit; returns false if the exchange is planned or visited already.
  @discardableResult
  mutating func enter(
    _ exchange: ExchangeID, from: ExchangeID, asAlternate isAlternate: Bool = false
  ) -> Bool {
    guard seen.insert(exchange).inserted else { return false }
    visits.append(Visit(exchange: exchange, from: from, isAlternate: isAlternate))
    return true
  }
}
