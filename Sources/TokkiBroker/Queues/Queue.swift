import AMQPModel

/// One queue: a value that messages go into and come out of. It knows no channel and no consumer;
/// whoever takes a message holds its entry and brings it back with `acknowledge`, `reject` or
/// `requeue`.
///
/// Functions that may drop messages append them to `removals` in the order of dropping, each with
/// its reason; dead-lettering them is the caller's work. `expireHeads` is to be called when
/// `nextDeadline` has come.
struct Queue: Hashable, Sendable {
  /// What became of one publish.
  enum Fate: Hashable, Sendable {
    case enqueued
    /// It goes straight to the consumer that was ready, and is unacked now.
    case delivered(QueueEntry)
    /// The queue is full and refuses it; its publisher gets a `basic.nack`.
    case refused
  }

  let id: QueueID
  let name: String
  /// What it was declared with.
  let declared: QueueSettings
  /// What it works with: policies may have changed what it was declared with.
  var settings: QueueSettings
  /// The policies in force.
  var governance = Governance()

  var ready: ReadyMessages
  var unackedCount = 0
  /// The bodies' bytes of the ready messages.
  var readyByteCount = 0
  /// What its messages take in memory, ready or unacked.
  private(set) var heldByteCount = 0
  var tally = QueueTally()
  /// Quorum queues that dead-letter at least once: what they keep for that.
  var discarded = DiscardedMessages()
  var nextSequence: UInt64 = 0
  /// Priority queues: when they next look whether their head has expired; `Int64.max` for never.
  private var headCheck = Int64.max
  /// Since when nobody uses it; nil as long as it has a consumer.
  var unusedSince: Instant?
  /// Quorum queues with reject-publish: which publishers it knows, and which it told to stop.
  var publishers = QuorumPublishers()

  init(id: QueueID, name: String, settings: QueueSettings, now: Instant) {
    self.id = id
    self.name = name
    self.declared = settings
    self.settings = settings
    self.ready = ReadyMessages(settings: settings)
    self.unusedSince = now
  }

  /// What `queue.declare-ok` tells.
  var readyCount: Int { ready.count }

  var counts: QueueCounts { tally.counts }

  /// The number of what is published next.
  var nextCopyNumber: UInt32 { UInt32(truncatingIfNeeded: nextSequence) }

  /// When something is due: the head's expiry, or the queue's own.
  var nextDeadline: Instant? {
    var next = Instant(
      milliseconds: settings.maxPriority == nil ? ready.headExpiry : headCheck)
    if let expiresAt { next = min(next, expiresAt) }
    if let retryAt = discarded.retryAt { next = min(next, retryAt) }
    return next.milliseconds == .max ? nil : next
  }

  /// When the queue is deleted for lack of use (`x-expires`), if nobody uses it until then.
  var expiresAt: Instant? {
    guard let expires = settings.expires, let unusedSince else { return nil }
    return unusedSince.advanced(by: expires)
  }

  /// To be called when the queue is read with `basic.get`, and when a consumer came or went.
  /// Source: rabbit_amqqueue_process, ensure_expiry_timer; rabbit_fifo, last_active.
  mutating func noteUse(consumerCount: Int, now: Instant) {
    unusedSince = consumerCount > 0 ? nil : now
  }

  /// To be called when the queue is declared again, passively or not, which keeps a classic queue
  /// from expiring; to a quorum queue it is no use.
  mutating func noteDeclaration(now: Instant) {
    if settings.kind == .classic, unusedSince != nil { unusedSince = now }
  }
}

// MARK: - In

