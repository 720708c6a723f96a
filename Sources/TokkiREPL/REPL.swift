#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The loop: prompt, line, evaluation, text. It belongs on the main thread, which it blocks; lines
/// are evaluated by tasks, so that the user can interrupt them.
public struct REPL {
  private let evaluator: any LineEvaluator
  private let wakes: Wakes
  private let reader: any LineReader
  private let isInteractive: Bool
  private let output: TextOutput

  /// - Parameter isInteractive: whether a user sits there, who may try again after a line that
  ///   failed. Otherwise that line is the last, and its status the loop's.
  public init(
    evaluator: any LineEvaluator, announcements: Announcements, reader: any LineReader,
    isInteractive: Bool, output: TextOutput = .results
  ) {
    self.evaluator = evaluator
    self.wakes = announcements.wakes
    self.reader = reader
    self.isInteractive = isInteractive
    self.output = output
  }

  /// The program's exit status, once there are no more lines or the user has left.
  public func run() -> Int32 {
    let signals = isInteractive ? Signals(ofTerminal: wakes) : nil
    defer { signals?.cancel() }
    while true {
      let prompt = wait { [evaluator] in await evaluator.prompt }
      switch reader.readLine(prompt: prompt ?? Prompt([])) {
      case .line(let line):
        guard !line.allSatisfy(\.isWhitespace) else { continue }
        reader.remember(line)
        switch evaluate(line) {
        case .success(let evaluation):
          guard output.write(evaluation.text) else { return Self.status(signal: SIGPIPE) }
          if evaluation.leaves || evaluation.status != 0 && !isInteractive {
            return evaluation.status
          }
        case .failure(let ending): return ending.status
        }
      case .cleared: continue
      case .end: return 0
      case .terminated(let signal): return Self.status(signal: signal)
      }
    }
  }

  /// The end of the loop while a line was evaluated.
  private struct Ending: Error {
    var status: Int32
  }

  /// Shows what is announced meanwhile. Ctrl-C asks the evaluation to give up, and ends the program
  /// if it does not.
  private func evaluate(_ line: String) -> Result<Evaluation, Ending> {
    let answer = Answer<Evaluation>()
    let task = Task.detached { [evaluator, wakes] in
      answer.give(await evaluator.evaluate(line))
      wakes.post(.evaluated)
    }
    while true {
      for wake in wakes.wait() {
        switch wake {
        case .announcement(let text):
          output.write(text.hasSuffix("\n") ? text : text + "\n")
        case .evaluated:
          if let evaluation = answer.given { return .success(evaluation) }
        case .interrupted:
          output.write("\n")
          if task.isCancelled { return .failure(Ending(status: Self.status(signal: SIGINT))) }
          task.cancel()
        case .resized: break
        case .terminated(let signal):
          task.cancel()
          return .failure(Ending(status: Self.status(signal: signal)))
        }
      }
    }
  }

  /// The status that a shell gives to a program that a signal ended.
  private static func status(signal: Int32) -> Int32 { 128 + signal }
}
