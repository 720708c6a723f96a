/// Lines as people know them from `rabbitmqctl`: its commands are one word, as `set_policy` is.
/// Most are aliases of a row of the grammar; here are those that stand for more words than one
/// row has.
enum OtherSpelling {
  /// As `--vhost`.
  static let virtualHostFlag = "-p"

  private static let program = "rabbitmqctl"

  /// What stands for other words.
  private static let table: [(written: [String], meant: [String])] = {
    var table: [([String], [String])] = [
      (["list", "operator", "policies"], ["list", ListedThing.policies.rawValue]),
      (["list_operator_policies"], ["list", ListedThing.policies.rawValue]),
      (["list_vhost_limits"], ["list", ListedThing.limits.rawValue]),
      (["list_user_limits"], ["list", ListedThing.limits.rawValue]),
      (["list", "topic", "permissions"], ["list", ListedThing.topicPermissions.rawValue]),
      (["list", "vhost", "limits"], ["list", ListedThing.limits.rawValue]),
      (["list", "user", "limits"], ["list", ListedThing.limits.rawValue]),
    ]
    for thing in ListedThing.allCases {
      let word = thing.rawValue.split(separator: " ").joined(separator: "_")
      table.append((["list_\(word)"], ["list", thing.rawValue]))
    }
    return table
  }()

  /// The words with those of the grammar in their place.
  static func respelled(_ words: [Word]) -> [Word] {
    var words = words
    if words.count > 1, words.first?.bareText == program { words.removeFirst() }
    guard let first = words.first?.bareText, first.utf8.starts(with: "list".utf8) else {
      return words
    }
    let texts = words.prefix(3).map { $0.bareText ?? "" }
    guard let entry = table.first(where: { texts.starts(with: $0.written) }) else { return words }
    let range = words[0].range.lowerBound..<words[entry.written.count - 1].range.upperBound
    let meant = entry.meant.map { text in
      Word(pieces: [Word.Piece(bytes: Array(text.utf8), isQuoted: false)], range: range)
    }
    return meant + words.dropFirst(entry.written.count)
  }
}
