import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Who gets the next message") struct DispatchTests {
  @Test("A message goes to the consumer, and is gone when acknowledged") func acknowledged() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", on: channel)
    peers.consume("q", tag: "c", on: channel)
    peers.publish("one", to: "q", on: channel)
    #expect(peers.heard(on: channel) == ["consume-ok c", "deliver c 1 \"one\""])
    #expect(peers.queue("q")?.unacked.count == 1)
    peers.ack(1, on: channel)
    #expect(peers.queue("q")?.unacked.count == 0)
    #expect(peers.queue("q")?.counts.acknowledged == 1)
  }

  @Test("Consumers take turns") func roundRobin() {
    var peers = Peers()
    let publisher = peers.join()
    let first = peers.join()
    let second = peers.join()
    peers.declare("q", on: publisher)
    peers.consume("q", tag: "a", on: first)
    peers.consume("q", tag: "b", on: second)
    for body in ["1", "2", "3", "4", "5"] { peers.publish(body, to: "q", on: publisher) }
    #expect(
      peers.heard(on: first) == [
        "consume-ok a", "deliver a 1 \"1\"", "deliver a 2 \"3\"", "deliver a 3 \"5\"",
      ])
    #expect(
      peers.heard(on: second) == ["consume-ok b", "deliver b 1 \"2\"", "deliver b 2 \"4\""])
  }

  @Test("With a prefetch count of 1 the busy consumer is passed over") func fairDispatch() {
    var peers = Peers()
    let publisher = peers.join()
    let first = peers.join()
    let second = peers.join()
    peers.declare("q", on: publisher)
    for channel in [first, second] { peers.prefetch(1, on: channel) }
    peers.consume("q", tag: "a", on: first)
    peers.consume("q", tag: "b", on: second)
    for body in ["1", "2", "3", "4"] { peers.publish(body, to: "q", on: publisher) }
    #expect(peers.ready("q") == ["3", "4"])
    peers.ack(1, on: second)
    peers.ack(2, on: second)
    #expect(
      peers.heard(on: second) == [
        "consume-ok b", "deliver b 1 \"2\"", "deliver b 2 \"3\"", "deliver b 3 \"4\"",
      ])
    #expect(peers.heard(on: first) == ["consume-ok a", "deliver a 1 \"1\""])
  }

  @Test("What a dead consumer had goes to another, marked as redelivered") func killed() {
    var peers = Peers()
    let publisher = peers.join()
    let first = peers.join()
    let second = peers.join()
    peers.declare("q", on: publisher)
    peers.consume("q", tag: "a", on: first)
    peers.publish("1", to: "q", on: publisher)
    peers.consume("q", tag: "b", on: second)
    peers.drop(first)
    #expect(peers.heard(on: second) == ["consume-ok b", "deliver b 1 again \"1\""])
  }
}
