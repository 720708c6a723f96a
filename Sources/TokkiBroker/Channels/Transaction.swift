import AMQPModel

/// What a transactional channel holds back until `tx.commit`.
struct Transaction: Hashable, Sendable {
  struct Publish: Hashable, Sendable {
    let message: Message
    /// Where it was routed to when it was published.
    let queues: [QueueID]
    /// The serials of those queues: a queue that was deleted since takes nothing.
    let serials: [UInt64]
    let isMandatory: Bool
  }

  struct Settling: Hashable, Sendable {
    let settlement: Settlement
    var deliveries: [Unacked]
  }

  var publishes: [Publish] = []
  var settlings: [Settling] = []
}

/// How a delivery is settled.
enum Settlement: Hashable, Sendable {
  case acknowledge
  case reject
  case requeue
}

extension Transaction {
  mutating func forEachDelivery(_ change: (inout Unacked) -> Void) {
    for settling in settlings.indices {
      for delivery in settlings[settling].deliveries.indices {
        change(&settlings[settling].deliveries[delivery])
      }
    }
  }
}
