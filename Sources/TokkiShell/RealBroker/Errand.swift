import Synchronization

/// Work of which the result may be taken later, or by somebody else: what a real broker is asked
/// may take for ever, and its caller may give up meanwhile.
final class Errand<Value: Sendable>: Sendable {
  private enum State {
    case underWay
    case done(Value)
    /// Nobody waits; this takes the value.
    case left(@Sendable (Value) -> Void)
  }

  private let state = Mutex(State.underWay)
  private let bell = Bell()

  init(_ work: @escaping @Sendable () async -> Value) {
    Task.detached { self.finish(with: await work()) }
  }

  private func finish(with value: Value) {
    let heir: (@Sendable (Value) -> Void)? = state.withLock { state in
      if case .left(let heir) = state { return heir }
      state = .done(value)
      return nil
    }
    heir?(value)
    bell.ring()
  }

  /// The value; nil where it is not there at the deadline, or the task was cancelled. It goes to
  /// the heir then, once it is there.
  func value(
    until deadline: ContinuousClock.Instant?, leavingTo heir: @escaping @Sendable (Value) -> Void
  ) async -> Value? {
    await bell.wait(past: 0, until: deadline)
    return state.withLock { state in
      if case .done(let value) = state { return value }
      state = .left(heir)
      return nil
    }
  }
}
