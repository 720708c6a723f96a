import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Declaring a queue")
struct QueueDeclarationTests {
  static func refusal(
    _ method: QueueDeclare, profile: Profile = .rabbitMQ40
  ) -> String? {
    let declaration = QueueDeclaration(
      method, name: "q", virtualHost: "/", connection: ConnectionID(number: 1), profile: profile)
    do throws(AMQPException) {
      _ = try declaration.settings()
      return nil
    } catch {
      return error.text
    }
  }

  static func refusal(
    _ kind: String, _ name: String, _ value: FieldValue, profile: Profile = .rabbitMQ40
  ) -> String? {
    refusal(
      QueueDeclare(
        queue: "q", durable: true, arguments: ["x-queue-type": .string(kind), name: value]),
      profile: profile)
  }

  @Test(
    "a wrong value is refused with the term that RabbitMQ names, in both versions and types",
    arguments: [
      ("x-message-ttl", "10", "\"expected integer, got longstr\""),
      ("x-message-ttl", true, "\"expected integer, got bool\""),
      ("x-message-ttl", .void, "\"expected integer, got void\""),
      ("x-message-ttl", .array([1]), "\"expected integer, got array\""),
      ("x-message-ttl", .double(1.5), "\"expected integer, got double\""),
      ("x-message-ttl", .timestamp(1), "\"expected integer, got timestamp\""),
      ("x-message-ttl", -1, "{value_negative,-1}"),
      ("x-message-ttl", 0, nil),
      ("x-message-ttl", 315_360_000_000, nil),
      ("x-message-ttl", 315_360_000_001, "{value_too_large,315360000001}"),
      ("x-expires", 0, "{value_zero,0}"),
      ("x-expires", -1, "{value_negative,-1}"),
      ("x-expires", 400_000_000_000, "{value_too_large,400000000000}"),
      ("x-max-length", 0, nil),
      ("x-max-length", -1, "{value_negative,-1}"),
      ("x-max-length", 400_000_000_000, nil),
      ("x-max-length-bytes", .table(["a": 1]), "\"expected integer, got table\""),
      ("x-overflow", "foo", "invalid_overflow"),
      ("x-overflow", 1, "{unacceptable_type,signedint}"),
      ("x-overflow", "reject-publish-dlx", nil),
      ("x-single-active-consumer", "true", "{unacceptable_type,longstr}"),
      ("x-single-active-consumer", false, nil),
      ("x-dead-letter-exchange", "", nil),
      ("x-dead-letter-routing-key", "k", "routing_key_but_no_dlx_defined"),
      ("x-foo", 1, nil),
      ("x-priority", 1, nil),
      ("x-stream-filter-size-bytes", 1, nil),
    ] as [(String, FieldValue, String?)])
  func values(name: String, value: FieldValue, problem: String?) {
    let text = problem.map {
      "PRECONDITION_FAILED - invalid arg '\(name)' for queue 'q' in vhost '/': \($0)"
    }
    for profile in Profile.all {
      #expect(Self.refusal("classic", name, value, profile: profile) == text)
      #expect(Self.refusal("quorum", name, value, profile: profile) == text)
    }
  }

  @Test(
    "each queue type has arguments of its own",
    arguments: [
      ("classic", "x-max-priority", 256, ": {max_value_exceeded,256}"),
      ("classic", "x-max-priority", -1, ": {value_negative,-1}"),
      ("classic", "x-max-priority", 0, nil),
      ("quorum", "x-max-priority", 5, " of queue type rabbit_quorum_queue"),
      ("classic", "x-queue-mode", "foo", ": \"unsupported queue mode 'foo'\""),
      ("classic", "x-queue-mode", "lazy", nil),
      ("quorum", "x-queue-mode", "lazy", " of queue type rabbit_quorum_queue"),
      ("classic", "x-queue-version", 0, ": \"unsupported queue version '0'\""),
      ("classic", "x-queue-version", 2, nil),
      ("quorum", "x-queue-version", 2, " of queue type rabbit_quorum_queue"),
      ("classic", "x-delivery-limit", 3, " of queue type rabbit_classic_queue"),
      ("quorum", "x-delivery-limit", "a", nil),
      ("classic", "x-quorum-initial-group-size", 1, " of queue type rabbit_classic_queue"),
      ("quorum", "x-quorum-initial-group-size", 0, ": {value_zero,0}"),
      ("quorum", "x-max-in-memory-length", -1, ": {value_negative,-1}"),
      ("classic", "x-max-in-memory-bytes", 1, " of queue type rabbit_classic_queue"),
      ("classic", "x-dead-letter-strategy", "foo", " of queue type rabbit_classic_queue"),
      ("quorum", "x-dead-letter-strategy", "foo", ": invalid_dlx_strategy"),
      ("quorum", "x-dead-letter-strategy", "at-least-once", nil),
      ("quorum", "x-queue-leader-locator", "foo", ": invalid_queue_locator_arg"),
      ("quorum", "x-queue-leader-locator", "balanced", nil),
      ("quorum", "x-queue-master-locator", "random", " of queue type rabbit_quorum_queue"),
      ("classic", "x-queue-master-locator", "min-masters", nil),
      ("classic", "x-max-age", "1D", " of queue type rabbit_classic_queue"),
      ("quorum", "x-max-age", 1, " of queue type rabbit_quorum_queue"),
      ("classic", "x-initial-cluster-size", 1, " of queue type rabbit_classic_queue"),
      (
        "quorum", "x-stream-max-segment-size-bytes", 1, " of queue type rabbit_quorum_queue"
      ),
    ] as [(String, String, FieldValue, String?)])
  func types(kind: String, name: String, value: FieldValue, problem: String?) {
    let text = problem.map {
      "PRECONDITION_FAILED - invalid arg '\(name)' for queue 'q' in vhost '/'\($0)"
    }
    for profile in Profile.all {
      #expect(Self.refusal(kind, name, value, profile: profile) == text)
    }
  }

