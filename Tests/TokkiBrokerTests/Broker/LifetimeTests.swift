import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("How long things live") struct LifetimeTests {
  private var persistent: BasicProperties {
    var properties = BasicProperties()
    properties.deliveryMode = 2
    return properties
  }

  @Test("A restart keeps durable queues with their persistent messages") func restart() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("durable", durable: true, on: channel)
    peers.declare("transient", on: channel)
    for queue in ["durable", "transient"] {
      peers.publish("kept", to: queue, properties: persistent, on: channel)
      peers.publish("lost", to: queue, on: channel)
    }
    peers.send(.basicGet(BasicGet(queue: "durable")), on: channel)
    peers.restart()
    #expect(peers.queue("transient") == nil)
    #expect(peers.ready("durable") == ["kept"])
    #expect(peers.queue("durable")?.ready.first?.redelivered == true)
    let zero = ChannelAddress(connection: channel.connection, channel: 0)
    #expect(
      peers.heard(on: zero) == [
        "connection.close 320 CONNECTION_FORCED - broker forced connection closure with "
          + "reason 'shutdown'"
      ])
    #expect(peers.ended == [channel.connection])
    #expect(peers.broker.snapshot().connections == [])
  }

  @Test("An exclusive queue goes with its connection") func exclusive() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", exclusive: true, on: channel)
    let other = peers.join()
    #expect(
      peers.ask(.basicGet(BasicGet(queue: "q")), on: other) == [
        "channel.close 405 RESOURCE_LOCKED - cannot obtain exclusive access to locked queue 'q' "
          + "in vhost '/'. It could be originally declared on another connection or the "
          + "exclusive property value does not match that of the original declaration."
      ])
    let zero = ChannelAddress(connection: channel.connection, channel: 0)
    #expect(
      peers.ask(.connectionClose(ConnectionClose()), on: zero) == ["connection.close-ok"])
    #expect(peers.queue("q") == nil)
  }

  @Test("An auto-delete queue goes with its last consumer, not before the first")
  func autoDelete() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", autoDelete: true, on: channel)
    peers.consume("q", tag: "a", on: channel)
    peers.consume("q", tag: "b", on: channel)
    _ = peers.ask(.basicCancel(BasicCancel(consumerTag: "a")), on: channel)
    #expect(peers.queue("q") != nil)
    #expect(
      peers.ask(.basicCancel(BasicCancel(consumerTag: "b")), on: channel) == ["cancel-ok b"])
    #expect(peers.queue("q") == nil)
  }

  @Test("An unused queue goes after its x-expires time; use winds the clock up again")
  func expires() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", arguments: ["x-expires": 1000], on: channel)
    peers.advance(by: 900)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    peers.advance(by: 900)
    #expect(peers.queue("q") != nil)
    peers.consume("q", tag: "c", on: channel)
    peers.advance(by: 5000)
    #expect(peers.queue("q") != nil)
    peers.send(.basicCancel(BasicCancel(consumerTag: "c")), on: channel)
    peers.advance(by: 1000)
    #expect(peers.queue("q") == nil)
  }

  @Test("Consumers of a deleted queue are told, if their client wants to know")
  func notified() {
    var peers = Peers()
    let owner = peers.join()
    let told = peers.join()
    let untold = peers.join(properties: FieldTable())
    peers.declare("q", on: owner)
    peers.consume("q", tag: "a", on: told)
    peers.consume("q", tag: "b", on: untold)
    peers.publish("m", to: "q", on: owner)
    #expect(
      peers.ask(.queueDelete(QueueDelete(queue: "q")), on: owner) == ["queue.delete-ok 0"])
    #expect(peers.heard(on: told) == ["consume-ok a", "deliver a 1 \"m\"", "cancel a"])
    #expect(peers.heard(on: untold) == ["consume-ok b"])
    #expect(peers.ask(.basicAck(BasicAck(deliveryTag: 1)), on: told) == [])
  }

  @Test("Virtual hosts keep apart what has the same name") func virtualHosts() {
    var peers = Peers()
    let isNew = ["test", "test"].map { peers.broker.addVirtualHost($0) }
    #expect(isNew == [true, false])
    let here = peers.join()
    let there = peers.join(virtualHost: "test")
    peers.declare("q", on: here)
    peers.publish("m", to: "q", on: there)
    #expect(peers.ready("q") == [])
    #expect(peers.broker.virtualHosts == ["/", "test"])
    var step = Step()
    let isRemoved = peers.broker.removeVirtualHost("test", into: &step)
    #expect(isRemoved)
    let close = ConnectionClose(
      replyCode: 320, replyText: "CONNECTION_FORCED - vhost 'test' is deleted")
    let zero = ChannelAddress(connection: there.connection, channel: 0)
    #expect(
      step.effects == [
        .send(.connectionClose(close), to: zero), .closeConnection(there.connection),
      ])
    #expect(peers.broker.virtualHosts == ["/"])
  }
}
