public import TokkiBroker
public import TokkiLanguage

/// A transcript as it grows with a session: what is to be added to its file for each command and
/// each remark. Whenever the writing stops, the file is a whole transcript.
public struct TranscriptWriter: Sendable {
  /// What becomes of the file: its last bytes make room for a text.
  public struct Addition: Hashable, Sendable {
    /// How many bytes at the file's end go; the text begins where they stood.
    public var replacedByteCount: Int
    public var text: String

    public init(replacing replacedByteCount: Int = 0, text: String) {
      self.replacedByteCount = replacedByteCount
      self.text = text
    }

    /// Both as one.
    public func followed(by next: Addition) -> Addition {
      let kept = text.utf8.dropLast(next.replacedByteCount)
      let more = max(0, next.replacedByteCount - text.utf8.count)
      return Addition(
        replacing: replacedByteCount + more, text: String(Substring(kept)) + next.text)
    }
  }

  /// What stands at the file's end.
  private enum Ending: Hashable, Sendable {
    case other
    /// A line of narration, which the next one goes on with.
    case narration
    /// A block that is closed by that many backquotes, and can be opened again.
    case block(fence: Int)
  }

  private var ending = Ending.other
  /// The lines of the latest command, and how many bytes it has with its answer.
  private var latest: (typed: [String], byteCount: Int) = ([], 0)

  /// Goes on at the end of a file.
  public init() {}

  /// A new file's first lines.
  public static func header(
    title: String, seed: UInt64, profile: Profile, language: Language
  ) -> String {
    let head = "<!-- tokki transcript: seed \(seed), profile \(profile.name)"
    let words = language == .english ? "" : ", language \(language.rawValue)"
    return "\(head)\(words) -->\n\n# \(VisibleText.escaped(title))\n"
  }

  /// The lines of an answer as transcripts hold them: without colour, 80 cells wide.
  public static func lines(of outcome: Outcome, in language: Language) -> [String] {
    let text = Renderer(language: language).text(outcome)
    return text.isEmpty ? [] : TranscriptParser.lines(of: text)
  }

  // MARK: Commands

  /// A command and its answer, in which wildcards are written already.
  public mutating func command(_ text: String, answer: [String]) -> Addition {
    let typed = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      ($0 == 0 ? Transcript.prompt : Transcript.continuationPrompt) + $1
    }
    return append(typed, answer)
  }

  /// The latest command with another answer; nil where something else was written since.
  public mutating func amended(answer: [String]) -> Addition? {
    guard case .block(let fence) = ending else { return nil }
    let bytes = latest.byteCount
    var addition = append(latest.typed, answer)
    if addition.replacedByteCount > 0 {
      addition.replacedByteCount += bytes
    } else {
      // A longer fence: the block that held it is closed without it.
      addition.replacedByteCount = bytes + fence + 1
      addition.text = String(repeating: "`", count: fence) + "\n" + addition.text
    }
    return addition
  }

  private mutating func append(_ typed: [String], _ answer: [String]) -> Addition {
    let lines = typed + answer.map(Self.unmistakable)
    let body = lines.map { $0 + "\n" }.joined()
    latest = (typed, body.utf8.count)
    let longest = lines.map { line in line.prefix { $0 == "`" }.count }.max() ?? 0
    if case .block(let fence) = ending, fence > longest {
      let close = String(repeating: "`", count: fence) + "\n"
      return Addition(replacing: close.utf8.count, text: body + close)
    }
    let fence = max(3, longest + 1)
    ending = .block(fence: fence)
    let marks = String(repeating: "`", count: fence)
    return Addition(text: "\n\(marks)tokki\n\(body)\(marks)\n")
  }

  /// A command that is not to be shown.
  public mutating func hidden(_ line: String) -> Addition {
    annotation("<!-- tokki hidden: \(line) -->")
  }

  /// A line with the braces in it written so that they mean themselves.
  public static func literal(_ line: String) -> String { AnswerPattern.literal(line) }

  /// A line of an answer that would be taken for one that is typed.
  private static func unmistakable(_ line: String) -> String {
    let isMistakable =
      line.hasPrefix(Transcript.prompt) || line.hasPrefix(Transcript.continuationPrompt)
    return isMistakable ? "{{*}}" + line.dropFirst() : line
  }

  // MARK: Remarks

  /// A comment that was typed: narration, or what its first word says. Nil where that is `pause`
  /// with something that is no time.
  public mutating func remark(_ comment: String) -> Addition? {
    let text = VisibleText.escaped(trimmed(comment.drop { $0 == "#" }))
    if comment.hasPrefix("##") { return annotation("## \(text)") }
    let word = text.prefix { $0 != ":" }
    let rest = trimmed(text.dropFirst(word.count + 1))
    switch word {
    case "chapter" where !rest.isEmpty: return annotation("## \(rest)")
    case "note" where !rest.isEmpty:
      return annotation("<!-- tokki note: \(rest.replacing("-->", with: "-- >")) -->")
    case "pause":
      if rest.isEmpty { return annotation("<!-- tokki pause -->") }
      guard case .command(.simulation(.advance)) = Command.parse("advance \(rest)") else {
        return nil
      }
      return annotation("<!-- tokki pause: \(rest) -->")
    default: return narration(text)
    }
  }

  private mutating func annotation(_ line: String) -> Addition {
    ending = .other
    return Addition(text: "\n\(line)\n")
  }

  /// Lines that follow each other are one paragraph; an empty comment ends it.
  private mutating func narration(_ text: String) -> Addition {
    if text.isEmpty {
      ending = .other
      return Addition(text: "")
    }
    let isSpecial = ["```", "~~~", "<!--"].contains { text.hasPrefix($0) }
    let line = (isSpecial ? "\\" : "") + text + "\n"
    let isFurther = ending == .narration
    ending = .narration
    return Addition(text: (isFurther ? "" : "\n") + line)
  }
}
