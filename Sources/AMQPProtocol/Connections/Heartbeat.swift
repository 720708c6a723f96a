/// When to say that one is alive, and when to take the peer for gone. A value that is told the
/// time, in milliseconds. Twice in an interval it is looked whether anything was sent, once
/// whether anything came; a peer is gone after two such looks without, which is two to three
/// intervals after its last word. Source: `rabbit_heartbeat`.
struct Heartbeat: Hashable, Sendable {
  /// What is to be done.
  enum Duty: Hashable, Sendable {
    case sendBeat
    case takePeerForGone
  }

  /// 0: no heartbeats.
  private let interval: Int64
  private var nextSending: Int64
  private var nextListening: Int64
  /// Since the last look.
  private var hasSent = false
  private var hasReceived = true
  private var silentLooks = 0
  /// The first beat is sent whatever else was.
  private var isFirst = true
  /// Whether nobody listens, so that silence means nothing.
  private(set) var isPaused = false

  init(seconds: UInt16, at now: Int64) {
    interval = Int64(seconds) * 1000
    nextSending = now + interval / 2
    nextListening = now + interval
  }

  mutating func sent() { hasSent = true }
  mutating func received() { hasReceived = true }

  mutating func pause(_ isPaused: Bool, at now: Int64) {
    guard isPaused != self.isPaused else { return }
    self.isPaused = isPaused
    nextListening = now + interval
    hasReceived = true
  }

  var nextDeadline: Int64? {
    if interval == 0 { return nil }
    return isPaused ? nextSending : min(nextSending, nextListening)
  }

  /// What falls due at that time, if anything.
  mutating func duty(at now: Int64) -> Duty? {
    guard interval > 0 else { return nil }
    if !isPaused, now >= nextListening {
      nextListening = Self.following(nextListening, by: interval, now)
      silentLooks = hasReceived ? 0 : silentLooks + 1
      hasReceived = false
      if silentLooks == 2 { return .takePeerForGone }
    }
    guard now >= nextSending else { return nil }
    nextSending = Self.following(nextSending, by: interval / 2, now)
    defer {
      hasSent = false
      isFirst = false
    }
    return hasSent && !isFirst ? nil : .sendBeat
  }

  /// When to look again; a look that was late does not bring the next one forward.
  private static func following(_ look: Int64, by step: Int64, _ now: Int64) -> Int64 {
    look + step > now ? look + step : now + step
  }
}

extension WireWriter {
  mutating func heartbeat() { frame(.heartbeat, channel: 0) { _ in } }
}
