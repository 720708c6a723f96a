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
  /// What goes back over a channel with a limit, and the word that the limit is not reached any
  /// more, come to the queue by different ways.
  case limitedRequeue
  /// A quorum queue looks for what has expired when something happens, by the clock's
  /// milliseconds: a TTL of 0 ends in the same one or later.
  case clock
  /// A quorum queue tells its publishers only afterwards that it is full.
  case lateRefusal
  /// A quorum queue's consumer without acknowledgements has a prefetch count nonetheless: it gets
  /// more when its channel has said so, or somebody else gets it before.
  case unacknowledgedLimit
  /// A quorum queue's active consumer that is to give way loses a message to the delivery limit
  /// while it goes: 4.0 keeps it among those who wait, though it is gone.
  case leftoverConsumer
  /// A quorum queue has consumers and none is active: it activates one when somebody goes who has
  /// published to it at any time, too.
  case vacancy
  /// A transaction publishes to a queue and settles what came from it: what is published has a
  /// lower priority there, and is overtaken if it is not quick. In a classic queue that shows when
  /// there is no place, or no time to wait, for what was published.
  case overtaking
  /// A channel that is being closed still gets a delivery, or does not.
  case lastDelivery
  /// A quorum queue dead-letters by the way, to where nothing shows when that has been done.
  case unseenDeadLetter
  /// A consumer goes that waits to be a quorum queue's active one: nothing shows when the queue has
  /// noticed, and it may be activated before.
  case unseenEnd
  /// A connection goes, two of whose channels use one queue: they end one after the other, and the
  /// later one may get what the earlier one gives back.
  case channelAfterChannel
  /// 3.10: a message comes to a queue whose new active consumer has not been offered yet what is
  /// ready; the queue breaks.
  case breakingQueue

  /// nil where a step has one outcome.
  init?(_ step: Scenario.Step, before: Player, after: Player) {
    let facts = after.trace.map(\.fact)
    let (old, new) = (before.broker.snapshot(), after.broker.snapshot())
    if Self.channelsWithTwoQueues(facts) {
      self = .twoQueuesToOneChannel
    } else if let queue = Self.contestedQueue(facts, old, isSingle: Self.isSingle(step)) {
      self = .twoActorsOnOneQueue(queue)
    } else if Self.sharesLimit(new) {
      self = .sharedLimit
    } else if Self.returnsOverLimit(facts, old) {
      self = .limitedRequeue
    } else if Self.expiresInQuorumQueue(facts, old) || Self.expiresInQuorumQueue(facts, new) {
      self = .clock
    } else if !Self.isSingle(step), Self.meetsRefusingQuorumQueue(facts, new) {
      self = .lateRefusal
    } else if Self.limitsUnacknowledged(new) {
      self = .unacknowledgedLimit
    } else if Self.leavesConsumer(facts, old) {
      self = .leftoverConsumer
    } else if Self.hasVacancy(old), Self.closesChannel(facts) {
      self = .vacancy
    } else if Self.overtakes(facts, new) {
      self = .overtaking
    } else if Self.deliversToClosed(facts) {
      self = .lastDelivery
    } else if Self.losesDeadLetter(facts, old) || Self.losesDeadLetter(facts, new) {
      self = .unseenDeadLetter
    } else if Self.closesChannel(facts), Self.endsWaiting(facts, old) {
      self = .unseenEnd
    } else if Self.endsChannelAfterChannel(facts, old) {
      self = .channelAfterChannel
    } else if Self.breaksQueue(facts, old) {
      self = .breakingQueue
    } else {
      return nil
    }
  }

  /// Whether the step is about one message at most.
  private static func isSingle(_ step: Scenario.Step) -> Bool {
    guard case .send(let sending) = step else { return false }
    return sending.bodies.count == 1 && sending.arguments["multiple"] != true
      && sending.method != "tx.commit"
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
    /// The channel that commits.
    case transaction

    var isChannel: Bool {
      switch self {
      case .channel: true
      case .queue, .transaction: false
      }
    }
  }

  /// A queue that two act on. A queue that dead-letters to itself is not in its own way, as long
  /// as there is one message.
  private static func contestedQueue(
    _ facts: [TraceFact], _ before: BrokerSnapshot, isSingle: Bool
  ) -> String? {
    let held = heldBefore(before)
    var actors: [String: Set<Actor>] = [:]
    var source = Actor.transaction
    for fact in facts {
      switch fact {
      case .published(_, let publisher?, _, _): source = .channel(publisher)
      case .deadLettered(_, let queue, _, _, _): source = .queue(queue)
      case .enqueued(_, let queue), .refused(_, let queue):
        if isSingle, source == .queue(queue) { continue }
        actors[queue, default: []].insert(source)
      case .acknowledged(let delivery), .rejected(let delivery, _):
        let key = Held(copy: delivery.copy, queue: delivery.queue)
        guard held[key] == delivery.channel else { continue }
        actors[delivery.queue, default: []].insert(.channel(delivery.channel))
      case .requeued(let copy, let queue):
        guard let channel = held[Held(copy: copy, queue: queue)] else { continue }
        actors[queue, default: []].insert(.channel(channel))
      case .consumerStarted(let queue, _, let channel),
        .consumerCancelled(let queue, _, let channel, _):
        actors[queue, default: []].insert(.channel(channel))
      default: continue
      }
    }
    return actors.filter { _, found in
      // A transaction's channel settles under its own name.
      let isOneChannel = found.contains(.transaction) && found.contains { $0.isChannel }
      return found.count > (isOneChannel ? 2 : 1)
    }.keys.min()
  }

  private struct Held: Hashable {
    var copy: MessageCopy
    var queue: String
  }

  private static func heldBefore(_ snapshot: BrokerSnapshot) -> [Held: ChannelAddress] {
    var held: [Held: ChannelAddress] = [:]
    for queue in snapshot.virtualHosts.flatMap(\.queues) {
      for unacked in queue.unacked {
        held[Held(copy: unacked.message.copy, queue: queue.name)] = unacked.channel
      }
    }
    return held
  }

  private static func limitedChannels(_ snapshot: BrokerSnapshot) -> Set<ChannelAddress> {
    var limited: Set<ChannelAddress> = []
    for connection in snapshot.connections {
      for channel in connection.channels where channel.globalPrefetchCount > 0 {
        limited.insert(ChannelAddress(connection: connection.id, channel: channel.number))
      }
    }
    return limited
  }

  private static func returnsOverLimit(_ facts: [TraceFact], _ before: BrokerSnapshot) -> Bool {
    let (held, limited) = (heldBefore(before), limitedChannels(before))
    return facts.contains { fact in
      switch fact {
      case .rejected(let delivery, requeue: true): limited.contains(delivery.channel)
      case .requeued(let copy, let queue):
        held[Held(copy: copy, queue: queue)].map(limited.contains) == true
      default: false
      }
    }
  }

  private static func expiresInQuorumQueue(
    _ facts: [TraceFact], _ snapshot: BrokerSnapshot
  ) -> Bool {
    let quorum = snapshot.virtualHosts.flatMap(\.queues).filter { $0.type == "quorum" }
    let names = quorum.map(\.name)
    return facts.contains { fact in
      switch fact {
      case .removed(_, let queue, .expired), .deadLettered(_, let queue, .expired, _, _):
        names.contains(queue)
      default: false
      }
    }
  }

  private static func sharesLimit(_ snapshot: BrokerSnapshot) -> Bool {
    let limited = limitedChannels(snapshot)
    let consumed = snapshot.virtualHosts.flatMap(\.queues).flatMap { queue in
      Set(queue.consumers.map(\.channel)).filter(limited.contains)
    }
    return Set(consumed).count < consumed.count
  }

  private static func limitsUnacknowledged(_ snapshot: BrokerSnapshot) -> Bool {
    snapshot.virtualHosts.flatMap(\.queues).contains { queue in
      queue.type == "quorum" && queue.consumers.contains { $0.noAck && $0.prefetchCount > 0 }
    }
  }

  private static func hasVacancy(_ snapshot: BrokerSnapshot) -> Bool {
    snapshot.virtualHosts.flatMap(\.queues).contains { queue in
      queue.type == "quorum" && !queue.consumers.isEmpty
        && !queue.consumers.contains { $0.isActive }
    }
  }

  private static func closesChannel(_ facts: [TraceFact]) -> Bool {
    facts.contains { fact in
      switch fact {
      case .closedChannel, .closedConnection: true
      default: false
      }
    }
  }

  private static func leavesConsumer(_ facts: [TraceFact], _ before: BrokerSnapshot) -> Bool {
    let queues = before.virtualHosts.flatMap(\.queues).filter { queue in
      let active = queue.consumers.first { $0.isActive }?.priority ?? 0
      return queue.arguments["x-single-active-consumer"] == .boolean(true)
        && queue.consumers.contains { $0.priority > active }
    }.map(\.name)
    return facts.contains { fact in
      switch fact {
      case .removed(_, let queue, .deliveryLimit),
        .deadLettered(_, let queue, .deliveryLimit, _, _):
        queues.contains(queue)
      default: false
      }
    }
  }

  private static func meetsRefusingQuorumQueue(
    _ facts: [TraceFact], _ after: BrokerSnapshot
  ) -> Bool {
    let refusing = after.virtualHosts.flatMap(\.queues).filter {
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