extension Queue {
  /// A message arrives. `consumerIsReady` says whether a consumer could take it at once.
  /// `publisher` is nil for a message that was dead-lettered at most once.
  mutating func publish(
    _ message: Message, from publisher: Publisher? = nil, consumerIsReady: Bool,
    now: Instant, removals: inout [Removal]
  ) -> Fate {
    if settings.mayRefuse, refuses(message, from: publisher, removals: &removals) {
      return .refused
    }
    tally.enqueued &+= 1
    heldByteCount &+= message.heldByteCount
    var entry = makeEntry(message, now: now)
    if consumerIsReady, ready.isEmpty {
      unackedCount &+= 1
      if settings.kind == .quorum { ready.takeTurn() }
      return .delivered(entry)
    }
    if settings.keepsNothing {
      remove(entry, .expired, &removals)
      return .enqueued
    }
    readyByteCount &+= message.byteCount
    entry.hasNoExpiration = settings.forgetsExpiration
    ready.append(entry)
    let before = removals.count
    dropExcess(&removals)
    if looksAtHead(hasDropped: removals.count > before) {
      expireHeads(now: now, removals: &removals)
    }
    return .enqueued
  }

  /// After a publish a classic queue looks whether its head has expired only if the message is its
  /// first, or others were dropped. With priorities the new head may be another message, which
  /// then outlives its TTL until the queue next looks: RabbitMQ's doing. Source:
  /// rabbit_amqqueue_process, deliver_or_enqueue.
  private func looksAtHead(hasDropped: Bool) -> Bool {
    settings.maxPriority == nil || hasDropped || ready.count == 1
  }

  private mutating func makeEntry(_ message: Message, now: Instant) -> QueueEntry {
    let (sequence, copyNumber) = (nextSequence, nextCopyNumber)
    nextSequence &+= 1
    return QueueEntry(
      message: message, sequence: sequence, expiry: expiry(of: message, now: now),
      failedDeliveryCount: message.failedDeliveryCount, copyNumber: copyNumber,
      lane: settings.lane(of: message),
      isRedelivered: settings.kind == .quorum && message.failedDeliveryCount > 0)
  }

  /// The queue's TTL and the message's own: the smaller counts. (A quorum queue takes 0 for one
  /// millisecond, which is to say that only who takes the message at once gets it.)
  private func expiry(of message: Message, now: Instant) -> Int64 {
    let ttl = min(settings.messageTTL ?? .max, message.expiration ?? .max)
    return ttl == .max ? .max : now.advanced(by: ttl).milliseconds
  }

  /// Back among the ready messages, in a classic queue to the original places. A message beyond
  /// the delivery limit of a quorum queue is removed instead. A quorum queue that is too long now
  /// lets its consumers go first: its owner calls `dropExcess` when they have been served.
  ///
  /// - Parameter isConsumerGone: whether they come back because their channel or consumer is
  ///   gone rather than by `basic.nack`, `basic.reject` or `basic.recover`.
  mutating func requeue(
    _ entries: [QueueEntry], isConsumerGone: Bool = false, now: Instant,
    removals: inout [Removal]
  ) {
    unackedCount &-= entries.count
    switch settings.kind {
    case .classic:
      // The latest first, so that each of them goes to the front of those before.
      for var entry in entries.sorted(by: { $0.sequence > $1.sequence }) {
        entry.isRedelivered = true
        if settings.forgetsExpiration { entry.hasNoExpiration = true }
        readyByteCount &+= entry.message.byteCount
        ready.putBack(entry)
      }
      dropExcess(&removals)
    case .quorum:
      for entry in entries { giveBack(entry, isConsumerGone: isConsumerGone, &removals) }
    }
    expireHeads(now: now, removals: &removals)
  }

  /// Source: rabbit_fifo, return_one; a queue without a limit appends a requeued message anew.
  private mutating func giveBack(
    _ returned: QueueEntry, isConsumerGone: Bool, _ removals: inout [Removal]
  ) {
    var entry = returned
    entry.isRedelivered = true
    entry.returnCount &+= 1
    if isConsumerGone { entry.failedDeliveryCount &+= 1 }
    if let limit = settings.deliveryLimit, entry.returnCount > limit {
      return remove(entry, .deliveryLimit, &removals)
    }
    if settings.deliveryLimit == nil, !isConsumerGone {
      entry.sequence = nextSequence
      nextSequence &+= 1
      entry.lane = ReadyMessages.normalLane
    } else {
      entry.lane = ReadyMessages.returnedLane
    }
    readyByteCount &+= entry.message.byteCount
    ready.append(entry)
  }
}

