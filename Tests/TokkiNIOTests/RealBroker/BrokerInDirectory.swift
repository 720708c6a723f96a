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
    let end = FileManager.default.temporaryDirectory.appending(path: "tokki-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: end) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "\"$1\" \"$2\" \"$3\"; echo $? > \"$4.made\"; mv \"$4.made\" \"$4\"", "sh",
      root.appending(path: ".ci/brokers").path, command, directory, end.path,
    ]
    try process.run()
    // The broker is a child of the process that started it, for whose end Foundation would wait.
    try await until("end of .ci/brokers \(command)", within: 120) {
      FileManager.default.fileExists(atPath: end.path)
    }
    let status = try String(contentsOf: end, encoding: .utf8)
    if status != "0\n" { throw Overdue(description: ".ci/brokers \(command): \(status)") }
  }
}
