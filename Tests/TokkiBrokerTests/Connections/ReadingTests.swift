import AMQPModel
import SeededRandom
import Testing

@testable import TokkiBroker

@Suite("A peer that does not read") struct ReadingTests {
  private static func heard(_ peers: inout Peers, _ channel: ChannelAddress) -> Int {
    peers.heard(on: channel).count { $0.hasPrefix("deliver") }
  }

  @Test("gets no deliveries, and what came meanwhile when it reads again")
  func waits() {
    var peers = Peers()
    let slow = peers.join(isRemote: true)
    peers.declare("q", on: slow)
    peers.consume("q", tag: "c", on: slow)
    _ = peers.heard(on: slow)
    peers.setReading(false, slow)
    for body in ["1", "2"] { peers.publish(body, to: "q", on: slow) }
    #expect(peers.heard(on: slow) == [])
    #expect(peers.ready("q") == ["1", "2"])
    peers.setReading(true, slow)
    #expect(peers.heard(on: slow) == ["deliver c 1 \"1\"", "deliver c 2 \"2\""])
  }

  @Test("is answered all the same: basic.get and confirms")
  func isAnswered() {
    var peers = Peers()
    let slow = peers.join(isRemote: true)
    peers.declare("q", on: slow)
    _ = peers.ask(.confirmSelect(ConfirmSelect()), on: slow)
    peers.setReading(false, slow)
    peers.publish("m", to: "q", on: slow)
    #expect(peers.heard(on: slow) == ["ack 1"])
    #expect(
      peers.ask(.basicGet(BasicGet(queue: "q")), on: slow) == ["get-ok 1 \"m\" 0 left"])
  }

  @Test("leaves its turn to the others, who share evenly", arguments: ["classic", "quorum"])
  func others(type: String) {
    var peers = Peers()
    let slow = peers.join(isRemote: true)
    let fast = [peers.join(isRemote: true), peers.join()]
    peers.declare("q", arguments: ["x-queue-type": .string(type)], durable: true, on: slow)
    for channel in [slow] + fast { peers.consume("q", tag: "c", on: channel) }
    for channel in [slow] + fast { _ = peers.heard(on: channel) }
    peers.setReading(false, slow)
    for number in 1...6 { peers.publish("\(number)", to: "q", on: fast[0]) }
    #expect(Self.heard(&peers, slow) == 0)
    #expect(fast.map { Self.heard(&peers, $0) } == [3, 3])
    peers.setReading(true, slow)
    for number in 7...12 { peers.publish("\(number)", to: "q", on: fast[0]) }
    #expect(([slow] + fast).map { Self.heard(&peers, $0) } == [2, 2, 2])
  }

  @Test("a channel that it opens meanwhile gets nothing either")
  func laterChannels() {
    var peers = Peers()
    let slow = peers.join(isRemote: true)
    peers.declare("q", on: slow)
    peers.publish("m", to: "q", on: slow)
    peers.setReading(false, slow)
    let later = peers.open(2, beside: slow)
    peers.consume("q", tag: "c", on: later)
    #expect(peers.heard(on: later) == ["consume-ok c"])
    peers.setReading(true, slow)
    #expect(peers.heard(on: later) == ["deliver c 1 \"m\""])
  }
}

@Suite("The delivery window of a remote connection") struct DeliveryWindowTests {
  private static let limit = DeliveryWindow.messageLimit

  @Test("is so many messages; then the owner has to say that they have gone out")
  func messages() {
    var peers = Peers(isTracing: false)
    let reader = peers.join(isRemote: true)
    peers.declare("q", on: reader)
    for _ in 0..<(2 * Self.limit + 5) { peers.publish("m", to: "q", on: reader) }
    peers.consume("q", tag: "c", noAck: true, on: reader)
    let awaiting = [Effect.awaitReading(reader.connection)]
    #expect(peers.heard(on: reader).count == Self.limit + 1)
    #expect(peers.takeOwed() == awaiting)
    peers.setReading(true, reader)
    #expect(peers.heard(on: reader).count == Self.limit)
    #expect(peers.takeOwed() == awaiting)
    peers.setReading(true, reader)
    #expect(peers.heard(on: reader).count == 5)
    #expect(peers.takeOwed() == [])
  }

  @Test("is so many bytes, of a message more at most")
  func bytes() {
    var peers = Peers(isTracing: false)
    let reader = peers.join(isRemote: true)
    peers.declare("q", on: reader)
    let body = String(repeating: "x", count: DeliveryWindow.byteLimit / 2)
    for _ in 0..<5 { peers.publish(body, to: "q", on: reader) }
    peers.consume("q", tag: "c", noAck: true, on: reader)
    #expect(peers.heard(on: reader).count == 3)
  }

  @Test("lets no queue starve the others of its connection")
  func fairness() {
    var peers = Peers(isTracing: false)
    let reader = peers.join(isRemote: true)
    for queue in ["a", "b"] {
      peers.declare(queue, on: reader)
      for _ in 0..<(4 * Self.limit) { peers.publish(queue, to: queue, on: reader) }
    }
    for queue in ["a", "b"] { peers.consume(queue, tag: queue, noAck: true, on: reader) }
    for _ in 0..<3 { peers.setReading(true, reader) }
    let bodies = Set(peers.heard(on: reader).map { $0.suffix(3) })
    #expect(bodies.contains("\"a\"") && bodies.contains("\"b\""))
  }

  @Test("a client in the same process has none")
  func ownClients() {
    var peers = Peers(isTracing: false)
    let own = peers.join()
    peers.declare("q", on: own)
    for _ in 0..<(2 * Self.limit) { peers.publish("m", to: "q", on: own) }
    peers.consume("q", tag: "c", noAck: true, on: own)
    #expect(peers.heard(on: own).count == 2 * Self.limit + 1)
    #expect(peers.takeOwed() == [])
  }
}

@Suite("Peers that read now and then") struct RandomReadingTests {
  @Test("get nothing while they do not, and everything in the end", arguments: UInt64(1)...60)
  func losesNothing(seed: UInt64) {
    var session = ReadingSession(seed: seed)
    for _ in 0..<300 {
      session.go()
      #expect(session.fault == nil, "seed \(seed)")
    }
    session.finish()
    #expect(session.published > 0)
    #expect(session.acknowledged == session.published, "seed \(seed)")
    #expect(session.broker.heldByteCount == 0, "seed \(seed)")
  }
}
