import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Dead-lettering without end") struct DeadLetterStormTests {
  /// Two queues without a TTL to wait for hand what was once rejected to and fro for ever: in 3.10
  /// the rejection stays where the cycle rule finds it.
  private func storm() -> Peers {
    var peers = Peers(profile: .rabbitMQ310, isTracing: false)
    let channel = peers.join()
    for (name, next) in [("a", "b"), ("b", "a")] {
      peers.declare(
        name,
        arguments: [
          "x-message-ttl": 0, "x-dead-letter-exchange": "",
          "x-dead-letter-routing-key": .string(next),
        ], on: channel)
    }
    peers.declare(
      "r", arguments: ["x-dead-letter-exchange": "", "x-dead-letter-routing-key": "a"],
      on: channel)
    peers.publish("round", to: "r", on: channel)
    peers.send(.basicGet(BasicGet(queue: "r")), on: channel)
    peers.send(.basicReject(BasicReject(deliveryTag: 1, requeue: false)), on: channel)
    return peers
  }

  @Test("One moment ends, and the rest waits for the next millisecond") func momentEnds() {
    var peers = storm()
    #expect(peers.broker.nextDeadline == peers.broker.now.advanced(by: 1))
    peers.advance(by: 3)
    #expect(peers.broker.now == Instant(milliseconds: 3))
    #expect(peers.broker.nextDeadline == Instant(milliseconds: 4))
  }

  @Test("At the end of time nothing is left to wait for") func endOfTime() {
    var peers = storm()
    peers.broker.now = Instant(milliseconds: .max - 1)
    peers.advance(by: 10)
    #expect(peers.broker.now == Instant(milliseconds: .max))
    #expect(peers.broker.nextDeadline == nil)
  }

  @Test("It ends when the queues are deleted") func ends() {
    var peers = storm()
    let channel = peers.join()
    peers.send(.queueDelete(QueueDelete(queue: "a")), on: channel)
    peers.advance(by: 1)
    #expect(peers.broker.nextDeadline == nil)
  }

  @Test("A message that goes from every queue to every queue is no trap", .timeLimit(.minutes(15)))
  func everyQueueToEveryQueue() {
    var peers = Peers(isTracing: false)
    let channel = peers.join()
    for number in 1...12 {
      let name = "q\(number)"
      peers.declare(
        name, arguments: ["x-message-ttl": 0, "x-dead-letter-exchange": "amq.fanout"], on: channel)
      peers.send(.queueBind(QueueBind(queue: name, exchange: "amq.fanout")), on: channel)
    }
    peers.publish("many", exchange: "amq.fanout", on: channel)
    #expect(peers.broker.nextDeadline == peers.broker.now.advanced(by: 1))
  }
}
