import TokkiBroker

// What is told from the facts of one step alone.

extension Race {
  static func overtakes(_ facts: [TraceFact], _ after: BrokerSnapshot) -> Bool {
    let quorum = quorumQueues(after)
    let losing = queuesThatLose(facts)
    var published: Set<String> = []
    var settled: Set<String> = []
    // What a transaction publishes was traced before it was held.
    var isPublishing = true
    for fact in facts {
      switch fact {
      case .published(_, let publisher, _, _): isPublishing = publisher != nil
      case .enqueued(_, let queue), .refused(_, let queue):
        guard isPublishing, quorum.contains(queue) || losing.contains(queue) else { continue }
        published.insert(queue)
      case .rejected(let delivery, _), .acknowledged(let delivery):
        settled.insert(delivery.queue)
      default: continue
      }
    }
    return !published.isDisjoint(with: settled)
  }

  /// The queues that had no place or no time left for a message.
  private static func queuesThatLose(_ facts: [TraceFact]) -> Set<String> {
    var queues: Set<String> = []
    for fact in facts {
      switch fact {
      case .removed(_, let queue, .expired), .removed(_, let queue, .maxlen),
        .deadLettered(_, let queue, .expired, _, _), .deadLettered(_, let queue, .maxlen, _, _),
        .refused(_, let queue):
        queues.insert(queue)
      default: continue
      }
    }
    return queues
  }

  static func deliversToClosed(_ facts: [TraceFact]) -> Bool {
    let closed = facts.compactMap { fact -> ChannelAddress? in
      if case .closedChannel(let channel, .some) = fact { channel } else { nil }
    }
    return facts.contains { fact in
      if case .delivered(let delivery) = fact { closed.contains(delivery.channel) } else { false }
    }
  }

  /// Whether a dead letter of a quorum queue is nowhere at the end of the step.
  static func losesDeadLetter(_ facts: [TraceFact], _ snapshot: BrokerSnapshot) -> Bool {
    let quorum = quorumQueues(snapshot)
    var lost: Set<MessageID> = []
    var letters: Set<MessageID> = []
    for fact in facts {
      switch fact {
      case .deadLettered(let copy, let queue, _, _, _):
        if quorum.contains(queue) { letters.insert(copy.message) }
        lost.insert(copy.message)
      case .removed(let copy, _, _): lost.insert(copy.message)
      case .enqueued(let copy, _): lost.remove(copy.message)
      default: continue
      }
    }
    return !letters.isDisjoint(with: lost)
  }

  /// Whether a waiting consumer of a quorum queue is gone.
  static func endsWaiting(_ facts: [TraceFact], _ before: BrokerSnapshot) -> Bool {
    let waiting = before.virtualHosts.flatMap(\.queues).filter { $0.type == "quorum" }
      .flatMap(\.consumers).filter { !$0.isActive }
    return facts.contains { fact in
      guard case .consumerCancelled(_, let tag, let channel, _) = fact else { return false }
      return waiting.contains { $0.tag == tag && $0.channel == channel }
    }
  }

  static func endsChannelAfterChannel(_ facts: [TraceFact], _ before: BrokerSnapshot) -> Bool {
    let gone = facts.compactMap { fact -> ConnectionID? in
      if case .closedConnection(let connection, _) = fact { connection } else { nil }
    }
    return before.virtualHosts.flatMap(\.queues).contains { queue in
      let users = Set(queue.consumers.map(\.channel) + queue.unacked.map(\.channel))
      return gone.contains { connection in users.count { $0.connection == connection } > 1 }
    }
  }

  static func breaksQueue(_ facts: [TraceFact], _ before: BrokerSnapshot) -> Bool {
    let stalled = before.virtualHosts.flatMap(\.queues).filter { queue in
      queue.type == "classic" && !queue.ready.isEmpty
        && queue.arguments["x-single-active-consumer"] == .boolean(true)
        && queue.consumers.contains {
          $0.isActive && ($0.prefetchCount == 0 || $0.unackedCount < Int($0.prefetchCount))
        }
    }.map(\.name)
    return facts.contains { fact in
      if case .enqueued(_, let queue) = fact { stalled.contains(queue) } else { false }
    }
  }

  private static func quorumQueues(_ snapshot: BrokerSnapshot) -> [String] {
    snapshot.virtualHosts.flatMap(\.queues).filter { $0.type == "quorum" }.map(\.name)
  }
}
