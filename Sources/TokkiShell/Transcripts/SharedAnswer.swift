/// What two answers have in common, as a pattern that both match: what differs within a line is
/// `{{*}}`, lines that only one of them has are `{{...}}`.
struct SharedAnswer {
  private(set) var lines: [String] = []

  /// - Parameter first: lines with the braces in them written so that they mean themselves, as
  ///   those of the second.
  init(_ first: [String], _ second: [String]) {
    guard first != second else {
      lines = first
      return
    }
    var (row, column) = (0, 0)
    for (nextRow, nextColumn) in Self.pairs(first, second) + [(first.count, second.count)] {
      if row < nextRow || column < nextColumn { skip() }
      guard nextRow < first.count else { break }
      lines.append(Self.common(first[nextRow], second[nextColumn]) ?? first[nextRow])
      (row, column) = (nextRow + 1, nextColumn + 1)
    }
  }

  private mutating func skip() {
    if lines.last != "{{...}}" { lines.append("{{...}}") }
  }

  /// The lines that are alike, in order; equal ones count more than those that are only alike.
  private static func pairs(_ first: [String], _ second: [String]) -> [(Int, Int)] {
    let weights = first.map { line in
      second.map { other in line == other ? 3 : common(line, other) == nil ? 0 : 1 }
    }
    var sums = [[Int]](
      repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
    for row in first.indices.reversed() {
      for column in second.indices.reversed() {
        let paired =
          weights[row][column] > 0 ? weights[row][column] + sums[row + 1][column + 1] : 0
        sums[row][column] = max(paired, sums[row + 1][column], sums[row][column + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < first.count, column < second.count {
      let weight = weights[row][column]
      if weight > 0, sums[row][column] == weight + sums[row + 1][column + 1] {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if sums[row + 1][column] >= sums[row][column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// The words that both lines begin and end with; nil where they have little in common.
  static func common(_ first: String, _ second: String) -> String? {
    if first == second { return first }
    let split = { (line: String) in
      line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }
    let (words, others) = (split(first), split(second))
    let limit = min(words.count, others.count)
    var front = 0
    while front < limit, words[front] == others[front] { front += 1 }
    var back = 0
    while back < limit - front, words[words.count - 1 - back] == others[others.count - 1 - back] {
      back += 1
    }
    let (start, end) = (words.prefix(front), words.suffix(back))
    guard (start + end).count(where: { !$0.isEmpty }) >= 2 else { return nil }
    // Where one of the lines has nothing in between, the blank is part of what differs.
    let gap = front + back == limit ? "" : " "
    let text = start.joined(separator: " ") + (start.isEmpty ? "" : gap) + "{{*}}"
    guard !end.isEmpty else { return text }
    return text + (start.isEmpty ? gap : " ") + end.joined(separator: " ")
  }
}
