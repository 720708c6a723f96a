import Dispatch
import Synchronization

/// What a task came to, for a thread that waits for it.
final class Answer<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  var given: Value? { value.withLock { $0 } }

  func give(_ value: Value) { self.value.withLock { $0 = value } }
}

/// Blocks the calling thread, which is not to be one that tasks run on, until the work is done.
@discardableResult
public func wait<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value? {
  let answer = Answer<Value>()
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    answer.give(await work())
    done.signal()
  }
  done.wait()
  return answer.given
}
