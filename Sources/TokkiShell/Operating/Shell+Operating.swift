import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// Policies, users, permissions and limits: on the simulation, and by the management API on a real
/// broker.
extension Shell {
  func carryOut(_ command: OperatorCommand, _ turn: inout Turn) async throws(Stop) {
    let actions = command.actions(in: memory.virtualHost)
    guard let action = actions.first else { return }
    var answer = OperatorAnswer(action)
    if case .addUser(_, _, let tags) = command { answer.tags = tags }
    answer.isHere = action.virtualHost.map { $0 == memory.virtualHost } ?? true
    if let real {
      try await operate(actions, on: real, &answer)
      turn.reports += await takeReports()
    } else {
      try await operate(actions, &answer, &turn)
    }
    remember(action)
    turn.answers.append(.answer(.operated(answer)))
  }

  private func operate(
    _ actions: [OperatorAction], _ answer: inout OperatorAnswer, _ turn: inout Turn
  ) async throws(Stop) {
    guard let simulator else { throw .refused(.needsManagement) }
    let before = turn.before ?? BrokerSnapshot()
    let known = OperatedThings(
      before, virtualHost: answer.action.virtualHost ?? memory.virtualHost)
    if let problem = known.problem(with: answer.action) { throw .refused(problem) }
    await beginStep(&turn)
    do {
      turn.reports += try await simulator.operate(actions)
    } catch {
      throw .refused(
        .operatorRefused(OperatorComplaint(error.reason, to: answer.action, known: known)))
    }
    answer.wasThere = known.replaces(answer.action)
    guard let (name, kind, host) = answer.action.policy else { return }
    let after = await simulator.snapshot()
    if let old = before.virtualHost(named: host), let new = after.virtualHost(named: host) {
      answer.governed = GovernedHost(new).changes(since: GovernedHost(old), of: name, kind)
    }
  }

  private func operate(
    _ actions: [OperatorAction], on broker: RealBroker, _ answer: inout OperatorAnswer
  ) async throws(Stop) {
    guard let management = broker.management else { throw .refused(.needsManagement) }
    let host = answer.action.virtualHost ?? memory.virtualHost
    let known = OperatedThings(
      try? await management.operated(virtualHost: host),
      virtualHosts: (try? await management.virtualHosts()) ?? [host])
    if let problem = known.problem(with: answer.action) { throw .refused(problem) }
    let policy = answer.action.policy
    let before = policy?.kind != .user ? nil : try? await management.snapshot(virtualHost: host)
    do {
      for action in actions { try await management.operate(action) }
    } catch let error as OperatorRefusal {
      throw .refused(
        .operatorRefused(OperatorComplaint(error.reason, to: answer.action, known: known)))
    } catch {
      throw .refused(.needsManagement)
    }
    answer.wasThere = known.replaces(answer.action)
    if let (name, kind, _) = policy, let before,
      let after = try? await management.snapshot(virtualHost: host)
    {
      answer.governed = GovernedHost(after).changes(since: GovernedHost(before), of: name, kind)
    }
  }

  /// Passwords that were set here need not be typed again to connect.
  private func remember(_ action: OperatorAction) {
    switch action {
    case .addUser(let name, let password), .changePassword(let name, let password):
      memory.passwords[name] = password
    case .deleteUser(let name): memory.passwords[name] = nil
    case .setPolicy, .clearPolicy, .setUserTags, .setPermissions, .clearPermissions,
      .setTopicPermissions, .clearTopicPermissions, .setVirtualHostLimits,
      .clearVirtualHostLimits, .setUserLimits, .clearUserLimits:
      break
    }
  }
}

extension OperatorAction {
  /// Where it sets or clears a policy: which, and in which virtual host.
  var policy: (name: String, kind: Policy.Kind, virtualHost: String)? {
    switch self {
    case .setPolicy(let policy, let host): (policy.name, policy.kind, host)
    case .clearPolicy(let name, let kind, let host): (name, kind, host)
    default: nil
    }
  }
}
