import Foundation
import Testing
import TokkiClient
import TokkiNIO

/// The network client survives what a real broker goes through. `.ci/live` runs it.
@Suite(
  .serialized, .timeLimit(.minutes(15)),
  .enabled(
    if: ProcessInfo.processInfo.environment[BrokerInDirectory.variable] != nil,
    "TOKKI_BROKER_DIR names no broker that may be stopped"))
struct RealBrokerTests {
  @Test func aRestartUnderLoadLosesNothingThatWasConfirmed() async throws {
    let broker = try #require(try BrokerInDirectory())
    try await withLoad(on: broker) { load in
      try await broker.order("restart")
      try await goesOn(load)
    }
  }

  /// The broker's process stands still: the connection is open at one end only.
  @Test func aBrokerThatStandsStillIsNoticed() async throws {
    let broker = try #require(try BrokerInDirectory())
    try await withLoad(on: broker) { load in
      try await broker.order("pause")
      do {
        try await until("report of what was not confirmed", within: 10) {
          !load.account.reported.isEmpty
        }
      } catch {
        try await broker.order("resume")
        throw error
      }
      try await broker.order("resume")
      try await goesOn(load)
    }
  }

  private func withLoad(
    on broker: BrokerInDirectory, _ body: (Load) async throws -> Void
  ) async throws {
    var configuration = NetworkConfiguration(broker.uri)
    configuration.recovery = RecoveryPolicy(firstDelay: 200, longestDelay: 2000, seed: 1)
    configuration.heartbeat = 2
    configuration.connectionTimeout = 3000
    try await NetworkClient.run(configuration) { client in
      let load = try await Load(over: client, queue: "tokki-load")
      try await load.run {
        try await until("load") { load.account.confirmed.count >= 500 }
        try await body(load)
        try await load.stop(deletingQueue: true, whenAllHasArrived: true)
      }
      let account = load.account
      #expect(account.arrived.isSuperset(of: account.confirmed))
      #expect(account.failed == account.reported)
      #expect(account.recoveries >= 1)
    }
  }

  private func goesOn(_ load: Load) async throws {
    let before = load.account.confirmed.count
    try await until("work afterwards", within: 60) {
      load.account.confirmed.count >= before + 500
    }
  }
}
