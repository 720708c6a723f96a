/// Which publishers a full quorum queue with overflow reject-publish has told to stop. It tells
/// those that it knows when it gets too long, and a new one that comes while it is too long; it
/// lets all go on together when it gets down to four fifths of its limit, and not when it is there
/// already. A queue without limit knows its publishers too: a policy may set one. Source:
/// rabbit_fifo, evaluate_limit and register_enqueuer.
struct QuorumPublishers: Hashable, Sendable {
  private var known: Set<Publisher> = []
  private var stopped: Set<Publisher> = []
  private var isBelowSoftLimit = false

  /// Whether that publisher may not publish now; it is known from now on.
  mutating func isStopped(_ publisher: Publisher, stopsNewOnes: Bool) -> Bool {
    if known.insert(publisher).inserted, stopsNewOnes { stopped.insert(publisher) }
    return !stopped.isEmpty && stopped.contains(publisher)
  }

  /// The queue's length has changed, or its limit. `refusing` is for overflow reject-publish.
  mutating func noteLevel(refusing: Bool, isOverLimit: Bool, isBelowSoftLimit: Bool) {
    let wasBelowSoftLimit = self.isBelowSoftLimit
    self.isBelowSoftLimit = isBelowSoftLimit
    guard refusing else { return }
    if isOverLimit {
      stopped = known
    } else if isBelowSoftLimit, !wasBelowSoftLimit {
      stopped.removeAll()
    }
  }

  /// The queue has no limit any more.
  mutating func noteUnbounded(lettingGo: Bool) {
    isBelowSoftLimit = false
    if lettingGo { stopped.removeAll() }
  }

  /// The publisher's channel is closed.
  mutating func forget(_ publisher: Publisher) {
    known.remove(publisher)
    stopped.remove(publisher)
  }
}
