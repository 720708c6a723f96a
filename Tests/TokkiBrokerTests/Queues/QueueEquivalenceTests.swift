import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Declaring a queue that exists")
struct QueueEquivalenceTests {
  /// What the second declaration is told; nil if it agrees with the first.
  static func answer(
    _ first: QueueDeclare, _ second: QueueDeclare, byAnother: Bool = false, profile: Profile
  ) throws -> String? {
    let existing = try QueueDeclaration(
      first, name: "q", virtualHost: "/", connection: ConnectionID(number: 1), profile: profile
    ).settings()
    let again = QueueDeclaration(
      second, name: "q", virtualHost: "/", connection: ConnectionID(number: byAnother ? 2 : 1),
      profile: profile)
    do throws(AMQPException) {
      try again.check(against: existing)
      return nil
    } catch {
      return error.text
    }
  }

  static let locked = """
    RESOURCE_LOCKED - cannot obtain exclusive access to locked queue 'q' in vhost '/'. It could \
    be originally declared on another connection or the exclusive property value does not match \
    that of the original declaration.
    """

  static func inequivalent(_ text: String) -> String {
    "PRECONDITION_FAILED - inequivalent arg " + text
  }

  @Test("properties are compared: exclusiveness first, then durable, then auto-delete")
  func properties() throws {
    let plain = QueueDeclare(queue: "q")
    let durable = QueueDeclare(queue: "q", durable: true)
    let exclusive = QueueDeclare(queue: "q", exclusive: true)
    for profile in Profile.all {
      #expect(try Self.answer(plain, plain, profile: profile) == nil)
      #expect(
        try Self.answer(durable, plain, profile: profile)
          == Self.inequivalent(
            "'durable' for queue 'q' in vhost '/': received 'false' but current is 'true'"))
      #expect(
        try Self.answer(plain, QueueDeclare(queue: "q", autoDelete: true), profile: profile)
          == Self.inequivalent(
            "'auto_delete' for queue 'q' in vhost '/': received 'true' but current is 'false'"))
      #expect(try Self.answer(exclusive, exclusive, profile: profile) == nil)
      #expect(
        try Self.answer(exclusive, exclusive, byAnother: true, profile: profile) == Self.locked)
      #expect(try Self.answer(exclusive, plain, profile: profile) == Self.locked)
      #expect(try Self.answer(plain, exclusive, profile: profile) == Self.locked)
    }
  }

  @Test(
    "arguments are compared by value, whatever the width of the integer",
    arguments: [
      ([:], ["x-message-ttl": 1000], "the value '1000' of type 'signedint'", "none"),
      (["x-message-ttl": 1000], [:], "none", "the value '1000' of type 'signedint'"),
      (["x-message-ttl": 1000], ["x-message-ttl": 2000], "'2000'", "'1000'"),
      (["x-message-ttl": 1000], ["x-message-ttl": "1000"], "'1000'", "'1000'"),
      (["x-message-ttl": 1000], ["x-message-ttl": true], "'true'", "'1000'"),
      (["x-message-ttl": 1000], ["x-message-ttl": .void], "none", "'1000'"),
      (
        ["x-message-ttl": 1000], ["x-message-ttl": .array([1, "a"])],
        "'[{signedint,1},{longstr,<<\"a\">>}]'", "'1000'"
      ),
      (
        ["x-message-ttl": 1000], ["x-message-ttl": .table(["a": 1, "b": "x"])],
        "'[{<<\"a\">>,signedint,1},{<<\"b\">>,longstr,<<\"x\">>}]'", "'1000'"
      ),
      (["x-message-ttl": 1000], ["x-message-ttl": .int64(1000)], nil, nil),
      (["x-message-ttl": .uint8(10)], ["x-message-ttl": .int16(10)], nil, nil),
    ] as [(FieldTable, FieldTable, String?, String?)])
  func values(first: FieldTable, second: FieldTable, received: String?, current: String?) throws {
    for profile in Profile.all {
      let answer = try Self.answer(
        QueueDeclare(arguments: first), QueueDeclare(arguments: second), profile: profile)
      guard let received, let current else {
        #expect(answer == nil)
        continue
      }
      #expect(
        answer
          == Self.inequivalent(
            """
            'x-message-ttl' for queue 'q' in vhost '/': received \(received) but current is \
            \(current)
            """))
    }
  }

  @Test("arguments that the queue's type does not know are not compared")
  func foreignArguments() throws {
    for profile in Profile.all {
      #expect(
        try Self.answer(
          QueueDeclare(), QueueDeclare(arguments: ["x-delivery-limit": 3, "x-foo": 1]),
          profile: profile) == nil)
    }
  }

  @Test("a missing queue type is classic, but only 4.0 says so")
  func queueType() throws {
    let plain = QueueDeclare(durable: true)
    let classic = QueueDeclare(durable: true, arguments: ["x-queue-type": "classic"])
    let quorum = QueueDeclare(durable: true, arguments: ["x-queue-type": "quorum"])
    for profile in Profile.all {
      #expect(try Self.answer(plain, classic, profile: profile) == nil)
      #expect(try Self.answer(classic, plain, profile: profile) == nil)
    }
    let beginning = "'x-queue-type' for queue 'q' in vhost '/': received "
    let rows: [(QueueDeclare, QueueDeclare, Profile, String)] = [
      (quorum, plain, .rabbitMQ40, "'classic' but current is 'quorum'"),
      (plain, quorum, .rabbitMQ40, "'quorum' but current is 'classic'"),
      (quorum, classic, .rabbitMQ310, "'classic' but current is 'quorum'"),
      (
        quorum, plain, .rabbitMQ310,
        "none but current is the value 'quorum' of type 'longstr'"
      ),
      (
        plain, quorum, .rabbitMQ310,
        "the value 'quorum' of type 'longstr' but current is none"
      ),
    ]
    for (first, second, profile, text) in rows {
      #expect(
        try Self.answer(first, second, profile: profile) == Self.inequivalent(beginning + text))
    }
  }

  @Test("the first difference is told, in RabbitMQ's order for the type")
  func firstDifference() throws {
    let answer = try Self.answer(
      QueueDeclare(arguments: ["x-message-ttl": 1, "x-expires": 100_000]),
      QueueDeclare(arguments: ["x-message-ttl": 2, "x-expires": 3]), profile: .rabbitMQ40)
    #expect(
      answer
        == Self.inequivalent(
          "'x-expires' for queue 'q' in vhost '/': received '3' but current is '100000'"))
  }
}
