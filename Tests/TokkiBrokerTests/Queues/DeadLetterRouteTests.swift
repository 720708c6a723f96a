import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Dead letters on their way") struct DeadLetterRouteTests {
  private func dead(_ arguments: FieldTable = FieldTable()) -> (Peers, ChannelAddress) {
    var peers = Peers()
    let channel = peers.join()
    var arguments = arguments
    arguments["x-dead-letter-exchange"] = ""
    arguments["x-dead-letter-routing-key"] = "dead"
    peers.declare("q", arguments: arguments, on: channel)
    peers.declare("dead", on: channel)
    return (peers, channel)
  }

  @Test("A rejected message reaches the dead-letter queue in the same step") func rejected() {
    var (peers, channel) = dead()
    peers.publish("m", to: "q", on: channel)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    peers.send(.basicReject(BasicReject(deliveryTag: 1, requeue: false)), on: channel)
    #expect(peers.ready("dead") == ["m"])
    let events = peers.trace.map(\.fact)
    let copy = MessageCopy(of: MessageID(number: 1))
    #expect(
      events.contains(
        .deadLettered(copy, queue: "q", .rejected, exchange: "", routingKey: "dead")))
    #expect(events.last == .enqueued(copy, queue: "dead"))
  }

  @Test("An expired message is dead-lettered when its time has come, not before")
  func expired() {
    var (peers, channel) = dead(["x-message-ttl": 1000])
    peers.publish("m", to: "q", on: channel)
    #expect(peers.broker.nextDeadline == Instant(milliseconds: 1000))
    peers.advance(by: 999)
    #expect(peers.ready("q") == ["m"])
    peers.advance(by: 1)
    #expect(peers.ready("q") == [])
    #expect(peers.ready("dead") == ["m"])
    #expect(peers.broker.nextDeadline == nil)
  }

  @Test("A message that nobody rejects does not go round in a circle") func cycle() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare(
      "a",
      arguments: [
        "x-message-ttl": 10, "x-dead-letter-exchange": "", "x-dead-letter-routing-key": "b",
      ], on: channel)
    peers.declare(
      "b",
      arguments: [
        "x-message-ttl": 10, "x-dead-letter-exchange": "", "x-dead-letter-routing-key": "a",
      ], on: channel)
    peers.publish("m", to: "a", on: channel)
    peers.advance(by: 10_000)
    #expect(peers.ready("a") + peers.ready("b") == [])
    let fact = TraceFact.cycleDropped(MessageID(number: 1), queue: "a")
    #expect(peers.trace.map(\.fact).contains(fact))
  }

  @Test("A message that is dead-lettered back is another copy of itself in its queue")
  func copies() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare(
      "q", arguments: ["x-dead-letter-exchange": "", "x-dead-letter-routing-key": "q"],
      on: channel)
    peers.publish("m", to: "q", on: channel)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    peers.send(.basicReject(BasicReject(deliveryTag: 1, requeue: false)), on: channel)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    peers.send(.basicReject(BasicReject(deliveryTag: 2, requeue: true)), on: channel)
    let first = MessageCopy(of: MessageID(number: 1), number: 0)
    let second = MessageCopy(of: MessageID(number: 1), number: 1)
    let facts = peers.trace.map(\.fact).compactMap { fact -> MessageCopy? in
      switch fact {
      case .enqueued(let copy, _), .requeued(let copy, _), .removed(let copy, _, _),
        .deadLettered(let copy, _, _, _, _):
        copy
      case .delivered(let delivery), .rejected(let delivery, _): delivery.copy
      default: nil
      }
    }
    #expect(
      facts == [first, first, first, first, first, second, second, second, second])
    #expect(peers.queue("q")?.ready.map(\.copy) == [second])
  }

  @Test("Without the dead-letter exchange the message is lost") func noExchange() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", arguments: ["x-dead-letter-exchange": "missing"], on: channel)
    peers.publish("m", to: "q", on: channel)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    peers.send(.basicReject(BasicReject(deliveryTag: 1, requeue: false)), on: channel)
    #expect(peers.queue("q")?.counts.removed.map(\.count) == [1])
  }
}
