import TokkiLanguage

extension Concept {
  static let redeliveredCard = Concept(
    "redelivered", "redelivered", in: .consumers,
    also: ["redelivery", "redelivered flag", "재전달"],
    what: Localized(
      """
      Redelivered is a flag on a delivery: this message was delivered before and came back. It \
      may have been processed, or half.
      """,
      """
      redelivered는 전에 전달되었다가 큐로 되돌아온 메시지라는 표시입니다. 이미 처리되었거나, 처리하다 말았을 수 있습니다.
      """),
    why: Localized(
      """
      A consumer can look first whether the work is done already.
      """,
      """
      컨슈머는 이 표시를 보고 이미 처리한 메시지인지 먼저 확인할 수 있습니다.
      """),
    example: [
      "declare queue q",
      "publish \"\" q a",
      "consume q as w1",
      "kill w1",
      "consume q as w2",
    ],
    confusedWith: Localized(
      """
      Without the flag it is the first delivery of this copy; the publisher may still have \
      sent the same twice.
      """,
      """
      표시가 없으면 이 메시지로서는 첫 전달이지만, 발행하는 쪽이 같은 내용을 두 번 발행했을 수도 있습니다.
      """),
    see: ["requeue", "idempotency", "at-least-once"],
    page: "Reliability Guide",
    at: "rabbitmq.com/docs/reliability")

