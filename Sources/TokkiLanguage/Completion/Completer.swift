/// Finds what could stand at the cursor, from the same table as the parser.
struct Completer<Names: LiveNames> {
  /// The finished words before the cursor.
  let words: [Word]
  /// The word at the cursor, so far.
  let current: Word
  let names: Names

  private typealias Candidate = Completion.Candidate

  func completion() -> Completion {
    Completion(range: current.range, candidates: fitting(candidates()))
  }

  /// Those that begin as the current word does, each once.
  private func fitting(_ candidates: [Completion.Candidate]) -> [Completion.Candidate] {
    let typed = Array(current.text.utf8)
    var seen: Set<String> = []
    return candidates.filter { candidate in
      let text = Self.plain(candidate.text)
      return text.utf8.starts(with: typed) && seen.insert(candidate.text).inserted
    }
  }

  /// What a candidate says without its quotation marks.
  private static func plain(_ text: String) -> String {
    let lexed = try? Lexer.words(of: text)
    return (lexed?.openWord ?? lexed?.words.first)?.text ?? text
  }

  private func candidates() -> [Completion.Candidate] {
    if self.words.isEmpty { return commands() }
    let words = OtherSpelling.respelled(self.words)
    let texts = words.prefix(Grammar.mostWords).prefix { !$0.isQuoted }.map(\.text)
    let next = words.count == texts.count ? nextWords(after: texts) : []
    for length in (0...texts.count).reversed() {
      guard let form = Grammar.exactForm(Array(texts[..<length])) else { continue }
      return next + candidates(of: form, after: words.dropFirst(length))
    }
    return next
  }

  // MARK: Commands

  private func commands() -> [Completion.Candidate] {
    // AMQP's names and rabbitmqctl's are offered to those who write them.
    let marks = [".", "_"].filter { current.text.contains($0) }
    return Grammar.firstWords.filter { word in
      [".", "_"].allSatisfy { word.contains($0) == marks.contains($0) }
    }.map { word in
      Candidate(word, .command, Grammar.exactForm([word])?.summary)
    }
  }

  private func nextWords(after words: [String]) -> [Completion.Candidate] {
    Grammar.nextWords(after: words).map { word in
      Candidate(word, .command, Grammar.exactForm(words + [word])?.summary)
    }
  }

  // MARK: Within a command

  private func candidates(
    of form: CommandForm, after words: ArraySlice<Word>
  ) -> [Completion.Candidate] {
    if form.name == .expect {
      return ExpectationCompleter(words: Array(words), names: names).candidates()
    }
    if form.name == .help { return helpTopics(after: words) }
    if form.name == .watch || form.name == .unwatch { return looks(form, after: Array(words)) }
    var place = Place(form: form)
    for word in words { place.pass(word) }
    if let slot = place.openSlot { return candidates(for: slot, place) }
    if current.isOption || current.text == "-" { return options(form, place) }
    guard let parameter = place.parameter else {
      return options(form, place) + client(form, place)
    }
    let values = candidates(for: parameter.slot, place)
    let mayBeOption =
      [.optional, .several].contains(parameter.presence) || parameter.slot == .definition
    return mayBeOption && current.text.isEmpty
      ? values + options(form, place) + client(form, place) : values
  }

  private func options(_ form: CommandForm, _ place: Place) -> [Completion.Candidate] {
    if let (left, right) = current.split(), current.isOption {
      let option = form.allOptions.first { $0.name.rawValue == left.text }
      guard let option, option.placeholder != nil, right.split() == nil else { return [] }
      return candidates(for: option.slot, place).map { candidate in
        var candidate = candidate
        candidate.text = "\(left.text)=\(candidate.text)"
        return candidate
      }
    }
    return form.allOptions
      .filter { $0.isListed && ($0.isRepeatable || !place.given.contains($0.name)) }
      .map { Candidate($0.name.rawValue, .option, $0.meaning) }
  }

  private func client(_ form: CommandForm, _ place: Place) -> [Completion.Candidate] {
    guard form.takesClient, !place.given.contains(.client) else { return [] }
    return [Candidate("as", .word, OptionForm.ofClients.first?.meaning)]
  }

  private func candidates(for slot: Slot, _ place: Place) -> [Completion.Candidate] {
    if slot == .key, place.passed.first == "" { return live(.queue) }
    if slot == .definition { return keys(place.form) }
    let own = live(slot)
    guard slot == .exchange, Self.takesDefaultExchange(place.form.name) else { return own }
    let meaning = Localized("the default exchange", "기본 익스체인지")
    return [Candidate("\"\"", .word, meaning)] + own
  }

  /// The keys of a definition in JSON, once its first quotation mark is there.
  private func keys(_ form: CommandForm) -> [Completion.Candidate] {
    guard let mark = current.text.lastIndex(of: "\"") else { return [] }
    let before = current.text[...mark]
    return form.options.filter(\.isKey).map { option in
      Candidate("'\(before)\(option.name.key)\":", .word, option.meaning)
    }
  }

  private static func takesDefaultExchange(_ name: CommandName) -> Bool {
    [.publish, .call, .explainPublish].contains(name)
  }

  private func live(_ slot: Slot) -> [Completion.Candidate] {
    SlotCandidates.candidates(for: slot, hidesBuiltIn: current.text.isEmpty, names: names)
  }

  /// What can be watched, then what may follow it.
  private func looks(_ form: CommandForm, after words: [Word]) -> [Completion.Candidate] {
    guard words.isEmpty else {
      let inner = Completer(words: words, current: current, names: names)
      return WatchedForms.form(words.map(\.text)) == nil ? [] : inner.candidates()
    }
    let off = form.name == .watch ? [Candidate("off", .word)] : []
    return WatchedForms.firstWords.map { Candidate($0, .command, Grammar.exactForm([$0])?.summary) }
      + off
  }

  private func helpTopics(after words: ArraySlice<Word>) -> [Completion.Candidate] {
    if words.isEmpty {
      let groups = HelpGroup.allCases.map { Candidate($0.rawValue, .word, $0.title) }
      return commands() + groups
    }
    return nextWords(after: words.map(\.text))
  }
}

/// How far the words before the cursor have come in a form.
struct Place {
  let form: CommandForm
  private(set) var passed: [String] = []
  private(set) var given: [OptionName] = []
  /// The option that waits for its value.
  private(set) var openOption: OptionForm?

  init(form: CommandForm) { self.form = form }

  var openSlot: Slot? { openOption?.slot }

  var parameter: ParameterForm? {
    if let last = form.parameters.last, last.presence == .several {
      return passed.count < form.parameters.count ? form.parameters[passed.count] : last
    }
    return passed.count < form.parameters.count ? form.parameters[passed.count] : nil
  }

  mutating func pass(_ word: Word) {
    if openOption != nil {
      openOption = nil
    } else if word.isOption {
      let (name, hasValue) = word.split().map { ($0.left.text, true) } ?? (word.text, false)
      guard let option = form.allOptions.first(where: { $0.name.rawValue == name }) else { return }
      given.append(option.name)
      if option.placeholder != nil && !hasValue { openOption = option }
    } else if form.takesClient && word.bareText == "as" {
      given.append(.client)
      openOption = OptionForm.ofClients.first
    } else {
      passed.append(word.text)
    }
  }
}
