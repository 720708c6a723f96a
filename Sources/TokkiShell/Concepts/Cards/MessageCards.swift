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
      메시지는 본문(body)에 속성(properties)과 라우팅 키(routing key)를 붙인 것입니다. 본문은 바이트이고, 브로커는 그 내용을 \
      해석하지 않습니다. 속성과 라우팅 키는 발행하는 쪽이 정합니다.
      """),
    why: Localized(
      """
      Whatever two programs agree on can be a body: JSON, text, a picture. What matters for \
      routing stands outside of it.
      """,
      """
      JSON, 텍스트, 이미지 등 두 프로그램이 약속한 것이면 무엇이든 본문이 될 수 있습니다. 라우팅에 필요한 정보는 본문 밖에 적습니다.
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
      The routing key is a short string that the publisher gives a message, for the exchange \
      to route by: a queue's name, a kind, or words with dots between.
      """,
      """
      라우팅 키는 발행하는 쪽이 메시지에 붙이는 짧은 문자열로, 익스체인지가 이것을 보고 보낼 큐를 정합니다. 큐 이름, 메시지의 종류, 점으로 구분한 \
      단어들을 씁니다.
      """),
    why: Localized(
      """
      It says what the message is about without anyone's having to read the body.
      """,
      """
      본문을 읽지 않아도 무엇에 관한 메시지인지 알 수 있습니다.
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
      비교의 상대는 바인딩 키(binding key)입니다. fanout 익스체인지에서는 둘 다 보지 않습니다.
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
      속성은 메시지의 표준 필드입니다. content type, delivery mode, priority, expiration, correlation \
      id, reply-to, message id, timestamp 등이 있고, 모두 생략할 수 있습니다.
      """),
    why: Localized(
      """
      The broker reads a few (such as expiration and priority); the rest is for the programs \
      at both ends.
      """,
      """
      브로커는 expiration과 priority 등 몇 가지만 사용하고, 나머지는 양쪽 프로그램이 사용합니다.
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
      표준 필드에 없는 값은 헤더(header)에 넣습니다.
      """),
    see: ["header", "persistent", "correlation id", "reply-to"],
    page: "Publishers",
    at: "rabbitmq.com/docs/publishers")

  static let headerCard = Concept(
    "header", "헤더", in: .messages,
    also: ["message headers", "헤더들"],
    what: Localized(
      """
      Headers are a table of names and typed values that a message carries among its \
      properties: whatever the programs like. RabbitMQ adds some itself, such as x-death.
      """,
      """
      헤더는 메시지 속성(properties)에 들어가는 이름과 값의 표로, 프로그램이 자유롭게 씁니다. x-death처럼 RabbitMQ가 직접 붙이는 \
      헤더도 있습니다.
      """),
    why: Localized(
      """
      They carry what the body should not have to be read for: a trace id, a version, what a \
      headers exchange compares.
      """,
      """
      본문을 읽지 않고도 알아야 하는 값을 담습니다. 추적 id, 버전, headers 익스체인지가 비교할 값 등입니다.
      """),
    example: [
      "declare queue hello",
      "publish \"\" hello hi --header version=2 --header trace=abc",
      "list messages hello",
    ],
    confusedWith: Localized(
      """
      A value has a type: the number 1 and the string "1" are different to a headers exchange.
      """,
      """
      값에는 타입이 있습니다. headers 익스체인지에서 숫자 1과 문자열 "1"은 다른 값입니다.
      """),
    see: ["headers exchange", "properties"],
    page: "Publishers",
    at: "rabbitmq.com/docs/publishers")

  static let persistentCard = Concept(
    "persistent", "persistent", in: .messages,
    also: ["persistent message", "delivery mode", "transient", "지속성", "퍼시스턴트", "영속 메시지"],
    what: Localized(
      """
      A persistent message (delivery mode 2) is written to disk by a durable queue. A \
      transient one may be gone after the broker restarts.
      """,
      """
      persistent 메시지(delivery mode 2)는 durable 큐에 들어가면 디스크에 기록됩니다. transient 메시지는 브로커를 다시 \
      시작하면 사라질 수 있습니다.
      """),
    why: Localized(
      """
      Messages that must not be lost need both: a durable queue, and to be persistent. Only a \
      publisher confirm says that it is done.
      """,
      """
      잃으면 안 되는 메시지에는 durable 큐와 persistent 메시지가 둘 다 필요합니다. 실제로 기록되었는지는 퍼블리셔 컨펌(publisher \
      confirm)으로만 알 수 있습니다.
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
      Durable is said of queues and exchanges, persistent of messages. Quorum queues keep \
      every message on disk.
      """,
      """
      durable은 큐와 익스체인지에, persistent는 메시지에 쓰는 말입니다. 쿼럼 큐(quorum queue)는 모든 메시지를 디스크에 \
      기록합니다.
      """),
    see: ["durable", "publisher confirm", "quorum queue"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")
}
