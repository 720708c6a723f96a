import AMQPModel
import SeededRandom
import Testing

@testable import TokkiBroker

@Suite("Explanations of routes")
struct ExplanationTests {
  @Test("a topic match tells which words each word of the pattern took")
  func captures() {
    let matches: [(String, String, [(String, [String])])] = [
      ("a.*.#", "a.b.c.d", [("a", ["a"]), ("*", ["b"]), ("#", ["c", "d"])]),
      ("#.b", "b", [("#", []), ("b", ["b"])]),
      ("#.b", "a.b.b", [("#", ["a", "b"]), ("b", ["b"])]),
      ("*.*", ".", [("*", [""]), ("*", [""])]),
      ("#", "", [("#", [])]),
      ("", "", []),
    ]
    for (pattern, key, captures) in matches {
      let expected = captures.map { TopicCapture(pattern: $0.0, words: $0.1) }
      #expect(
        TopicMatch(TopicWords(pattern), TopicWords(key)).reason == .topicMatched(expected),
        "\(pattern) and \(key)")
    }
  }

  @Test("a topic mismatch tells how far the pattern came")
  func mismatches() {
    let mismatches: [(String, String, Int, String?, String?)] = [
      ("a.b", "a.c", 1, "b", "c"),
      ("a.b", "a", 1, "b", nil),
      ("a", "a.b", 1, nil, "b"),
      ("*", "", 0, "*", nil),
      ("*.orange.*", "quick.brown.fox", 1, "orange", "brown"),
      ("lazy.#", "quick.lazy", 0, "lazy", "quick"),
      ("#.end", "a.b", 1, "end", nil),
    ]
    for (pattern, key, place, word, found) in mismatches {
      #expect(
        TopicMatch(TopicWords(pattern), TopicWords(key)).reason
          == .topicMismatch(patternWord: place, pattern: word, keyWord: found),
        "\(pattern) and \(key)")
    }
  }

  @Test("every binding tried is told, and where the message went on to")
  func hops() {
    var topology = Topology()
    topology.declare("x", .direct, alternate: "ae")
    topology.declare("ae", .fanout)
    topology.queue("q", "lost")
    topology.bind("q", to: "x", "k")
    topology.bind("lost", to: "ae")
    topology.bind("ae", to: "ae", "self")
    let route = topology.explain("x", "other")
    #expect(route.queues == ["lost"])
    #expect(route.hops.map(\.exchange) == ["x", "ae"])
    #expect(route.hops.map(\.type) == ["direct", "fanout"])
    #expect(route.hops.map(\.from) == [nil, "x"])
    #expect(route.hops.map(\.isAlternate) == [false, true])
    #expect(route.hops.first?.attempts.map(\.reason) == [.keysDiffer])
    #expect(route.hops.last?.attempts.map(\.reason) == [.fanout, .alreadyVisited])
    #expect(route.hops.last?.attempts.map(\.matched) == [true, true])
  }

  @Test("the default exchange has one binding to tell of, if the queue is there")
  func defaultExchange() {
    var topology = Topology()
    topology.queue("hello")
    let binding = BindingSnapshot(source: "", destination: .queue("hello"), key: "hello")
    #expect(
      topology.explain("", "hello").hops.first?.attempts
        == [Route.Attempt(binding: binding, matched: true, reason: .keysEqual)])
    #expect(topology.explain("", "none").hops.first?.attempts == [])
  }

  @Test("a headers match tells each argument that counted with what it met")
  func headers() {
    var topology = Topology()
    topology.queue("q")
    topology.bind("q", to: "amq.match", "", ["x-match": "any", "x-y": 1, "a": 1, "b": "2"])
    let route = topology.explain("amq.match", headers: ["a": 2, "b": "2"])
    let pairs = [
      HeadersComparison.Pair(name: "a", wanted: 1, found: 2, matched: false),
      HeadersComparison.Pair(name: "b", wanted: "2", found: "2", matched: true),
    ]
    #expect(
      route.hops.first?.attempts.map(\.reason)
        == [.headers(HeadersComparison(mode: "any", pairs: pairs))])
    #expect(route.queues == ["q"])
  }

  @Test("the queues explained are the queues routed to", arguments: 0..<60)
  func agreesWithRoute(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var topology = Topology(profile: seed % 2 == 0 ? .rabbitMQ40 : .rabbitMQ310)
    let names = ["a", "b", "c", "d", "amq.topic", "amq.fanout", "amq.match"]
    let queues = ["q1", "q2", "q3", "q4", "한", "\u{1112}\u{1161}\u{11AB}"]
    for _ in 0..<250 {
      change(&topology, names, queues, &random)
      let exchange = random.pick(names + [""]) ?? ""
      let key = self.key(&random)
      let extra = random.chance(1, in: 3) ? [self.key(&random), self.key(&random)] : []
      let headers = random.chance(1, in: 3) ? table(&random) : nil
      let explained = topology.explain(exchange, key, extra: extra, headers: headers)
      let routed = topology.route(exchange, key, extra: extra, headers: headers)
      #expect(explained.queues.elementsEqual(routed, by: Self.same), "seed \(seed)")
    }
  }

  private static func same(_ left: String, _ right: String) -> Bool {
    ExactName(left) == ExactName(right)
  }

  private func change(
    _ topology: inout Topology, _ exchanges: [String], _ queues: [String],
    _ random: inout SeededGenerator
  ) {
    let exchange = random.pick(exchanges) ?? ""
    let other = random.pick(exchanges + queues + queues) ?? ""
    let key = self.key(&random)
    switch Int.random(in: 0..<14, using: &random) {
    case 0:
      topology.declare(
        exchange, random.pick(ExchangeType.allCases) ?? .direct,
        autoDelete: random.chance(1, in: 3),
        alternate: random.chance(1, in: 2) ? random.pick(exchanges) : nil)
    case 1 where !exchange.hasPrefix("amq."): topology.deleteExchange(exchange)
    case 2: if let queue = random.pick(queues) { topology.deleteQueue(queue) }
    case 3, 4:
      if let queue = random.pick(queues), topology.table.queue(named: queue) == nil {
        topology.queue(queue)
      }
    case 5, 6: topology.unbind(other, from: exchange, key, table(&random))
    default: topology.bind(other, to: exchange, key, table(&random))
    }
  }

  private func key(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...2, using: &random)
    return (0..<count).map { _ in random.pick(["a", "b", "*", "#", "q1"]) ?? "" }
      .joined(separator: ".")
  }

  private func table(_ random: inout SeededGenerator) -> FieldTable {
    var table: FieldTable = [:]
    if random.chance(1, in: 2) { table["h"] = random.pick([1, 2, .double(1), .void]) }
    if random.chance(1, in: 2) { table["x-h"] = random.pick([1, "1", .timestamp(1)]) }
    if random.chance(1, in: 2) {
      table["x-match"] = random.pick(["all", "any", "any-with-x", "all-with-x"])
    }
    return table
  }
}
