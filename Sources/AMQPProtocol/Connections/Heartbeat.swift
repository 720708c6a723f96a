/// When to say that one is alive, and when to take the peer for gone. A value that is told the
/// time, in milliseconds. Source: `rabbit_heartbeat`: a frame is sent where nothing else was for
/// half the interval; a peer that was silent for two intervals is gone.
struct Heartbeat: Hashable, Sendable {
  /// 0: no heartbeats.
  private let interval: Int64
  private var lastSent: Int64
  private var lastReceived: Int64

  init(seconds: UInt16, at now: Int64) {
    interval = Int64(seconds) * 1000
    lastSent = now
    lastReceived = now
  }

  mutating func sent(at now: Int64) { lastSent = now }
  mutating func received(at now: Int64) { lastReceived = now }

  var nextDeadline: Int64? {
    interval > 0 ? min(lastSent + interval / 2, lastReceived + 2 * interval) : nil
  }

  func isDue(at now: Int64) -> Bool { interval > 0 && now >= lastSent + interval / 2 }
  func isPeerGone(at now: Int64) -> Bool { interval > 0 && now >= lastReceived + 2 * interval }
}

extension WireWriter {
  mutating func heartbeat() { frame(.heartbeat, channel: 0) { _ in } }
}
