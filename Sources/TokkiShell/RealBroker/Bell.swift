import Dispatch
import Synchronization

/// Rings when there is something new, and wakes whoever waits for that.
final class Bell: Sendable {
  private enum Waiter {
    /// Not asleep yet; gone again if it is woken now.
    case arriving
    case waiting(CheckedContinuation<Void, Never>)

    func wake() {
      if case .waiting(let continuation) = self { continuation.resume() }
    }
  }

  private struct State {
    var rings = 0
    var nextNumber = 0
    var waiters: [Int: Waiter] = [:]
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]

    mutating func number() -> Int {
      nextNumber += 1
      return nextNumber
    }
  }

  private let state = Mutex(State())

  /// How often it has rung.
  var rings: Int { state.withLock(\.rings) }

  func ring() {
    let (waiters, listeners) = state.withLock { state in
      state.rings += 1
      defer { state.waiters = [:] }
      return (state.waiters.values, state.listeners.values)
    }
    for waiter in waiters { waiter.wake() }
    for listener in listeners { listener.yield() }
  }

  /// Returns once it has rung more often than that, at the deadline, or when the task is cancelled.
  func wait(past rings: Int, until deadline: ContinuousClock.Instant? = nil) async {
    let id = state.withLock { state in
      let id = state.number()
      state.waiters[id] = .arriving
      return id
    }
    if let deadline {
      let rest = max(.zero, ContinuousClock.now.duration(to: deadline))
      DispatchQueue.global().asyncAfter(deadline: .now() + rest.asInterval) { [weak self] in
        self?.wake(id)
      }
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          let isWoken = state.waiters.removeValue(forKey: id) == nil
          if isWoken || state.rings > rings { return true }
          state.waiters[id] = .waiting(continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      wake(id)
    }
  }

  private func wake(_ id: Int) {
    state.withLock { $0.waiters.removeValue(forKey: id) }?.wake()
  }

  /// Says each time that it rings; times that nobody has listened to yet are one.
  func listen() -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let id = state.withLock { state in
        let id = state.number()
        state.listeners[id] = continuation
        return id
      }
      continuation.onTermination = { [weak self] _ in
        self?.state.withLock { _ = $0.listeners.removeValue(forKey: id) }
      }
    }
  }
}

extension Duration {
  /// Seconds, as Dispatch counts them.
  fileprivate var asInterval: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
