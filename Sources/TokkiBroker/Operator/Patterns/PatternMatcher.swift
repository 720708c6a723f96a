/// Searches a name for a pattern by trying one way after the other, as PCRE does. What takes too
/// many steps does not match, which is also what Erlang says of it.
struct PatternMatcher {
  private let bytes: [UInt8]
  private var captures: [Range<Int>?]
  private var steps = 0
  private static let stepLimit = 1_000_000

  init(_ bytes: [UInt8], groupCount: Int) {
    self.bytes = bytes
    captures = Array(repeating: nil, count: groupCount + 1)
  }

  mutating func finds(_ root: PatternNode) -> Bool {
    for start in 0...bytes.count where matches(root, at: start) { return true }
    return false
  }

  mutating func matches(_ root: PatternNode, at start: Int) -> Bool {
    for index in captures.indices { captures[index] = nil }
    return match(root, start) { _, _ in true }
  }

  private typealias Next = (inout PatternMatcher, Int) -> Bool

  private mutating func match(_ node: PatternNode, _ place: Int, _ next: Next) -> Bool {
    steps += 1
    if steps > Self.stepLimit { return false }
    switch node {
    case .byte(let set):
      return place < bytes.count && set.contains(bytes[place]) && next(&self, place + 1)
    case .sequence(let nodes):
      return match(nodes[...], place, next)
    case .alternatives(let nodes):
      for node in nodes where match(node, place, next) { return true }
      return false
    case .capture(let number, let inner):
      return match(inner, place) { matcher, end in
        let before = matcher.captures[number]
        matcher.captures[number] = place..<end
        if next(&matcher, end) { return true }
        matcher.captures[number] = before
        return false
      }
    case .atomic(let inner):
      guard let end = end(of: inner, from: place) else { return false }
      return next(&self, end)
    case .look(let inner, let isNegative):
      return (end(of: inner, from: place) != nil) != isNegative && next(&self, place)
    case .back(let count):
      return place >= count && next(&self, place - count)
    case .repeated(let inner, let least, let most, let greed):
      let most = most ?? .max
      switch (greed, inner) {
      case (_, .byte(let set)):
        return repeatByte(set, least, most, greed, place, next)
      case (.possessive, _):
        let greedy = PatternNode.repeated(inner, least: least, most: most, .greedy)
        return match(.atomic(greedy), place, next)
      case (.greedy, _), (.lazy, _):
        return repeatNode(inner, least, most, greed == .lazy, place, next)
      }
    case .reference(let number, let ignoresCase):
      guard let end = repetitionEnd(of: number, ignoresCase, from: place) else { return false }
      return next(&self, end)
    case .boundary(let boundary):
      return holds(boundary, at: place) && next(&self, place)
    }
  }

  private mutating func match(
    _ nodes: ArraySlice<PatternNode>, _ place: Int, _ next: Next
  ) -> Bool {
    guard let first = nodes.first else { return next(&self, place) }
    let rest = nodes.dropFirst()
    if rest.isEmpty { return match(first, place, next) }
    return match(first, place) { matcher, end in matcher.match(rest, end, next) }
  }

  /// Where the first way ends that matches.
  private mutating func end(of node: PatternNode, from place: Int) -> Int? {
    var found: Int?
    _ = match(node, place) { _, end in
      found = end
      return true
    }
    return found
  }
}

// MARK: - Repetition

extension PatternMatcher {
  private mutating func repeatByte(
    _ set: ByteSet, _ least: Int, _ most: Int, _ greed: PatternNode.Greed, _ place: Int,
    _ next: Next
  ) -> Bool {
    var count = 0
    let wanted = greed == .lazy ? least : most
    while count < wanted, takes(set, place + count) { count += 1 }
    if count < least { return false }
    switch greed {
    case .possessive: return next(&self, place + count)
    case .greedy:
      while true {
        if next(&self, place + count) { return true }
        if count == least || isExhausted { return false }
        count -= 1
      }
    case .lazy:
      while true {
        if next(&self, place + count) { return true }
        if count == most || !takes(set, place + count) || isExhausted { return false }
        count += 1
      }
    }
  }

  private func takes(_ set: ByteSet, _ place: Int) -> Bool {
    place < bytes.count && set.contains(bytes[place])
  }

  private var isExhausted: Bool { steps > Self.stepLimit }

  /// A round that takes nothing is the last.
  private mutating func repeatNode(
    _ node: PatternNode, _ least: Int, _ most: Int, _ isLazy: Bool, _ place: Int, _ next: Next
  ) -> Bool {
    if isLazy, least == 0, next(&self, place) { return true }
    if most > 0 {
      let hasMatched = match(node, place) { matcher, end in
        if end == place { return least > 0 && next(&matcher, end) }
        return matcher.repeatNode(
          node, max(0, least - 1), most == .max ? most : most - 1, isLazy, end, next)
      }
      if hasMatched { return true }
    }
    return !isLazy && least == 0 && next(&self, place)
  }
}

// MARK: - What takes no bytes, and references

extension PatternMatcher {
  private func holds(_ boundary: PatternNode.Boundary, at place: Int) -> Bool {
    switch boundary {
    case .subjectStart: place == 0
    case .lineStart: place == 0 || bytes[place - 1] == 10 && place < bytes.count
    case .subjectEnd: place == bytes.count
    case .finalEnd: place == bytes.count || place == bytes.count - 1 && bytes[place] == 10
    case .lineEnd: place == bytes.count || bytes[place] == 10
    case .word: isWord(place - 1) != isWord(place)
    case .noWord: isWord(place - 1) == isWord(place)
    }
  }

  private func isWord(_ place: Int) -> Bool {
    bytes.indices.contains(place) && ByteSet.word.contains(bytes[place])
  }

  /// Where what the group took ends when it comes once more; a group that took nothing yet
  /// matches nothing.
  private func repetitionEnd(of number: Int, _ ignoresCase: Bool, from place: Int) -> Int? {
    guard let taken = captures[number], place + taken.count <= bytes.count else { return nil }
    for (index, byte) in bytes[taken].enumerated() {
      let other = bytes[place + index]
      if other == byte || ignoresCase && other == byte.otherCase { continue }
      return nil
    }
    return place + taken.count
  }
}
