import TokkiLanguage

extension Concept {
  static let autoDeleteCard = Concept(
    "auto-delete", "auto-delete", in: .queues,
    also: ["auto delete queue", "autodelete", "자동 삭제", "자동 삭제 큐", "오토 딜리트"],
    what: Localized(
      """
      An auto-delete queue is deleted when its last consumer is gone; an auto-delete exchange \
      with its last binding.
      """,
      """
      auto-delete 큐는 마지막 컨슈머가 사라지면 삭제됩니다. auto-delete 익스체인지는 마지막 바인딩이 사라지면 삭제됩니다.
      """),
    why: Localized(
      """
      Nothing is left behind by programs that come and go.
      """,
      """
      잠깐 실행되는 프로그램이 큐와 익스체인지를 남기지 않습니다.
      """),
    example: [
      "declare queue temp --auto-delete",
      "consume temp as w",
      "cancel w",
      "list queues",
    ],
    confusedWith: Localized(
      """
      One that never had a consumer stays. To delete an unused queue after a time there is \
      x-expires.
      """,
      """
      컨슈머가 한 번도 없던 큐는 그대로 남습니다. 일정 시간 쓰이지 않은 큐를 삭제하려면 x-expires를 씁니다.
      """),
    see: ["exclusive", "time-to-live"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")

  static let serverNamedQueueCard = Concept(
    "server-named queue", "서버가 이름을 짓는 큐", in: .queues,
    also: ["amq.gen", "temporary queue", "임시 큐", "서버가 이름 짓는 큐", "무명 큐"],
    what: Localized(
      """
      A queue that is declared without a name gets one from the broker, such as amq.gen-….
      """,
      """
      이름 없이 큐를 선언하면 브로커가 amq.gen-…처럼 겹치지 않는 이름을 지어 줍니다.
      """),
    why: Localized(
      """
      Each program gets a fresh queue of its own without agreeing on names with anyone.
      """,
      """
      누구와도 이름을 맞출 필요 없이 프로그램마다 새 큐를 하나씩 만들 수 있습니다.
      """),
    example: [
      "declare queue --exclusive",
      "bind queue \"\" amq.fanout",
      "list bindings",
    ],
    confusedWith: Localized(
      """
      The name is another one each time: remember it from the answer. Names that begin with \
      amq. cannot be chosen.
      """,
      """
      이름이 매번 달라지므로 응답에서 받아 두어야 합니다. amq.으로 시작하는 이름은 직접 쓸 수 없습니다.
      """),
    see: ["exclusive", "publish/subscribe"],
    page: "Queues",
    at: "rabbitmq.com/docs/queues")

  static let ttlCard = Concept(
    "time-to-live", "TTL", in: .queues,
    also: [
      "ttl", "expiration", "message ttl", "x-message-ttl", "x-expires", "expires", "만료", "유효 기간",
    ],
    what: Localized(
      """
      A time-to-live is how long a message may wait in a queue (x-message-ttl of the queue, or \
      expiration of the message; the shorter counts). Then it is dropped, or dead-lettered.
      """,
      """
      TTL은 메시지가 큐에서 기다릴 수 있는 시간입니다. 큐의 x-message-ttl이나 메시지의 expiration으로 정하고, 둘 다 있으면 짧은 \
      쪽을 따릅니다. 시간이 지난 메시지는 버려지거나 데드 레터(dead letter)가 됩니다.
      """),
    why: Localized(
      """
      Old news is worthless: nobody should work on it. With a dead-letter exchange it makes \
      delays.
      """,
      """
      너무 오래된 메시지를 뒤늦게 처리하지 않게 합니다. 데드 레터 익스체인지(dead-letter exchange)와 함께 쓰면 지연 처리도 할 수 \
      있습니다.
      """),
    example: [
      "declare queue short --message-ttl 2s",
      "publish \"\" short \"read me soon\"",
      "advance 3s",
      "list queues",
    ],
    confusedWith: Localized(
      """
      x-expires is the time-to-live of the queue itself, while nobody uses it. A message that \
      a consumer holds does not expire. One with its own expiration leaves only when it \
      reaches the head of the queue: behind a longer one it waits.
      """,
      """
      x-expires는 메시지가 아니라 쓰이지 않는 큐 자체의 TTL입니다. 컨슈머에 전달된 메시지는 만료되지 않습니다. 메시지의 expiration은 그 \
      메시지가 큐 맨 앞에 왔을 때 적용되므로, TTL이 더 긴 메시지 뒤에서는 시간이 지나도 남아 있습니다.
      """),
    see: ["dead-letter exchange", "length limit", "policy"],
    page: "Time-to-Live and Expiration",
    at: "rabbitmq.com/docs/ttl")

  static let lengthLimitCard = Concept(
    "length limit", "길이 제한", in: .queues,
    also: [
      "max length", "x-max-length", "x-max-length-bytes", "x-overflow", "overflow", "maxlen",
      "최대 길이",
    ],
    what: Localized(
      """
      A length limit is how many messages (or bytes) may be ready in a queue. Beyond it the \
      oldest go, or new publishes are rejected, as x-overflow says.
      """,
      """
      길이 제한은 큐에 둘 수 있는 ready 메시지의 최대 개수(또는 바이트 수)입니다. 넘으면 x-overflow에 따라 가장 오래된 메시지를 버리거나 \
      새로 발행된 메시지를 거절합니다.
      """),
    why: Localized(
      """
      A queue whose consumers are gone cannot fill the disk.
      """,
      """
      컨슈머가 멈춰도 큐가 디스크를 가득 채우지 못합니다.
      """),
    example: [
      "declare queue last --max-length 2",
      "publish \"\" last a",
      "publish \"\" last b",
      "publish \"\" last c",
      "list messages last",
    ],
    confusedWith: Localized(
      """
      Unacked messages do not count. With reject-publish only publisher confirms tell that a \
      message was not taken.
      """,
      """
      unacked 메시지는 세지 않습니다. reject-publish로 거절되었는지는 퍼블리셔 컨펌(publisher confirm)으로만 알 수 \
      있습니다.
      """),
    see: ["time-to-live", "dead-letter exchange", "publisher confirm", "backpressure"],
    page: "Queue Length Limit",
    at: "rabbitmq.com/docs/maxlength")

  static let dlxCard = Concept(
    "dead-letter exchange", "데드 레터 익스체인지", in: .queues,
    also: [
      "dlx", "dead letter", "dead lettering", "dead letter queue", "dlq", "데드 레터", "데드 레터 큐",
      "x-dead-letter-exchange", "x-dead-letter-routing-key", "x-dead-letter-strategy", "x-death",
    ],
    what: Localized(
      """
      A dead-letter exchange gets the messages that a queue drops: rejected without requeue, \
      expired, or beyond a length or delivery limit. They are published to it again, with an \
      x-death header that tells why.
      """,
      """
      데드 레터 익스체인지는 큐에서 버려지는 메시지를 받습니다. requeue 없이 거절되었거나, 만료되었거나, 길이 제한이나 전달 횟수 \
      제한(delivery limit)을 넘은 메시지입니다. 이유를 적은 x-death 헤더가 붙어 이 익스체인지에 다시 발행됩니다.
      """),
    why: Localized(
      """
      Failures are kept where one can look at them and try again, instead of being lost.
      """,
      """
      실패한 메시지를 잃지 않고 따로 모아, 살펴보고 다시 시도할 수 있습니다.
      """),
    example: [
      "declare exchange dead fanout",
      "declare queue failed",
      "bind queue failed dead",
      "declare queue work --dead-letter-exchange dead",
      "publish \"\" work \"cannot be done\"",
      "get work",
      "reject --discard",
      "list messages failed",
    ],
    confusedWith: Localized(
      """
      It is an ordinary exchange: without a queue bound to it, dead letters are lost. An \
      alternate exchange gets what reached no queue at all.
      """,
      """
      특별한 익스체인지가 아닙니다. 바인딩된 큐가 없으면 데드 레터도 사라집니다. 어느 큐에도 들어가지 못한 메시지는 대체 익스체인지(alternate \
      exchange)가 받습니다.
      """),
    see: ["reject", "time-to-live", "length limit", "delivery limit", "alternate exchange"],
    page: "Dead Letter Exchanges",
    at: "rabbitmq.com/docs/dlx")
}
