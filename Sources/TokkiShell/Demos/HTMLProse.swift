/// Narration as HTML: headings, paragraphs, points, quotations, tables, code. Nothing in it is
/// taken for markup but what is Markdown's.
struct HTMLProse {
  private var html = ""
  private var paragraph: [String] = []
  /// The open element that holds points or quoted paragraphs.
  private var container: Container?
  private var code: [String]?
  private var rows: [[String]] = []

  private enum Container: String {
    case points = "ul"
    case numbers = "ol"
    case quotation = "blockquote"
  }

  static func html(_ markdown: String) -> String {
    var writer = HTMLProse()
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      writer.read(line)
    }
    return writer.finished()
  }

  private mutating func read(_ line: Substring) {
    let text = trimmed(line)
    if line.hasPrefix("```") || line.hasPrefix("~~~") {
      readFence()
    } else if code != nil {
      code?.append(String(line))
    } else if line.hasPrefix("|") {
      readRow(text)
    } else if text.isEmpty {
      endParagraph()
    } else if let (level, title) = Self.heading(line) {
      endContainer()
      html += "<h\(level)>\(Self.inline(title))</h\(level)>\n"
    } else if line.hasPrefix("- ") {
      begin(.points, with: text.dropFirst(2))
    } else if let length = Self.numberLength(line) {
      begin(.numbers, with: text.dropFirst(length))
    } else if line.hasPrefix(">") {
      if container != .quotation { open(.quotation) }
      let quoted = trimmed(line.dropFirst())
      if quoted.isEmpty { endParagraph() } else { paragraph.append(quoted) }
    } else {
      endTable()
      let continues = !paragraph.isEmpty && container != .quotation || line.first == " "
      if container != nil, !continues { endContainer() }
      paragraph.append(text)
    }
  }

  private mutating func readFence() {
    if let lines = code {
      let text = lines.map { HTML.text($0.replacing("\t", with: "    ")) }
      html += "<pre><code>\(text.joined(separator: "\n"))</code></pre>\n"
      code = nil
    } else {
      endContainer()
      code = []
    }
  }

  private mutating func readRow(_ line: String) {
    if rows.isEmpty { endContainer() }
    let cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
    rows.append(cells.dropLast(line.hasSuffix("|") ? 1 : 0).map { trimmed($0) })
  }

  // MARK: Blocks

  private mutating func begin(_ kind: Container, with text: some StringProtocol) {
    if container == kind { endParagraph() } else { open(kind) }
    paragraph = [trimmed(text)]
  }

  private mutating func open(_ kind: Container) {
    endContainer()
    container = kind
    html += "<\(kind.rawValue)>\n"
  }

  private mutating func endParagraph() {
    endTable()
    guard !paragraph.isEmpty else { return }
    let element = container == .points || container == .numbers ? "li" : "p"
    html += "<\(element)>\(Self.inline(paragraph.joined(separator: " ")))</\(element)>\n"
    paragraph = []
  }

  private mutating func endContainer() {
    endParagraph()
    if let container { html += "</\(container.rawValue)>\n" }
    container = nil
  }

  private mutating func endTable() {
    guard !rows.isEmpty else { return }
    let isRule = { (row: [String]) in
      row.allSatisfy { $0.allSatisfy { "-: ".contains($0) } && !$0.isEmpty }
    }
    let hasHead = rows.count > 1 && isRule(rows[1])
    html += "<table>\n"
    for (index, row) in rows.enumerated() where !(hasHead && index == 1) {
      let element = hasHead && index == 0 ? "th" : "td"
      let cells = row.map { "<\(element)>\(Self.inline($0))</\(element)>" }
      html += "<tr>\(cells.joined())</tr>\n"
    }
    html += "</table>\n"
    rows = []
  }

  private mutating func finished() -> String {
    if code != nil { readFence() }
    endContainer()
    return html
  }

  private static func heading(_ line: Substring) -> (level: Int, title: String)? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return (level, trimmed(line.dropFirst(level)))
  }

  private static func numberLength(_ line: Substring) -> Int? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return digits.count + 2
  }

  // MARK: Within a line

  /// Code, bold, italic, and links to pages elsewhere.
  private static func inline(_ text: String) -> String {
    var html = ""
    var rest = text[...]
    while let character = rest.first {
      if character == "`", let end = rest.dropFirst().firstIndex(of: "`") {
        html += "<code>\(HTML.text(String(rest[rest.index(after: rest.startIndex)..<end])))</code>"
        rest = rest[rest.index(after: end)...]
      } else if let (element, inner, after) = emphasis(rest) {
        html += "<\(element)>\(inline(String(inner)))</\(element)>"
        rest = after
      } else if character == "[", let (name, address, after) = link(rest) {
        html += anchor(name: name, address: address)
        rest = after
      } else {
        html += HTML.text(String(character))
        rest.removeFirst()
      }
    }
    return html
  }

  private static func emphasis(
    _ text: Substring
  ) -> (element: String, inner: Substring, after: Substring)? {
    for (mark, element) in [("**", "strong"), ("*", "em")] where text.hasPrefix(mark) {
      let inner = text.dropFirst(mark.count)
      guard let end = inner.firstRange(of: mark), end.lowerBound > inner.startIndex,
        inner.first != " "
      else { continue }
      return (element, inner[..<end.lowerBound], inner[end.upperBound...])
    }
    return nil
  }

  private static func link(
    _ text: Substring
  ) -> (name: Substring, address: Substring, after: Substring)? {
    guard let middle = text.firstRange(of: "]("),
      let end = closing(of: text[middle.upperBound...])
    else { return nil }
    let name = text[text.index(after: text.startIndex)..<middle.lowerBound]
    return (name, text[middle.upperBound..<end], text[text.index(after: end)...])
  }

  /// The parenthesis that ends an address, which may have pairs of them in it.
  private static func closing(of text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")" where depth == 0: return index
      case ")": depth -= 1
      default: break
      }
    }
    return nil
  }

  /// A page that stands alone has no neighbours: other links are their text.
  private static func anchor(name: Substring, address: Substring) -> String {
    let text = inline(String(name))
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return text }
    return "<a href=\"\(HTML.text(String(address)))\" rel=\"noreferrer\">\(text)</a>"
  }
}
