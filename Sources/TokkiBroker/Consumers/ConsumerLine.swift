import DequeModule

/// The consumers of one queue in the order in which they are served: by priority, and within a
/// priority in a line whose first is served and then goes to its end. Who cannot take a message
/// stands aside until unblocked, and comes back at the end of the line.
/// Source: `rabbit_queue_consumers.erl`, and the service queue of `rabbit_fifo.erl`.
struct ConsumerLine: Hashable, Sendable {
  private struct Rank: Hashable, Sendable {
    var priority: Int64
    var members: Deque<ConsumerID>
  }

  /// Highest priority first; none is without a member.
  private var ranks: [Rank] = []
  /// Who stands aside, in the order of having been blocked.
  private(set) var blocked: [ConsumerID] = []

  var first: ConsumerID? { ranks.first?.members.first }
  var isEmpty: Bool { ranks.isEmpty }

  /// In the order of dispatch, those who stand aside at the end.
  var all: [ConsumerID] { ranks.flatMap(\.members) + blocked }

  mutating func append(_ consumer: ConsumerID, priority: Int64) {
    let place = ranks.firstIndex { $0.priority <= priority } ?? ranks.endIndex
    if place < ranks.endIndex, ranks[place].priority == priority {
      ranks[place].members.append(consumer)
    } else {
      ranks.insert(Rank(priority: priority, members: [consumer]), at: place)
    }
  }

  /// The first has been served: it goes to the end of its rank.
  mutating func rotate() {
    guard !ranks.isEmpty, ranks[0].members.count > 1,
      let served = ranks[0].members.popFirst()
    else { return }
    ranks[0].members.append(served)
  }

  /// Takes the consumer out of the line and puts it aside.
  mutating func block(_ consumer: ConsumerID) {
    if removeFromLine(consumer) { blocked.append(consumer) }
  }

  /// Takes the consumer out, wherever it stands.
  mutating func remove(_ consumer: ConsumerID) {
    if !removeFromLine(consumer) { blocked.removeAll { $0 == consumer } }
  }

  func isBlocked(_ consumer: ConsumerID) -> Bool { blocked.contains(consumer) }

  /// Lets those back in who satisfy the condition, in the order of having been blocked. Returns
  /// whether there was one.
  mutating func unblock(
    priority: (ConsumerID) -> Int64, where condition: (ConsumerID) -> Bool
  ) -> Bool {
    if blocked.isEmpty { return false }
    let returning = blocked.filter(condition)
    if returning.isEmpty { return false }
    blocked.removeAll { returning.contains($0) }
    for consumer in returning { append(consumer, priority: priority(consumer)) }
    return true
  }

  private mutating func removeFromLine(_ consumer: ConsumerID) -> Bool {
    for rank in ranks.indices {
      guard let place = ranks[rank].members.firstIndex(of: consumer) else { continue }
      if place == 0 {
        ranks[rank].members.removeFirst()
      } else {
        ranks[rank].members.remove(at: place)
      }
      if ranks[rank].members.isEmpty { ranks.remove(at: rank) }
      return true
    }
    return false
  }
}
