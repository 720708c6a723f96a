import AMQPModel
import SeededRandom

@testable import TokkiBroker

/// Remote peers that publish, consume and acknowledge, and whose owner says at random whether
/// they read: the same for the same seed.
struct ReadingSession {
  private struct Peer {
    var channel: ChannelAddress
    var isReading = true
    var unacked: [UInt64] = []
  }

  private static let queues = ["classic", "quorum", "single"]

  private var random: SeededGenerator
  private(set) var broker: Broker
  private var step = Step()
  private var peers: [Peer] = []
  private(set) var published = 0
  private(set) var acknowledged = 0
  /// What was wrong, if anything was.
  private(set) var fault: String?

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    broker = Broker(profile: seed % 2 == 0 ? .rabbitMQ40 : .rabbitMQ310, isTracing: false)
    for _ in 0..<4 { join() }
  }

  private mutating func join() {
    let id = broker.connect(
      name: "peer", user: "guest", clientProperties: [:], isRemote: true, into: &step)
    let channel = ChannelAddress(connection: id, channel: 1)
    peers.append(Peer(channel: channel))
    send(.connectionOpen(ConnectionOpen()), on: ChannelAddress(connection: id, channel: 0))
    send(.channelOpen(ChannelOpen()), on: channel)
    for queue in Self.queues {
      var arguments: FieldTable = [:]
      if queue != "classic" { arguments["x-queue-type"] = "quorum" }
      if queue == "single" { arguments["x-single-active-consumer"] = true }
      send(
        .queueDeclare(QueueDeclare(queue: queue, durable: true, arguments: arguments)),
        on: channel)
    }
    send(.basicQos(BasicQos(prefetchCount: UInt16(random.next() % 4))), on: channel)
    for queue in Self.queues {
      send(.basicConsume(BasicConsume(queue: queue, consumerTag: queue)), on: channel)
    }
  }

  /// Does one thing.
  mutating func go() {
    let index = Int(random.next() % UInt64(peers.count))
    switch random.next() % 8 {
    case 0: setReading(false, index)
    case 1: setReading(true, index)
    case 2...4:
      published += 1
      let queue = random.pick(Self.queues) ?? ""
      let publish = BasicPublish(routingKey: queue)
      send(.basicPublish(publish), Content(text: "\(published)"), on: peers[index].channel)
    case 5: settle(index, requeue: true)
    default: settle(index, requeue: false)
    }
  }

  /// Everybody reads and acknowledges until nothing is left.
  mutating func finish() {
    for _ in 0..<2 * published {
      for index in peers.indices {
        setReading(true, index)
        settle(index, requeue: false)
      }
    }
  }

  private mutating func setReading(_ isReading: Bool, _ index: Int) {
    peers[index].isReading = isReading
    step.clear()
    broker.setReading(peers[index].channel.connection, isReading, into: &step)
    note()
  }

  private mutating func settle(_ index: Int, requeue: Bool) {
    guard let tag = random.pick(peers[index].unacked) else { return }
    peers[index].unacked.removeAll { $0 == tag }
    if requeue {
      send(.basicReject(BasicReject(deliveryTag: tag, requeue: true)), on: peers[index].channel)
    } else {
      acknowledged += 1
      send(.basicAck(BasicAck(deliveryTag: tag)), on: peers[index].channel)
    }
  }

  private mutating func send(
    _ method: Method, _ content: Content? = nil, on channel: ChannelAddress
  ) {
    step.clear()
    broker.receive(method, content: content, on: channel, into: &step)
    note()
  }

  private mutating func note() {
    for effect in step.effects {
      guard case .send(let method, _, let address) = effect,
        let index = peers.firstIndex(where: { $0.channel == address })
      else { continue }
      if case .basicDeliver(let deliver) = method {
        if !peers[index].isReading { fault = "\(address) was not reading" }
        peers[index].unacked.append(deliver.deliveryTag)
      } else if case .channelClose(let close) = method {
        fault = close.replyText
      }
    }
  }
}
