import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Consumer priority and exclusive consumers") struct ConsumerPriorityTests {
  private func consume(_ tag: String, priority: FieldValue) -> Method {
    .basicConsume(
      BasicConsume(queue: "q", consumerTag: tag, arguments: ["x-priority": priority]))
  }

  @Test("The higher priority gets everything; the lower what the higher has no room for")
  func higherFirst() {
    var peers = Peers()
    let publisher = peers.join()
    let low = peers.join()
    let high = peers.join()
    peers.declare("q", on: publisher)
    peers.send(consume("low", priority: -1), on: low)
    peers.prefetch(2, on: high)
    peers.send(consume("high", priority: 5), on: high)
    for body in ["1", "2", "3"] { peers.publish(body, to: "q", on: publisher) }
    #expect(
      peers.heard(on: high).filter { $0.hasPrefix("deliver") } == [
        "deliver high 1 \"1\"", "deliver high 2 \"2\"",
      ])
    #expect(peers.heard(on: low) == ["consume-ok low", "deliver low 1 \"3\""])
    peers.ack(1, on: high)
    peers.publish("4", to: "q", on: publisher)
    #expect(peers.heard(on: high) == ["deliver high 3 \"4\""])
  }

  @Test("An exclusive consumer lets no other in, and comes in where no other is")
  func exclusive() {
    var peers = Peers()
    let first = peers.join()
    let second = peers.join()
    peers.declare("q", on: first)
    let alone = Method.basicConsume(
      BasicConsume(queue: "q", consumerTag: "alone", exclusive: true))
    #expect(peers.ask(alone, on: first) == ["consume-ok alone"])
    let text = "ACCESS_REFUSED - queue 'q' in vhost '/' in exclusive use"
    #expect(
      peers.ask(.basicConsume(BasicConsume(queue: "q")), on: second) == [
        "channel.close 403 \(text)"
      ])
    let third = peers.join()
    #expect(peers.ask(alone, on: third) == ["channel.close 403 \(text)"])
    peers.drop(first)
    let fourth = peers.join()
    #expect(peers.ask(alone, on: fourth) == ["consume-ok alone"])
  }

  @Test("An auto-delete queue goes when the channel of its last consumer closes")
  func autoDelete() {
    var peers = Peers()
    let channel = peers.join()
    let other = peers.open(2, beside: channel)
    peers.declare("q", autoDelete: true, on: channel)
    peers.consume("q", tag: "a", on: other)
    peers.send(.channelClose(ChannelClose(replyCode: 200)), on: other)
    #expect(peers.queue("q") == nil)
  }
}
