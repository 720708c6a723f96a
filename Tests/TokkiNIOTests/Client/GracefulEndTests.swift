import AMQPModel
import Testing
import TokkiClient

@testable import TokkiNIO

/// A client ends without losing work.
@Suite(.timeLimit(.minutes(15))) struct GracefulEndTests {
  @Test func theDeliveryInHandIsFinishedAndAckedBeforeTheCloses() async throws {
    try await ServedBroker.run { broker in
      var configuration = NetworkConfiguration(broker.uri).patient
      configuration.isStepped = true
      let client = NetworkClient(configuration)
      let declare = QueueDeclare(queue: "q")
      _ = try await client.request(
        .queueDeclare(declare), content: nil, by: "w", channel: 1, plan: nil)
      for text in ["1", "2"] {
        let publish = BasicPublish(exchange: "", routingKey: "q")
        _ = try await client.request(
          .basicPublish(publish), content: Content(text: text), by: "w", channel: 1, plan: nil)
      }
      let notices = await client.notices(of: "w")
      _ = try await client.request(
        .basicConsume(BasicConsume(queue: "q")), content: nil, by: "w", channel: 1,
        plan: WorkPlan(duration: .fixed(200)))
      try await within("work") {
        for await notice in notices { if case .workStarted = notice.fact { return } }
      }
      let ending = Task { await client.shutdown() }
      try await until("end of the deliveries") {
        broker.passages.count(of: "< basic.cancel-ok") == 1
      }
      _ = await client.advance(to: 200)
      _ = try await within("end") { await ending.value }
      try await until("end of the connection") { await broker.isIdle() }
      let end = broker.passages.lines.drop { $0 != "> basic.cancel" }
      #expect(
        Array(end) == [
          "> basic.cancel", "> basic.nack", "< basic.cancel-ok", "> basic.ack",
          "> channel.close", "< channel.close-ok", "> connection.close", "< connection.close-ok",
        ])
      let queue = await broker.server.simulation.snapshot().virtualHosts.first?.queues.first
      #expect(queue?.ready.count == 1)
      #expect(queue?.unacked.isEmpty == true)
    }
  }

  @Test func confirmsAreAwaited() async throws {
    try await ServedBroker.run { broker in
      let client = NetworkClient(NetworkConfiguration(broker.uri).patient)
      let connection = try await AMQPConnection.open(over: client, as: "p")
      let channel = try await connection.openChannel()
      try await channel.declareQueue("q")
      try await channel.confirmPublishes()
      let notices = await client.notices(of: "p")
      for _ in 1...100 { try await channel.publish(Content(text: "a"), routingKey: "q") }
      try await within("end") { _ = await client.shutdown() }
      var unconfirmed: Set<UInt64> = []
      for await notice in notices {
        if let number = notice.publishNumber { unconfirmed.insert(number) }
        switch notice.fact {
        case .confirmed(let tag, let multiple, _):
          unconfirmed = unconfirmed.filter { multiple ? $0 > tag : $0 != tag }
        case .sent(.channelClose, _): #expect(unconfirmed == [])
        case .unconfirmedLost(let lost): Issue.record("lost \(lost.count)")
        default: continue
        }
      }
      let queue = await broker.server.simulation.snapshot().virtualHosts.first?.queues.first
      #expect(queue?.ready.count == 100)
    }
  }

  @Test func aServerThatShutsDownClosesInGoodOrder() async throws {
    let broker = try await ServedBroker.start()
    try await broker.withClient { client in
      let connection = try await AMQPConnection.open(over: client, as: "c")
      let closings = connection.closings()
      await broker.server.shutDown(withinMilliseconds: 60_000)
      let end = try await within("end") {
        for await failure in closings { return failure }
        return .closed
      }
      guard case .connectionClosed(let reason) = end else { throw end }
      #expect(reason.code == 320)
      #expect(
        reason.text
          == "CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'")
      #expect(broker.passages.lines.suffix(2) == ["< connection.close", "> connection.close-ok"])
    }
  }
}
