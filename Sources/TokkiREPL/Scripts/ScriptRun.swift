#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Scripts as a program's whole work, which a signal may end. It belongs on the main thread, which
/// it blocks.
public struct ScriptRun {
  private let evaluator: any LineEvaluator
  private let results: TextOutput
  private let complaints: TextOutput

  public init(
    evaluator: any LineEvaluator, results: TextOutput = .results,
    complaints: TextOutput = .complaints
  ) {
    self.evaluator = evaluator
    self.results = results
    self.complaints = complaints
  }

  /// Does the work, then takes leave of a real broker: what its clients have in hand is finished.
  ///
  /// On SIGINT and SIGTERM the work is cancelled, and leave is taken all the same; a second signal
  /// ends the program at once.
  public func run(_ work: @escaping @Sendable () async -> Script.Ending) -> Script.Ending? {
    let wakes = Wakes()
    let signals = Signals(
      [SIGINT: .terminated(signal: SIGINT), SIGTERM: .terminated(signal: SIGTERM)], to: wakes)
    let answer = Answer<Script.Ending>()
    let task = Task.detached {
      answer.give(await work())
      wakes.post(.evaluated)
    }
    let ending = ending(of: answer, task, wakes)
    signals.cancel()
    evaluator.takeLeave(results: results, complaints: complaints)
    return ending
  }

  private func ending(
    of answer: Answer<Script.Ending>, _ task: Task<Void, Never>, _ wakes: Wakes
  ) -> Script.Ending? {
    while true {
      for wake in wakes.wait() {
        switch wake {
        case .evaluated: return answer.given
        case .terminated(let signal):
          task.cancel()
          return .stopped(.signal(signal))
        case .announcement, .news, .interrupted, .resized: break
        }
      }
    }
  }
}
