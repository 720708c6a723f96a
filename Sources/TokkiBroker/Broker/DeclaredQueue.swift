/// A queue with who consumes from it.
struct DeclaredQueue: Hashable, Sendable {
  var queue: Queue
  let virtualHost: VirtualHostID
  /// In the order of declaration, over the whole broker.
  let serial: UInt64
  /// Whom the next message goes to.
  var line = ConsumerLine()
  var consumerCount = 0
  /// The exclusive consumer, or the active one of a single-active-consumer queue.
  var holder: ConsumerID?
  /// Quorum queues with a single active consumer: who waits, the next to be active first.
  var waiting: [ConsumerID] = []
  /// Quorum queues with a single active consumer: the active one gets nothing more, since one
  /// of a higher priority waits for it to settle what it has.
  var isHolderLeaving = false

  // Kept here since they are asked for with every message.
  let isQuorum: Bool
  let isSingleActive: Bool

  init(queue: Queue, virtualHost: VirtualHostID, serial: UInt64) {
    self.queue = queue
    self.virtualHost = virtualHost
    self.serial = serial
    isQuorum = queue.settings.kind == .quorum
    isSingleActive = queue.settings.isSingleActiveConsumer
  }

  /// Whether its last consumer's going deletes it.
  var isDoneWith: Bool {
    queue.settings.isAutoDelete && consumerCount == 0
  }
}

extension DeclaredQueue {
  /// In the order of dispatch; those who wait to become the active one last.
  var allConsumers: [ConsumerID] {
    guard isSingleActive, let holder else { return line.all + waiting }
    return [holder] + line.all.filter { $0 != holder } + waiting
  }
}
