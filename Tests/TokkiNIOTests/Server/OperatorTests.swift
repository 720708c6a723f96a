import AMQPModel
import NIOCore
import Testing
import TokkiClient

@testable import TokkiNIO

/// Who may come in, and what whoever runs the server sees and does.
@Suite(.timeLimit(.minutes(15))) struct OperatorTests {
  @Test func connectionsAreListedAndClosed() async throws {
    try await ServedBroker.run { broker in
      try await broker.withClient { client in
        let connection = try await AMQPConnection.open(over: client, as: "w1")
        let other = try await AMQPConnection.open(over: client, as: "w2")
        _ = try await connection.openChannel()
        let simulation = broker.server.simulation
        let seen = await simulation.snapshot().connections
        #expect(seen.map(\.name) == ["w1", "w2"])
        #expect(seen.map(\.channels.count) == [1, 0])
        #expect(seen.map(\.user) == ["guest", "guest"])
        #expect(await simulation.closeRemote("w1", because: "for a lesson"))
        #expect(await !simulation.closeRemote("nobody", because: "for a lesson"))
        let end = try await within("close") {
          for await failure in connection.closings() { return failure }
          return .closed
        }
        guard case .connectionClosed(let reason) = end else { throw end }
        #expect(reason.code == 320)
        #expect(reason.text == "CONNECTION_FORCED - for a lesson")
        try await until("end of the connection") {
          await simulation.snapshot().connections.map(\.name) == ["w2"]
        }
        try await until("end of the socket") { await broker.server.openCount == 1 }
        #expect(!other.isClosed)
      }
    }
  }

  @Test func aUserOfOnesOwn() async throws {
    try await ServedBroker.run {
      $0.passwords["alice"] = "alice"
    } _: { broker in
      var client = try await RawClient(port: broker.port, user: "alice")
      try await client.open()
      #expect(await broker.server.simulation.snapshot().connections.map(\.user) == ["alice"])
      var stranger = try await RawClient(port: broker.port, user: "bob")
      stranger.flush()
      #expect(await stranger.close()?.replyCode == 403)
      for client in [client, stranger] { client.vanish() }
    }
  }

  @Test func usersComeAndGoWhileTheServerRuns() async throws {
    try await ServedBroker.run { broker in
      let simulation = broker.server.simulation
      _ = try await simulation.operate([
        .addUser(name: "carol", password: Password("carol"))
      ])
      var early = try await RawClient(port: broker.port, user: "carol")
      early.flush()
      let refusal = try #require(await early.close())
      #expect(refusal.replyCode == 530)
      #expect(refusal.replyText == "NOT_ALLOWED - access to vhost '/' refused for user 'carol'")
      _ = try await simulation.operate([
        .setPermissions(.all, user: "carol", virtualHost: "/")
      ])
      var carol = try await RawClient(port: broker.port, user: "carol")
      try await carol.open()
      _ = try await simulation.operate([.deleteUser(name: "carol")])
      let end = try #require(await carol.close())
      #expect(end.replyText == "CONNECTION_FORCED - user 'carol' is deleted")
      var late = try await RawClient(port: broker.port, user: "carol")
      late.flush()
      #expect(await late.close()?.replyCode == 403)
      for client in [early, carol, late] { client.vanish() }
    }
  }

  @Test(.enabled(if: outerAddress != nil, "this machine has no address but loopback"))
  func guestComesFromThisMachineAlone() async throws {
    let address = try #require(outerAddress)
    try await ServedBroker.run {
      $0.host = "0.0.0.0"
      $0.passwords["alice"] = "alice"
    } _: { broker in
      var guest = try await RawClient(port: broker.port, host: address)
      guest.flush()
      let close = try #require(await guest.close())
      #expect(close.replyCode == 403)
      #expect(
        close.replyText
          == "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For "
          + "details see the broker logfile.")
      var alice = try await RawClient(port: broker.port, host: address, user: "alice")
      try await alice.open()
      for client in [guest, alice] { client.vanish() }
    }
  }

  @Test func aPortThatIsTaken() async throws {
    try await ServedBroker.run { broker in
      _ = await #expect(throws: BrokerServer.ListenFailure(reason: "address already in use")) {
        _ = try await ServedBroker.start(port: broker.port)
      }
    }
  }
}

/// An IPv4 address of this machine that others could reach.
private let outerAddress: String? = (try? System.enumerateDevices())?.lazy.compactMap(\.address)
  .first { $0.protocol == .inet && $0.ipAddress?.hasPrefix("127.") == false }?.ipAddress
