import AMQPModel
import SeededRandom

@testable import TokkiBroker

/// A random run of a broker: many clients that do anything at all, the same for the same seed.
struct RandomSession {
  private var random: SeededGenerator
  private(set) var broker: Broker
  private(set) var step = Step()
  private var addresses: [ChannelAddress] = []

  init(seed: UInt64, profile: Profile) {
    random = SeededGenerator(seed: seed)
    broker = Broker(profile: profile, seed: seed)
    broker.configuration.consumerTimeout = 900
    broker.configuration.channelTickInterval = 100
    broker.configuration.deadLetterRetryInterval = 300
    for _ in 0..<3 { join() }
  }

  private mutating func pick<Element>(_ from: [Element]) -> Element {
    from[Int.random(in: 0..<from.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func join() {
    let properties: FieldTable =
      chance(50) ? ["capabilities": .table(["consumer_cancel_notify": true])] : [:]
    let id = broker.connect(
      name: "client", user: "guest", clientProperties: properties, into: &step)
    let zero = ChannelAddress(connection: id, channel: 0)
    broker.receive(.connectionOpen(ConnectionOpen(virtualHost: "/")), on: zero, into: &step)
    for number in UInt16(1)...2 {
      let channel = ChannelAddress(connection: id, channel: number)
      broker.receive(.channelOpen(ChannelOpen()), on: channel, into: &step)
      addresses.append(channel)
    }
  }

  /// Does one thing; `step` holds what came of it.
  mutating func go() {
    step.clear()
    let address = pick(addresses)
    switch Int.random(in: 0..<100, using: &random) {
    case 0: broker.drop(address.connection, into: &step)
    case 1: if addresses.count < 40 { join() }
    case 2...6:
      let later = Int64.random(in: 0...300, using: &random)
      broker.advance(to: broker.now.advanced(by: later), into: &step)
    case 7 where chance(10): broker.restart(into: &step)
    case 8, 9:
      let number = UInt16.random(in: 0...3, using: &random)
      let channel = ChannelAddress(connection: address.connection, channel: number)
      broker.receive(.channelOpen(ChannelOpen()), on: channel, into: &step)
    case 10, 11:
      // A refusal changes nothing.
      try? broker.operate(policyAction(), into: &step)
    default:
      let (method, content) = command()
      broker.receive(method, content: content, on: address, into: &step)
    }
    answerCloses()
  }

  /// A client confirms what the broker closes, and opens it again.
  private mutating func answerCloses() {
    for effect in step.effects {
      guard case .send(let method, _, let address) = effect else { continue }
      if case .channelClose = method {
        broker.receive(.channelCloseOk(ChannelCloseOk()), on: address, into: &step)
        broker.receive(.channelOpen(ChannelOpen()), on: address, into: &step)
      } else if case .connectionClose = method {
        broker.receive(.connectionCloseOk(ConnectionCloseOk()), on: address, into: &step)
        addresses.removeAll { $0.connection == address.connection }
        if addresses.count < 4 { join() }
      }
    }
  }

  private mutating func command() -> (Method, Content?) {
    let tag = UInt64.random(in: 0...12, using: &random)
    switch Int.random(in: 0..<34, using: &random) {
    case 0...9: return publish()
    case 10...14:
      return (.basicAck(BasicAck(deliveryTag: tag, multiple: chance(50))), nil)
    case 15, 16:
      let nack = BasicNack(deliveryTag: tag, multiple: chance(50), requeue: chance(50))
      return (.basicNack(nack), nil)
    case 17: return (.basicReject(BasicReject(deliveryTag: tag, requeue: chance(50))), nil)
    case 18, 19: return (.basicGet(BasicGet(queue: queue(), noAck: chance(30))), nil)
    case 20...22: return (.basicConsume(consume()), nil)
    case 23: return (.basicCancel(BasicCancel(consumerTag: pick(["a", "b", "c", "d"]))), nil)
    case 24:
      let count = UInt16.random(in: 0...3, using: &random)
      return (.basicQos(BasicQos(prefetchCount: count, global: chance(30))), nil)
    case 25: return (.basicRecover(BasicRecover(requeue: chance(90))), nil)
    case 26, 27: return (.queueDeclare(declare()), nil)
    case 28: return pick([(.txSelect(TxSelect()), nil), (.confirmSelect(ConfirmSelect()), nil)])
    case 29: return pick([(.txCommit(TxCommit()), nil), (.txRollback(TxRollback()), nil)])
    case 30, 31: return topology()
    case 32: return (.channelClose(ChannelClose()), nil)
    default: return removal()
    }
  }

  private mutating func policyAction() -> OperatorAction {
    let name = pick(["p", "r"])
    let kind: Policy.Kind = pick([.user, .operator])
    if chance(30) { return .clearPolicy(name: name, kind: kind, virtualHost: "/") }
    let settings: [FieldTable.Entry] = [
      .init(name: "max-length", value: .int32(Int32.random(in: 0...4, using: &random))),
      .init(name: "message-ttl", value: pick([0, 20, 100])),
      .init(name: "expires", value: pick([100, 500])),
      .init(name: "overflow", value: pick(["drop-head", "reject-publish"])),
      .init(name: "dead-letter-strategy", value: pick(["at-most-once", "at-least-once"])),
      .init(name: "delivery-limit", value: pick([0, 1, -1])),
      .init(name: "dead-letter-exchange", value: .string(exchange())),
      .init(name: "alternate-exchange", value: .string(exchange())),
    ]
    let policy = Policy(
      name: name, kind: kind, pattern: pick(["", "^q", "[12]$", "x", "q3"]),
      definition: FieldTable(settings.filter { _ in chance(35) }),
      priority: pick([0, 1]), scope: pick([.all, .queues, .quorumQueues, .exchanges]))
    return .setPolicy(policy, virtualHost: "/")
  }

  private mutating func queue() -> String { pick(["q1", "q2", "q3", "q4", "q5", ""]) }

  private mutating func exchange() -> String {
    pick(["", "amq.direct", "amq.topic", "x", "dlx", "amq.fanout", "nowhere"])
  }

  private mutating func publish() -> (Method, Content?) {
    var properties = BasicProperties()
    if chance(30) { properties.expiration = pick(["0", "10", "100"]) }
    if chance(50) { properties.deliveryMode = 2 }
    if chance(30) { properties.priority = UInt8.random(in: 0...9, using: &random) }
    if chance(5) { properties.headers = ["CC": .array([.string(queue())])] }
    let publish = BasicPublish(
      exchange: chance(60) ? "" : exchange(), routingKey: queue(), mandatory: chance(20))
    return (.basicPublish(publish), Content(properties: properties, text: "m"))
  }

  private mutating func consume() -> BasicConsume {
    BasicConsume(
      queue: queue(), consumerTag: pick(["a", "b", "c", ""]), noAck: chance(20),
      exclusive: chance(5), arguments: chance(20) ? ["x-priority": 5] : [:])
  }

  private mutating func declare() -> QueueDeclare {
    var arguments = FieldTable()
    let isQuorum = chance(40)
    if isQuorum { arguments["x-queue-type"] = "quorum" }
    if chance(50) { arguments["x-dead-letter-exchange"] = .string(exchange()) }
    if chance(30) { arguments["x-message-ttl"] = 50 }
    if chance(20) { arguments["x-expires"] = 400 }
    if chance(30) { arguments["x-max-length"] = 3 }
    if chance(20) { arguments["x-overflow"] = "reject-publish" }
    if chance(20) { arguments["x-single-active-consumer"] = true }
    if chance(20), !isQuorum { arguments["x-max-priority"] = 5 }
    if chance(30), isQuorum { arguments["x-delivery-limit"] = 2 }
    if chance(50), isQuorum { arguments["x-dead-letter-strategy"] = "at-least-once" }
    if chance(10) { arguments["x-consumer-timeout"] = 200 }
    return QueueDeclare(
      queue: queue(), durable: isQuorum || chance(50), exclusive: !isQuorum && chance(10),
      autoDelete: !isQuorum && chance(10), arguments: arguments)
  }

  private mutating func topology() -> (Method, Content?) {
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let declare = ExchangeDeclare(
        exchange: pick(["x", "dlx"]), type: "fanout", durable: chance(50),
        autoDelete: chance(30))
      return (.exchangeDeclare(declare), nil)
    case 1:
      let unbind = QueueUnbind(queue: queue(), exchange: exchange(), routingKey: queue())
      return (.queueUnbind(unbind), nil)
    default:
      let bind = QueueBind(queue: queue(), exchange: exchange(), routingKey: queue())
      return (.queueBind(bind), nil)
    }
  }

  private mutating func removal() -> (Method, Content?) {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return (.queueDelete(QueueDelete(queue: queue(), ifUnused: chance(50))), nil)
    case 1: return (.exchangeDelete(ExchangeDelete(exchange: exchange())), nil)
    default: return (.queuePurge(QueuePurge(queue: queue())), nil)
    }
  }
}
