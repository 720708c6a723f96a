import TokkiSimulation

/// Virtual time beside the real broker's clock. As long as something has a time limit, virtual time
/// follows the real one, since nobody can stop that; otherwise it stands still, and passes at no
/// cost.
struct ComparedClock {
  /// Since when time limits run: the same moment on both sides.
  private var start: (milliseconds: Int64, instant: ContinuousClock.Instant)?

  /// Whether virtual time follows the real one.
  var isBound: Bool { start != nil }

  /// A command ran on both sides, and may have begun or ended time limits.
  mutating func run(since instant: ContinuousClock.Instant, _ simulation: Simulation) async {
    if await simulation.deadlines().broker == nil {
      start = nil
    } else if start == nil {
      start = (await simulation.now().milliseconds, instant)
    }
  }

  /// When, by the real clock, it is that virtual time; nil where it is not bound.
  func instant(of milliseconds: Int64) -> ContinuousClock.Instant? {
    start.map { $0.instant + .milliseconds(milliseconds - $0.milliseconds) }
  }

  private var present: Int64? {
    guard let start else { return nil }
    let passed = start.instant.duration(to: .now)
    return start.milliseconds + passed.components.seconds * 1000
      + passed.components.attoseconds / 1_000_000_000_000_000
  }

  /// Virtual time comes up to the real one, event by event; workers are told.
  mutating func follow(_ sides: ComparedSides) async {
    var last = Int64.min
    while let present, !Task.isCancelled {
      let now = await sides.simulation.now().milliseconds
      guard now < present, now > last else { return }
      last = now
      let deadlines = await sides.simulation.deadlines()
      let due = [deadlines.broker, deadlines.clients].compactMap { $0 }.min() ?? present
      let next = min(present, max(due, now + 1))
      let instant = ContinuousClock.now
      _ = await sides.simulation.advance(byMilliseconds: next - now)
      await sides.real.stepReal(to: next)
      await run(since: instant, sides.simulation)
    }
  }
}

extension ComparisonRun {
  /// Where a time limit of the real broker ends about now, a command could meet either side of
  /// its end: it is waited for first.
  private static let way: Int64 = 300

  mutating func clearWay(_ line: ComparisonReport.Line) async {
    guard clock.isBound else { return }
    for _ in 0..<3 where !isOver {
      await clock.follow(sides)
      let now = await sides.simulation.now().milliseconds
      guard let due = await sides.simulation.deadlines().broker, due - now < Self.way else {
        break
      }
      await pass(to: due, line)
    }
    await agree(after: line)
  }

  /// Lets time pass on both, event by event, in the same order.
  mutating func pass(to target: Int64, _ line: ComparisonReport.Line) async {
    var last = Int64.min
    while !isOver {
      let now = await sides.simulation.now().milliseconds
      guard now < target, now > last else { return }
      last = now
      let deadlines = await sides.simulation.deadlines()
      let due = [deadlines.broker, deadlines.clients].compactMap { $0 }.min() ?? target
      let next = min(target, max(due, now + 1))
      if let instant = clock.instant(of: next) { await sides.real.pause(until: instant) }
      let instant = ContinuousClock.now
      _ = await sides.simulation.advance(byMilliseconds: next - now)
      await clock.run(since: instant, sides.simulation)
      await agree(after: line)
    }
  }
}
