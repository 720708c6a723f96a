public import TokkiBroker
public import TokkiLanguage
import TokkiSimulation

/// A transcript made ready to be shown. It was run as a whole, on a simulated broker of its own, so
/// that whoever shows it can go forth and back in it as they like.
public struct Demo: Hashable, Sendable {
  public var title: String
  public var seed: UInt64
  public var profile: Profile
  public var language: Language
  public var chapters: [Chapter] = []
  public var beats: [Beat] = []
  /// What stands after the last beat.
  public var ending = Interlude()
  /// The lines (from 1) of the commands whose answers are not those of the transcript.
  public var differingLines: [Int] = []
  /// The commands, the hidden ones too, in their order.
  private var lines: [String] = []

  public struct Chapter: Hashable, Sendable {
    public var title: String
    /// Its first beat's place among all beats; their count where it has none.
    public var start: Int
    /// In the file, from 1.
    public var line: Int
  }

  /// What an audience sees at once.
  public struct Beat: Hashable, Sendable {
    public var content: Content
    /// What comes before it.
    public var before: Interlude
    /// In the file, from 1.
    public var line: Int
    /// How many commands, the hidden ones too, were run before it.
    fileprivate var lineCount: Int
  }

  public enum Content: Hashable, Sendable {
    /// Markdown.
    case narration(String)
    case command(Performed)
  }

  /// A command as it was run.
  public struct Performed: Hashable, Sendable {
    public var text: String
    public var outcome: Outcome
    /// The language of the answer.
    public var language: Language
    /// Milliseconds of virtual time before it.
    public var startedAt: Int64
  }

  /// What stands between two beats, and is not shown to an audience.
  public struct Interlude: Hashable, Sendable {
    /// For the speaker, about the beat that follows.
    public var notes: [String] = []
    /// nil: until a key is pressed.
    public var pauses: [VirtualDuration?] = []
  }

  /// Runs a transcript.
  ///
  /// - Parameter language: of the answers; nil is the transcript's.
  /// - Throws: `TranscriptError` where it cannot be run.
  public init(
    _ transcript: Transcript, fileName: String, language: Language? = nil
  ) async throws(TranscriptError) {
    title = transcript.title
    (seed, profile) = (transcript.seed, transcript.profile)
    self.language = language ?? transcript.language
    // Answers are compared in the transcript's language, whatever language they are shown in.
    let shell = Shell(
      simulator: Simulation(profile: profile, seed: seed),
      configuration: Shell.Configuration(
        language: transcript.language, profile: profile, seed: seed))
    var run = TranscriptRun(fileName: fileName, shell: shell)
    var now: Int64 = 0
    for step in transcript.steps {
      try await run.perform(step)
      switch step {
      case .prose(let text, let line): add(.narration(text), line: line)
      case .typed(let typed):
        guard let performed = run.performed.last else { continue }
        add(
          .command(
            Performed(
              text: performed.text, outcome: performed.outcome,
              language: language ?? performed.language, startedAt: now)),
          line: typed.line)
        lines.append(performed.text)
        if performed.isDifferent { differingLines.append(typed.line) }
      case .hidden: lines.append(run.lastHidden)
      case .chapter(let title, let line):
        chapters.append(Chapter(title: title, start: beats.count, line: line))
      case .note(let text, _): ending.notes.append(text)
      case .pause(let time, _): ending.pauses.append(time)
      }
      now = await shell.now() ?? now
    }
  }

  private mutating func add(_ content: Content, line: Int) {
    beats.append(Beat(content: content, before: ending, line: line, lineCount: lines.count))
    ending = Interlude()
  }

  // MARK: Places

  /// The chapter that a place among the beats is in; nil before the first.
  public func chapter(at place: Int) -> Int? {
    chapters.lastIndex { $0.start <= place }
  }

  /// A chapter by its number (from 1), its title, or what its title alone begins with.
  public func chapter(named name: String) -> Int? {
    if let number = Int(name), chapters.indices.contains(number - 1) { return number - 1 }
    let wanted = name.lowercased()
    if let exact = chapters.firstIndex(where: { $0.title.lowercased() == wanted }) { return exact }
    let found = chapters.indices.filter { chapters[$0].title.lowercased().hasPrefix(wanted) }
    return found.count == 1 ? found.first : nil
  }

  /// The commands that a broker has gone through at that place.
  public func lines(before place: Int) -> [String] {
    let count = place < beats.count ? beats[max(0, place)].lineCount : lines.count
    return Array(lines.prefix(count))
  }
}
