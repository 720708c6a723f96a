public import TokkiBroker
public import TokkiLanguage

/// A recorded session that is a page, a demo and a test at once: Markdown in which fenced `tokki`
/// blocks hold what was typed and, exactly, what was answered.
///
///     <!-- tokki transcript: seed 1, profile 4.0, language en -->
///
///     # A title, and prose anywhere between the blocks
///
///     ## The first message
///
///     <!-- tokki pause: 2s -->
///     <!-- tokki note: For the speaker alone. -->
///     <!-- tokki hidden:
///     declare queue hello
///     -->
///
///     ```tokki
///     tokki> publish "" hello \
///     ...> "Hello World!"
///     "Hello World!" → default exchange · key hello names a queue
///       → hello (1 ready)
///     ```
///
/// - The header comes first. `seed` (0 if left out), `profile` (4.0), `language` (en) make the run
///   what it is; at least one of them is stated.
/// - A line that begins with `tokki> ` is typed; one with `...> ` right after it continues it. All
///   lines up to the next of those are the answer. Blank lines at an answer's end and blanks at a
///   line's end do not count.
/// - Prose is the narration of a demo. A heading of the second level begins a chapter.
/// - Annotations are HTML comments, which a page does not show. Comments that do not begin with
///   `tokki` are left alone.
///   - `chapter: TITLE` begins a chapter where the page is to show no heading;
///   - `pause: 2s` makes a demo wait, `pause` alone makes it wait for a key;
///   - `note: …` is for the speaker alone, and belongs to what comes next;
///   - `hidden: …` lines are typed without being shown; none of them may fail.
///
/// In answers, and in what is typed, double braces mean something:
///
/// - `{{...}}` alone on a line: any number of lines, also none;
/// - `{{*}}` within a line: any text, also none;
/// - `{{name}}`: some text that is not empty; bound where it is used first, and the same text
///   wherever it is used again, be it in answers or in what is typed;
/// - `{{{{`: two braces that are meant as they are.
public struct Transcript: Hashable, Sendable {
  public var seed: UInt64 = 0
  public var profile = Profile.rabbitMQ40
  public var language = Language.english
  /// The first heading of the first level; empty without one.
  public var title = ""
  public var steps: [Step] = []
  /// The file's lines, which an acceptance rewrites.
  var lines: [String] = []

  /// One thing to be done, and the number of the line where it stands, from 1.
  public enum Step: Hashable, Sendable {
    case typed(Typed)
    case hidden(String, line: Int)
    case chapter(String, line: Int)
    case note(String, line: Int)
    /// nil: until whoever plays it presses a key.
    case pause(VirtualDuration?, line: Int)
    /// Markdown between the blocks, with the blocks in other languages that stand in it.
    case prose(String, line: Int)
  }

  /// What is typed, and the answer to it.
  public struct Typed: Hashable, Sendable {
    /// The whole command; a continued one holds line ends.
    public var text: String
    public var line: Int
    /// The answer as written, wildcards and all, without blank lines at its end.
    public var answer: [String]
    /// Which of the file's lines (from 0) are the answer.
    var answerRange: Range<Int>
  }

  /// What stands before what is typed.
  public static let prompt = "tokki> "
  /// What stands before a line that continues the one before.
  public static let continuationPrompt = "...> "

  /// Reads a file.
  ///
  /// - Throws: `TranscriptError`, with the place and what to do about it.
  public init(_ text: String, fileName: String) throws(TranscriptError) {
    var parser = TranscriptParser(text, fileName: fileName)
    self = try parser.transcript()
  }

  init() {}
}

/// Why a transcript cannot be understood, or cannot be run.
public struct TranscriptError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case noHeader
    case secondHeader
    case badHeader(String)
    case unknownProfile(String)
    case unknownLanguage(String)
    case badSeed(String)
    case unknownAnnotation(String)
    case openAnnotation
    case openBlock
    case noPrompt(String)
    case badPause(String)
    case badWildcard(String)
    case unboundName(String)
    /// A hidden line did not do what it should.
    case hiddenFailed(String, answer: String)
    /// The command goes on, and no continuation follows.
    case incomplete(String)
  }

  public var fileName: String
  /// From 1.
  public var line: Int
  public var reason: Reason

  init(_ reason: Reason, _ fileName: String, line: Int) {
    self.reason = reason
    self.fileName = fileName
    self.line = line
  }

  /// `FILE:LINE: what is wrong. What to do.`
  public func text(in language: Language) -> String {
    let sentence = TranscriptSentences(language: language).sentence(reason)
    return "\(VisibleText.escaped(fileName)):\(line): \(sentence.text)"
  }
}