  @Test("the versions take different leader locators")
  func leaderLocators() {
    let name = "x-queue-leader-locator"
    #expect(Self.refusal("classic", name, "balanced") == nil)
    #expect(
      Self.refusal("classic", name, "balanced", profile: .rabbitMQ310)
        == """
        PRECONDITION_FAILED - invalid arg 'x-queue-leader-locator' for queue 'q' in vhost '/' of \
        queue type rabbit_classic_queue
        """)
    #expect(Self.refusal("quorum", name, "min-masters") == nil)
    #expect(
      Self.refusal("quorum", name, "min-masters", profile: .rabbitMQ310)
        == """
        PRECONDITION_FAILED - invalid arg 'x-queue-leader-locator' for queue 'q' in vhost '/': \
        invalid_queue_locator_arg
        """)
  }

  @Test("a dead-letter exchange that is no text is refused before anything else")
  func deadLetterExchange() {
    #expect(
      Self.refusal(
        QueueDeclare(
          queue: "q", arguments: ["x-queue-type": "foo", "x-dead-letter-exchange": 1]))
          == """
          PRECONDITION_FAILED - invalid type 'signedint' for arg 'x-dead-letter-exchange' in queue \
          'q' in vhost '/'
          """)
  }

  @Test("of several mistakes RabbitMQ's order of checks decides; 4.0 sorts the names")
  func order() {
    let both: FieldTable = ["x-message-ttl": "a", "x-expires": "b"]
    let foreign: FieldTable = ["x-max-age": "1D", "x-delivery-limit": 1]
    for profile in Profile.all {
      #expect(
        Self.refusal(QueueDeclare(arguments: both), profile: profile)?.contains("x-expires")
          == true)
    }
    #expect(Self.refusal(QueueDeclare(arguments: foreign))?.contains("x-delivery-limit") == true)
    #expect(
      Self.refusal(QueueDeclare(arguments: foreign), profile: .rabbitMQ310)?
        .contains("x-max-age") == true)
  }

  @Test(
    "a quorum queue is durable, shared and stays",
    arguments: [
      (false, false, false, "non-durable"), (true, true, false, "exclusive-owner"),
      (true, false, true, "auto-delete"), (false, true, true, "auto-delete"),
    ])
  func properties(durable: Bool, exclusive: Bool, autoDelete: Bool, named: String) {
    #expect(
      Self.refusal(
        QueueDeclare(
          queue: "q", durable: durable, exclusive: exclusive, autoDelete: autoDelete,
          arguments: ["x-queue-type": "quorum"]))
        == "PRECONDITION_FAILED - invalid property '\(named)' for queue 'q' in vhost '/'")
  }

  @Test("an unknown type is refused as RabbitMQ does, a stream because it is not simulated")
  func queueTypes() {
    #expect(
      Self.refusal(QueueDeclare(arguments: ["x-queue-type": "foo"]))
        == """
        PRECONDITION_FAILED - invalid arg 'x-queue-type' for queue 'q' in vhost '/': "unsupported \
        queue type 'foo'"
        """)
    #expect(
      Self.refusal(QueueDeclare(arguments: ["x-queue-type": 1]))
        == """
        PRECONDITION_FAILED - invalid arg 'x-queue-type' for queue 'q' in vhost '/': \
        {unacceptable_type,signedint}
        """)
    #expect(
      Self.refusal(QueueDeclare(durable: true, arguments: ["x-queue-type": "stream"]))
        == "NOT_IMPLEMENTED - queues of type 'stream' are not simulated: queue 'q' in vhost '/'")
  }

  @Test("dead letters are kept with at-least-once and reject-publish alone")
  func atLeastOnce() throws {
    var arguments: FieldTable = [
      "x-queue-type": "quorum", "x-dead-letter-exchange": "d",
      "x-dead-letter-strategy": "at-least-once",
    ]
    #expect(try !DrivenQueue(arguments).queue.settings.keepsDeadLetters)
    arguments["x-overflow"] = "reject-publish"
    #expect(try DrivenQueue(arguments).queue.settings.keepsDeadLetters)
    arguments["x-dead-letter-exchange"] = nil
    #expect(try !DrivenQueue(arguments).queue.settings.keepsDeadLetters)
  }

  @Test("4.0 adds the queue type to the arguments, 3.10 leaves them")
  func queueTypeArgument() throws {
    #expect(
      try DrivenQueue(["x-max-length": 1]).queue.settings.arguments
        == ["x-max-length": 1, "x-queue-type": "classic"])
    #expect(
      try DrivenQueue(["x-max-length": 1], profile: .rabbitMQ310).queue.settings.arguments
        == ["x-max-length": 1])
  }

  @Test(
    "the delivery limit is 20 in 4.0 and none in 3.10, and its type is not checked",
    arguments: [
      (nil, 20, nil), (5, 5, 5), (0, 0, 0), (-1, nil, 0), ("a", .max, .max),
    ] as [(FieldValue?, UInt32?, UInt32?)])
  func deliveryLimit(value: FieldValue?, in40: UInt32?, in310: UInt32?) throws {
    var arguments: FieldTable = ["x-queue-type": "quorum"]
    arguments["x-delivery-limit"] = value
    #expect(try DrivenQueue(arguments).queue.settings.deliveryLimit == in40)
    #expect(
      try DrivenQueue(arguments, profile: .rabbitMQ310).queue.settings.deliveryLimit == in310)
  }
}
