import TokkiBroker
import TokkiLanguage

/// Reads a transcript line by line. Whatever the bytes, it ends in a transcript or in an error
/// that names the place.
struct TranscriptParser {
  private let fileName: String
  private let lines: [String]
  private var next = 0
  private var result = Transcript()
  private var hasHeader = false
  /// The prose since the last block or annotation.
  private var prose: [String] = []

  init(_ text: String, fileName: String) {
    self.fileName = fileName
    lines = Self.lines(of: text)
  }

  /// The lines of a text, whatever its line ends.
  static func lines(of text: String) -> [String] {
    var lines: [[UInt8]] = [[]]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        if lines[lines.count - 1].last == UInt8(ascii: "\r") { lines[lines.count - 1].removeLast() }
        lines.append([])
      } else {
        lines[lines.count - 1].append(byte)
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func transcript() throws(TranscriptError) -> Transcript {
    while next < lines.count {
      let line = lines[next]
      if let fence = Fence(line) {
        try readBlock(fence)
      } else if line.hasPrefix("<!--") {
        try readComment()
      } else {
        readProse(line)
        next += 1
      }
    }
    endProse()
    guard hasHeader else { throw TranscriptError(.noHeader, fileName, line: 1) }
    result.lines = lines
    return result
  }

  private func error(_ reason: TranscriptError.Reason, at line: Int) -> TranscriptError {
    TranscriptError(reason, fileName, line: line + 1)
  }

  // MARK: Prose

  private mutating func readProse(_ line: String) {
    if line.hasPrefix("## ") {
      endProse()
      addChapter(trimmed(line.dropFirst(3)), line: next + 1)
      return
    }
    if line.hasPrefix("# "), result.title.isEmpty { result.title = trimmed(line.dropFirst(2)) }
    prose.append(line)
  }

  /// The prose before the line at hand becomes a step, if it says anything.
  private mutating func endProse() {
    let start = next - prose.count
    let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
    if let first = prose.firstIndex(where: { !isBlank($0) }),
      let last = prose.lastIndex(where: { !isBlank($0) })
    {
      let text = prose[first...last].joined(separator: "\n")
      result.steps.append(.prose(text, line: start + first + 1))
    }
    prose = []
  }

  /// A heading may follow an annotation that says the same.
  private mutating func addChapter(_ title: String, line: Int) {
    if case .chapter(title, _)? = result.steps.last { return }
    result.steps.append(.chapter(title, line: line))
  }

  // MARK: Blocks

  /// The opening line of a fenced block.
  private struct Fence {
    var mark: Character
    var length: Int
    var info: String

    init?(_ line: String) {
      let body = line.drop { $0 == " " }
      guard let mark = body.first, mark == "`" || mark == "~",
        line.count - body.count < 4
      else { return nil }
      let length = body.prefix { $0 == mark }.count
      guard length >= 3 else { return nil }
      self.mark = mark
      self.length = length
      let rest = body.dropFirst(length)
      if mark == "`" && rest.contains("`") { return nil }
      info = rest.split(separator: " ").first.map(String.init) ?? ""
    }

    func isClosed(by line: String) -> Bool {
      guard let other = Fence(line) else { return false }
      return other.mark == mark && other.length >= length && other.info.isEmpty
    }
  }

  private mutating func readBlock(_ fence: Fence) throws(TranscriptError) {
    let start = next
    guard let end = lines[(start + 1)...].firstIndex(where: fence.isClosed) else {
      throw error(.openBlock, at: start)
    }
    guard fence.info == "tokki" else {
      prose += lines[start...end]
      next = end + 1
      return
    }
    endProse()
    next = end + 1
    guard hasHeader else { throw error(.noHeader, at: start) }
    var index = start + 1
    while index < end {
      let line = lines[index]
      guard line.hasPrefix(Transcript.prompt) else {
        if line.allSatisfy(\.isWhitespace) {
          index += 1
          continue
        }
        throw error(.noPrompt(line), at: index)
      }
      index = try readTyped(at: index, before: end)
    }
  }

  /// A command with its continuations and its answer; where the next one may begin.
  private mutating func readTyped(at start: Int, before end: Int) throws(TranscriptError) -> Int {
    var text = String(lines[start].dropFirst(Transcript.prompt.count))
    var index = start + 1
    while index < end, lines[index].hasPrefix(Transcript.continuationPrompt) {
      text += "\n" + lines[index].dropFirst(Transcript.continuationPrompt.count)
      index += 1
    }
    let first = index
    while index < end, !lines[index].hasPrefix(Transcript.prompt) { index += 1 }
    var last = index
    while last > first, lines[last - 1].allSatisfy(\.isWhitespace) { last -= 1 }
    let answer = Array(lines[first..<last])
    for (offset, line) in answer.enumerated() {
      if case .failure(let word) = AnswerPattern.parse(line) {
        throw error(.badWildcard(word.text), at: first + offset)
      }
    }
    result.steps.append(
      .typed(
        Transcript.Typed(
          text: text, line: start + 1, answer: answer, answerRange: first..<last)))
    return index
  }

  // MARK: Comments

  private mutating func readComment() throws(TranscriptError) {
    let start = next
    let isOurs = trimmed(lines[start].dropFirst(4)).hasPrefix("tokki ")
    guard let end = lines[start...].firstIndex(where: { $0.contains("-->") }) else {
      if isOurs { throw error(.openAnnotation, at: start) }
      readProse(lines[start])
      next += 1
      return
    }
    // A comment that is not ours leaves the prose around it together.
    if isOurs { endProse() } else { prose += lines[start...end].map { _ in "" } }
    next = end + 1
    guard isOurs else { return }
    var body = Array(lines[start...end])
    body[0] = String(body[0].dropFirst(4))
    body[body.count - 1] = Self.beforeClose(body[body.count - 1])
    try readAnnotation(body, at: start)
  }

  private static func beforeClose(_ line: String) -> String {
    var index = line.startIndex
    while index < line.endIndex, !line[index...].hasPrefix("-->") {
      index = line.index(after: index)
    }
    return String(line[..<index])
  }

  private mutating func readAnnotation(
    _ body: [String], at start: Int
  ) throws(TranscriptError) {
    let head = trimmed(trimmed(body.first ?? "").dropFirst("tokki ".count))
    let word = String(head.prefix { $0 != ":" })
    let rest = trimmed(head.dropFirst(word.count + 1))
    let text = trimmed(([rest] + body.dropFirst()).joined(separator: "\n"))
    switch trimmed(word) {
    case "transcript": try readHeader(text, at: start)
    case "chapter": addChapter(text, line: start + 1)
    case "note": result.steps.append(.note(text, line: start + 1))
    case "pause" where text.isEmpty: result.steps.append(.pause(nil, line: start + 1))
    case "pause":
      guard case .command(.simulation(.advance(let time))) = Command.parse("advance \(text)")
      else { throw error(.badPause(text), at: start) }
      result.steps.append(.pause(time, line: start + 1))
    case "hidden":
      if !rest.isEmpty { result.steps.append(.hidden(rest, line: start + 1)) }
      for (offset, line) in body.enumerated().dropFirst()
      where !line.allSatisfy(\.isWhitespace) {
        result.steps.append(.hidden(trimmed(line), line: start + 1 + offset))
      }
    default: throw error(.unknownAnnotation(word), at: start)
    }
  }

  private mutating func readHeader(_ text: String, at start: Int) throws(TranscriptError) {
    if hasHeader { throw error(.secondHeader, at: start) }
    hasHeader = true
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split { $0.isWhitespace }.map(String.init)
      guard words.count == 2 else { throw error(.badHeader(trimmed(part)), at: start) }
      switch words[0] {
      case "seed":
        guard let seed = UInt64(words[1]) else { throw error(.badSeed(words[1]), at: start) }
        result.seed = seed
      case "profile":
        guard let profile = Profile.named(words[1]) else {
          throw error(.unknownProfile(words[1]), at: start)
        }
        result.profile = profile
      case "language":
        guard let language = Language(rawValue: words[1]) else {
          throw error(.unknownLanguage(words[1]), at: start)
        }
        result.language = language
      default: throw error(.badHeader(trimmed(part)), at: start)
      }
    }
  }
}

func trimmed(_ text: some StringProtocol) -> String {
  let front = text.drop { $0.isWhitespace }
  return String(front.reversed().drop { $0.isWhitespace }.reversed())
}
