/// How many slips of the keyboard lie between two words: a letter too many, too few, another one,
/// or two neighbours swapped.
public enum EditDistance {
  /// The words that a slip or two could have turned into `word`, the nearest first. Words of up to
  /// four letters allow one slip.
  public static func nearest(to word: String, among candidates: [String]) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count <= 40 else { return [] }
    let limit = letters.count <= 4 ? 1 : 2
    let typed = kinds(letters)
    var found: [(distance: Int, index: Int)] = []
    for (index, candidate) in candidates.enumerated() {
      let other = Array(candidate.unicodeScalars)
      guard abs(other.count - letters.count) <= limit,
        (kinds(other) ^ typed).nonzeroBitCount <= 2 * limit
      else { continue }
      let distance = between(letters, other)
      if distance <= limit && distance < letters.count { found.append((distance, index)) }
    }
    return found.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      .map { candidates[$0.index] }
  }

  /// Which kinds of letters there are, one bit each: a slip changes two at most.
  private static func kinds(_ letters: [Unicode.Scalar]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
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
