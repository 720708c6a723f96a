import AMQPModel

/// The bindings of a topic exchange, by the words of their keys.
///
/// ```
///        root ─stock─▶ ○ ─usd─▶ ○ ─nyse─▶ ● stock.usd.nyse
///          │           └─*───▶ ○ ─nyse─▶ ● stock.*.nyse
///          └─#─▶ ● #
/// ```
///
/// Matching keeps the set of nodes that the words so far lead to. A node is in it once, so the
/// work is at most words × nodes, however many `#` the keys have.
struct TopicTrie: Sendable {
  private struct Node: Sendable {
    var parent: Int32
    var step: Step
    /// Children through words, `*` and `#`.
    var children = 0
    var star: Int32?
    var hash: Int32?
    var bindings: [BindingID] = []
  }

  private enum Step: Hashable, Sendable {
    case root
    case word(Int32)
    case star
    case hash
  }

  private struct Edge: Hashable, Sendable {
    var node: Int32
    var word: Int32
  }

  /// A word that edges bear, and how many.
  private struct Word: Sendable {
    var name: ExactName
    var edges: Int
  }

  private static let root: Int32 = 0
  private var nodes = Slots<Node>()
  private var edges: [Edge: Int32] = [:]
  private var words = Slots<Word>()
  private var wordsByName: [ExactName: Int32] = [:]

  init() { _ = nodes.insert(Node(parent: TopicTrie.root, step: .root)) }

  var nodeCount: Int { nodes.count }
  var wordCount: Int { words.count }

  mutating func insert(_ binding: BindingID, pattern: TopicWords) {
    var node = TopicTrie.root
    for word in pattern.words { node = child(of: node, word) ?? addChild(to: node, word) }
    nodes[node]?.bindings.append(binding)
  }

  mutating func remove(_ binding: BindingID, pattern: TopicWords) {
    var node = TopicTrie.root
    for word in pattern.words {
      guard let next = child(of: node, word) else { return }
      node = next
    }
    nodes[node]?.bindings.removeAll { $0 == binding }
    while let leaf = nodes[node], leaf.children == 0, leaf.bindings.isEmpty, leaf.step != .root {
      removeLeaf(node, leaf)
      node = leaf.parent
    }
  }

  /// The bindings whose keys match, each once, in no order that means anything.
  func matches(_ key: TopicWords) -> [BindingID] {
    var current: [Int32] = []
    var next: [Int32] = []
    enter(TopicTrie.root, &current)
    for word in key.words {
      let word = wordsByName[word]
      // A node is reached from its parent or, after `#`, from itself. Nodes after `#` come first
      // and are remembered, since both may happen.
      var stayed: Set<Int32> = []
      for node in current where nodes[node]?.step == .hash {
        stayed.insert(node)
        next.append(node)
      }
      for node in current {
        if let word, let child = edges[Edge(node: node, word: word)] {
          enter(child, &next, unless: stayed)
        }
        if let child = nodes[node]?.star { enter(child, &next, unless: stayed) }
      }
      swap(&current, &next)
      next.removeAll(keepingCapacity: true)
    }
    return current.flatMap { nodes[$0]?.bindings ?? [] }
  }

  /// Adds the node, and those that `#` reaches from it without a word.
  private func enter(_ node: Int32, _ set: inout [Int32], unless stayed: Set<Int32> = []) {
    set.append(node)
    var node = node
    while let hash = nodes[node]?.hash {
      if !stayed.contains(hash) { set.append(hash) }
      node = hash
    }
  }
}

// MARK: - Nodes

extension TopicTrie {
  private func child(of node: Int32, _ word: ExactName) -> Int32? {
    if word == TopicWords.star { return nodes[node]?.star }
    if word == TopicWords.hash { return nodes[node]?.hash }
    return wordsByName[word].flatMap { edges[Edge(node: node, word: $0)] }
  }

  private mutating func addChild(to node: Int32, _ word: ExactName) -> Int32 {
    nodes[node]?.children += 1
    if word == TopicWords.star {
      let child = nodes.insert(Node(parent: node, step: .star))
      nodes[node]?.star = child
      return child
    }
    if word == TopicWords.hash {
      let child = nodes.insert(Node(parent: node, step: .hash))
      nodes[node]?.hash = child
      return child
    }
    let number = wordsByName[word] ?? words.insert(Word(name: word, edges: 0))
    wordsByName[word] = number
    words[number]?.edges += 1
    let child = nodes.insert(Node(parent: node, step: .word(number)))
    edges[Edge(node: node, word: number)] = child
    return child
  }

  private mutating func removeLeaf(_ number: Int32, _ leaf: Node) {
    nodes.remove(number)
    nodes[leaf.parent]?.children -= 1
    switch leaf.step {
    case .root: break
    case .star: nodes[leaf.parent]?.star = nil
    case .hash: nodes[leaf.parent]?.hash = nil
    case .word(let word):
      edges[Edge(node: leaf.parent, word: word)] = nil
      words[word]?.edges -= 1
      if let unused = words[word], unused.edges == 0 {
        words.remove(word)
        wordsByName[unused.name] = nil
      }
    }
  }
}
