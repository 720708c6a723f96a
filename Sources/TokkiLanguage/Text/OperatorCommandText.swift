import AMQPModel

extension OperatorCommand {
  var text: String {
    switch self {
    case .setPolicy(let terms, let host): terms.text(in: host)
    case .clearPolicy(let name, let isOperator, let host):
      Self.line(isOperator ? .clearOperatorPolicy : .clearPolicy, [name], host)
    case .addUser(let name, let password, let tags):
      Self.line(.addUser, [name]) {
        $0.add(password)
        $0.add(.tags, tags.isEmpty ? nil : tags.joined(separator: ","))
      }
    case .deleteUser(let name): Self.line(.deleteUser, [name])
    case .changePassword(let user, let password):
      Self.line(.changePassword, [user]) { $0.add(password) }
    case .setUserTags(let user, let tags): Self.line(.setUserTags, [user] + tags)
    case .setPermissions(let terms, let user, let host):
      Self.line(.setPermissions, [user, terms.configure, terms.write, terms.read], host)
    case .clearPermissions(let user, let host): Self.line(.clearPermissions, [user], host)
    case .setTopicPermissions(let terms, let user, let host):
      Self.line(.setTopicPermissions, [user, terms.exchange, terms.write, terms.read], host)
    case .clearTopicPermissions(let user, let exchange, let host):
      Self.line(.clearTopicPermissions, [user] + (exchange.map { [$0] } ?? []), host)
    case .setVirtualHostLimits(let table, let host):
      Self.line(.setVirtualHostLimits, [], host) {
        $0.add(definition: table, as: OptionForm.virtualHostLimits, other: nil)
      }
    case .clearVirtualHostLimits(let host): Self.line(.clearVirtualHostLimits, [], host)
    case .setUserLimits(let table, let user):
      Self.line(.setUserLimits, [user]) {
        $0.add(definition: table, as: OptionForm.userLimits, other: nil)
      }
    case .clearUserLimits(let name, let user): Self.clearing(name, user)
    }
  }

  private static func clearing(_ name: String, _ user: String) -> String {
    var line = CanonicalLine(.clearUserLimits)
    line.add(user)
    switch name {
    case "all": break
    case "max-connections", "max-channels": line.add(name)
    default: line.add(quoted: name)
    }
    return line.text
  }

  private static func line(
    _ name: CommandName, _ words: [String], _ virtualHost: String? = nil,
    options: (inout CanonicalLine) -> Void = { _ in }
  ) -> String {
    var line = CanonicalLine(name)
    for word in words { line.add(word) }
    options(&line)
    line.add(.virtualHost, virtualHost)
    return line.text
  }
}

extension PolicyTerms {
  fileprivate func text(in virtualHost: String?) -> String {
    var line = CanonicalLine(isOperator ? .setOperatorPolicy : .setPolicy)
    line.add(name)
    line.add(pattern)
    line.add(definition: definition, as: OptionForm.definition, other: .argument)
    if priority != 0 { line.add(.priority, number: priority) }
    if scope != PolicyTerms.scopes.first {
      line.add(.applyTo)
      if PolicyTerms.scopes.contains(scope) { line.add(scope) } else { line.add(quoted: scope) }
    }
    line.add(.virtualHost, virtualHost)
    return line.text
  }
}

extension CanonicalLine {
  /// A password is not shown.
  fileprivate mutating func add(_ password: Password) { add(bare: password.description) }

  /// In options where all of it can be said so, else as JSON.
  fileprivate mutating func add(
    definition: FieldTable, as options: [OptionForm], other: OptionName?
  ) {
    let isPlain = definition.entries.allSatisfy { entry in
      if case .array = entry.value { return false }
      if case .table = entry.value { return false }
      return other != nil || options.contains { $0.name.key == entry.name }
    }
    if isPlain, !definition.isEmpty {
      add(definition, as: options, other: other ?? .argument, isDefinition: true)
    } else {
      add(json: definition.jsonText)
    }
  }
}
