import AMQPModel
import MethodJSON
import TokkiBroker

/// Plays a scenario on the simulated broker, as `record.py` plays it on a real one, and notes
/// what each client sees after each step.
struct Player {
  private struct Client {
    var id: ConnectionID
    var channels: Set<UInt16> = []
    /// In confirm mode: the messages that were confirmed, for each channel.
    var confirmed: [UInt16: Set<Int64>] = [:]
  }

  private var broker: Broker
  private var clients: [String: Client] = [:]
  private var credentials: [String: Scenario.Credentials] = [:]
  private var arrivals: [Arrival] = []
  private var names = MadeUpNames()

  init(profile: Profile) { broker = Broker(profile: profile, isTracing: false) }

  /// For each step, what arrived after it.
  static func play(_ scenario: Scenario, profile: Profile) throws -> [[JSON]] {
    var player = Player(profile: profile)
    return try scenario.steps.map { try player.play($0) }
  }

  private mutating func play(_ step: Scenario.Step) throws -> [JSON] {
    arrivals = []
    switch step {
    case .send(let sending): try send(sending)
    case .batch(let client, let sendings): try send(sendings, of: client)
    case .connect(let client, let capabilities, let credentials):
      self.credentials[client] = credentials
      connect(client, capabilities)
    case .drop(let name):
      if let client = clients.removeValue(forKey: name) {
        perform { $0.drop(client.id, into: &$1) }
      }
    case .wait(let milliseconds):
      perform { $0.advance(to: $0.now.advanced(by: milliseconds), into: &$1) }
    case .alarm(let isOn): perform { $0.setMemoryAlarm(isOn, into: &$1) }
    case .configure(let members): try broker.configuration.set(members)
    case .close(let name, let words):
      if let client = clients[name] {
        perform { $0.close(client.id, because: words, into: &$1) }
      }
    case .restart: perform { $0.restart(into: &$1) }
    case .operate(let action): operate(action)
    case .listPolicies: arrivals.append(.listed(broker.snapshot().virtualHosts.first))
    }
    return Arrival.inOrder(arrivals).map { names.replaceMadeUp(in: $0.json) }
  }

  private mutating func send(_ sending: Scenario.Sending) throws {
    if clients[sending.client] == nil { connect(sending.client, .object([])) }
    let channel = sending.channel
    let isOwnBusiness =
      channel == 0 || sending.method == "channel.open" || sending.isUnopened
    if !isOwnBusiness, clients[sending.client]?.channels.contains(channel) == false {
      receive(.channelOpen(ChannelOpen()), from: sending.client, on: channel)
      arrivals = []
    }
    if !sending.isUnopened { clients[sending.client]?.channels.insert(channel) }
    let (method, contents) = try parts(of: sending)
    for content in contents {
      receive(method, content: content, from: sending.client, on: channel)
    }
    switch method {
    case .confirmSelect where clients[sending.client]?.channels.contains(channel) == true:
      clients[sending.client]?.confirmed[channel, default: []].formUnion([])
    case .channelClose: forget(channel, of: sending.client)
    case .connectionClose: clients[sending.client] = nil
    default: break
    }
  }

  /// The method, and what goes with it each time that it is sent.
  private func parts(of sending: Scenario.Sending) throws -> (Method, [Content?]) {
    let method = try Method(name: sending.method, arguments: names.putBack(in: sending.arguments))
    guard case .basicPublish = method else { return (method, [nil]) }
    let properties = BasicProperties(names.putBack(in: sending.properties))
    return (method, sending.bodies.map { Content(properties: properties, text: $0) })
  }

  /// The client hears no answer before all is sent.
  private mutating func send(_ sendings: [Scenario.Sending], of name: String) throws {
    guard let client = clients[name] else { return }
    let inputs = try sendings.map { (channel: $0.channel, parts: try parts(of: $0)) }
    perform { broker, step in
      for (channel, (method, contents)) in inputs {
        let address = ChannelAddress(connection: client.id, channel: channel)
        for content in contents {
          broker.receive(method, content: content, on: address, into: &step)
        }
      }
    }
  }

