import TokkiShell

/// Lays out the Markdown of lessons: paragraphs, points, quotations and code, wrapped to a width.
/// Words break at spaces; Hangul counts two cells.
struct Prose {
  /// The cells of a line.
  var width: Int

  /// A word with its ink; a word may have several pieces, as `(**bold**)` has.
  private typealias Word = [StyledLine]

  func lines(_ markdown: String, indent: String = "") -> [StyledLine] {
    var result: [StyledLine] = []
    var paragraph: [String] = []
    var mark = ""
    var isCode = false
    func flush() {
      if !paragraph.isEmpty {
        result += wrapped(
          paragraph.joined(separator: " "), first: StyledLine(indent + mark, .quiet),
          rest: indent + hang(mark))
      }
      paragraph = []
      mark = ""
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        flush()
        isCode.toggle()
      } else if isCode {
        result.append(StyledLine("\(indent)    \(line)", .body))
      } else if trimmed(line).isEmpty {
        flush()
        if result.last?.isEmpty == false { result.append(StyledLine()) }
      } else if let point = pointMark(of: line) {
        flush()
        mark = point
        paragraph = [trimmed(line.dropFirst(point.count))]
      } else if line.hasPrefix("> ") || line == ">" {
        if mark != quoteMark { flush() }
        let text = trimmed(line.dropFirst(1))
        if text.isEmpty {
          flush()
          result.append(StyledLine(quoteMark, .quiet))
        } else {
          paragraph.append(text)
        }
        mark = quoteMark
      } else {
        if mark == quoteMark { flush() }
        paragraph.append(trimmed(line))
      }
    }
    flush()
    while result.last?.isEmpty == true { result.removeLast() }
    return result
  }

  private var quoteMark: String { "| " }

  /// What stands before the lines after the first: a quotation's mark goes on, a point's does not.
  private func hang(_ mark: String) -> String {
    mark == quoteMark ? mark : String(repeating: " ", count: mark.count)
  }

  /// `- ` or `1. ` at the beginning of a point.
  private func pointMark(of line: Substring) -> String? {
    if line.hasPrefix("- ") { return "- " }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return digits + ". "
  }

  // MARK: Wrapping

  /// One paragraph.
  func wrapped(
    _ text: String, first: StyledLine = StyledLine(), rest: String = ""
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line = first
    var isEmpty = true
    for word in words(text) {
      let cells = word.reduce(0) { $0 + $1.width }
      if !isEmpty && line.width + 1 + cells > width {
        lines.append(line)
        line = StyledLine(rest, .quiet)
        isEmpty = true
      }
      if !isEmpty { line = "\(line) " }
      for piece in word { line = "\(line)\(piece)" }
      isEmpty = false
    }
    lines.append(line)
    return lines
  }

  /// The words of a paragraph. Code keeps its spaces and is not broken; it stays in backquotes, so
  /// that it shows without colour, too.
  private func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var word: Word = []
    var piece = ""
    var ink = Ink.plain
    var isCode = false
    func endPiece() {
      if !piece.isEmpty { word.append(StyledLine(piece, isCode ? .heading : ink)) }
      piece = ""
    }
    func endWord() {
      endPiece()
      if !word.isEmpty { words.append(word) }
      word = []
    }
    var rest = Array(text)[...]
    while let character = rest.popFirst() {
      if character == "`" {
        endPiece()
        word.append(StyledLine("`", .quiet))
        isCode.toggle()
      } else if isCode {
        piece.append(character)
      } else if character == " " {
        endWord()
      } else if character == "*" {
        if rest.first == "*" {
          rest = rest.dropFirst()
          endPiece()
          ink = ink == .heading ? .plain : .heading
        }
      } else {
        piece.append(character)
      }
    }
    endWord()
    return words
  }
}
