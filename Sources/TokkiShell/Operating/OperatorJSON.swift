import AMQPModel
import TokkiBroker

extension OperatorAnswer {
  /// A part for each kind of action, by the name of the action in the past tense.
  var json: JSONValue {
    switch action {
    case .setPolicy(let policy, let host):
      .part(
        "policySet",
        [
          "policy": policy.json, "virtualHost": .string(host), "wasThere": .boolean(wasThere),
          "governed": governed.map { .array($0.map(\.json)) },
        ])
    case .clearPolicy(let name, let kind, let host):
      .part(
        "policyCleared",
        [
          "name": .string(name), "kind": .string(kind.rawValue), "virtualHost": .string(host),
          "governed": governed.map { .array($0.map(\.json)) },
        ])
    case .addUser(let name, _):
      .part("userAdded", ["name": .string(name), "tags": .strings(tags)])
    case .deleteUser(let name): .part("userDeleted", ["name": .string(name)])
    case .changePassword(let user, _): .part("passwordChanged", ["name": .string(user)])
    case .setUserTags(let user, let tags):
      .part("userTagsSet", ["name": .string(user), "tags": .strings(tags)])
    case .setPermissions(let permissions, let user, let host):
      .part(
        "permissionsSet",
        [
          "permissions": ListedPermissions(user: user, permissions: permissions).json,
          "virtualHost": .string(host), "wasThere": .boolean(wasThere),
        ])
    case .clearPermissions(let user, let host):
      .part("permissionsCleared", ["user": .string(user), "virtualHost": .string(host)])
    case .setTopicPermissions(let permissions, let user, let host):
      .part(
        "topicPermissionsSet",
        [
          "permissions": ListedTopicPermissions(user: user, permissions: permissions).json,
          "virtualHost": .string(host), "wasThere": .boolean(wasThere),
        ])
    case .clearTopicPermissions(let user, let exchange, let host):
      .part(
        "topicPermissionsCleared",
        [
          "user": .string(user), "exchange": exchange.map(JSONValue.string),
          "virtualHost": .string(host),
        ])
    case .setVirtualHostLimits, .clearVirtualHostLimits, .setUserLimits, .clearUserLimits:
      limitJSON
    }
  }

  private var limitJSON: JSONValue {
    switch action {
    case .setVirtualHostLimits(let limits, let host):
      .part("limitsSet", ["virtualHost": .string(host), "limits": .array(limits.map(\.json))])
    case .clearVirtualHostLimits(let host):
      .part("limitsCleared", ["virtualHost": .string(host)])
    case .setUserLimits(let limits, let user):
      .part("limitsSet", ["user": .string(user), "limits": .array(limits.map(\.json))])
    case .clearUserLimits(let name, let user):
      .part("limitsCleared", ["user": .string(user), "limit": .string(name)])
    default: .null
    }
  }
}

extension GovernedObject {
  fileprivate var json: JSONValue {
    let (kind, name): (String, String) =
      switch target {
      case .queue(let name): ("queue", name)
      case .exchange(let name): ("exchange", name)
      }
    return .object([
      "kind": .string(kind), "name": .string(name),
      "predeclared": isPredeclared ? true : nil, "before": before.json, "after": after.json,
      "definition": definition.json,
    ])
  }
}

extension PoliciesInForce {
  /// nil is none of either kind.
  var json: JSONValue {
    .object([
      "policy": policy.map(JSONValue.string),
      "operatorPolicy": operatorPolicy.map(JSONValue.string),
    ])
  }

  var jsonIfAny: JSONValue? { isEmpty ? nil : json }
}

extension Policy {
  var json: JSONValue {
    .object([
      "name": .string(name), "kind": .string(kind.rawValue), "pattern": .string(pattern),
      "applyTo": .string(scope.rawValue), "priority": .integer(priority),
      "definition": definition.json,
    ])
  }
}

extension Limit {
  fileprivate var json: JSONValue { .object(["name": .string(name), "value": .integer(value)]) }
}

extension ListedPermissions {
  fileprivate var json: JSONValue {
    .object([
      "user": .string(user), "configure": .string(permissions.configure),
      "write": .string(permissions.write), "read": .string(permissions.read),
    ])
  }
}

extension ListedTopicPermissions {
  fileprivate var json: JSONValue {
    .object([
      "user": .string(user), "exchange": .string(permissions.exchange),
      "write": .string(permissions.write), "read": .string(permissions.read),
    ])
  }
}

extension OperatedListing {
  var json: JSONValue {
    switch self {
    case .policies(let policies): .rows("policies", policies.map(\.json))
    case .users(let users):
      .rows(
        "users", users.map { .object(["name": .string($0.name), "tags": .strings($0.tags)]) })
    case .permissions(let permissions): .rows("permissions", permissions.map(\.json))
    case .topicPermissions(let permissions): .rows("topicPermissions", permissions.map(\.json))
    case .limits(let limits):
      .rows(
        "limits",
        limits.map { listed in
          let (kind, name): (String, String) =
            switch listed.holder {
            case .virtualHost(let name): ("virtualHost", name)
            case .user(let name): ("user", name)
            }
          return .object([
            kind: .string(name), "name": .string(listed.limit.name),
            "value": .integer(listed.limit.value),
          ])
        })
    }
  }
}

extension OperatorComplaint {
  var json: JSONValue {
    .part(
      "refusal",
      [
        "reason": "operatorRefused", "text": .string(reason),
        "rule": rule.map { .string($0.rawValue) }, "object": object.map(JSONValue.string),
        "nearest": nearest.isEmpty ? nil : .strings(nearest),
        "try": suggestion.map(JSONValue.string),
      ])
  }
}
