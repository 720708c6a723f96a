#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the lines of a user whose terminal cannot edit them, or whose output goes elsewhere. The
/// terminal itself shows what is typed, line by line. For one thread alone.
public final class TypedLineReader: LineReader {
  private let wakes: Wakes
  private let news: () -> String?
  private let input = STDIN_FILENO
  private let output: TextOutput
  /// What was typed and belongs to no line yet.
  private var typed: [UInt8] = []

  /// - Parameter news: what is to be shown above the prompt; nil if there is nothing.
  public init(
    announcements: Announcements, output: TextOutput = .results,
    news: @escaping () -> String? = { nil }
  ) {
    self.wakes = announcements.wakes
    self.news = news
    self.output = output
  }

  public var hasUser: Bool { true }

  public func remember(_ line: String) {}

  public func forgetTyped() {
    typed = []
    output.write("\n")
  }

  public func readLine(prompt: Prompt) -> LineReading {
    output.write(prompt.plain)
    while true {
      if let line = takeLine() { return .line(line) }
      var ready = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakes.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ready, 2, -1) >= 0 || errno == EINTR else { return .terminated(signal: SIGHUP) }
      if ready[1].revents != 0, let reading = obeyWakes(prompt) { return reading }
      if ready[0].revents != 0, let reading = read() { return reading }
    }
  }

  private func takeLine() -> String? {
    guard let end = typed.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { typed.removeFirst(end + 1) }
    return String(decoding: typed[..<end], as: UTF8.self)
  }

  /// Nil where there is more to come.
  private func read() -> LineReading? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    #if canImport(Glibc)
      let count = Glibc.read(input, &bytes, bytes.count)
    #else
      let count = Darwin.read(input, &bytes, bytes.count)
    #endif
    if count > 0 {
      typed += bytes.prefix(count)
      return nil
    }
    if count < 0 {
      return errno == EINTR || errno == EAGAIN ? nil : .terminated(signal: SIGHUP)
    }
    output.write("\n")
    guard !typed.isEmpty else { return .end }
    defer { typed = [] }
    return .line(String(decoding: typed, as: UTF8.self))
  }

  /// Nil where the line goes on.
  private func obeyWakes(_ prompt: Prompt) -> LineReading? {
    var reading: LineReading?
    for wake in wakes.take() {
      switch wake {
      case .announcement(let text): show(text, above: prompt)
      case .news: news().map { show($0, above: prompt) }
      case .interrupted:
        // The terminal has dropped what was typed of the line.
        forgetTyped()
        reading = .cleared
      case .terminated(let signal): return .terminated(signal: signal)
      case .evaluated, .resized: break
      }
    }
    return reading
  }

  private func show(_ text: String, above prompt: Prompt) {
    output.write("\n" + text + (text.hasSuffix("\n") ? "" : "\n") + prompt.plain)
  }
}
