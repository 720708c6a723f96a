import AMQPModel
package import MethodJSON
package import TokkiBroker

/// Plays a scenario on the simulated broker, as `record.py` plays it on a real one, and notes
/// what each client sees after each step.
package struct Player {
  package private(set) var broker: Broker
  /// What the broker did in the last step and why, if it traces.
  package private(set) var trace: [TraceEntry] = []
  private var ids: [String: ConnectionID] = [:]
  private var credentials: [String: Scenario.Credentials] = [:]
  private var hearing = Hearing()
  private var names = MadeUpNames()

  package init(profile: Profile, isTracing: Bool = false) {
    broker = Broker(profile: profile, isTracing: isTracing)
  }

  /// For each step, what arrived after it.
  package static func play(_ scenario: Scenario, profile: Profile) throws -> [[JSON]] {
    var player = Player(profile: profile)
    return try scenario.steps.map { try player.play($0) }
  }

  /// What arrived after the step.
  package mutating func play(_ step: Scenario.Step) throws -> [JSON] {
    hearing.arrivals = []
    trace = []
    switch step {
    case .send(let sending): try send(sending)
    case .batch(let client, let sendings): try send(sendings, of: client)
    case .connect(let client, let capabilities, let credentials):
      self.credentials[client] = credentials
      connect(client, capabilities)
    case .drop(let name):
      hearing.leave(name)
      if let id = ids.removeValue(forKey: name) { perform { $0.drop(id, into: &$1) } }
    case .wait(let milliseconds):
      perform { $0.advance(to: $0.now.advanced(by: milliseconds), into: &$1) }
    case .configure(let members): try broker.configuration.set(members)
    case .alarm(let isOn): perform { $0.setMemoryAlarm(isOn, into: &$1) }
    case .close(let name, let words):
      if let id = ids[name] { perform { $0.close(id, because: words, into: &$1) } }
    case .restart: perform { $0.restart(into: &$1) }
    case .operate(let action): operate(action)
    case .listPolicies:
      hearing.arrivals.append(.listed(broker.snapshot().virtualHosts.first))
    }
    return Arrival.inOrder(hearing.arrivals).map { names.replaceMadeUp(in: $0.json) }
  }

  private mutating func send(_ sending: Scenario.Sending) throws {
    let name = sending.client
    if ids[name] == nil { connect(name, .object([])) }
    let channel = sending.channel
    let isOwnBusiness =
      channel == 0 || sending.method == "channel.open" || sending.isUnopened
    if !isOwnBusiness, hearing.clients[name]?.channels.contains(channel) == false {
      receive(.channelOpen(ChannelOpen()), from: name, on: channel)
      hearing.arrivals = []
    }
    if !sending.isUnopened { hearing.use(channel, of: name) }
    let (method, contents) = try names.parts(of: sending)
    receive([(channel, method, contents)], from: name)
    hearing.note(method, from: name, on: channel)
    if case .connectionClose = method { leave(name) }
  }

  private mutating func send(_ sendings: [Scenario.Sending], of name: String) throws {
    let inputs = try sendings.map { sending in
      let (method, contents) = try names.parts(of: sending)
      return (sending.channel, method, contents)
    }
    receive(inputs, from: name)
  }

  private mutating func connect(_ name: String, _ capabilities: JSON) {
    let credentials = credentials[name] ?? Scenario.Credentials()
    guard
      broker.authenticates(user: credentials.user, password: Password(credentials.password))
    else { return refuseLogin(of: name) }
    var step = Step()
    let id = broker.connect(
      name: name, user: credentials.user,
      clientProperties: Hearing.clientProperties(but: capabilities),
      isRemote: true, into: &step)
    ids[name] = id
    hearing.enter(name)
    receive(.connectionOpen(ConnectionOpen(virtualHost: "/")), from: name, on: 0)
    hearing.arrivals.removeAll { $0.method == "connection.open-ok" }
  }

  /// What the server says to wrong credentials, before the broker hears of the client.
  private mutating func refuseLogin(of name: String) {
    let text =
      "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see "
      + "the broker logfile."
    let close = ConnectionClose(
      replyCode: ReplyCode.accessRefused.rawValue, replyText: text, classId: 0, methodId: 0)
    let method = Method.connectionClose(close)
    hearing.arrivals.append(
      Arrival(client: name, channel: 0, method: method.name, arguments: method.argumentsJSON))
  }

  private mutating func receive(_ method: Method, from name: String, on channel: UInt16) {
    receive([(channel, method, [nil])], from: name)
  }

  /// The client hears no answer before all is sent.
  private mutating func receive(
    _ inputs: [(channel: UInt16, method: Method, contents: [Content?])], from name: String
  ) {
    guard let id = ids[name] else { return }
    perform { broker, step in
      for (channel, method, contents) in inputs {
        let address = ChannelAddress(connection: id, channel: channel)
        for content in contents {
          broker.receive(method, content: content, on: address, into: &step)
        }
      }
    }
  }

  private mutating func perform(_ act: (inout Broker, inout TokkiBroker.Step) -> Void) {
    var step = Step()
    act(&broker, &step)
    trace += step.trace
    for effect in step.effects {
      switch effect {
      case .send(let method, let content, let address):
        guard let name = name(of: address.connection) else { continue }
        if let answer = hearing.hear(method, content, at: name, on: address.channel) {
          receive(answer, from: name, on: address.channel)
          if case .connectionCloseOk = answer { leave(name) }
        }
      case .closeConnection(let connection):
        guard let name = name(of: connection) else { continue }
        ids[name] = nil
        hearing.hearEnd(of: name)
      case .awaitReading(let connection):
        perform { $0.setReading(connection, true, into: &$1) }
      case .pausePublishing, .resumePublishing: continue
      }
    }
  }

  private mutating func operate(_ action: OperatorAction) {
    var refusal: OperatorRefusal?
    perform { broker, step in
      do throws(OperatorRefusal) {
        try broker.operate(action, into: &step)
      } catch {
        refusal = error
      }
    }
    guard let refusal else { return }
    hearing.arrivals.append(
      Arrival(
        client: "", channel: 0, method: "operator.refused",
        arguments: [JSON.Member("reason", .string(refusal.reason))]))
  }

  private mutating func leave(_ name: String) {
    ids[name] = nil
    hearing.leave(name)
  }
}

// MARK: - What a scenario calls things

extension Player {
  /// Who is connected, and with which channels.
  package var clients: [String: Hearing.Client] { hearing.clients }

  /// The client with that connection, if it is connected.
  package func name(of connection: ConnectionID) -> String? {
    ids.first { $0.value == connection }?.key
  }

  /// What steps call the queue, exchange or consumer; nil if it has a name that the broker made
  /// up and nobody has heard.
  package func called(_ name: String) -> String? { names.called(name) }
}
