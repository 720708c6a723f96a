import CEditline

/// Ctrl-R: the newest line that holds what is typed. libedit has such a search too, but takes
/// many Korean letters for keys: it looks at their last byte alone.
extension EditlineReader {
  func searchHistory() -> UInt8 {
    let (before, after) = line
    let (usual, typed) = (prompt, before + after)
    isHinting = false
    defer { isHinting = true }
    var search = HistorySearch(lines: recalled.lines)
    while true {
      redraw(search.prompt, search.match ?? typed)
      guard let key = nextKey() else {
        redraw(usual, typed)
        return UInt8(CC_EOF)
      }
      switch search.take(key) {
      case .goesOn: continue
      case .givenUp:
        redraw(usual, typed)
        return UInt8(CC_NORM)
      case .found:
        redraw(usual, search.match ?? typed)
        // Enter runs the line that was found, an arrow moves in it.
        keys.append(key)
        return UInt8(CC_NORM)
      }
    }
  }
}

/// A search backwards through lines, key by key.
struct HistorySearch {
  let lines: [String]
  private(set) var pattern = ""
  /// The place of the line that was found.
  private var index: Int?

  init(lines: [String]) { self.lines = lines }

  var match: String? { index.map { lines[$0] } }

  var prompt: Prompt {
    let mark = index == nil && !pattern.isEmpty ? "?" : ":"
    return Prompt([
      Prompt.Part("history ", .program), Prompt.Part(pattern, .lesson), Prompt.Part(mark),
    ])
  }

  enum Step {
    case goesOn
    /// The line is as it was before the search.
    case givenUp
    /// The line that was found stays, and the key counts there.
    case found
  }

  mutating func take(_ key: Unicode.Scalar) -> Step {
    switch key {
    case "\u{12}":
      search(before: index ?? lines.count)
      return .goesOn
    case "\u{8}", "\u{7F}":
      if !pattern.isEmpty { pattern.removeLast() }
      search(before: lines.count)
      return .goesOn
    case "\u{3}", "\u{7}": return .givenUp
    case "\u{0}"..<" ": return .found
    default:
      pattern.unicodeScalars.append(key)
      search(before: index.map { $0 + 1 } ?? lines.count)
      return .goesOn
    }
  }

  /// Keeps what was found last where there is nothing more.
  private mutating func search(before end: Int) {
    guard !pattern.isEmpty else {
      index = nil
      return
    }
    if let found = lines[..<end].lastIndex(where: { $0.contains(pattern) }) {
      index = found
    } else if match?.contains(pattern) != true {
      index = nil
    }
  }
}
