import AMQPModel
import SeededRandom
import Testing
import TokkiBroker
import TokkiClient

@testable import TokkiSimulation

/// Requests that change what is there: declared, bound, consumed, and removed again.
private struct RandomTopology {
  var generator: SeededGenerator
  private var tagCount = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private let queues = ["", "a", "b", "c"]
  private let exchanges = ["x", "y", "z"]

  private mutating func flag() -> Bool { generator.chance(1, in: 3) }
  private mutating func queue() -> String { generator.pick(queues) ?? "" }
  private mutating func exchange() -> String { generator.pick(exchanges) ?? "" }
  private mutating func key() -> String { generator.pick(["", "k", "l"]) ?? "" }

  /// A tag that is in use already would close the connection.
  private mutating func newTag() -> String {
    tagCount += 1
    return "t\(tagCount)"
  }

  mutating func next() -> Method {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<5:
      .queueDeclare(
        QueueDeclare(
          queue: queue(), durable: true, exclusive: flag(), autoDelete: flag(),
          arguments: flag() ? ["x-max-length": .int32(5)] : [:]))
    case 5, 6:
      .exchangeDeclare(
        ExchangeDeclare(exchange: exchange(), type: "direct", durable: flag(), autoDelete: flag()))
    case 7..<10:
      .queueBind(QueueBind(queue: queue(), exchange: exchange(), routingKey: key()))
    case 10: .queueUnbind(QueueUnbind(queue: queue(), exchange: exchange(), routingKey: key()))
    case 11, 12:
      .exchangeBind(
        ExchangeBind(destination: exchange(), source: exchange(), routingKey: key()))
    case 13:
      .exchangeUnbind(
        ExchangeUnbind(destination: exchange(), source: exchange(), routingKey: key()))
    case 14: .queueDelete(QueueDelete(queue: queue()))
    case 15: .exchangeDelete(ExchangeDelete(exchange: exchange()))
    case 16, 17:
      .basicConsume(BasicConsume(queue: queue(), consumerTag: newTag(), noAck: flag()))
    case 18:
      .basicCancel(
        BasicCancel(consumerTag: "t\(Int.random(in: 0...tagCount, using: &generator))"))
    default: settings()
    }
  }

  private mutating func settings() -> Method {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: .confirmSelect(ConfirmSelect())
    case 1: .channelClose(ChannelClose(replyCode: 200, replyText: "Goodbye"))
    default:
      .basicQos(BasicQos(prefetchCount: .random(in: 0...2, using: &generator), global: flag()))
    }
  }
}

/// What is on a broker, a line each, without what differs between two connections.
///
/// - Parameter renamed: queues' names by those that they had before.
private func inventory(_ broker: Broker, renamed: [String: String] = [:]) -> Set<String> {
  let snapshot = broker.snapshot()
  var lines: Set<String> = []
  guard let host = snapshot.virtualHosts.first else { return [] }
  for exchange in host.exchanges where !exchange.isPredeclared {
    lines.insert(
      "exchange \(exchange.name) durable \(exchange.isDurable)"
        + " auto-delete \(exchange.isAutoDelete)")
  }
  for queue in host.queues {
    let name = renamed[queue.name] ?? queue.name
    lines.insert(
      "queue \(name) exclusive \(queue.isExclusive) auto-delete \(queue.isAutoDelete)"
        + " arguments \(queue.arguments.entries.map(\.name))")
    for consumer in queue.consumers {
      lines.insert(
        "consumer \(consumer.tag) of \(name) on \(consumer.channel.channel)"
          + " no-ack \(consumer.noAck) prefetch \(consumer.prefetchCount)")
    }
  }
  for binding in host.bindings {
    var destination = binding.destination
    if case .queue(let name) = destination { destination = .queue(renamed[name] ?? name) }
    lines.insert("binding \(binding.source) \(binding.key) \(destination)")
  }
  for channel in snapshot.connections.first?.channels ?? [] {
    lines.insert(
      "channel \(channel.number) \(channel.mode) prefetch \(channel.prefetchCount)"
        + " global \(channel.globalPrefetchCount)")
  }
  return lines
}

extension World {
  fileprivate mutating func perform(_ method: Method, channel: UInt16) {
    _ = try? request(method, content: nil, by: "you", channel: channel, plan: nil)
  }

  /// The broker is gone with all that it had; another, empty one takes its place.
  fileprivate mutating func replaceBroker(seed: UInt64) {
    broker = Broker(profile: .rabbitMQ40, seed: seed)
    owners.removeAll()
    machines[0].lose(reason: "the broker is gone", at: now.milliseconds)
    _ = machines[0].takeActions()
    _ = machines[0].takeReports()
  }
}

private func renamed(_ log: SimulationLog) -> [String: String] {
  var original: [String: String] = [:]
  for report in log.reports {
    if case .queueRenamed(let old, let new) = report.fact {
      original[new] = original[old] ?? old
    }
  }
  return original
}

