import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// One comparison under way.
struct ComparisonRun {
  let sides: ComparedSides
  let patience: Duration
  let longestAdvance: Int64
  var report: ComparisonReport
  /// How many entries of each subject were compared already.
  private var comparedCounts: [Account.Subject: Pair] = [:]

  private struct Pair {
    var simulated = 0
    var real = 0
  }

  init(
    sides: ComparedSides, patience: Duration, longestAdvance: Int64, report: ComparisonReport
  ) {
    self.sides = sides
    self.patience = patience
    self.longestAdvance = longestAdvance
    self.report = report
  }

  mutating func perform(_ line: ComparisonReport.Line) async {
    guard case .command(let command) = Command.parse(line.text) else { return }
    switch command {
    case .help, .set, .look, .exit, .lesson, .broker: return
    case .history, .simulation(.restart), .connection(.addVirtualHost),
      .connection(.deleteVirtualHost), .connection(.useVirtualHost):
      report.omissions.append(.init(line: line, reason: .simulatorOnly))
    case .connection(.openConnection(_, let virtualHost, _, _)) where virtualHost != nil:
      report.omissions.append(.init(line: line, reason: .simulatorOnly))
    case .simulation(.advance(let duration)): await advance(duration.milliseconds, line)
    case .expect: await expect(command, line)
    case .amqp(.publish(let publication), let who) where publication.count > 1:
      report.lineCount += 1
      var single = publication
      single.count = 1
      for _ in 0..<publication.count {
        if await !isAlike(.amqp(.publish(single), by: who), line) { return }
      }
    case .amqp, .connection, .simulation(.kill):
      report.lineCount += 1
      _ = await isAlike(command, line)
    }
  }

  /// Runs the command on both; whether both told the same.
  private mutating func isAlike(
    _ command: Command, _ line: ComparisonReport.Line
  ) async -> Bool {
    let simulated = await sides.simulated.run(command, line: line.text)
    let real = await sides.real.run(command, line: line.text)
    let count = report.differences.count
    if simulated.status != real.status {
      report.differences.append(
        .init(
          line: line, subject: "the command", simulated: Self.text(of: simulated),
          real: Self.text(of: real)))
    }
    await agree(after: line)
    return report.differences.count == count
  }

  private mutating func expect(_ command: Command, _ line: ComparisonReport.Line) async {
    let simulated = await sides.simulated.run(command, line: line.text)
    let real = await sides.real.run(command, line: line.text)
    let isUntold = real.parts.contains { part in
      if case .verdict(let verdict) = part { verdict.judgement == .unknown } else { false }
    }
    guard !isUntold else {
      report.omissions.append(.init(line: line, reason: .untold))
      return
    }
    report.lineCount += 1
    guard simulated.status != real.status else { return }
    report.differences.append(
      .init(
        line: line, subject: "the expectation", simulated: Self.text(of: simulated),
        real: Self.text(of: real)))
  }

  private static func text(of outcome: Outcome) -> String {
    let lines = Renderer().text(outcome).split(separator: "\n")
    return lines.first.map(String.init) ?? outcome.status.rawValue
  }

  // MARK: Time

  /// Lets that much time pass on both: workers are told, on both sides in the same order; the real
  /// broker's clock is waited for where something there has a time limit.
  private mutating func advance(_ milliseconds: Int64, _ line: ComparisonReport.Line) async {
    var deadlines = await sides.simulation.deadlines()
    if deadlines.broker != nil, milliseconds > longestAdvance {
      report.omissions.append(.init(line: line, reason: .tooLong(milliseconds)))
      return
    }
    report.lineCount += 1
    let count = report.differences.count
    let start = await sides.simulation.now().milliseconds
    let realStart = ContinuousClock.now
    let target = start.addingReportingOverflow(milliseconds).partialValue
    var now = start
    while now < target, report.differences.count == count, !Task.isCancelled {
      let due = [deadlines.broker, deadlines.clients].compactMap { $0 }.min() ?? target
      let next = min(target, max(due, now + 1))
      if deadlines.broker != nil {
        await sides.real.pause(until: realStart + .milliseconds(next - start))
      }
      _ = await sides.simulation.advance(byMilliseconds: next - now)
      now = next
      await agree(after: line)
      deadlines = await sides.simulation.deadlines()
    }
  }

