import ClientClaims
import Testing
import TokkiClient
import TokkiSimulation

@Suite struct ClientClaimTests {
  @Test(.timeLimit(.minutes(15)), arguments: ClientClaim.all)
  func holdsOverTheSimulation(claim: ClientClaim) async throws {
    try await claim.check(over: Simulation(), space: "sim")
  }
}
