#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The wish that the process end, for programs that nobody types to.
public enum Termination {
  /// Blocks until the process is asked to end; what it then says to its caller.
  public static func wait() -> ExitStatus {
    let wakes = Wakes()
    let signals = Signals(
      [
        SIGINT: .terminated(signal: SIGINT), SIGTERM: .terminated(signal: SIGTERM),
        SIGHUP: .terminated(signal: SIGHUP),
      ], to: wakes)
    defer { signals.cancel() }
    while true {
      for wake in wakes.wait() {
        if case .terminated(let signal) = wake {
          return signal == SIGINT ? .success : .signal(signal)
        }
      }
    }
  }
}
