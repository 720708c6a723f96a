/// The commands that can be watched: those that look, and nothing within another watch.
enum WatchedForms {
  static let firstWords: [String] = Grammar.all.filter(isWatched).map(\.name.rawValue)
    .filter { !$0.contains(" ") }

  /// Whether the words begin such a command.
  static func form(_ words: [String]) -> CommandForm? {
    for length in (1...Grammar.mostWords).reversed() where length <= words.count {
      if let form = Grammar.exactForm(Array(words[..<length])) {
        return isWatched(form) ? form : nil
      }
    }
    return nil
  }

  static func look(
    _ words: [Word], of command: CommandName
  ) throws(ParseError) -> LookCommand {
    guard let first = words.first else { throw ParseError(.missingParameter("COMMAND"), at: 0..<0) }
    guard let match = try Grammar.match(words), isWatched(match.form) else {
      throw ParseError(
        .unknownSubcommand(word: first.text, after: command.rawValue, choices: firstWords),
        at: first.range)
    }
    var parser = LineParser(words, match.form, next: match.length, bytes: [])
    guard case .look(let look) = try parser.command() else {
      throw ParseError(.unexpectedWord(first.text), at: first.range, in: command)
    }
    return look
  }

  private static func isWatched(_ form: CommandForm) -> Bool {
    form.group == .looking && ![.watch, .unwatch, .code].contains(form.name)
  }
}
