import TokkiLanguage

extension Concept {
  static let exchangeCard = Concept(
    "exchange", "익스체인지", in: .exchanges,
    also: ["exchanges", "교환기"],
    what: Localized(
      """
      An exchange is where messages are published to. It keeps none: it compares each message \
      with its bindings and puts a copy into every queue that matches.
      """,
      """
      익스체인지는 메시지를 발행하는 곳입니다. 메시지를 보관하지 않습니다. 메시지를 바인딩(binding)과 비교해서 일치하는 큐마다 한 부씩 넣습니다.
      """),
    why: Localized(
      """
      The publisher need not know which queues there are; who wants messages binds a queue, \
      and nothing in the publisher changes.
      """,
      """
      발행하는 쪽은 어떤 큐가 있는지 몰라도 됩니다. 메시지를 받으려면 큐를 만들어 바인딩하면 되고, 발행하는 프로그램은 고칠 필요가 없습니다.
      """),
    example: [
      "declare exchange logs fanout",
      "declare queue audit",
      "bind queue audit logs",
      "publish logs \"\" \"disk full\"",
      "explain",
    ],
    confusedWith: Localized(
      """
      A queue keeps messages, an exchange never does: without a matching binding the message \
      is lost.
      """,
      """
      메시지를 보관하는 것은 큐이지 익스체인지가 아닙니다. 일치하는 바인딩이 없으면 메시지는 사라집니다.
      """),
    see: [
      "binding", "queue", "direct exchange", "fanout exchange", "topic exchange",
      "headers exchange",
    ],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let directCard = Concept(
    "direct exchange", "direct 익스체인지", in: .exchanges,
    also: ["direct", "다이렉트", "다이렉트 익스체인지"],
    what: Localized(
      """
      A direct exchange puts a message into the queues whose binding key is exactly the \
      routing key. Several queues may be bound with the same key: each gets a copy.
      """,
      """
      direct 익스체인지는 바인딩 키(binding key)가 라우팅 키(routing key)와 똑같은 큐에 메시지를 넣습니다. 여러 큐를 같은 키로 \
      바인딩하면 큐마다 한 부씩 들어갑니다.
      """),
    why: Localized(
      """
      For when messages are of a few kinds and a receiver chooses some of them, such as logs \
      by severity.
      """,
      """
      로그의 심각도처럼 메시지의 종류가 몇 가지로 정해져 있고, 받는 쪽이 그중 일부를 고를 때 씁니다.
      """),
    example: [
      "declare exchange logs direct",
      "declare queue errors",
      "bind queue errors logs error",
      "publish logs error \"disk full\"",
      "publish logs info \"all well\"",
    ],
    confusedWith: Localized(
      """
      It does not know wildcards: * and # are letters to it. That is the topic exchange.
      """,
      """
      와일드카드를 쓸 수 없습니다. *와 #도 그냥 글자로 비교합니다. 와일드카드는 topic 익스체인지에서 씁니다.
      """),
    see: ["topic exchange", "default exchange", "binding key"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let fanoutCard = Concept(
    "fanout exchange", "fanout 익스체인지", in: .exchanges,
    also: ["fanout", "팬아웃", "팬아웃 익스체인지", "broadcast", "브로드캐스트"],
    what: Localized(
      """
      A fanout exchange puts each message into every queue that is bound to it. The routing \
      key does not matter.
      """,
      """
      fanout 익스체인지는 바인딩된 모든 큐에 메시지를 넣습니다. 라우팅 키(routing key)는 보지 않습니다.
      """),
    why: Localized(
      """
      For when everybody who listens is to get everything: each listener has a queue of its \
      own.
      """,
      """
      모든 수신자가 모든 메시지를 받아야 할 때 씁니다. 수신자마다 자기 큐를 바인딩합니다.
      """),
    example: [
      "declare exchange news fanout",
      "declare queue a",
      "declare queue b",
      "bind queue a news",
      "bind queue b news",
      "publish news \"\" \"to both\"",
    ],
    confusedWith: Localized(
      """
      Two consumers of one queue share its messages; for a copy each they need a queue each.
      """,
      """
      큐 하나에 컨슈머가 둘이면 메시지를 나눠 받습니다. 둘 다 전부 받으려면 큐가 따로 있어야 합니다.
      """),
    see: ["publish/subscribe", "competing consumers"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let topicCard = Concept(
    "topic exchange", "topic 익스체인지", in: .exchanges,
    also: ["topic", "토픽", "토픽 익스체인지", "wildcard", "와일드카드"],
    what: Localized(
      """
      A topic exchange compares the routing key, words with dots between, with the patterns of \
      its bindings: * stands for exactly one word, # for zero or more words.
      """,
      """
      topic 익스체인지는 점으로 구분한 단어들로 된 라우팅 키(routing key)를 바인딩의 패턴과 비교합니다. *는 정확히 한 단어, #은 0개 \
      이상의 단어와 일치합니다.
      """),
    why: Localized(
      """
      A receiver can choose by several properties at once, such as *.error for errors from any \
      one source.
      """,
      """
      여러 기준을 한꺼번에 걸어 고를 수 있습니다. 예를 들어 *.error는 어디에서 왔든 오류를 모두 받습니다.
      """),
    example: [
      "declare exchange logs topic",
      "declare queue errors",
      "bind queue errors logs \"*.error\"",
      "publish logs disk.error full",
      "publish logs disk.eu.error full",
      "explain",
    ],
    confusedWith: Localized(
      """
      A Kafka topic is something else: a stored log. A topic exchange stores nothing.
      """,
      """
      Kafka의 토픽은 메시지를 저장하는 로그로, 전혀 다른 것입니다. topic 익스체인지는 아무것도 저장하지 않습니다.
      """),
    see: ["direct exchange", "binding key", "routing key", "Kafka"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let headersCard = Concept(
    "headers exchange", "headers 익스체인지", in: .exchanges,
    also: ["headers", "헤더스", "헤더 익스체인지", "x-match"],
    what: Localized(
      """
      A headers exchange ignores the routing key and compares the message's headers with the \
      arguments of the binding: with x-match all (the default) every one has to be equal, with \
      any one is enough.
      """,
      """
      headers 익스체인지는 라우팅 키(routing key)를 보지 않고 메시지의 헤더(header)를 바인딩의 인자와 비교합니다. x-match가 \
      all이면(기본값) 모두 같아야 하고, any이면 하나만 같아도 됩니다.
      """),
    why: Localized(
      """
      For when several properties, or numbers and flags, decide, which one key cannot hold \
      well.
      """,
      """
      여러 속성이나 숫자, 참·거짓 값으로 라우팅할 때 씁니다. 라우팅 키 하나에 담기 어려운 조건입니다.
      """),
    example: [
      "declare exchange photos headers",
      "declare queue big",
      "bind queue big photos --match all --arg format=png --arg large=true",
      "publish photos \"\" \"a picture\" --header format=png --header large=true",
    ],
    confusedWith: Localized(
      """
      Headers are part of a message; a headers exchange is one of the ways to use them.
      """,
      """
      헤더는 메시지에 들어 있는 데이터이고, headers 익스체인지는 그 헤더를 쓰는 한 가지 방법입니다.
      """),
    see: ["header", "exchange"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")
}
