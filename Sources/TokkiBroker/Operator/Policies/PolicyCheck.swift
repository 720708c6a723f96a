import AMQPModel

/// Whether RabbitMQ would take a policy, and what it says if not. Sources: rabbit_policy,
/// validation; rabbit_parameter_validation, proplist; rabbit_policies, validate_policy.
struct PolicyCheck {
  let policy: Policy
  let profile: Profile

  private var rules: PolicyRules { profile.policyRules }

  /// The pattern, ready for use.
  ///
  /// - Throws: all that is wrong, in RabbitMQ's words and order.
  func pattern() throws(OperatorRefusal) -> NamePattern {
    var problems: [String] = []
    if let problem = definitionProblem() { problems.append(problem) }
    let scopes = rules.knowsQueueTypes ? Policy.Scope.allCases : [.all, .exchanges, .queues]
    if !scopes.contains(policy.scope) {
      problems.append("apply-to '\(policy.scope.rawValue)' unrecognised; \(rules.scopeText)")
    }
    do throws(PatternProblem) {
      let pattern = try NamePattern(policy.pattern)
      if problems.isEmpty { return pattern }
    } catch {
      if case .notSimulated(let what) = error { throw OperatorRefusal(reason: what) }
      problems.append(error.text(for: "pattern"))
    }
    throw OperatorRefusal(
      reason: "Validation failed\n\n" + problems.map { $0 + "\n" }.joined())
  }

  private func term(_ value: FieldValue) -> String {
    PrettyTerm(value, writesUnicode: rules.writesUnicode).written(after: 0)
  }

  /// Of several problems the first one alone is told: those that the modules find, in the order of
  /// the keys, then the keys that nobody knows. In which order RabbitMQ asks its modules differs
  /// from node to node; here it is always the same.
  private func definitionProblem() -> String? {
    let entries = policy.definition.sortedUniquely.entries
    if entries.isEmpty { return "no policy provided" }
    var unknown: [FieldTable.Entry] = []
    var known: [(key: PolicyKey, value: FieldValue)] = []
    for entry in entries {
      if let key = PolicyKey(rawValue: entry.name), key.isKnown(to: policy.kind, profile) {
        known.append((key, entry.value))
      } else {
        unknown.append(entry)
      }
    }
    for checker in rules.checkers {
      let found = known.filter { $0.key.checker == checker }
      if found.isEmpty { continue }
      if checker == .mirroring {
        let definition = policy.definition
        if let problem = MirroringCheck(definition, writesUnicode: rules.writesUnicode).problem() {
          return problem
        }
      } else {
        for (key, value) in found {
          if let problem = problem(with: value, for: key) { return problem }
        }
      }
    }
    if unknown.isEmpty { return nil }
    let terms = unknown.map { entry in
      PrettyTerm.tuple([
        PrettyTerm(.string(entry.name), writesUnicode: rules.writesUnicode),
        PrettyTerm(entry.value, writesUnicode: rules.writesUnicode),
      ])
    }
    return PrettyTerm.list(terms).written(after: 0) + " are not recognised policy settings"
  }

  private func problem(with value: FieldValue, for key: PolicyKey) -> String? {
    guard let expectation = expectation(of: key), !isValid(value, for: key) else { return nil }
    return "\(term(value)) \(expectation)"
  }
}

// MARK: - Values

extension PolicyCheck {
  private func isValid(_ value: FieldValue, for key: PolicyKey) -> Bool {
    switch key {
    case .alternateExchange, .deadLetterExchange, .deadLetterRoutingKey:
      value.text != nil
    case .deadLetterStrategy: isOne(of: ["at-most-once", "at-least-once"], value)
    case .deliveryLimit: isInteger(value, from: rules.takesNegativeDeliveryLimit ? .min : 0)
    case .expires, .targetGroupSize: isInteger(value, from: 1)
    case .consumerTimeout, .initialClusterSize, .maxInMemoryBytes, .maxInMemoryLength,
      .maxLength, .maxLengthBytes, .messageTTL:
      isInteger(value, from: 0)
    case .maxAge: isMaxAge(value.text)
    case .overflow: isOne(of: ["drop-head", "reject-publish", "reject-publish-dlx"], value)
    case .queueLeaderLocator:
      isOne(of: ["client-local", "balanced", "random", "least-leaders"], value)
    case .queueMasterLocator: isOne(of: rules.masterLocators, value)
    case .queueMode: isOne(of: ["default", "lazy"], value)
    case .queueVersion: isInteger(value, from: 1, through: 2)
    case .streamFilterSizeBytes: isInteger(value, from: 16, through: 255)
    case .streamMaxSegmentSizeBytes: isInteger(value, from: 0, through: 3_000_000_000)
    case .haMode, .haParams, .haPromoteOnFailure, .haPromoteOnShutdown, .haSyncBatchSize,
      .haSyncMode:
      true
    }
  }

  /// How the sentence about a wrong value ends; nil where the value alone does not tell.
  private func expectation(of key: PolicyKey) -> String? {
    switch key {
    case .alternateExchange: "is not a valid alternate exchange name"
    case .consumerTimeout: "is not a valid consumer timeout"
    case .deadLetterExchange: "is not a valid dead letter exchange name"
    case .deadLetterRoutingKey: "is not a valid dead letter routing key"
    case .deadLetterStrategy: "is not a valid dead letter strategy"
    case .deliveryLimit: "is not a valid delivery limit"
    case .expires: "is not a valid queue expiry"
    case .initialClusterSize: "is not a valid cluster size"
    case .maxAge: "is not a valid max age"
    case .maxInMemoryBytes, .maxInMemoryLength: "is not a valid maximum memory in bytes"
    case .maxLength: "is not a valid maximum length"
    case .maxLengthBytes: "is not a valid maximum length in bytes"
    case .messageTTL: "is not a valid message TTL"
    case .overflow: "is not a valid overflow value"
    case .queueLeaderLocator: "is not a valid queue leader locator value"
    case .queueMasterLocator: rules.masterLocatorText
    case .queueMode: "is not a valid queue-mode value"
    case .queueVersion: "is not a valid queue-version value"
    case .streamFilterSizeBytes: "is not a valid filter size. Valid range is 16-255"
    case .streamMaxSegmentSizeBytes: "is not a valid segment size"
    case .targetGroupSize: "is not a valid qq target count value"
    case .haMode, .haParams, .haPromoteOnFailure, .haPromoteOnShutdown, .haSyncBatchSize,
      .haSyncMode:
      nil
    }
  }

  private func isOne(of words: [String], _ value: FieldValue) -> Bool {
    value.text.map(words.contains) ?? false
  }

  private func isInteger(
    _ value: FieldValue, from least: Int64, through most: Int64 = .max
  ) -> Bool {
    value.integer.map { $0 >= least && $0 <= most } ?? false
  }

  /// A number and a unit. (RabbitMQ breaks down where the number is missing.)
  private func isMaxAge(_ text: String?) -> Bool {
    guard let text else { return false }
    let digits = text.utf8.prefix { $0.digit != nil }
    let unit = text.utf8.dropFirst(digits.count)
    return digits.contains { $0 != 48 }
      && ["Y", "M", "D", "h", "m", "s"].contains(String(decoding: unit, as: UTF8.self))
  }
}