// MARK: - Out

extension Queue {
  /// The next message, which is unacked from now on; nil if none is ready. A classic queue then
  /// looks at its new head; a quorum queue does so when it is next asked for something, so that
  /// `expireHeads` is to be called when all is taken. Source: rabbit_amqqueue_process, fetch;
  /// rabbit_fifo, checkout_one.
  mutating func takeNext(now: Instant, removals: inout [Removal]) -> QueueEntry? {
    if settings.kind == .quorum { expireHeads(now: now, removals: &removals) }
    guard let entry = popReady() else { return nil }
    unackedCount &+= 1
    noteLevel()
    if settings.kind == .classic { expireHeads(now: now, removals: &removals) }
    return entry
  }

  /// The message was acknowledged, or delivered to who need not acknowledge.
  mutating func acknowledge(_ entry: QueueEntry) {
    unackedCount &-= 1
    tally.acknowledged &+= 1
    heldByteCount &-= entry.message.heldByteCount
  }

  /// The message was rejected and is not to be requeued.
  mutating func reject(_ entry: QueueEntry, removals: inout [Removal]) {
    unackedCount &-= 1
    var entry = entry
    if settings.kind == .quorum { entry.failedDeliveryCount &+= 1 }
    remove(entry, .rejected, &removals)
  }

  /// Removes every ready message, unacked ones not. The count is `queue.purge-ok`'s.
  mutating func removeReady(_ reason: RemovalReason, removals: inout [Removal]) -> Int {
    let count = ready.count
    while let entry = popReady() { remove(entry, reason, &removals) }
    ready = ReadyMessages(settings: settings)
    noteLevel()
    return count
  }

  /// Removes expired messages from the head; behind a message that has not expired none is
  /// looked for. Source: RabbitMQ's guide to TTL, "Caveats".
  mutating func expireHeads(now: Instant, removals: inout [Removal]) {
    if ready.headExpiry <= now.milliseconds {
      while ready.headExpiry <= now.milliseconds, let entry = popReady() {
        remove(entry, .expired, &removals)
      }
      noteLevel()
    }
    guard settings.maxPriority != nil else { return }
    // A check once due is made, even if the message that it was for is gone. Source:
    // rabbit_amqqueue_process, ensure_ttl_timer.
    if headCheck <= now.milliseconds { headCheck = .max }
    headCheck = min(headCheck, ready.headExpiry)
  }

  /// Priority queues: looks anew when the head is next to be looked at.
  mutating func resetHeadCheck() { headCheck = .max }

  private mutating func popReady() -> QueueEntry? {
    guard let entry = ready.popFirst() else { return nil }
    readyByteCount &-= entry.message.byteCount
    return entry
  }

  mutating func remove(
    _ entry: QueueEntry, _ reason: RemovalReason, _ removals: inout [Removal]
  ) {
    tally.count(reason)
    let removal = Removal(entry: entry, reason: reason)
    if settings.keepsDeadLetters, reason.isDeath {
      discarded.append(removal)
    } else {
      heldByteCount &-= entry.message.heldByteCount
    }
    removals.append(removal)
  }

  /// Every queue that the dead letter goes to has taken it.
  mutating func settle(_ letter: ForwardedLetter) {
    discarded.settle(letter)
    heldByteCount &-= letter.removal.message.heldByteCount
    noteLevel()
  }

  /// What was to be dead-lettered at least once is lost.
  mutating func dropDiscarded() {
    for removal in discarded.all { heldByteCount &-= removal.message.heldByteCount }
    discarded = DiscardedMessages()
  }
}

// MARK: - Length limit

extension Queue {
  /// Whether more is ready, or kept for dead-lettering, than the limits allow.
  var isOverLimit: Bool {
    ready.count &+ discarded.count > settings.maxLength ?? .max
      || readyByteCount &+ discarded.byteCount > settings.maxLengthBytes ?? .max
  }

