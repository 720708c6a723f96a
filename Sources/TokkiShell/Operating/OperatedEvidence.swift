import AMQPModel
import TokkiBroker
import TokkiLanguage

extension Evidence {
  /// The evidence with the policies in force, the empty name being none.
  ///
  /// - Parameter definition: what they set together; nil where that is not told, nor the operator
  ///   policy.
  func with(_ policies: PoliciesInForce, _ definition: FieldTable?) -> Evidence {
    var evidence = self
    evidence.texts.append((.policy, policies.policy ?? ""))
    guard let definition else { return evidence }
    evidence.texts.append((.operatorPolicy, policies.operatorPolicy ?? ""))
    evidence.definition = definition
    return evidence
  }
}

extension OperatedView {
  /// The evidence for what operators have set; none for other subjects.
  func evidence(for subject: ExpectedObject) -> [Evidence] {
    switch subject {
    case .policy(let name): evidence(ofPolicy: name, .user)
    case .operatorPolicy(let name): evidence(ofPolicy: name, .operator)
    case .user(let name):
      users.filter { ExactName($0.name) == ExactName(name) }.map { user in
        var evidence = Evidence()
        evidence.texts = (user.tags.isEmpty ? [""] : user.tags).map { (.userTag, $0) }
        return evidence
      }
    case .permissions(let user):
      permissions.filter { ExactName($0.user) == ExactName(user) }.map { listed in
        var evidence = Evidence()
        evidence.texts = [
          (.configure, listed.permissions.configure), (.write, listed.permissions.write),
          (.read, listed.permissions.read),
        ]
        return evidence
      }
    default: []
    }
  }

  private func evidence(ofPolicy name: String, _ kind: Policy.Kind) -> [Evidence] {
    policies.filter { $0.kind == kind && ExactName($0.name) == ExactName(name) }.map { policy in
      var evidence = Evidence()
      evidence.measures = [(.priority, policy.priority)]
      evidence.texts = [(.pattern, policy.pattern), (.scope, policy.scope.rawValue)]
      evidence.definition = policy.definition
      return evidence
    }
  }
}

extension StateEvidence {
  func operated(_ subject: ExpectedObject) -> [Evidence] {
    let host = snapshot.virtualHost(named: virtualHost) ?? VirtualHostSnapshot(name: virtualHost)
    return OperatedView(snapshot, virtualHost: host).evidence(for: subject)
  }
}

extension Expectation {
  /// Whether it takes what a real broker's statistics say of policies in force.
  var isAboutPolicies: Bool {
    predicates.contains { predicate in
      switch predicate.fact {
      case .definition, .text(.operatorPolicy, _): true
      default: false
      }
    }
  }
}
