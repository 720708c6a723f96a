/// Which publishers a full quorum queue with overflow reject-publish has told to stop. It tells
/// those that it knows when it gets too long, and a new one that comes while it is too long; it
/// lets all go on together when it is down to four fifths of its limit, or loses its limit. A queue
/// without limit knows its publishers too: a policy may set one. Source: rabbit_fifo,
/// evaluate_limit and register_enqueuer.
struct QuorumPublishers: Hashable, Sendable {
  private var known: Set<Publisher> = []
  private var stopped: Set<Publisher> = []

  /// Whether that publisher may not publish now; it is known from now on.
  mutating func isStopped(_ publisher: Publisher, stopsNewOnes: Bool) -> Bool {
    if known.insert(publisher).inserted, stopsNewOnes { stopped.insert(publisher) }
    return !stopped.isEmpty && stopped.contains(publisher)
  }

  /// The queue's length has changed.
  mutating func noteLevel(isOverLimit: Bool, isBelowSoftLimit: Bool) {
    if isOverLimit {
      stopped = known
    } else if isBelowSoftLimit {
      release()
    }
  }

  /// All may go on.
  mutating func release() { stopped.removeAll() }

  /// The publisher's channel is closed.
  mutating func forget(_ publisher: Publisher) {
    known.remove(publisher)
    stopped.remove(publisher)
  }
}
