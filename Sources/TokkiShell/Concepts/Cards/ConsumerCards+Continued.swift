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
      redelivered는 전에 전달되었다가 돌아온 메시지라는 표시입니다. 이미 처리되었을 수도, 반만 처리되었을 수도 있습니다.
      """),
    why: Localized(
      """
      A consumer can look first whether the work is done already.
      """,
      """
      컨슈머가 일이 이미 끝났는지 먼저 확인할 수 있습니다.
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
      Without the flag it is the first delivery of this copy; the publisher may still have sent \
      the same twice.
      """,
      """
      표시가 없어도 발행한 쪽이 같은 메시지를 두 번 보냈을 수는 있습니다.
      """),
    see: ["requeue", "idempotency", "at-least-once"],
    page: "Reliability Guide",
    at: "rabbitmq.com/docs/reliability")

  static let unackedCard = Concept(
    "unacked", "unacked", in: .consumers,
    also: ["unacknowledged", "messages_unacknowledged", "ready", "미확인"],
    what: Localized(
      """
      Unacked are the messages that were delivered and not acknowledged yet. The queue still has \
      them; ready are those that wait for a consumer.
      """,
      """
      unacked는 전달했지만 아직 ack하지 않은 메시지입니다. 큐가 계속 가지고 있습니다. ready는 컨슈머를 기다리는 메시지입니다.
      """),
    why: Localized(
      """
      Many ready ones mean too few consumers; many unacked ones slow consumers or forgotten acks.
      """,
      """
      ready가 많으면 컨슈머가 모자란 것이고, unacked가 많으면 컨슈머가 느리거나 ack를 빠뜨린 것입니다.
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
      없어진 것이 아닙니다. 채널이 닫히면 ready로 돌아갑니다.
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
      자동 ack에서는 메시지를 컨슈머에게 보내는 순간 처리된 것으로 칩니다. ack를 따로 보내지 않습니다.
      """),
    why: Localized(
      """
      For messages that may be lost, where speed is all.
      """,
      """
      잃어도 되고 속도가 가장 중요한 메시지에 씁니다.
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
      AMQP에서는 no-ack라고 합니다. 프리페치 제한도 없어 컨슈머가 한꺼번에 다 받습니다.
      """),
    see: ["ack", "prefetch", "at-least-once"],
    page: "Consumer Acknowledgements and Publisher Confirms",
    at: "rabbitmq.com/docs/confirms")

  static let prefetchCard = Concept(
    "prefetch", "프리페치", in: .consumers,
    also: ["qos", "basic.qos", "prefetch count", "선반입"],
    what: Localized(
      """
      Prefetch is how many unacknowledged messages a consumer may have at a time. When it has \
      that many, the broker waits for an ack before it sends another.
      """,
      """
      프리페치는 컨슈머가 ack하지 않은 채 가질 수 있는 메시지 수입니다. 그만큼 차면 브로커는 ack를 기다렸다가 다음을 보냅니다.
      """),
    why: Localized(
      """
      Without a limit the first consumer gets everything, while others idle. With 1 work goes to \
      whoever is free; more is faster for short work.
      """,
      """
      제한이 없으면 먼저 온 컨슈머가 다 받고 나머지는 놉니다. 1이면 한가한 쪽이 일을 받습니다. 일이 짧으면 더 큰 값이 빠릅니다.
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
      It counts messages, not bytes, and only with acks: auto-ack has no limit. With global \
      (deprecated in RabbitMQ 4) it is for the whole channel.
      """,
      """
      바이트가 아니라 메시지 수이고, ack를 쓸 때만 효과가 있습니다. 자동 ack에는 제한이 없습니다. \
      global(RabbitMQ 4에서 폐기 예정)이면 채널 전체에 걸립니다.
      """),
    see: ["ack", "competing consumers", "unacked", "backpressure"],
    page: "Consumer Prefetch",
    at: "rabbitmq.com/docs/consumer-prefetch")

  static let consumerPriorityCard = Concept(
    "consumer priority", "컨슈머 우선순위", in: .consumers,
    also: ["consumer priorities", "x-priority"],
    what: Localized(
      """
      A consumer with a higher priority gets messages first, as long as it can take any; others \
      get the rest.
      """,
      """
      우선순위가 높은 컨슈머가 받을 수 있는 동안 먼저 받고, 나머지를 다른 컨슈머가 받습니다.
      """),
    why: Localized(
      """
      A fast or near machine is used first, another only when that is busy.
      """,
      """
      빠르거나 가까운 기계를 먼저 쓰고, 바쁠 때만 다른 기계를 씁니다.
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
      메시지의 우선순위와는 다릅니다. 그것은 어느 메시지가 먼저 나갈지를 정합니다.
      """),
    see: ["priority", "single active consumer", "prefetch"],
    page: "Consumer Priorities",
    at: "rabbitmq.com/docs/consumer-priority")

  static let sacCard = Concept(
    "single active consumer", "단일 활성 컨슈머", in: .consumers,
    also: ["sac", "x-single-active-consumer", "싱글 액티브 컨슈머"],
    what: Localized(
      """
      In a queue with single active consumer only one of the consumers gets messages; when it \
      goes, the next takes over.
      """,
      """
      single active consumer 큐에서는 여러 컨슈머 가운데 하나만 메시지를 받습니다. 그것이 사라지면 다음 컨슈머가 이어받습니다.
      """),
    why: Localized(
      """
      Messages are worked on in order, by one program at a time, and another stands ready.
      """,
      """
      한 번에 프로그램 하나가 순서대로 처리하고, 다른 하나가 대기합니다.
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
      An exclusive consumer forbids others; here they may wait in line.
      """,
      """
      exclusive 컨슈머는 다른 컨슈머를 막지만, 여기서는 줄을 서서 기다릴 수 있습니다.
      """),
    see: ["exclusive", "consumer priority", "competing consumers"],
    page: "Consumers",
    at: "rabbitmq.com/docs/consumers")

  static let deliveryLimitCard = Concept(
    "delivery limit", "전달 횟수 제한", in: .consumers,
    also: ["poison message", "x-delivery-limit", "x-delivery-count", "독약 메시지", "딜리버리 리밋"],
    what: Localized(
      """
      The delivery limit of a quorum queue is how often a message may come back; after that it is \
      dropped or dead-lettered.
      """,
      """
      쿼럼 큐의 delivery limit은 메시지가 돌아올 수 있는 횟수입니다. 넘으면 버려지거나 데드 레터가 됩니다.
      """),
    why: Localized(
      """
      A poison message, one that kills or fails every consumer, cannot go round for ever.
      """,
      """
      받는 컨슈머마다 죽이거나 실패하게 하는 독약 메시지가 끝없이 돌지 못합니다.
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
      Classic queues have none. In RabbitMQ 4 quorum queues have one of 20 unless told otherwise.
      """,
      """
      클래식 큐에는 없습니다. RabbitMQ 4의 쿼럼 큐에서는 따로 정하지 않으면 20입니다.
      """),
    see: ["quorum queue", "requeue", "dead-letter exchange"],
    page: "Quorum Queues: Poison Message Handling",
    at: "rabbitmq.com/docs/quorum-queues")
}
