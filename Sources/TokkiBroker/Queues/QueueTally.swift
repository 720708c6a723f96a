/// Counts what became of a queue's messages.
struct QueueTally: Hashable, Sendable {
  var enqueued = 0
  var acknowledged = 0
  private var removed = Array(repeating: 0, count: RemovalReason.allCases.count)

  mutating func count(_ reason: RemovalReason) {
    for (index, known) in RemovalReason.allCases.enumerated() where known == reason {
      removed[index] &+= 1
    }
  }

  var counts: QueueCounts {
    var counts = QueueCounts()
    counts.enqueued = enqueued
    counts.acknowledged = acknowledged
    for (reason, count) in zip(RemovalReason.allCases, removed) where count > 0 {
      counts.removed.append(QueueCounts.Removed(reason: reason, count: count))
    }
    return counts
  }
}
