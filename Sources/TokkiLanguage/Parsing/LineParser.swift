extension Command {
  /// What the line says; without effects, and without a trap on any input.
  public static func parse(_ line: String) -> ParseResult {
    do {
      let lexed = try Lexer.words(of: line)
      if let continuation = lexed.continuation { return .incomplete(continuation) }
      let words = OtherSpelling.respelled(lexed.words)
      guard let match = try Grammar.match(words) else { return .nothing }
      var parser = LineParser(words, match.form, next: match.length, bytes: Array(line.utf8))
      return .command(try parser.command())
    } catch {
      return .failure(error)
    }
  }
}

/// Puts the words of a line into the places of its form.
struct LineParser {
  private let words: [Word]
  /// The line itself.
  private let bytes: [UInt8]
  private let form: CommandForm
  private var next: Int
  private var takesOptions = true
  private var arguments: Arguments

  init(_ words: [Word], _ form: CommandForm, next: Int, bytes: [UInt8]) {
    self.words = words
    self.form = form
    self.next = next
    self.bytes = bytes
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
      } else if takesOptions && (word.isOption || isVirtualHostFlag(word)) {
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
    let whole = parameter.slot == .definition ? definition(word) : word
    let value = try Self.value(of: whole, in: parameter.slot, named: parameter.name, form.name)
    if parameter.presence == .several, case .text(let text) = value {
      arguments.several.append(text)
      return
    }
    if whole.isQuoted { arguments.quotedPositions.insert(arguments.positionals.count) }
    arguments.positionals.append(value)
    arguments.positionalRanges.append(whole.range)
  }

  /// `{"max-length": 10}` without quotation marks around it is several words, and one object.
  private mutating func definition(_ word: Word) -> Word {
    let start = word.range.lowerBound
    guard word.bareText?.utf8.first == UInt8(ascii: "{"),
      let length = JSONDefinition.length(of: bytes[start...]),
      start + length > word.range.upperBound,
      let last = words.lastIndex(where: { $0.range.lowerBound < start + length })
    else { return word }
    next = last + 1
    let range = start..<max(start + length, words[last].range.upperBound)
    return Word(pieces: [Word.Piece(bytes: Array(bytes[range]), isQuoted: false)], range: range)
  }

  /// `-p`, as `rabbitmqctl` has it.
  private func isVirtualHostFlag(_ word: Word) -> Bool {
    word.bareText == OtherSpelling.virtualHostFlag
      && form.options.contains { $0.name == .virtualHost }
  }

  /// `ack 3`: a number in the place of a client that may be left out is the tag after it.
  private func skipsClient(_ parameter: ParameterForm, for word: Word) -> Bool {
    guard parameter.presence == .optional, parameter.slot == .client else { return false }
    return word.bareText.flatMap { Int64($0) } != nil
  }

  private mutating func readOption(_ word: Word) throws(ParseError) {
    let sides = word.split()
    var written = sides?.left.text ?? word.text
    if written == OtherSpelling.virtualHostFlag { written = OptionName.virtualHost.rawValue }
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
