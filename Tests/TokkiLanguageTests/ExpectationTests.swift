import AMQPModel
import Testing
import TokkiLanguage

@Suite("Expectations are claims as data")
struct ExpectationTests {
  private func expectation(_ text: String) -> Claim? {
    guard case .expect(let expectation) = command("expect " + text) else { return nil }
    return expectation
  }

  static let table: [(String, Claim)] = [
    (
      "queue q ready 0 unacked >= 1",
      Claim(
        .queue("q"),
        [
          Predicate(.measure(.ready, Comparison(.equal, 0))),
          Predicate(.measure(.unacked, Comparison(.atLeast, 1))),
        ])
    ),
    ("queue q", Claim(.queue("q"), [Predicate(.exists)])),
    ("queue q absent", Claim(.queue("q"), [Predicate(.exists, isNegated: true)])),
    (
      "queue q transient and not exclusive",
      Claim(
        .queue("q"),
        [
          Predicate(.quality(.durable), isNegated: true),
          Predicate(.quality(.exclusive), isNegated: true),
        ])
    ),
    (
      "queue q type quorum argument x-max-length=5 argument x-expires",
      Claim(
        .queue("q"),
        [
          Predicate(.text(.type, .equals("quorum"))),
          Predicate(.argument("x-max-length", .equals(5))),
          Predicate(.argument("x-expires", .present)),
        ])
    ),
    (
      "binding logs q kern.* absent",
      Claim(
        .binding(source: "logs", destination: "q", key: "kern.*"),
        [Predicate(.exists, isNegated: true)])
    ),
    (
      "binding logs q",
      Claim(.binding(source: "logs", destination: "q", key: nil), [Predicate(.exists)])
    ),
    (
      "consumer w1 queue q prefetch 1 manual-ack",
      Claim(
        .consumer("w1"),
        [
          Predicate(.text(.queue, .equals("q"))),
          Predicate(.measure(.prefetch, Comparison(.equal, 1))),
          Predicate(.quality(.autoAck), isNegated: true),
        ])
    ),
    (
      "delivered to w1 \"hello\" count 2 redelivered",
      Claim(
        .delivered,
        [
          Predicate(.text(.client, .equals("w1"))), Predicate(.text(.body, .equals("hello"))),
          Predicate(.measure(.count, Comparison(.equal, 2))), Predicate(.quality(.redelivered)),
        ])
    ),
    ("delivered", Claim(.delivered)),
    (
      "returned at least 1",
      Claim(.returned, [Predicate(.measure(.count, Comparison(.atLeast, 1)))])
    ),
    (
      "no delivered to w2",
      Claim(
        .delivered,
        [
          Predicate(.text(.client, .equals("w2"))),
          Predicate(.measure(.count, Comparison(.equal, 0))),
        ])
    ),
    (
      "error 404 \"no queue\"",
      Claim(
        .lastError,
        [
          Predicate(.measure(.code, Comparison(.equal, 404))),
          Predicate(.text(.text, .contains("no queue"))),
        ])
    ),
    ("no error", Claim(.lastError, [Predicate(.exists, isNegated: true)])),
    ("routed to q1 and q2", Claim(.lastRoute, [Predicate(.reached(["q1", "q2"]))])),
    (
      "unroutable", Claim(.lastRoute, [Predicate(.quality(.routed), isNegated: true)])
    ),
    (
      "dead-lettered from q reason expired",
      Claim(
        .deadLettered,
        [
          Predicate(.text(.queue, .equals("q"))), Predicate(.text(.reason, .equals("expired"))),
        ])
    ),
    (
      "message in q at 2 with body \"x\" header a=1 property correlation-id=42",
      Claim(
        .message(queue: "q", position: 2),
        [
          Predicate(.text(.body, .equals("x"))), Predicate(.header("a", .equals(1))),
          Predicate(.text(.property("correlation-id"), .equals("42"))),
        ])
    ),
    (
      "not queue q durable",
      Claim(.queue("q"), [Predicate(.quality(.durable))], isNegated: true)
    ),
  ]

  @Test("A subject with predicates, in their order")
  func parsing() {
    for (text, expected) in Self.table { #expect(expectation(text) == expected, "\(text)") }
  }

  static let lines = [
    "queue q", "queue \"a b\" absent", "queue q ready 0 unacked > 1 messages <= 3 consumers != 2",
    "queue q not ready 0 not argument x-a=1", "exchange logs type fanout bindings 2 internal",
    "binding \"\" q q", "binding logs q \"exists\" absent", "binding logs q",
    "consumer w1 queue q tag t waiting", "connection w1 channels 2 vhost /", "vhost v absent",
    "message in q", "message in q at 3 \"body\" redelivered", "message in q body containing x",
    "message in q header a header b=\"5\" property reply-to=\"with space\" transient priority 3",
    "routed", "unroutable", "routed to q1 \"q 2\" \"and\"", "not routed to q1", "error", "no error",
    "error 406 \"inequivalent\"", "error text exactly \"x\"", "published 3",
    "published by p to logs unroutable body \"and\"",
    "delivered to w1 from q tag t count >= 2", "acked by w1 count 0", "rejected discarded",
    "requeued to q count 1", "removed reason \"queue deleted\"",
    "dead-lettered to dlx reason maxlen",
    "returned code 312 \"lost\"", "confirmed 3", "refused at most 1", "closed 406 by you count 1",
    "no closed",
  ]

  @Test("Canonical text is read back", arguments: lines)
  func roundTrip(line: String) throws {
    let parsed = try #require(expectation(line), "\(Command.parse("expect " + line))")
    #expect(expectation(parsed.description) == parsed, "\(parsed.description)")
  }

  @Test("A predicate is named in its subject's words")
  func predicateTexts() {
    let predicate = Predicate(.text(.queue, .equals("q")))
    #expect(predicate.text(of: .consumer("w1")) == "queue q")
    #expect(predicate.text(of: .delivered) == "from q")
    #expect(Predicate(.quality(.durable), isNegated: true).text(of: .queue("q")) == "transient")
  }

  @Test("Numbers compare as numbers, texts byte for byte")
  func comparisons() {
    #expect(FieldValueComparison.equals(5).holds(for: .int64(5)))
    #expect(!FieldValueComparison.equals(5).holds(for: "5"))
    #expect(!FieldValueComparison.present.holds(for: nil))
    #expect(TextComparison.contains("lo W").holds(for: "Hello World"))
    #expect(TextComparison.contains("").holds(for: ""))
    #expect(!TextComparison.contains("longer").holds(for: "long"))
    #expect(!TextComparison.equals("한").holds(for: "\u{1112}\u{1161}\u{11AB}"))
    for (relation, holds) in [
      (Comparison.Relation.equal, [false, true, false]), (.notEqual, [true, false, true]),
      (.less, [true, false, false]), (.atMost, [true, true, false]),
      (.more, [false, false, true]), (.atLeast, [false, true, true]),
    ] {
      let found = (1...3).map { Comparison(relation, 2).holds(for: $0) }
      #expect(found == holds, "\(relation)")
    }
  }
}
