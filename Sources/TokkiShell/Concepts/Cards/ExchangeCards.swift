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
      익스체인지는 메시지를 발행하는 곳입니다. 메시지를 보관하지 않고, 바인딩과 비교해서 맞는 큐마다 한 부씩 넣습니다.
      """),
    why: Localized(
      """
      The publisher need not know which queues there are; who wants messages binds a queue, and \
      nothing in the publisher changes.
      """,
      """
      발행하는 쪽은 어떤 큐가 있는지 몰라도 됩니다. 받고 싶은 쪽이 큐를 바인딩하면 되고, 발행하는 프로그램은 그대로입니다.
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
      A queue keeps messages, an exchange never does: without a matching binding the message is \
      lost.
      """,
      """
      메시지를 보관하는 것은 큐입니다. 맞는 바인딩이 없으면 메시지는 사라집니다.
      """),
    see: [
      "binding", "queue", "direct exchange", "fanout exchange", "topic exchange",
      "headers exchange",
    ],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let directCard = Concept(
    "direct exchange", "다이렉트 익스체인지", in: .exchanges,
    also: ["direct", "다이렉트"],
    what: Localized(
      """
      A direct exchange puts a message into the queues whose binding key is exactly the routing \
      key. Several queues may be bound with the same key: each gets a copy.
      """,
      """
      다이렉트 익스체인지는 바인딩 키가 라우팅 키와 똑같은 큐에 메시지를 넣습니다. 같은 키로 여러 큐를 바인딩하면 큐마다 한 부씩 들어갑니다.
      """),
    why: Localized(
      """
      For when messages are of a few kinds and a receiver chooses some of them, such as logs by \
      severity.
      """,
      """
      로그의 심각도처럼 메시지의 종류가 몇 가지이고, 받는 쪽이 그중 일부만 고를 때 씁니다.
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
      와일드카드를 모릅니다. *와 #도 그냥 글자입니다. 와일드카드는 토픽 익스체인지의 것입니다.
      """),
    see: ["topic exchange", "default exchange", "binding key"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let fanoutCard = Concept(
    "fanout exchange", "팬아웃 익스체인지", in: .exchanges,
    also: ["fanout", "팬아웃", "broadcast", "브로드캐스트"],
    what: Localized(
      """
      A fanout exchange puts each message into every queue that is bound to it. The routing key \
      does not matter.
      """,
      """
      팬아웃 익스체인지는 바인딩된 모든 큐에 메시지를 넣습니다. 라우팅 키는 보지 않습니다.
      """),
    why: Localized(
      """
      For when everybody who listens is to get everything: each listener has a queue of its own.
      """,
      """
      듣는 쪽 모두가 전부 받아야 할 때 씁니다. 듣는 쪽마다 자기 큐를 가집니다.
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
      큐 하나에 컨슈머가 둘이면 메시지를 나눠 받습니다. 한 부씩 받으려면 큐가 따로 있어야 합니다.
      """),
    see: ["publish/subscribe", "competing consumers"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let topicCard = Concept(
    "topic exchange", "토픽 익스체인지", in: .exchanges,
    also: ["topic", "토픽", "wildcard", "와일드카드"],
    what: Localized(
      """
      A topic exchange compares the routing key, words with dots between, with patterns: * stands \
      for exactly one word, # for any number of words, none included.
      """,
      """
      토픽 익스체인지는 점으로 나눈 단어들인 라우팅 키를 패턴과 비교합니다. *는 단어 정확히 하나, #은 0개 이상의 단어를 뜻합니다.
      """),
    why: Localized(
      """
      A receiver can choose by several properties at once, such as *.error for errors from \
      anywhere.
      """,
      """
      *.error처럼 여러 기준으로 한꺼번에 고를 수 있습니다. 이 패턴은 어디서 온 오류든 받습니다.
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
      Kafka의 토픽은 저장된 로그로, 전혀 다른 것입니다. 토픽 익스체인지는 아무것도 저장하지 않습니다.
      """),
    see: ["direct exchange", "binding key", "routing key", "Kafka"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")

  static let headersCard = Concept(
    "headers exchange", "헤더 익스체인지", in: .exchanges,
    also: ["headers", "헤더스"],
    what: Localized(
      """
      A headers exchange ignores the routing key and compares the message's headers with those of \
      the binding: with x-match all every one has to be equal, with any one is enough.
      """,
      """
      헤더 익스체인지는 라우팅 키 대신 메시지의 헤더를 바인딩의 헤더와 비교합니다. x-match가 all이면 모두 같아야 하고, any면 하나만 같아도 됩니다.
      """),
    why: Localized(
      """
      For when several properties, or numbers and flags, decide, which one text cannot hold well.
      """,
      """
      여러 속성이나 숫자, 참·거짓으로 고를 때 씁니다. 라우팅 키 한 줄에 담기 어려운 경우입니다.
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
      헤더는 메시지의 일부이고, 헤더 익스체인지는 그것을 쓰는 한 가지 방법입니다.
      """),
    see: ["header", "exchange"],
    page: "Exchanges",
    at: "rabbitmq.com/docs/exchanges")
}
