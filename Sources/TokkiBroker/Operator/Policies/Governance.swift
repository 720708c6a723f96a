import AMQPModel

/// The policies in force for one queue or exchange: at most one of each kind.
struct Governance: Hashable, Sendable {
  /// Behind one reference, since queues are copied, and most have no policies.
  private final class Content: Hashable, Sendable {
    let user: Policy?
    let `operator`: Policy?
    let definition: FieldTable

    init(user: Policy?, operator: Policy?, definition: FieldTable) {
      self.user = user
      self.operator = `operator`
      self.definition = definition
    }

    static func == (left: Content, right: Content) -> Bool {
      left === right || left.user == right.user && left.operator == right.operator
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(user)
      hasher.combine(self.operator)
    }
  }

  private let content: Content?

  /// No policies.
  init() { content = nil }

  init(user: Policy?, operator: Policy?) {
    if user == nil, `operator` == nil {
      content = nil
      return
    }
    var definition = (user?.definition ?? FieldTable()).sortedUniquely
    for entry in `operator`?.definition.entries ?? [] {
      definition[entry.name] =
        definition[entry.name].map { Self.merged(entry.name, $0, entry.value) } ?? entry.value
    }
    content = Content(user: user, operator: `operator`, definition: definition.sortedByName)
  }

  /// What they set together, in the order of the names.
  var definition: FieldTable { content?.definition ?? FieldTable() }

  /// Where both kinds set something, the operator's word is the bound for numbers, and the last
  /// word for others. Sources: rabbit_policies, merge_policy_value; rabbit_quorum_queue,
  /// merge_policy_value.
  private static func merged(
    _ name: String, _ user: FieldValue, _ operator: FieldValue
  ) -> FieldValue {
    guard let key = PolicyKey(rawValue: name), let left = user.integer,
      let right = `operator`.integer
    else { return `operator` }
    switch key {
    case .queueVersion: return `operator`
    case .targetGroupSize: return left >= right ? user : `operator`
    case .deliveryLimit where left < 0 || right < 0:
      // A negative limit is none.
      return left >= right ? user : `operator`
    default: return left <= right ? user : `operator`
    }
  }

  var names: PoliciesInForce {
    PoliciesInForce(policy: content?.user?.name, operatorPolicy: content?.operator?.name)
  }

  subscript(key: PolicyKey) -> FieldValue? { content?.definition[key.rawValue] }

  func integer(_ key: PolicyKey) -> Int64? { self[key]?.integer }
  func text(_ key: PolicyKey) -> String? { self[key]?.text }
}
