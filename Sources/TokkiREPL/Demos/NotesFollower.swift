public import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The speaker's second terminal: chapter, notes and next command of a demo that plays on another
/// one. Either side may begin, and begin again. It belongs on the main thread, which it blocks.
public struct NotesFollower {
  private let file: PlaceFile
  private let renderer: (Style) -> DemoPlaceRenderer
  private let style: () -> Style
  private let isJSON: Bool
  private let output: TextOutput

  /// How often the file is looked at, in milliseconds.
  private static let interval: Int64 = 150

  public init(
    _ file: PlaceFile, isJSON: Bool, style: @escaping () -> Style,
    renderer: @escaping (Style) -> DemoPlaceRenderer, output: TextOutput = .results
  ) {
    self.file = file
    self.isJSON = isJSON
    self.style = style
    self.renderer = renderer
    self.output = output
  }

  /// Shows each place on a cleared terminal, until a key leaves.
  public func runOnTerminal() -> ExitStatus? {
    guard let terminal = KeyTerminal(input: STDIN_FILENO) else { return nil }
    let wakes = Wakes()
    let signals = Signals(
      [
        SIGINT: .terminated(signal: SIGINT), SIGWINCH: .resized,
        SIGTERM: .terminated(signal: SIGTERM), SIGHUP: .terminated(signal: SIGHUP),
      ], to: wakes)
    terminal.begin()
    defer {
      terminal.end()
      signals.cancel()
    }
    var shown = ""
    while true {
      let text = picture()
      if text != shown { output.write("\u{1B}[H\u{1B}[J" + text) }
      shown = text
      switch terminal.wait(wakes, milliseconds: Self.interval) {
      case .timeout: break
      case .end: return .signal(SIGHUP)
      case .key(.leave): return .success
      case .key(.interrupt): return .signal(SIGINT)
      case .key(.suspend):
        terminal.suspend()
        shown = ""
      case .key: break
      case .wakes:
        for wake in wakes.take() {
          if case .terminated(let signal) = wake { return .signal(signal) }
          if wake == .resized { shown = "" }
        }
      }
    }
  }

  private func picture() -> String {
    let style = style()
    let renderer = renderer(style)
    let lines =
      file.read().map { place in
        renderer.lines(place, now: place.place == .over ? nil : PlaceFile.now())
      } ?? renderer.waiting(path: file.path)
    return lines.map { (style.isColoured ? $0.coloured : $0.text) + "\n" }.joined()
  }

  /// Writes each new place below the last one, until a signal comes or nobody reads.
  public func runInPlainText() -> ExitStatus {
    let wakes = Wakes()
    let signals = Signals(
      [
        SIGINT: .terminated(signal: SIGINT), SIGTERM: .terminated(signal: SIGTERM),
        SIGHUP: .terminated(signal: SIGHUP),
      ], to: wakes)
    defer { signals.cancel() }
    var last: DemoPlace?
    while true {
      if let place = file.read(), place != last {
        last = place
        guard output.write(text(of: place)) else { return .signal(SIGPIPE) }
      }
      var ready = pollfd(fd: wakes.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, Int32(Self.interval)) > 0 else { continue }
      for case .terminated(let signal) in wakes.take() { return .signal(signal) }
    }
  }

  private func text(of place: DemoPlace) -> String {
    if isJSON { return place.json + "\n" }
    let lines = renderer(.plain).lines(place, now: nil)
    return lines.map { $0.text + "\n" }.joined() + "\n"
  }
}
