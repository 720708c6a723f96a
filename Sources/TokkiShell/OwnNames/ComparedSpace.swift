import AMQPModel
import TokkiClient

/// The place on a real broker that a comparison has for itself.
enum ComparedSpace: Sendable {
  case virtualHost(String, of: any Management, URIs, OwnUsers)
  case names(OwnNames, URIs)

  /// The broker, and what finds it.
  struct URIs: Sendable {
    var broker: AMQPURI
    var finder: any BrokerFinder
  }

  /// For how long it is tried again to remove it: a broker may just be starting anew.
  private static let patience = Duration.seconds(6)

  /// A virtual host, where the management API makes one; else names of its own. The client is
  /// used up.
  static func make(
    on reached: ReachedBroker, at uri: AMQPURI, finder: any BrokerFinder
  ) async -> ComparedSpace {
    let name = "tokki-compare-\(UInt64.random(in: .min ... .max))"
    let uris = URIs(broker: uri, finder: finder)
    if let management = reached.management {
      do {
        try await management.addVirtualHost(name)
        _ = await reached.client.shutdown()
        let users = OwnUsers(prefix: name + ".", owner: uri.user)
        return .virtualHost(name, of: management, uris, users)
      } catch {
        // It may be there all the same, without its permissions.
        try? await management.removeVirtualHost(name)
      }
    }
    let names = OwnNames(prefix: name + ".")
    await names.prepare(on: reached.client)
    _ = await reached.client.shutdown()
    return .names(names, uris)
  }

  /// Where the lines are run.
  var uri: AMQPURI {
    switch self {
    case .virtualHost(let name, _, let uris, _):
      var uri = uris.broker
      uri.virtualHost = name
      return uri
    case .names(_, let uris): return uris.broker
    }
  }

  /// What finds the broker as the lines see it.
  var finder: any BrokerFinder {
    switch self {
    case .virtualHost(_, _, let uris, let users):
      OwnUsersFinder(finder: uris.finder, users: users)
    case .names(let names, let uris): RenamingFinder(finder: uris.finder, names: names)
    }
  }

  /// Whether operators' actions reach nothing but what the comparison has for itself.
  var isGoverned: Bool {
    if case .virtualHost = self { true } else { false }
  }

  /// The prefix of names; nil where names are as the lines say.
  var names: OwnNames? {
    if case .names(let names, _) = self { names } else { nil }
  }

  /// Removes all of it, as far as it can: returns what stays behind.
  func remove() async -> [String] {
    let deadline = ContinuousClock.now + Self.patience
    while true {
      let rest = await removeOnce()
      if rest.isEmpty || deadline < .now { return rest }
      await Bell().wait(past: 0, until: .now + .seconds(1))
    }
  }

  private func removeOnce() async -> [String] {
    switch self {
    case .virtualHost(let name, let management, _, let users):
      let rest = await users.remove(by: management)
      do {
        try await management.removeVirtualHost(name)
        return rest
      } catch {
        // An earlier attempt of which the answer was lost.
        let others = try? await management.virtualHosts()
        return (others.map { $0.contains(name) } ?? true ? [name] : []) + rest
      }
    case .names(let names, let uris):
      do {
        let reached = try await uris.finder.reach(uris.broker)
        let rest = await names.remove(from: reached.client)
        _ = await reached.client.shutdown()
        return rest
      } catch {
        return names.declared
      }
    }
  }
}
