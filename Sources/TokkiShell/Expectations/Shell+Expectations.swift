public import TokkiLanguage

extension Shell {
  /// Whether an expectation holds now. It changes nothing.
  ///
  /// - Parameter span: how much of the past it sees; of what is, it always sees the present.
  public func evaluate(
    _ expectation: Expectation, of span: HistorySpan = .sinceStart
  ) async -> Verdict {
    Verdict(expectation: expectation, judgement: .unknown)
  }

  /// From now on, what expectations say of the past means what happens from here: a lesson's step
  /// begins.
  public func startHistory() async {
    guard let simulator else { return }
    let log = await simulator.log()
    memory.historyStart = Memory.HistoryStart(
      reports: log.reports.count, trace: log.trace.count)
  }
}

/// How much of the past an expectation sees.
public enum HistorySpan: Hashable, Sendable {
  /// All since the start, the reset or the beginning of a lesson's step.
  case sinceStart
  /// What the last command caused: the simulator's last step.
  case lastCommand
}
