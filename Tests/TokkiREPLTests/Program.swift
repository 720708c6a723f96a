import Foundation
import Synchronization

/// The program as it was built, beside the tests.
enum Program {
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    let file = tests.hasPrefix("/proc") ? bundle ?? "" : tests
    let folder = file.components(separatedBy: "/").prefix { !$0.hasSuffix(".xctest") }
    return folder.joined(separator: "/") + "/tokki"
  }()

  /// For all that the tests of this process leave behind; taken away when it ends.
  private static let states: String = {
    atexit { try? FileManager.default.removeItem(atPath: Program.states) }
    return FileManager.default.temporaryDirectory.path + "/tokki-\(UUID().uuidString)"
  }()

  /// A folder of its own for each test's state.
  static func makeState() -> String {
    let number = stateCount.withLock { count in
      count += 1
      return count
    }
    return "\(states)/\(number)"
  }

  private static let stateCount = Mutex(0)

  static func environment(
    state: String, _ others: [String: String] = [:]
  ) -> [String: String] {
    let usual = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": state, "XDG_STATE_HOME": state,
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "TOKKI_HINTS": "off",
    ]
    return usual.merging(others) { $1 }
  }

  /// A session at a terminal, as a user has it.
  static func session(
    _ arguments: [String] = [], state: String = makeState(), columns: Int = 80,
    environment: [String: String] = [:]
  ) throws -> Terminal {
    try Terminal(
      running: path, arguments, environment: Self.environment(state: state, environment),
      columns: columns)
  }

  /// A broker that the program serves on a port of its own.
  struct Service {
    let process: Process
    let uri: String

    var port: Substring { uri.split(separator: ":").last ?? "" }

    func stop() {
      process.terminate()
      process.waitUntilExit()
    }
  }

  static func serving() throws -> Service {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["serve", "--port", "0"]
    process.environment = environment(state: makeState())
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
    var greeting = Data()
    while greeting.last != UInt8(ascii: "\n") {
      guard let byte = try stdout.fileHandleForReading.read(upToCount: 1), !byte.isEmpty else {
        break
      }
      greeting += byte
    }
    let words = String(decoding: greeting, as: UTF8.self).split { $0.isWhitespace }
    let uri = words.last.map(String.init) ?? ""
    return Service(process: process, uri: uri)
  }

  struct Run: Equatable {
    var status: Int32
    var results: String
    var complaints: String
  }

  /// A run without a terminal, to its end.
  ///
  /// - Parameter shell: lines of bash that come before, and change what the program may do.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    after shell: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: shell == nil ? path : "/bin/bash")
    let wrapped = shell.map { ["-c", "\($0)\nexec \"$0\" \"$@\"", path] } ?? []
    process.arguments = wrapped + arguments
    process.environment = Self.environment(state: makeState(), environment)
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let results = stdout.fileHandleForReading.readDataToEndOfFile()
    let complaints = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, results: String(decoding: results, as: UTF8.self),
      complaints: String(decoding: complaints, as: UTF8.self))
  }
}
