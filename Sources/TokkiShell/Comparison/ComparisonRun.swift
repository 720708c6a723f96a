import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// One comparison under way.
struct ComparisonRun {
  let sides: ComparedSides
  let limits: BrokerComparison
  var report: ComparisonReport
  /// Set once the broker is gone.
  private(set) var loss: ComparisonLoss?
  var clock = ComparedClock()
  var counts = ComparedCounts()
  private var simulated = Account(virtualHost: "/")
  private var real: Account
  private var readCounts = (simulated: 0, real: 0)

  init(sides: ComparedSides, limits: BrokerComparison, report: ComparisonReport) {
    self.sides = sides
    self.limits = limits
    self.report = report
    real = Account(virtualHost: sides.space.uri.virtualHost)
  }

  var isOver: Bool { loss != nil || Task.isCancelled }

  mutating func perform(_ line: ComparisonReport.Line) async {
    guard case .command(let command) = Command.parse(line.text) else { return }
    if let reason = await reasonToOmit(command) {
      report.omissions.append(.init(line: line, reason: reason))
      return
    }
    switch command {
    case .help, .set, .look, .watch, .exit, .lesson, .broker, .history: return
    case .simulation(.advance(let duration)):
      report.lineCount += 1
      let now = await sides.simulation.now()
      await pass(to: now.advanced(by: duration.milliseconds).milliseconds, line)
    case .expect(let expectation):
      await clearWay(line)
      await expect(expectation, line)
    case .amqp(.publish(let publication), let who) where publication.count > 1:
      report.lineCount += 1
      var single = publication
      single.count = 1
      for _ in 0..<publication.count where !isOver {
        if await !isAlike(.amqp(.publish(single), by: who), line) { return }
      }
    case .amqp, .connection, .operate, .simulation:
      report.lineCount += 1
      _ = await isAlike(command, line)
    }
  }

  private func reasonToOmit(_ command: Command) async -> ComparisonReport.Omission.Reason? {
    switch command {
    case .history, .simulation(.restart): return .simulatorOnly
    case .connection(.addVirtualHost), .connection(.deleteVirtualHost),
      .connection(.useVirtualHost):
      return .access
    case .connection(.openConnection(_, let virtualHost, let user, _)):
      let isOwn = user == nil || sides.space.isGoverned
      return virtualHost == nil && isOwn ? nil : .access
    case .operate(let command):
      return sides.space.isGoverned && command.staysInside ? nil : .access
    case .simulation(.advance(let duration)):
      let deadlines = await sides.simulation.deadlines()
      let end = await sides.simulation.now().advanced(by: duration.milliseconds).milliseconds
      let isTimed = deadlines.broker != nil || deadlines.consumerTimeout ?? .max <= end
      let isLong = duration.milliseconds > limits.longestAdvance
      return isTimed && isLong ? .tooLong(duration.milliseconds) : nil
    case .amqp(let amqp, let who):
      let clients = await sides.simulation.clients()
      let channel = clients.first { $0.name == who.name }?.channels
        .first { $0.number == who.channel }
      let declared = channel?.declaredQueue ?? ""
      let reaches = sides.space.names?.reaches(amqp, lastQueue: declared) ?? true
      return reaches ? nil : .names
    case .connection, .simulation, .broker, .look, .watch, .expect, .lesson, .help, .set, .exit:
      return nil
    }
  }

  /// Runs the command on both; whether both told the same.
  private mutating func isAlike(
    _ command: Command, _ line: ComparisonReport.Line
  ) async -> Bool {
    await clearWay(line)
    let count = report.differences.count
    let start = ContinuousClock.now
    let simulated = await sides.simulated.run(command, line: line.text)
    let real = await answer(to: command, line)
    await clock.run(since: start, sides.simulation)
    guard let real, loss == nil else { return false }
    if simulated.status != real.status {
      report.differences.append(
        .init(
          line: line, matter: .init(kind: .command), simulated: Self.text(of: simulated),
          real: Self.text(of: real)))
    }
    await agree(after: line)
    return report.differences.count == count
  }

