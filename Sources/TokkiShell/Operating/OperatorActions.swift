import AMQPModel
import TokkiBroker
import TokkiLanguage

extension OperatorCommand {
  /// What is asked of the broker, one after the other.
  ///
  /// - Parameter current: the virtual host of commands that name none.
  func actions(in current: String) -> [OperatorAction] {
    switch self {
    case .setPolicy(let terms, let host):
      [.setPolicy(Policy(terms), virtualHost: host ?? current)]
    case .clearPolicy(let name, let isOperator, let host):
      [
        .clearPolicy(
          name: name, kind: isOperator ? .operator : .user, virtualHost: host ?? current)
      ]
    case .addUser(let name, let password, let tags):
      [.addUser(name: name, password: password)]
        + (tags.isEmpty ? [] : [.setUserTags(user: name, tags: tags)])
    case .deleteUser(let name): [.deleteUser(name: name)]
    case .changePassword(let user, let password):
      [.changePassword(user: user, password: password)]
    case .setUserTags(let user, let tags): [.setUserTags(user: user, tags: tags)]
    case .setPermissions(let terms, let user, let host):
      [.setPermissions(Permissions(terms), user: user, virtualHost: host ?? current)]
    case .clearPermissions(let user, let host):
      [.clearPermissions(user: user, virtualHost: host ?? current)]
    case .setTopicPermissions(let terms, let user, let host):
      [.setTopicPermissions(TopicPermissions(terms), user: user, virtualHost: host ?? current)]
    case .clearTopicPermissions(let user, let exchange, let host):
      [.clearTopicPermissions(user: user, exchange: exchange, virtualHost: host ?? current)]
    case .setVirtualHostLimits(let table, let host):
      [.setVirtualHostLimits(Limit.all(table), virtualHost: host ?? current)]
    case .clearVirtualHostLimits(let host):
      [.clearVirtualHostLimits(virtualHost: host ?? current)]
    case .setUserLimits(let table, let user):
      [.setUserLimits(Limit.all(table), user: user)]
    case .clearUserLimits(let name, let user): [.clearUserLimits(name: name, user: user)]
    }
  }
}

extension Policy {
  fileprivate init(_ terms: PolicyTerms) {
    self.init(
      name: terms.name, kind: terms.isOperator ? .operator : .user, pattern: terms.pattern,
      definition: terms.definition, priority: terms.priority, scope: Scope(terms.scope))
  }
}

extension Permissions {
  fileprivate init(_ terms: PermissionTerms) {
    self.init(configure: terms.configure, write: terms.write, read: terms.read)
  }
}

extension TopicPermissions {
  fileprivate init(_ terms: TopicPermissionTerms) {
    self.init(exchange: terms.exchange, write: terms.write, read: terms.read)
  }
}

extension Limit {
  fileprivate static func all(_ table: FieldTable) -> [Limit] {
    table.entries.compactMap { entry in
      entry.value.integer.map { Limit(name: entry.name, value: $0) }
    }
  }
}

extension OperatorCommand {
  /// Whether it is about the current virtual host, or about users who are not the usual one, by
  /// whom a comparison is made.
  var staysInside: Bool {
    switch self {
    case .setPolicy(_, let host), .clearPolicy(_, _, let host), .setPermissions(_, _, let host),
      .clearPermissions(_, let host), .setTopicPermissions(_, _, let host),
      .clearTopicPermissions(_, _, let host), .setVirtualHostLimits(_, let host),
      .clearVirtualHostLimits(let host):
      host == nil
    case .addUser(let user, _, _), .deleteUser(let user), .changePassword(let user, _),
      .setUserTags(let user, _), .setUserLimits(_, let user), .clearUserLimits(_, let user):
      user != OwnUsers.usual
    }
  }
}

extension OperatorAction {
  /// The virtual host that it is about; nil where it is about a user alone.
  var virtualHost: String? {
    switch self {
    case .setPolicy(_, let host), .clearPolicy(_, _, let host), .setPermissions(_, _, let host),
      .clearPermissions(_, let host), .setTopicPermissions(_, _, let host),
      .clearTopicPermissions(_, _, let host), .setVirtualHostLimits(_, let host),
      .clearVirtualHostLimits(let host):
      host
    case .addUser, .deleteUser, .changePassword, .setUserTags, .setUserLimits, .clearUserLimits:
      nil
    }
  }

  /// The user who has to be there for it; nil where it is about none.
  var user: String? {
    switch self {
    case .deleteUser(let user), .changePassword(let user, _), .setUserTags(let user, _),
      .setPermissions(_, let user, _), .clearPermissions(let user, _),
      .setTopicPermissions(_, let user, _), .clearTopicPermissions(let user, _, _),
      .setUserLimits(_, let user), .clearUserLimits(_, let user):
      user
    case .setPolicy, .clearPolicy, .addUser, .setVirtualHostLimits, .clearVirtualHostLimits: nil
    }
  }
}
