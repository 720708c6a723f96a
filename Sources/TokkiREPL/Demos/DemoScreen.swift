import TokkiShell

/// What of a demo stands on the terminal. It can be drawn anew at any time, for another width or
/// another place.
struct DemoScreen {
  private(set) var renderer: DemoRenderer
  private let speed: Double
  private let output: TextOutput
  private(set) var pace: DemoPace
  /// The first beat that is shown.
  private var start: Int
  /// How many beats were shown as a whole.
  private(set) var place: Int
  /// How many of the cues of the beat at that place were shown.
  private(set) var cueCount = 0
  private var isOpen = false
  /// All cues of the beat at that place.
  private var beat: [DemoPace.Cue] = []
  private var help: StyledLine?
  /// What stands on the cursor's line before it.
  private var line = ""

  init(_ renderer: DemoRenderer, place: Int, speed: Double, output: TextOutput) {
    (self.renderer, self.start, self.place) = (renderer, place, place)
    (self.speed, self.output) = (speed, output)
    pace = DemoPace(renderer, speed: speed)
    begin()
  }

  private var demo: Demo { renderer.demo }

  var isOver: Bool { place >= demo.beats.count }

  /// Whether nothing of the chapter at hand is shown yet.
  var isBlank: Bool { place == start && cueCount == 0 && !isOpen }

  // MARK: Forward

  /// Shows what stands before the beat at hand: its chapter's title.
  mutating func open() {
    guard !isOpen else { return }
    isOpen = true
    write(renderer.text(renderer.opening(of: place, isFirst: place == start)))
  }

  /// The cues of the beat at hand that are still to be shown.
  var cues: ArraySlice<DemoPace.Cue> { beat.dropFirst(cueCount) }

  /// The cues that type a command, without the end of its line: it is not yet run.
  var typingCues: ArraySlice<DemoPace.Cue> {
    cues.lastIndex { $0.output == .enter }.map { cues[..<$0] } ?? []
  }

  mutating func show(_ cue: DemoPace.Cue) {
    cueCount += 1
    switch cue.output {
    case .prompt(let prompt): line = prompt.text
    case .keys(let keys): line += keys
    case .lines, .enter: line = ""
    }
    write(renderer.text(cue.output))
  }

  /// Shows what is visible of the beat at hand before it is run: its chapter's title, its command.
  mutating func arrive() {
    guard !isOver else { return }
    open()
    for cue in typingCues { show(cue) }
  }

  /// Shows what is left of the beat at hand, at once.
  mutating func complete() {
    open()
    for cue in cues { show(cue) }
    finish()
  }

  /// Whether narration is next: as the first thing that is told it needs no key.
  var isBeforeNarration: Bool {
    guard !isOver, case .narration = demo.beats[place].content else { return false }
    return true
  }

  /// The terminal has shown the next cue already.
  mutating func skip() { cueCount += 1 }

  /// The beat at hand was shown.
  mutating func finish() {
    place += 1
    begin()
  }

  private mutating func begin() {
    (cueCount, isOpen, line) = (0, false, "")
    beat = isOver ? [] : pace.cues(of: place)
  }

  // MARK: Anew

  /// Clears the terminal and shows the chapter up to that place.
  mutating func go(to place: Int) {
    self.place = max(0, min(place, demo.beats.count))
    start = demo.chapter(at: self.place).map { demo.chapters[$0].start } ?? 0
    help = nil
    begin()
    write(Self.clear + renderer.text(renderer.lines(of: start..<self.place)))
  }

  /// The same once more, for a terminal that may have another width.
  mutating func redraw(_ renderer: DemoRenderer) {
    self.renderer = renderer
    pace = DemoPace(renderer, speed: speed)
    let (cueCount, isOpen, help) = (self.cueCount, self.isOpen, self.help)
    begin()
    write(Self.clear + renderer.text(renderer.lines(of: start..<place)))
    if isOpen { open() }
    for cue in cues.prefix(cueCount) { show(cue) }
    self.help = nil
    if let help { showHelp(help) }
  }

  private static let clear = "\u{1B}[H\u{1B}[J"

  // MARK: Help

  /// A line below the cursor's, which stays where it is.
  mutating func showHelp(_ line: StyledLine) {
    guard help == nil else { return }
    help = line
    let fitting = line.shortened(to: renderer.style.width - 1)
    var layout = LineLayout(columns: renderer.style.width)
    layout.put(self.line.unicodeScalars)
    let text = renderer.style.isColoured ? fitting.coloured : fitting.text
    let right = layout.column > 0 ? "\u{1B}[\(layout.column)C" : ""
    write("\n\(text)\r\u{1B}[1A\(right)")
  }

  mutating func hideHelp() {
    guard help != nil else { return }
    help = nil
    write("\u{1B}[J")
  }

  /// Takes the cursor to the beginning of a line.
  mutating func endLine() {
    hideHelp()
    if !line.isEmpty { write("\n") }
    line = ""
  }

  func write(_ text: String) { if !text.isEmpty { output.write(text) } }
}
