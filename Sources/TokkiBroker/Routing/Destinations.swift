/// Where a publish goes from one exchange: each destination once, in the order of binding.
struct Destinations: Sendable {
  private(set) var queues: [QueueID] = []
  private(set) var exchanges: [ExchangeID] = []

  var isEmpty: Bool { queues.isEmpty && exchanges.isEmpty }

  /// The caller knows that it is not there yet.
  mutating func append(_ destination: BindingDestination) {
    switch destination {
    case .queue(let queue): queues.append(queue)
    case .exchange(let exchange): exchanges.append(exchange)
    }
  }

  mutating func remove(_ destination: BindingDestination) {
    switch destination {
    case .queue(let queue): queues.removeAll { $0 == queue }
    case .exchange(let exchange): exchanges.removeAll { $0 == exchange }
    }
  }
}

/// Collects destinations, each once, in the order of their first coming.
struct DestinationCollector {
  private(set) var destinations = Destinations()
  private var seen: Set<BindingDestination> = []

  mutating func insert(_ destination: BindingDestination) {
    if seen.insert(destination).inserted { destinations.append(destination) }
  }

  mutating func insert(_ others: Destinations) {
    for queue in others.queues { insert(.queue(queue)) }
    for exchange in others.exchanges { insert(.exchange(exchange)) }
  }
}
