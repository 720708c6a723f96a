import AMQPModel
import Testing
import TokkiClient

@testable import TokkiNIO

@Suite(.timeLimit(.minutes(15))) struct ManyConnectionsTests {
  /// All are open at the same time, and each does what a small program does; forty share a queue.
  @Test func aThousandConnectionsAreServedAndClosed() async throws {
    let count = 1000
    try await ServedBroker.run { broker in
      let configuration = NetworkConfiguration(broker.uri).patient
      let client = NetworkClient(configuration)
      try await each(count) { name, _ in
        _ = try await client.connect(name, as: ClientIdentity())
      }
      #expect(await broker.server.knownCount == count)
      try await each(count) { name, number in
        let shared = "q\(number % 25)"
        let queue = QueueDeclare(queue: shared)
        let publish = BasicPublish(exchange: "", routingKey: shared)
        let consume = BasicConsume(queue: shared)
        for (method, plan) in [
          (.queueDeclare(queue), nil), (.basicPublish(publish), nil),
          (.basicConsume(consume), WorkPlan()),
        ] as [(Method, WorkPlan?)] {
          _ = try await client.request(
            method, content: method.carriesContent ? Content(text: "a") : nil, by: name,
            channel: 1, plan: plan)
        }
      }
      try await until("acknowledgements") {
        broker.passages.count(of: "> basic.ack") == count
      }
      try await within("end of the clients") { _ = await client.shutdown() }
      try await until("end of the connections") { await broker.isIdle() }
    }
  }

  private func each(
    _ count: Int, _ body: @escaping @Sendable (ClientName, Int) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...count {
        group.addTask { try await body(ClientName("c\(number)"), number) }
      }
      try await group.waitForAll()
    }
  }
}
