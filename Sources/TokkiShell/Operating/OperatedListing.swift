public import TokkiBroker
import TokkiLanguage

/// What operators have set, listed.
public enum OperatedListing: Hashable, Sendable {
  /// Users' and operators', of the current virtual host.
  case policies([Policy])
  case users([ListedUser])
  case permissions([ListedPermissions])
  case topicPermissions([ListedTopicPermissions])
  case limits([ListedLimit])
}

extension OperatedListing {
  /// nil where the listing is of something else.
  init?(_ listing: LookCommand.Listing, of view: OperatedView) {
    switch listing {
    case .policies: self = .policies(view.policies)
    case .users: self = .users(view.users)
    case .permissions: self = .permissions(view.permissions)
    case .topicPermissions: self = .topicPermissions(view.topicPermissions)
    case .limits: self = .limits(view.limits)
    case .queues, .exchanges, .bindings, .consumers, .connections, .channels, .messages,
      .allMessages,
      .virtualHosts, .checkpoints:
      return nil
    }
  }
}

extension LookCommand.Listing {
  /// Whether it is of what operators set.
  var isOperated: Bool { OperatedListing(self, of: OperatedView()) != nil }
}
