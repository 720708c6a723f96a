/// An answer as a transcript expects it: patterns against the lines that came.
struct ExpectedAnswer {
  /// The lines as written.
  let lines: [String]
  private let patterns: [AnswerPattern]

  init(_ lines: [String]) {
    self.lines = lines
    patterns = lines.map { line in
      switch AnswerPattern.parse(line) {
      case .success(let pattern): pattern
      case .failure: AnswerPattern(pieces: [.text(line)])
      }
    }
  }

  /// The values of names if the answer is as expected, else nil.
  func values(matching answer: [String], with bound: [String: String]) -> [String: String]? {
    var bound = bound
    var place = 0
    let groups = patterns.split(omittingEmptySubsequences: false, whereSeparator: \.isSkip)
    for (index, group) in groups.enumerated() {
      let isFirst = index == 0
      let isLast = index == groups.count - 1
      let latest = answer.count - group.count
      guard latest >= place else { return nil }
      let starts = isFirst ? place...place : isLast ? latest...latest : place...latest
      guard let (start, values) = find(group, in: answer, starts, bound) else { return nil }
      bound = values
      place = start + group.count
      if isFirst && isLast && place != answer.count { return nil }
    }
    return bound
  }

  /// The first place where the patterns match line by line.
  private func find(
    _ group: ArraySlice<AnswerPattern>, in answer: [String], _ starts: ClosedRange<Int>,
    _ bound: [String: String]
  ) -> (Int, [String: String])? {
    for start in starts {
      var values: [String: String]? = bound
      for (offset, pattern) in group.enumerated() {
        guard let known = values else { break }
        values = pattern.values(matching: answer[start + offset], with: known)
      }
      if let values { return (start, values) }
    }
    return nil
  }

  /// The answer as it is to be written now: lines with wildcards stay where they still match, a
  /// skip stays between two lines that still stand on both sides of it.
  func rewritten(for answer: [String], with bound: [String: String]) -> [String] {
    let kept = commonLines(with: answer, bound)
    var result: [String] = []
    var pattern = 0
    var line = 0
    for (nextPattern, nextLine) in kept + [(patterns.count, answer.count)] {
      let hasSkip = patterns[pattern..<nextPattern].contains(where: \.isSkip)
      let isOnlySkip = patterns[pattern..<nextPattern].allSatisfy(\.isSkip)
      if hasSkip && isOnlySkip {
        result.append("{{...}}")
      } else {
        result += answer[line..<nextLine].map { AnswerPattern.literal($0, with: bound) }
      }
      if nextPattern < patterns.count { result.append(lines[nextPattern]) }
      pattern = nextPattern + 1
      line = nextLine + 1
    }
    return result
  }

  /// The longest row of patterns and lines that match, in order.
  private func commonLines(
    with answer: [String], _ bound: [String: String]
  ) -> [(Int, Int)] {
    let matches = patterns.map { pattern in
      answer.map { !pattern.isSkip && pattern.values(matching: $0, with: bound) != nil }
    }
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: answer.count + 1), count: patterns.count + 1)
    for row in patterns.indices.reversed() {
      for column in answer.indices.reversed() {
        lengths[row][column] =
          matches[row][column]
          ? lengths[row + 1][column + 1] + 1
          : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < patterns.count, column < answer.count {
      if matches[row][column] {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[row + 1][column] >= lengths[row][column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }
}
