import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Exchanges and bindings")
struct BindingTests {
  @Test("a virtual host starts with RabbitMQ's seven exchanges")
  func predeclared() {
    let exchanges = Topology().table.exchangeSnapshots()
    #expect(
      exchanges.map { "\($0.name) \($0.type)" } == [
        " direct", "amq.direct direct", "amq.topic topic", "amq.match headers",
        "amq.headers headers", "amq.fanout fanout", "amq.rabbitmq.trace topic",
      ])
    #expect(exchanges.filter(\.isInternal).map(\.name) == ["amq.rabbitmq.trace"])
    #expect(exchanges.allSatisfy { $0.isPredeclared && $0.isDurable && !$0.isAutoDelete })
  }

  @Test("declaring again is no change, declaring otherwise tells the first difference")
  func declareAgain() {
    var topology = Topology()
    #expect(topology.declare("x", .topic) == .created(topology.id("x")))
    #expect(topology.declare("x", .topic) == .exists(topology.id("x")))
    #expect(
      topology.declare("x", .direct, autoDelete: true)
        == .differs(
          topology.id("x"), .property("type", received: "direct", current: "topic")))
    #expect(
      topology.declare("x", .topic, autoDelete: true)
        == .differs(
          topology.id("x"), .property("auto_delete", received: "true", current: "false")))
    #expect(
      topology.declare("x", .topic, alternate: "ae")
        == .differs(
          topology.id("x"), .argument("alternate-exchange", received: "ae", current: nil)))
    #expect(topology.table.exchangeSnapshots().last?.isAutoDelete == false)
  }

  @Test("the same binding twice is one, other arguments make another")
  func duplicates() {
    var topology = Topology()
    topology.queue("q")
    let arguments: FieldTable = ["b": 2, "a": 1]
    let bound = BindingSnapshot(
      source: "amq.direct", destination: .queue("q"), key: "k", arguments: ["a": 1, "b": 2])
    #expect(topology.bind("q", to: "amq.direct", "k", arguments) == .bound(bound))
    #expect(topology.bind("q", to: "amq.direct", "k", ["a": 1, "b": 2]) == .exists)
    topology.bind("q", to: "amq.direct", "k")
    #expect(topology.table.bindingSnapshots().count == 2)
    #expect(topology.route("amq.direct", "k") == ["q"])
    #expect(topology.unbind("q", from: "amq.direct", "k", arguments) == [.unbound(bound)])
    #expect(topology.route("amq.direct", "k") == ["q"])
    topology.unbind("q", from: "amq.direct", "k")
    #expect(topology.route("amq.direct", "k") == [])
  }

  @Test("what is not there cannot be bound, and unbinding it changes nothing")
  func missing() {
    var topology = Topology()
    topology.queue("q")
    #expect(topology.bind("q", to: "nowhere", "k") == .missing)
    #expect(topology.bind("nothing", to: "amq.direct", "k") == .missing)
    #expect(topology.unbind("q", from: "amq.direct", "k") == [])
    #expect(topology.table.deleteExchange(topology.id("nowhere")) == [])
    #expect(topology.table.removeQueue(QueueID(index: 99)) == [])
    #expect(topology.route("nowhere", "k") == [])
    #expect(topology.explain("nowhere", "k") == Route())
  }

  @Test("bindings are listed in the order of creation, though places are used again")
  func order() {
    var topology = Topology()
    topology.queue("q")
    for key in ["1", "2", "3"] { topology.bind("q", to: "amq.direct", key) }
    topology.unbind("q", from: "amq.direct", "1")
    topology.bind("q", to: "amq.direct", "4")
    topology.bind("q", to: "amq.direct", "1")
    #expect(topology.table.bindingSnapshots().map(\.key) == ["2", "3", "4", "1"])
    topology.declare("x", .fanout)
    topology.declare("y", .fanout)
    topology.deleteExchange("x")
    topology.declare("z", .fanout)
    #expect(topology.table.exchangeSnapshots().suffix(2).map(\.name) == ["y", "z"])
  }

  @Test("an auto-delete exchange goes with its last binding, and takes others along")
  func autoDelete() {
    var topology = Topology()
    topology.declare("a", .fanout, autoDelete: true)
    topology.declare("b", .fanout, autoDelete: true)
    topology.declare("keeps", .fanout)
    topology.queue("q1", "q2")
    topology.bind("b", to: "a")
    topology.bind("b", to: "keeps")
    topology.bind("q1", to: "b")
    topology.bind("q2", to: "b")
    #expect(topology.table.hasBindings(from: topology.id("b")))
    #expect(topology.deleteQueue("q1").count == 1)
    let changes = topology.unbind("q2", from: "b")
    #expect(
      changes == [
        .unbound(BindingSnapshot(source: "b", destination: .queue("q2"), key: "")),
        .deletedExchange("b"),
        .unbound(BindingSnapshot(source: "a", destination: .exchange("b"), key: "")),
        .unbound(BindingSnapshot(source: "keeps", destination: .exchange("b"), key: "")),
        .deletedExchange("a"),
      ])
    #expect(topology.table.exchange(named: "keeps") != nil)
    #expect(!topology.table.hasBindings(from: topology.id("keeps")))
  }

  @Test("an auto-delete exchange that never had a binding stays")
  func autoDeleteUnused() {
    var topology = Topology()
    topology.declare("a", .fanout, autoDelete: true)
    topology.queue("q")
    #expect(topology.unbind("q", from: "a") == [])
    #expect(topology.table.exchange(named: "a") != nil)
  }

  @Test("auto-delete exchanges bound in a ring go together")
  func autoDeleteRing() {
    var topology = Topology()
    for name in ["a", "b"] { topology.declare(name, .fanout, autoDelete: true) }
    topology.bind("a", to: "a", "self")
    topology.bind("a", to: "b")
    topology.bind("b", to: "a")
    let changes = topology.deleteExchange("a")
    #expect(changes.contains(.deletedExchange("b")))
    #expect(topology.table.exchangeSnapshots().count == 7)
    #expect(topology.table.bindingSnapshots().isEmpty)
  }

  @Test("a deleted queue is reached no more, a new one of its name only by its own bindings")
  func deletedQueue() {
    var topology = Topology()
    topology.queue("q")
    for exchange in ["amq.direct", "amq.fanout", "amq.topic", "amq.headers"] {
      topology.bind("q", to: exchange, "k")
    }
    #expect(topology.deleteQueue("q").count == 4)
    topology.queue("q")
    for exchange in ["amq.direct", "amq.fanout", "amq.topic", "amq.headers"] {
      #expect(topology.route(exchange, "k") == [])
    }
    #expect(topology.route("", "q") == ["q"])
  }

  @Test("names in the composed and the decomposed form are two")
  func normalization() {
    let (composed, decomposed) = ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}")
    var topology = Topology()
    topology.declare(composed, .fanout)
    #expect(topology.table.exchange(named: decomposed) == nil)
    topology.declare(decomposed, .direct)
    topology.queue(composed, decomposed)
    #expect(topology.table.queue(named: composed) != topology.table.queue(named: decomposed))
    topology.bind(composed, to: "amq.direct", composed)
    topology.bind(composed, to: "amq.direct", decomposed)
    #expect(topology.table.bindingSnapshots().count == 2)
    topology.unbind(composed, from: "amq.direct", composed)
    #expect(topology.route("amq.direct", composed) == [])
    #expect(topology.route("amq.direct", decomposed).count == 1)
  }
}
