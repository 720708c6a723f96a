#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Work that a signal cancels and that is waited for all the same, since it has to tidy up. It
/// belongs on the main thread, which it blocks.
public enum CancellableWork {
  /// - Returns: what the work came to; and, where SIGINT, SIGTERM or SIGHUP cancelled it, what the
  ///   process then says to its caller. A second signal ends the process at once.
  public static func run<Value: Sendable>(
    _ work: @escaping @Sendable () async -> Value
  ) -> (value: Value?, cancelled: ExitStatus?) {
    let wakes = Wakes()
    let signals = Signals(
      [
        SIGINT: .terminated(signal: SIGINT), SIGTERM: .terminated(signal: SIGTERM),
        SIGHUP: .terminated(signal: SIGHUP),
      ], to: wakes)
    let answer = Answer<Value>()
    let task = Task.detached {
      answer.give(await work())
      wakes.post(.evaluated)
    }
    var cancelled: ExitStatus?
    while true {
      for wake in wakes.wait() {
        switch wake {
        case .evaluated:
          if cancelled == nil { signals.cancel() }
          return (answer.given, cancelled)
        case .terminated(let signal):
          if cancelled == nil { signals.cancel() }
          cancelled = .signal(signal)
          task.cancel()
        case .announcement, .news, .interrupted, .resized: break
        }
      }
    }
  }
}
