import ClientClaims
import Testing
import TokkiNIO

/// What programs may rely on holds over sockets as it does over the simulation.
@Suite(.timeLimit(.minutes(15))) struct ClaimTests {
  @Test(arguments: ClientClaim.all)
  func holdsOverTheNetwork(claim: ClientClaim) async throws {
    try await ServedBroker.run { broker in
      try await broker.withClient { client in
        try await within("end of the claim") { try await claim.check(over: client, space: "nio") }
      }
      try await until("end of the connections") { await broker.isIdle() }
    }
  }
}
