import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Dead-lettering at least once") struct AtLeastOnceTests {
  private static let arguments: FieldTable = [
    "x-queue-type": "quorum", "x-overflow": "reject-publish",
    "x-dead-letter-strategy": "at-least-once", "x-dead-letter-exchange": "",
    "x-dead-letter-routing-key": "dead",
  ]

  /// A queue that has rejected so many messages.
  private static func rejecting(_ count: Int) -> (Peers, ChannelAddress) {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", arguments: arguments, durable: true, on: channel)
    for number in 1...count { peers.publish("\(number)", to: "q", on: channel) }
    for _ in 1...count { peers.send(.basicGet(BasicGet(queue: "q")), on: channel) }
    peers.send(
      .basicNack(BasicNack(deliveryTag: UInt64(count), multiple: true, requeue: false)),
      on: channel)
    _ = peers.heard(on: channel)
    return (peers, channel)
  }

  @Test("What no queue takes is tried again every three minutes") func interval() throws {
    var (peers, channel) = Self.rejecting(1)
    #expect(peers.queue("q")?.discarded.map(\.id) == [MessageID(number: 1)])
    #expect(peers.broker.nextDeadline == Instant(milliseconds: 180_000))
    peers.advance(by: 180_000)
    #expect(peers.broker.nextDeadline == Instant(milliseconds: 360_000))
    peers.declare("dead", durable: true, on: channel)
    peers.advance(by: 179_999)
    #expect(peers.queue("dead")?.ready.isEmpty == true)
    peers.advance(by: 1)
    #expect(peers.queue("dead")?.ready.map(\.id) == [MessageID(number: 1)])
    #expect(peers.queue("q")?.discarded == [])
    #expect(peers.broker.nextDeadline == nil)
  }

  @Test("Memory is held until the message is taken") func memory() {
    var (peers, channel) = Self.rejecting(3)
    let held = peers.broker.heldByteCount
    #expect(held > 0)
    peers.declare("dead", durable: true, on: channel)
    peers.advance(by: 180_000)
    peers.send(.queuePurge(QueuePurge(queue: "dead")), on: channel)
    #expect(peers.broker.heldByteCount == 0)
  }

  @Test("More than may be under way go when there is a queue, in their order") func order() {
    var (peers, channel) = Self.rejecting(40)
    #expect(peers.queue("q")?.discarded.count == 40)
    peers.declare("dead", durable: true, on: channel)
    peers.advance(by: 180_000)
    let numbers = (1...40).map { MessageID(number: $0) }
    #expect(peers.queue("dead")?.ready.map(\.id) == numbers)
    #expect(peers.queue("q")?.discarded == [])
  }

  @Test("A policy that changes the dead-letter exchange has it tried at once") func policy() throws
  {
    var peers = Peers()
    let channel = peers.join()
    var arguments = Self.arguments
    arguments["x-dead-letter-exchange"] = nil
    arguments["x-dead-letter-routing-key"] = nil
    peers.declare("q", arguments: arguments, durable: true, on: channel)
    peers.declare("dead", durable: true, on: channel)
    func policy(_ exchange: String) -> OperatorAction {
      .setPolicy(
        Policy(
          name: "p", pattern: "^q$",
          definition: [
            "dead-letter-exchange": .string(exchange), "dead-letter-routing-key": "dead",
          ]), virtualHost: "/")
    }
    try peers.operate(policy("missing"))
    peers.publish("m", to: "q", on: channel)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    peers.send(.basicReject(BasicReject(deliveryTag: 1, requeue: false)), on: channel)
    #expect(peers.queue("q")?.discarded.count == 1)
    try peers.operate(policy(""))
    #expect(peers.queue("q")?.discarded == [])
    #expect(peers.queue("dead")?.ready.count == 1)
  }

  @Test("What waits is lost when a policy takes the dead-letter exchange away") func noPolicy()
    throws
  {
    var (peers, channel) = Self.rejecting(2)
    try peers.operate(
      .setPolicy(
        Policy(name: "p", pattern: "^q$", definition: ["overflow": "drop-head"]),
        virtualHost: "/"))
    #expect(peers.queue("q")?.discarded == [])
    #expect(peers.broker.heldByteCount == 0)
    peers.declare("dead", durable: true, on: channel)
    peers.advance(by: 180_000)
    #expect(peers.queue("dead")?.ready.isEmpty == true)
  }
}
