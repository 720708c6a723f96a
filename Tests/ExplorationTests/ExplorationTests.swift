import AMQPModel
import Foundation
import MethodJSON
import ScenarioPlay
import Testing
import TokkiBroker

@Suite("Random sequences on a real broker")
struct ExplorationTests {
  static let environment = ProcessInfo.processInfo.environment

  @Test(
    "the simulated broker does as the real one",
    .enabled(
      if: environment["TOKKI_EXPLORE_BROKER"] != nil,
      "TOKKI_EXPLORE_BROKER names no broker: .ci/explore does"))
  func alike() throws {
    let environment = Self.environment
    let uri = try AMQPURI(environment["TOKKI_EXPLORE_BROKER"] ?? "")
    let profile = try #require(Profile.named(environment["TOKKI_EXPLORE_VERSION"] ?? "4.0"))
    let first = UInt64(environment["TOKKI_EXPLORE_FIRST"] ?? "") ?? 1
    let count = UInt64(environment["TOKKI_EXPLORE_COUNT"] ?? "") ?? 100
    var plan = Exploration.Plan(broker: uri, profile: profile, seeds: first..<(first + count))
    plan.workers = Int(environment["TOKKI_EXPLORE_WORKERS"] ?? "") ?? 4
    for finding in try Exploration.run(plan) { Issue.record("\(finding.text)") }
  }
}
