import AMQPModel
import MethodJSON
import ScenarioPlay

/// Plays steps on a real broker, and notes what each client sees after each of them. It does not
/// wait for silence but for what is expected; what comes beyond that shows at a later step.
final class LivePlayer: OtherBroker {
  private struct Place: Hashable {
    var client: String
    var channel: UInt16
  }

  private let address: AMQPURI
  private let virtualHost: String
  /// How long to wait for what is expected, in milliseconds.
  private let patience: Int64
  private var connections: [String: LiveConnection] = [:]
  private var hearing = Hearing()
  private var names = MadeUpNames()
  /// Where an answer is awaited that the scenario does not know of.
  private var barrier: Place?
  private var observer: LiveConnection?

  init(_ address: AMQPURI, virtualHost: String, patience: Int64) {
    self.address = address
    self.virtualHost = virtualHost
    self.patience = patience
  }

  func play(_ json: JSON, expecting expected: [JSON]) throws -> [JSON] {
    let step = try Scenario.Step(json)
    hearing.arrivals = []
    barrier = nil
    switch step {
    case .send(let sending): try send(sending, expected)
    case .connect(let client, let capabilities, _): try connect(client, capabilities)
    case .drop(let client):
      connections[client] = nil
      hearing.leave(client)
    case .wait, .alarm, .close, .configure, .restart, .operate, .listPolicies, .batch:
      throw NotAsWritten(description: "no step for an exploration: \(step)")
    }
    let found = arrivals(expecting: expected)
    if case .send(let sending) = step, sending.method == "connection.close" {
      connections[sending.client] = nil
      hearing.leave(sending.client)
    }
    return found
  }

  private func send(_ sending: Scenario.Sending, _ expected: [JSON]) throws {
    let (name, channel) = (sending.client, sending.channel)
    if connections[name] == nil { try connect(name, .object([])) }
    let isOwnBusiness =
      channel == 0 || sending.method == "channel.open" || sending.isUnopened
    if !isOwnBusiness, hearing.clients[name]?.channels.contains(channel) == false {
      try open(channel, of: name)
    }
    if !sending.isUnopened { hearing.use(channel, of: name) }
    let (method, contents) = try names.parts(of: sending)
    for content in contents {
      connections[name]?.send(method, content, channel: channel)
    }
    hearing.note(method, from: name, on: channel)
    let isAnswered = expected.contains {
      $0["client"] == .string(name) && !Self.unasked.contains($0["method"]?.text ?? "")
    }
    if channel > 0, !isAnswered { raiseBarrier(at: Place(client: name, channel: channel)) }
  }

  /// What comes by itself: when it has come, the broker may not be done with the method.
  private static let unasked: Set = [
    "basic.deliver", "basic.ack", "basic.nack", "basic.return", "basic.cancel",
  ]

  /// When this is answered, the broker's channel has dealt with everything before it.
  private func raiseBarrier(at place: Place) {
    barrier = place
    let harmless = ExchangeDeclare(exchange: "amq.direct", type: "direct", passive: true)
    connections[place.client]?.send(.exchangeDeclare(harmless), channel: place.channel)
  }

  private func connect(_ name: String, _ capabilities: JSON) throws {
    connections[name] = try LiveConnection(
      to: address, virtualHost: virtualHost, capabilities: capabilities)
    hearing.enter(name)
  }

  private func open(_ channel: UInt16, of name: String) throws {
    connections[name]?.send(.channelOpen(ChannelOpen()), channel: channel)
    let end = Clock.now + patience
    func answer() -> Int? {
      hearing.arrivals.firstIndex {
        $0.client == name && $0.channel == channel && $0.method == "channel.open-ok"
      }
    }
    while answer() == nil, Clock.now < end { collect(milliseconds: 100) }
    if let answer = answer() { hearing.arrivals.remove(at: answer) }
  }

  // MARK: Hearing

