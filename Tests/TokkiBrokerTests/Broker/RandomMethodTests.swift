import AMQPModel
import SeededRandom
import Testing

@testable import TokkiBroker

/// Fills in arguments that a hostile client might send.
struct HostileArguments: ArgumentVisitor {
  typealias Failure = Never

  var random: SeededGenerator

  private static let names = [
    "", "q", "r", "s", "amq.direct", "amq.", "amq.rabbitmq.reply-to", "\r\n", "한", "한",
    "a.b.#", "#", "topic", "fanout", "headers", "direct", String(repeating: "k", count: 255),
  ]

  private static let argumentNames = [
    "x-message-ttl", "x-expires", "x-max-length", "x-max-length-bytes", "x-max-priority",
    "x-overflow", "x-queue-type", "x-dead-letter-exchange", "x-dead-letter-routing-key",
    "x-single-active-consumer", "x-delivery-limit", "x-priority", "alternate-exchange",
    "x-match", "", "CC", "BCC", "h",
  ]

  mutating func number<Integer: FixedWidthInteger>() -> Integer {
    [.min, .max, 0, 1, 2, 3, 255].map { Integer(truncatingIfNeeded: $0 as Int) }
      .randomElement(using: &random) ?? 0
  }

  mutating func name() -> String { random.pick(Self.names) ?? "" }

  mutating func value() -> FieldValue {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .boolean(.random(using: &random))
    case 1: .int64(random.pick([.min, .max, -1, 0, 1, 315_360_000_001]) ?? 0)
    case 2, 3: .int32(random.pick([-1, 0, 1, 2, 50, .max]) ?? 0)
    case 4: .uint8(number())
    case 5: .double(.infinity)
    case 6: .longString([0xFF, 0x80])
    case 7: .array([.string("q"), .void])
    case 8: .table(["h": .void])
    case 9: .string(random.pick(["quorum", "classic", "stream", "reject-publish"]) ?? "")
    case 10: .void
    case _: .string(name())
    }
  }

  mutating func octet(_ name: String, _ value: inout UInt8) { value = number() }
  mutating func short(_ name: String, _ value: inout UInt16) { value = number() }
  mutating func long(_ name: String, _ value: inout UInt32) { value = number() }
  mutating func longLong(_ name: String, _ value: inout UInt64) { value = number() }
  mutating func shortString(_ name: String, _ value: inout String) { value = self.name() }
  mutating func longString(_ name: String, _ value: inout [UInt8]) { value = [0xFF] }
  mutating func bit(_ name: String, _ value: inout Bool) { value = random.chance(1, in: 3) }
  mutating func reservedShort(_ name: String) {}

  mutating func table(_ name: String, _ value: inout FieldTable) {
    value = FieldTable()
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      value[random.pick(Self.argumentNames) ?? ""] = self.value()
    }
  }

  mutating func properties() -> BasicProperties {
    var properties = BasicProperties()
    let expirations: [String?] = [nil, nil, "0", "1", "-1", "x", "99999999999999999999"]
    let replyTos: [String?] = [nil, nil, "amq.rabbitmq.reply-to", "q"]
    let octets: [UInt8?] = [nil, 0, 1, 2, 255]
    properties.expiration = expirations.randomElement(using: &random) ?? nil
    properties.priority = octets.randomElement(using: &random) ?? nil
    properties.deliveryMode = octets.randomElement(using: &random) ?? nil
    properties.replyTo = replyTos.randomElement(using: &random) ?? nil
    var headers = FieldTable()
    table("headers", &headers)
    if random.chance(1, in: 2) { properties.headers = headers }
    return properties
  }
}

@Suite("Hostile clients") struct RandomMethodTests {
  @Test("No method with no arguments makes the broker fail", arguments: UInt64(1)...40)
  func neverTraps(seed: UInt64) {
    var hostile = HostileArguments(random: SeededGenerator(seed: seed))
    for profile in Profile.all {
      var peers = Peers(profile: profile, seed: seed)
      var channels = (0..<3).map { _ in peers.join() }
      for _ in 0..<1500 {
        var method = hostile.random.pick(Method.all) ?? .channelOpen(ChannelOpen())
        method.visit(&hostile)
        let index = Int.random(in: 0..<channels.count, using: &hostile.random)
        var address = channels[index]
        if hostile.random.chance(1, in: 20) { address.channel = hostile.number() }
        peers.send(method, Content(properties: hostile.properties(), text: "m"), on: address)
        if hostile.random.chance(1, in: 30) { peers.advance(by: hostile.number()) }
        let close = Method.channelCloseOk(ChannelCloseOk())
        for method in [close, .channelOpen(ChannelOpen())] {
          if hostile.random.chance(1, in: 2) { peers.send(method, on: channels[index]) }
        }
        if hostile.random.chance(1, in: 3) { channels[index] = peers.join() }
      }
      for queue in peers.broker.snapshot().virtualHosts.flatMap(\.queues) {
        let removed = queue.counts.removed.reduce(0) { $0 + $1.count }
        #expect(
          queue.counts.enqueued == queue.ready.count + queue.unacked.count
            + queue.counts.acknowledged + removed, "seed \(seed), profile \(profile.name)")
      }
    }
  }
}
