/// The difference of two texts in the unified format, with three lines around each change.
public enum UnifiedDiff {
  private static let contextLines = 3

  /// The diff, each line ended; empty where the texts are equal.
  public static func of(_ old: String, _ new: String, oldName: String, newName: String) -> String {
    let oldLines = TranscriptParser.lines(of: old)
    let newLines = TranscriptParser.lines(of: new)
    let hunks = hunks(of: edits(oldLines, newLines))
    guard !hunks.isEmpty else { return "" }
    var text = "--- \(VisibleText.escaped(oldName))\n+++ \(VisibleText.escaped(newName))\n"
    for hunk in hunks { text += hunk.text }
    return text
  }

  private enum Edit {
    case keep(String)
    case remove(String)
    case insert(String)

    var isChange: Bool {
      if case .keep = self { false } else { true }
    }

    var text: String {
      switch self {
      case .keep(let line): " \(VisibleText.escaped(line))\n"
      case .remove(let line): "-\(VisibleText.escaped(line))\n"
      case .insert(let line): "+\(VisibleText.escaped(line))\n"
      }
    }
  }

  private static func edits(_ old: [String], _ new: [String]) -> [Edit] {
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        edits.append(.remove(old[left]))
        left += 1
      } else if inserted.contains(right) {
        edits.append(.insert(new[right]))
        right += 1
      } else {
        edits.append(.keep(old[left]))
        left += 1
        right += 1
      }
    }
    return edits
  }

  private struct Hunk {
    var oldStart: Int
    var newStart: Int
    var edits: [Edit] = []
    /// Where, among all edits, it ends.
    var end: Int

    var text: String {
      var (old, new) = (0, 0)
      for edit in edits {
        switch edit {
        case .keep:
          old += 1
          new += 1
        case .remove: old += 1
        case .insert: new += 1
        }
      }
      let head = "@@ -\(span(oldStart, old)) +\(span(newStart, new)) @@\n"
      return head + edits.map(\.text).joined()
    }

    /// An empty side is named by the line before it, as diff does.
    private func span(_ start: Int, _ count: Int) -> String {
      count == 1 ? "\(start)" : "\(count == 0 ? start - 1 : start),\(count)"
    }
  }

  private static func hunks(of edits: [Edit]) -> [Hunk] {
    var hunks: [Hunk] = []
    var (old, new) = (1, 1)
    var lastChange: Int?
    let changes = edits.indices.filter { edits[$0].isChange }
    var next = 0
    for (index, edit) in edits.enumerated() {
      while next < changes.count, changes[next] < index { next += 1 }
      let isNear =
        (next < changes.count && changes[next] - index <= contextLines)
        || lastChange.map { index - $0 <= contextLines } ?? false
      if edit.isChange { lastChange = index }
      if isNear {
        let isFollowing = index > 0 && hunks.last?.end == index
        if !isFollowing { hunks.append(Hunk(oldStart: old, newStart: new, end: index)) }
        hunks[hunks.count - 1].edits.append(edit)
        hunks[hunks.count - 1].end = index + 1
      }
      switch edit {
      case .keep:
        old += 1
        new += 1
      case .remove: old += 1
      case .insert: new += 1
      }
    }
    return hunks
  }
}
