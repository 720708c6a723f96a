import AMQPModel
import AMQPProtocol
import Testing
import TokkiClient

@testable import TokkiNIO

/// A client that does not read harms neither the server's memory nor other clients.
@Suite(.timeLimit(.minutes(15))) struct FloodTests {
  private static let megabyte = Content(body: Array(repeating: 7, count: 1_000_000))

  @Test func answersThatNobodyReadsAreNotPiledUp() async throws {
    let count = 60
    try await ServedBroker.run { broker in
      var client = try await RawClient.open(port: broker.port)
      try await client.fill("q", with: [Self.megabyte])
      try await client.setReading(false)
      for tag in 1...UInt64(count) {
        client.send(.basicGet(BasicGet(queue: "q")))
        client.send(.basicNack(BasicNack(deliveryTag: tag, requeue: true)))
      }
      try await until("socket that is full") { await !broker.server.areAllWritable }
      try await others(go: broker)
      #expect(broker.passages.count(of: "< basic.get-ok") < 20)
      try await client.setReading(true)
      for _ in 1...count {
        guard case .basicGetOk = try await client.method() else {
          throw Overdue(description: "a message is missing")
        }
      }
      client.vanish()
    }
  }

  @Test func aConsumerThatNeverReadsLeavesTheMessagesToOthers() async throws {
    let count = 40
    try await ServedBroker.run { broker in
      var client = try await RawClient.open(port: broker.port)
      try await client.fill("q", with: Array(repeating: Self.megabyte, count: count))
      try await client.setReading(false)
      client.send(.basicConsume(BasicConsume(queue: "q")))
      try await until("socket that is full") { await !broker.server.areAllWritable }
      try await others(go: broker)
      let given = broker.passages.count(of: "< basic.deliver")
      #expect(given < 20)
      var other = try await RawClient.open(port: broker.port)
      other.send(.basicConsume(BasicConsume(queue: "q", noAck: true)))
      _ = try await other.method()
      for _ in 1...(count - given) { _ = try await other.method() }
      client.vanish()
      for _ in 1...given { _ = try await other.method() }
      other.vanish()
    }
  }

  @Test func aPublisherThatFloodsIsBlocked() async throws {
    try await ServedBroker.run {
      $0.memoryLimit = 5_000_000
    } _: { broker in
      var client = try await RawClient.open(port: broker.port)
      try await client.fill("q", with: [])
      for _ in 1...60 {
        client.send(
          .basicPublish(BasicPublish(exchange: "", routingKey: "q")), Self.megabyte)
      }
      let reason = try await client.blockedReason()
      #expect(reason == "low on memory")
      try await others(go: broker)
      #expect(await broker.server.simulation.heldBytes < 20_000_000)
      // As with RabbitMQ, nobody hears that a blocked client is gone; it is when there is room.
      client.vanish()
      var other = try await RawClient.open(port: broker.port)
      other.send(.queueDelete(QueueDelete(queue: "q")))
      _ = try await other.method()
      other.vanish()
      try await until("end of the connections") { await broker.isIdle() }
    }
  }

  /// Somebody else is served as ever.
  private func others(go broker: ServedBroker) async throws {
    try await broker.withClient { client in
      let connection = try await AMQPConnection.open(over: client, as: "other")
      let channel = try await connection.openChannel()
      for number in 1...20 {
        _ = try await within("answer") {
          try await channel.declareQueue("other-\(number)", exclusive: true)
        }
      }
    }
  }
}

extension RawClient {
  /// Declares the queue and publishes to it.
  fileprivate mutating func fill(_ queue: String, with contents: [Content]) async throws {
    send(.queueDeclare(QueueDeclare(queue: queue)))
    send(.confirmSelect(ConfirmSelect()))
    for content in contents {
      send(.basicPublish(BasicPublish(exchange: "", routingKey: queue)), content)
    }
    _ = try await (method(), method())
    var confirmed: UInt64 = 0
    while confirmed < contents.count {
      if case .basicAck(let ack) = try await method() { confirmed = ack.deliveryTag }
    }
  }
}

extension RawClient {
  fileprivate mutating func blockedReason() async throws -> String {
    while true {
      if case .connectionBlocked(let blocked) = try await method() { return blocked.reason }
    }
  }
}

extension BrokerServer {
  /// Whether every client reads what it is sent.
  fileprivate var areAllWritable: Bool { connections.values.allSatisfy(\.channel.isWritable) }
}