  // MARK: Agreement

  /// Waits until both brokers have told the same, or patience is over; what then differs is noted.
  private mutating func agree(after line: ComparisonReport.Line) async {
    let deadline = ContinuousClock.now + patience
    let simulated = Account(await sides.simulation.log().reports, virtualHost: "/")
    while true {
      let rings = sides.real.bell.rings
      await settleReal()
      let real = Account(await sides.real.realReports(), virtualHost: sides.virtualHost)
      var differences = self.differences(simulated, real, line)
      if differences.isEmpty {
        differences = await countDifferences(simulated, real, line)
      }
      if differences.isEmpty || deadline < .now || Task.isCancelled {
        report.differences += differences
        for subject in simulated.subjects + real.subjects {
          comparedCounts[subject] = Pair(
            simulated: simulated.entries[subject]?.count ?? 0,
            real: real.entries[subject]?.count ?? 0)
        }
        return
      }
      await sides.real.bell.wait(past: rings, until: .now + .milliseconds(50))
    }
  }

  /// Tells real workers what time it is, until none of them has anything to do at this moment,
  /// and hears on every channel what the broker has to say.
  private func settleReal() async {
    let now = await sides.simulation.now().milliseconds
    await sides.real.stepReal(to: now)
    await sides.real.hearFromAll()
  }

  private func differences(
    _ simulated: Account, _ real: Account, _ line: ComparisonReport.Line
  ) -> [ComparisonReport.Difference] {
    let subjects = simulated.subjects + real.subjects.filter { simulated.entries[$0] == nil }
    return subjects.compactMap { subject in
      let known = comparedCounts[subject] ?? Pair()
      let ours = (simulated.entries[subject] ?? []).dropFirst(known.simulated)
      let theirs = (real.entries[subject] ?? []).dropFirst(known.real)
      guard !ours.elementsEqual(theirs) else { return nil }
      let place = zip(ours, theirs).prefix { $0 == $1 }.count
      return .init(
        line: line, subject: subject.text, simulated: ours.dropFirst(place).first,
        real: theirs.dropFirst(place).first)
    }
  }

  // MARK: Counts

  /// How many messages and consumers queues have, where asking changes nothing: a question about
  /// a queue that expires when it is unused counts as a use.
  private func countDifferences(
    _ simulated: Account, _ real: Account, _ line: ComparisonReport.Line
  ) async -> [ComparisonReport.Difference] {
    let host = await sides.simulation.snapshot().virtualHost(named: "/")
    var differences: [ComparisonReport.Difference] = []
    for queue in (host?.queues ?? []).prefix(50) where queue.arguments["x-expires"] == nil {
      var name = queue.name
      if let number = simulated.names.queues.firstIndex(of: name) {
        guard number < real.names.queues.count else { continue }
        name = real.names.queues[number]
      }
      let ours = "\(queue.ready.count) ready, \(queue.consumers.count) consumers"
      let theirs: String
      switch await sides.real.sight(queue: name, isExclusive: queue.isExclusive) {
      case .there(let ready, let consumers): theirs = "\(ready) ready, \(consumers) consumers"
      case .absent: theirs = "no such queue"
      case .locked, .unknown: continue
      }
      if ours == theirs { continue }
      differences.append(
        .init(
          line: line, subject: "queue \(VisibleText.name(queue.name))", simulated: ours,
          real: theirs))
    }
    return differences
  }
}

extension Account.Subject {
  /// For a reader.
  fileprivate var text: String {
    let who = VisibleText.name(client) + (channel > 1 ? " on channel \(channel)" : "")
    return switch kind {
    case .methodsSent: "what \(who) sends"
    case .answers: "answers to \(who)"
    case .deliveries(let tag): "deliveries to \(who) (\(VisibleText.name(tag)))"
    case .returns: "messages returned to \(who)"
    case .confirms: "confirms to \(who)"
    case .closes: "closes of \(who)"
    }
  }
}

extension Shell {
  /// Returns at that moment.
  func pause(until deadline: ContinuousClock.Instant) async {
    await bell.wait(past: .max, until: deadline)
  }
}
