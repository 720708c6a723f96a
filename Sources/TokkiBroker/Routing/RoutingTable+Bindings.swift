package import AMQPModel

extension RoutingTable {
  /// Binds the destination to the source, once.
  package mutating func bind(
    _ destination: BindingDestination, to source: ExchangeID, key: String,
    arguments: FieldTable = FieldTable()
  ) -> BindOutcome {
    guard let type = exchanges[source.index]?.exchange.type, exists(destination) else {
      return .missing
    }
    let binding = Binding(
      source: source, destination: destination, key: key, arguments: arguments)
    var bound = Bound(binding: binding, number: 0)
    if type == .headers {
      switch HeadersRequirement.reading(binding.arguments, rule: headersRule) {
      case .success(let requirement): bound.headers = requirement
      case .failure(let refusal): return .refused(refusal.text)
      }
    }
    if bindingsByIdentity[binding] != nil { return .exists }
    bound.number = nextNumber()
    let id = BindingID(index: bindings.insert(bound))
    bindingsByIdentity[binding] = id
    join(id, binding, type)
    return .bound(snapshot(of: binding))
  }

  /// Removes that very binding. An auto-delete source goes with its last one. What is not bound
  /// is no error; nothing happens then.
  package mutating func unbind(
    _ destination: BindingDestination, from source: ExchangeID, key: String,
    arguments: FieldTable = FieldTable()
  ) -> [RoutingChange] {
    let binding = Binding(
      source: source, destination: destination, key: key, arguments: arguments)
    var changes: [RoutingChange] = []
    if let id = bindingsByIdentity[binding], let source = remove(id, recording: &changes) {
      autoDelete(source, recording: &changes)
    }
    return changes
  }

  /// Whether anything is bound to the exchange as a source, which is what makes it "in use".
  package func hasBindings(from source: ExchangeID) -> Bool {
    exchanges[source.index]?.outgoing.isEmpty == false
  }

  /// In the order of creation, without the default exchange's implicit ones.
  package func bindingSnapshots() -> [BindingSnapshot] {
    bindings.inOrder(by: \.number).compactMap { bindings[$0] }.map { snapshot(of: $0.binding) }
  }

  func snapshot(of binding: Binding) -> BindingSnapshot {
    let destination: BindingSnapshot.Destination =
      switch binding.destination {
      case .queue(let queue): .queue(queues[queue]?.name.text ?? "")
      case .exchange(let exchange): .exchange(self.exchange(exchange)?.name ?? "")
      }
    return BindingSnapshot(
      source: exchange(binding.source)?.name ?? "", destination: destination,
      key: binding.key.text, arguments: binding.arguments)
  }

  /// Removes the binding and returns what was its source; nil if there is no such binding.
  mutating func remove(
    _ id: BindingID, recording changes: inout [RoutingChange]
  ) -> ExchangeID? {
    guard let binding = bindings.remove(id.index)?.binding else { return nil }
    changes.append(.unbound(snapshot(of: binding)))
    bindingsByIdentity[binding] = nil
    leave(id, binding)
    return binding.source
  }

  private func exists(_ destination: BindingDestination) -> Bool {
    switch destination {
    case .queue(let queue): queues[queue] != nil
    case .exchange(let exchange): exchanges[exchange.index] != nil
    }
  }
}

// MARK: - What routing looks at

extension RoutingTable {
  /// Enters the new binding wherever routing will look for it.
  private mutating func join(_ id: BindingID, _ binding: Binding, _ type: ExchangeType) {
    let source = binding.source
    switch type {
    case .direct:
      let destination = isBound(binding, sameKey: true) ? nil : binding.destination
      matchers[source].byKey[binding.key, default: Matcher.Keyed()].add(id, destination)
    case .fanout:
      if !isBound(binding, sameKey: false) {
        matchers[source].all.append(binding.destination)
      }
    case .topic:
      matchers[source].topics.insert(id, pattern: TopicWords(binding.key.text))
      matchers[source].topicCache.clear()
    case .headers:
      break
    }
    exchanges[source.index]?.outgoing.append(id)
    switch binding.destination {
    case .queue(let queue): queues[queue]?.incoming.append(id)
    case .exchange(let exchange): exchanges[exchange.index]?.incoming.append(id)
    }
  }

  /// Takes the binding, which is removed already, out of wherever routing looks.
  private mutating func leave(_ id: BindingID, _ binding: Binding) {
    let source = binding.source
    exchanges[source.index]?.outgoing.removeFirst(id)
    switch binding.destination {
    case .queue(let queue): queues[queue]?.incoming.removeFirst(id)
    case .exchange(let exchange): exchanges[exchange.index]?.incoming.removeFirst(id)
    }
    switch matchers[source].type {
    case .direct:
      guard var keyed = matchers[source].byKey.removeValue(forKey: binding.key) else { return }
      keyed.bindings.removeFirst(id)
      if keyed.bindings.isEmpty { return }
      if isBound(binding, sameKey: true) {
        keyed.destinations = destinations(of: keyed.bindings)
      } else {
        keyed.destinations.remove(binding.destination)
      }
      matchers[source].byKey[binding.key] = keyed
    case .fanout:
      if isBound(binding, sameKey: false) {
        let all = destinations(of: exchanges[source.index]?.outgoing ?? [])
        matchers[source].all = all
      } else {
        matchers[source].all.remove(binding.destination)
      }
    case .topic:
      matchers[source].topics.remove(id, pattern: TopicWords(binding.key.text))
      matchers[source].topicCache.clear()
    case .headers:
      break
    }
  }

  /// Whether another binding leads from the same source to the same destination.
  private func isBound(_ binding: Binding, sameKey: Bool) -> Bool {
    let incoming =
      switch binding.destination {
      case .queue(let queue): queues[queue]?.incoming ?? []
      case .exchange(let exchange): exchanges[exchange.index]?.incoming ?? []
      }
    return incoming.contains { id in
      guard let other = bindings[id.index]?.binding else { return false }
      return other.source == binding.source && (!sameKey || other.key == binding.key)
    }
  }

  /// Where these bindings lead, each destination once.
  func destinations(of ids: [BindingID]) -> Destinations {
    var collector = DestinationCollector()
    for id in ids {
      if let bound = bindings[id.index] { collector.insert(bound.binding.destination) }
    }
    return collector.destinations
  }
}

extension Matcher.Keyed {
  mutating func add(_ id: BindingID, _ destination: BindingDestination?) {
    bindings.append(id)
    if let destination { destinations.append(destination) }
  }
}

extension [BindingID] {
  fileprivate mutating func removeFirst(_ id: BindingID) {
    if let index = firstIndex(of: id) { remove(at: index) }
  }
}
