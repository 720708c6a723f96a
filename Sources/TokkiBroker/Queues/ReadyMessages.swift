import DequeModule

/// The messages of a queue that wait for delivery, in lanes, each first in, first out.
///
/// - A classic queue has one lane, or with `x-max-priority` one for each priority from 0; the
///   highest lane that is not empty is served. Source: rabbit_priority_queue.
/// - A quorum queue has a lane for messages that were given back, served first, and one for the
///   others; 4.0 has a third for priorities above 4. As long as both wait, two of high priority
///   go before one of normal priority. Source: rabbit_fifo, rabbit_fifo_q.
struct ReadyMessages: Hashable, Sendable {
  /// The lanes of a quorum queue.
  static let normalLane: UInt8 = 0
  static let highLane: UInt8 = 1
  static let returnedLane: UInt8 = 2

  private let kind: QueueSettings.Kind
  private var lanes: [Deque<QueueEntry>]
  /// All lanes above it are empty.
  private var topLane = 0
  /// Quorum: how many were served since the last of normal priority was due.
  private var served: UInt8 = 0
  private(set) var count = 0

  init(settings: QueueSettings) {
    kind = settings.kind
    lanes = Array(repeating: Deque(), count: settings.laneCount)
  }

  var isEmpty: Bool { count == 0 }

  /// The message that would be taken next.
  var first: QueueEntry? { count == 0 ? nil : lanes[nextLane].first }

  /// When the head's TTL runs out; `Int64.max` for never.
  var headExpiry: Int64 { count == 0 ? .max : lanes[nextLane].first?.expiry ?? .max }

  private var nextLane: Int {
    switch kind {
    case .classic: topLane
    case .quorum: nextQuorumLane
    }
  }

  private var nextQuorumLane: Int {
    if !lanes[Int(Self.returnedLane)].isEmpty { return Int(Self.returnedLane) }
    guard let high = lanes[Int(Self.highLane)].first else { return Int(Self.normalLane) }
    guard served == 2, let normal = lanes[Int(Self.normalLane)].first else {
      return Int(Self.highLane)
    }
    return high.sequence < normal.sequence ? Int(Self.highLane) : Int(Self.normalLane)
  }

  /// At the end of the entry's lane.
  mutating func append(_ entry: QueueEntry) {
    let lane = Int(entry.lane)
    lanes[lane].append(entry)
    count &+= 1
    if lane > topLane { topLane = lane }
  }

  mutating func popFirst() -> QueueEntry? {
    guard count > 0 else { return nil }
    let lane = nextLane
    guard let entry = lanes[lane].popFirst() else { return nil }
    count &-= 1
    switch kind {
    case .classic:
      while topLane > 0, lanes[topLane].isEmpty { topLane &-= 1 }
    case .quorum:
      if lane != Int(Self.returnedLane) { takeTurn() }
    }
    return entry
  }

  /// A message has been served: one that waited here, or one that went straight to a consumer.
  mutating func takeTurn() { served = served == 2 ? 0 : served &+ 1 }

  /// Back to its place in the order of sequence numbers.
  mutating func putBack(_ entry: QueueEntry) {
    let lane = Int(entry.lane)
    if let last = lanes[lane].last, last.sequence < entry.sequence {
      lanes[lane].append(entry)
    } else if let first = lanes[lane].first, first.sequence < entry.sequence {
      lanes[lane].insert(entry, at: place(of: entry.sequence, in: lane))
    } else {
      lanes[lane].prepend(entry)
    }
    count &+= 1
    if lane > topLane { topLane = lane }
  }

  /// Where in the lane, which is sorted, a sequence number belongs.
  private func place(of sequence: UInt64, in lane: Int) -> Int {
    var low = 0
    var high = lanes[lane].count
    while low < high {
      let middle = (low + high) / 2
      if lanes[lane][middle].sequence < sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Takes out every message for which the condition holds, in no more than one pass.
  mutating func removeAll(where isGone: (QueueEntry) -> Bool) -> [QueueEntry] {
    var gone: [QueueEntry] = []
    for lane in lanes.indices {
      let leaving = lanes[lane].filter(isGone)
      guard !leaving.isEmpty else { continue }
      gone += leaving
      lanes[lane].removeAll(where: isGone)
    }
    count &-= gone.count
    while topLane > 0, lanes[topLane].isEmpty { topLane &-= 1 }
    return gone.sorted { $0.sequence < $1.sequence }
  }

  /// All of them, the next to be delivered first.
  var inOrder: [QueueEntry] {
    var rest = self
    var entries: [QueueEntry] = []
    entries.reserveCapacity(count)
    while let entry = rest.popFirst() { entries.append(entry) }
    return entries
  }
}
