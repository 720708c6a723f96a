import AMQPModel
import Testing
import TokkiClient

@testable import TokkiNIO

/// A broker that is short of memory: publishers wait, and nothing is lost.
@Suite(.timeLimit(.minutes(15))) struct BackPressureTests {
  @Test func aBlockedPublisherWaitsAndLosesNothing() async throws {
    let count = 400
    try await ServedBroker.run {
      $0.memoryLimit = 1_000_000
    } _: { broker in
      try await broker.withClient { client in
        let connection = try await AMQPConnection.open(over: client, as: "publisher")
        let channel = try await connection.openChannel()
        try await channel.declareQueue("q")
        try await channel.confirmPublishes()
        let blockings = connection.blockings()
        let publishing = Task {
          var confirmations: [PublishConfirmation] = []
          for number in 1...count {
            let content = Content(body: Array(repeating: UInt8(number % 256), count: 65_536))
            let confirmation = try await channel.publishDeferringConfirm(
              content, routingKey: "q")
            confirmations.append(try #require(confirmation))
          }
          return confirmations
        }
        let first = try await within("report that the connection is blocked") {
          for await blocking in blockings { return blocking as Blocking? }
          return nil
        }
        #expect(first == .blocked(reason: "low on memory"))
        try await until("publisher that waits") { await client.waitsForRoom }
        #expect(await broker.server.simulation.heldBytes < 8_000_000)
        let others = try await AMQPConnection.open(over: client, as: "consumer")
        let messages = try await others.openChannel().consume("q", noAck: true)
        let bodies = try await within("messages") {
          var bodies: [[UInt8]] = []
          for try await message in messages {
            bodies.append(message.body)
            if bodies.count == count { break }
          }
          return bodies
        }
        #expect(bodies.map(\.first) == (1...count).map { UInt8($0 % 256) })
        let next = try await within("report that the connection goes on") {
          for await blocking in blockings { return blocking as Blocking? }
          return nil
        }
        #expect(next == .unblocked)
        for confirmation in try await publishing.value {
          #expect(try await within("confirm") { try await confirmation.wait() })
        }
      }
    }
  }
}

extension NetworkClient {
  /// Whether somebody waits until a socket takes more.
  fileprivate var waitsForRoom: Bool {
    peers.contains { $0.link.map { !$0.waitingForRoom.isEmpty } ?? false }
  }
}
