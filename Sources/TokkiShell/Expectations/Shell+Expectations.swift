public import TokkiLanguage

extension Shell {
  /// Whether an expectation holds now. It changes nothing.
  public func evaluate(_ expectation: Expectation) async -> Verdict {
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
