public import TokkiLanguage
public import TokkiShell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shows a demo on a terminal, and obeys the keys of whoever shows it. It belongs on the main
/// thread, which it blocks.
public final class DemoPlayer {
  public struct Configuration {
    /// Whether commands are typed by themselves; otherwise each step waits for a key.
    public var isTyped: Bool
    /// 2 is twice as fast.
    public var speed: Double
    /// The place where it begins.
    public var start: Int
    public var language: Language
    /// How output is to look, asked again when the terminal changes.
    public var style: () -> Style
    /// Lets the user type, on a broker that has gone through the beats before that place.
    public var live: (_ place: Int) -> ExitStatus
    /// Is told where the demo is.
    public var follow: (_ state: DemoPlace.State, _ place: Int) -> Void

    public init(
      isTyped: Bool, speed: Double, start: Int, language: Language, style: @escaping () -> Style,
      live: @escaping (_ place: Int) -> ExitStatus,
      follow: @escaping (_ state: DemoPlace.State, _ place: Int) -> Void
    ) {
      self.isTyped = isTyped
      self.speed = speed
      self.start = start
      self.language = language
      self.style = style
      self.live = live
      self.follow = follow
    }
  }

  private let demo: Demo
  private let configuration: Configuration
  private let terminal: KeyTerminal
  private let words: DemoWords
  private var screen: DemoScreen
  private var wakes = Wakes()
  private var signals: Signals?
  private var isTyped: Bool
  /// Whether what is typed by itself stands still.
  private var isHeld = false
  /// The place before which the demo has paused.
  private var pausedPlace: Int?
  private var hasHelp = true
  /// What ends the demo.
  private var ending: ExitStatus?

  /// Nil where there is no terminal.
  public init?(_ demo: Demo, _ configuration: Configuration, output: TextOutput = .results) {
    guard let terminal = KeyTerminal(input: STDIN_FILENO) else { return nil }
    self.demo = demo
    self.configuration = configuration
    self.terminal = terminal
    words = DemoWords(language: configuration.language)
    isTyped = configuration.isTyped
    screen = DemoScreen(
      DemoRenderer(demo, style: configuration.style()), place: configuration.start,
      speed: configuration.speed, output: output)
  }

  /// The terminal is left as it was, whatever ends the demo.
  public func run() -> ExitStatus {
    begin()
    if !isTyped { showFirst() }
    while ending == nil {
      if isTyped && !isHeld { play() } else { stop() }
    }
    screen.endLine()
    end()
    configuration.follow(.over, screen.place)
    return ending ?? .success
  }

  private func begin() {
    wakes = Wakes()
    signals = Signals(
      [
        SIGINT: .terminated(signal: SIGINT), SIGWINCH: .resized,
        SIGTERM: .terminated(signal: SIGTERM), SIGHUP: .terminated(signal: SIGHUP),
      ], to: wakes)
    terminal.begin()
  }

  private func end() {
    terminal.end()
    signals?.cancel()
    signals = nil
  }

  // MARK: By itself

  /// Shows the beat at hand at the pace of a human. A key may end that at any moment.
  private func play() {
    configuration.follow(.playing, screen.place)
    let place = screen.place
    if screen.cueCount == 0, pausedPlace != place {
      pausedPlace = place
      let before = screen.isOver ? demo.ending : demo.beats[place].before
      guard goesOn(after: before.pauses) else { return }
    }
    guard !screen.isOver else {
      ending = .success
      return
    }
    screen.open()
    // The terminal may change in between, and with it the cues.
    while let delay = screen.cues.first?.delay {
      guard goesOn(after: delay, isTyping: true) else { return }
      if let cue = screen.cues.first { screen.show(cue) }
    }
    screen.finish()
    _ = goesOn(after: screen.pace.rest(after: place))
  }

  private func goesOn(after pauses: [VirtualDuration?]) -> Bool {
    for pause in pauses {
      guard let pause else {
        isHeld = true
        return false
      }
      guard goesOn(after: screen.pace.duration(of: pause)) else { return false }
    }
    return true
  }

