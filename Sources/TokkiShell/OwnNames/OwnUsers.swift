import AMQPModel
import Synchronization
import TokkiBroker
import TokkiClient

/// Users of a run's own. A virtual host it has for itself, but users are the whole broker's: whom
/// it calls `alice` has another name there, and its own again in all that the broker says. The
/// usual user, `guest`, is the URI's.
final class OwnUsers: Sendable {
  static let usual = "guest"

  private let prefix: String
  /// The URI's user, by whom all is done.
  private let owner: String
  private let made = Mutex<[String]>([])

  init(prefix: String, owner: String) {
    self.prefix = prefix
    self.owner = owner
  }

  func outside(_ user: String) -> String { user == Self.usual ? owner : prefix + user }

  /// The user as the run knows it; nil for those of others.
  func inside(_ user: String) -> String? {
    if user == owner { return Self.usual }
    return user.hasPrefix(prefix) ? String(user.dropFirst(prefix.count)) : nil
  }

  /// What the broker says, with names as the run has them.
  func inside(text: String) -> String {
    text.replacing("user '\(owner)'", with: "user '\(Self.usual)'")
      .replacing(prefix, with: "")
  }

  /// Those that are to be deleted in the end, as they are on the broker.
  var all: [String] { made.withLock { $0 } }

  func outside(_ action: OperatorAction) -> OperatorAction {
    switch action {
    case .setPolicy, .clearPolicy, .setVirtualHostLimits, .clearVirtualHostLimits: return action
    case .addUser(let name, let password):
      let name = outside(name)
      made.withLock { if !$0.contains(name) { $0.append(name) } }
      return .addUser(name: name, password: password)
    case .deleteUser(let name): return .deleteUser(name: outside(name))
    case .changePassword(let user, let password):
      return .changePassword(user: outside(user), password: password)
    case .setUserTags(let user, let tags): return .setUserTags(user: outside(user), tags: tags)
    case .setPermissions(let permissions, let user, let host):
      return .setPermissions(permissions, user: outside(user), virtualHost: host)
    case .clearPermissions(let user, let host):
      return .clearPermissions(user: outside(user), virtualHost: host)
    case .setTopicPermissions(let permissions, let user, let host):
      return .setTopicPermissions(permissions, user: outside(user), virtualHost: host)
    case .clearTopicPermissions(let user, let exchange, let host):
      return .clearTopicPermissions(user: outside(user), exchange: exchange, virtualHost: host)
    case .setUserLimits(let limits, let user): return .setUserLimits(limits, user: outside(user))
    case .clearUserLimits(let name, let user):
      return .clearUserLimits(name: name, user: outside(user))
    }
  }

  /// What operators have set, of the run's own users alone.
  func inside(_ view: OperatedView) -> OperatedView {
    var view = view
    view.users = view.users.compactMap { listed in
      inside(listed.name).map { ListedUser(name: $0, tags: listed.tags) }
    }
    view.permissions = view.permissions.compactMap { listed in
      inside(listed.user).map { ListedPermissions(user: $0, permissions: listed.permissions) }
    }
    view.topicPermissions = view.topicPermissions.compactMap { listed in
      inside(listed.user).map { ListedTopicPermissions(user: $0, permissions: listed.permissions) }
    }
    view.limits = view.limits.compactMap { listed in
      guard case .user(let name) = listed.holder else { return listed }
      return inside(name).map { ListedLimit(holder: .user($0), limit: listed.limit) }
    }
    return view
  }

  /// Deletes them all; returns what the broker does not let go.
  func remove(by management: any Management) async -> [String] {
    var rest: [String] = []
    for name in all {
      do {
        try await management.operate(.deleteUser(name: name))
      } catch is OperatorRefusal {
        // It is gone already.
      } catch {
        rest.append(name)
      }
    }
    let left = rest
    made.withLock { $0 = left }
    return left
  }
}

/// The management API for a run that has users of its own.
struct ManagementOfOwnUsers: Management {
  let management: any Management
  let users: OwnUsers

  func snapshot(virtualHost: String) async throws -> ManagedView {
    try await management.snapshot(virtualHost: virtualHost)
  }

  func virtualHosts() async throws -> [String] { try await management.virtualHosts() }

  func addVirtualHost(_ name: String) async throws { try await management.addVirtualHost(name) }

  func removeVirtualHost(_ name: String) async throws {
    try await management.removeVirtualHost(name)
  }

  func operate(_ action: OperatorAction) async throws {
    do {
      try await management.operate(users.outside(action))
    } catch let refusal as OperatorRefusal {
      throw OperatorRefusal(reason: users.inside(text: refusal.reason))
    }
  }

  func operated(virtualHost: String) async throws -> OperatedView {
    users.inside(try await management.operated(virtualHost: virtualHost))
  }
}
