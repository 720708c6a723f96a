import AMQPModel
import SeededRandom
import Testing

@testable import TokkiBroker

@Suite("Topic matching")
struct TopicMatchingTests {
  private static let keys = [
    "", "a", "a.", ".", "..", "a..b", "a.b", "#", "*", "a.#.b", ".a", "A",
  ]

  /// As RabbitMQ 3.10 and 4.0 both answered.
  private static let matches: [(pattern: String, keys: [String])] = [
    ("", [""]),
    ("#", keys),
    ("*", ["a", "#", "*", "A"]),
    ("*.*", ["a.", ".", "a.b", ".a"]),
    (".", ["."]),
    ("a", ["a"]),
    ("a.#", ["a", "a.", "a..b", "a.b", "a.#.b"]),
    ("a.*", ["a.", "a.b"]),
    ("#.#", keys),
    ("*.#", keys.filter { $0 != "" }),
    ("#.*", keys.filter { $0 != "" }),
    ("a..b", ["a..b"]),
    ("a.*.b", ["a..b", "a.#.b"]),
    (".#", [".", "..", ".a"]),
    ("**", []),
    ("a.#.b", ["a..b", "a.b", "a.#.b"]),
    ("#.a.#", ["a", "a.", "a..b", "a.b", "a.#.b", ".a"]),
  ]

  @Test("a binding key takes just these routing keys", arguments: matches)
  func table(pattern: String, keys: [String]) {
    var topology = Topology()
    topology.queue("q")
    topology.bind("q", to: "amq.topic", pattern)
    for key in Self.keys {
      let expected = keys.contains(key) ? ["q"] : []
      #expect(topology.route("amq.topic", key) == expected, "\(pattern) and \(key)")
      #expect(topology.explain("amq.topic", key).queues == expected, "\(pattern) and \(key)")
    }
  }

  @Test("the composed and the decomposed 한 are two words")
  func normalization() {
    let composed = "날씨.\u{D55C}"
    let decomposed = "날씨.\u{1112}\u{1161}\u{11AB}"
    #expect(composed == decomposed)
    var topology = Topology()
    topology.queue("q1", "q2")
    topology.bind("q1", to: "amq.topic", composed)
    topology.bind("q2", to: "amq.topic", decomposed)
    #expect(topology.route("amq.topic", composed) == ["q1"])
    #expect(topology.route("amq.topic", decomposed) == ["q2"])
    #expect(topology.explain("amq.topic", composed).queues == ["q1"])
  }

  @Test("many # in a key cost no more than nodes times words")
  func manyHashes() {
    var topology = Topology()
    topology.queue("q")
    let pattern = (0..<64).map { _ in "#.a" }.joined(separator: ".").prefix(255)
    topology.bind("q", to: "amq.topic", String(pattern))
    topology.bind("q", to: "amq.topic", [String](repeating: "#", count: 128).joined(separator: "."))
    topology.unbind(
      "q", from: "amq.topic", [String](repeating: "#", count: 128).joined(separator: "."))
    let missing = [String](repeating: "a", count: 127).joined(separator: ".") + ".b"
    let taken = [String](repeating: "a", count: 128).joined(separator: ".")
    #expect(topology.route("amq.topic", missing) == [])
    #expect(topology.explain("amq.topic", missing).queues == [])
    #expect(topology.route("amq.topic", taken) == ["q"])
    #expect(topology.explain("amq.topic", taken).queues == ["q"])
  }

  @Test("the trie agrees with a matcher that tries each key by itself", arguments: 0..<40)
  func agreesWithReference(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var trie = TopicTrie()
    var bound: [(id: BindingID, pattern: TopicWords)] = []
    for round in 0..<120 {
      if random.chance(1, in: 3), !bound.isEmpty {
        let index = Int.random(in: 0..<bound.count, using: &random)
        trie.remove(bound[index].id, pattern: bound[index].pattern)
        bound.remove(at: index)
      } else {
        let id = BindingID(index: Int32(round))
        let pattern = TopicWords(key(from: ["a", "b", "", "*", "#", "#"], &random))
        trie.insert(id, pattern: pattern)
        bound.append((id, pattern))
      }
      let words = TopicWords(key(from: ["a", "b", "", "*", "#", "c"], &random))
      let found = trie.matches(words).map(\.index).sorted()
      let expected = bound.filter { Self.takes($0.pattern.words[...], words.words[...]) }
        .map(\.id.index)
      #expect(found == expected.sorted(), "seed \(seed), \(words.words)")
      for (_, pattern) in bound {
        let taken = Self.takes(pattern.words[...], words.words[...])
        #expect(TopicMatch(pattern, words).matched == taken, "seed \(seed)")
      }
    }
  }

  @Test("a trie from which every key is removed is as small as a new one")
  func removal() {
    var trie = TopicTrie()
    let patterns = ["a.b", "a.*.c", "#", "#.a.#", "", "."].map(TopicWords.init)
    for (index, pattern) in patterns.enumerated() {
      trie.insert(BindingID(index: Int32(index)), pattern: pattern)
    }
    #expect(trie.nodeCount == 10)
    for (index, pattern) in patterns.enumerated() {
      trie.remove(BindingID(index: Int32(index)), pattern: pattern)
    }
    #expect(trie.nodeCount == 1)
    #expect(trie.wordCount == 0)
  }

  private func key(from words: [String], _ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...5, using: &random)
    return (0..<count).map { _ in random.pick(words) ?? "" }.joined(separator: ".")
  }

  /// The definition, word by word.
  private static func takes(
    _ pattern: ArraySlice<ExactName>, _ key: ArraySlice<ExactName>
  ) -> Bool {
    guard let word = pattern.first else { return key.isEmpty }
    let rest = pattern.dropFirst()
    if word.text == "#" {
      return takes(rest, key) || (!key.isEmpty && takes(pattern, key.dropFirst()))
    }
    guard let first = key.first, word.text == "*" || word == first else { return false }
    return takes(rest, key.dropFirst())
  }
}
