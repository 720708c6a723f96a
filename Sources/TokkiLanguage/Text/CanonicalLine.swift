import AMQPModel

/// A command line in the making.
struct CanonicalLine {
  private(set) var text: String

  init(_ name: CommandName) { text = name.rawValue }

  mutating func add(_ word: String) { text += " " + Quoting.word(word) }

  mutating func add(quoted word: String) { text += " " + Quoting.quoted(word) }

  /// A word that is written as it is.
  mutating func add(bare word: String) { text += " " + word }

  /// In single quotes, in which JSON's own quotation marks are letters.
  mutating func add(json: String) { text += " " + Quoting.single(json) }

  mutating func add(_ option: OptionName, if isGiven: Bool = true) {
    if isGiven { text += " " + option.rawValue }
  }

  mutating func add(_ option: OptionName, _ value: String?) {
    guard let value else { return }
    add(option)
    add(value)
  }

  mutating func add(_ option: OptionName, number: (some BinaryInteger)?) {
    guard let number else { return }
    text += " \(option.rawValue) \(number)"
  }

  mutating func add(_ option: OptionName, name: String, value: FieldValue) {
    add(option)
    text += " " + Self.assignment(name, value)
  }

  mutating func add(_ client: ClientChannel, naming: Bool = true) {
    if naming && client.client != ClientChannel.defaultClient {
      text += " as "
      text += Quoting.word(client.client)
    }
    if client.channel != 1 { add(.channel, number: client.channel) }
  }

  /// Arguments by their friendly options where they have one that says the same, else by `other`.
  ///
  /// - Parameter isDefinition: whether the names are those of a policy, without `x-`.
  mutating func add(
    _ table: FieldTable, as options: [OptionForm], other: OptionName, isDefinition: Bool = false
  ) {
    for entry in table.entries {
      let option =
        isDefinition
        ? options.first { $0.name.key == entry.name && $0.name != other }
        : WellKnownArguments.option(of: entry.name, among: options)
      switch (option?.slot, entry.value) {
      case (.duration, let value):
        if let option, let milliseconds = value.exactInteger, milliseconds >= 0 {
          add(option.name, VirtualDuration(milliseconds: milliseconds).description)
          continue
        }
      case (.number(let range), let value):
        if let option, let number = value.exactInteger, range.contains(number) {
          add(option.name, number: number)
          continue
        }
      case (.choice(let words, _), let value):
        if let option, let text = value.text {
          add(option.name)
          if words.contains(text) { add(text) } else { add(quoted: text) }
          continue
        }
      case (.text, .boolean(true)):
        if let option, option.placeholder == nil {
          add(option.name)
          continue
        }
      case (.text, let value), (.exchange, let value):
        if let option, option.placeholder != nil, let text = value.text {
          add(option.name, text)
          continue
        }
      case (.queue, _), (.destination, _), (.key, _), (.client, _), (.consumer, _),
        (.worker, _), (.message, _),
        (.virtualHost, _), (.policy, _), (.operatorPolicy, _), (.user, _), (.password, _),
        (.pattern, _), (.definition, _), (.checkpoint, _), (.newFile, _), (.concept, _),
        (.lesson, _), (.error, _),
        (.expiration, _), (.assignment, _), (.work, _),
        (.uri, _), (.words, _), (nil, _):
        break
      }
      add(other, name: entry.name, value: entry.value)
    }
  }

  /// `name=value` with the value so that its type comes back.
  static func assignment(_ name: String, _ value: FieldValue) -> String {
    Quoting.word(name) + "=" + literal(value)
  }

  private static func literal(_ value: FieldValue) -> String {
    switch value {
    case .boolean(let flag): flag ? "true" : "false"
    case .void: "null"
    case .float(let number): "\(number)"
    case .double(let number): "\(number)"
    case .longString(let bytes), .byteArray(let bytes):
      string(String(decoding: bytes, as: UTF8.self))
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64: "\(value.integer ?? 0)"
    case .timestamp(let seconds): "\(seconds)"
    case .decimal(let scale, let number): "\(number)e-\(scale)"
    case .array, .table: Quoting.quoted("\(value)")
    }
  }

  /// Quoted where the bare word would be read as something else than a string.
  private static func string(_ text: String) -> String {
    FieldValue(literal: text, isQuoted: false) == .string(text)
      ? Quoting.word(text) : Quoting.quoted(text)
  }
}

extension FieldValue {
  /// The number of an integer that is typed as the parser would type it.
  fileprivate var exactInteger: Int64? {
    integer.flatMap { FieldValue(integerLiteral: $0) == self ? $0 : nil }
  }
}
