import AMQPModel
import DequeModule

/// What a quorum queue with the dead-letter strategy at-least-once has removed, and keeps until
/// every queue that it is dead-lettered to has taken it. It is not ready, and neither given to
/// consumers nor purged; but it counts against the queue's length limits.
///
/// Sources: rabbit_fifo_dlx, and rabbit_fifo_dlx_worker for what is under way.
struct DiscardedMessages: Hashable, Sendable {
  /// How many are under way to other queues at once.
  /// Source: dead_letter_worker_consumer_prefetch.
  static let forwardedLimit = 32

  /// What has not been forwarded yet, the oldest first.
  private var waiting: Deque<Removal> = []
  /// What has been, but was not taken by every queue, in the order of forwarding.
  private(set) var forwarded: [ForwardedLetter] = []
  /// The bodies' bytes of all of them.
  private(set) var byteCount = 0
  /// When what has been forwarded is looked at again; nil while there is nothing.
  var retryAt: Instant?
  private var nextNumber: UInt64 = 0

  var count: Int { waiting.count + forwarded.count }
  var isEmpty: Bool { waiting.isEmpty && forwarded.isEmpty }

  /// How many can be forwarded now.
  var readyCount: Int { min(waiting.count, Self.forwardedLimit - forwarded.count) }

  /// In the order in which they died.
  var all: [Removal] { forwarded.map(\.removal) + waiting }

  mutating func append(_ removal: Removal) {
    waiting.append(removal)
    byteCount &+= removal.message.byteCount
  }

  /// Takes the next to be forwarded; nil if there is none, or as many are under way as may be.
  mutating func next() -> (removal: Removal, number: UInt64)? {
    guard readyCount > 0, let removal = waiting.popFirst() else { return nil }
    nextNumber &+= 1
    return (removal, nextNumber)
  }

  /// Keeps the letter, in place of the one of that number if there is one.
  mutating func keep(_ letter: ForwardedLetter) {
    if let place = forwarded.firstIndex(where: { $0.number == letter.number }) {
      forwarded[place] = letter
    } else {
      forwarded.append(letter)
    }
  }

  /// Every queue has taken it.
  mutating func settle(_ letter: ForwardedLetter) {
    forwarded.removeAll { $0.number == letter.number }
    byteCount &-= letter.removal.message.byteCount
  }

  /// Forgets what queues have taken: all is to be forwarded again, from the first.
  mutating func startAgain() {
    waiting = Deque(all)
    forwarded = []
    retryAt = nil
  }
}

/// A dead letter under way: its queue keeps it until every queue that it goes to has taken it.
/// Source: rabbit_fifo_dlx_worker, the record pending.
struct ForwardedLetter: Hashable, Sendable {
  let number: UInt64
  let removal: Removal
  /// As it goes to the dead-letter exchange.
  var message: Message
  /// nil if it never had a queue to go to.
  var publishedAt: Instant?
  /// The names of the queues that it goes to and that have not answered.
  var unsettled: [ExactName] = []
  /// Those that refused it.
  var rejected: [ExactName] = []
  /// Those that took it.
  var settled: [ExactName] = []

  mutating func note(_ queue: String, hasTaken: Bool) {
    let name = ExactName(queue)
    unsettled.removeAll { $0 == name }
    if hasTaken { settled.append(name) } else { rejected.append(name) }
  }

  /// Whether every queue that it was last published to has taken it.
  var isSettled: Bool { publishedAt != nil && unsettled.isEmpty && rejected.isEmpty }
}

extension Message {
  /// The same dead letter, addressed anew.
  ///
  /// - Parameter keepsBlindKeys: whether it goes to the keys, too, that `BCC` listed.
  func readdressed(by settings: QueueSettings, keepsBlindKeys: Bool, original: Message) -> Message {
    let newKey = settings.deadLetterRoutingKey
    var extraKeys = newKey == nil ? original.extraKeys : []
    if !keepsBlindKeys {
      let blind = blindKeys.map(ExactName.init)
      extraKeys.removeAll { blind.contains(ExactName($0)) }
    }
    return Message(
      id: id, exchange: settings.deadLetterExchange ?? exchange,
      routingKey: newKey ?? original.routingKey, extraKeys: extraKeys, blindKeys: blindKeys,
      content: content, deaths: deaths, failedDeliveryCount: failedDeliveryCount)
  }
}
