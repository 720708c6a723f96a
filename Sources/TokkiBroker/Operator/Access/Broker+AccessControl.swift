import AMQPModel

extension Broker {
  /// Users, what they may do, and limits. The words of a refusal are `rabbitmqctl`'s.
  mutating func control(_ action: OperatorAction) throws(OperatorRefusal) {
    switch action {
    case .addUser(let name, let password):
      try add(name, password)
    case .deleteUser(let name):
      try delete(users.remove(at: placeOfUser(name)))
    case .changePassword(let user, let password):
      users[try placeOfUser(user)].password = password
    case .setUserTags(let user, let tags):
      users[try placeOfUser(user)].tags = tags
    case .setPermissions(let permissions, let user, let host):
      try set(permissions, user, in: host)
    case .clearPermissions(let user, let host):
      let host = try accessHost(host)
      users[try placeOfUser(user, quoted: false)].permissions.removeAll { $0.virtualHost == host }
    case .setTopicPermissions(let permissions, let user, let host):
      try set(permissions, user, in: host)
    case .clearTopicPermissions(let user, let exchange, let host):
      let host = try accessHost(host)
      users[try placeOfUser(user, quoted: false)].topicPermissions.removeAll {
        $0.virtualHost == host
          && (exchange == nil || exchange.map(ExactName.init) == ExactName($0.granted.exchange))
      }
    case .setVirtualHostLimits(let limits, let host):
      let host = try accessHost(host)
      try Self.check(limits, of: ["max-connections", "max-queues"], what: "limits")
      hosts[host.index].limits = limits
    case .clearVirtualHostLimits(let host):
      hosts[try accessHost(host).index].limits = []
    case .setUserLimits(let limits, let user):
      let place = try placeOfUser(user)
      try Self.check(limits, of: ["max-connections", "max-channels"], what: "user-limits")
      for limit in limits { users[place].limits.set(limit) }
    case .clearUserLimits(let name, let user):
      users[try placeOfUser(user)].limits.removeAll { name == "all" || $0.name == name }
    case .setPolicy, .clearPolicy:
      return
    }
    restrictChannels()
    if isTracing { trace(nil, .controlled(action)) }
  }

  /// Who may do everything is asked for nothing afterwards.
  private mutating func restrictChannels() {
    for connection in connections {
      for numbered in connection.channels {
        let host = host(of: numbered.channel)
        channels[numbered.channel.index].isRestricted = isRestricted(connection.user, in: host)
      }
    }
  }

  private mutating func add(_ name: String, _ password: Password) throws(OperatorRefusal) {
    if name.utf8.isEmpty { throw OperatorRefusal(reason: "user cannot be an empty string") }
    if account(of: name) != nil {
      throw OperatorRefusal(reason: "User \"\(name)\" already exists")
    }
    users.append(UserAccount(name: name, password: password))
  }

  /// Connections of a user who is no more are closed. Source: rabbit_connection_tracking.
  private mutating func delete(_ user: UserAccount) throws(OperatorRefusal) {
    let exception = AMQPException(.connectionForced, "user '\(user.name)' is deleted")
    for connection in connections
    where connection.state == .open && ExactName(connection.user) == ExactName(user.name) {
      if let place = place(of: connection.id) { close(place, exception) }
    }
  }

  private mutating func set(
    _ permissions: Permissions, _ user: String, in host: String
  ) throws(OperatorRefusal) {
    let host = try accessHost(host)
    let place = try placeOfUser(user, quoted: false)
    do throws(PatternProblem) {
      users[place].set(try HostPermissions(permissions, in: host))
    } catch {
      throw Self.refusal(
        error, among: [permissions.configure, permissions.write, permissions.read])
    }
  }

  private mutating func set(
    _ permissions: TopicPermissions, _ user: String, in virtualHost: String
  ) throws(OperatorRefusal) {
    let host = try accessHost(virtualHost)
    let place = try placeOfUser(user, quoted: false)
    do throws(PatternProblem) {
      users[place].set(
        try HostTopicPermissions(permissions, user: user, in: host, named: virtualHost))
    } catch {
      throw Self.refusal(error, among: [permissions.write, permissions.read])
    }
  }

  private func accessHost(_ name: String) throws(OperatorRefusal) -> VirtualHostID {
    guard let host = host(named: name) else {
      throw OperatorRefusal(reason: "Virtual host \(name) does not exist")
    }
    return host
  }

  private func placeOfUser(
    _ name: String, quoted: Bool = true
  ) throws(OperatorRefusal) -> Int {
    guard let place = users.firstIndex(where: { ExactName($0.name) == ExactName(name) }) else {
      let described = quoted ? "\"\(name)\"" : name
      throw OperatorRefusal(reason: "User \(described) does not exist")
    }
    return place
  }

  /// Names the first of the patterns that is not valid.
  private static func refusal(
    _ problem: PatternProblem, among patterns: [String]
  ) -> OperatorRefusal {
    switch problem {
    case .notSimulated(let what): OperatorRefusal(reason: what)
    case .invalid(let words, let offset):
      OperatorRefusal(
        reason: "invalid_regexp: \(words) at \(offset) in "
          + (patterns.first { (try? NamePattern($0)) == nil } ?? ""))
    }
  }

  /// Source: rabbit_vhost_limit and rabbit_auth_backend_internal, validate.
  private static func check(
    _ limits: [Limit], of names: [String], what: String
  ) throws(OperatorRefusal) {
    let unknown = limits.filter { !names.contains($0.name) }
    guard !unknown.isEmpty else { return }
    let terms = unknown.map { "{<<\"\($0.name)\">>,\($0.value)}" }.joined(separator: ",")
    let words = "Unrecognised terms [\(terms)] in \(what)"
    throw OperatorRefusal(
      reason: what == "limits" ? "Validation failed\n\n\(words)\n" : words)
  }
}

extension [Limit] {
  fileprivate mutating func set(_ limit: Limit) {
    removeAll { $0.name == limit.name }
    append(limit)
  }
}
