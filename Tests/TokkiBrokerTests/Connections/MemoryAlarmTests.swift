import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("While memory is short") struct MemoryAlarmTests {
  private static let knowing: FieldTable = ["capabilities": .table(["connection.blocked": true])]

  private func zero(_ channel: ChannelAddress) -> ChannelAddress {
    ChannelAddress(connection: channel.connection, channel: 0)
  }

  @Test("a remote publisher is told, is not read from, and goes on when there is memory again")
  func blocksPublishers() {
    var peers = Peers()
    let publisher = peers.join(properties: Self.knowing, isRemote: true)
    peers.declare("q", on: publisher)
    peers.setMemoryAlarm(true)
    #expect(peers.heard(on: zero(publisher)) == [])
    peers.publish("1", to: "q", on: publisher)
    peers.publish("2", to: "q", on: publisher)
    #expect(peers.heard(on: zero(publisher)) == ["connection.blocked"])
    #expect(peers.takeOwed() == [.pausePublishing(publisher.connection)])
    #expect(peers.ready("q") == [])
    peers.setMemoryAlarm(false)
    #expect(peers.heard(on: zero(publisher)) == ["connection.unblocked"])
    #expect(peers.takeOwed() == [.resumePublishing(publisher.connection)])
    #expect(peers.ready("q") == ["1", "2"])
  }

  @Test("a client in the same process publishes on: its owner knows what it does")
  func ownClients() {
    var peers = Peers()
    let own = peers.join(properties: Self.knowing)
    peers.declare("q", on: own)
    peers.setMemoryAlarm(true)
    peers.publish("1", to: "q", on: own)
    #expect(peers.ready("q") == ["1"])
    #expect(peers.takeOwed() == [])
  }

  @Test("a blocked publisher's connection that is dropped is forgotten with what it sent")
  func drops() {
    var peers = Peers()
    let (publisher, other) = (peers.join(isRemote: true), peers.join())
    peers.declare("q", on: other)
    peers.setMemoryAlarm(true)
    peers.publish("1", to: "q", on: publisher)
    peers.drop(publisher)
    _ = peers.takeOwed()
    peers.setMemoryAlarm(false)
    #expect(peers.takeOwed() == [])
    #expect(peers.ready("q") == [])
  }
}

@Suite("What messages take in memory") struct HeldBytesTests {
  @Test("counts in every queue, until acknowledged, expired, purged or deleted")
  func counts() {
    var peers = Peers()
    let client = peers.join()
    for queue in ["a", "b"] {
      peers.declare(queue, on: client)
      peers.send(
        .queueBind(QueueBind(queue: queue, exchange: "amq.fanout")), on: client)
    }
    #expect(peers.broker.heldByteCount == 0)
    let body = String(repeating: "x", count: 10_000)
    peers.publish(body, exchange: "amq.fanout", on: client)
    let both = peers.broker.heldByteCount
    #expect(both > 20_000 && both < 24_000)
    peers.send(.basicGet(BasicGet(queue: "a")), on: client)
    #expect(peers.broker.heldByteCount == both)
    peers.ack(1, on: client)
    #expect(peers.broker.heldByteCount == both / 2)
    peers.send(.queuePurge(QueuePurge(queue: "b")), on: client)
    #expect(peers.broker.heldByteCount == 0)
    peers.publish(body, exchange: "amq.fanout", on: client)
    for queue in ["a", "b"] { peers.send(.queueDelete(QueueDelete(queue: queue)), on: client) }
    #expect(peers.broker.heldByteCount == 0)
  }

  @Test("counts headers, of any depth")
  func headers() {
    var peers = Peers()
    let client = peers.join()
    peers.declare("q", on: client)
    var properties = BasicProperties()
    properties.headers = [
      "deep": .array([.table(["x": .longString(Array(repeating: 0, count: 5000))])])
    ]
    peers.publish("", to: "q", properties: properties, on: client)
    #expect(peers.broker.heldByteCount > 5000)
  }

  @Test("counts what waits in a transaction", arguments: [true, false])
  func transactions(isCommitted: Bool) {
    var peers = Peers()
    let client = peers.join()
    peers.declare("q", on: client)
    peers.send(.txSelect(TxSelect()), on: client)
    peers.publish(String(repeating: "x", count: 5000), to: "q", on: client)
    let held = peers.broker.heldByteCount
    #expect(held > 5000)
    peers.send(isCommitted ? .txCommit(TxCommit()) : .txRollback(TxRollback()), on: client)
    #expect(peers.broker.heldByteCount == (isCommitted ? held : 0))
    peers.publish("more", to: "q", on: client)
    peers.drop(client)
    #expect(peers.broker.heldByteCount == (isCommitted ? held : 0))
  }
}
