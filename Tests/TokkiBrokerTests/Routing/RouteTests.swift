import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Routes")
struct RouteTests {
  @Test("the default exchange routes to the queue of that name, and to nothing else")
  func defaultExchange() {
    var topology = Topology()
    topology.queue("hello", "other")
    #expect(topology.route("", "hello") == ["hello"])
    #expect(topology.route("", "Hello") == [])
    #expect(topology.route("", "hello", extra: ["other", "none", "hello"]) == ["hello", "other"])
  }

  @Test("a direct exchange compares keys, a fanout exchange does not look at them")
  func directAndFanout() {
    var topology = Topology()
    topology.queue("q1", "q2")
    for source in ["amq.direct", "amq.fanout"] {
      topology.bind("q1", to: source, "error")
      topology.bind("q2", to: source, "error")
      topology.bind("q2", to: source, "info")
    }
    #expect(topology.route("amq.direct", "error") == ["q1", "q2"])
    #expect(topology.route("amq.direct", "info") == ["q2"])
    #expect(topology.route("amq.direct", "e.*") == [])
    #expect(topology.route("amq.fanout", "anything") == ["q1", "q2"])
  }

  @Test("a queue that several bindings reach is reached once")
  func once() {
    var topology = Topology()
    topology.queue("q")
    for key in ["#", "a.#", "*.b"] { topology.bind("q", to: "amq.topic", key) }
    for key in ["1", "2"] { topology.bind("q", to: "amq.fanout", key) }
    #expect(topology.route("amq.topic", "a.b") == ["q"])
    #expect(topology.route("amq.fanout") == ["q"])
    topology.unbind("q", from: "amq.fanout", "1")
    #expect(topology.route("amq.fanout") == ["q"])
  }

  @Test("CC and BCC keys are routed like the message's own")
  func extraKeys() {
    var topology = Topology()
    topology.queue("q1", "q2", "q3")
    topology.bind("q1", to: "amq.direct", "a")
    topology.bind("q2", to: "amq.direct", "b")
    topology.bind("q3", to: "amq.topic", "b.#")
    topology.bind("q1", to: "amq.topic", "a")
    #expect(topology.route("amq.direct", "b", extra: ["a", "b"]) == ["q2", "q1"])
    #expect(topology.route("amq.topic", "none", extra: ["a", "b.c"]) == ["q1", "q3"])
  }

  @Test("a message goes from exchange to exchange, round a ring once")
  func ring() {
    var topology = Topology()
    for name in ["a", "b", "c"] { topology.declare(name, .fanout) }
    topology.queue("qa", "qb", "qc")
    for (source, next) in [("a", "b"), ("b", "c"), ("c", "a"), ("a", "a")] {
      topology.bind(next, to: source)
      topology.bind("q" + source, to: source)
    }
    #expect(topology.route("a") == ["qa", "qb", "qc"])
    #expect(topology.route("c") == ["qc", "qa", "qb"])
    topology.deleteExchange("b")
    #expect(topology.route("a") == ["qa"])
  }

  @Test("the key is compared anew at each exchange")
  func exchangeToExchange() {
    var topology = Topology()
    topology.declare("logs", .topic)
    topology.declare("errors", .direct)
    topology.queue("kern", "all")
    topology.bind("errors", to: "logs", "#.error")
    topology.bind("kern", to: "errors", "kern.error")
    topology.bind("all", to: "logs", "#")
    #expect(topology.route("logs", "kern.error") == ["all", "kern"])
    #expect(topology.route("logs", "auth.error") == ["all"])
    #expect(topology.route("logs", "kern.info") == ["all"])
  }

  @Test("an alternate exchange gets what no binding takes")
  func alternateExchange() {
    var topology = Topology()
    topology.declare("x", .direct, alternate: "unrouted")
    topology.queue("q", "lost")
    topology.bind("q", to: "x", "k")
    #expect(topology.route("x", "k") == ["q"])
    #expect(topology.route("x", "other") == [], "the alternate exchange is not there yet")
    topology.declare("unrouted", .fanout)
    topology.bind("lost", to: "unrouted")
    #expect(topology.route("x", "k") == ["q"])
    #expect(topology.route("x", "other") == ["lost"])
    #expect(topology.route("x", "other", extra: ["k"]) == ["q"])
  }

  @Test("a chain of alternate exchanges ends where it has been before")
  func alternateRing() {
    var topology = Topology()
    topology.declare("a", .direct, alternate: "b")
    topology.declare("b", .direct, alternate: "a")
    #expect(topology.route("a", "k") == [])
    topology.queue("q")
    topology.bind("q", to: "b", "k")
    #expect(topology.route("a", "k") == ["q"])
  }

  @Test("an exchange that leads to another has routed, though that one takes nothing")
  func alternateOfTheLeading() {
    var topology = Topology()
    topology.declare("ae", .fanout)
    topology.declare("first", .fanout, alternate: "ae")
    topology.declare("second", .direct)
    topology.queue("lost")
    topology.bind("lost", to: "ae")
    topology.bind("second", to: "first")
    #expect(topology.route("first", "k") == [])
  }

  @Test("the default exchange as an alternate exchange routes nothing")
  func defaultAsAlternate() {
    var topology = Topology()
    topology.declare("x", .direct, alternate: "")
    topology.queue("q")
    #expect(topology.route("x", "q") == [])
    #expect(topology.explain("x", "q").queues == [])
  }

  @Test("what was known of a topic key is forgotten when a binding changes")
  func topicCache() {
    var topology = Topology()
    topology.queue("q1", "q2")
    #expect(topology.route("amq.topic", "a.b") == [])
    topology.bind("q1", to: "amq.topic", "a.*")
    #expect(topology.route("amq.topic", "a.b") == ["q1"])
    topology.bind("q2", to: "amq.topic", "#")
    #expect(topology.route("amq.topic", "a.b") == ["q1", "q2"])
    topology.unbind("q1", from: "amq.topic", "a.*")
    #expect(topology.route("amq.topic", "a.b") == ["q2"])
    topology.deleteQueue("q2")
    #expect(topology.route("amq.topic", "a.b") == [])
  }

  @Test("more topic keys than are remembered are routed all the same")
  func manyKeys() {
    var topology = Topology()
    topology.queue("even", "all")
    topology.bind("even", to: "amq.topic", "*.even")
    topology.bind("all", to: "amq.topic", "#")
    for number in 0..<10_000 {
      let key = "\(number).\(number % 2 == 0 ? "even" : "odd")"
      let expected = number % 2 == 0 ? ["even", "all"] : ["all"]
      #expect(topology.route("amq.topic", key) == expected)
    }
  }

  @Test("a copy of the table goes its own way")
  func copies() {
    var topology = Topology()
    topology.queue("q")
    topology.bind("q", to: "amq.topic", "a")
    var before = topology
    topology.unbind("q", from: "amq.topic", "a")
    #expect(topology.route("amq.topic", "a") == [])
    #expect(before.route("amq.topic", "a") == ["q"])
  }
}
