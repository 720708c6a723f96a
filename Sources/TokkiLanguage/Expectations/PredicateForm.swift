/// A word that says something of a subject.
struct PredicateForm: Sendable {
  enum Kind: Hashable, Sendable {
    case exists(isNegated: Bool)
    case quality(Fact.Quality, isNegated: Bool)
    case measure(Fact.Measure)
    case text(Fact.Aspect)
    case property
    case argument
    case definition
    case header
  }

  var word: String
  var kind: Kind
  /// What may stand after the word.
  var slot: Slot?

  init(_ word: String, _ kind: Kind, _ slot: Slot? = nil) {
    self.word = word
    self.kind = kind
    self.slot = slot
  }

  static func quality(
    _ quality: Fact.Quality, isNegated: Bool = false, _ word: String? = nil
  ) -> PredicateForm {
    PredicateForm(word ?? quality.rawValue, .quality(quality, isNegated: isNegated))
  }

  static func measure(_ measure: Fact.Measure) -> PredicateForm {
    PredicateForm(measure.rawValue, .measure(measure), .number(Int64.min...Int64.max))
  }

  static let presence = [
    PredicateForm("exists", .exists(isNegated: false)),
    PredicateForm("absent", .exists(isNegated: true)),
  ]

  static let durability = [quality(.durable), quality(.durable, isNegated: true, "transient")]

  static let definition = PredicateForm("definition", .definition, .assignment)

  /// Which policies are in force, and what they set.
  static let policies = [
    PredicateForm("policy", .text(.policy), .policy),
    PredicateForm("operator-policy", .text(.operatorPolicy), .operatorPolicy), definition,
  ]

  static let argument = PredicateForm("argument", .argument, .assignment)

  /// What can be said of a message wherever it is.
  static let message = [
    PredicateForm("body", .text(.body), .text), PredicateForm("key", .text(.key), .text),
    PredicateForm("exchange", .text(.exchange), .exchange),
    PredicateForm("header", .header, .assignment),
    PredicateForm("property", .property, .assignment), measure(.priority),
    quality(.persistent), quality(.persistent, isNegated: true, "transient"),
  ]

  static let fromQueue = PredicateForm("from", .text(.queue), .queue)
  static let toClient = PredicateForm("to", .text(.client), .client)
  static let byClient = PredicateForm("by", .text(.client), .client)
  static let reason = PredicateForm(
    "reason", .text(.reason),
    .choice(["expired", "rejected", "maxlen", "delivery_limit", "purged"], isOpen: true))
  static let tag = PredicateForm("tag", .text(.consumerTag), .consumer)
}
