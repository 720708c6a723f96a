import AMQPModel

/// A user, and what they may do in which virtual host.
struct UserAccount: Hashable, Sendable {
  let name: String
  var password: Password
  var tags: [String] = []
  var limits: [Limit] = []
  /// In the order in which they were first given, at most one for each virtual host.
  var permissions: [HostPermissions] = []
  /// In the order in which they were first given, one for each exchange of a virtual host.
  var topicPermissions: [HostTopicPermissions] = []

  init(name: String, password: Password) {
    self.name = name
    self.password = password
  }

  /// Who a new broker knows, as RabbitMQ does.
  static let guest = {
    var guest = UserAccount(name: "guest", password: Password("guest"))
    guest.tags = ["administrator"]
    return guest
  }()

  /// Whether the user may publish messages in another user's name.
  var isImpersonator: Bool { tags.contains("impersonator") }

  func permissions(in host: VirtualHostID) -> HostPermissions? {
    permissions.first { $0.virtualHost == host }
  }

  /// Whether nothing in the virtual host is forbidden to the user.
  func mayDoAnything(in host: VirtualHostID) -> Bool {
    permissions(in: host)?.allowEverything == true
      && !topicPermissions.contains { $0.virtualHost == host }
  }

  mutating func set(_ given: HostPermissions) {
    if let index = permissions.firstIndex(where: { $0.virtualHost == given.virtualHost }) {
      permissions[index] = given
    } else {
      permissions.append(given)
    }
  }

  mutating func set(_ given: HostTopicPermissions) {
    let index = topicPermissions.firstIndex {
      $0.virtualHost == given.virtualHost
        && ExactName($0.granted.exchange) == ExactName(given.granted.exchange)
    }
    if let index {
      topicPermissions[index] = given
    } else {
      topicPermissions.append(given)
    }
  }

  mutating func forget(_ host: VirtualHostID) {
    permissions.removeAll { $0.virtualHost == host }
    topicPermissions.removeAll { $0.virtualHost == host }
  }
}

/// What somebody wants to do with a queue or an exchange.
enum ResourceAccess: String, Sendable {
  case configure
  case write
  case read
}

/// A user's permissions in one virtual host.
struct HostPermissions: Hashable, Sendable {
  let virtualHost: VirtualHostID
  let granted: Permissions
  private let configure: NamePattern
  private let write: NamePattern
  private let read: NamePattern

  init(_ granted: Permissions, in host: VirtualHostID) throws(PatternProblem) {
    virtualHost = host
    self.granted = granted
    configure = try Self.pattern(granted.configure)
    write = try Self.pattern(granted.write)
    read = try Self.pattern(granted.read)
  }

  /// An empty permission is for the empty name alone, as `^$` is.
  /// Source: rabbit_auth_backend_internal, check_resource_access.
  static func pattern(_ text: String) throws(PatternProblem) -> NamePattern {
    try NamePattern(text.utf8.isEmpty ? "^$" : text)
  }

  var allowEverything: Bool {
    configure.matchesEverything && write.matchesEverything && read.matchesEverything
  }

  func allow(_ access: ResourceAccess, to name: String) -> Bool {
    switch access {
    case .configure: configure.matches(name)
    case .write: write.matches(name)
    case .read: read.matches(name)
    }
  }
}

/// A user's permissions for the routing keys of one topic exchange.
struct HostTopicPermissions: Hashable, Sendable {
  let virtualHost: VirtualHostID
  let granted: TopicPermissions
  private let write: NamePattern
  private let read: NamePattern

  /// `{username}` and `{vhost}` in a pattern stand for the names, as they are: what in them has a
  /// meaning in a pattern has it. Source: rabbit_auth_backend_internal, expand_topic_permission.
  init(
    _ granted: TopicPermissions, user: String, in host: VirtualHostID, named virtualHost: String
  ) throws(PatternProblem) {
    self.virtualHost = host
    self.granted = granted
    func expanded(_ text: String) -> String {
      text.replacing("{username}", with: user).replacing("{vhost}", with: virtualHost)
    }
    write = try HostPermissions.pattern(expanded(granted.write))
    read = try HostPermissions.pattern(expanded(granted.read))
  }

  func allow(_ access: ResourceAccess, key: String) -> Bool {
    switch access {
    case .configure: false
    case .write: write.matches(key)
    case .read: read.matches(key)
    }
  }
}
