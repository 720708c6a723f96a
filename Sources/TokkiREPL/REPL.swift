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
  private let output: TextOutput

  public init(
    evaluator: any LineEvaluator, announcements: Announcements, reader: any LineReader,
    output: TextOutput = .results
  ) {
    self.evaluator = evaluator
    self.wakes = announcements.wakes
    self.reader = reader
    self.output = output
  }

  /// The program's exit status, once there are no more lines or the user has left.
  public func run() -> ExitStatus {
    let signals = reader.hasUser ? Signals(ofTerminal: wakes) : nil
    let follower = Task.detached { [evaluator, wakes] in
      for await _ in await evaluator.rings { wakes.post(.news) }
    }
    let status = readAndEvaluate()
    follower.cancel()
    // From here on a second signal ends the program at once.
    signals?.cancel()
    // Ctrl-\ is for whoever waits for nothing any more.
    if status != .signal(SIGQUIT) { evaluator.takeLeave(results: output, complaints: output) }
    return status
  }

  private func readAndEvaluate() -> ExitStatus {
    while true {
      let prompt = wait { [evaluator] in await evaluator.prompt }
      switch reader.readLine(prompt: prompt ?? Prompt([])) {
      case .line(let line):
        reader.remember(line)
        switch evaluate(line) {
        case .answered(let evaluation):
          guard output.write(evaluation.text), tellNews() else { return .signal(SIGPIPE) }
          if evaluation.leaves { return .success }
        case .ended(let status): return status
        }
      case .cleared: wait { [evaluator] in await evaluator.drop() }
      case .end:
        // The first Ctrl-D leaves a command that goes on, the next one the program.
        guard reader.hasUser,
          let words = wait(for: { [evaluator] in await evaluator.abandon() }) ?? nil
        else { return .success }
        output.write(words)
      case .terminated(let signal): return .signal(signal)
      }
    }
  }

  /// What came while a line was evaluated stands after its answer.
  private func tellNews() -> Bool {
    guard let news = wait(for: { [evaluator] in await evaluator.news() }) ?? nil else {
      return true
    }
    return output.write(news)
  }

  /// How an evaluation went.
  private enum Course {
    case answered(Evaluation)
    /// The program was asked to end meanwhile.
    case ended(ExitStatus)
  }

  /// Shows what is announced meanwhile. Ctrl-C asks the evaluation to give up, which it does as
  /// soon as it can: the broker, and all that it holds, is here in this process.
  private func evaluate(_ line: String) -> Course {
    let answer = Answer<Evaluation>()
    let task = Task.detached { [evaluator, wakes] in
      answer.give(await evaluator.evaluate(line))
      wakes.post(.evaluated)
    }
    var isImpatient = false
    while true {
      for wake in wakes.wait() {
        switch wake {
        case .announcement(let text):
          output.write(text.hasSuffix("\n") ? text : text + "\n")
        case .interrupted:
          reader.forgetTyped()
          if task.isCancelled, !isImpatient {
            isImpatient = true
            tellOfStopping()
          }
          task.cancel()
        case .evaluated, .resized, .news: break
        case .terminated(let signal):
          task.cancel()
          return .ended(.signal(signal))
        }
      }
      if let evaluation = answer.given { return .answered(evaluation) }
    }
  }

  /// The evaluator may have no time to say it at once.
  private func tellOfStopping() {
    Task.detached { [evaluator, wakes] in
      if let words = await evaluator.stillStopping() { wakes.post(.announcement(words)) }
    }
  }
}
