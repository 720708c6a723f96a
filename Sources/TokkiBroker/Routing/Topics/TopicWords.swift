import AMQPModel

/// The words of a topic exchange's routing key or binding key: what stands between the dots. A
/// word may be empty; the empty key has no words at all.
/// Source: `rabbit_db_topic_exchange:split_topic_key/1`.
struct TopicWords: Hashable, Sendable {
  var words: [ExactName]

  init(_ key: String) {
    words =
      key.utf8.isEmpty
      ? []
      : key.utf8
        .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .map { ExactName(String(Substring($0))) }
  }

  /// In a binding key: exactly one word.
  static let star = ExactName("*")
  /// In a binding key: no word, or any number of words.
  static let hash = ExactName("#")
}
