extension Grammar {
  static let shell: [CommandForm] = [
    CommandForm(
      name: .help, group: .shell, aliases: ["?"], searchedAs: ["man", "usage", "commands"],
      parameters: [ParameterForm("COMMAND|GROUP", .words, .rest)],
      summary: Localized(
        "all commands, or one with an example", "모든 명령, 또는 한 명령을 예와 함께"),
      example: ["help publish"],
      build: help),
    CommandForm(
      name: .concept, group: .shell, aliases: ["concepts", "glossary"],
      searchedAs: ["what", "term", "define", "dictionary", "meaning"],
      parameters: [ParameterForm("TERM", .concept, .rest)],
      summary: Localized(
        "the glossary: all terms, or one with an example",
        "용어집: 모든 용어, 또는 한 용어를 예와 함께"),
      note: Localized(
        "Other names find a term, too, and so do Korean ones: `concept dlx`.",
        "다른 이름이나 한국어 이름으로도 찾습니다: `concept dlx`, `concept 프리페치`."),
      example: ["concept prefetch"],
      build: { line in
        let term = line.rest.map(\.text).joined(separator: " ")
        return .look(.concept(term.isEmpty ? nil : term))
      }),
    CommandForm(
      name: .setLanguage, group: .shell, searchedAs: ["config", "language", "lang"],
      parameters: [
        ParameterForm(
          "en|ko", .choice(Language.allCases.map(\.rawValue), isOpen: false))
      ],
      summary: Localized("the language of what is said", "설명의 언어를 정합니다"),
      example: ["set language ko"],
      build: { .set(.language($0.text(0).flatMap(Language.init) ?? .english)) }),
    CommandForm(
      name: .exit, group: .shell, aliases: ["quit"], searchedAs: ["bye", "logout", "q"],
      summary: Localized("leave; so does Ctrl-D", "나갑니다; Ctrl-D도 같습니다"),
      example: ["exit"], build: { _ in .exit }),
  ]

  /// What `help WORD…` is about: a group, the command of those words, or all that begin with them.
  private static func help(_ line: Arguments) throws(ParseError) -> Command {
    let words = line.rest.map(\.text)
    if let word = words.first, words.count == 1, word.utf8.starts(with: "list_".utf8) {
      return .help(.commands([.list]))
    }
    guard let first = line.rest.first, let last = line.rest.last else { return .help(.overview) }
    let asked = words.joined(separator: " ")
    if let form = exactForm(words) { return .help(.commands([form.name])) }
    if let group = HelpGroup(rawValue: asked) { return .help(.group(group)) }
    let names = all.map(\.name).filter { $0.rawValue.hasPrefix(asked + " ") }
    if !names.isEmpty { return .help(.commands(names)) }
    throw ParseError(
      .unknownCommand(word: asked, nearest: suggestions(for: asked, amongHelp: true)),
      at: first.range.lowerBound..<last.range.upperBound, in: .help)
  }
}
