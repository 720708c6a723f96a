import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Headers matching")
struct HeadersMatchingTests {
  struct Claim: Sendable, CustomTestStringConvertible {
    var arguments: FieldTable
    var headers: FieldTable?
    var in310: Bool
    var in40: Bool

    init(_ arguments: FieldTable, _ headers: FieldTable?, _ in310: Bool, _ in40: Bool) {
      self.arguments = arguments
      self.headers = headers
      self.in310 = in310
      self.in40 = in40
    }

    var testDescription: String { "\(arguments.entries) \(headers?.entries as Any)" }
  }

  /// As RabbitMQ 3.10 and 4.0 answered: arguments of the binding, headers of the message, whether
  /// it is routed in 3.10, in 4.0.
  private static let answers = [
    Claim(["a": 1], ["a": .double(1)], true, false),
    Claim(["a": .double(1)], ["a": 1], true, false),
    Claim(["a": 1], ["a": .int64(1 << 40)], false, false),
    Claim(["a": .double(0)], ["a": .double(-0.0)], true, false),
    Claim(["a": .timestamp(5)], ["a": .timestamp(5)], true, false),
    Claim(["a": 5], ["a": .timestamp(5)], true, false),
    Claim(["a": 5000], ["a": .timestamp(5)], false, true),
    Claim(["a": "x"], ["a": .byteArray([0x78])], true, true),
    Claim(["a": .void], ["a": 1], true, true),
    Claim(["a": .void], ["a": .void], true, true),
    Claim(["a": 1], ["a": .void], false, false),
    Claim(["a": .void], [:], false, false),
    Claim(["a": .array([])], ["a": .table([:])], true, true),
    Claim(["a": .array([1])], ["a": .array([1])], true, true),
    Claim(["a": .array([1])], ["a": .array([.double(1)])], false, false),
    Claim(
      ["a": .table(["b": 1, "c": 2])], ["a": .table(["c": 2, "b": 1])], false, false),
    Claim([:], ["a": 1], true, true),
    Claim(["x-match": "any"], ["a": 1], false, false),
    Claim(["x-foo": 1], [:], true, true),
    Claim(["x-foo": 1, "x-match": "all-with-x"], [:], false, false),
    Claim(["x-foo": 1, "x-match": "any-with-x"], ["x-foo": 1], true, true),
    Claim(["x-foo": 1, "x-match": "any"], ["x-foo": 1], false, false),
    Claim(["a": true], ["a": true], true, true),
    Claim(["a": true], ["a": 1], false, false),
    Claim(["a": "true"], ["a": true], false, false),
    Claim(["a": 1], nil, false, false),
    Claim([:], nil, true, true),
  ]

  @Test("both versions answer as they did", arguments: answers)
  func table(claim: Claim) {
    for (profile, matches) in [(Profile.rabbitMQ310, claim.in310), (.rabbitMQ40, claim.in40)] {
      var topology = Topology(profile: profile)
      topology.queue("q")
      topology.bind("q", to: "amq.headers", "", claim.arguments)
      let expected = matches ? ["q"] : []
      #expect(topology.route("amq.headers", headers: claim.headers) == expected)
      let route = topology.explain("amq.headers", headers: claim.headers)
      #expect(route.queues == expected)
    }
  }

  @Test("all asks for every argument, any for one")
  func modes() {
    var topology = Topology()
    topology.queue("all", "any")
    topology.bind("all", to: "amq.match", "", ["x-match": "all", "type": "report", "pages": 2])
    topology.bind("any", to: "amq.match", "", ["x-match": "any", "type": "report", "pages": 2])
    #expect(
      topology.route("amq.match", headers: ["type": "report", "pages": 2]) == ["all", "any"])
    #expect(topology.route("amq.match", headers: ["pages": 2]) == ["any"])
    #expect(topology.route("amq.match", headers: ["pages": 3]) == [])
  }

  @Test("a name that comes twice: the last counts in 4.0, the first in 3.10")
  func repeatedName() {
    let twice = FieldTable([.init(name: "a", value: 1), .init(name: "a", value: 2)])
    for (profile, wanted) in [(Profile.rabbitMQ310, 1), (.rabbitMQ40, 2)] {
      var topology = Topology(profile: profile)
      topology.queue("one", "two")
      topology.bind("one", to: "amq.match", "", ["a": 1])
      topology.bind("two", to: "amq.match", "", ["a": 2])
      #expect(topology.route("amq.match", headers: twice) == [wanted == 1 ? "one" : "two"])
    }
  }

  @Test("names of headers are compared byte for byte")
  func normalization() {
    var topology = Topology()
    topology.queue("q")
    topology.bind("q", to: "amq.match", "", ["\u{D55C}": 1])
    #expect(topology.route("amq.match", headers: ["\u{1112}\u{1161}\u{11AB}": 1]) == [])
    #expect(topology.route("amq.match", headers: ["\u{D55C}": 1]) == ["q"])
  }

  @Test(
    "an x-match that is none of the four is refused in RabbitMQ's words",
    arguments: [
      ("foo", "Invalid x-match field value <<\"foo\">>; \(four)"),
      ("한글", "Invalid x-match field value <<\"한글\"/utf8>>; \(four)"),
      ("", "Invalid x-match field value <<>>; \(four)"),
      ("a\"b\\", "Invalid x-match field value <<\"a\\\"b\\\\\">>; \(four)"),
      ("a\tb", "Invalid x-match field value <<\"a\\tb\">>; \(four)"),
      (1, "Invalid x-match field type signedint (value 1); expected longstr"),
      (true, "Invalid x-match field type bool (value true); expected longstr"),
      (.double(1.5), "Invalid x-match field type double (value 1.5); expected longstr"),
      (.void, "Invalid x-match field type void (value undefined); expected longstr"),
      (
        .array([1, "a"]),
        "Invalid x-match field type array (value [{signedint,1},{longstr,<<\"a\">>}]); "
          + "expected longstr"
      ),
      (
        .table(["b": 1]),
        "Invalid x-match field type table (value [{<<\"b\">>,signedint,1}]); expected longstr"
      ),
    ] as [(FieldValue, String)])
  func refused(match: FieldValue, text: String) {
    var topology = Topology()
    topology.queue("q")
    #expect(topology.bind("q", to: "amq.headers", "", ["x-match": match]) == .refused(text))
    #expect(topology.table.bindingSnapshots().isEmpty)
    #expect(topology.unbind("q", from: "amq.headers", "", ["x-match": match]).isEmpty)
  }

  private static let four = "expected all, any, all-with-x, or any-with-x"

  @Test("3.10 writes text beyond ASCII as bytes")
  func refusedIn310() {
    var topology = Topology(profile: .rabbitMQ310)
    topology.queue("q")
    let text = "Invalid x-match field value <<237,149,156,234,184,128>>; \(Self.four)"
    #expect(topology.bind("q", to: "amq.headers", "", ["x-match": "한글"]) == .refused(text))
  }
}
