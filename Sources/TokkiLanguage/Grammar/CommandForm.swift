/// One row of the grammar: how a command is written, what it means, how it becomes a `Command`.
/// Parser, completion, usage lines and help all read it from here.
struct CommandForm: Sendable {
  var name: CommandName
  var group: HelpGroup
  /// Other ways to write its words: the AMQP method's own name first, where there is one.
  var aliases: [String] = []
  /// Words that people bring from elsewhere: never accepted, only answered.
  var searchedAs: [String] = []
  /// The AMQP methods that it sends, in order.
  var methods: [String] = []
  var parameters: [ParameterForm] = []
  var options: [OptionForm] = []
  /// Whether `as NAME` and `--channel N` say who does it.
  var takesClient = false
  var summary: Localized
  /// What one line cannot say.
  var note: Localized?
  /// Lines that run on a new broker; the last is the command itself.
  var example: [String]
  var build: @Sendable (Arguments) throws(ParseError) -> Command

  /// The options with those of every command that a client sends.
  var allOptions: [OptionForm] { takesClient ? options + OptionForm.ofClients : options }
}

/// A place for a word, by its position.
struct ParameterForm: Sendable {
  enum Presence: Sendable {
    case required
    case optional
    /// As many as there are, with options between and after them.
    case several
    /// The parser lets it be left out, the form itself asks for it where it is needed.
    case expected
    /// All words that are left.
    case rest
  }

  var name: String
  var slot: Slot
  var presence: Presence

  init(_ name: String, _ slot: Slot, _ presence: Presence = .required) {
    self.name = name
    self.slot = slot
    self.presence = presence
  }
}

/// An option of one command.
struct OptionForm: Sendable {
  var name: OptionName
  /// What stands for its value in usage lines; nil takes no value.
  var placeholder: String?
  var slot: Slot
  var isRepeatable: Bool
  /// Whether usage and help show it; some are taken only so that lines can be reused.
  var isListed = true
  var meaning: Localized

  init(
    _ name: OptionName, _ placeholder: String, _ slot: Slot, repeatable: Bool = false,
    _ english: String, _ korean: String
  ) {
    self.name = name
    self.placeholder = placeholder
    self.slot = slot
    self.isRepeatable = repeatable
    self.meaning = Localized(english, korean)
  }

  /// With any text as its value.
  init(
    _ name: OptionName, _ placeholder: String, repeatable: Bool = false, _ english: String,
    _ korean: String
  ) {
    self.init(name, placeholder, .text, repeatable: repeatable, english, korean)
  }

  /// Without a value.
  init(_ name: OptionName, _ english: String, _ korean: String) {
    self.init(name, "", .text, english, korean)
    placeholder = nil
  }

  static let ofClients = [
    OptionForm(
      .client, "NAME", .client, "which client does it; the same as `as NAME`",
      "어느 클라이언트가 하는지; `as NAME`과 같습니다"),
    OptionForm(
      .channel, "N", .number(1...2047), "on which of its channels (default 1)",
      "그 클라이언트의 몇 번 채널인지 (기본 1)"),
  ]
}
