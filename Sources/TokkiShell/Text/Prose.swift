/// Lays out the Markdown of lessons and demos: headings, paragraphs, points, quotations, tables and
/// code, wrapped to a width.
/// Words break at spaces; Hangul counts two cells.
public struct Prose {
  /// The cells of a line.
  public var width: Int

  public init(width: Int) { self.width = width }

  /// A word with its ink; a word may have several pieces, as `(**bold**)` has.
  private typealias Word = [StyledLine]

  public func lines(_ markdown: String) -> [StyledLine] {
    var writer = ProseWriter(prose: self)
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      writer.read(line)
    }
    return writer.finished()
  }

  // MARK: Wrapping

  /// One paragraph.
  public func wrapped(
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

/// Gathers the blocks of a text, line by line.
private struct ProseWriter {
  private static let quoteMark = "| "

  let prose: Prose
  private var lines: [StyledLine] = []
  private var paragraph: [String] = []
  /// What stands before the paragraph's first line.
  private var mark = ""
  private var isCode = false

  init(prose: Prose) { self.prose = prose }

  mutating func read(_ line: Substring) {
    if line.hasPrefix("```") {
      endParagraph()
      isCode.toggle()
    } else if isCode {
      lines.append(StyledLine("    \(line)", .body))
    } else if trimmed(line).isEmpty {
      endParagraph()
      if lines.last?.isEmpty == false { lines.append(StyledLine()) }
    } else if let point = Self.pointMark(of: line) {
      endParagraph()
      mark = point
      paragraph = [trimmed(line.dropFirst(point.count))]
    } else if let title = Self.heading(line) {
      endParagraph()
      lines += prose.wrapped(title).map { StyledLine($0.text, .heading) }
    } else if line.hasPrefix("|") {
      endParagraph()
      lines.append(StyledLine(String(line)))
    } else if line.hasPrefix("> ") || line == ">" {
      readQuote(line)
    } else {
      if mark == Self.quoteMark { endParagraph() }
      paragraph.append(trimmed(line))
    }
  }

  private mutating func readQuote(_ line: Substring) {
    let text = trimmed(line.dropFirst(1))
    if text.isEmpty || mark != Self.quoteMark { endParagraph() }
    if text.isEmpty { return lines.append(StyledLine(Self.quoteMark, .quiet)) }
    mark = Self.quoteMark
    paragraph.append(text)
  }

  private mutating func endParagraph() {
    if !paragraph.isEmpty {
      let isQuote = mark == Self.quoteMark
      lines += prose.wrapped(
        paragraph.joined(separator: " "), first: StyledLine(mark, .quiet),
        rest: isQuote ? mark : String(repeating: " ", count: mark.count))
    }
    paragraph = []
    mark = ""
  }

  mutating func finished() -> [StyledLine] {
    endParagraph()
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// What stands after `#`, `##` …
  private static func heading(_ line: Substring) -> String? {
    let level = line.prefix { $0 == "#" }.count
    guard level > 0, line.dropFirst(level).first == " " else { return nil }
    return trimmed(line.dropFirst(level))
  }

  /// `- ` or `1. ` at the beginning of a point.
  private static func pointMark(of line: Substring) -> String? {
    if line.hasPrefix("- ") { return "- " }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return digits + ". "
  }
}
