import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Quorum queues")
struct QuorumQueueTests {
  static func texts(_ entries: [QueueEntry]) -> [String] { entries.map(\.text) }

  @Test("returned messages go before the others, in the order of their return")
  func returns() throws {
    var q = try DrivenQueue(["x-queue-type": "quorum"])
    for text in ["a", "b", "c", "d"] { try q.publish(text) }
    let taken = q.take(3)
    q.requeue([taken[2]])
    q.requeue([taken[0], taken[1]])
    #expect(q.ready == ["c", "a", "b", "d"])
  }

  @Test("without a delivery limit a requeued message goes to the end; a lost consumer's do not")
  func noLimit() throws {
    var q = try DrivenQueue(["x-queue-type": "quorum"], profile: .rabbitMQ310)
    for text in ["a", "b", "c"] { try q.publish(text) }
    q.requeue(q.take(1))
    #expect(q.ready == ["b", "c", "a"])
    q.requeue(q.take(1), isConsumerGone: true)
    #expect(q.ready == ["b", "c", "a"])
  }

  @Test("the delivery limit is how often a message may come back")
  func deliveryLimit() throws {
    var q = try DrivenQueue(["x-queue-type": "quorum", "x-delivery-limit": 2])
    try q.publish("a")
    for _ in 0..<2 { q.requeue(q.take(1)) }
    #expect(q.ready == ["a"])
    q.requeue(q.take(1))
    #expect(q.dropped == ["a delivery_limit"])
    #expect(q.queue.counts.removed == [.init(reason: .deliveryLimit, count: 1)])
  }

  @Test("the 21st return is one too many for 4.0")
  func defaultLimit() throws {
    var q = try DrivenQueue(["x-queue-type": "quorum"])
    try q.publish("a")
    for _ in 0..<20 { q.requeue(q.take(1)) }
    #expect(q.dropped.isEmpty)
    q.requeue(q.take(1))
    #expect(q.dropped == ["a delivery_limit"])
  }

  @Test("x-delivery-count counts the returns; 3.10 shows basic.get a 0")
  func deliveryCountHeader() throws {
    for profile in Profile.all {
      var q = try DrivenQueue(["x-queue-type": "quorum"], profile: profile)
      try q.publish("a", headers: ["a": 1, "z": 2])
      var shown: [[FieldTable?]] = []
      for _ in 0..<3 {
        let taken = q.take(1)
        shown += taken.map { entry in
          [false, true].map { isGet in
            entry.content(from: q.queue, isGet: isGet, profile: profile).properties.headers
          }
        }
        q.requeue(taken)
      }
      let plain: FieldTable = ["a": 1, "z": 2]
      let counted = (0...2).map { count -> FieldTable in
        ["a": 1, "x-delivery-count": .int64(count), "z": 2]
      }
      let zero = profile == .rabbitMQ310 ? counted[0] : plain
      #expect(
        shown == [[plain, zero], [counted[1], counted[1]], [counted[2], counted[2]]])
    }
  }

  @Test("4.0 serves two messages of high priority for one of normal priority")
  func highPriority() throws {
    var q = try DrivenQueue(["x-queue-type": "quorum"])
    for index in 0..<4 { try q.publish("n\(index)", priority: 4) }
    for index in 0..<6 { try q.publish("h\(index)", priority: 5) }
    #expect(q.ready == ["h0", "h1", "n0", "h2", "h3", "n1", "h4", "h5", "n2", "n3"])
  }

  @Test("what went straight to a consumer counts as served")
  func highPriorityAfterDelivery() throws {
    var q = try DrivenQueue(["x-queue-type": "quorum"])
    for index in 0..<2 { try q.publish("s\(index)", consumerIsReady: true) }
    for index in 0..<2 { try q.publish("n\(index)") }
    try q.publish("h", priority: 5)
    #expect(q.ready == ["n0", "h", "n1"])
  }

  @Test("3.10 takes no notice of priorities")
  func noPriority() throws {
    var q = try DrivenQueue(["x-queue-type": "quorum"], profile: .rabbitMQ310)
    try q.publish("a")
    try q.publish("b", priority: 9)
    #expect(q.ready == ["a", "b"])
  }

  @Test("after a restart all messages are there, the transient too, and the counts went on")
  func restart() throws {
    var q = try DrivenQueue(["x-queue-type": "quorum"])
    try q.publish("a", persistent: false)
    try q.publish("b", persistent: false)
    let unacked = q.take(1)
    q.queue.restart(unacked: unacked, now: q.now, removals: &q.removals)
    #expect(q.ready == ["a", "b"])
    #expect(q.queue.ready.inOrder.map(\.deliveryCount) == [1, 0])
  }
}
