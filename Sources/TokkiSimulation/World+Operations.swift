package import AMQPModel
package import TokkiBroker
package import TokkiClient

extension World {
  package mutating func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) throws(ClientError) -> SimulationLog {
    let machine = machine(of: client)
    try machines[machine].connect(as: identity, at: now.milliseconds)
    return settled()
  }

  package mutating func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?,
    onlyIfOpen: Bool = false
  ) throws(ClientError) -> (result: RequestResult, log: SimulationLog) {
    let machine = machine(of: client)
    let request = try machines[machine].request(
      method, content: content, channel: channel, plan: plan, onlyIfOpen: onlyIfOpen,
      at: now.milliseconds)
    var turn = Turn()
    settle(&turn)
    let answer = turn.answers.first {
      $0.request == request && machines[machine].name == client
    }
    guard let answer else {
      _ = machines[machine].withdraw(request)
      throw .unreachable(reason: "the connection is lost, and not there again yet")
    }
    return (try answer.result.get(), turn.log)
  }

  package mutating func close(_ client: ClientName) throws(ClientError) -> SimulationLog {
    let machine = try knownMachine(of: client)
    try machines[machine].close(at: now.milliseconds)
    return settled()
  }

  package mutating func retire(_ client: ClientName) throws(ClientError) -> SimulationLog {
    let machine = try knownMachine(of: client)
    try machines[machine].retire(at: now.milliseconds)
    return settled()
  }

  package mutating func kill(_ client: ClientName) throws(ClientError) -> SimulationLog {
    let machine = try knownMachine(of: client)
    try machines[machine].kill(at: now.milliseconds)
    return settled()
  }

  package mutating func restart() -> SimulationLog {
    var turn = Turn()
    broker.restart(into: &turn.step)
    settle(&turn)
    return turn.log
  }

  package mutating func removeVirtualHost(_ name: String) -> SimulationLog? {
    var turn = Turn()
    guard broker.removeVirtualHost(name, into: &turn.step) else { return nil }
    settle(&turn)
    return turn.log
  }

  /// All of the actions, or none where one is refused.
  package mutating func operate(
    _ actions: [OperatorAction]
  ) throws(OperatorRefusal) -> SimulationLog {
    let before = self
    var turn = Turn()
    do throws(OperatorRefusal) {
      for action in actions {
        try broker.operate(action, into: &turn.step)
        settle(&turn)
      }
    } catch {
      self = before
      throw error
    }
    return turn.log
  }

  /// How much can happen in one `advance`: clients and queues that keep one another busy would
  /// fill any memory in a long enough time.
  package static let longestLog = 100_000

  /// Lets time pass: what falls due in between happens in order of time, the broker's own first.
  /// Time stands still before its end once more than `limit` things have happened, or whoever asked
  /// for it wants no more.
  package mutating func advance(
    byMilliseconds milliseconds: Int64, limit: Int = World.longestLog,
    isGivenUp: () -> Bool = { false }
  ) -> SimulationLog {
    let target = now.advanced(by: max(0, milliseconds))
    var turn = Turn()
    while let deadline = nextDeadline(), deadline <= target {
      if turn.log.reports.count + turn.log.trace.count > limit || isGivenUp() {
        return turn.log
      }
      turn.immediateWork = 0
      // Work that was put off at this very moment goes on a millisecond later.
      let next = deadline <= now ? min(target, now.advanced(by: 1)) : deadline
      let isStuck = next == now
      broker.advance(to: next, into: &turn.step)
      settle(&turn)
      if isStuck { break }
    }
    broker.advance(to: target, into: &turn.step)
    settle(&turn)
    return turn.log
  }

  private mutating func settled() -> SimulationLog {
    var turn = Turn()
    settle(&turn)
    return turn.log
  }
}
