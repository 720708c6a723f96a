/// Comments in a Markdown page: from `<!--` at a line's beginning to the line that has `-->`.
struct PageComments {
  /// The line where a comment began that has not ended.
  private(set) var open: Int?

  /// Whether the line is, or belongs to, a comment.
  mutating func hides(_ line: SourceLine) -> Bool {
    if open == nil {
      guard line.text.hasPrefix("<!--") else { return false }
      open = line.number
    }
    if line.text.contains("-->") { open = nil }
    return true
  }
}
