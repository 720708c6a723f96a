import AMQPModel
import TokkiBroker
import TokkiLanguage

/// What operators asked for, done or refused.
extension Renderer {
  func lines(_ answer: OperatorAnswer) -> [StyledLine] {
    switch answer.action {
    case .setPolicy(let policy, _):
      [line(done(phrase(policy.kind, answer.wasThere), named(policy.name)), terms(policy, answer))]
        + governance(answer, policy.name, policy.kind)
    case .clearPolicy(let name, let kind, _):
      [
        line(
          done(
            kind == .user ? OperatorPhrase.policyCleared : .operatorPolicyCleared, named(name)),
          place(answer))
      ] + governance(answer, name, kind)
    case .addUser(let name, _):
      [
        line(
          done(OperatorPhrase.userAdded, named(name)),
          answer.tags.isEmpty
            ? [] : [StyledLine(answer.tags.map(VisibleText.name).joined(separator: ", "))]),
        "  "
          + speaker.say(
            OperatorPhrase.userAddedTryNext,
            ["command": command("set permissions \(VisibleText.name(name)) .* .* .*")]),
      ]
    case .deleteUser(let name): [done(OperatorPhrase.userDeleted, named(name))]
    case .changePassword(let user, _): [done(OperatorPhrase.passwordChanged, named(user))]
    case .setUserTags(let user, let tags): [tagLine(user, tags)]
    case .setPermissions, .clearPermissions, .setTopicPermissions, .clearTopicPermissions:
      [permissionLine(answer)]
    case .setVirtualHostLimits, .clearVirtualHostLimits, .setUserLimits, .clearUserLimits:
      [limitLine(answer)]
    }
  }

  private func named(_ name: String) -> KeyValuePairs<String, StyledLine> { ["name": key(name)] }

  private func phrase(_ kind: Policy.Kind, _ wasThere: Bool) -> OperatorPhrase {
    switch kind {
    case .user: wasThere ? .policyReplaced : .policySet
    case .operator: wasThere ? .operatorPolicyReplaced : .operatorPolicySet
    }
  }

  /// The virtual host where it is not the current one.
  private func place(_ answer: OperatorAnswer) -> [StyledLine] {
    guard !answer.isHere, let host = answer.action.virtualHost else { return [] }
    return [speaker.say(OperatorPhrase.inVirtualHost, ["vhost": key(host)])]
  }

  private func tagLine(_ user: String, _ tags: [String]) -> StyledLine {
    guard !tags.isEmpty else { return done(OperatorPhrase.tagsCleared, named(user)) }
    return done(
      OperatorPhrase.tagsSet,
      ["name": key(user), "tags": StyledLine(tags.map(VisibleText.name).joined(separator: ", "))])
  }

  // MARK: Policies

  private func terms(_ policy: Policy, _ answer: OperatorAnswer) -> [StyledLine] {
    var details = [regex(policy.pattern), StyledLine(FieldText.of(policy.definition))]
    if policy.priority != 0 {
      details.append(speaker.say(OperatorPhrase.priority, ["number": "\(policy.priority)"]))
    }
    if policy.scope != .all {
      details.append(speaker.say(OperatorPhrase.appliesTo, ["scope": key(policy.scope.rawValue)]))
    }
    return details + place(answer)
  }

  /// What the policy is in force for, what others take its place, and what is without one now.
  private func governance(
    _ answer: OperatorAnswer, _ name: String, _ kind: Policy.Kind
  ) -> [StyledLine] {
    guard let objects = answer.governed?.filter({ !$0.isPredeclared }) else { return [] }
    let own = objects.filter { $0.after[kind] == name }
    var lines: [StyledLine] = []
    if case .setPolicy = answer.action, own.isEmpty {
      lines.append("  " + speaker.say(OperatorPhrase.governsNothing, .quiet))
    }
    for (objects, first) in Self.groups(own) {
      lines.append(
        "  "
          + line(
            speaker.say(OperatorPhrase.governs, ["names": targets(objects)]),
            company(first, kind)))
    }
    for (objects, first) in Self.groups(objects.filter { $0.after[kind] != name }) {
      let names = targets(objects)
      guard let other = first.after[kind] else {
        lines.append("  " + speaker.say(OperatorPhrase.released, ["names": names]))
        continue
      }
      lines.append(
        "  " + speaker.say(OperatorPhrase.governedBy, ["name": key(other), "names": names]))
    }
    return lines
  }

  /// The policy of the other kind, and what both set together.
  private func company(_ object: GovernedObject, _ kind: Policy.Kind) -> [StyledLine] {
    let other: (phrase: OperatorPhrase, name: String?)
    switch kind {
    case .user: other = (.withOperatorPolicy, object.after.operatorPolicy)
    case .operator: other = (.withPolicy, object.after.policy)
    }
    guard let name = other.name else { return [] }
    let together = speaker.say(other.phrase, ["name": key(name)])
    return [together]
      + (object.definition.isEmpty ? [] : [StyledLine(FieldText.of(object.definition))])
  }

