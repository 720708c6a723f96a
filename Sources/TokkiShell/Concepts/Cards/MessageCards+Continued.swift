import TokkiLanguage

extension Concept {
  static let mandatoryCard = Concept(
    "mandatory", "mandatory", in: .messages,
    also: ["returned message", "returned", "basic.return", "반환", "필수"],
    what: Localized(
      """
      With mandatory, a message that no queue takes comes back to its publisher (basic.return) \
      instead of being dropped without a word.
      """,
      """
      mandatory로 발행한 메시지는 받는 큐가 없으면 버려지지 않고 발행한 쪽으로 되돌아옵니다(basic.return).
      """),
    why: Localized(
      """
      The publisher learns of a missing binding or a mistyped key.
      """,
      """
      바인딩을 빠뜨렸거나 라우팅 키를 잘못 쓴 것을 발행하는 쪽이 알 수 있습니다.
      """),
    example: [
      "publish amq.direct nobody \"anyone there?\" --mandatory",
      "explain",
    ],
    confusedWith: Localized(
      """
      It does not say that a consumer exists or has got the message. A publisher confirm comes \
      for an unroutable message, too.
      """,
      """
      컨슈머가 있는지, 메시지를 받았는지는 알려 주지 않습니다. 라우팅되지 않은 메시지에도 퍼블리셔 컨펌(publisher confirm)은 옵니다.
      """),
    see: ["publisher confirm", "alternate exchange"],
    page: "Publishers",
    at: "rabbitmq.com/docs/publishers")

  static let confirmCard = Concept(
    "publisher confirm", "퍼블리셔 컨펌", in: .messages,
    also: ["confirm", "confirms", "publisher confirms", "confirm select", "발행 확인", "컨펌"],
    what: Localized(
      """
      With publisher confirms the broker answers each publish: ack once it has taken \
      responsibility for the message, nack if it could not. Confirms come later, and may \
      confirm several at once.
      """,
      """
      퍼블리셔 컨펌을 켜면 브로커가 발행한 메시지마다 응답합니다. 메시지를 책임지게 되면 ack, 받지 못하면 nack입니다. 컨펌은 비동기로 오고, 하나가 \
      메시지 여러 개를 확인하기도 합니다.
      """),
    why: Localized(
      """
      Without them a publisher never knows whether a message has arrived: publishing has no \
      answer otherwise.
      """,
      """
      컨펌이 없으면 발행하는 쪽은 메시지가 도착했는지 알 수 없습니다. 원래 발행에는 응답이 없습니다.
      """),
    example: [
      "declare queue safe --durable",
      "confirm select",
      "publish \"\" safe kept --persistent",
    ],
    confusedWith: Localized(
      """
      The ack of a consumer is another thing in the other direction: it says that the message \
      was processed.
      """,
      """
      컨슈머의 ack와는 방향도 뜻도 다릅니다. 컨슈머의 ack는 메시지를 처리했다는 뜻입니다.
      """),
    see: ["ack", "mandatory", "transaction", "at-least-once"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")

  static let transactionCard = Concept(
    "transaction", "트랜잭션", in: .messages,
    also: ["tx", "transactions", "tx commit"],
    what: Localized(
      """
      On a transactional channel publishes, acks and rejects count only from tx commit on; tx \
      rollback forgets them.
      """,
      """
      트랜잭션을 켠 채널에서는 발행, ack, reject가 tx commit을 해야 효력이 생깁니다. tx rollback을 하면 모두 취소됩니다.
      """),
    why: Localized(
      """
      It is an old way to know that messages arrived. It is slow: publisher confirms do the \
      same better.
      """,
      """
      메시지가 도착했는지 확인하는 오래된 방법입니다. 느리므로 퍼블리셔 컨펌(publisher confirm)을 쓰는 편이 낫습니다.
      """),
    example: [
      "declare queue q",
      "tx select",
      "publish \"\" q \"not yet\"",
      "list queues",
      "tx commit",
      "list queues",
    ],
    confusedWith: Localized(
      """
      It is no database transaction: it puts publishes and acks together, and a crash in the \
      middle of a commit may keep a part of them.
      """,
      """
      데이터베이스 트랜잭션과 다릅니다. 발행과 ack를 묶어 줄 뿐이고, 커밋 도중에 브로커가 죽으면 일부만 남을 수 있습니다.
      """),
    see: ["publisher confirm", "channel"],
    page: "Broker Semantics",
    at: "rabbitmq.com/docs/semantics")

  static let priorityCard = Concept(
    "priority", "우선순위", in: .messages,
    also: ["priority queue", "message priority", "x-max-priority", "우선순위 큐"],
    what: Localized(
      """
      A classic queue declared with x-max-priority hands out messages with a higher priority \
      first, among those that are waiting. A quorum queue has priorities without asking: two \
      levels in RabbitMQ 4.0 to 4.2 (5 and above before the rest, two to one), 32 strict ones \
      from 4.3 on.
      """,
      """
      x-max-priority로 선언한 클래식 큐는 기다리는 메시지 가운데 우선순위가 높은 것부터 내보냅니다. 쿼럼 큐(quorum queue)에는 \
      선언하지 않아도 우선순위가 있습니다. RabbitMQ 4.0~4.2에는 두 단계가 있어 5 이상을 나머지보다 2 대 1로 먼저 내보내고, 4.3부터는 \
      32단계를 엄격하게 지킵니다.
      """),
    why: Localized(
      """
      For a few urgent messages among many. In a classic queue a few levels are enough: up to \
      255 are allowed, each costs something.
      """,
      """
      많은 메시지 사이에 급한 메시지가 조금 있을 때 씁니다. 클래식 큐에서는 255단계까지 되지만 단계마다 비용이 들므로 몇 단계면 충분합니다.
      """),
    example: [
      "declare queue jobs --max-priority 5",
      "publish \"\" jobs later",
      "publish \"\" jobs urgent --priority 5",
      "get jobs --auto-ack",
    ],
    confusedWith: Localized(
      """
      It works only among waiting messages: a consumer without a prefetch limit has taken them \
      all already. x-max-priority is fixed when the queue is declared, and no policy can set \
      it. Consumer priority is about consumers.
      """,
      """
      기다리는 메시지 사이에서만 효과가 있습니다. 프리페치(prefetch) 제한이 없는 컨슈머는 이미 다 가져갔습니다. x-max-priority는 큐를 \
      선언할 때 정해지고 정책으로는 설정할 수 없습니다. 컨슈머 우선순위(consumer priority)는 다른 것입니다.
      """),
    see: ["prefetch", "consumer priority"],
    page: "Classic Queues Support Priorities",
    at: "rabbitmq.com/docs/priority")
}
