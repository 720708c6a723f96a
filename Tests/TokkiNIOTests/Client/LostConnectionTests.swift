import AMQPModel
import Testing
import TokkiClient

@testable import TokkiNIO

/// What becomes of publishes and consumers when the broker goes away and comes back.
@Suite(.timeLimit(.minutes(15))) struct LostConnectionTests {
  /// In good order (connection.close 320), and as a process that dies.
  @Test(arguments: [2000, 0] as [Int64])
  func workGoesOnAfterARestartUnderLoad(patience: Int64) async throws {
    let first = try await ServedBroker.start(port: ServedBroker.freePort())
    var configuration = NetworkConfiguration(first.uri).patient
    configuration.recovery = RecoveryPolicy(firstDelay: 20, longestDelay: 100, seed: 1)
    try await NetworkClient.run(configuration) { client in
      let load = try await Load(over: client)
      try await load.run {
        try await until("load") { load.account.confirmed.count >= 100 }
        await first.server.shutDown(withinMilliseconds: patience)
        let before = load.account
        try await ServedBroker.run(port: first.port) { second in
          try await until("work after the restart") {
            let account = load.account
            return account.confirmed.count >= before.confirmed.count + 100
              && account.arrived.count >= before.arrived.count + 100
          }
          let host = try #require(await second.server.simulation.snapshot().virtualHosts.first)
          #expect(host.queues.map(\.name).sorted() == ["load", "load-own"])
          #expect(host.queues.allSatisfy { $0.consumers.count == 1 })
          #expect(host.bindings.filter { $0.source == "amq.fanout" }.count == 1)
          try await load.stop()
        }
      }
      let account = load.account
      #expect(account.open == [])
      #expect(account.failed == account.reported)
    }
  }

  @Test func aPeerThatFallsSilentIsTakenForGone() async throws {
    try await FakePeer.run(.fallsSilent) { peer in
      var configuration = NetworkConfiguration(.local(peer.port)).patient
      // Long enough for a machine that is busy with other tests.
      configuration.heartbeat = 6
      try await NetworkClient.run(configuration) { client in
        let connection = try await AMQPConnection.open(over: client, as: "c")
        let channel = try await connection.openChannel()
        try await channel.confirmPublishes()
        let notices = await client.notices(of: "c")
        var confirmations: [PublishConfirmation] = []
        for number in 1...3 {
          let confirmation = try await channel.publishDeferringConfirm(
            Content(text: "\(number)"), routingKey: "q")
          confirmations.append(try #require(confirmation))
        }
        let end = try await within("end of the connection") {
          for await failure in connection.closings() { return failure }
          return .closed
        }
        #expect(
          end
            == .connectionLost(
              .network(reason: "nothing was heard for two heartbeats of 6 s")))
        let unknown = AMQPFailure.connectionLost(
          .network(reason: "not confirmed before the loss"))
        for confirmation in confirmations {
          await #expect(throws: unknown) { try await confirmation.wait() }
        }
        let lost = try await within("report of the publishes") {
          for await notice in notices {
            if case .unconfirmedLost(let publishes) = notice.fact { return publishes }
          }
          return []
        }
        #expect(lost.map(\.number) == [1, 2, 3])
        #expect(lost.map(\.content) == (1...3).map { Content(text: "\($0)") })
      }
    }
  }

  @Test func aClientThatFallsSilentIsTakenForGone() async throws {
    try await ServedBroker.run { broker in
      let took = try await duration {
        let client = try await RawClient.falling(silentAt: broker.port, heartbeat: 1)
        try await until("opening") { broker.passages.count(of: "> connection.open") == 1 }
        try await until("end of the connection") { await broker.isIdle() }
        client.vanish()
      }
      #expect(took >= 1500)
    }
  }

  @Test func aClientThatBeatsIsKept() async throws {
    try await ServedBroker.run { broker in
      try await broker.withClient {
        $0.heartbeat = 6
      } _: { client in
        let connection = try await AMQPConnection.open(over: client, as: "quiet")
        let quiet = try #require(await broker.server.oldest)
        let silent = try await RawClient.falling(silentAt: broker.port, heartbeat: 6)
        try await until("opening") { broker.passages.count(of: "> connection.open") == 2 }
        try await until("end of the silent one") { await broker.server.openCount == 1 }
        #expect(await broker.server.oldest == quiet)
        #expect(!connection.isClosed)
        silent.vanish()
      }
    }
  }
}
