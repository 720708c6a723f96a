import DequeModule

/// A delivery that waits for its acknowledgement.
struct Unacked: Hashable, Sendable {
  let deliveryTag: UInt64
  /// nil once the queue is deleted: acknowledging it does nothing then.
  var queue: QueueID?
  /// nil for a `basic.get`, and once the consumer is cancelled.
  var consumer: ConsumerID?
  /// nil for a `basic.get`.
  let consumerTag: String?
  /// The consumer's serial, which stays when the consumer is cancelled; nil for a `basic.get`.
  let consumerSerial: UInt64?
  /// In the order of delivery, over the whole broker.
  let serial: UInt64
  let deliveredAt: Instant
  let entry: QueueEntry
}

/// The unacknowledged deliveries of one channel, by delivery tag. Tags go up by one with each
/// delivery, so a delivery's place is its tag less the first one's.
struct UnackedDeliveries: Hashable, Sendable {
  private var deliveries: Deque<Unacked?> = []
  /// The tag that stands first.
  private var firstTag: UInt64 = 1
  private(set) var count = 0
  /// Since when there has been at least one.
  private(set) var busySince = Instant()

  /// The oldest.
  var first: Unacked? { deliveries.first ?? nil }
  var isEmpty: Bool { count == 0 }

  /// In the order of delivery.
  var all: [Unacked] { deliveries.compactMap { $0 } }

  /// Takes in a delivery; its tag is higher than every one before.
  mutating func append(_ delivery: Unacked) {
    if deliveries.isEmpty {
      firstTag = delivery.deliveryTag
      busySince = delivery.deliveredAt
    }
    var next = firstTag &+ UInt64(deliveries.count)
    while next < delivery.deliveryTag {
      deliveries.append(nil)
      next &+= 1
    }
    deliveries.append(delivery)
    count += 1
  }

  /// Takes out the delivery of that tag; nil if there is none.
  mutating func remove(_ deliveryTag: UInt64) -> Unacked? {
    guard deliveryTag >= firstTag, deliveryTag &- firstTag < UInt64(deliveries.count) else {
      return nil
    }
    let place = Int(deliveryTag &- firstTag)
    guard let delivery = deliveries[place] else { return nil }
    deliveries[place] = nil
    count -= 1
    trim()
    return delivery
  }

  func contains(_ deliveryTag: UInt64) -> Bool {
    guard deliveryTag >= firstTag, deliveryTag &- firstTag < UInt64(deliveries.count) else {
      return false
    }
    return deliveries[Int(deliveryTag &- firstTag)] != nil
  }

  /// Takes out every delivery up to that tag, oldest first.
  mutating func removeAll(upTo deliveryTag: UInt64) -> [Unacked] {
    var removed: [Unacked] = []
    while firstTag <= deliveryTag, let first = deliveries.popFirst() {
      firstTag &+= 1
      if let first {
        removed.append(first)
        count -= 1
      }
    }
    trim()
    return removed
  }

  /// Takes out everything, oldest first.
  mutating func removeAll() -> [Unacked] {
    let removed = all
    deliveries.removeAll()
    count = 0
    return removed
  }

  /// Puts back deliveries that a transaction had taken out.
  mutating func restore(_ returned: [Unacked]) {
    let ordered = (removeAll() + returned).sorted { $0.deliveryTag < $1.deliveryTag }
    for delivery in ordered { append(delivery) }
  }

  /// Changes every delivery in place.
  mutating func forEach(_ change: (inout Unacked) -> Void) {
    for place in deliveries.indices {
      guard var delivery = deliveries[place] else { continue }
      change(&delivery)
      deliveries[place] = delivery
    }
  }

  private mutating func trim() {
    while let first = deliveries.first, first == nil {
      deliveries.removeFirst()
      firstTag &+= 1
    }
  }
}
