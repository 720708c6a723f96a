import TokkiLanguage

extension Concept {
  static let defaultExchangeCard = Concept(
    "default exchange", "기본 익스체인지", in: .exchanges,
    also: ["nameless exchange", "empty exchange", "디폴트 익스체인지"],
    what: Localized(
      """
      The default exchange has no name and is always there. Every queue is bound to it by its own \
      name, so a message with a queue's name as its routing key goes to that queue.
      """,
      """
      기본 익스체인지는 이름이 없고 언제나 있습니다. 모든 큐가 자기 이름으로 바인딩되어 있어, 라우팅 키에 큐 이름을 쓰면 그 큐로 갑니다.
      """),
    why: Localized(
      """
      It makes it look as if one could publish straight into a queue, which is all that simple \
      programs need.
      """,
      """
      큐에 바로 발행하는 것처럼 쓸 수 있어서, 간단한 프로그램에는 이것으로 충분합니다.
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
      여기에는 바인딩하거나 바인딩을 풀 수 없고, 지울 수도 없습니다.
      """),
    see: ["exchange", "routing key"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let alternateExchangeCard = Concept(
    "alternate exchange", "대체 익스체인지", in: .exchanges,
    also: ["alternate", "ae", "얼터네이트 익스체인지"],
    what: Localized(
      """
      An alternate exchange gets the messages that another exchange could route to no queue.
      """,
      """
      대체 익스체인지는 다른 익스체인지가 어느 큐로도 보내지 못한 메시지를 받습니다.
      """),
    why: Localized(
      """
      Messages that match nothing are kept and can be looked at, instead of being lost without a \
      word.
      """,
      """
      맞는 곳이 없는 메시지가 조용히 사라지지 않고 남아서, 나중에 살펴볼 수 있습니다.
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
      A dead-letter exchange gets messages that had reached a queue; an alternate exchange those \
      that reached none.
      """,
      """
      데드 레터 익스체인지는 큐에 들어갔던 메시지를, 대체 익스체인지는 어느 큐에도 못 간 메시지를 받습니다.
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
      바인딩은 익스체인지에서 큐(또는 다른 익스체인지)로 가는 규칙입니다. 여기에 맞는 메시지가 그리로 갑니다. 바인딩 키와 인자를 가질 수 있습니다.
      """),
    why: Localized(
      """
      It is how a receiver says which messages it wants; it can be added and removed while \
      everything runs.
      """,
      """
      받는 쪽이 어떤 메시지를 원하는지 말하는 방법입니다. 모두 실행 중일 때에도 더하고 뺄 수 있습니다.
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
      두 바인딩이 모두 맞아도 같은 큐에는 한 부만 들어갑니다.
      """),
    see: ["binding key", "exchange", "queue"],
    page: "AMQP 0-9-1 Model Explained",
    at: "rabbitmq.com/tutorials/amqp-concepts")

  static let bindingKeyCard = Concept(
    "binding key", "바인딩 키", in: .exchanges,
    also: ["binding keys", "pattern", "패턴"],
    what: Localized(
      """
      The binding key is the text of a binding that an exchange compares with a message's routing \
      key. What it means is the exchange type's matter: equality, a pattern, or nothing.
      """,
      """
      바인딩 키는 익스체인지가 메시지의 라우팅 키와 비교하는, 바인딩에 적힌 글입니다. 그 뜻은 익스체인지 종류에 따라 같음, 패턴, 또는 의미 없음입니다.
      """),
    why: Localized(
      """
      It says what a queue wants to have, while the routing key says what a message is about.
      """,
      """
      라우팅 키가 메시지가 무엇인지 말한다면, 바인딩 키는 큐가 무엇을 받고 싶은지 말합니다.
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
      AMQP 명세에서는 둘 다 routing-key라고 적지만, 말할 때에는 구별합니다.
      """),
    see: ["routing key", "topic exchange", "binding"],
    page: "Tutorials: Topics",
    at: "rabbitmq.com/tutorials/tutorial-five-python")
}
