public import TokkiLanguage
public import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shows a demo step by step on a terminal that hands on whole lines only: Enter goes on. It
/// belongs on the main thread, which it blocks.
public final class DemoStepper {
  private let words: DemoWords
  private let follow: (_ state: DemoPlace.State, _ place: Int) -> Void
  private let announcements = Announcements()
  private var screen: DemoScreen

  public init(
    _ demo: Demo, from start: Int, language: Language, style: Style,
    output: TextOutput = .results,
    follow: @escaping (_ state: DemoPlace.State, _ place: Int) -> Void
  ) {
    self.follow = follow
    words = DemoWords(language: language)
    screen = DemoScreen(
      DemoRenderer(demo, style: style), place: start, speed: 1, output: output)
  }

  public func run() -> ExitStatus {
    let signals = Signals(ofTerminal: announcements.wakes)
    defer { signals.cancel() }
    screen.write(screen.renderer.text([words.lines, ""]))
    let status = showAll()
    follow(.over, screen.place)
    return status
  }

  private func showAll() -> ExitStatus {
    let reader = TypedLineReader(announcements: announcements)
    if screen.isBeforeNarration { screen.complete() }
    while !screen.isOver {
      screen.arrive()
      follow(.held, screen.place)
      switch reader.readLine(prompt: Prompt([])) {
      case .line("q"), .end: return .success
      case .line:
        // The key that was pressed has ended the command's line.
        if screen.cues.first?.output == .enter { screen.skip() }
        screen.complete()
      case .cleared: return .signal(SIGINT)
      case .terminated(let signal): return .signal(signal)
      }
    }
    return .success
  }
}