  /// What the real broker says to the command; nil where it says nothing in a long time.
  private mutating func answer(
    to command: Command, _ line: ComparisonReport.Line
  ) async -> Outcome? {
    let (shell, longest) = (sides.real, limits.longestAnswer)
    let outcome = await withTaskGroup(of: Outcome?.self) { group in
      group.addTask { await shell.run(command, line: line.text) }
      group.addTask {
        await shell.pause(until: .now + longest)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    guard let outcome, !Task.isCancelled else {
      if !Task.isCancelled { lose("no answer", at: line) }
      return nil
    }
    for case .refusal(.unreachable(let reason)) in outcome.parts { lose(reason, at: line) }
    return outcome
  }

  private mutating func expect(
    _ expectation: Expectation, _ line: ComparisonReport.Line
  ) async {
    let simulated = await sides.simulated.evaluate(expectation)
    let real = await sides.real.evaluate(expectation, wanting: simulated.isMet)
    guard !Task.isCancelled else { return }
    guard real.judgement != .unknown else {
      report.omissions.append(.init(line: line, reason: .untold))
      return
    }
    report.lineCount += 1
    await readNews(line)
    guard simulated.isMet != real.isMet, loss == nil else { return }
    let texts = [simulated, real].map { verdict in
      Self.text(
        of: Outcome(
          line: line.text, status: verdict.isMet ? .done : .unmet, parts: [.verdict(verdict)]))
    }
    report.differences.append(
      .init(
        line: line, matter: .init(kind: .expectation), simulated: texts[0], real: texts[1]))
  }

  private static func text(of outcome: Outcome) -> String {
    let lines = Renderer().text(outcome).split(separator: "\n")
    return lines.first.map(String.init) ?? outcome.status.rawValue
  }

  private mutating func lose(_ reason: String, at line: ComparisonReport.Line) {
    if loss == nil { loss = ComparisonLoss(line: line, reason: reason) }
  }

  // MARK: Agreement

  /// The longest time that one look counts for: a process that does not get to look, on a busy
  /// machine, has not waited.
  private static let look = Duration.milliseconds(250)

  /// Waits until both brokers have told the same, or patience is over; what then differs is noted.
  mutating func agree(after line: ComparisonReport.Line) async {
    var waited = Duration.zero
    while true {
      let start = ContinuousClock.now
      let rings = sides.real.bell.rings
      await clock.follow(sides)
      await sides.real.stepReal(to: await sides.simulation.now().milliseconds)
      // A queue that answers has handed out before what it had to hand out.
      let different = await counts.differences(sides, simulated.names, real.names)
      await sides.real.hearFromAll()
      await readNews(line)
      guard !isOver else { return }
      let isAlike = different.isEmpty && matters.allSatisfy { alignment($0).isEmpty }
      if isAlike || waited >= limits.patience {
        conclude(different, line)
        return
      }
      await sides.real.bell.wait(past: rings, until: .now + .milliseconds(50))
      waited += min(Self.look, start.duration(to: .now))
    }
  }

  private var matters: [Account.Matter] {
    simulated.matters + real.matters.filter { simulated.entries[$0] == nil }
  }

  private func alignment(
    _ matter: Account.Matter
  ) -> [(simulated: Account.Entry?, real: Account.Entry?)] {
    Alignment(simulated[matter], real[matter]).differences
  }

  /// Reads what clients on both sides did and learned.
  private mutating func readNews(_ line: ComparisonReport.Line) async {
    let ours = await sides.simulation.log().reports
    for report in ours.dropFirst(readCounts.simulated)
    where report.client != RealBroker.lookout { simulated.read(report) }
    readCounts.simulated = ours.count
    let theirs = await sides.real.realReports(after: readCounts.real)
    for report in theirs.new {
      real.read(report)
      switch report.fact {
      case .connectionLost(.network(let reason)): lose(reason, at: line)
      // With a user go its connections; the broker stays.
      case .connectionClosed(320, let text, _) where !text.hasSuffix("is deleted"):
        lose(text, at: line)
      default: break
      }
    }
    readCounts.real = theirs.all
  }

  private mutating func conclude(
    _ different: [ComparedCounts.Difference], _ line: ComparisonReport.Line
  ) {
    for matter in matters {
      for pair in alignment(matter) {
        report.differences.append(
          .init(
            line: line, matter: matter, simulated: pair.simulated?.text, real: pair.real?.text)
        )
      }
    }
    for difference in different {
      counts.told(difference)
      report.differences.append(
        .init(
          line: line, matter: .init(kind: .queue(difference.queue)),
          simulated: difference.simulated.text, real: difference.real.text))
    }
    Account.agree(&simulated, &real)
  }
}
