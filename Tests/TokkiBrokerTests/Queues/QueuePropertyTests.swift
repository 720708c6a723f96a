import AMQPModel
import SeededRandom
import Testing

@testable import TokkiBroker

/// Random steps on one queue, with what must hold after each of them.
struct RandomQueueWalk {
  var driven: DrivenQueue
  var random: SeededGenerator
  var unacked: [QueueEntry] = []
  private var published = 0

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    let isQuorum = Bool.random(using: &random)
    var arguments: FieldTable = ["x-queue-type": isQuorum ? "quorum" : "classic"]
    if random.chance(1, in: 3) { arguments["x-message-ttl"] = 300 }
    if random.chance(1, in: 3) { arguments["x-max-length"] = 5 }
    if random.chance(1, in: 4) { arguments["x-max-length-bytes"] = 12 }
    if random.chance(1, in: 3) { arguments["x-overflow"] = "reject-publish" }
    if isQuorum, random.chance(1, in: 2) { arguments["x-delivery-limit"] = 2 }
    if !isQuorum, random.chance(1, in: 2) { arguments["x-max-priority"] = 4 }
    let profile = random.pick(Profile.all) ?? .rabbitMQ40
    driven = try DrivenQueue(arguments, profile: profile)
  }

  mutating func step() throws {
    switch Int.random(in: 0..<14, using: &random) {
    case 0..<5: try publish()
    case 5..<8: unacked += driven.take(Int.random(in: 1...3, using: &random))
    case 8: for entry in pickUnacked() { driven.queue.acknowledge(entry) }
    case 9:
      for entry in pickUnacked() { driven.queue.reject(entry, removals: &driven.removals) }
    case 10: driven.requeue(pickUnacked(), isConsumerGone: Bool.random(using: &random))
    case 11: driven.pass(Int64.random(in: 0...200, using: &random))
    case 12 where random.chance(1, in: 10):
      _ = driven.queue.removeReady(.purged, removals: &driven.removals)
    case 13 where random.chance(1, in: 10):
      driven.queue.restart(unacked: unacked, now: driven.now, removals: &driven.removals)
      unacked = []
    default: break
    }
  }

  private mutating func publish() throws {
    published += 1
    let fate = try driven.publish(
      String(repeating: "m", count: published % 7),
      expiration: random.chance(1, in: 4) ? "\(Int.random(in: 0...400, using: &random))" : nil,
      priority: random.chance(1, in: 2) ? UInt8.random(in: 0...9, using: &random) : nil,
      persistent: Bool.random(using: &random),
      from: random.chance(1, in: 5) ? nil : UInt16.random(in: 1...3, using: &random),
      consumerIsReady: random.chance(1, in: 4))
    if case .delivered(let entry) = fate { unacked.append(entry) }
  }

  private mutating func pickUnacked() -> [QueueEntry] {
    var picked: [QueueEntry] = []
    for _ in 0..<Int.random(in: 0...2, using: &random) where !unacked.isEmpty {
      picked.append(unacked.remove(at: Int.random(in: 0..<unacked.count, using: &random)))
    }
    return picked
  }
}

@Suite("What always holds of a queue")
struct QueuePropertyTests {
  @Test("every message is ready, unacked, acknowledged or removed", arguments: 0..<60)
  func conservation(seed: UInt64) throws {
    var walk = try RandomQueueWalk(seed: seed)
    for _ in 0..<300 {
      try walk.step()
      let queue = walk.driven.queue
      let counts = queue.counts
      let removed = counts.removed.reduce(0) { $0 + $1.count }
      try #require(
        counts.enqueued
          == queue.readyCount + queue.unackedCount + counts.acknowledged + removed)
      try #require(queue.unackedCount == walk.unacked.count)
      let ready = queue.ready.inOrder
      try #require(ready.count == queue.readyCount)
      try #require(ready.reduce(0) { $0 + $1.message.byteCount } == queue.readyByteCount)
      try #require(removed == walk.driven.removals.count)
    }
  }

  @Test(
    "limits are kept, and in a queue without priorities the head has not expired",
    arguments: 0..<60)
  func limits(seed: UInt64) throws {
    var walk = try RandomQueueWalk(seed: seed)
    let settings = walk.driven.queue.settings
    for _ in 0..<300 {
      try walk.step()
      let queue = walk.driven.queue
      if settings.overflow == .dropHead { try #require(!queue.isOverLimit) }
      if settings.maxPriority == nil {
        try #require(queue.ready.headExpiry > walk.driven.now.milliseconds)
      }
    }
  }

  @Test("a classic queue's messages stay in the order of publishing", arguments: 0..<60)
  func classicOrder(seed: UInt64) throws {
    var walk = try RandomQueueWalk(seed: seed)
    guard walk.driven.queue.settings.kind == .classic else { return }
    for _ in 0..<300 {
      try walk.step()
      let ready = walk.driven.queue.ready.inOrder
      let places = ready.map { ($0.lane, $0.sequence) }
      try #require(
        zip(places, places.dropFirst()).allSatisfy { left, right in
          left.0 > right.0 || left.0 == right.0 && left.1 < right.1
        })
    }
  }

  @Test("the same seed leads to the same queue", arguments: 0..<10)
  func determinism(seed: UInt64) throws {
    var first = try RandomQueueWalk(seed: seed)
    var second = try RandomQueueWalk(seed: seed)
    for _ in 0..<200 {
      try first.step()
      try second.step()
    }
    #expect(first.driven.queue == second.driven.queue)
    #expect(first.driven.removals == second.driven.removals)
  }
}
