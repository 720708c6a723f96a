import AMQPModel
import Foundation

/// A RabbitMQ that `.ci/brokers start` has started; its directory is told by an environment
/// variable.
struct BrokerInDirectory {
  static let variable = "TOKKI_BROKER_DIR"

  let directory: String
  let uri: AMQPURI

  /// nil where no directory is told.
  init?() throws {
    guard let directory = ProcessInfo.processInfo.environment[Self.variable] else { return nil }
    self.directory = directory
    let lines = try String(contentsOfFile: "\(directory)/broker", encoding: .utf8)
      .split(separator: "\n")
    guard lines.count > 1, let port = Int(lines[1]) else {
      throw Overdue(description: "\(directory)/broker names no port")
    }
    uri = .local(port)
  }

  /// `.ci/brokers COMMAND DIR`, until it is done.
  func order(_ command: String) async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = root.appending(path: ".ci/brokers")
    process.arguments = [command, directory]
    let ends = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = { process in
      ends.continuation.yield(process.terminationStatus)
      ends.continuation.finish()
    }
    try process.run()
    for await status in ends.stream where status != 0 {
      throw Overdue(description: ".ci/brokers \(command) ended with \(status)")
    }
  }
}
