import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Dead letters")
struct DeadLetterTests {
  /// What 2025 began with, and two seconds.
  static let time: UInt64 = 1_735_689_602

  /// The message as it leaves a queue with that dead-letter exchange, two seconds after the start.
  static func deadLetter(
    _ message: Message, from name: String = "q", because reason: RemovalReason = .rejected,
    arguments: FieldTable = ["x-dead-letter-exchange": "dlx"], profile: Profile
  ) throws -> Message? {
    let queue = try DrivenQueue(arguments, name: name, profile: profile).queue
    let entry = QueueEntry(
      message: message, sequence: 0, expiry: .max, failedDeliveryCount: 0, copyNumber: 0,
      lane: 0, isRedelivered: false)
    return Removal(entry: entry, reason: reason).deadLetter(
      from: queue, now: Instant(milliseconds: 2000), profile: profile)
  }

  static func message(
    headers: FieldTable? = nil, expiration: String? = nil, profile: Profile
  ) throws -> Message {
    var properties = BasicProperties()
    properties.headers = headers
    properties.expiration = expiration
    return try Message(
      id: MessageID(number: 7), publish: BasicPublish(exchange: "x", routingKey: "key"),
      content: Content(properties: properties, text: "body"), profile: profile)
  }

  /// One table of x-death, without the original expiration.
  static func death(
    _ queue: String, _ reason: String, count: Int64 = 1, exchange: String = "x",
    keys: [FieldValue] = ["key"], sorted: Bool = false
  ) -> FieldTable {
    let table: FieldTable = [
      "count": .int64(count), "reason": .string(reason), "queue": .string(queue),
      "time": .timestamp(time), "exchange": .string(exchange), "routing-keys": .array(keys),
    ]
    return sorted ? table.sortedByName : table
  }

