import TokkiLanguage

extension Concept {
  static let messageCard = Concept(
    "message", "메시지", in: .messages,
    also: ["messages", "body", "payload", "본문"],
    what: Localized(
      """
      A message is a body of bytes, of which the broker knows nothing, with properties and a \
      routing key that the publisher gives it.
      """,
      """
      메시지는 브로커가 내용을 들여다보지 않는 바이트 본문에, 발행하는 쪽이 정한 속성과 라우팅 키를 더한 것입니다.
      """),
    why: Localized(
      """
      Whatever two programs agree on can be a body: JSON, text, a picture. What matters for \
      routing stands outside of it.
      """,
      """
      두 프로그램이 약속한 것이면 JSON, 글, 그림 무엇이든 본문이 됩니다. 라우팅에 필요한 것은 본문 밖에 적습니다.
      """),
    example: [
      "declare queue hello",
      "publish \"\" hello \"{\\\"id\\\": 7}\" --content-type application/json",
      "list messages hello",
    ],
    confusedWith: Localized(
      """
      Large files are better stored elsewhere, with a link in the message.
      """,
      """
      큰 파일은 다른 곳에 저장하고 메시지에는 그 주소만 넣는 것이 좋습니다.
      """),
    see: ["properties", "routing key", "persistent"],
    page: "Publishers",
    at: "rabbitmq.com/docs/publishers")

  static let routingKeyCard = Concept(
    "routing key", "라우팅 키", in: .messages,
    also: ["routing keys", "key", "키"],
    what: Localized(
      """
      The routing key is a short text that the publisher gives a message, for the exchange to \
      route by: a queue's name, a kind, or words with dots between.
      """,
      """
      라우팅 키는 발행하는 쪽이 메시지에 붙이는 짧은 글로, 익스체인지가 이것을 보고 보낼 곳을 정합니다. 큐 이름, 종류, 또는 점으로 나눈 단어들입니다.
      """),
    why: Localized(
      """
      It says what the message is about without anyone's having to read the body.
      """,
      """
      아무도 본문을 읽지 않아도 무엇에 관한 메시지인지 알 수 있습니다.
      """),
    example: [
      "declare queue hello",
      "publish \"\" hello hi",
      "explain publish amq.direct order.created",
    ],
    confusedWith: Localized(
      """
      The binding key is the other side of the comparison; with a fanout exchange neither \
      matters.
      """,
      """
      비교의 반대편에는 바인딩 키가 있습니다. 팬아웃 익스체인지에서는 둘 다 보지 않습니다.
      """),
    see: ["binding key", "exchange"],
    page: "AMQP 0-9-1 Model Explained",
    at: "rabbitmq.com/tutorials/amqp-concepts")

  static let propertiesCard = Concept(
    "properties", "속성", in: .messages,
    also: ["property", "message properties", "프로퍼티"],
    what: Localized(
      """
      Properties are the standard fields of a message: content type, delivery mode, priority, \
      expiration, correlation id, reply-to, message id, timestamp and a few more. All are \
      optional.
      """,
      """
      속성은 메시지의 표준 필드로, content type, delivery mode, priority, expiration, correlation id, \
      reply-to, message id, timestamp 등이 있습니다. 모두 선택입니다.
      """),
    why: Localized(
      """
      The broker reads a few (such as expiration and priority); the rest is for the programs at \
      both ends.
      """,
      """
      브로커는 expiration과 priority 같은 몇 가지만 읽고, 나머지는 양쪽 프로그램이 씁니다.
      """),
    example: [
      "declare queue hello",
      "publish \"\" hello hi --persistent --message-id 17 --content-type text/plain",
      "list messages hello",
    ],
    confusedWith: Localized(
      """
      What has no standard field goes into headers.
      """,
      """
      표준 필드에 없는 것은 헤더에 넣습니다.
      """),
    see: ["header", "persistent", "correlation id", "reply-to"],
    page: "Publishers",
    at: "rabbitmq.com/docs/publishers")

  static let headerCard = Concept(
    "header", "헤더", in: .messages,
    also: ["message headers", "헤더들", "x-death"],
    what: Localized(
      """
      Headers are a table of names and typed values that a message carries among its properties: \
      whatever the programs like. RabbitMQ adds some itself, such as x-death.
      """,
      """
      헤더는 메시지 속성에 들어가는 이름과 값의 표로, 프로그램이 원하는 대로 씁니다. x-death처럼 RabbitMQ가 직접 넣는 것도 있습니다.
      """),
    why: Localized(
      """
      They carry what the body should not have to be read for: a trace id, a version, what a \
      headers exchange compares.
      """,
      """
      본문을 읽지 않고도 알아야 할 것, 곧 추적 id, 버전, 헤더 익스체인지가 비교할 값을 담습니다.
      """),
    example: [
      "declare queue hello",
      "publish \"\" hello hi --header version=2 --header trace=abc",
      "list messages hello",
    ],
    confusedWith: Localized(
      """
      A value has a type: the number 1 and the text "1" are different to a headers exchange.
      """,
      """
      값에는 타입이 있습니다. 헤더 익스체인지에게 숫자 1과 글 "1"은 다릅니다.
      """),
    see: ["headers exchange", "properties"],
    page: "Publishers",
    at: "rabbitmq.com/docs/publishers")

  static let persistentCard = Concept(
    "persistent", "영속 메시지", in: .messages,
    also: ["persistent message", "delivery mode", "transient", "지속성", "퍼시스턴트"],
    what: Localized(
      """
      A persistent message (delivery mode 2) is written to disk by a durable queue. A transient \
      one may be gone after the broker restarts.
      """,
      """
      영속 메시지(delivery mode 2)는 durable 큐가 디스크에 씁니다. 그렇지 않은 메시지는 브로커가 다시 시작하면 사라질 수 있습니다.
      """),
    why: Localized(
      """
      Messages that must not be lost need both: a durable queue, and to be persistent. Only a \
      publisher confirm says that it is done.
      """,
      """
      잃어버리면 안 되는 메시지에는 durable 큐와 영속 메시지가 둘 다 필요합니다. 정말 저장되었는지는 publisher confirm만 알려 줍니다.
      """),
    example: [
      "declare queue safe --durable",
      "publish \"\" safe kept --persistent",
      "publish \"\" safe lost",
      "restart",
      "list messages safe",
    ],
    confusedWith: Localized(
      """
      Durable is said of queues and exchanges, persistent of messages. Quorum queues keep every \
      message on disk.
      """,
      """
      durable은 큐와 익스체인지에, persistent는 메시지에 쓰는 말입니다. 쿼럼 큐는 모든 메시지를 디스크에 둡니다.
      """),
    see: ["durable", "publisher confirm", "quorum queue"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")
}
