extension Broker {
  /// Users, what they may do, and limits.
  mutating func control(_ action: OperatorAction) throws(OperatorRefusal) {
    throw OperatorRefusal(reason: "access control is not simulated")
  }
}
