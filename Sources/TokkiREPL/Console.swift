import CEditline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the standard streams are connected to, and what that allows.
public struct Console: Sendable {
  /// Whether a user types the lines.
  public let hasUser: Bool
  /// Whether lines can be edited in place.
  public let editsLines: Bool
  /// Whether standard output shows colours: a terminal that can, and no `NO_COLOR`.
  public let showsColour: Bool
  /// Whether output may hold more than ASCII for signs and lines: everywhere but at a terminal
  /// whose locale says otherwise.
  public let showsUnicode: Bool
  /// Whether the prompt shows what a line still takes. `TOKKI_HINTS=off` says no.
  let showsHints: Bool

  public init(environment: [String: String]) {
    let terminal = environment["TERM"] ?? ""
    let isCapable = !terminal.isEmpty && terminal != "dumb"
    let showsOutput = isatty(STDOUT_FILENO) == 1
    hasUser = isatty(STDIN_FILENO) == 1
    editsLines = hasUser && showsOutput && isCapable
    showsUnicode = !showsOutput || Self.isUnicode(environment)
    showsColour = showsOutput && isCapable && (environment["NO_COLOR"] ?? "").isEmpty
    showsHints = environment["TOKKI_HINTS"] != "off"
  }
}

extension Console {
  /// Where no locale is set, nothing is known, and almost every terminal shows Unicode.
  private static func isUnicode(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    guard let name = names.first(where: { !$0.isEmpty })?.lowercased() else { return true }
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8") || name.contains("utf-8@")
  }

  /// The width of the terminal in cells; 80 where there is none.
  public var columns: Int {
    let columns = Int(tokki_columns(STDOUT_FILENO))
    return columns > 0 ? columns : 80
  }

  /// The best reader that the terminal allows.
  public func lineReader(
    for evaluator: any LineEvaluator, announcements: Announcements, history: HistoryFile?,
    colour: Bool
  ) -> any LineReader {
    let news = { wait { await evaluator.news() } ?? nil }
    guard hasUser else { return PlainReader() }
    guard editsLines,
      let reader = EditlineReader(
        announcements: announcements, history: history, colour: colour,
        complete: { line, cursor in
          wait { await evaluator.completions(of: line, cursor: cursor) } ?? .none
        },
        hint: { [showsHints] line in
          showsHints ? wait { await evaluator.hint(behind: line) } ?? nil : nil
        },
        news: news)
    else { return TypedLineReader(announcements: announcements, news: news) }
    return reader
  }
}