  @Test("the first death in 4.0: the expiration first in the table, all headers by name")
  func first40() throws {
    let message = try Self.message(
      headers: ["z": 1, "CC": .array(["c1", "c2"]), "BCC": .array(["b"]), "a": 2],
      expiration: "060000", profile: .rabbitMQ40)
    let dead = try #require(try Self.deadLetter(message, profile: .rabbitMQ40))
    var death = Self.death("q", "rejected", keys: ["key", "c1", "c2"])
    death.entries.insert(.init(name: "original-expiration", value: "60000"), at: 0)
    #expect(
      dead.content.properties.headers == [
        "CC": .array(["c1", "c2"]), "a": 2, "x-death": .array([.table(death)]),
        "x-first-death-exchange": "x", "x-first-death-queue": "q",
        "x-first-death-reason": "rejected", "x-last-death-exchange": "x",
        "x-last-death-queue": "q", "x-last-death-reason": "rejected", "z": 1,
      ])
    #expect(dead.content.properties.expiration == nil)
    #expect(dead.expiration == nil)
    #expect((dead.id, dead.exchange, dead.routingKey) == (message.id, "dlx", "key"))
    #expect(dead.extraKeys == ["c1", "c2", "b"])
  }

  @Test("the first death in 3.10: the expiration last and as it was, no x-last-death")
  func first310() throws {
    let message = try Self.message(
      headers: ["z": 1, "CC": .array(["c1", "c2"]), "BCC": .array(["b"]), "a": 2],
      expiration: "060000", profile: .rabbitMQ310)
    let dead = try #require(try Self.deadLetter(message, profile: .rabbitMQ310))
    var death = Self.death("q", "rejected", keys: ["key", "c1", "c2"])
    death["original-expiration"] = "060000"
    #expect(
      dead.content.properties.headers == [
        "CC": .array(["c1", "c2"]), "a": 2, "x-death": .array([.table(death)]),
        "x-first-death-exchange": "x", "x-first-death-queue": "q",
        "x-first-death-reason": "rejected", "z": 1,
      ])
    #expect(dead.extraKeys == ["c1", "c2", "b"])
  }

  @Test("a dead-letter routing key replaces all keys; the header CC stays in 4.0 alone")
  func routingKey() throws {
    let arguments: FieldTable = [
      "x-dead-letter-exchange": "", "x-dead-letter-routing-key": "new",
    ]
    for profile in Profile.all {
      let message = try Self.message(headers: ["CC": .array(["c1"])], profile: profile)
      let dead = try #require(
        try Self.deadLetter(message, arguments: arguments, profile: profile))
      #expect((dead.exchange, dead.routingKey) == ("", "new"))
      #expect(dead.extraKeys.isEmpty)
      let isKept = dead.content.properties.headers?["CC"] != nil
      #expect(isKept == (profile == .rabbitMQ40))
    }
  }

  @Test("the latest death comes first, and one that happened before counts on")
  func history() throws {
    for profile in Profile.all {
      var message = try Self.message(profile: profile)
      for round in 1...2 as ClosedRange<Int64> {
        for (queue, reason) in [("work", RemovalReason.rejected), ("wait", .expired)] {
          message = try #require(
            try Self.deadLetter(message, from: queue, because: reason, profile: profile))
        }
        let isSorted = profile == .rabbitMQ310
        let deaths = [
          Self.death(
            "wait", "expired", count: round, exchange: "dlx", sorted: isSorted),
          Self.death("work", "rejected", count: round, sorted: isSorted && round > 1),
        ]
        let headers = try #require(message.content.properties.headers)
        #expect(headers["x-death"] == .array(deaths.map { .table($0) }))
        #expect(headers["x-first-death-queue"] == "work")
        #expect(headers["x-last-death-queue"] == (isSorted ? nil : "wait"))
      }
    }
  }

  @Test("what a client made of x-death: 3.10 goes on with a list, 4.0 begins anew")
  func clientHeaders() throws {
    func table(_ queue: FieldValue, _ reason: FieldValue, count: Int64? = nil) -> FieldValue {
      var table: FieldTable = ["queue": queue, "reason": reason]
      table["count"] = count.map { .int64($0) }
      return .table(table)
    }
    let headers: FieldTable = [
      "x-death": .array([
        table("A", "expired", count: 1), table("B", "expired", count: 2),
        table("A", "expired", count: 5), table("C", "rejected"), table("C", "rejected"),
      ]),
      "x-first-death-queue": "mine",
    ]
    let own = FieldValue.table(Self.death("q", "expired"))
    let sorted = FieldValue.table(Self.death("q", "expired", sorted: true))
    let old = try #require(
      try Self.deadLetter(
        try Self.message(headers: headers, profile: .rabbitMQ310), because: .expired,
        profile: .rabbitMQ310))
    #expect(
      old.content.properties.headers == [
        "x-death": .array([
          sorted, .table(["count": .int64(2), "queue": "C", "reason": "rejected"]),
          table("B", "expired", count: 2), table("A", "expired", count: 1),
        ]),
        "x-first-death-queue": "mine",
      ])
    let new = try #require(
      try Self.deadLetter(
        try Self.message(headers: headers, profile: .rabbitMQ40), because: .expired,
        profile: .rabbitMQ40))
    #expect(new.content.properties.headers?["x-death"] == .array([own]))
    #expect(new.content.properties.headers?["x-first-death-queue"] == "q")
  }

  @Test("an x-death that is no list is replaced; 3.10 then tells no first death")
  func bogusHeader() throws {
    for profile in Profile.all {
      let message = try Self.message(headers: ["x-death": "bogus"], profile: profile)
      let dead = try #require(try Self.deadLetter(message, profile: profile))
      let headers = try #require(dead.content.properties.headers)
      #expect(headers["x-death"] == .array([.table(Self.death("q", "rejected"))]))
      #expect((headers["x-first-death-queue"] == nil) == (profile == .rabbitMQ310))
    }
  }

  @Test(
    "only the four reasons are deaths, and only a queue with a dead-letter exchange has them",
    arguments: RemovalReason.allCases)
  func reasons(reason: RemovalReason) throws {
    let message = try Self.message(profile: .rabbitMQ40)
    let deadly: [RemovalReason] = [.expired, .rejected, .maxlen, .deliveryLimit]
    let dead = try Self.deadLetter(message, because: reason, profile: .rabbitMQ40)
    #expect((dead != nil) == deadly.contains(reason))
    #expect(
      try Self.deadLetter(message, because: reason, arguments: [:], profile: .rabbitMQ40) == nil)
  }

  @Test("a cycle without a rejection ends; with one it goes on")
  func cycles() throws {
    for profile in Profile.all {
      let message = try Self.message(profile: profile)
      let once = try #require(
        try Self.deadLetter(message, from: "a", because: .expired, profile: profile))
      #expect(once.isInDeathCycle(to: "a", because: .expired, profile: profile))
      #expect(!once.isInDeathCycle(to: "b", because: .expired, profile: profile))
      #expect(!once.isInDeathCycle(to: "a", because: .rejected, profile: profile))
      let rejected = try #require(
        try Self.deadLetter(once, from: "b", because: .rejected, profile: profile))
      #expect(!rejected.isInDeathCycle(to: "a", because: .rejected, profile: profile))
      let expired = try #require(
        try Self.deadLetter(rejected, from: "c", because: .maxlen, profile: profile))
      // 3.10 has the older deaths in reverse order by now, so that it overlooks the rejection.
      #expect(
        expired.isInDeathCycle(to: "a", because: .maxlen, profile: profile)
          == (profile == .rabbitMQ310))
      #expect(!expired.isInDeathCycle(to: "b", because: .maxlen, profile: profile))
      #expect(expired.isInDeathCycle(to: "c", because: .maxlen, profile: profile))
    }
  }

  @Test("4.0 goes on counting failed deliveries from one quorum queue to the next")
  func deliveryCount() throws {
    let arguments: FieldTable = ["x-queue-type": "quorum", "x-dead-letter-exchange": "dlx"]
    for profile in Profile.all {
      var q = try DrivenQueue(arguments, profile: profile)
      var next = try DrivenQueue(arguments, name: "next", profile: profile)
      try q.publish("a")
      q.requeue(q.take(1), isConsumerGone: true)
      q.requeue(q.take(1))
      for entry in q.take(1) { q.queue.reject(entry, removals: &q.removals) }
      let removal = try #require(q.removals.last)
      next.publish(
        try #require(removal.deadLetter(from: q.queue, now: q.now, profile: profile)))
      let first = next.take(1)
      #expect(first.map(\.deliveryCount) == (profile == .rabbitMQ40 ? [2] : [0]))
      #expect(first.map(\.isRedelivered) == [profile == .rabbitMQ40])
      next.requeue(first)
      #expect(next.take(1).map(\.deliveryCount) == [1])
    }
  }
}
