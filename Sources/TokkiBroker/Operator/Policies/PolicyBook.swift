/// The policies of a virtual host.
struct PolicyBook: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    let policy: Policy
    let pattern: NamePattern
  }

  /// In the order of the names' bytes.
  private var user: [Entry] = []
  private var `operator`: [Entry] = []

  /// Users' policies, then operator policies, each in the order of their names.
  var all: [Policy] { (user + self.operator).map(\.policy) }

  private subscript(kind: Policy.Kind) -> [Entry] {
    get {
      switch kind {
      case .user: user
      case .operator: self.operator
      }
    }
    set {
      switch kind {
      case .user: user = newValue
      case .operator: self.operator = newValue
      }
    }
  }

  /// Adds the policy, or replaces the one of that kind and name.
  mutating func set(_ policy: Policy, _ pattern: NamePattern) {
    _ = remove(policy.name, policy.kind)
    let entry = Entry(policy: policy, pattern: pattern)
    let name = policy.name.utf8
    let place = self[policy.kind].firstIndex { name.lexicographicallyPrecedes($0.policy.name.utf8) }
    self[policy.kind].insert(entry, at: place ?? self[policy.kind].endIndex)
  }

  /// False if there is none of that name.
  mutating func remove(_ name: String, _ kind: Policy.Kind) -> Bool {
    guard let place = self[kind].firstIndex(where: { $0.policy.name.utf8.elementsEqual(name.utf8) })
    else { return false }
    self[kind].remove(at: place)
    return true
  }

  func contains(_ policy: Policy) -> Bool { self[policy.kind].contains { $0.policy == policy } }

  /// The policies in force for a queue. One that sets what queues of that kind do not know does
  /// not count.
  func governance(
    ofQueue name: String, _ kind: QueueSettings.Kind, _ profile: Profile
  ) -> Governance {
    if user.isEmpty, self.operator.isEmpty { return Governance() }
    let unsupported = PolicyKey.unsupported(by: kind, profile).map(\.rawValue)
    return governance(of: name) { policy in
      policy.scope.includes(kind)
        && !policy.definition.entries.contains { unsupported.contains($0.name) }
    }
  }

  func governance(ofExchange name: String) -> Governance {
    if user.isEmpty, self.operator.isEmpty { return Governance() }
    return governance(of: name) { $0.scope.includesExchanges }
  }

  private func governance(
    of name: String, where isApplicable: (Policy) -> Bool
  ) -> Governance {
    Governance(
      user: best(of: user, name, isApplicable),
      operator: best(of: self.operator, name, isApplicable))
  }

  /// The matching one of the highest priority. Of several equal ones RabbitMQ takes any: here it is
  /// the first by name.
  private func best(
    of entries: [Entry], _ name: String, _ isApplicable: (Policy) -> Bool
  ) -> Policy? {
    var best: Policy?
    for entry in entries where isApplicable(entry.policy) {
      if let best, best.priority >= entry.policy.priority { continue }
      if entry.pattern.matches(name) { best = entry.policy }
    }
    return best
  }
}

extension Policy.Scope {
  fileprivate func includes(_ kind: QueueSettings.Kind) -> Bool {
    switch kind {
    case .classic: [.all, .queues, .classicQueues].contains(self)
    case .quorum: [.all, .queues, .quorumQueues].contains(self)
    }
  }

  fileprivate var includesExchanges: Bool { [.all, .exchanges].contains(self) }
}

extension Policy {
  /// As RabbitMQ keeps it: each key once, in their order, and numbers without a type.
  var normalized: Policy {
    var policy = self
    policy.definition = definition.sortedUniquely
    for index in policy.definition.entries.indices {
      guard let number = policy.definition.entries[index].value.integer else { continue }
      policy.definition.entries[index].value =
        Int32(exactly: number).map { .int32($0) } ?? .int64(number)
    }
    return policy
  }
}
