import AMQPModel
import TokkiBroker
import TokkiLanguage

/// The broker refused what an operator asked for.
public struct OperatorComplaint: Hashable, Sendable {
  /// RabbitMQ's rule behind it.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    case noVirtualHost
    case noPolicy
    case noUser
    case unknownKey
    case invalidPolicy
    case invalidPattern
    case invalidLimit
  }

  /// The broker's own words.
  public var reason: String
  public var rule: Rule?
  /// The name that it is about.
  public var object: String?
  /// Names that may have been meant.
  public var nearest: [String] = []
  /// A command to try next.
  public var suggestion: String?
}

extension OperatorComplaint {
  /// The rule and the way on, by what there is: the reason alone often names nothing.
  init(_ reason: String, to action: OperatorAction, known: OperatedThings) {
    self.reason = reason
    if let host = action.virtualHost,
      !known.virtualHosts.contains(where: { ExactName($0) == ExactName(host) })
    {
      (rule, object) = (.noVirtualHost, host)
      nearest = EditDistance.nearest(to: host, among: known.virtualHosts)
      suggestion = "add vhost \(Quoting.word(host))"
    } else if let user = action.user, let users = known.view?.users.map(\.name),
      !users.contains(where: { ExactName($0) == ExactName(user) })
    {
      (rule, object) = (.noUser, user)
      nearest = EditDistance.nearest(to: user, among: users)
      suggestion = "add user \(Quoting.word(user)) PASSWORD"
    } else {
      explain(action, known)
    }
  }

  private mutating func explain(_ action: OperatorAction, _ known: OperatedThings) {
    switch action {
    case .clearPolicy(let name, let kind, _):
      let names = known.view?.policies.filter { $0.kind == kind }.map(\.name) ?? []
      guard !names.contains(name) else { return }
      (rule, object) = (.noPolicy, name)
      nearest = EditDistance.nearest(to: name, among: names)
      suggestion = "list policies"
    case .setPolicy(let policy, _):
      object = policy.name
      suggestion = policy.kind == .user ? "help set policy" : "help set operator policy"
      if reason.contains("not recognised policy settings") {
        rule = .unknownKey
        for entry in policy.definition.entries
        where !Self.keys.contains(entry.name) && nearest.isEmpty {
          nearest = EditDistance.nearest(to: entry.name, among: Self.keys)
        }
      } else if reason.contains("should be regular expression") {
        rule = .invalidPattern
      } else {
        rule = .invalidPolicy
      }
    case .setPermissions, .setTopicPermissions:
      rule = .invalidPattern
      suggestion = "help set permissions"
    case .setVirtualHostLimits, .setUserLimits:
      rule = .invalidLimit
      suggestion = "help access"
    case .addUser, .deleteUser, .changePassword, .setUserTags, .clearPermissions,
      .clearTopicPermissions, .clearVirtualHostLimits, .clearUserLimits:
      break
    }
  }

  /// What a policy can set, of what people commonly do.
  private static let keys = [
    "max-length", "max-length-bytes", "message-ttl", "expires", "overflow",
    "dead-letter-exchange", "dead-letter-routing-key", "dead-letter-strategy", "delivery-limit",
    "alternate-exchange", "queue-mode", "queue-version", "consumer-timeout", "max-age",
  ]
}
