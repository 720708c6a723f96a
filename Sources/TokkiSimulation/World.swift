internal import AMQPModel
internal import DequeModule
package import TokkiBroker
package import TokkiClient

/// The simulated broker with all its clients and workers at one moment of virtual time: a value.
/// Each operation runs until nothing more happens at that moment.
package struct World: Hashable, Sendable {
  package internal(set) var broker: Broker
  /// In order of first use.
  package internal(set) var machines: [ClientMachine] = []
  /// Which machine's connection each is.
  var owners: [ConnectionID: Int] = [:]
  /// The connections of clients elsewhere, by the names that the broker has for them.
  var remotes = RemoteNames()
  /// What is to be done for them, in order, and was not taken yet.
  var remoteEffects: [Effect] = []
  /// How clients make lost connections again, each with a seed of its own.
  let recovery: RecoveryPolicy?

  package init(profile: Profile, seed: UInt64, recovery: RecoveryPolicy? = nil) {
    broker = Broker(profile: profile, seed: seed)
    self.recovery = recovery
  }

  package var now: Instant { broker.now }

  /// The position of the client's machine; a new one at the client's first use.
  mutating func machine(of client: ClientName) -> Int {
    if let index = machines.firstIndex(where: { $0.name == client }) { return index }
    var policy = recovery
    policy?.seed &+= UInt64(machines.count)
    machines.append(ClientMachine(name: client, recovery: policy))
    if let namesake = remotes.release(client.text, taken: isMachineName) {
      broker.rename(namesake.id, to: namesake.name)
    }
    return machines.count - 1
  }

  func isMachineName(_ name: String) -> Bool { machines.contains { $0.name.text == name } }

  func knownMachine(of client: ClientName) throws(ClientError) -> Int {
    guard let index = machines.firstIndex(where: { $0.name == client }) else {
      throw .noSuchClient(client)
    }
    return index
  }
}

extension World {
  /// One operation under way: what is still to be carried, and what has happened so far.
  struct Turn {
    var pending: Deque<(machine: Int, action: ClientAction)> = []
    var log = SimulationLog()
    var answers: [ClientAnswer] = []
    var step = Step()
    /// How often workers finished without time passing.
    var immediateWork = 0
  }

  /// Workers that need no time and feed one another could go on for ever; after so many
  /// deliveries the rest waits for the next millisecond.
  private static let immediateWorkLimit = 10_000

  /// Hands over what the broker has said, carries actions and finishes work that is due, until
  /// nothing more happens at this moment.
  mutating func settle(_ turn: inout Turn) {
    deliver(&turn)
    collect(&turn)
    while true {
      if let (machine, action) = turn.pending.popFirst() {
        carry(action, of: machine, &turn)
      } else if turn.immediateWork < Self.immediateWorkLimit, let machine = machineWithWorkDue() {
        turn.immediateWork += 1
        machines[machine].advance(to: now.milliseconds)
        collect(machine, &turn)
      } else {
        return
      }
    }
  }

  private func machineWithWorkDue() -> Int? {
    machines.firstIndex { machine in
      machine.nextDeadline.map { $0 <= now.milliseconds } ?? false
    }
  }

  func nextDeadline() -> Instant? {
    var earliest = broker.nextDeadline
    for machine in machines {
      guard let deadline = machine.nextDeadline.map(Instant.init(milliseconds:)) else { continue }
      earliest = min(earliest ?? deadline, deadline)
    }
    return earliest
  }

  private mutating func collect(_ turn: inout Turn) {
    for machine in machines.indices { collect(machine, &turn) }
  }

  private mutating func collect(_ machine: Int, _ turn: inout Turn) {
    turn.log.reports += machines[machine].takeReports()
    turn.answers += machines[machine].takeAnswers()
    for action in machines[machine].takeActions() { turn.pending.append((machine, action)) }
  }

  private mutating func carry(_ action: ClientAction, of machine: Int, _ turn: inout Turn) {
    switch action {
    case .connect(let identity):
      if let password = identity.password,
        !broker.authenticates(user: identity.user, password: password)
      {
        return refuseLogin(of: machine, &turn)
      }
      let id = broker.connect(
        name: machines[machine].name.text, user: identity.user,
        clientProperties: machines[machine].name.clientProperties, into: &turn.step)
      owners[id] = machine
      broker.receive(
        .connectionOpen(ConnectionOpen(virtualHost: identity.virtualHost)),
        on: ChannelAddress(connection: id, channel: 0), into: &turn.step)
    case .send(let method, let content, let channel):
      guard let id = connection(of: machine) else { return }
      broker.receive(
        method, content: content, on: ChannelAddress(connection: id, channel: channel),
        into: &turn.step)
    case .disconnect:
      guard let id = connection(of: machine) else { return }
      owners[id] = nil
      broker.drop(id, into: &turn.step)
    }
    deliver(&turn)
  }

  /// Where a password is given it has to be the user's: the broker says so before there is a
  /// connection in it.
  private mutating func refuseLogin(of machine: Int, _ turn: inout Turn) {
    let text =
      "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see "
      + "the broker logfile."
    machines[machine].receive(
      .connectionClose(ConnectionClose(replyCode: 403, replyText: text)), content: nil, channel: 0,
      at: now.milliseconds)
    machines[machine].lose(reason: "closed", at: now.milliseconds)
    collect(machine, &turn)
  }

  private func connection(of machine: Int) -> ConnectionID? {
    owners.lazy.filter { $0.value == machine }.map(\.key).max()
  }

  /// Hands the broker's effects to the machines, and keeps those for clients elsewhere.
  mutating func deliver(_ turn: inout Turn) {
    if !turn.step.trace.isEmpty { turn.log.trace += turn.step.trace }
    guard !turn.step.effects.isEmpty else { return turn.step.clear() }
    if owners.isEmpty, !remotes.isEmpty {
      for effect in turn.step.effects { forget(effect) }
      remoteEffects += turn.step.effects
      return turn.step.clear()
    }
    let effects = turn.step.effects
    turn.step.clear()
    for effect in effects {
      switch effect {
      case .send(let method, let content, let address):
        guard let machine = owners[address.connection] else {
          if remotes.contains(address.connection) { remoteEffects.append(effect) }
          continue
        }
        machines[machine].receive(
          method, content: content, channel: address.channel, at: now.milliseconds)
        collect(machine, &turn)
      case .closeConnection(let id):
        guard let machine = owners.removeValue(forKey: id) else {
          if remotes.contains(id) { remoteEffects.append(effect) }
          forget(effect)
          continue
        }
        machines[machine].lose(reason: "closed", at: now.milliseconds)
        collect(machine, &turn)
      case .awaitReading, .pausePublishing, .resumePublishing:
        remoteEffects.append(effect)
      }
    }
  }

  /// A connection that is over bears its name no longer.
  private mutating func forget(_ effect: Effect) {
    if case .closeConnection(let id) = effect { remotes.remove(id) }
  }
}
