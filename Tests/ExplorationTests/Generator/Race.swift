import MethodJSON
import ScenarioPlay
import TokkiBroker

/// Why RabbitMQ may do a step in more than one way: its queues and channels are processes, and
/// which of two gets its word in first is nobody's promise.
enum Race: Hashable {
  /// Two queues deliver to one channel; the deliveries are numbered as they happen to come.
  case twoQueuesToOneChannel
  /// Two channels or queues act on one queue.
  case twoActorsOnOneQueue(String)
  /// A channel's limit is shared by consumers of several queues, which are woken in random order.
  case sharedLimit
  /// A quorum queue tells its publishers only afterwards that it is full.
  case lateRefusal

  /// nil where a step has one outcome.
  init?(_ step: Scenario.Step, before: Player, after: Player, arrivals: [JSON]) {
    let facts = after.trace.map(\.fact)
    if Self.channelsWithTwoQueues(facts) {
      self = .twoQueuesToOneChannel
    } else if let queue = Self.contestedQueue(facts, before, isSingle: Self.isSingle(step)) {
      self = .twoActorsOnOneQueue(queue)
    } else if Self.sharesLimit(after.broker.snapshot()) {
      self = .sharedLimit
    } else if !Self.isSingle(step), Self.meetsRefusingQuorumQueue(facts, after) {
      self = .lateRefusal
    } else {
      return nil
    }
  }

  /// Whether the step is about one message at most.
  private static func isSingle(_ step: Scenario.Step) -> Bool {
    guard case .send(let sending) = step else { return false }
    return sending.bodies.count == 1 && sending.arguments["multiple"] != true
  }

  private static func channelsWithTwoQueues(_ facts: [TraceFact]) -> Bool {
    var queues: [ChannelAddress: Set<String>] = [:]
    for case .delivered(let delivery) in facts where delivery.consumerTag != nil {
      queues[delivery.channel, default: []].insert(delivery.queue)
    }
    return queues.values.contains { $0.count > 1 }
  }

  private enum Actor: Hashable {
    case channel(ChannelAddress)
    case queue(String)
  }

  /// A queue that two act on. A queue that dead-letters to itself is not in its own way, as long
  /// as there is one message.
  private static func contestedQueue(
    _ facts: [TraceFact], _ before: Player, isSingle: Bool
  ) -> String? {
    let held = heldBefore(before)
    var actors: [String: Set<Actor>] = [:]
    var source: Actor?
    for fact in facts {
      switch fact {
      case .published(_, let publisher?, _, _): source = .channel(publisher)
      case .deadLettered(_, let queue, _, _, _): source = .queue(queue)
      case .enqueued(_, let queue), .refused(_, let queue):
        guard let source, !(isSingle && source == .queue(queue)) else { continue }
        actors[queue, default: []].insert(source)
      case .acknowledged(let delivery), .rejected(let delivery, _):
        let key = Held(message: delivery.message, queue: delivery.queue)
        guard held[key] == delivery.channel else { continue }
        actors[delivery.queue, default: []].insert(.channel(delivery.channel))
      case .requeued(let message, let queue):
        guard let channel = held[Held(message: message, queue: queue)] else { continue }
        actors[queue, default: []].insert(.channel(channel))
      case .consumerStarted(let queue, _, let channel),
        .consumerCancelled(let queue, _, let channel, _):
        actors[queue, default: []].insert(.channel(channel))
      default: continue
      }
    }
    return actors.filter { $0.value.count > 1 }.keys.min()
  }

  private struct Held: Hashable {
    var message: MessageID
    var queue: String
  }

  private static func heldBefore(_ player: Player) -> [Held: ChannelAddress] {
    var held: [Held: ChannelAddress] = [:]
    for queue in player.broker.snapshot().virtualHosts.flatMap(\.queues) {
      for unacked in queue.unacked {
        held[Held(message: unacked.message.id, queue: queue.name)] = unacked.channel
      }
    }
    return held
  }

  private static func sharesLimit(_ snapshot: BrokerSnapshot) -> Bool {
    var limited: Set<ChannelAddress> = []
    for connection in snapshot.connections {
      for channel in connection.channels where channel.globalPrefetchCount > 0 {
        limited.insert(ChannelAddress(connection: connection.id, channel: channel.number))
      }
    }
    let consumed = snapshot.virtualHosts.flatMap(\.queues).flatMap { queue in
      Set(queue.consumers.map(\.channel)).filter(limited.contains)
    }
    return Set(consumed).count < consumed.count
  }

  private static func meetsRefusingQuorumQueue(_ facts: [TraceFact], _ after: Player) -> Bool {
    let queues = after.broker.snapshot().virtualHosts.flatMap(\.queues)
    let refusing = queues.filter {
      $0.type == "quorum" && $0.arguments["x-overflow"] == .string("reject-publish")
    }.map(\.name)
    return facts.contains { fact in
      switch fact {
      case .enqueued(_, let queue), .refused(_, let queue): refusing.contains(queue)
      default: false
      }
    }
  }
}
