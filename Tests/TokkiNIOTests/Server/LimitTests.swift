import AMQPModel
import AMQPProtocol
import Testing

@testable import TokkiNIO

/// What a client may not do costs little, and is answered as RabbitMQ answers it.
@Suite(.timeLimit(.minutes(15))) struct LimitTests {
  @Test func aFrameOfFourGiB() async throws {
    try await ServedBroker.run { broker in
      var client = try await RawClient.open(port: broker.port)
      client.say([1, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0, 10])
      let close = try #require(await client.close())
      #expect(close.replyCode == 501)
      #expect(
        close.replyText
          == "FRAME_ERROR - type 1, all octets = <<>>: {frame_too_large,4294967295,131064}")
      client.vanish()
      try await until("end of the connection") { await broker.isIdle() }
    }
  }

  @Test func moreChannelsThanNegotiated() async throws {
    try await ServedBroker.run { broker in
      var client = try await RawClient.open(port: broker.port, channels: 0)
      for number in 1...UInt16.max {
        client.send(.channelOpen(ChannelOpen()), channel: number)
      }
      let close = try #require(await client.close())
      #expect(close.replyCode == 530)
      #expect(
        close.replyText
          == "NOT_ALLOWED - number of channels opened (2047) has reached the negotiated "
          + "channel_max (2047)")
      client.vanish()
      try await until("end of the connection") { await broker.isIdle() }
    }
  }

  /// Before it says anything, and after the first word.
  @Test(arguments: [[], Array("AMQP".utf8) + [0, 0, 9, 1]])
  func aClientThatSaysNothingIsHungUpOn(words: [UInt8]) async throws {
    try await ServedBroker.run {
      $0.handshakeTimeout = 200
    } _: { broker in
      let took = try await duration {
        var client = try await RawClient(port: broker.port)
        client.say(words)
        while await client.bytes() != nil {}
      }
      #expect((200...30_000).contains(took))
      try await until("end of the connection") { await broker.isIdle() }
    }
  }

  @Test func noMoreConnectionsThanAllowed() async throws {
    try await ServedBroker.run {
      $0.connectionMax = 2
    } _: { broker in
      let first = try await RawClient.open(port: broker.port)
      let second = try await RawClient.open(port: broker.port)
      var third = try await RawClient(port: broker.port)
      #expect(await third.bytes() == nil)
      first.vanish()
      try await until("room") { await broker.server.openCount == 1 }
      let fourth = try await RawClient.open(port: broker.port)
      for client in [second, fourth] { client.vanish() }
    }
  }

  @Test func messagesThatAreNeverWholeTakeNoMoreThanMessagesMay() async throws {
    try await ServedBroker.run {
      $0.memoryLimit = 4_000_000
    } _: { broker in
      var other = try await RawClient.open(port: broker.port)
      other.send(.queueDeclare(QueueDeclare(queue: "q")))
      _ = try await other.method()
      let small = frames(announcing: 2, sending: 1, on: 1)
      other.say(small)
      var greedy = try await RawClient.open(port: broker.port, channels: 40)
      for number in 1...40 as ClosedRange<UInt16> {
        greedy.say(frames(announcing: 16_777_216, sending: 131_064, on: number))
      }
      let close = try #require(await greedy.close())
      #expect(close.replyCode == 506)
      #expect(
        close.replyText.hasPrefix("RESOURCE_ERROR - unfinished messages of all clients take 4"))
      #expect(close.replyText.hasSuffix(" bytes, more than 4000000"))
      try await until("memory that is free again") { await broker.server.heldBytes < 200_000 }
      var writer = WireWriter()
      for octet in [3, 0, 1, 0, 0, 0, 1, 0x62, 0xCE] as [UInt8] { writer.octet(octet) }
      other.say(writer.bytes)
      other.send(.basicGet(BasicGet(queue: "q", noAck: true)))
      guard case .method(.basicGetOk, let content, _)? = await other.next() else {
        throw Overdue(description: "the small message is not there")
      }
      #expect(content?.body == [0x61, 0x62])
      for client in [other, greedy] { client.vanish() }
      try await until("end of the connections") { await broker.isIdle() }
    }
  }

  /// A publish to `q` of which only so much comes, all `a`.
  private func frames(announcing size: UInt64, sending count: Int, on channel: UInt16) -> [UInt8] {
    var writer = WireWriter()
    let content = Content(body: Array(repeating: 0x61, count: count))
    writer.frames(
      of: .basicPublish(BasicPublish(exchange: "", routingKey: "q")), content, channel: channel,
      frameMax: 0)
    var bytes = writer.bytes
    // The size stands before the property flags, in front of the body's frame.
    let end = bytes.count - count - Frame.overhead - 1 - 2
    for place in 0..<8 {
      bytes[end - 1 - place] = UInt8(truncatingIfNeeded: size >> UInt64(8 * place))
    }
    return bytes
  }
}
