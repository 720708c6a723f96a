import CPty
import FoundationEssentials
import TokkiREPL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The user's side of a terminal: keys in, a screen out.
final class Terminal {
  private(set) var screen: Screen
  private var descriptor: Int32
  private var child: pid_t?
  /// What a program in this process is to read and write.
  let programSide: Int32

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// A terminal on which a program runs.
  init(
    running program: String, _ arguments: [String] = [], environment: [String: String],
    columns: Int = 80
  ) throws {
    func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
      texts.map { strdup($0) } + [nil]
    }
    let (words, settings) = (
      copies([program] + arguments), copies(environment.map { "\($0)=\($1)" })
    )
    defer { for text in words + settings { free(text) } }
    var child: pid_t = 0
    descriptor = tokki_pty_start(program, words, settings, Int32(columns), 50, &child)
    guard descriptor >= 0 else { throw Failure(description: "no terminal for \(program)") }
    self.child = child
    programSide = -1
    screen = Screen(columns: columns)
  }

  /// A terminal for a program in this process.
  init(columns: Int = 80) throws {
    var (descriptor, programSide): (Int32, Int32) = (-1, -1)
    guard tokki_pty_open(Int32(columns), 50, &descriptor, &programSide) == 0 else {
      throw Failure(description: "no terminal")
    }
    self.descriptor = descriptor
    self.programSide = programSide
    screen = Screen(columns: columns)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    close(programSide)
    kill()
  }

  func type(_ keys: String) { TextOutput(descriptor: descriptor).write(keys) }

  func type(_ key: Key) { type(key.rawValue) }

  enum Key: String {
    case enter = "\r"
    case tab = "\t"
    case backspace = "\u{7F}"
    case left = "\u{1B}[D"
    case up = "\u{1B}[A"
    case home = "\u{1B}[1~"
    case controlC = "\u{3}"
    case controlD = "\u{4}"
    case controlR = "\u{12}"
    case controlBackslash = "\u{1C}"
  }

  /// The window is closed.
  func hangUp() {
    close(descriptor)
    descriptor = -1
  }

  func resize(columns: Int) {
    screen.resize(columns: columns)
    tokki_pty_resize(descriptor, Int32(columns), 50)
  }

  /// Waits until the cursor's line reads like this.
  func expectLine(_ text: String) async throws {
    try await expect("the cursor's line to be \"\(text)\"") { $0.cursorLine == text }
  }

  /// Waits until some line reads like this.
  func expectShown(_ text: String) async throws {
    try await expect("a line \"\(text)\"") { $0.lines.contains(text) }
  }

  func expect(_ what: String, isTrue: (Screen) -> Bool) async throws {
    var patience = Self.patience
    while !isTrue(screen) {
      guard receive(&patience) else {
        let shown = screen.lines.joined(separator: "\n")
        throw Failure(description: "expected \(what); \(screen.strange) the screen:\n\(shown)")
      }
      await Task.yield()
    }
  }

  /// Waits until the program has computed for some hundredths of a second more, where nothing shows
  /// that it is at work.
  func expectWork() async throws {
    let start = try ticks()
    var patience = Self.patience
    while try ticks() < start + 10 {
      guard receive(&patience) else { throw Failure(description: "no work") }
      await Task.yield()
    }
  }

  /// The processor time of the program, in hundredths of a second.
  private func ticks() throws -> Int {
    let path = "/proc/\(child ?? 0)/stat"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let fields = text.drop { $0 != ")" }.split(separator: " ")
    return fields.dropFirst(12).prefix(2).reduce(0) { $0 + (Int($1) ?? 0) }
  }

  /// How often the program may keep silent for 50 ms. Time that other tests take does not count.
  private static let patience = 600

  /// False when the program has ended, or has been silent for too long.
  private func receive(_ patience: inout Int) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 50) > 0 else {
      patience -= 1
      return patience > 0
    }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.take(bytes.prefix(count))
    return true
  }

  /// Ends the program by force.
  func kill() {
    guard let child else { return }
    #if canImport(Glibc)
      Glibc.kill(child, SIGKILL)
    #else
      Darwin.kill(child, SIGKILL)
    #endif
    waitpid(child, nil, 0)
    self.child = nil
  }

  /// Waits for the program's end, and gives its exit status.
  func exitStatus() async throws -> Int32 {
    var patience = Self.patience
    while descriptor >= 0, receive(&patience) { await Task.yield() }
    guard patience > 0 else {
      throw Failure(description: "no end; the screen:\n\(screen.lines.joined(separator: "\n"))")
    }
    guard let child else { return 0 }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    self.child = nil
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
