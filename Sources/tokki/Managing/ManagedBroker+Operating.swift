import AMQPModel
import TokkiBroker
import TokkiLanguage
import TokkiNIO
import TokkiShell

/// Policies, users, permissions and limits, by the management API.
/// Source: RabbitMQ Management HTTP API.
extension ManagedBroker {
  func operate(_ action: OperatorAction) async throws {
    do throws(ManagementAPI.Failure) {
      try await perform(action)
    } catch {
      // What concerns the login, or the network, is no word about the action.
      guard case .refused(let status, let reason) = error, status != 401, status != 403 else {
        throw error
      }
      throw OperatorRefusal(reason: reason.isEmpty ? "HTTP status \(status)" : reason)
    }
  }

  private func perform(_ action: OperatorAction) async throws(ManagementAPI.Failure) {
    switch action {
    case .setPolicy(let policy, let host):
      try await api.put([path(policy.kind), host, policy.name], policy.body)
    case .clearPolicy(let name, let kind, let host):
      try await api.delete([path(kind), host, name])
    case .addUser(let name, let password):
      try await api.put(
        ["users", name], body([("password", .string(password.secret)), ("tags", "")]))
    case .deleteUser(let name): try await api.delete(["users", name])
    case .changePassword(let user, let password):
      let seen = try await api.get(["users", user], as: SeenUser.self)
      try await api.put(
        ["users", user],
        body([
          ("password", .string(password.secret)), ("tags", .string(seen.tagList)),
        ]))
    case .setUserTags(let user, let tags):
      let seen = try await api.get(["users", user], as: SeenUser.self)
      try await api.put(
        ["users", user],
        body([
          ("password_hash", .string(seen.passwordHash ?? "")),
          ("hashing_algorithm", seen.hashingAlgorithm.map(JSONValue.string) ?? .null),
          ("tags", .string(tags.joined(separator: ","))),
        ]))
    case .setPermissions, .clearPermissions, .setTopicPermissions, .clearTopicPermissions:
      try await permit(action)
    case .setVirtualHostLimits, .clearVirtualHostLimits, .setUserLimits, .clearUserLimits:
      try await limit(action)
    }
  }

  private func permit(_ action: OperatorAction) async throws(ManagementAPI.Failure) {
    switch action {
    case .setPermissions(let permissions, let user, let host):
      try await api.put(
        ["permissions", host, user],
        body([
          ("configure", .string(permissions.configure)), ("write", .string(permissions.write)),
          ("read", .string(permissions.read)),
        ]))
    case .clearPermissions(let user, let host):
      try await api.delete(["permissions", host, user])
    case .setTopicPermissions(let permissions, let user, let host):
      try await api.put(
        ["topic-permissions", host, user],
        body([
          ("exchange", .string(permissions.exchange)), ("write", .string(permissions.write)),
          ("read", .string(permissions.read)),
        ]))
    case .clearTopicPermissions(let user, let exchange, let host):
      try await api.delete(["topic-permissions", host, user] + (exchange.map { [$0] } ?? []))
    default: break
    }
  }

  /// The API sets one limit at a time.
  private func limit(_ action: OperatorAction) async throws(ManagementAPI.Failure) {
    switch action {
    case .setVirtualHostLimits(let limits, let host):
      try await set(limits, of: host, in: "vhost-limits")
      let others = try await self.limits(of: host, in: "vhost-limits")
      for name in others where !limits.contains(where: { $0.name == name }) {
        try await api.delete(["vhost-limits", host, name])
      }
    case .clearVirtualHostLimits(let host):
      for name in try await limits(of: host, in: "vhost-limits") {
        try await api.delete(["vhost-limits", host, name])
      }
    case .setUserLimits(let limits, let user):
      try await set(limits, of: user, in: "user-limits")
    case .clearUserLimits("all", let user):
      for name in try await limits(of: user, in: "user-limits") {
        try await api.delete(["user-limits", user, name])
      }
    case .clearUserLimits(let name, let user):
      try await api.delete(["user-limits", user, name])
    default: break
    }
  }

  private func set(
    _ limits: [Limit], of holder: String, in path: String
  ) async throws(ManagementAPI.Failure) {
    for limit in limits {
      try await api.put([path, holder, limit.name], body([("value", .integer(limit.value))]))
    }
  }

  private func limits(
    of holder: String, in path: String
  ) async throws(ManagementAPI.Failure) -> [String] {
    try await api.get([path, holder], as: [SeenLimits].self).flatMap { $0.value.keys.sorted() }
  }

  private func path(_ kind: Policy.Kind) -> String {
    switch kind {
    case .user: "policies"
    case .operator: "operator-policies"
    }
  }

  private func body(_ members: [(String, JSONValue)]) -> String {
    JSONValue.object(members.filter { $0.1 != .null }.map { JSONValue.Member($0.0, $0.1) }).text
  }

  // MARK: Looking

  func operated(virtualHost: String) async throws -> OperatedView {
    let policies = try await api.get(["policies", virtualHost], as: [SeenPolicy].self)
    let others = try? await api.get(["operator-policies", virtualHost], as: [SeenPolicy].self)
    // Users and what they may do are told to administrators alone.
    let users = try? await api.get(["users"], as: [SeenUser].self)
    let host = ["vhosts", virtualHost]
    let permissions = try? await api.get(host + ["permissions"], as: [SeenPermissions].self)
    let topics = try? await api.get(
      host + ["topic-permissions"], as: [SeenTopicPermissions].self)
    let hostLimits = try? await api.get(["vhost-limits", virtualHost], as: [SeenLimits].self)
    let userLimits = try? await api.get(["user-limits"], as: [SeenLimits].self)
    return OperatedView(
      policies: policies.map { $0.policy(.user) } + (others ?? []).map { $0.policy(.operator) },
      users: (users ?? []).map(\.listed), permissions: (permissions ?? []).map(\.listed),
      topicPermissions: (topics ?? []).map(\.listed),
      limits: ((hostLimits ?? []) + (userLimits ?? [])).flatMap(\.listed))
  }
}

extension Policy {
  fileprivate var body: String {
    let pattern = JSONValue.string(pattern).text
    let scope = JSONValue.string(scope.rawValue).text
    return "{\"pattern\":\(pattern),\"definition\":\(definition.jsonText),"
      + "\"priority\":\(priority),\"apply-to\":\(scope)}"
  }
}
