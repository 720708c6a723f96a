/// The whole command language as one table, in the order in which help shows it.
enum Grammar {
  static let all: [CommandForm] =
    declarations + bindings + publishing + consuming + acknowledging + time + looking + seeing
    + checking
    + history + connections + policies + access + brokers + lessons + shell

  /// By the words of names and aliases.
  private static let byWords: [String: CommandForm] = {
    var table: [String: CommandForm] = [:]
    for form in all {
      for words in [form.name.rawValue] + form.aliases { table[words] = form }
    }
    return table
  }()

  private static let names = all.map(\.name.rawValue)

  /// The commands that go by a word elsewhere.
  private static let bySearchedWord: [String: [String]] = {
    var table: [String: [String]] = [:]
    for form in all {
      for word in form.searchedAs { table[word, default: []].append(form.name.rawValue) }
    }
    return table
  }()

  /// The words that begin a command, each once.
  static let firstWords: [String] = {
    var seen: Set<String> = []
    return all.flatMap { [$0.name.rawValue] + $0.aliases }.compactMap { words in
      let first = words.split(separator: " ").first.map(String.init) ?? words
      return seen.insert(first).inserted ? first : nil
    }
  }()

  static func exactForm(_ words: [String]) -> CommandForm? {
    byWords[words.joined(separator: " ")]
  }

  static func form(of name: CommandName) -> CommandForm? { byWords[name.rawValue] }

  /// What may follow words that are not all of a command, such as `declare` or `set user`.
  static func nextWords(after words: [String]) -> [String] {
    byBeginning[words.joined(separator: " ")] ?? []
  }

  private static let byBeginning: [String: [String]] = {
    var table: [String: [String]] = [:]
    for form in all {
      let words = form.name.rawValue.split(separator: " ").map(String.init)
      for count in 1..<max(1, words.count) {
        let beginning = words[..<count].joined(separator: " ")
        let isNew = table[beginning]?.contains(words[count]) != true
        if isNew { table[beginning, default: []].append(words[count]) }
      }
    }
    return table
  }()

  /// No command has more words.
  static let mostWords = 3

  /// The form that the line's first words name, and how many words those are.
  static func match(_ words: [Word]) throws(ParseError) -> (form: CommandForm, length: Int)? {
    guard let first = words.first else { return nil }
    guard let name = first.bareText else {
      throw ParseError(
        .unknownCommand(word: first.text, nearest: suggestions(for: first.text)), at: first.range)
    }
    let texts = words.prefix(mostWords).prefix { !$0.isQuoted }.map(\.text)
    for length in (1...texts.count).reversed() {
      let beginning = Array(texts[..<length])
      if let form = exactForm(beginning) { return (form, length) }
      let choices = nextWords(after: beginning)
      if choices.isEmpty { continue }
      let next = length < words.count ? words[length] : nil
      let end = words[length - 1].range.upperBound
      throw ParseError(
        .unknownSubcommand(
          word: next?.text, after: beginning.joined(separator: " "), choices: choices,
          meant: reordered(words, from: length, choices)),
        at: next?.range ?? end..<end)
    }
    throw ParseError(
      .unknownCommand(word: name, nearest: suggestions(for: name)), at: first.range)
  }

  /// The line with its word at that place behind the one that has to stand there: as an option, if
  /// the command has such a one.
  private static func reordered(
    _ words: [Word], from place: Int, _ choices: [String]
  ) -> String? {
    guard place + 1 < words.count, let word = words[place].bareText,
      let next = words[place + 1].bareText, choices.contains(next)
    else { return nil }
    var line = words[..<place].map(\.text) + [next]
    let options = exactForm(line)?.options ?? []
    line += words[(place + 2)...].map { word in
      word.bareText?.utf8.starts(with: "--".utf8) == true
        ? "--" + Quoting.word(String(word.text.dropFirst(2))) : Quoting.word(word.text)
    }
    for option in options where option.isListed {
      let name = option.name.rawValue
      if option.placeholder == nil, name == "--\(word)" { line.append(name) }
      if case .choice(let values, _) = option.slot, values.contains(word) { line += [name, word] }
    }
    return line.joined(separator: " ")
  }

  /// The commands that were probably meant, at most three: those that go by that name elsewhere,
  /// those that begin so, those a slip or two away, what the keys say in the other keyboard layout.
  static func suggestions(for word: String, amongHelp: Bool = false) -> [String] {
    let word = KoreanKeyboard.latin(word) ?? word
    let lower = word.lowercased()
    if exactForm([lower]) != nil || !nextWords(after: [lower]).isEmpty { return [lower] }
    var found = bySearchedWord[lower] ?? []
    if lower.utf8.count >= 2 { found += names.filter { $0.utf8.starts(with: lower.utf8) } }
    var candidates = firstWords.filter { $0.contains(".") == lower.contains(".") }
    if amongHelp {
      candidates += HelpGroup.allCases.map(\.rawValue) + names
    }
    found += EditDistance.nearest(to: lower, among: candidates)
    var seen: Set<String> = []
    return Array(found.filter { seen.insert($0).inserted }.prefix(3))
  }
}
