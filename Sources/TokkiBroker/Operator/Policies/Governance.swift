import AMQPModel

/// The policies in force for one queue or exchange: at most one of each kind.
struct Governance: Hashable, Sendable {
  private(set) var user: Policy?
  private(set) var `operator`: Policy?
  /// What they set together, in the order of the names.
  private(set) var definition = FieldTable()

  init() {}

  init(user: Policy?, operator: Policy?, _ profile: Profile) {
    self.user = user
    self.operator = `operator`
    definition = (user?.definition ?? FieldTable()).sortedUniquely
    for entry in `operator`?.definition.entries ?? [] {
      definition[entry.name] =
        definition[entry.name].map { Self.merged(entry.name, $0, entry.value) } ?? entry.value
    }
    definition = definition.sortedByName
  }

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
    PoliciesInForce(policy: user?.name, operatorPolicy: `operator`?.name)
  }

  subscript(key: PolicyKey) -> FieldValue? { definition[key.rawValue] }

  func integer(_ key: PolicyKey) -> Int64? { self[key]?.integer }
  func text(_ key: PolicyKey) -> String? { self[key]?.text }
}
