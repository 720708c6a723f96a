import AMQPModel
import Foundation
import MethodJSON
import ScenarioPlay
import Synchronization
import TokkiBroker

/// Compares the simulated broker with a real one, seed after seed.
final class Exploration: Sendable {
  struct Plan: Sendable {
    var broker: AMQPURI
    var profile: Profile
    var seeds: Range<UInt64>
    var length = 30
    var workers = 4
  }

  private struct Progress {
    var next: UInt64
    var findings: [Finding] = []
    var failures: [String] = []
  }

  private let plan: Plan
  private let progress: Mutex<Progress>

  private init(_ plan: Plan) {
    self.plan = plan
    progress = Mutex(Progress(next: plan.seeds.lowerBound))
  }

  /// What differed, by seed.
  static func run(_ plan: Plan) throws -> [Finding] {
    let exploration = Exploration(plan)
    let group = DispatchGroup()
    for number in 0..<plan.workers {
      group.enter()
      Thread.detachNewThread {
        exploration.work(number)
        group.leave()
      }
    }
    group.wait()
    return try exploration.progress.withLock { progress in
      if let failure = progress.failures.first { throw Unreachable(description: failure) }
      return progress.findings.sorted { $0.seed < $1.seed }
    }
  }

  private func takeSeed() -> UInt64? {
    progress.withLock { progress in
      guard progress.next < plan.seeds.upperBound, progress.failures.isEmpty else { return nil }
      defer { progress.next += 1 }
      return progress.next
    }
  }

  private func work(_ number: Int) {
    do {
      var stage = try LiveStage(plan.broker, plan.profile, number: number)
      defer { stage.leave() }
      while let seed = takeSeed() {
        let steps = try SequenceGenerator.steps(
          seed: seed, length: plan.length, profile: plan.profile)
        guard let difference = try stage.difference(steps, patience: 5000) else { continue }
        let finding = try finding(seed, steps, difference, on: &stage)
        progress.withLock { $0.findings.append(finding) }
      }
    } catch {
      progress.withLock { $0.failures.append("\(error)") }
    }
  }

  private func finding(
    _ seed: UInt64, _ steps: [JSON], _ difference: Difference, on stage: inout LiveStage
  ) throws -> Finding {
    var finding = Finding(seed: seed, steps: steps, difference: difference, isSteady: false)
    guard try stage.difference(steps, patience: 10_000) != nil else { return finding }
    let smallest = try smallest(steps, on: &stage)
    guard let difference = try stage.difference(smallest, patience: 5000) else { return finding }
    finding.steps = smallest
    finding.difference = difference
    finding.isSteady = true
    return finding
  }

  private func smallest(_ steps: [JSON], on stage: inout LiveStage) throws -> [JSON] {
    try Shrinker.smallest(steps) { candidate in
      try Shrinker.isSteady(candidate, profile: plan.profile)
        && stage.difference(candidate, patience: 1000) != nil
    }
  }
}

/// A virtual host of a real broker, where one sequence is played after the other.
struct LiveStage {
  private let broker: AMQPURI
  private let profile: Profile
  private let host: String

  init(_ broker: AMQPURI, _ profile: Profile, number: Int) throws {
    self.broker = broker
    self.profile = profile
    // Short, as `/` is in the simulated broker: the longest reply texts would be cut.
    let unique = Int(ProcessInfo.processInfo.processIdentifier) * 64 + number
    host = "x" + String(unique, radix: 36)
    try Management(of: broker).makeHost(host)
  }

  func leave() { try? Management(of: broker).removeHost(host) }

  /// Where the brokers differ, if they do.
  mutating func difference(_ steps: [JSON], patience: Int64) throws -> Difference? {
    var live = LivePlayer(broker, virtualHost: host, patience: patience)
    let (difference, player) = try Lockstep.difference(
      steps, profile: profile, other: &live)
    if difference == nil {
      let left = player.broker.snapshot().virtualHosts.first
      try live.cleanUp(
        queues: left?.queues.filter { $0.owner == nil }.compactMap { player.called($0.name) } ?? [],
        exchanges: left?.exchanges.filter { !$0.isPredeclared }.map(\.name) ?? [])
    } else {
      let management = Management(of: broker)
      try management.removeHost(host)
      try management.makeHost(host)
    }
    return difference
  }
}
