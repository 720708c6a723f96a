import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Time to live")
struct QueueExpiryTests {
  @Test("a message expires when its TTL has passed, not before", arguments: ["classic", "quorum"])
  func messageTTL(kind: String) throws {
    var q = try DrivenQueue(["x-queue-type": .string(kind), "x-message-ttl": 1000])
    try q.publish("a")
    #expect(q.queue.nextDeadline == Instant(milliseconds: 1000))
    q.pass(999)
    #expect(q.ready == ["a"])
    q.pass(1)
    #expect(q.dropped == ["a expired"])
    #expect(q.queue.nextDeadline == nil)
  }

  @Test(
    "of the queue's TTL and the message's own the smaller counts",
    arguments: [
      (1000, "500", 500), (1000, "2000", 1000), (1000, nil, 1000), (nil, "700", 700),
      (nil, nil, nil),
    ] as [(Int64?, String?, Int64?)])
  func smaller(ttl: Int64?, expiration: String?, deadline: Int64?) throws {
    var q = try DrivenQueue(ttl.map { ["x-message-ttl": .int64($0)] } ?? [:])
    try q.publish("a", expiration: expiration)
    #expect(q.queue.nextDeadline?.milliseconds == deadline)
  }

  @Test("an expired message waits behind one that is not", arguments: ["classic", "quorum"])
  func behind(kind: String) throws {
    var q = try DrivenQueue(["x-queue-type": .string(kind)])
    try q.publish("a")
    try q.publish("b", expiration: "100")
    try q.publish("c", expiration: "100")
    try q.publish("d")
    q.pass(200)
    #expect(q.ready == ["a", "b", "c", "d"])
    #expect(q.take()?.text == "a")
    #expect(q.dropped == ["b expired", "c expired"])
    #expect(q.ready == ["d"])
  }

  @Test("a TTL of 0 is for a ready consumer or nobody", arguments: ["classic", "quorum"])
  func zero(kind: String) throws {
    var q = try DrivenQueue(["x-message-ttl": 0, "x-queue-type": .string(kind)])
    #expect(try q.publish("a", consumerIsReady: true).word == "delivered")
    #expect(try q.publish("b").word == "enqueued")
    #expect(q.dropped == ["b expired"])
  }

  @Test("a quorum queue still counts an expired message behind the one that it gives out")
  func countedBehind() throws {
    for (kind, left) in [("classic", 0), ("quorum", 1)] {
      var q = try DrivenQueue(["x-queue-type": .string(kind)])
      try q.publish("a")
      try q.publish("b", expiration: "100")
      q.pass(200)
      #expect(q.queue.takeNext(now: q.now, removals: &q.removals)?.text == "a")
      #expect(q.queue.readyCount == left)
      q.queue.expireHeads(now: q.now, removals: &q.removals)
      #expect(q.dropped == ["b expired"])
    }
  }

  @Test("a message that expired while unacked goes when it is requeued")
  func requeuedLate() throws {
    var q = try DrivenQueue()
    try q.publish("a", expiration: "100")
    let taken = q.take(1)
    q.pass(200)
    #expect(q.dropped.isEmpty)
    q.requeue(taken)
    #expect(q.dropped == ["a expired"])
  }

  @Test("a priority queue does not see that a new head expires until it looks again")
  func unseenHead() throws {
    var q = try DrivenQueue(["x-max-priority": 3])
    try q.publish("low", priority: 1)
    try q.publish("high", expiration: "100", priority: 2)
    q.pass(300)
    #expect(q.ready == ["high", "low"])
    #expect(q.take()?.text == "high")
  }

  @Test("a priority queue looks again when the message that it knew of is due")
  func seenLate() throws {
    var q = try DrivenQueue(["x-max-priority": 3])
    try q.publish("low", expiration: "400", priority: 1)
    try q.publish("high", expiration: "100", priority: 2)
    q.pass(250)
    #expect(q.ready == ["high", "low"])
    q.pass(300)
    #expect(q.dropped == ["high expired", "low expired"])
  }

  @Test("a lower priority's expired message waits behind a higher priority")
  func lowBehindHigh() throws {
    var q = try DrivenQueue(["x-max-priority": 3])
    try q.publish("low", expiration: "100", priority: 1)
    try q.publish("high", priority: 2)
    q.pass(300)
    #expect(q.ready == ["high", "low"])
  }

  @Test("an unused queue expires; consumers, gets and (classic) declarations keep it")
  func queueExpiry() throws {
    var q = try DrivenQueue(["x-expires": 1000])
    #expect(q.queue.expiresAt == Instant(milliseconds: 1000))
    q.pass(400)
    q.queue.noteDeclaration(now: q.now)
    #expect(q.queue.nextDeadline == Instant(milliseconds: 1400))
    q.pass(400)
    q.queue.noteUse(consumerCount: 1, now: q.now)
    #expect(q.queue.expiresAt == nil)
    q.pass(5000)
    q.queue.noteUse(consumerCount: 0, now: q.now)
    #expect(q.queue.expiresAt == Instant(milliseconds: 6800))
    var quorum = try DrivenQueue(["x-expires": 1000, "x-queue-type": "quorum"])
    quorum.pass(400)
    quorum.queue.noteDeclaration(now: quorum.now)
    #expect(quorum.queue.expiresAt == Instant(milliseconds: 1000))
  }
}
