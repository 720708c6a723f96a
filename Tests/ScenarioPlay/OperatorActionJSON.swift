import AMQPModel
package import MethodJSON
package import TokkiBroker

extension OperatorAction {
  /// A command of `rabbitmqctl` in a scenario, in the virtual host `/`; `record.py` says what its
  /// arguments are called.
  package init(command: String, _ arguments: JSON) throws(NotAsWritten) {
    let host = "/"
    func text(_ name: String) -> String { arguments[name]?.text ?? "" }
    func limits(_ json: JSON?) -> [Limit] {
      (json?.members ?? []).compactMap { member in
        member.value.wholeNumber.map { Limit(name: member.name, value: $0) }
      }
    }
    switch command {
    case "set_policy", "set_operator_policy":
      let kind: Policy.Kind = command == "set_policy" ? .user : .operator
      let definition = try FieldTable(arguments["definition"] ?? .object([]))
      self = .setPolicy(
        Policy(
          name: text("name"), kind: kind, pattern: text("pattern"), definition: definition,
          priority: arguments["priority"]?.wholeNumber ?? 0,
          scope: Policy.Scope(rawValue: text("apply-to")) ?? .all),
        virtualHost: host)
    case "clear_policy": self = .clearPolicy(name: text("name"), kind: .user, virtualHost: host)
    case "clear_operator_policy":
      self = .clearPolicy(name: text("name"), kind: .operator, virtualHost: host)
    case "add_user": self = .addUser(name: text("user"), password: Password(text("password")))
    case "delete_user": self = .deleteUser(name: text("user"))
    case "change_password":
      self = .changePassword(user: text("user"), password: Password(text("password")))
    case "set_user_tags":
      let tags = arguments["tags"]?.items?.compactMap(\.text) ?? []
      self = .setUserTags(user: text("user"), tags: tags)
    case "set_permissions":
      let permissions = Permissions(
        configure: text("configure"), write: text("write"), read: text("read"))
      self = .setPermissions(permissions, user: text("user"), virtualHost: host)
    case "clear_permissions": self = .clearPermissions(user: text("user"), virtualHost: host)
    case "set_topic_permissions":
      let permissions = TopicPermissions(
        exchange: text("exchange"), write: text("write"), read: text("read"))
      self = .setTopicPermissions(permissions, user: text("user"), virtualHost: host)
    case "clear_topic_permissions":
      self = .clearTopicPermissions(
        user: text("user"), exchange: arguments["exchange"]?.text, virtualHost: host)
    case "set_vhost_limits":
      self = .setVirtualHostLimits(limits(arguments["limits"]), virtualHost: host)
    case "clear_vhost_limits": self = .clearVirtualHostLimits(virtualHost: host)
    case "set_user_limits":
      self = .setUserLimits(limits(arguments["limits"]), user: text("user"))
    case "clear_user_limits":
      self = .clearUserLimits(name: text("name"), user: text("user"))
    default: throw NotAsWritten(description: "no such command: \(command)")
    }
  }
}
