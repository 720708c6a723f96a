import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Length limits")
struct QueueLengthTests {
  @Test("drop-head drops the oldest", arguments: ["classic", "quorum"])
  func dropHead(kind: String) throws {
    var q = try DrivenQueue(["x-queue-type": .string(kind), "x-max-length": 2])
    for text in ["a", "b", "c", "d"] { #expect(try q.publish(text).word == "enqueued") }
    #expect(q.ready == ["c", "d"])
    #expect(q.dropped == ["a maxlen", "b maxlen"])
  }

  @Test("bytes are those of the ready bodies, and as many go as must")
  func bytes() throws {
    var q = try DrivenQueue(["x-max-length-bytes": 5])
    for text in ["aa", "bb", "ccccc"] { try q.publish(text) }
    #expect(q.ready == ["ccccc"])
    try q.publish("dddddd")
    #expect(q.ready == [])
    #expect(q.dropped == ["aa maxlen", "bb maxlen", "ccccc maxlen", "dddddd maxlen"])
    #expect(q.queue.readyByteCount == 0)
  }

  @Test("unacked messages do not count, but requeued ones do")
  func unacked() throws {
    var q = try DrivenQueue(["x-max-length": 1])
    try q.publish("a")
    let taken = q.take(1)
    try q.publish("b")
    #expect(q.dropped.isEmpty)
    q.requeue(taken)
    #expect(q.dropped == ["a maxlen"])
  }

  @Test("a priority queue drops the highest priority first")
  func priorities() throws {
    var q = try DrivenQueue(["x-max-priority": 3, "x-max-length": 4])
    let priorities: [UInt8?] = [nil, 1, 9, 2, 0, 3, 3]
    for (index, priority) in priorities.enumerated() {
      try q.publish("\(index)", priority: priority)
    }
    #expect(q.ready == ["3", "1", "0", "4"])
  }

  @Test("reject-publish refuses what would be too much")
  func rejectPublish() throws {
    var q = try DrivenQueue(["x-max-length": 2, "x-overflow": "reject-publish"])
    let words = try ["a", "b", "c", "d"].map { try q.publish($0).word }
    #expect(words == ["enqueued", "enqueued", "refused", "refused"])
    #expect(q.ready == ["a", "b"])
    #expect(q.dropped.isEmpty)
    #expect(q.queue.counts.enqueued == 2)
  }

  @Test("reject-publish refuses even what a consumer could take at once")
  func rejectDespiteConsumer() throws {
    var q = try DrivenQueue(["x-max-length": 0, "x-overflow": "reject-publish"])
    #expect(try q.publish("a", consumerIsReady: true).word == "refused")
    var dropping = try DrivenQueue(["x-max-length": 0])
    #expect(try dropping.publish("a", consumerIsReady: true).word == "delivered")
  }

  @Test("reject-publish-dlx refuses and dead-letters")
  func rejectPublishDLX() throws {
    var q = try DrivenQueue([
      "x-max-length": 1, "x-overflow": "reject-publish-dlx", "x-dead-letter-exchange": "d",
    ])
    try q.publish("a")
    #expect(try q.publish("b").word == "refused")
    #expect(q.dropped == ["b maxlen"])
    #expect(q.queue.counts.removed.isEmpty)
  }

  @Test("a quorum queue knows no reject-publish-dlx and drops its head")
  func quorumRejectPublishDLX() throws {
    var q = try DrivenQueue([
      "x-queue-type": "quorum", "x-max-length": 1, "x-overflow": "reject-publish-dlx",
    ])
    try q.publish("a")
    try q.publish("b")
    #expect(q.dropped == ["a maxlen"])
  }

  @Test("a quorum queue stops publishers when it is one too long, until four fifths are left")
  func quorumRejectPublish() throws {
    var q = try DrivenQueue([
      "x-queue-type": "quorum", "x-max-length": 5, "x-overflow": "reject-publish",
    ])
    let words = try (0..<8).map { try q.publish("\($0)", from: 1).word }
    #expect(words == Array(repeating: "enqueued", count: 6) + ["refused", "refused"])
    #expect(try q.publish("new", from: 2).word == "refused")
    for entry in q.take(1) { q.queue.acknowledge(entry) }
    #expect(try q.publish("still", from: 1).word == "refused")
    #expect(try q.publish("third", from: 3).word == "enqueued")
    #expect(try q.publish("third again", from: 3).word == "refused")
    for entry in q.take(2) { q.queue.acknowledge(entry) }
    #expect(try q.publish("go", from: 1).word == "enqueued")
    #expect(q.ready == ["3", "4", "5", "third", "go"])
  }

  @Test("a full quorum queue takes dead letters, which have no publisher to stop")
  func quorumDeadLetters() throws {
    var q = try DrivenQueue([
      "x-queue-type": "quorum", "x-max-length": 0, "x-overflow": "reject-publish",
    ])
    #expect(try q.publish("a").word == "enqueued")
    #expect(try q.publish("b").word == "enqueued")
  }
}
