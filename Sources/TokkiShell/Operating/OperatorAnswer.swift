public import AMQPModel
public import TokkiBroker

/// What an operator asked for was done.
public struct OperatorAnswer: Hashable, Sendable {
  public var action: OperatorAction
  /// Those of a user who was added.
  public var tags: [String] = []
  /// Whether there was one before, which this one replaces: a policy, a user's permissions.
  public var wasThere = false
  /// Whether the virtual host that it is about is the current one, or there is none.
  public var isHere = true
  /// What a policy has come to be in force for, and what it is no longer in force for; nil where
  /// nobody tells.
  public var governed: [GovernedObject]?

  public init(_ action: OperatorAction) { self.action = action }
}

/// A queue or an exchange, and the policies in force for it before and after.
public struct GovernedObject: Hashable, Sendable {
  public var target: PolicyTarget
  /// Whether RabbitMQ made it: the default exchange and `amq.*`.
  public var isPredeclared: Bool
  public var before: PoliciesInForce
  public var after: PoliciesInForce
  /// What policies set together, afterwards.
  public var definition: FieldTable

  public init(
    target: PolicyTarget, isPredeclared: Bool, before: PoliciesInForce, after: PoliciesInForce,
    definition: FieldTable
  ) {
    self.target = target
    self.isPredeclared = isPredeclared
    self.before = before
    self.after = after
    self.definition = definition
  }
}

extension PoliciesInForce {
  /// The name of the one of that kind.
  public subscript(kind: Policy.Kind) -> String? {
    switch kind {
    case .user: policy
    case .operator: operatorPolicy
    }
  }

  public var isEmpty: Bool { policy == nil && operatorPolicy == nil }
}

/// The policies in force for everything in a virtual host.
struct GovernedHost {
  private var objects: [GovernedObject]

  init(_ host: VirtualHostSnapshot) {
    objects = host.exchanges.map { exchange in
      GovernedObject(
        target: .exchange(exchange.name), isPredeclared: exchange.isPredeclared,
        before: exchange.policies, after: exchange.policies,
        definition: exchange.effectivePolicyDefinition)
    }
    objects += host.queues.map { queue in
      GovernedObject(
        target: .queue(queue.name), isPredeclared: false, before: queue.policies,
        after: queue.policies, definition: queue.effectivePolicyDefinition)
    }
  }

  /// Of users' policies alone: of what operators add a real broker tells some seconds later.
  init(_ view: ManagedView) {
    self.init(VirtualHostSnapshot(name: "", exchanges: view.exchanges))
    objects += view.queues.map { queue in
      let policies = PoliciesInForce(policy: queue.policies.policy)
      return GovernedObject(
        target: .queue(queue.name), isPredeclared: false, before: policies, after: policies,
        definition: FieldTable())
    }
  }

  /// What that policy is in force for now, and what has changed since.
  func changes(
    since before: GovernedHost, of name: String, _ kind: Policy.Kind
  ) -> [GovernedObject] {
    let earlier = Dictionary(before.objects.map { ($0.target, $0) }) { first, _ in first }
    return objects.compactMap { object in
      var object = object
      let old = earlier[object.target]
      object.before = old?.after ?? PoliciesInForce()
      let isChanged = object.before != object.after || old?.definition != object.definition
      return object.after[kind] == name || isChanged ? object : nil
    }
  }
}
