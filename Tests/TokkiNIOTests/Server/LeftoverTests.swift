import AMQPModel
import AMQPProtocol
import Testing
import TokkiBroker

@testable import TokkiNIO

/// A client that vanishes leaves nothing behind, wherever it was.
@Suite(.timeLimit(.minutes(15))) struct LeftoverTests {
  struct Phase: Sendable, CustomStringConvertible {
    var description: String
    var reach: @Sendable (inout RawClient) async throws -> Void

    init(
      _ description: String, _ reach: @escaping @Sendable (inout RawClient) async throws -> Void
    ) {
      self.description = description
      self.reach = reach
    }
  }

  static let phases = [
    Phase("connected") { _ in },
    Phase("half a protocol header") { $0.say(Array("AMQ".utf8)) },
    Phase("the protocol header") { client in
      client.flush()
      _ = await client.bytes()
    },
    Phase("authenticated") { client in
      client.flush()
      _ = await client.next()
    },
    Phase("open") { try await $0.open() },
    Phase("open, with half a frame") { client in
      try await client.open()
      client.say([1, 0, 1, 0, 0, 1, 0, 0])
    },
    Phase("with half a message") { client in
      try await client.open()
      client.send(.channelOpen(ChannelOpen()))
      var writer = WireWriter()
      writer.frames(
        of: .basicPublish(BasicPublish(exchange: "", routingKey: "q")),
        Content(body: Array(repeating: 0, count: 10_000)), channel: 1, frameMax: 4096)
      client.say(Array(writer.bytes.prefix(9000)))
    },
    Phase("consuming and publishing") { client in
      try await client.open()
      client.send(.channelOpen(ChannelOpen()))
      client.send(.queueDeclare(QueueDeclare(queue: "own", exclusive: true)))
      client.send(.confirmSelect(ConfirmSelect()))
      client.send(.basicConsume(BasicConsume(queue: "own")))
      for _ in 1...100 {
        client.send(
          .basicPublish(BasicPublish(exchange: "", routingKey: "own")), Content(text: "a"))
      }
      for _ in 1...10 { _ = try await client.method() }
    },
    Phase("in a transaction") { client in
      try await client.open()
      client.send(.channelOpen(ChannelOpen()))
      client.send(.txSelect(TxSelect()))
      client.send(
        .basicPublish(BasicPublish(exchange: "", routingKey: "q")), Content(text: "a"))
      _ = try await (client.method(), client.method())
    },
    Phase("a broken frame") { client in
      try await client.open()
      client.say([1, 0, 1, 0, 0, 0, 4, 0, 10, 0, 10, 0xCF])
    },
    Phase("closing") { client in
      try await client.open()
      client.send(.connectionClose(ConnectionClose(replyCode: 200, replyText: "bye")), channel: 0)
    },
  ]

  @Test(arguments: phases) func nothingIsLeft(phase: Phase) async throws {
    try await ServedBroker.run { broker in
      var client = try await RawClient(port: broker.port)
      try await phase.reach(&client)
      client.vanish()
      try await until("end of the connection") { await broker.isIdle() }
      let queues = await broker.server.simulation.snapshot().virtualHosts.flatMap(\.queues)
      #expect(queues == [])
    }
  }

  @Test func whatWasNotAckedGoesBack() async throws {
    try await ServedBroker.run { broker in
      var client = try await RawClient.open(port: broker.port)
      client.send(.queueDeclare(QueueDeclare(queue: "q")))
      client.send(.basicPublish(BasicPublish(exchange: "", routingKey: "q")), Content(text: "a"))
      client.send(.basicGet(BasicGet(queue: "q")))
      _ = try await (client.method(), client.method())
      client.vanish()
      try await until("end of the connection") { await broker.isIdle() }
      let queue = await broker.server.simulation.snapshot().virtualHosts.first?.queues.first
      #expect(queue?.ready.count == 1)
    }
  }
}
