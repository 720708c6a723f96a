import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Transactions") struct TransactionTests {
  private func transacting() -> (Peers, ChannelAddress) {
    var peers = Peers()
    let channel = peers.join()
    peers.declare("q", on: channel)
    #expect(peers.ask(.txSelect(TxSelect()), on: channel) == ["tx.select-ok"])
    return (peers, channel)
  }

  @Test("Nothing is published before the commit") func commit() {
    var (peers, channel) = transacting()
    peers.publish("1", to: "q", on: channel)
    #expect(peers.ready("q") == [])
    #expect(peers.ask(.txCommit(TxCommit()), on: channel) == ["tx.commit-ok"])
    #expect(peers.ready("q") == ["1"])
  }

  @Test("A rollback forgets publishes and takes acknowledgements back") func rollback() {
    var (peers, channel) = transacting()
    peers.publish("1", to: "q", on: channel)
    peers.send(.txCommit(TxCommit()), on: channel)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    peers.ack(1, on: channel)
    peers.publish("2", to: "q", on: channel)
    #expect(peers.queue("q")?.unacked.count == 1)
    #expect(peers.ask(.txRollback(TxRollback()), on: channel) == ["tx.rollback-ok"])
    #expect(peers.ready("q") == [])
    peers.ack(1, on: channel)
    #expect(peers.ask(.txCommit(TxCommit()), on: channel) == ["tx.commit-ok"])
    #expect(peers.queue("q")?.unacked.count == 0)
    #expect(peers.queue("q")?.counts.acknowledged == 1)
  }

  @Test("What was acknowledged but not committed goes back when the connection dies")
  func uncommitted() {
    var (peers, channel) = transacting()
    let other = peers.join()
    peers.publish("1", to: "q", on: other)
    peers.send(.basicGet(BasicGet(queue: "q")), on: channel)
    peers.ack(1, on: channel)
    peers.drop(channel)
    #expect(peers.ready("q") == ["1"])
  }

  @Test("A message that a full queue refuses fails the commit") func partial() {
    var (peers, channel) = transacting()
    peers.declare(
      "full", arguments: ["x-max-length": 0, "x-overflow": "reject-publish"], on: channel)
    peers.publish("1", to: "full", on: channel)
    #expect(
      peers.ask(.txCommit(TxCommit()), on: channel) == [
        "channel.close 406 PRECONDITION_FAILED - partial tx completion"
      ])
  }

  @Test("A channel that is not transactional has nothing to commit", arguments: [true, false])
  func notTransactional(commits: Bool) {
    var peers = Peers()
    let channel = peers.join()
    let method = commits ? Method.txCommit(TxCommit()) : .txRollback(TxRollback())
    #expect(
      peers.ask(method, on: channel) == [
        "channel.close 406 PRECONDITION_FAILED - channel is not transactional"
      ])
  }
}