  /// Waits. False when a key wants something else.
  ///
  /// - Parameter isTyping: whether Enter shows all of the beat; otherwise it ends the waiting.
  private func goesOn(after milliseconds: Int64, isTyping: Bool = false) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    while ending == nil {
      let rest = (end - clock.now) / .milliseconds(1)
      guard rest > 0 else { return true }
      switch terminal.wait(wakes, milliseconds: Int64(rest.rounded(.up))) {
      case .timeout: return true
      case .wakes: obeyWakes()
      case .end: ending = .signal(SIGHUP)
      case .key(.next):
        if isTyping { complete() }
        return !isTyping
      case .key(.space), .key(.typed):
        isHeld = true
        return false
      case .key(let key):
        if obey(key) { return false }
      }
    }
    return false
  }

  // MARK: Key by key

  /// The demo stands where it is until a key is pressed.
  private func stop() {
    if !isHeld || screen.cueCount > 0 { screen.arrive() }
    configuration.follow(.held, screen.place)
    showHelp()
    defer { screen.hideHelp() }
    while ending == nil {
      switch terminal.wait(wakes, milliseconds: nil) {
      case .timeout: break
      case .wakes: obeyWakes()
      case .end: ending = .signal(SIGHUP)
      case .key(.next):
        return complete()
      case .key(.space):
        if isTyped { isHeld = false } else { complete() }
        return
      case .key(.typed):
        isTyped = true
        isHeld = false
        return
      case .key(let key):
        if obey(key) { return }
      }
    }
  }

  /// The first thing that is told needs no key.
  private func showFirst() {
    if screen.isBeforeNarration { complete() }
  }

  /// Shows what is left of the beat at hand, at once.
  private func complete() {
    screen.hideHelp()
    guard !screen.isOver else {
      ending = .success
      return
    }
    screen.complete()
    if isHeld { screen.arrive() }
  }

  private func showHelp() {
    if hasHelp { screen.showHelp(words.keys(isTyped: isTyped, isOver: screen.isOver)) }
  }

  // MARK: Keys

  /// True when the demo is elsewhere now, or over.
  private func obey(_ key: DemoKey) -> Bool {
    switch key {
    case .back: return goBack()
    case .nextChapter:
      guard let chapter = demo.chapters.first(where: { $0.start > screen.place }) else {
        return false
      }
      screen.go(to: chapter.start)
    case .previousChapter: screen.go(to: previousChapter)
    case .live: answerLive()
    case .leave: ending = .success
    case .interrupt: ending = .signal(SIGINT)
    case .suspend:
      terminal.suspend()
      redraw()
      return false
    case .help:
      hasHelp.toggle()
      if hasHelp, !isTyped || isHeld { showHelp() } else { screen.hideHelp() }
      return false
    case .next, .space, .typed, .other: return false
    }
    if isHeld, screen.isBlank {
      screen.arrive()
      // A chapter shows its title; what comes before all of them has none.
      if screen.place == 0 { showFirst() }
    }
    return true
  }

  /// To before the step that was shown last.
  private func goBack() -> Bool {
    let isMoving = isTyped && !isHeld && screen.cueCount > 0
    guard screen.place > 0 || isMoving else { return false }
    screen.go(to: isMoving ? screen.place : screen.place - 1)
    isHeld = isTyped
    return true
  }

  /// Where the chapter at hand begins, or the one before it.
  private var previousChapter: Int {
    demo.chapters.last { $0.start < screen.place }?.start ?? 0
  }

  /// The user at the prompt, on a broker of their own: the demo's is as it was.
  private func answerLive() {
    screen.endLine()
    screen.write(screen.renderer.text(["", words.live]))
    configuration.follow(.live, screen.place)
    end()
    let status = configuration.live(screen.place)
    begin()
    guard status == .success else {
      ending = status
      return
    }
    screen.go(to: screen.place)
    isHeld = isTyped
  }

  private func obeyWakes() {
    for wake in wakes.take() {
      switch wake {
      case .resized: redraw()
      case .terminated(let signal): ending = .signal(signal)
      case .announcement, .news, .evaluated, .interrupted: break
      }
    }
  }

  private func redraw() { screen.redraw(DemoRenderer(demo, style: configuration.style())) }
}