@Suite struct RecoveryPropertyTests {
  @Test(arguments: UInt64(0)..<300)
  func exactlyWhatWasThereIsThereAgain(seed: UInt64) {
    var random = RandomTopology(seed: seed)
    var world = World(profile: .rabbitMQ40, seed: seed, recovery: RecoveryPolicy(seed: seed))
    for _ in 0..<random.generator.next() % 60 + 1 {
      world.perform(random.next(), channel: random.generator.chance(1, in: 2) ? 1 : 2)
    }
    let isConnected = world.machines[0].isConnected
    let before = inventory(world.broker)
    world.replaceBroker(seed: seed &+ 1)
    let log = world.advance(byMilliseconds: 60_000)
    guard isConnected else { return }
    let after = inventory(world.broker, renamed: renamed(log))
    #expect(after.subtracting(before).sorted() == [], "seed \(seed)")
    #expect(before.subtracting(after).sorted() == [], "seed \(seed)")
    #expect(log.reports.map(\.fact).contains(.recovered), "seed \(seed)")
    let isRefused = log.reports.contains {
      if case .notRestored = $0.fact { true } else { false }
    }
    #expect(!isRefused, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<200)
  func lossesInTheMidstOfRestoringLoseNothing(seed: UInt64) throws {
    var random = RandomTopology(seed: seed)
    var line = Line(seed: seed)
    for _ in 0..<40 {
      _ = try? line.client.request(
        random.next(), content: nil, channel: 1, plan: nil, at: line.now)
      line.carryAll()
    }
    guard line.client.isConnected else { return }
    let before = inventory(line.broker)
    for _ in 0..<5 {
      line.lose()
      line.reconnect()
      for _ in 0..<random.generator.next() % 30 { line.carry() }
    }
    line.lose()
    line.reconnect()
    line.carryAll()
    let after = inventory(line.broker, renamed: line.renamed)
    #expect(after.subtracting(before).sorted() == [], "seed \(seed)")
    #expect(before.subtracting(after).sorted() == [], "seed \(seed)")
    #expect(line.client.nextDeadline == nil, "seed \(seed)")
  }
}

/// A client and its broker, with each thing carried between them one by one.
private struct Line {
  var client: ClientMachine
  var broker: Broker
  var connection: ConnectionID?
  var now: Int64 = 0
  var actions: [ClientAction] = []
  var effects: [Effect] = []
  var renamed: [String: String] = [:]
  private var seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    client = ClientMachine(name: "you", recovery: RecoveryPolicy(seed: seed))
    broker = Broker(profile: .rabbitMQ40, seed: seed)
  }

  mutating func carryAll() { while carry() {} }

  /// Carries one thing; false if there was none.
  @discardableResult
  mutating func carry() -> Bool {
    actions += client.takeActions()
    for report in client.takeReports() {
      if case .queueRenamed(let old, let new) = report.fact { renamed[new] = renamed[old] ?? old }
    }
    var step = Step()
    if !effects.isEmpty {
      hand(effects.removeFirst())
    } else if !actions.isEmpty {
      carry(actions.removeFirst(), &step)
      effects += step.effects
    } else {
      return false
    }
    return true
  }

  private mutating func hand(_ effect: Effect) {
    switch effect {
    case .send(let method, let content, let address):
      guard address.connection == connection else { return }
      client.receive(method, content: content, channel: address.channel, at: now)
    case .closeConnection(let id):
      if id == connection { client.lose(reason: "closed", at: now) }
    case .awaitReading, .pausePublishing, .resumePublishing: break
    }
  }

  private mutating func carry(_ action: ClientAction, _ step: inout Step) {
    switch action {
    case .connect(let identity):
      let id = broker.connect(
        name: "you", user: identity.user,
        clientProperties: ["capabilities": .table(["consumer_cancel_notify": true])], into: &step)
      connection = id
      broker.receive(
        .connectionOpen(ConnectionOpen(virtualHost: identity.virtualHost)),
        on: ChannelAddress(connection: id, channel: 0), into: &step)
    case .send(let method, let content, let channel):
      guard let connection else { return }
      broker.receive(
        method, content: content,
        on: ChannelAddress(connection: connection, channel: channel), into: &step)
    case .disconnect:
      connection = nil
    }
  }

  /// The broker is gone with all that it had; another, empty one takes its place.
  mutating func lose() {
    seed += 1
    broker = Broker(profile: .rabbitMQ40, seed: seed)
    connection = nil
    effects = []
    _ = client.takeActions()
    actions = []
    client.lose(reason: "the broker is gone", at: now)
    _ = client.takeActions()
  }

  mutating func reconnect() {
    while let deadline = client.nextDeadline, !client.isConnected {
      now = deadline
      client.advance(to: now)
      while !client.isConnected, carry() {}
    }
  }
}
