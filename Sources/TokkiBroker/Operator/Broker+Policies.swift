extension Broker {
  mutating func setPolicy(
    _ policy: Policy, in virtualHost: String
  ) throws(OperatorRefusal) {
    throw OperatorRefusal(reason: "policies are not simulated")
  }

  mutating func clearPolicy(
    _ name: String, _ kind: Policy.Kind, in virtualHost: String
  ) throws(OperatorRefusal) {
    throw OperatorRefusal(reason: "policies are not simulated")
  }
}
