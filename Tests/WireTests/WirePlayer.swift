import AMQPModel
import AMQPProtocol
import MethodJSON
import TokkiBroker

/// Plays a scenario on the server's machine and the simulated broker, as `record_wire.py` plays it
/// on a real one: after what is sent it waits for silence, in virtual time.
struct WirePlayer {
  private(set) var machine: ServerConnection
  private var broker: Broker
  private var connection: ConnectionID?
  private var frames = ReplyFrames()
  private var now: Int64 = 0
  /// When something was last sent.
  private var began: Int64 = 0
  private(set) var isClosed = false

  /// How long nothing comes at the end of a step, in milliseconds.
  private static let idle: Int64 = 300

  init(profile: Profile) {
    machine = ServerConnection(configuration: .rabbitMQ(profile), isLoopback: true, at: 0)
    broker = Broker(profile: profile, isTracing: false)
  }

  /// For each step, what came.
  static func play(_ scenario: WireScenario, profile: Profile) -> [[JSON]] {
    var player = WirePlayer(profile: profile)
    return scenario.steps.map { player.play($0).asRecorded }
  }

  private mutating func play(_ step: WireScenario.Step) -> [JSON] {
    switch step {
    case .open, .send, .sendUntilClosed, .hangUp: began = now
    case .wait, .untilClosed: break
    }
    switch step {
    case .open(let bytes):
      _ = receive([bytes])
      return []
    case .send(let bytes, let isDripped):
      let found = receive(isDripped ? bytes.map { [$0] } : [bytes])
      return found + settle()
    case .sendUntilClosed(let bytes, let milliseconds):
      return receive([bytes]) + collect(milliseconds) { $0.contains { $0["closed"] != nil } }
    case .wait(let milliseconds): return collect(milliseconds) { _ in false }
    case .untilClosed(let milliseconds):
      return collect(milliseconds) { $0.contains { $0["closed"] != nil } }
    case .hangUp:
      if isClosed { return [] }
      machine.disconnected()
      return takeOutput()
    }
  }

  /// Takes in bytes, which came before anything was answered; returns what comes at once.
  mutating func receive(_ pieces: [[UInt8]]) -> [JSON] {
    if isClosed { return [] }
    for piece in pieces { machine.receive(piece, at: now) }
    pump()
    return takeOutput()
  }

  /// Time passes; returns what comes meanwhile.
  mutating func pass(milliseconds: Int64) -> [JSON] { collect(milliseconds) { _ in false } }

  private mutating func settle() -> [JSON] {
    var found: [JSON] = []
    while true {
      let more = collect(Self.idle) { !$0.isEmpty }
      if more.isEmpty { return found }
      found += more
    }
  }

  private mutating func collect(_ milliseconds: Int64, until enough: ([JSON]) -> Bool) -> [JSON] {
    let end = now + milliseconds
    var found: [JSON] = []
    while !isClosed, !enough(found) {
      guard let deadline = machine.nextDeadline, deadline <= end else {
        now = end
        break
      }
      now = max(now, deadline)
      machine.advance(to: now)
      pump()
      let more = takeOutput()
      found += isClosed ? more.filter { $0["heartbeat"] == nil } : more
    }
    return found
  }

  private mutating func takeOutput() -> [JSON] {
    var entries = frames.add(machine.takeOutput())
    if machine.isOver, !isClosed {
      isClosed = true
      let seconds = (Double(now - began) / 1000).rounded()
      entries.append(.object([JSON.Member("closed", .integer(Int64(seconds)))]))
    }
    return entries
  }

  // MARK: Between machine and broker

  private mutating func pump() {
    while true {
      let inputs = machine.takeInputs()
      if inputs.isEmpty { return }
      for input in inputs { take(input) }
    }
  }

  private mutating func take(_ input: ServerConnection.Input) {
    var step = Step()
    switch input {
    case .authenticated(let user, let properties):
      connection = broker.connect(
        name: "socket", user: user, clientProperties: properties, isRemote: true, into: &step)
    case .method(let method, let content, let channel):
      guard let connection else { return }
      broker.receive(
        method, content: content,
        on: ChannelAddress(connection: connection, channel: channel), into: &step)
    case .oversized(let size, let limit, let channel):
      guard let connection else { return }
      broker.refuseOversized(
        size: size, limit: limit,
        on: ChannelAddress(connection: connection, channel: channel), into: &step)
    case .failed:
      guard let connection else { return }
      broker.drop(connection, into: &step)
    }
    for effect in step.effects { carryOut(effect) }
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .send(let method, let content, let address):
      machine.send(method, content, channel: address.channel)
    case .closeConnection: machine.end()
    case .awaitReading(let connection):
      var step = Step()
      broker.setReading(connection, true, into: &step)
      for effect in step.effects { carryOut(effect) }
    case .pausePublishing, .resumePublishing: break
    }
  }
}

extension ServerConnection.Configuration {
  /// What a real RabbitMQ of that profile says of itself.
  static func rabbitMQ(_ profile: Profile) -> ServerConnection.Configuration {
    let isOld = profile == .rabbitMQ310
    var configuration = ServerConnection.Configuration()
    configuration.serverProperties = [
      "capabilities": .table([
        "publisher_confirms": true, "exchange_exchange_bindings": true, "basic.nack": true,
        "consumer_cancel_notify": true, "connection.blocked": true, "consumer_priorities": true,
        "authentication_failure_close": true, "per_consumer_qos": true, "direct_reply_to": true,
      ]),
      "cluster_name": "rabbit@localhost",
      "copyright": isOld
        ? "Copyright (c) 2007-2022 VMware, Inc. or its affiliates."
        : "Copyright (c) 2007-2024 Broadcom Inc and/or its subsidiaries",
      "information": "Licensed under the MPL 2.0. Website: https://rabbitmq.com",
      "platform": isOld ? "Erlang/OTP 25.2.3" : "Erlang/OTP 27.3.4.1",
      "product": "RabbitMQ",
      "version": isOld ? "3.10.8" : "4.0.5",
    ]
    if isOld {
      configuration.mechanisms = [.amqplain, .plain]
      configuration.versionForOthers = [0, 0, 9, 1]
    }
    configuration.messageSizeMax = isOld ? 134_217_728 : 16_777_216
    return configuration
  }
}
