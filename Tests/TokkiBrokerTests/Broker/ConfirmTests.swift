import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Publisher confirms") struct ConfirmTests {
  private func confirming() -> (Peers, ChannelAddress) {
    var peers = Peers()
    let channel = peers.join()
    #expect(
      peers.ask(.confirmSelect(ConfirmSelect()), on: channel) == ["confirm.select-ok"])
    return (peers, channel)
  }

  @Test("Publishes are confirmed one by one, in order, even if no queue took them")
  func inOrder() {
    var (peers, channel) = confirming()
    peers.declare("q", on: channel)
    peers.publish("1", to: "q", on: channel)
    peers.publish("2", to: "nowhere", on: channel)
    peers.publish("3", to: "q", on: channel)
    #expect(peers.heard(on: channel) == ["ack 1", "ack 2", "ack 3"])
  }

  @Test("A mandatory message comes back before its confirm") func returned() {
    var (peers, channel) = confirming()
    peers.publish("lost", exchange: "amq.direct", key: "k", mandatory: true, on: channel)
    #expect(peers.heard(on: channel) == ["return 312 NO_ROUTE \"lost\"", "ack 1"])
  }

  @Test("A full queue with reject-publish answers with a nack") func refused() {
    var (peers, channel) = confirming()
    peers.declare(
      "q", arguments: ["x-max-length": 1, "x-overflow": "reject-publish"], on: channel)
    peers.publish("1", to: "q", on: channel)
    peers.publish("2", to: "q", on: channel)
    #expect(peers.heard(on: channel) == ["ack 1", "nack 2"])
    #expect(peers.ready("q") == ["1"])
  }

  @Test("Without confirm.select nothing is said") func silent() {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", on: channel)
    peers.publish("1", to: "q", on: channel)
    #expect(peers.heard(on: channel) == [])
  }

  @Test("A channel confirms or has transactions, not both") func exclusive() {
    var (peers, channel) = confirming()
    #expect(
      peers.ask(.txSelect(TxSelect()), on: channel) == [
        "channel.close 406 PRECONDITION_FAILED - cannot switch from confirm to tx mode"
      ])
  }
}
