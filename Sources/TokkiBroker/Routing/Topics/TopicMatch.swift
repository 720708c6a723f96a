import AMQPModel

/// One binding key against one routing key, with the reason for the outcome.
struct TopicMatch {
  private var pattern: [ExactName]
  private var key: [ExactName]
  /// `reached[p][k]`: the pattern's first p words can take the key's first k words.
  private var reached: [[Bool]]

  init(_ pattern: TopicWords, _ key: TopicWords) {
    self.pattern = pattern.words
    self.key = key.words
    reached = []
    reached.append(key.words.reduce(into: [true]) { row, _ in row.append(false) })
    for (place, word) in self.pattern.enumerated() {
      reached.append(TopicMatch.row(after: word, from: reached[place], self.key))
    }
  }

  var matched: Bool { reached.last?.last ?? false }

  var reason: MatchReason { matched ? .topicMatched(captures) : mismatch }

  private static func row(
    after word: ExactName, from row: [Bool], _ key: [ExactName]
  ) -> [Bool] {
    var next = [Bool](repeating: false, count: row.count)
    for (taken, reached) in row.enumerated() {
      if word == TopicWords.hash {
        next[taken] = reached || (taken > 0 && next[taken - 1])
      } else if reached, taken < key.count, word == TopicWords.star || word == key[taken] {
        next[taken + 1] = true
      }
    }
    return next
  }

  /// Going back from the end, each `#` takes as much as leaves the words before it a way.
  private var captures: [TopicCapture] {
    var captures: [TopicCapture] = []
    var end = key.count
    for (place, word) in pattern.enumerated().reversed() {
      var start = end
      if word == TopicWords.hash {
        start = reached[place].firstIndex(of: true) ?? end
      } else {
        start -= 1
      }
      captures.append(
        TopicCapture(pattern: word.text, words: key[start..<end].map(\.text)))
      end = start
    }
    return captures.reversed()
  }

  /// The furthest that the pattern came, and what it found there.
  private var mismatch: MatchReason {
    let place = reached.lastIndex { $0.contains(true) } ?? 0
    let taken = reached[place].lastIndex(of: true) ?? 0
    return .topicMismatch(
      patternWord: place, pattern: pattern.indices.contains(place) ? pattern[place].text : nil,
      keyWord: key.indices.contains(taken) ? key[taken].text : nil)
  }
}
