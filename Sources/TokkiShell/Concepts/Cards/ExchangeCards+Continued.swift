import TokkiLanguage

extension Concept {
  static let defaultExchangeCard = Concept(
    "default exchange", "기본 익스체인지", in: .exchanges,
    also: ["nameless exchange", "empty exchange", "디폴트 익스체인지"],
    what: Localized(
      """
      The default exchange has no name and is always there. Every queue is bound to it by its \
      own name, so a message with a queue's name as its routing key goes to that queue.
      """,
      """
      기본 익스체인지는 이름이 빈 문자열이고 언제나 있습니다. 모든 큐가 자기 이름으로 바인딩되어 있어서, 라우팅 키(routing key)에 큐 이름을 \
      쓰면 메시지가 그 큐로 갑니다.
      """),
    why: Localized(
      """
      It makes it look as if one could publish straight into a queue, which is all that simple \
      programs need.
      """,
      """
      큐에 바로 발행하는 것처럼 쓸 수 있습니다. 간단한 프로그램은 이것으로 충분합니다.
      """),
    example: [
      "declare queue hello",
      "publish \"\" hello \"Hello World!\"",
      "explain",
    ],
    confusedWith: Localized(
      """
      One cannot bind to it or unbind from it, nor delete it.
      """,
      """
      직접 바인딩하거나 바인딩을 해제할 수 없고, 삭제할 수도 없습니다.
      """),
    see: ["exchange", "routing key"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let alternateExchangeCard = Concept(
    "alternate exchange", "대체 익스체인지", in: .exchanges,
    also: ["alternate", "ae", "alternate-exchange", "얼터네이트 익스체인지"],
    what: Localized(
      """
      An alternate exchange gets the messages that another exchange could route to no queue.
      """,
      """
      대체 익스체인지는 다른 익스체인지가 어느 큐로도 라우팅하지 못한 메시지를 받습니다.
      """),
    why: Localized(
      """
      Messages that match nothing are kept and can be looked at, instead of being lost without \
      a word.
      """,
      """
      갈 곳 없는 메시지가 소리 없이 사라지지 않고 남아서, 나중에 살펴볼 수 있습니다.
      """),
    example: [
      "declare exchange rest fanout",
      "declare queue unrouted",
      "bind queue unrouted rest",
      "declare exchange orders direct --alternate-exchange rest",
      "publish orders nobody \"who takes it?\"",
    ],
    confusedWith: Localized(
      """
      A dead-letter exchange gets messages that had reached a queue; an alternate exchange \
      those that reached none.
      """,
      """
      데드 레터 익스체인지(dead-letter exchange)는 큐에 들어갔던 메시지를 받고, 대체 익스체인지는 어느 큐에도 들어가지 못한 메시지를 \
      받습니다.
      """),
    see: ["mandatory", "dead-letter exchange"],
    page: "Alternate Exchanges",
    at: "rabbitmq.com/docs/ae")

  static let bindingCard = Concept(
    "binding", "바인딩", in: .exchanges,
    also: ["bindings", "bind"],
    what: Localized(
      """
      A binding is a rule from an exchange to a queue (or to another exchange): messages that \
      match it go there. It may have a binding key and arguments.
      """,
      """
      바인딩은 익스체인지에서 큐(또는 다른 익스체인지)로 메시지를 보내는 규칙입니다. 조건과 일치하는 메시지가 그 큐로 갑니다. 바인딩 키(binding \
      key)와 인자를 붙일 수 있습니다.
      """),
    why: Localized(
      """
      It is how a receiver says which messages it wants; it can be added and removed while \
      everything runs.
      """,
      """
      어떤 메시지를 받을지 받는 쪽이 정합니다. 시스템이 동작하는 중에도 추가하고 해제할 수 있습니다.
      """),
    example: [
      "declare queue audit",
      "bind queue audit amq.topic order.#",
      "list bindings",
      "unbind queue audit amq.topic order.#",
    ],
    confusedWith: Localized(
      """
      Two bindings that both match put only one copy of a message into the same queue.
      """,
      """
      바인딩 두 개가 모두 일치해도 같은 큐에는 한 부만 들어갑니다.
      """),
    see: ["binding key", "exchange", "queue"],
    page: "AMQP 0-9-1 Model Explained",
    at: "rabbitmq.com/tutorials/amqp-concepts")

  static let bindingKeyCard = Concept(
    "binding key", "바인딩 키", in: .exchanges,
    also: ["binding keys", "pattern", "패턴"],
    what: Localized(
      """
      The binding key is the string of a binding that an exchange compares with a message's \
      routing key. What it means is the exchange type's matter: equality, a pattern, or \
      nothing.
      """,
      """
      바인딩 키는 바인딩에 적는 문자열로, 익스체인지가 메시지의 라우팅 키(routing key)와 비교합니다. 똑같아야 하는지, 패턴인지, 아예 보지 \
      않는지는 익스체인지 타입에 따라 다릅니다.
      """),
    why: Localized(
      """
      It says what a queue wants to have, while the routing key says what a message is about.
      """,
      """
      라우팅 키는 메시지가 무엇에 관한 것인지 나타내고, 바인딩 키는 큐가 어떤 메시지를 받을지 나타냅니다.
      """),
    example: [
      "declare queue kernel",
      "bind queue kernel amq.topic \"kern.*\"",
      "explain publish amq.topic kern.critical",
    ],
    confusedWith: Localized(
      """
      In AMQP both are called routing-key; in words they are kept apart.
      """,
      """
      AMQP 명세에서는 둘 다 routing-key라고 하지만, 보통은 이름을 나누어 부릅니다.
      """),
    see: ["routing key", "topic exchange", "binding"],
    page: "Tutorials: Topics",
    at: "rabbitmq.com/tutorials/tutorial-five-python")
}
