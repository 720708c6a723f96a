import NIOCore
import NIOPosix

/// Something did not happen in time.
struct Overdue: Error, CustomStringConvertible {
  var description: String
}

/// How long a test waits for what must come: long enough for a machine that is busy with all the
/// other tests. What does not come at all costs so much once.
private let patience: Int64 = 300

private let clockLoop = MultiThreadedEventLoopGroup.singleton.next()

/// The value, if it comes.
func within<Value: Sendable>(
  _ what: String, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let promise = clockLoop.makePromise(of: Value.self)
  promise.completeWithTask(body)
  let timer = clockLoop.scheduleTask(in: .seconds(patience)) {
    promise.fail(Overdue(description: "no \(what) within \(patience) s"))
  }
  defer { timer.cancel() }
  return try await promise.futureResult.get()
}

/// Returns when the condition holds, which it must within so many seconds.
func until(
  _ what: String, within seconds: Int64 = patience,
  _ holds: @escaping @Sendable () async throws -> Bool
) async throws {
  let end = NIODeadline.now() + .seconds(seconds)
  while try await !holds() {
    if NIODeadline.now() > end { throw Overdue(description: "no \(what) within \(seconds) s") }
    try await clockLoop.scheduleTask(in: .milliseconds(5)) {}.futureResult.get()
  }
}

/// Milliseconds that something takes.
func duration(_ body: () async throws -> Void) async rethrows -> Int64 {
  let start = NIODeadline.now()
  try await body()
  return (NIODeadline.now() - start).nanoseconds / 1_000_000
}
