import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("A policy") struct PolicyTests {
  private func policy(
    _ name: String = "p", _ kind: Policy.Kind = .user, pattern: String = "",
    _ definition: FieldTable = ["max-length": 1_000_000], priority: Int64 = 0,
    scope: Policy.Scope = .all
  ) -> OperatorAction {
    .setPolicy(
      Policy(
        name: name, kind: kind, pattern: pattern, definition: definition, priority: priority,
        scope: scope),
      virtualHost: "/")
  }

  private func clear(_ name: String = "p", _ kind: Policy.Kind = .user) -> OperatorAction {
    .clearPolicy(name: name, kind: kind, virtualHost: "/")
  }

  static let harmless: [FieldTable] = [
    ["max-length": 1_000_000], ["max-length-bytes": 1_000_000_000], ["message-ttl": 5],
    ["expires": 5], ["dead-letter-exchange": "amq.fanout", "dead-letter-routing-key": "k"],
    ["alternate-exchange": "amq.fanout"], ["delivery-limit": 9], ["queue-mode": "lazy"],
    ["max-length": 1_000_000, "overflow": "reject-publish", "message-ttl": 9],
  ]

  @Test("that is cleared leaves the broker as it was", arguments: harmless)
  func leavesNothing(definition: FieldTable) throws {
    for profile in Profile.all {
      var peers = Peers(profile: profile)
      let channel = peers.join()
      peers.declare("q", arguments: ["x-max-length": 5, "x-message-ttl": 100], on: channel)
      peers.declare("r", arguments: ["x-queue-type": "quorum"], durable: true, on: channel)
      peers.declare("s", arguments: ["x-max-priority": 5], on: channel)
      for queue in ["q", "r", "s"] { for _ in 1...3 { peers.publish("m", to: queue, on: channel) } }
      let before = peers.broker
      for kind in Policy.Kind.allCases {
        do throws(OperatorRefusal) {
          try peers.operate(policy("p", kind, definition))
        } catch {
          #expect(kind == .operator)
          #expect(peers.broker == before)
          continue
        }
        #expect(peers.broker != before)
        try peers.operate(clear("p", kind))
        #expect(peers.broker == before, "\(profile.name), \(kind)")
      }
    }
  }

  @Test("that harms nothing and is cleared leaves everything to be seen as it was, whatever was")
  func leavesNothingInRandomSessions() throws {
    for seed in UInt64(1)...20 {
      var session = RandomSession(seed: seed, profile: .rabbitMQ40)
      for _ in 1...200 { session.go() }
      var broker = session.broker
      var step = Step()
      let before = broker.snapshot()
      let added = policy("added", pattern: "", priority: 9)
      try broker.operate(added, into: &step)
      try broker.operate(clear("added"), into: &step)
      #expect(broker.snapshot() == before, "seed \(seed)")
    }
  }

  @Test("in force is one that matches, with the highest priority")
  func highestPriority() throws {
    var seen = 0
    for seed in UInt64(1)...20 {
      var session = RandomSession(seed: seed, profile: .rabbitMQ40)
      for number in 1...200 {
        session.go()
        for host in session.broker.snapshot().virtualHosts {
          for queue in host.queues where queue.policies.policy != nil {
            seen += 1
            try check(queue, in: host, "seed \(seed), step \(number), queue \(queue.name)")
          }
        }
      }
    }
    #expect(seen > 100)
  }

  private func check(
    _ queue: QueueSnapshot, in host: VirtualHostSnapshot, _ place: String
  ) throws {
    let matching = try host.policies.filter { policy in
      try policy.kind == .user && NamePattern(policy.pattern).matches(queue.name)
    }
    let inForce = try #require(matching.first { $0.name == queue.policies.policy }, "\(place)")
    for other in matching where other.priority > inForce.priority {
      let isForOthers =
        other.scope == .exchanges || other.scope == .quorumQueues && queue.type == "classic"
        || queue.type == "classic" && other.definition["delivery-limit"] != nil
      #expect(isForOthers, "\(place)")
    }
  }

  @Test("of several with one priority is the first by name in force")
  func ties() throws {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", on: channel)
    for name in ["b", "c", "a"] { try peers.operate(policy(name)) }
    #expect(peers.queue("q")?.policies == PoliciesInForce(policy: "a"))
    try peers.operate(clear("a"))
    #expect(peers.queue("q")?.policies == PoliciesInForce(policy: "b"))
  }

  @Test("is traced with what it is in force for from now on")
  func trace() throws {
    var peers = Peers()
    let channel = peers.join()
    for queue in ["q1", "q2", "r"] { peers.declare(queue, on: channel) }
    try peers.operate(policy("p", pattern: "^q", ["max-length": 1], scope: .queues))
    #expect(
      peers.step.trace.map(\.fact).dropFirst() == [
        .governed(.queue("q1"), PoliciesInForce(policy: "p")),
        .governed(.queue("q2"), PoliciesInForce(policy: "p")),
      ])
    try peers.operate(policy("p", pattern: "^q", ["max-length": 1], scope: .queues))
    #expect(peers.step.trace.isEmpty)
    try peers.operate(policy("o", .operator, pattern: "1|x", ["max-length": 1], scope: .all))
    #expect(
      peers.step.trace.map(\.fact).dropFirst() == [
        .governed(.queue("q1"), PoliciesInForce(policy: "p", operatorPolicy: "o"))
      ])
    try peers.operate(clear())
    #expect(
      peers.step.trace.map(\.fact) == [
        .clearedPolicy(name: "p", .user),
        .governed(.queue("q1"), PoliciesInForce(operatorPolicy: "o")),
        .governed(.queue("q2"), PoliciesInForce()),
      ])
  }

  @Test("for a virtual host that is not there is refused")
  func noVirtualHost() {
    var peers = Peers()
    let unknown = Policy(name: "p", pattern: "", definition: ["max-length": 1])
    for action in [
      OperatorAction.setPolicy(unknown, virtualHost: "nowhere"),
      .clearPolicy(name: "p", kind: .user, virtualHost: "nowhere"),
    ] {
      #expect(throws: OperatorRefusal(reason: "vhost_not_found")) {
        try peers.operate(action)
      }
    }
  }

  @Test("goes with its virtual host")
  func virtualHostDeletion() throws {
    var peers = Peers()
    peers.broker.addVirtualHost("other")
    try peers.operate(
      .setPolicy(
        Policy(name: "p", pattern: "", definition: ["max-length": 1]), virtualHost: "other"))
    var step = Step()
    #expect(peers.broker.removeVirtualHost("other", into: &step))
    peers.broker.addVirtualHost("other")
    #expect(peers.broker.snapshot().virtualHosts.map(\.policies) == [[], []])
  }
}
