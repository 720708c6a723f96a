/// The names that exist right now; whoever holds the broker answers.
public protocol LiveNames {
  /// The names of that kind, in the order in which they are to be offered. Asked for `queue`,
  /// `exchange`, `destination`, `key` (binding keys in use), `client`, `consumer`, `worker`,
  /// `message`, `virtualHost`,
  /// `policy`, `operatorPolicy`, `user`, `checkpoint` and `lesson`; anything else has none.
  func names(for slot: Slot) -> [String]
}

/// What the word at the cursor could become.
public struct Completion: Hashable, Sendable {
  /// One thing that it could become.
  public struct Candidate: Hashable, Sendable {
    /// What is to stand in the line, in quotation marks where it needs them.
    public var text: String
    public var kind: Kind
    /// One line about it.
    public var meaning: Localized?

    public init(_ text: String, _ kind: Kind, _ meaning: Localized? = nil) {
      self.text = text
      self.kind = kind
      self.meaning = meaning
    }
  }

  public enum Kind: Hashable, Sendable {
    case command
    case option
    /// A word of the grammar: a type, a mode, a predicate.
    case word
    /// Something that exists now.
    case name(Slot)
  }

  /// What the candidates replace, as offsets into the line's UTF-8.
  public var range: Range<Int>
  /// In the order of the grammar or of the live names.
  public var candidates: [Candidate]

  public init(range: Range<Int>, candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
  }

  /// The candidates for the word that ends at the cursor.
  /// - Parameters:
  ///   - line: the whole line; what is behind the cursor is not looked at.
  ///   - cursor: an offset into the line's UTF-8.
  public static func complete(
    _ line: String, cursor: Int, names: some LiveNames
  ) -> Completion {
    let bytes = line.utf8.prefix(max(0, cursor))
    let none = Completion(range: bytes.count..<bytes.count, candidates: [])
    guard let before = String(bytes), let lexed = try? Lexer.words(of: before) else { return none }
    if lexed.continuation == .backslash { return none }
    var words = lexed.words
    var current = Word(pieces: [], range: bytes.count..<bytes.count)
    if let open = lexed.openWord {
      current = open
    } else if let last = words.last, last.range.upperBound == bytes.count {
      current = last
      words.removeLast()
    } else if lexed.endsInComment {
      return none
    }
    return Completer(words: words, current: current, names: names).completion()
  }
}
