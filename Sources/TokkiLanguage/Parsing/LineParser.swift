extension Command {
  /// What the line says; without effects, and without a trap on any input.
  public static func parse(_ line: String) -> ParseResult {
    do {
      let lexed = try Lexer.words(of: line)
      if let continuation = lexed.continuation { return .incomplete(continuation) }
      guard let match = try Grammar.match(lexed.words) else { return .nothing }
      var parser = LineParser(words: lexed.words, form: match.form, next: match.length)
      return .command(try parser.command())
    } catch {
      return .failure(error)
    }
  }
}

/// Puts the words of a line into the places of its form.
struct LineParser {
  private let words: [Word]
  private let form: CommandForm
  private var next: Int
  private var takesOptions = true
  private var arguments: Arguments

  init(words: [Word], form: CommandForm, next: Int) {
    self.words = words
    self.form = form
    self.next = next
    arguments = Arguments(form: form, end: words.last?.range.upperBound ?? 0)
  }

  mutating func command() throws(ParseError) -> Command {
    while next < words.count {
      if nextParameter?.presence == .rest {
        arguments.rest = Array(words[next...])
        break
      }
      let word = words[next]
      next += 1
      if takesOptions && word.bareText == "--" {
        takesOptions = false
      } else if takesOptions && word.isOption {
        try readOption(word)
      } else if form.takesClient && word.bareText == "as" {
        try readClient(after: word)
      } else {
        try readPositional(word)
      }
    }
    if let parameter = nextParameter, parameter.presence == .required {
      throw arguments.missing(parameter.name)
    }
    applyClient()
    return try form.build(arguments)
  }

  private var nextParameter: ParameterForm? {
    let position = arguments.positionals.count
    return position < form.parameters.count ? form.parameters[position] : nil
  }

  private mutating func readPositional(_ word: Word) throws(ParseError) {
    guard var parameter = nextParameter else {
      throw ParseError(.unexpectedWord(word.text), at: word.range, in: form.name)
    }
    if skipsClient(parameter, for: word) {
      arguments.positionals.append(nil)
      arguments.positionalRanges.append(nil)
      parameter = nextParameter ?? parameter
    }
    let value = try Self.value(of: word, in: parameter.slot, named: parameter.name, form.name)
    arguments.positionals.append(value)
    arguments.positionalRanges.append(word.range)
  }

  /// `ack 3`: a number in the place of a client that may be left out is the tag after it.
  private func skipsClient(_ parameter: ParameterForm, for word: Word) -> Bool {
    guard parameter.presence == .optional, parameter.slot == .client else { return false }
    return word.bareText.flatMap { Int64($0) } != nil
  }

  private mutating func readOption(_ word: Word) throws(ParseError) {
    let sides = word.split()
    let written = sides?.left.text ?? word.text
    guard let option = form.allOptions.first(where: { $0.name.rawValue == written }) else {
      let known = form.allOptions.filter(\.isListed).map(\.name.rawValue)
      let begun = known.filter { $0.utf8.starts(with: written.utf8) && written.utf8.count > 2 }
      let slips = EditDistance.nearest(to: written, among: known).filter { !begun.contains($0) }
      let nearest = Array((begun + slips).prefix(3))
      throw ParseError(.unknownOption(written, nearest: nearest), at: word.range, in: form.name)
    }
    if !option.isRepeatable && arguments.has(option.name) {
      throw ParseError(.repeatedOption(written), at: word.range, in: form.name)
    }
    guard let placeholder = option.placeholder else {
      if sides != nil {
        throw ParseError(.needlessOptionValue(written), at: word.range, in: form.name)
      }
      arguments.options.append(Arguments.GivenOption(name: option.name, range: word.range))
      return
    }
    let value: Word
    if let right = sides?.right {
      value = right
    } else if next < words.count, !words[next].isOption {
      value = words[next]
      next += 1
    } else {
      let end = word.range.upperBound
      throw ParseError(
        .missingOptionValue(written, placeholder: placeholder), at: end..<end, in: form.name)
    }
    let checked = try Self.value(of: value, in: option.slot, named: written, form.name)
    arguments.options.append(
      Arguments.GivenOption(
        name: option.name, value: checked,
        range: word.range.lowerBound..<value.range.upperBound))
  }

  /// `as NAME` is `--as NAME`.
  private mutating func readClient(after word: Word) throws(ParseError) {
    guard next < words.count else {
      let end = word.range.upperBound
      throw ParseError(.missingOptionValue("as", placeholder: "NAME"), at: end..<end, in: form.name)
    }
    if arguments.has(.client) {
      throw ParseError(.repeatedOption("as"), at: word.range, in: form.name)
    }
    let name = try Self.value(of: words[next], in: .client, named: "as", form.name)
    let range = word.range.lowerBound..<words[next].range.upperBound
    next += 1
    arguments.options.append(Arguments.GivenOption(name: .client, value: name, range: range))
  }

  private mutating func applyClient() {
    if let name = arguments.text(.client) { arguments.client.client = name }
    if let channel = arguments.number(.channel, as: UInt16.self) {
      arguments.client.channel = channel
    }
  }
}
