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
          scope: arguments["apply-to"]?.text.map(Policy.Scope.init) ?? .all),
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

extension Arrival {
  /// What policies are in force for in the virtual host, in the order of the names.
  static func listed(_ host: VirtualHostSnapshot?) -> Arrival {
    func member(_ name: String, _ policies: PoliciesInForce, _ definition: FieldTable) -> JSON
      .Member?
    {
      if definition.isEmpty { return nil }
      let names = [("operator_policy", policies.operatorPolicy), ("policy", policies.policy)]
      return JSON.Member(
        name,
        .object(
          [JSON.Member("definition", definition.json)]
            + names.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } }))
    }
    func sorted(_ members: [JSON.Member?]) -> JSON {
      .object(members.compactMap { $0 }.sorted { $0.name < $1.name })
    }
    return Arrival(
      client: "", channel: 0, method: "operator.listed",
      arguments: [
        JSON.Member(
          "exchanges",
          sorted(
            (host?.exchanges ?? []).map {
              member($0.name, $0.policies, $0.effectivePolicyDefinition)
            })),
        JSON.Member(
          "queues",
          sorted(
            (host?.queues ?? []).map { member($0.name, $0.policies, $0.effectivePolicyDefinition) })
        ),
      ])
  }
}
