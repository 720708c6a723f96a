import Dispatch
import Synchronization
import TokkiREPL

/// Lines on their way to standard output, for writers that cannot wait for its reader. Where that
/// is too slow, lines are left out and counted.
final class LineLog: Sendable {
  private static let longest = 10_000

  private let queue = DispatchQueue(label: "tokki.log")
  private let state = Mutex((waiting: 0, leftOut: 0))

  func write(_ line: String) {
    let isTaken = state.withLock { state in
      guard state.waiting < Self.longest else {
        state.leftOut += 1
        return false
      }
      state.waiting += 1
      return true
    }
    guard isTaken else { return }
    queue.async { [self] in
      let leftOut = state.withLock { state in
        defer { state = (state.waiting - 1, 0) }
        return state.leftOut
      }
      TextOutput.results.write((leftOut > 0 ? "… (+\(leftOut))\n" : "") + line + "\n")
    }
  }

  /// Waits until what there is was written, but not for a reader that does not read.
  func finish() {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    _ = done.wait(timeout: .now() + 1)
  }
}
