/// Reads `clients.md`: for each step the lines of real clients that do the same. Code needs no
/// translation, so that there is one file for all languages.
///
///     ## STEP
///     ```go
///     …
///     ```
///     ```python
///     …
///     ```
///
/// Comments (`<!-- … -->`) are left out.
struct ClientParser {
  private let file: String
  private var step: String?
  private var open: (language: String, line: Int)?
  private var lines: [String] = []
  private var comments = PageComments()
  private var clients: [ClientCode] = []
  private var problems: [LessonProblem] = []

  private init(file: String) { self.file = file }

  static func parse(_ file: LessonFile) -> (clients: [ClientCode], problems: [LessonProblem]) {
    var parser = ClientParser(file: file.place)
    for line in file.lines where parser.open != nil || !parser.comments.hides(line) {
      parser.read(line)
    }
    if let open = parser.open { parser.report(open.line, .openFence) }
    if let open = parser.comments.open { parser.report(open, .openComment) }
    return (parser.clients, parser.problems)
  }

  private mutating func report(_ line: Int, _ fault: ClientFault) {
    problems.append(LessonProblem(.client(fault), file: file, line: line))
  }

  private mutating func read(_ line: SourceLine) {
    if let opened = open {
      readCode(line, of: opened)
    } else if line.text.hasPrefix("```") {
      let language = trimmed(line.text.dropFirst(3))
      if !isKey(language) {
        report(line.number, .noLanguage)
      }
      open = (language, line.number)
    } else if line.text.hasPrefix("## ") {
      let key = trimmed(line.text.dropFirst(3))
      if !isKey(key) {
        report(line.number, .badHeading)
      }
      step = key
    } else if !trimmed(line.text).isEmpty {
      report(line.number, .looseText)
    }
  }

  private mutating func readCode(_ line: SourceLine, of opened: (language: String, line: Int)) {
    guard line.text.hasPrefix("```") else { return lines.append(line.text) }
    if let step {
      clients.append(
        ClientCode(
          step: step, language: opened.language, line: opened.line,
          code: lines.joined(separator: "\n")))
    } else {
      report(opened.line, .beforeStep)
    }
    lines = []
    open = nil
  }
}
