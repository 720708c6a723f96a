/// One row of what can be expected: how a subject is written and what can be said of it. Parser,
/// completion, canonical text and help all read it from here.
struct ObjectForm: Sendable {
  enum Word: String, Sendable, CaseIterable {
    case queue
    case exchange
    case binding
    case consumer
    case connection
    case vhost
    case policy
    case operatorPolicy = "operator-policy"
    case user
    case permissions
    case message
    case routed
    case unroutable
    case error
    case published
    case delivered
    case acked
    case rejected
    case requeued
    case removed
    case deadLettered = "dead-lettered"
    case returned
    case confirmed
    case refused
    case closed
  }

  var word: Word
  /// What follows the word, as in a usage line.
  var usage: String
  /// The names that follow the word.
  var slots: [Slot] = []
  var predicates: [PredicateForm]
  /// What a number alone says: `delivered 2`, `error 404`.
  var plainNumber: Fact.Measure?
  /// What a text in quotation marks alone says.
  var plainText: Fact.Aspect?
  var isHistory = false
  var meaning: Localized

  static func form(of word: Word) -> ObjectForm? { all.first { $0.word == word } }

  static let all: [ObjectForm] = state + operated + last + history

  private static let state: [ObjectForm] = [
    ObjectForm(
      word: .queue, usage: "NAME", slots: [.queue],
      predicates: PredicateForm.presence + [
        .measure(.ready), .measure(.unacked), .measure(.messages), .measure(.consumers),
        .measure(.bindings),
      ] + PredicateForm.durability + [
        .quality(.exclusive), .quality(.autoDelete),
        PredicateForm(
          "type", .text(.type), .choice(["classic", "quorum", "stream"], isOpen: true)),
        .argument,
      ] + PredicateForm.policies,
      meaning: Localized("a queue as it is now", "지금의 큐")),
    ObjectForm(
      word: .exchange, usage: "NAME", slots: [.exchange],
      predicates: PredicateForm.presence + [
        PredicateForm("type", .text(.type), Grammar.exchangeType), .measure(.bindings),
      ] + PredicateForm.durability + [
        .quality(.autoDelete), .quality(.isInternal), .argument,
      ] + PredicateForm.policies,
      meaning: Localized("an exchange as it is now", "지금의 익스체인지")),
    ObjectForm(
      word: .binding, usage: "SOURCE DESTINATION [KEY]", slots: [.exchange, .destination],
      predicates: PredicateForm.presence + [.argument],
      meaning: Localized("a binding from an exchange", "익스체인지에서 나가는 바인딩")),
    ObjectForm(
      word: .consumer, usage: "NAME", slots: [.consumer],
      predicates: PredicateForm.presence + [
        PredicateForm("queue", .text(.queue), .queue), PredicateForm.tag,
        .measure(.prefetch), .measure(.unacked), .measure(.priority), .quality(.autoAck),
        .quality(.autoAck, isNegated: true, "manual-ack"), .quality(.active),
        .quality(.active, isNegated: true, "waiting"), .quality(.exclusive), .argument,
      ],
      meaning: Localized("a consumer by its name or tag", "이름이나 태그로 찾는 컨슈머")),
    ObjectForm(
      word: .connection, usage: "NAME", slots: [.client],
      predicates: PredicateForm.presence + [
        .measure(.channels), .measure(.consumers), .measure(.unacked),
        PredicateForm("vhost", .text(.virtualHost), .virtualHost),
      ],
      meaning: Localized("the connection of a client", "클라이언트의 연결")),
    ObjectForm(
      word: .vhost, usage: "NAME", slots: [.virtualHost], predicates: PredicateForm.presence,
      meaning: Localized("a virtual host", "가상 호스트")),
    ObjectForm(
      word: .message, usage: "in QUEUE [at N]", slots: [.queue],
      predicates: PredicateForm.presence + PredicateForm.message + [.quality(.redelivered)],
      plainText: .body,
      meaning: Localized(
        "the first (or N-th) ready message of a queue", "큐의 첫 번째(또는 N번째) ready 메시지")),
  ]

  private static let last: [ObjectForm] = [
    ObjectForm(
      word: .routed, usage: "[to QUEUE…]", predicates: [],
      meaning: Localized(
        "the last publish reached a queue, or exactly these", "마지막 발행이 큐에, 또는 바로 이 큐들에 도착")),
    ObjectForm(
      word: .unroutable, usage: "", predicates: [],
      meaning: Localized("the last publish reached no queue", "마지막 발행이 어느 큐에도 가지 못함")),
    ObjectForm(
      word: .error, usage: "[CODE] [\"PART OF THE TEXT\"]",
      predicates: PredicateForm.presence + [
        .measure(.code), PredicateForm("text", .text(.text), .text),
      ],
      plainNumber: .code, plainText: .text,
      meaning: Localized(
        "the last AMQP command was refused; the opposite is `no error`",
        "마지막 AMQP 명령이 거절됨; 반대는 `no error`")),
  ]
}
