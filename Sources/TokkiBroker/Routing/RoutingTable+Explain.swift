package import AMQPModel

extension RoutingTable {
  /// How a publish is routed: the same queues as `route` gives, found by trying each binding by
  /// itself, with the reason for each. With several routing keys, an exchange that looks at keys
  /// has a hop for each.
  package func explain(
    _ exchange: ExchangeID, key: String, extraKeys: [String] = [], headers: FieldTable? = nil
  ) -> Route {
    let keys = RoutingKeys(first: ExactName(key), others: extraKeys)
    if exchange == .default { return explainDefault(keys) }
    let message = MessageHeaders(headers)
    var route = Route()
    var seen: Set<QueueID> = []
    var walk = RouteWalk(from: exchange)
    while let visit = walk.next() {
      guard let record = exchanges[visit.exchange.index] else { continue }
      var found = DestinationCollector()
      for key in keys.tried(by: record.exchange.type) {
        var hop = hop(visit, record.exchange, key)
        for bound in record.outgoing.compactMap({ bindings[$0.index] }) {
          var attempt = attempt(bound, record.exchange.type, key, message)
          if attempt.matched { found.insert(bound.binding.destination) }
          if attempt.matched, case .exchange(let next) = bound.binding.destination,
            !walk.enter(next, from: visit.exchange)
          {
            attempt.reason = .alreadyVisited
          }
          hop.attempts.append(attempt)
        }
        route.hops.append(hop)
      }
      for queue in found.destinations.queues where seen.insert(queue).inserted {
        route.queues.append(queues[queue]?.name.text ?? "")
      }
      if found.destinations.isEmpty, let alternate = alternateExchange(of: visit.exchange) {
        walk.enter(alternate, from: visit.exchange, asAlternate: true)
      }
    }
    return route
  }

  /// The default exchange has a binding for the queue of that name, if there is one.
  private func explainDefault(_ keys: RoutingKeys) -> Route {
    var route = Route()
    for key in keys.all {
      var hop = Route.Hop(
        exchange: "", type: ExchangeType.direct.rawValue, from: nil, isAlternate: false,
        routingKey: key.text, attempts: [])
      if queuesByName[key] != nil {
        let binding = BindingSnapshot(source: "", destination: .queue(key.text), key: key.text)
        hop.attempts = [Route.Attempt(binding: binding, matched: true, reason: .keysEqual)]
        route.queues.append(key.text)
      }
      route.hops.append(hop)
    }
    return route
  }

  private func hop(_ visit: RouteWalk.Visit, _ exchange: Exchange, _ key: ExactName) -> Route.Hop {
    Route.Hop(
      exchange: exchange.name, type: exchange.type.rawValue,
      from: visit.from.flatMap { self.exchange($0)?.name }, isAlternate: visit.isAlternate,
      routingKey: key.text, attempts: [])
  }

  private func attempt(
    _ bound: Bound, _ type: ExchangeType, _ key: ExactName, _ message: MessageHeaders
  ) -> Route.Attempt {
    let matched: Bool
    let reason: MatchReason
    switch type {
    case .direct:
      matched = bound.binding.key == key
      reason = matched ? .keysEqual : .keysDiffer
    case .fanout:
      (matched, reason) = (true, .fanout)
    case .topic:
      let match = TopicMatch(TopicWords(bound.binding.key.text), TopicWords(key.text))
      (matched, reason) = (match.matched, match.reason)
    case .headers:
      let comparison = bound.headers?.comparison(with: message)
      matched = bound.headers?.matches(message) ?? false
      reason = .headers(comparison ?? HeadersComparison(mode: "all", pairs: []))
    }
    return Route.Attempt(
      binding: snapshot(of: bound.binding), matched: matched, reason: reason)
  }
}
