import AMQPModel
public import TokkiBroker

/// What operators have set: as much of it as one virtual host and the whole broker have.
public struct OperatedView: Hashable, Sendable {
  public var policies: [Policy]
  public var users: [ListedUser]
  public var permissions: [ListedPermissions]
  public var topicPermissions: [ListedTopicPermissions]
  public var limits: [ListedLimit]

  public init(
    policies: [Policy] = [], users: [ListedUser] = [], permissions: [ListedPermissions] = [],
    topicPermissions: [ListedTopicPermissions] = [], limits: [ListedLimit] = []
  ) {
    self.policies = policies
    self.users = users
    self.permissions = permissions
    self.topicPermissions = topicPermissions
    self.limits = limits
  }
}

/// A user and what it is.
public struct ListedUser: Hashable, Sendable {
  public var name: String
  public var tags: [String]

  public init(name: String, tags: [String]) {
    self.name = name
    self.tags = tags
  }
}

/// What a user may do in the virtual host.
public struct ListedPermissions: Hashable, Sendable {
  public var user: String
  public var permissions: Permissions

  public init(user: String, permissions: Permissions) {
    self.user = user
    self.permissions = permissions
  }
}

/// With which routing keys a user may use a topic exchange.
public struct ListedTopicPermissions: Hashable, Sendable {
  public var user: String
  public var permissions: TopicPermissions

  public init(user: String, permissions: TopicPermissions) {
    self.user = user
    self.permissions = permissions
  }
}

/// A limit and what has it.
public struct ListedLimit: Hashable, Sendable {
  public enum Holder: Hashable, Sendable {
    case virtualHost(String)
    case user(String)
  }

  public var holder: Holder
  public var limit: Limit

  public init(holder: Holder, limit: Limit) {
    self.holder = holder
    self.limit = limit
  }
}

/// What an operator's action can be about, before it: what it replaces, and what is missing for
/// it. nil where nobody tells.
struct OperatedThings {
  var view: OperatedView?
  var virtualHosts: [String]

  init(_ view: OperatedView?, virtualHosts: [String]) {
    self.view = view
    self.virtualHosts = virtualHosts
  }

  /// What the shell itself refuses: RabbitMQ would replace a user's password where a user is added
  /// that is there.
  func problem(with action: OperatorAction) -> Refusal? {
    guard case .addUser(let name, _) = action, let view,
      view.users.contains(where: { ExactName($0.name) == ExactName(name) })
    else { return nil }
    return .userExists(name)
  }

  /// Whether there is one already that the action takes the place of.
  func replaces(_ action: OperatorAction) -> Bool {
    guard let view else { return false }
    switch action {
    case .setPolicy(let policy, _):
      return view.policies.contains {
        $0.kind == policy.kind && ExactName($0.name) == ExactName(policy.name)
      }
    case .setPermissions(_, let user, _): return view.permissions.contains { $0.user == user }
    case .setTopicPermissions(let permissions, let user, _):
      return view.topicPermissions.contains {
        $0.user == user && $0.permissions.exchange == permissions.exchange
      }
    case .clearPolicy, .addUser, .deleteUser, .changePassword, .setUserTags, .clearPermissions,
      .clearTopicPermissions, .setVirtualHostLimits, .clearVirtualHostLimits, .setUserLimits,
      .clearUserLimits:
      return false
    }
  }
}

extension OperatedView {
  /// What the simulated broker has.
  package init(_ snapshot: BrokerSnapshot, virtualHost host: VirtualHostSnapshot) {
    self.init(
      policies: host.policies,
      users: snapshot.users.map { ListedUser(name: $0.name, tags: $0.tags) },
      permissions: snapshot.users.flatMap { user in
        user.permissions.filter { ExactName($0.virtualHost) == ExactName(host.name) }
          .map { ListedPermissions(user: user.name, permissions: $0.permissions) }
      },
      topicPermissions: snapshot.users.flatMap { user in
        user.topicPermissions.filter { ExactName($0.virtualHost) == ExactName(host.name) }
          .map { ListedTopicPermissions(user: user.name, permissions: $0.permissions) }
      },
      limits: host.limits.map { ListedLimit(holder: .virtualHost(host.name), limit: $0) }
        + snapshot.users.flatMap { user in
          user.limits.map { ListedLimit(holder: .user(user.name), limit: $0) }
        })
  }
}

extension OperatedThings {
  /// As the simulated broker has it, for actions that are about that virtual host.
  init(_ snapshot: BrokerSnapshot, virtualHost: String) {
    let host = snapshot.virtualHost(named: virtualHost) ?? VirtualHostSnapshot(name: virtualHost)
    self.init(
      OperatedView(snapshot, virtualHost: host), virtualHosts: snapshot.virtualHosts.map(\.name))
  }
}
