#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal whose keys are heard one by one, without being shown. Keys that would be signals are
/// keys, too.
final class KeyTerminal {
  let input: Int32
  private let usual: termios
  private var decoder = KeyDecoder()
  private var waiting: [Unicode.Scalar] = []

  /// Nil where the descriptor is no terminal.
  init?(input: Int32) {
    var settings = termios()
    guard tcgetattr(input, &settings) == 0 else { return nil }
    self.input = input
    usual = settings
  }

  func begin() {
    var settings = usual
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    tcsetattr(input, TCSADRAIN, &settings)
  }

  /// The terminal is as it was.
  func end() {
    var settings = usual
    tcsetattr(input, TCSADRAIN, &settings)
  }

  /// Stops the process, as Ctrl-Z does; goes on when it is continued.
  func suspend() {
    end()
    raise(SIGTSTP)
    begin()
  }

  enum Wait {
    case key(DemoKey)
    case wakes
    case timeout
    /// The terminal is gone.
    case end
  }

  /// Waits for a key or a wake, for so many milliseconds; nil is for ever.
  func wait(_ wakes: Wakes, milliseconds: Int64?) -> Wait {
    if let key = DemoKey.take(from: &waiting) { return .key(key) }
    var ready = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakes.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&ready, 2, milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1)
    if count == 0 { return .timeout }
    guard count > 0 else { return errno == EINTR ? .wakes : .end }
    if ready[1].revents != 0 { return .wakes }
    var bytes = [UInt8](repeating: 0, count: 256)
    let length = read(input, &bytes, bytes.count)
    if length < 0, errno == EINTR || errno == EAGAIN { return .wakes }
    guard length > 0 else { return .end }
    waiting += bytes.prefix(length).flatMap { decoder.decode($0) }
    return DemoKey.take(from: &waiting).map { .key($0) } ?? .wakes
  }
}

/// What a key asks of a demo.
enum DemoKey: Hashable {
  case next
  case space
  case back
  case nextChapter
  case previousChapter
  case live
  case typed
  case help
  case leave
  case interrupt
  case suspend
  /// Nothing that is known.
  case other

  /// The first key; the arrows, and those of a presenter's remote control, are several characters.
  static func take(from keys: inout [Unicode.Scalar]) -> DemoKey? {
    guard let first = keys.first else { return nil }
    keys.removeFirst()
    guard first == "\u{1B}" else { return key(first) }
    guard let second = keys.first, second == "[" || second == "O" else { return .other }
    keys.removeFirst()
    var sequence = ""
    while let scalar = keys.first {
      keys.removeFirst()
      sequence.unicodeScalars.append(scalar)
      if (0x40...0x7E).contains(scalar.value) { break }
    }
    return switch sequence {
    case "C", "B", "6~": .next
    case "D", "A", "5~": .back
    default: .other
    }
  }

  /// Hangul letters stand on the same keys.
  private static func key(_ scalar: Unicode.Scalar) -> DemoKey {
    switch scalar {
    case "\r", "\n": .next
    case " ": .space
    case "b", "B", "ㅠ", "\u{7F}", "\u{8}": .back
    case "n", "N", "ㅜ": .nextChapter
    case "p", "P", "ㅔ": .previousChapter
    case "!": .live
    case "t", "T", "ㅅ": .typed
    case "?": .help
    case "q", "Q", "ㅂ", "\u{4}": .leave
    case "\u{3}": .interrupt
    case "\u{1A}": .suspend
    default: .other
    }
  }
}
