import MethodJSON
import ScenarioPlay
import Testing
import TokkiBroker

/// A step that a real broker may do in several ways, after some that it cannot.
struct RaceExample: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var race: Race?
  var profile: Profile
  var steps: [JSON]

  init(_ name: String, _ race: Race?, on profile: Profile = .rabbitMQ40, _ steps: [JSON]) {
    (testDescription, self.race, self.profile, self.steps) = (name, race, profile, steps)
  }

  static func send(
    _ method: String, _ arguments: JSON = [:], by client: String = "a", bodies: [String] = [""]
  ) -> JSON {
    let texts = bodies.map(JSON.string)
    return [
      "client": .string(client), "send": .string(method), "arguments": arguments,
      "bodies": .array(texts),
    ]
  }

  static func queue(_ name: String, _ arguments: JSON = [:]) -> JSON {
    let declaration: JSON = ["queue": .string(name), "durable": true, "arguments": arguments]
    return send("queue.declare", declaration)
  }

  static func consume(_ queue: String, _ more: JSON = [:], by client: String = "a") -> JSON {
    send("basic.consume", more.with("queue", .string(queue)), by: client)
  }

  static func publish(_ key: String, _ bodies: String...) -> JSON {
    send("basic.publish", ["routing-key": .string(key)], by: "p", bodies: bodies)
  }

  static let toAll = send("basic.publish", ["exchange": "amq.fanout"], by: "p")

  static func bound(_ queue: String) -> JSON {
    send("queue.bind", ["queue": .string(queue), "exchange": "amq.fanout"])
  }

  static let quorum: JSON = ["x-queue-type": "quorum"]
  static let deadLetters: JSON = [
    "x-max-length": 1, "x-dead-letter-exchange": "", "x-dead-letter-routing-key": "r",
  ]
  static let limit = send("basic.qos", ["prefetch-count": 1, "global": true])
  static let requeue = send("basic.nack", ["delivery-tag": 1, "requeue": true])
  static let isSingle: JSON = ["x-single-active-consumer": true]

  static let breaking = [
    queue("q", isSingle), send("basic.qos", ["prefetch-count": 1]),
    consume("q", ["consumer-tag": "c"]), consume("q"), publish("q", "1", "2"),
    send("basic.cancel", ["consumer-tag": "c"]), publish("q", "3"),
  ]

  static let all = [
    RaceExample(
      "two queues deliver to one channel", .twoQueuesToOneChannel,
      [queue("q"), queue("r"), bound("q"), bound("r"), consume("q"), consume("r"), toAll]),
    RaceExample(
      "two queues deliver to two channels", nil,
      [queue("q"), queue("r"), bound("q"), bound("r"), consume("q"), consume("r", by: "b"), toAll]),
    RaceExample(
      "a queue gets a message and a dead letter", .twoActorsOnOneQueue("r"),
      [queue("q", deadLetters), queue("r"), bound("q"), bound("r"), toAll, toAll]),
    RaceExample(
      "a queue gets two dead letters from another", nil,
      [queue("q", deadLetters), queue("r"), publish("q", "1", "2", "3")]),
    RaceExample(
      "consumers of two queues share a limit", .sharedLimit,
      [queue("q"), queue("r"), limit, consume("q"), consume("r")]),
    RaceExample(
      "a delivery goes back over a channel with a limit", .limitedRequeue,
      [queue("q"), limit, consume("q"), publish("q", "1"), requeue]),
    RaceExample(
      "a delivery goes back over a channel without one", nil,
      [queue("q"), consume("q"), publish("q", "1"), requeue]),
    RaceExample(
      "a message expires at once in a quorum queue", .clock,
      [queue("q", quorum.with("x-message-ttl", 0)), publish("q", "1")]),
    RaceExample(
      "a message expires at once in a classic queue", nil,
      [queue("q", ["x-message-ttl": 0]), publish("q", "1")]),
    RaceExample(
      "a quorum queue refuses messages that come in one go", .lateRefusal,
      [
        queue("q", quorum.with(["x-max-length": 1, "x-overflow": "reject-publish"])),
        publish("q", "1", "2"),
      ]),
    RaceExample(
      "a quorum queue's consumer does not acknowledge, within a limit", .unacknowledgedLimit,
      [
        queue("q", quorum), send("basic.qos", ["prefetch-count": 1]),
        consume("q", ["no-ack": true]),
      ]),
    RaceExample(
      "who is to give way loses its last message", .leftoverConsumer,
      [
        queue("q", quorum.with(isSingle).with("x-delivery-limit", 0)), consume("q"),
        publish("q", "1"), consume("q", ["arguments": ["x-priority": 1]]), requeue,
      ]),
    RaceExample(
      "somebody goes while nobody is active", .vacancy,
      [
        queue("q", quorum.with(isSingle)), consume("q"), publish("q", "1"),
        consume("q", ["arguments": ["x-priority": 1]]), requeue, ["client": "p", "drop": true],
      ]),
    RaceExample(
      "a transaction publishes to a quorum queue and gives back to it", .overtaking,
      [
        queue("q", quorum), publish("q", "1"), send("tx.select"), consume("q"), requeue,
        send("basic.publish", ["routing-key": "q"]), send("tx.commit"),
      ]),
    RaceExample(
      "a transaction publishes to a queue that keeps nothing and acknowledges", .overtaking,
      [
        queue("q", ["x-message-ttl": 0]), send("basic.qos", ["prefetch-count": 1]), consume("q"),
        publish("q", "1"), send("tx.select"), send("basic.ack", ["delivery-tag": 1]),
        send("basic.publish", ["routing-key": "q"]), send("tx.commit"),
      ]),
    RaceExample(
      "a transaction publishes to a classic queue and acknowledges", nil,
      [
        queue("q"), send("basic.qos", ["prefetch-count": 1]), consume("q"), publish("q", "1"),
        send("tx.select"), send("basic.ack", ["delivery-tag": 1]),
        send("basic.publish", ["routing-key": "q"]), send("tx.commit"),
      ]),
    RaceExample(
      "a waiting consumer of a quorum queue goes", .unseenEnd,
      [
        queue("q", quorum.with(isSingle)), consume("q"), consume("q", by: "b"),
        ["client": "b", "drop": true],
      ]),
    RaceExample(
      "a connection goes with two channels that use one queue", .channelAfterChannel,
      [
        send("queue.declare", ["queue": "q", "auto-delete": true]), publish("q", "1"),
        send("basic.get", ["queue": "q"]), consume("q").with("channel", 2),
        ["client": "a", "drop": true],
      ]),
    RaceExample(
      "a connection goes with two channels that use two queues", nil,
      [
        queue("q"), queue("r"), consume("q"), consume("r").with("channel", 2),
        ["client": "a", "drop": true],
      ]),
    RaceExample(
      "a message comes after the active consumer was cancelled", .breakingQueue, on: .rabbitMQ310,
      breaking),
    RaceExample(
      "a message comes after the active consumer was cancelled, on 4.0", nil, breaking),
    RaceExample(
      "a dead letter of a quorum queue goes nowhere", .unseenDeadLetter,
      [queue("q", quorum.with(deadLetters)), publish("q", "1", "2")]),
    RaceExample(
      "a dead letter of a classic queue goes nowhere", nil,
      [queue("q", deadLetters), publish("q", "1", "2")]),
    RaceExample(
      "a dead letter of a quorum queue goes to another", nil,
      [queue("q", quorum.with(deadLetters)), queue("r"), publish("q", "1", "2")]),
  ]
}

@Suite("What a real broker may do in several ways") struct RaceTests {
  @Test("the last step has several outcomes, or one", arguments: RaceExample.all)
  func race(_ example: RaceExample) throws {
    var player = Player(profile: example.profile, isTracing: true)
    var found: Race?
    for json in example.steps {
      try #require(found == nil, "before \(json)")
      let (step, before) = (try Scenario.Step(json), player)
      _ = try player.play(step)
      found = Race(step, before: before, after: player)
    }
    #expect(found == example.race)
  }
}
