extension Broker {
  /// Does what an operator asks for. What it throws has changed nothing.
  ///
  /// - Throws: the reason that RabbitMQ gives, for what does not exist or is not valid.
  public mutating func operate(
    _ action: OperatorAction, into step: inout Step
  ) throws(OperatorRefusal) {
    swap(&output, &step)
    defer { swap(&output, &step) }
    switch action {
    case .setPolicy(let policy, let host): try setPolicy(policy, in: host)
    case .clearPolicy(let name, let kind, let host): try clearPolicy(name, kind, in: host)
    case .addUser, .deleteUser, .changePassword, .setUserTags, .setPermissions, .clearPermissions,
      .setTopicPermissions, .clearTopicPermissions, .setVirtualHostLimits,
      .clearVirtualHostLimits, .setUserLimits, .clearUserLimits:
      try control(action)
    }
    settle()
  }
}