  /// Whether a full queue refuses the publish. A classic queue looks ahead: the message would
  /// make it too long. A quorum queue looks back: it stops a publisher once it is too long, and
  /// until it is down to four fifths. Source: rabbit_amqqueue_process, will_overflow; rabbit_fifo,
  /// evaluate_limit.
  private mutating func refuses(
    _ message: Message, from publisher: Publisher?, removals: inout [Removal]
  ) -> Bool {
    switch (settings.overflow, settings.kind) {
    case (_, .quorum):
      guard let publisher else { return false }
      return publishers.isStopped(
        publisher, stopsNewOnes: settings.overflow != .dropHead && isOverLimit)
    case (.dropHead, .classic):
      return false
    case (.rejectPublish, .classic), (.rejectPublishDLX, .classic):
      let bytes = readyByteCount &+ message.byteCount
      let willOverflow =
        ready.count &+ 1 > settings.maxLength ?? .max || bytes > settings.maxLengthBytes ?? .max
      if willOverflow, settings.overflow == .rejectPublishDLX {
        let entry = QueueEntry(
          message: message, sequence: nextSequence, expiry: .max,
          failedDeliveryCount: message.failedDeliveryCount, copyNumber: nextCopyNumber, lane: 0,
          isRedelivered: false)
        removals.append(Removal(entry: entry, reason: .maxlen))
      }
      return willOverflow
    }
  }

  /// Drops messages from the head until the limits are kept: in a priority queue that is the
  /// highest priority first. Source: RabbitMQ's guide to priority queues, "Interaction with Other
  /// Features"; rabbit_priority_queue, drop. What a quorum queue drops at once is dead-lettered
  /// last one first, and before what else it has removed. Source: rabbit_fifo, evaluate_limit and
  /// drop_head.
  mutating func dropExcess(_ removals: inout [Removal]) {
    guard settings.isBounded else { return }
    if settings.overflow == .dropHead {
      let start = removals.endIndex
      while isOverLimit, let entry = popReady() { remove(entry, .maxlen, &removals) }
      if settings.kind == .quorum {
        let dropped = Array(removals[start...].reversed())
        removals.removeSubrange(start...)
        let last = removals.lastIndex { $0.reason == .maxlen }
        removals.insert(contentsOf: dropped, at: last.map { $0 + 1 } ?? 0)
      }
    }
    noteLevel()
  }

  /// Tells the publishers that a quorum queue stopped, or is to stop, how full it is.
  mutating func noteLevel() {
    guard settings.kind == .quorum, settings.isBounded else { return }
    let isBelowSoftLimit =
      ready.count &+ discarded.count <= Self.softLimit(settings.maxLength)
      && readyByteCount &+ discarded.byteCount <= Self.softLimit(settings.maxLengthBytes)
    publishers.noteLevel(
      refusing: settings.overflow != .dropHead, isOverLimit: isOverLimit,
      isBelowSoftLimit: isBelowSoftLimit)
  }

  private static func softLimit(_ limit: Int?) -> Int {
    limit.map { $0 / 5 * 4 + $0 % 5 * 4 / 5 } ?? .max
  }
}

// MARK: - Restart

extension Queue {
  /// A durable queue after a restart of the broker: what was unacked is ready again, and a
  /// classic queue has lost its transient messages.
  mutating func restart(unacked: [QueueEntry], now: Instant, removals: inout [Removal]) {
    requeue(unacked, isConsumerGone: true, now: now, removals: &removals)
    dropExcess(&removals)
    if settings.kind == .classic {
      for entry in ready.removeAll(where: { !$0.message.isPersistent }) {
        readyByteCount &-= entry.message.byteCount
        remove(entry, .brokerRestarted, &removals)
      }
    }
    publishers = QuorumPublishers()
    discarded.startAgain()
    noteUse(consumerCount: 0, now: now)
    dropExcess(&removals)
    expireHeads(now: now, removals: &removals)
  }
}
