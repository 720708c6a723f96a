/// What happened, one log for each step: all of it, or where there is a limit the recent past.
struct History: Sendable {
  /// Of reports and of trace entries each; nil keeps all.
  private let limit: Int?
  private(set) var step = SimulationLog()
  /// One for each step before; where there is a limit, one for all.
  private var finished: [SimulationLog] = []

  init(limit: Int? = nil) { self.limit = limit }

  mutating func append(_ log: SimulationLog) {
    step.append(log)
    if let limit { step.keepLast(limit) }
  }

  mutating func beginStep() {
    finished.append(step)
    step = SimulationLog()
    guard let limit, finished.count > 1 else { return }
    finished[0].append(finished.removeLast())
    finished[0].keepLast(limit)
  }

  /// All steps in one.
  ///
  /// - Parameter past: the finished steps in one, from the last time; empty after going back.
  func log(_ past: inout FlatLog) -> SimulationLog {
    if limit != nil { past = FlatLog() }
    for log in finished[past.stepCount...] { past.log.append(log) }
    past.stepCount = finished.count
    var all = past.log
    all.append(step)
    return all
  }
}

/// So many steps of a history in one, kept beside it: each state that undo returns to would keep
/// a copy of its own.
struct FlatLog: Sendable {
  fileprivate var log = SimulationLog()
  fileprivate var stepCount = 0
}

extension SimulationLog {
  fileprivate mutating func append(_ other: SimulationLog) {
    if !other.reports.isEmpty { reports += other.reports }
    if !other.trace.isEmpty { trace += other.trace }
  }

  /// Forgets what is older. It waits until there is twice as much, since forgetting takes time.
  fileprivate mutating func keepLast(_ limit: Int) {
    if reports.count > 2 * limit { reports.removeFirst(reports.count - limit) }
    if trace.count > 2 * limit { trace.removeFirst(trace.count - limit) }
  }
}
