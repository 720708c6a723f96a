public import AMQPModel

/// Why a line is no command: facts only. `complaint(in:)` puts them into words.
public struct ParseError: Error, Hashable, Sendable {
  public var reason: Reason
  /// Where in the line, as offsets into its UTF-8; empty at the place where something is missing.
  public var range: Range<Int>
  /// The command that was being read, if it got that far.
  public var command: CommandName?

  public init(_ reason: Reason, at range: Range<Int>, in command: CommandName? = nil) {
    self.reason = reason
    self.range = range
    self.command = command
  }

  public enum Reason: Hashable, Sendable {
    case unknownCommand(word: String, nearest: [String])
    /// `declare` alone, or with a word that does not follow it.
    ///
    /// - `meant`: the line in its right order, where the rest of it tells: of
    ///   `declare durable queue q` that is `declare queue q --durable`.
    case unknownSubcommand(word: String?, after: String, choices: [String], meant: String? = nil)
    case unknownOption(String, nearest: [String])
    case repeatedOption(String)
    case missingParameter(String)
    case unexpectedWord(String)
    case missingOptionValue(String, placeholder: String)
    /// `--durable=yes`: the option takes no value.
    case needlessOptionValue(String)
    case badValue(String, for: String, expected: ValueKind)
    case contradiction(String, String)
    case badEscape(String)
    /// A pasted “ or ‘ at the beginning of a word.
    case typographicQuote(Character)
    /// A pasted — where `--` was meant.
    case typographicDash(Character)
    case badExpectation(ExpectationProblem)
    case lineTooLong(limit: Int)
  }

  /// What a value had to be.
  public enum ValueKind: Hashable, Sendable {
    case number(ClosedRange<Int64>)
    /// With a unit: `500ms`, `3s`, `2m`, `1h`.
    case duration(plainIsMilliseconds: Bool)
    /// `NAME=VALUE`.
    case assignment
    /// Not empty and not a number alone.
    case clientName
    /// With `open` others are taken in quotation marks.
    case word(of: [String], isOpen: Bool)
    case work
    case uri(URIProblem)
    /// An object of JSON.
    case definition(DefinitionProblem)
    /// A name or a key: no longer than AMQP's short string.
    case shortString
  }

  /// Why a text is no definition.
  public enum DefinitionProblem: Hashable, Sendable {
    case malformed
    /// A list, a text, a number.
    case notAnObject
  }

  /// Why a text is no URI of a broker.
  public enum URIProblem: Hashable, Sendable {
    case malformed(AMQPURI.Malformed)
    case unknownParameter(String, nearest: [String])
    case badParameter(URIParameter)
  }

  /// The bytes that AMQP 0-9-1 leaves for a short string, whose length is one byte.
  static let shortStringLimit = 255

  /// What is wrong with what was expected.
  public enum ExpectationProblem: Hashable, Sendable {
    case unknownSubject(String, nearest: [String])
    case unknownPredicate(String, of: String, choices: [String])
    case missingValue(after: String)
    case missingSubject
  }
}