  private mutating func connect(_ name: String, _ capabilities: JSON) {
    let credentials = credentials[name] ?? Scenario.Credentials()
    guard
      broker.authenticates(user: credentials.user, password: Password(credentials.password))
    else { return refuseLogin(of: name) }
    let usual = [
      "publisher_confirms", "exchange_exchange_bindings", "basic.nack", "consumer_cancel_notify",
      "connection.blocked", "authentication_failure_close",
    ]
    let granted = usual.map {
      FieldTable.Entry(name: $0, value: .boolean(capabilities[$0] != .boolean(false)))
    }
    var step = Step()
    let id = broker.connect(
      name: name, user: credentials.user,
      clientProperties: ["product": "conformance", "capabilities": .table(FieldTable(granted))],
      isRemote: true, into: &step)
    clients[name] = Client(id: id)
    receive(.connectionOpen(ConnectionOpen(virtualHost: "/")), from: name, on: 0)
    arrivals.removeAll { $0.method == "connection.open-ok" }
  }

  /// What the server says to wrong credentials, before the broker hears of the client.
  private mutating func refuseLogin(of name: String) {
    let text =
      "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see "
      + "the broker logfile."
    let close = ConnectionClose(
      replyCode: ReplyCode.accessRefused.rawValue, replyText: text, classId: 0, methodId: 0)
    let method = Method.connectionClose(close)
    arrivals.append(
      Arrival(client: name, channel: 0, method: method.name, arguments: method.argumentsJSON))
  }

  private mutating func receive(
    _ method: Method, content: Content? = nil, from name: String, on channel: UInt16
  ) {
    guard let client = clients[name] else { return }
    let address = ChannelAddress(connection: client.id, channel: channel)
    perform { $0.receive(method, content: content, on: address, into: &$1) }
  }

  private mutating func perform(_ act: (inout Broker, inout TokkiBroker.Step) -> Void) {
    var step = Step()
    act(&broker, &step)
    for effect in step.effects {
      switch effect {
      case .send(let method, let content, let address):
        guard let name = name(of: address.connection) else { continue }
        arrive(method, content, at: name, on: address.channel)
      case .closeConnection(let connection):
        guard let name = name(of: connection) else { continue }
        clients[name] = nil
        if !arrivals.contains(where: { $0.client == name && $0.channel == 0 }) {
          arrivals.append(Arrival(client: name, channel: 0, method: "socket.closed"))
        }
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
    arrivals.append(
      Arrival(
        client: "", channel: 0, method: "operator.refused",
        arguments: [JSON.Member("reason", .string(refusal.reason))]))
  }

  private func name(of connection: ConnectionID) -> String? {
    clients.first { $0.value.id == connection }?.key
  }

  private mutating func arrive(
    _ method: Method, _ content: Content?, at name: String, on channel: UInt16
  ) {
    let arrival = Arrival(
      client: name, channel: channel, method: method.name, arguments: method.argumentsJSON,
      content: content)
    switch method {
    case .basicAck(let ack) where clients[name]?.confirmed[channel] != nil:
      takeApart(arrival, ack.deliveryTag, ack.multiple)
    case .basicNack(let nack) where clients[name]?.confirmed[channel] != nil:
      takeApart(arrival, nack.deliveryTag, nack.multiple)
    case .channelClose:
      arrivals.append(arrival)
      receive(.channelCloseOk(ChannelCloseOk()), from: name, on: channel)
      forget(channel, of: name)
    case .connectionClose:
      arrivals.append(arrival)
      receive(.connectionCloseOk(ConnectionCloseOk()), from: name, on: 0)
      clients[name] = nil
    default: arrivals.append(arrival)
    }
  }

  /// A confirm of several messages becomes one for each.
  private mutating func takeApart(_ arrival: Arrival, _ tag: UInt64, _ isMultiple: Bool) {
    let last = Int64(clamping: tag)
    for number in (isMultiple ? min(1, last) : last)...last {
      let client = arrival.client
      let isNew = clients[client]?.confirmed[arrival.channel]?.insert(number).inserted
      if isNew == true { arrivals.append(arrival.confirming(number)) }
    }
  }

  private mutating func forget(_ channel: UInt16, of name: String) {
    clients[name]?.channels.remove(channel)
    clients[name]?.confirmed[channel] = nil
  }
}
