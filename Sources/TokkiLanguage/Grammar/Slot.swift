/// What may stand in a place of a command: checked by the parser, offered by completion.
public enum Slot: Hashable, Sendable {
  case queue
  case exchange
  /// A queue or an exchange.
  case destination
  /// A routing or binding key: with the default exchange the name of a queue.
  case key
  case client
  /// A client with a consumer, or a consumer tag.
  case consumer
  /// A queue, a client, or a consumer tag.
  case worker
  /// A message by its number, its body or its message-id.
  case message
  case virtualHost
  case policy
  case operatorPolicy
  case user
  /// Never shown.
  case password
  /// A regular expression.
  case pattern
  /// What a policy sets: an object of JSON.
  case definition
  case checkpoint
  /// A file that is made; completion offers none.
  case newFile
  /// A term of the glossary.
  case concept
  case lesson
  /// A reply code by its number or name, a rule, or a text.
  case error
  /// A name that is new, or a text that nothing can complete.
  case text
  case number(ClosedRange<Int64>)
  /// `3s`; with `plainIsMilliseconds` also `3000`, as AMQP writes it.
  case duration(plainIsMilliseconds: Bool)
  /// A duration or, in quotation marks, any text.
  case expiration
  /// `NAME=VALUE` with a typed value.
  case assignment
  /// One of these words. An open one takes others too when they are quoted: the broker judges.
  case choice([String], isOpen: Bool)
  /// `dots` or a duration.
  case work
  /// Where a broker is and how to enter it: `amqp://user:password@host:port/vhost`.
  case uri
  /// Words with a grammar of their own: `expect` and `help`.
  case words

  /// The word that a work slot takes beside durations.
  static let dots = "dots"
}