  /// The policies in force for what was just declared.
  func inForce(_ policies: PoliciesInForce) -> [StyledLine] {
    [
      policies.policy.map { speaker.say(OperatorPhrase.policyNamed, ["name": key($0)]) },
      policies.operatorPolicy.map {
        speaker.say(OperatorPhrase.operatorPolicyNamed, ["name": key($0)])
      },
    ].compactMap(\.self)
  }

  private func targets(_ objects: [GovernedObject]) -> StyledLine {
    let shown = objects.prefix(8).map { object in
      switch object.target {
      case .queue(let name): queue(name)
      case .exchange(let name): exchange(name)
      }
    }
    return (shown + (objects.count > 8 ? ["…"] : [])).joined(separator: ", ")
  }

  /// Those of which the same is to be said, in the order of the first of each.
  private static func groups(
    _ objects: [GovernedObject]
  ) -> [(objects: [GovernedObject], first: GovernedObject)] {
    var groups: [(objects: [GovernedObject], first: GovernedObject)] = []
    for object in objects {
      let place = groups.firstIndex {
        $0.first.after == object.after && $0.first.definition == object.definition
      }
      if let place {
        groups[place].objects.append(object)
      } else {
        groups.append(([object], object))
      }
    }
    return groups
  }

  // MARK: Permissions and limits

  private func permissionLine(_ answer: OperatorAnswer) -> StyledLine {
    switch answer.action {
    case .setPermissions(let permissions, let user, _):
      line(
        done(OperatorPhrase.permissionsSet, named(user)),
        [
          "configure " + pattern(permissions.configure), "write " + pattern(permissions.write),
          "read " + pattern(permissions.read),
        ] + place(answer))
    case .clearPermissions(let user, _):
      line(done(OperatorPhrase.permissionsCleared, named(user)), place(answer))
    case .setTopicPermissions(let permissions, let user, _):
      line(
        done(
          OperatorPhrase.topicPermissionsSet,
          ["name": key(user), "exchange": exchange(permissions.exchange)]),
        ["write " + pattern(permissions.write), "read " + pattern(permissions.read)]
          + place(answer))
    case .clearTopicPermissions(let user, let name?, _):
      line(
        done(
          OperatorPhrase.topicPermissionsCleared,
          ["name": key(user), "exchange": exchange(name)]), place(answer))
    case .clearTopicPermissions(let user, nil, _):
      line(done(OperatorPhrase.topicPermissionsClearedForAll, named(user)), place(answer))
    default: StyledLine()
    }
  }

  /// A regular expression for names, of which an empty one allows nothing.
  func pattern(_ text: String) -> StyledLine {
    text.isEmpty ? speaker.say(OperatorPhrase.nothing, .quiet) : regex(text)
  }

  /// A regular expression as it is: backslashes are too many in it to be doubled.
  func regex(_ text: String) -> StyledLine {
    let isWord = !text.isEmpty && !text.contains(where: \.isWhitespace)
    return StyledLine(isWord ? VisibleText.escaped(text) : VisibleText.quoted(text))
  }

  private func limitLine(_ answer: OperatorAnswer) -> StyledLine {
    switch answer.action {
    case .setVirtualHostLimits(let limits, let host):
      line(done(OperatorPhrase.limitsSet, named(host)), limits.map(limit))
    case .clearVirtualHostLimits(let host): done(OperatorPhrase.limitsCleared, named(host))
    case .setUserLimits(let limits, let user):
      line(done(OperatorPhrase.userLimitsSet, named(user)), limits.map(limit))
    case .clearUserLimits("all", let user): done(OperatorPhrase.userLimitsCleared, named(user))
    case .clearUserLimits(let name, let user):
      done(OperatorPhrase.userLimitCleared, ["name": key(user), "limit": key(name)])
    default: StyledLine()
    }
  }

  private func limit(_ limit: Limit) -> StyledLine {
    StyledLine("\(VisibleText.name(limit.name)) ") + bound(limit)
  }

  func bound(_ limit: Limit) -> StyledLine {
    limit.value < 0 ? speaker.say(OperatorPhrase.noLimit) : "\(limit.value)"
  }

  // MARK: Refusals

  /// The broker's own words, each of its lines on one, then the rule and what to do.
  func sentence(_ complaint: OperatorComplaint) -> (StyledLine, [StyledLine]) {
    let words = complaint.reason.split(separator: "\n").map {
      StyledLine(VisibleText.escaped(String($0)), .bad)
    }
    var hints = Array(words.dropFirst())
    if let rule = complaint.rule {
      hints.append(speaker.say(rule, ["name": key(complaint.object ?? "")]))
    }
    if let guess = didYouMean(complaint.nearest) { hints.append(guess) }
    if let next = complaint.suggestion { hints.append(tryNext(next)) }
    return (words.first ?? StyledLine(), hints)
  }
}
