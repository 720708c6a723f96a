import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Prefetch") struct PrefetchTests {
  @Test("A prefetch count is for the consumers that start after it") func laterConsumers() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", on: channel)
    peers.prefetch(1, on: channel)
    peers.consume("q", tag: "one", on: channel)
    peers.prefetch(2, on: channel)
    let counts = peers.queue("q")?.consumers.map(\.prefetchCount)
    #expect(counts == [1])
    peers.consume("q", tag: "two", on: channel)
    #expect(peers.queue("q")?.consumers.map(\.prefetchCount).sorted() == [1, 2])
  }

  @Test("A global prefetch count is shared by the channel's consumers") func global() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", on: channel)
    peers.prefetch(3, global: true, on: channel)
    for tag in ["a", "b"] { peers.consume("q", tag: tag, on: channel) }
    for body in ["1", "2", "3", "4", "5"] { peers.publish(body, to: "q", on: channel) }
    #expect(peers.ready("q") == ["4", "5"])
    _ = peers.heard(on: channel)
    peers.ack(2, multiple: true, on: channel)
    #expect(peers.heard(on: channel).count == 2)
    #expect(peers.ready("q") == [])
  }

  @Test("Raising the global limit lets waiting messages go") func raised() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", on: channel)
    peers.prefetch(1, global: true, on: channel)
    peers.consume("q", tag: "c", on: channel)
    for body in ["1", "2", "3"] { peers.publish(body, to: "q", on: channel) }
    #expect(peers.ready("q") == ["2", "3"])
    peers.prefetch(2, global: true, on: channel)
    #expect(peers.ready("q") == ["3"])
    peers.prefetch(0, global: true, on: channel)
    #expect(peers.ready("q") == [])
  }

  @Test("A consumer that need not acknowledge has no prefetch limit") func noAck() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", on: channel)
    peers.prefetch(1, on: channel)
    peers.consume("q", tag: "c", noAck: true, on: channel)
    for body in ["1", "2", "3"] { peers.publish(body, to: "q", on: channel) }
    #expect(peers.ready("q") == [])
    #expect(peers.queue("q")?.counts.acknowledged == 3)
  }

  @Test("Quorum queues refuse a channel with a global prefetch count") func quorum() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", arguments: ["x-queue-type": "quorum"], durable: true, on: channel)
    peers.prefetch(1, global: true, on: channel)
    peers.consume("q", tag: "c", on: channel)
    let zero = ChannelAddress(connection: channel.connection, channel: 0)
    #expect(
      peers.heard(on: zero) == [
        "connection.close 540 NOT_IMPLEMENTED - queue 'q' in vhost '/' does not support "
          + "global qos"
      ])
  }
}
