import AMQPModel
import TokkiBroker

/// The columns that a table of queues or exchanges has more where policies are in force.
struct PolicyColumns {
  private let hasPolicies: Bool
  private let hasOperatorPolicies: Bool

  init(_ policies: [PoliciesInForce]) {
    hasPolicies = policies.contains { $0.policy != nil }
    hasOperatorPolicies = policies.contains { $0.operatorPolicy != nil }
  }

  func columns(_ renderer: Renderer) -> [TextTable.Column] {
    (hasPolicies ? renderer.columns(.policy) : [])
      + (hasOperatorPolicies ? renderer.columns(.opPolicy) : [])
  }

  func cells(_ policies: PoliciesInForce) -> [StyledLine] {
    (hasPolicies ? [cell(policies.policy)] : [])
      + (hasOperatorPolicies ? [cell(policies.operatorPolicy)] : [])
  }

  private func cell(_ name: String?) -> StyledLine {
    StyledLine(name.map(VisibleText.name) ?? "")
  }
}

/// Tables of what operators have set, with the columns of the management UI.
extension Renderer {
  func lines(_ listing: OperatedListing) -> [StyledLine] {
    switch listing {
    case .policies(let policies): policyTable(policies)
    case .users(let users): userTable(users)
    case .permissions(let permissions): permissionTable(permissions)
    case .topicPermissions(let permissions): topicPermissionTable(permissions)
    case .limits(let limits): limitTable(limits)
    }
  }

  private func policyTable(_ policies: [Policy]) -> [StyledLine] {
    guard !policies.isEmpty else { return [speaker.say(OperatorPhrase.noPolicies, .quiet)] }
    var table = TextTable(
      columns(.name, .kind, .pattern, .applyTo, .priority, .definition))
    for policy in policies {
      table.rows.append([
        key(policy.name), StyledLine(policy.kind.rawValue), regex(policy.pattern),
        key(policy.scope.rawValue), "\(policy.priority)",
        StyledLine(FieldText.of(policy.definition)),
      ])
    }
    return table.lines(style)
  }

  private func userTable(_ users: [ListedUser]) -> [StyledLine] {
    var table = TextTable(columns(.name, .tags))
    for user in users {
      table.rows.append([
        key(user.name), StyledLine(user.tags.map(VisibleText.name).joined(separator: ", ")),
      ])
    }
    return table.lines(style)
  }

  private func permissionTable(_ permissions: [ListedPermissions]) -> [StyledLine] {
    guard !permissions.isEmpty else { return [speaker.say(OperatorPhrase.nobody, .quiet)] }
    var table = TextTable(columns(.user, .configure, .write, .read))
    for listed in permissions {
      table.rows.append([
        key(listed.user), pattern(listed.permissions.configure),
        pattern(listed.permissions.write), pattern(listed.permissions.read),
      ])
    }
    return table.lines(style)
  }

  private func topicPermissionTable(_ permissions: [ListedTopicPermissions]) -> [StyledLine] {
    guard !permissions.isEmpty else {
      return [speaker.say(OperatorPhrase.noTopicPermissions, .quiet)]
    }
    var table = TextTable(columns(.user, .exchange, .write, .read))
    for listed in permissions {
      table.rows.append([
        key(listed.user), exchange(listed.permissions.exchange),
        pattern(listed.permissions.write), pattern(listed.permissions.read),
      ])
    }
    return table.lines(style)
  }

  private func limitTable(_ limits: [ListedLimit]) -> [StyledLine] {
    guard !limits.isEmpty else { return [speaker.say(OperatorPhrase.noLimits, .quiet)] }
    var table = TextTable(columns(.of, .name, .limit, .value))
    for listed in limits {
      let (kind, name): (StyledLine, String) =
        switch listed.holder {
        case .virtualHost(let name): ("vhost", name)
        case .user(let name): ("user", name)
        }
      table.rows.append([kind, key(name), key(listed.limit.name), bound(listed.limit)])
    }
    return table.lines(style)
  }
}
