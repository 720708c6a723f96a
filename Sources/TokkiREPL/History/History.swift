import TokkiLanguage

/// The lines typed so far, oldest first, each once and without passwords.
struct History: Equatable {
  /// More lines than this are forgotten, the oldest first.
  static let limit = 2_000

  private(set) var lines: [String] = []

  init(_ lines: [String] = []) {
    var seen: Set<String> = []
    for line in lines.reversed() where Self.isKept(line) {
      let line = withoutPasswords(line)
      if seen.insert(line).inserted { self.lines.append(line) }
    }
    self.lines = self.lines.prefix(Self.limit).reversed()
  }

  enum Change: Equatable {
    /// The line says nothing, or is the latest one again.
    case none
    /// The line is new, and stands at the end.
    case appended
    /// Lines went away or moved.
    case rearranged
  }

  mutating func remember(_ line: String) -> Change {
    guard Self.isKept(line) else { return .none }
    let line = withoutPasswords(line)
    guard line != lines.last else { return .none }
    let count = lines.count
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.limit { lines.removeFirst(lines.count - Self.limit) }
    return lines.count == count + 1 ? .appended : .rearranged
  }

  private static func isKept(_ line: String) -> Bool {
    !line.allSatisfy(\.isWhitespace) && !line.contains(where: \.isNewline)
  }
}