  static let unackedCard = Concept(
    "unacked", "unacked", in: .consumers,
    also: ["unacknowledged", "messages_unacknowledged", "ready", "미확인"],
    what: Localized(
      """
      Unacked are the messages that were delivered and not acknowledged yet. The queue still \
      has them; ready are those that wait for a consumer.
      """,
      """
      unacked는 전달되었지만 아직 ack되지 않은 메시지입니다. 큐는 이 메시지를 계속 갖고 있습니다. ready는 컨슈머를 기다리는 메시지입니다.
      """),
    why: Localized(
      """
      Many ready ones mean too few consumers; many unacked ones slow consumers or forgotten \
      acks.
      """,
      """
      ready가 많으면 컨슈머가 부족한 것이고, unacked가 많으면 컨슈머가 느리거나 ack를 빠뜨린 것입니다.
      """),
    example: [
      "declare queue q",
      "publish \"\" q a --repeat 3",
      "consume q as w --prefetch 1",
      "list queues",
    ],
    confusedWith: Localized(
      """
      They are not lost: they go back to ready when their channel closes.
      """,
      """
      잃은 것이 아닙니다. 채널이 닫히면 ready로 되돌아갑니다.
      """),
    see: ["ack", "prefetch", "queue"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")

  static let autoAckCard = Concept(
    "auto-ack", "자동 ack", in: .consumers,
    also: ["no-ack", "autoack", "automatic acknowledgement", "자동 확인"],
    what: Localized(
      """
      With auto-ack a message counts as done when it is sent to the consumer. No ack follows.
      """,
      """
      자동 ack에서는 브로커가 메시지를 컨슈머에게 보내는 순간 처리가 끝난 것으로 봅니다. 따로 ack하지 않습니다.
      """),
    why: Localized(
      """
      For messages that may be lost, where speed is all.
      """,
      """
      잃어도 괜찮고 속도가 중요한 메시지에 씁니다.
      """),
    example: [
      "declare queue q",
      "consume q as w --auto-ack --work 1h",
      "publish \"\" q task",
      "kill w",
      "list queues",
    ],
    confusedWith: Localized(
      """
      AMQP calls it no-ack. It has no prefetch limit either: the consumer gets everything at \
      once.
      """,
      """
      AMQP에서는 no-ack라고 합니다. 프리페치(prefetch) 제한도 적용되지 않아 컨슈머가 메시지를 한꺼번에 모두 받습니다.
      """),
    see: ["ack", "prefetch", "at-least-once"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")

  static let prefetchCard = Concept(
    "prefetch", "프리페치", in: .consumers,
    also: ["qos", "basic.qos", "prefetch count", "global qos", "선반입"],
    what: Localized(
      """
      Prefetch is how many unacknowledged messages a consumer may have at a time. When it has \
      that many, the broker waits for an ack before it sends another.
      """,
      """
      프리페치는 컨슈머가 ack하지 않은 채 가질 수 있는 메시지의 최대 개수입니다. 그만큼 차면 브로커는 ack를 받을 때까지 메시지를 더 보내지 \
      않습니다.
      """),
    why: Localized(
      """
      Without a limit the first consumer gets everything, while others idle. With 1 work goes \
      to whoever is free; more is faster for short work.
      """,
      """
      제한이 없으면 먼저 시작한 컨슈머가 다 가져가고 나머지는 놉니다. 1로 하면 손이 빈 컨슈머가 다음 메시지를 받습니다. 처리가 짧으면 값을 크게 하는 \
      편이 빠릅니다.
      """),
    example: [
      "declare queue q",
      "consume q as w1 --prefetch 1 --work 5s",
      "consume q as w2 --prefetch 1 --work 1s",
      "publish \"\" q task --repeat 4",
      "advance 3s",
    ],
    confusedWith: Localized(
      """
      It counts messages, not bytes, and only with acks: auto-ack has no limit. basic.qos is \
      sent on a channel and holds for each consumer begun on it afterwards; with global the \
      consumers of the channel share one limit. Global is deprecated (RabbitMQ 4.3 refuses it \
      by default), and quorum queues never take it.
      """,
      """
      바이트가 아니라 메시지 개수이고, ack를 쓸 때만 적용됩니다. 자동 ack에는 제한이 없습니다. basic.qos는 채널에 보내지만, 그 뒤에 시작한 \
      컨슈머마다 따로 적용됩니다. global로 설정하면 그 채널의 컨슈머들이 제한 하나를 나누어 씁니다. global은 폐기 예정(deprecated)이라 \
      RabbitMQ 4.3은 기본으로 거절하고, 쿼럼 큐(quorum queue)에서는 언제나 쓸 수 없습니다.
      """),
    see: ["ack", "competing consumers", "unacked", "backpressure"],
    page: "Consumer Prefetch",
    at: "rabbitmq.com/docs/consumer-prefetch")

  static let consumerPriorityCard = Concept(
    "consumer priority", "컨슈머 우선순위", in: .consumers,
    also: ["consumer priorities", "x-priority"],
    what: Localized(
      """
      A consumer with a higher priority gets messages first, as long as it can take any; \
      others get the rest.
      """,
      """
      우선순위가 높은 컨슈머가 더 받을 수 있는 동안 메시지를 먼저 받고, 나머지를 다른 컨슈머가 받습니다.
      """),
    why: Localized(
      """
      A fast or near machine is used first, another only when that is busy.
      """,
      """
      빠르거나 가까운 서버를 먼저 쓰고, 그 서버가 바쁠 때만 다른 서버를 씁니다.
      """),
    example: [
      "declare queue q",
      "consume q as spare --prefetch 1",
      "consume q as first --prefetch 1 --priority 10",
      "publish \"\" q a",
      "publish \"\" q b",
    ],
    confusedWith: Localized(
      """
      The priority of messages is another thing: it says which message goes first.
      """,
      """
      메시지의 우선순위(priority)와는 다릅니다. 그쪽은 어느 메시지를 먼저 내보낼지 정합니다.
      """),
    see: ["priority", "single active consumer", "prefetch"],
    page: "Consumer Priorities",
    at: "rabbitmq.com/docs/consumer-priority")

  static let sacCard = Concept(
    "single active consumer", "single active consumer", in: .consumers,
    also: ["sac", "x-single-active-consumer", "싱글 액티브 컨슈머", "단일 활성 컨슈머"],
    what: Localized(
      """
      In a queue with single active consumer only one of the consumers gets messages; when it \
      goes, the next takes over.
      """,
      """
      single active consumer로 선언한 큐에서는 여러 컨슈머 중 하나만 메시지를 받습니다. 그 컨슈머가 사라지면 다음 컨슈머가 이어받습니다.
      """),
    why: Localized(
      """
      Messages are worked on in order, by one program at a time, and another stands ready.
      """,
      """
      한 번에 한 프로그램이 메시지를 순서대로 처리하고, 다른 프로그램은 대기합니다.
      """),
    example: [
      "declare queue q --single-active-consumer",
      "consume q as a --auto-ack",
      "consume q as b --auto-ack",
      "publish \"\" q one",
      "kill a",
      "publish \"\" q two",
    ],
    confusedWith: Localized(
      """
      An exclusive consumer forbids others; here they may wait in line. It is fixed when the \
      queue is declared: no policy can set it.
      """,
      """
      exclusive 컨슈머가 있으면 다른 컨슈머를 시작할 수 없지만, 여기서는 여럿이 시작해 차례를 기다립니다. 큐를 선언할 때 정해지며 정책으로는 \
      설정할 수 없습니다.
      """),
    see: ["exclusive", "consumer priority", "competing consumers"],
    page: "Consumers",
    at: "rabbitmq.com/docs/consumers")

  static let deliveryLimitCard = Concept(
    "delivery limit", "전달 횟수 제한", in: .consumers,
    also: ["poison message", "x-delivery-limit", "x-delivery-count", "포이즌 메시지", "딜리버리 리밋"],
    what: Localized(
      """
      The delivery limit of a quorum queue is how often a message may come back; after that it \
      is dropped or dead-lettered.
      """,
      """
      전달 횟수 제한은 쿼럼 큐(quorum queue)에서 메시지가 큐로 되돌아올 수 있는 최대 횟수입니다. 넘으면 메시지는 버려지거나 데드 레터(dead \
      letter)가 됩니다.
      """),
    why: Localized(
      """
      A poison message, one that kills or fails every consumer, cannot go round for ever.
      """,
      """
      받는 컨슈머마다 죽거나 실패하게 하는 메시지(포이즌 메시지, poison message)가 끝없이 되풀이되지 않습니다.
      """),
    example: [
      "declare queue q --durable --type quorum --delivery-limit 1",
      "publish \"\" q poison",
      "consume q as w",
      "nack w --requeue",
      "nack w --requeue",
      "list queues",
    ],
    confusedWith: Localized(
      """
      Classic queues have none. In RabbitMQ 4 quorum queues have one of 20 unless told \
      otherwise.
      """,
      """
      클래식 큐에는 없습니다. RabbitMQ 4의 쿼럼 큐에서는 따로 정하지 않으면 20입니다.
      """),
    see: ["quorum queue", "requeue", "dead-letter exchange"],
    page: "Quorum Queues: Poison Message Handling",
    at: "rabbitmq.com/docs/quorum-queues")
}
