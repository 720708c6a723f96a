/// Which publishers a full quorum queue with overflow reject-publish has told to stop. It tells
/// those that it knows when it gets too long, and a new one that comes while it is too long; it
/// lets all go on together when it is down to four fifths of its limit. Source: rabbit_fifo,
/// evaluate_limit and register_enqueuer.
struct QuorumPublishers: Hashable, Sendable {
  private var known: [ChannelAddress] = []
  private var stopped: [ChannelAddress] = []

  /// Whether that publisher may not publish now; it is known from now on.
  mutating func isStopped(_ publisher: ChannelAddress, queueIsOverLimit: Bool) -> Bool {
    if !known.contains(publisher) {
      known.append(publisher)
      if queueIsOverLimit { stopped.append(publisher) }
    }
    return stopped.contains(publisher)
  }

  /// The queue's length has changed.
  mutating func noteLevel(isOverLimit: Bool, isBelowSoftLimit: Bool) {
    if isOverLimit {
      stopped = known
    } else if isBelowSoftLimit {
      stopped.removeAll()
    }
  }

  /// The publisher's channel is closed.
  mutating func forget(_ publisher: ChannelAddress) {
    known.removeAll { $0 == publisher }
    stopped.removeAll { $0 == publisher }
  }
}
