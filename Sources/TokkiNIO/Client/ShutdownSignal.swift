internal import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The wish that the process end, for programs that end in good order.
///
/// ```swift
/// let deliveries = try await channel.consume("tasks")
/// Task {
///   await ShutdownSignal.wait()
///   try await connection.stopConsuming()
/// }
/// for try await message in deliveries {  // ends when what was delivered is done
///   work(on: message.content)
///   try await message.acknowledge()
/// }
/// try await connection.close()
/// ```
///
/// A program whose deliveries go to workers (`WorkPlan`) calls `NetworkClient.shutdown()` instead,
/// which waits for their work.
public enum ShutdownSignal {
  /// Ctrl-C, and what asks a service to stop: SIGINT and SIGTERM.
  public static let usual: [Int32] = [SIGINT, SIGTERM]

  /// Returns when the process gets one of these signals: its number. From then on the signals do
  /// again what they do by themselves, so that a second one ends the process at once.
  @discardableResult
  public static func wait(for numbers: [Int32] = usual) async -> Int32 {
    let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
    let sources = numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in continuation.yield(number) }
      source.resume()
      return source
    }
    var received = numbers.first ?? 0
    for await number in stream {
      received = number
      break
    }
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
    return received
  }
}
