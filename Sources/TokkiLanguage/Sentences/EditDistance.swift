/// How many slips of the keyboard lie between two words: a letter too many, too few, another one,
/// or two neighbours swapped.
enum EditDistance {
  /// The words that a slip or two could have turned into `word`, the nearest first. Words of up to
  /// four letters allow one slip.
  static func nearest(to word: String, among candidates: [String]) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count <= 40 else { return [] }
    let limit = letters.count <= 4 ? 1 : 2
    return candidates.enumerated()
      .map { ($0.offset, $0.element, between(letters, Array($0.element.unicodeScalars))) }
      .filter { $0.2 <= limit && $0.2 < letters.count }
      .sorted { ($0.2, $0.0) < ($1.2, $1.0) }
      .map(\.1)
  }

  /// The optimal string alignment distance.
  static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, older[column - 1] + 1)
        }
        current.append(best)
      }
      older = last
      last = current
    }
    return last.last ?? left.count
  }
}
