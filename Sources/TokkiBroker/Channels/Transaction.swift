import AMQPModel

/// What a transactional channel holds back until `tx.commit`.
struct Transaction: Hashable, Sendable {
  struct Publish: Hashable, Sendable {
    let message: Message
    /// Where it was routed to when it was published.
    let targets: [Target]
    let isMandatory: Bool
  }

  struct Target: Hashable, Sendable {
    let queue: QueueID
    /// Tells the queue from one that took its place.
    let serial: UInt64
    let name: String
    let isQuorum: Bool
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

extension Transaction {
  /// Settlings of one kind that follow each other become one, in the order of delivery.
  /// Source: `rabbit_channel:ack_cons/3`.
  mutating func hold(_ deliveries: [Unacked], _ settlement: Settlement) {
    if let last = settlings.indices.last, settlings[last].settlement == settlement {
      settlings[last].deliveries += deliveries
      settlings[last].deliveries.sort { $0.deliveryTag < $1.deliveryTag }
    } else {
      settlings.append(Settling(settlement: settlement, deliveries: deliveries))
    }
  }
}
