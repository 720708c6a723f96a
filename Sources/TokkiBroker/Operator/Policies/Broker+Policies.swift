import AMQPModel

extension Broker {
  /// Adds the policy, or replaces the one of that name. Source: rabbit_policy, set and notify.
  mutating func setPolicy(
    _ policy: Policy, in virtualHost: String
  ) throws(OperatorRefusal) {
    let host = try governedHost(virtualHost)
    let pattern = try PolicyCheck(policy: policy, profile: profile).pattern()
    let policy = policy.normalized
    if hosts[host.index].policies.contains(policy) { return }
    hosts[host.index].policies.set(policy, pattern)
    if isTracing { trace(host, .setPolicy(policy)) }
    govern(host)
  }

  mutating func clearPolicy(
    _ name: String, _ kind: Policy.Kind, in virtualHost: String
  ) throws(OperatorRefusal) {
    let host = try governedHost(virtualHost)
    guard hosts[host.index].policies.remove(name, kind) else {
      throw OperatorRefusal(reason: "Not Found")
    }
    if isTracing { trace(host, .clearedPolicy(name: name, kind)) }
    govern(host)
  }

  private func governedHost(_ name: String) throws(OperatorRefusal) -> VirtualHostID {
    guard let host = host(named: name) else { throw OperatorRefusal(reason: "vhost_not_found") }
    return host
  }

  /// Applies the policies to the exchanges, then to the queues, each in the order of declaration.
  private mutating func govern(_ host: VirtualHostID) {
    for exchange in hosts[host.index].routing.exchangeIDs() {
      let before = hosts[host.index].routing.exchange(exchange)?.governance
      govern(exchange, host)
      let after = hosts[host.index].routing.exchange(exchange)
      if let after, after.governance != before, isTracing {
        trace(host, .governed(.exchange(after.name), after.governance.names))
      }
    }
    for queue in hosts[host.index].queues {
      let before = queues[queue.index].queue.governance
      govern(queue, host)
      let after = queues[queue.index].queue.governance
      if before == after { continue }
      if isTracing {
        trace(host, .governed(.queue(queues[queue.index].queue.name), after.names))
      }
      collectRemovals(queue)
      if !queues[queue.index].queue.discarded.isEmpty { forwardAgain(queue) }
      if queues[queue.index].isQuorum { dispatch(queue) }
    }
  }

  /// Applies the policies to an exchange that is new, or since they have changed.
  mutating func govern(_ exchange: ExchangeID, _ host: VirtualHostID) {
    guard let name = hosts[host.index].routing.exchange(exchange)?.name else { return }
    let governance = hosts[host.index].policies.governance(ofExchange: name)
    hosts[host.index].routing.govern(exchange, by: governance)
  }

  /// Applies the policies to a queue that is new, or since they have changed.
  mutating func govern(_ queue: QueueID, _ host: VirtualHostID) {
    let name = queues[queue.index].queue.name
    let kind = queues[queue.index].queue.settings.kind
    let governance = hosts[host.index].policies.governance(ofQueue: name, kind, profile)
    if governance == queues[queue.index].queue.governance { return }
    queues[queue.index].queue.govern(
      by: governance, profile, now: now, removals: &removals)
  }
}
