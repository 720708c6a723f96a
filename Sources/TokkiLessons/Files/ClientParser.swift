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
struct ClientParser {
  private let file: String
  private var step: String?
  private var open: (language: String, line: Int)?
  private var lines: [String] = []
  private var clients: [ClientCode] = []
  private var problems: [LessonProblem] = []

  private init(file: String) { self.file = file }

  static func parse(_ file: LessonFile) -> (clients: [ClientCode], problems: [LessonProblem]) {
    var parser = ClientParser(file: file.path)
    for line in file.lines { parser.read(line) }
    if let open = parser.open {
      parser.report(open.line, "a fence is opened and not closed", "Write ``` after the lines.")
    }
    return (parser.clients, parser.problems)
  }

  private mutating func report(_ line: Int, _ rule: String, _ cure: String) {
    problems.append(LessonProblem(file: file, line: line, rule: rule, cure: cure))
  }

  private mutating func read(_ line: SourceLine) {
    if let opened = open {
      readCode(line, of: opened)
    } else if line.text.hasPrefix("```") {
      let language = trimmed(line.text.dropFirst(3))
      if !isKey(language) {
        report(line.number, "a client's lines name their language", "Write \"```go\".")
      }
      open = (language, line.number)
    } else if line.text.hasPrefix("## ") {
      let key = trimmed(line.text.dropFirst(3))
      if !isKey(key) {
        report(line.number, "the heading is a step's key", "Write \"## STEP\".")
      }
      step = key
    } else if !trimmed(line.text).isEmpty {
      report(
        line.number, "the file holds headings and fenced lines only",
        "Put the sentence into the step's closing.")
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
      report(opened.line, "lines of a client stand before the first step", "Write \"## STEP\".")
    }
    lines = []
    open = nil
  }
}
