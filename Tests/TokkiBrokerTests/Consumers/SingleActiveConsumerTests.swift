import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Single active consumer") struct SingleActiveConsumerTests {
  static let kinds = ["classic", "quorum"]

  private func active(_ peers: Peers) -> [String] {
    (peers.queue("q")?.consumers ?? []).filter(\.isActive).map(\.tag)
  }

  private func declared(_ kind: String, _ profile: Profile) -> (Peers, ChannelAddress) {
    var peers = Peers(profile: profile)
    let channel = peers.join()
    peers.declare(
      "q", arguments: ["x-queue-type": .string(kind), "x-single-active-consumer": true],
      durable: true, on: channel)
    return (peers, channel)
  }

  @Test("One consumer gets everything; the next takes over when it goes", arguments: kinds)
  func takesOver(kind: String) {
    var (peers, publisher) = declared(kind, .rabbitMQ40)
    let first = peers.join()
    let second = peers.join()
    peers.consume("q", tag: "a", on: first)
    peers.consume("q", tag: "b", on: second)
    for body in ["1", "2"] { peers.publish(body, to: "q", on: publisher) }
    #expect(active(peers) == ["a"])
    #expect(peers.heard(on: second) == ["consume-ok b"])
    peers.drop(first)
    #expect(active(peers) == ["b"])
    let count = peers.heard(on: second).count
    #expect(count == 2)
  }

  @Test("A higher priority takes over in a quorum queue, once the active one has settled")
  func priority() {
    var (peers, publisher) = declared("quorum", .rabbitMQ40)
    peers.consume("q", tag: "low", on: publisher)
    peers.publish("1", to: "q", on: publisher)
    let other = peers.join()
    peers.consume("q", tag: "high", arguments: ["x-priority": 1], on: other)
    #expect(active(peers) == ["low"])
    peers.publish("2", to: "q", on: publisher)
    #expect(peers.ready("q") == ["2"])
    peers.ack(1, on: publisher)
    #expect(active(peers) == ["high"])
    #expect(peers.heard(on: other) == ["consume-ok high", "deliver high 1 \"2\""])
  }

  @Test(
    "A higher priority waits in classic queues, and in quorum queues before 4.0",
    arguments: [("classic", Profile.rabbitMQ40), ("quorum", .rabbitMQ310)])
  func noPriority(kind: String, profile: Profile) {
    var (peers, channel) = declared(kind, profile)
    peers.consume("q", tag: "low", on: channel)
    peers.consume("q", tag: "high", arguments: ["x-priority": 1], on: channel)
    #expect(active(peers) == ["low"])
  }
}
