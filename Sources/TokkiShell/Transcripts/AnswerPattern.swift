/// One line of an answer with its wildcards.
struct AnswerPattern: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    /// `{{*}}`
    case any
    /// `{{name}}`
    case named(String)
  }

  /// What stands in double braces and is no wildcard.
  struct Unknown: Error, Hashable { var text: String }

  var pieces: [Piece]
  /// `{{...}}`: any number of lines.
  var isSkip = false
  /// Whether names that are bound by it have no blanks.
  var namesAreWords = false

  /// - Parameter trimming: whether blanks at the line's end do not count.
  static func parse(
    _ line: String, trimming: Bool = true
  ) -> Result<AnswerPattern, Unknown> {
    let line = trimming ? withoutTrailingBlanks(line) : line
    if line == "{{...}}" { return .success(AnswerPattern(pieces: [], isSkip: true)) }
    var pieces: [Piece] = []
    var text = ""
    var rest = line[...]
    while let character = rest.first {
      guard rest.hasPrefix("{{") else {
        text.append(character)
        rest.removeFirst()
        continue
      }
      if rest.hasPrefix("{{{{") {
        text += "{{"
        rest = rest.dropFirst(4)
        continue
      }
      let inner = rest.dropFirst(2)
      guard let end = inner.firstIndex(of: "}"), inner[end...].hasPrefix("}}") else {
        return .failure(Unknown(text: String(rest)))
      }
      let name = String(inner[..<end])
      guard name == "*" || isName(name) else {
        return .failure(Unknown(text: "{{\(name)}}"))
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
      pieces.append(name == "*" ? .any : .named(name))
      rest = inner[end...].dropFirst(2)
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return .success(AnswerPattern(pieces: pieces))
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isLetter else { return false }
    return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x5F || $0 == 0x2D }
  }

  /// A line as it is, with the braces in it written so that they mean themselves, and with long
  /// values written by their names again.
  static func literal(_ line: String, with bound: [String: String] = [:]) -> String {
    let values = bound.filter { $0.value.count >= 8 }.sorted { $0.key < $1.key }
    var result = ""
    var rest = line[...]
    while let character = rest.first {
      if let (name, value) = values.first(where: { rest.hasPrefix($0.value) }) {
        result += "{{\(name)}}"
        rest = rest.dropFirst(value.count)
      } else if rest.hasPrefix("{{") {
        result += "{{{{"
        rest = rest.dropFirst(2)
      } else {
        result.append(character)
        rest.removeFirst()
      }
    }
    return result
  }

  static func withoutTrailingBlanks(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// For a name: lines that have it, as one word, between the same words, or at least before them.
  func around(_ name: String) -> [AnswerPattern] {
    guard let index = pieces.firstIndex(of: .named(name)) else { return [] }
    let before = index > 0 ? Self.words(pieces[index - 1]).suffix(2) : []
    let after = index + 1 < pieces.count ? Self.words(pieces[index + 1]).prefix(2) : []
    let (left, right) = (before.joined(separator: " "), after.joined(separator: " "))
    guard !right.isEmpty else { return [] }
    return [(left, right), (" ", right)].map { left, right in
      let texts = [Piece.text(left), .named(name), .text(right)]
      return AnswerPattern(pieces: [.any] + texts + [.any], namesAreWords: true)
    }
  }

  private static func words(_ piece: Piece) -> [Substring] {
    guard case .text(let text) = piece else { return [] }
    return text.split(separator: " ", omittingEmptySubsequences: false)
  }

  /// The names in it.
  var names: [String] {
    pieces.compactMap { piece in
      if case .named(let name) = piece { name } else { nil }
    }
  }

  /// Whether a line is like this, and the values that names have then. Wildcards take as little as
  /// they can.
  func values(matching line: String, with bound: [String: String]) -> [String: String]? {
    var matcher = LineMatcher(
      pieces: pieces, line: Array(Self.withoutTrailingBlanks(line)), namesAreWords: namesAreWords)
    return matcher.match(bound)
  }
}

/// Finds the shortest texts for the wildcards of a line, with a limit on how much it tries.
private struct LineMatcher {
  let pieces: [AnswerPattern.Piece]
  let line: [Character]
  let namesAreWords: Bool
  /// Guards against patterns made to be slow.
  private var attempts = 100_000

  init(pieces: [AnswerPattern.Piece], line: [Character], namesAreWords: Bool) {
    self.pieces = pieces
    self.line = line
    self.namesAreWords = namesAreWords
  }

  mutating func match(_ bound: [String: String]) -> [String: String]? { match(0, 0, bound) }

  private mutating func match(
    _ piece: Int, _ place: Int, _ bound: [String: String]
  ) -> [String: String]? {
    attempts -= 1
    guard attempts > 0 else { return nil }
    guard piece < pieces.count else { return place == line.count ? bound : nil }
    switch pieces[piece] {
    case .text(let text):
      let wanted = Array(text)
      guard line[place...].starts(with: wanted) else { return nil }
      return match(piece + 1, place + wanted.count, bound)
    case .any:
      for end in place...line.count {
        if let values = match(piece + 1, end, bound) { return values }
      }
      return nil
    case .named(let name):
      if let value = bound[name] {
        let wanted = Array(value)
        guard line[place...].starts(with: wanted) else { return nil }
        return match(piece + 1, place + wanted.count, bound)
      }
      var end = place + 1
      while end <= line.count, !(namesAreWords && line[end - 1] == " ") {
        var values = bound
        values[name] = String(line[place..<end])
        if let values = match(piece + 1, end, values) { return values }
        end += 1
      }
      return nil
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