  private func arrivals(expecting expected: [JSON]) -> [JSON] {
    let end = Clock.now + patience
    while true {
      var called = names
      let found = Arrival.inOrder(hearing.arrivals).map {
        called.replaceMadeUp(in: withoutHost($0.json))
      }
      if barrier == nil && found == expected || Clock.now >= end {
        names = called
        return found
      }
      collect(milliseconds: Int32(clamping: max(1, end - Clock.now)))
    }
  }

  private func withoutHost(_ json: JSON) -> JSON {
    json.mapTexts { $0.contains(virtualHost) ? $0.replacing(virtualHost, with: "/") : $0 }
  }

  private func collect(milliseconds: Int32) {
    let names = connections.keys.sorted()
    let open = names.compactMap { connections[$0] }
    let ready = Socket.waitForAny(of: open.map(\.socket), milliseconds: milliseconds)
    for (index, name) in names.enumerated() where ready[index] {
      let connection = open[index]
      let isOpen = connection.receive()
      for (method, content, channel) in connection.takeMethods() {
        hear(method, content, at: Place(client: name, channel: channel))
      }
      if !isOpen {
        connections[name] = nil
        hearing.hearEnd(of: name)
        if barrier?.client == name { barrier = nil }
      }
    }
  }

  private func hear(_ method: Method, _ content: Content?, at place: Place) {
    if barrier == place, case .exchangeDeclareOk = method {
      barrier = nil
      return
    }
    let answer = hearing.hear(method, content, at: place.client, on: place.channel)
    guard let answer else { return }
    connections[place.client]?.send(answer, channel: place.channel)
    if barrier == place || (barrier?.client == place.client && place.channel == 0) {
      barrier = nil
    }
    if case .connectionCloseOk = answer {
      connections[place.client] = nil
      hearing.leave(place.client)
    }
  }

  // MARK: Observing

  func observe(_ questions: [Scenario.Sending], expecting expected: [JSON]) throws -> [JSON] {
    let end = Clock.now + patience
    var pause: Int32 = 0
    while true {
      let found = try questions.map(ask)
      if found == expected || Clock.now >= end { return found }
      collect(milliseconds: pause)
      pause = min(pause + 1, 20)
    }
  }

  /// Asks on a connection of its own, and on a channel that is open again after an error.
  private func ask(_ question: Scenario.Sending) throws -> JSON {
    let connection = try observer ?? observing()
    connection.send(try names.parts(of: question).0, channel: 1)
    while connection.receive() {
      guard let answer = connection.takeMethods().first else { continue }
      if case .channelClose = answer.method {
        connection.send(.channelCloseOk(ChannelCloseOk()), channel: 1)
        connection.send(.channelOpen(ChannelOpen()), channel: 1)
        while connection.receive(), connection.takeMethods().isEmpty {}
      }
      let arrival = Arrival(
        client: question.client, channel: 1, method: answer.method.name,
        arguments: answer.method.argumentsJSON, content: answer.content)
      var called = names
      return called.replaceMadeUp(in: withoutHost(arrival.json))
    }
    throw Unreachable(description: "the broker closed the observer's connection")
  }

  private func observing() throws -> LiveConnection {
    let connection = try LiveConnection(to: address, virtualHost: virtualHost)
    connection.send(.channelOpen(ChannelOpen()), channel: 1)
    while connection.receive(), connection.takeMethods().isEmpty {}
    observer = connection
    return connection
  }

  // MARK: Ending

  /// Closes all connections in good order, and removes what is there.
  func cleanUp(queues: [String], exchanges: [String]) throws {
    for name in connections.keys.sorted() {
      guard let connection = connections[name] else { continue }
      connection.send(.connectionClose(ConnectionClose()), channel: 0)
      while !connection.isOver, connection.receive() {}
    }
    connections = [:]
    for queue in queues {
      _ = try ask(observing("queue.delete", "queue", queue))
    }
    for exchange in exchanges {
      _ = try ask(observing("exchange.delete", "exchange", exchange))
    }
  }

  private func observing(_ method: String, _ noun: String, _ name: String) -> Scenario.Sending {
    Scenario.Sending(
      client: Observation.client, channel: 1, method: method,
      arguments: .object([JSON.Member(noun, .string(name))]))
  }
}
