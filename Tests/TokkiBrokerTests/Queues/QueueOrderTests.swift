import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("The order of messages in a queue")
struct QueueOrderTests {
  @Test("first in, first out")
  func order() throws {
    var q = try DrivenQueue()
    for text in ["a", "b", "c"] { try q.publish(text) }
    #expect(q.take(3).map(\.text) == ["a", "b", "c"])
    #expect(q.take() == nil)
  }

  @Test("a message goes straight to a ready consumer, but never past others")
  func direct() throws {
    var q = try DrivenQueue()
    #expect(try q.publish("a", consumerIsReady: true).word == "delivered")
    try q.publish("b")
    #expect(try q.publish("c", consumerIsReady: true).word == "enqueued")
    #expect(q.ready == ["b", "c"])
    #expect(q.queue.unackedCount == 1)
  }

  @Test("requeued messages go back to their places, redelivered, in whatever order they come")
  func requeue() throws {
    var q = try DrivenQueue()
    for text in ["a", "b", "c", "d", "e"] { try q.publish(text) }
    let taken = q.take(4)
    q.requeue([taken[1], taken[3]])
    #expect(q.ready == ["b", "d", "e"])
    q.requeue([taken[2], taken[0]])
    #expect(q.ready == ["a", "b", "c", "d", "e"])
    #expect(q.take(5).map(\.isRedelivered) == [true, true, true, true, false])
  }

  @Test("priorities go first, and within one the order is that of arrival")
  func priorities() throws {
    var q = try DrivenQueue(["x-max-priority": 3])
    let published: [(String, UInt8?)] = [
      ("none", nil), ("one", 1), ("nine", 9), ("two", 2), ("zero", 0), ("three", 3),
    ]
    for (text, priority) in published { try q.publish(text, priority: priority) }
    #expect(q.ready == ["nine", "three", "two", "one", "none", "zero"])
  }

  @Test("a maximum priority of 0 is one of 1; without one, priorities mean nothing")
  func smallestMaximum() throws {
    var zero = try DrivenQueue(["x-max-priority": 0])
    var none = try DrivenQueue()
    try zero.publish("low")
    try zero.publish("high", priority: 9)
    try none.publish("low")
    try none.publish("high", priority: 9)
    #expect(zero.ready == ["high", "low"])
    #expect(none.ready == ["low", "high"])
  }

  @Test("a requeued message goes back to its place within its priority")
  func requeueInPriority() throws {
    var q = try DrivenQueue(["x-max-priority": 3])
    for (text, priority) in [("0/1", 1), ("1/2", 2), ("2/1", 1), ("3/2", 2)] as [(String, UInt8)] {
      try q.publish(text, priority: priority)
    }
    for entry in q.take(3).reversed() { q.requeue([entry]) }
    #expect(q.ready == ["1/2", "3/2", "0/1", "2/1"])
  }

  @Test("a purge leaves what is unacked")
  func purge() throws {
    var q = try DrivenQueue()
    for text in ["a", "b", "c"] { try q.publish(text) }
    let taken = q.take(1)
    #expect(q.queue.removeReady(.purged, removals: &q.removals) == 2)
    #expect(q.dropped == ["b purged", "c purged"])
    q.requeue(taken)
    #expect(q.ready == ["a"])
  }

  @Test("after a restart a durable classic queue has its persistent messages, as they stood")
  func restart() throws {
    var q = try DrivenQueue()
    for (text, persistent) in [("a", true), ("b", false), ("c", true), ("d", false)] {
      try q.publish(text, persistent: persistent)
    }
    let unacked = q.take(2)
    q.queue.restart(unacked: unacked, now: q.now, removals: &q.removals)
    #expect(q.ready == ["a", "c"])
    #expect(q.queue.ready.inOrder.map(\.isRedelivered) == [true, false])
    #expect(q.dropped == ["b broker restarted", "d broker restarted"])
    #expect(q.queue.unackedCount == 0)
  }
}
