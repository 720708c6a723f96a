import AMQPModel

extension OptionForm {
  static let argument = OptionForm(
    .argument, "NAME=VALUE", .assignment, repeatable: true,
    "any other argument; 5, 1.5, true, null are typed, \"5\" is a text",
    "그 밖의 인자; 5, 1.5, true, null은 그 타입으로, \"5\"는 문자열로 읽습니다")

  static let queueArguments = [
    OptionForm(
      .type, "TYPE", .choice(["classic", "quorum", "stream"], isOpen: true),
      "queue type: classic or quorum, on a real broker also stream (x-queue-type)",
      "큐 타입: classic 또는 quorum, 실제 브로커에서는 stream도 (x-queue-type)"),
    OptionForm(
      .messageTTL, "DURATION", .duration(plainIsMilliseconds: true),
      "messages expire after that time in the queue (x-message-ttl)",
      "메시지가 큐에서 이 시간을 넘기면 만료됩니다 (x-message-ttl)"),
    OptionForm(
      .expires, "DURATION", .duration(plainIsMilliseconds: true),
      "the queue is deleted when unused for that long (x-expires)",
      "이 시간 동안 쓰이지 않으면 큐가 삭제됩니다 (x-expires)"),
    OptionForm(
      .maxLength, "N", .number(0...Int64.max), "at most so many ready messages (x-max-length)",
      "ready 메시지의 최대 개수 (x-max-length)"),
    OptionForm(
      .maxLengthBytes, "N", .number(0...Int64.max),
      "at most so many bytes of ready messages (x-max-length-bytes)",
      "ready 메시지 본문의 최대 바이트 수 (x-max-length-bytes)"),
    OptionForm(
      .overflow, "MODE",
      .choice(["drop-head", "reject-publish", "reject-publish-dlx"], isOpen: true),
      "what happens when it is full (x-overflow)", "큐가 가득 찼을 때의 동작 (x-overflow)"),
    OptionForm(
      .deadLetterExchange, "EXCHANGE", .exchange,
      "where rejected, expired and dropped messages go (x-dead-letter-exchange)",
      "거절·만료·초과된 메시지가 갈 익스체인지 (x-dead-letter-exchange)"),
    OptionForm(
      .deadLetterRoutingKey, "KEY", "with that routing key (x-dead-letter-routing-key)",
      "그때 쓸 라우팅 키 (x-dead-letter-routing-key)"),
    OptionForm(
      .deadLetterStrategy, "MODE", .choice(["at-most-once", "at-least-once"], isOpen: true),
      "how safely a quorum queue dead-letters (x-dead-letter-strategy)",
      "쿼럼 큐의 데드 레터 방식 (x-dead-letter-strategy)"),
    OptionForm(
      .maxPriority, "N", .number(0...255), "priorities 0 to N (x-max-priority)",
      "우선순위 0에서 N까지 (x-max-priority)"),
    OptionForm(
      .deliveryLimit, "N", .number(-1...Int64.max),
      "a quorum queue drops a message returned more often (x-delivery-limit)",
      "쿼럼 큐가 이보다 여러 번 되돌아온 메시지를 버립니다 (x-delivery-limit)"),
    OptionForm(
      .singleActiveConsumer, "one consumer at a time (x-single-active-consumer)",
      "한 번에 한 컨슈머만 받습니다 (x-single-active-consumer)"),
    argument,
  ]

  static let bindingArguments = [
    OptionForm(
      .match, "MODE", .choice(["all", "any", "all-with-x", "any-with-x"], isOpen: true),
      "for a headers exchange: all headers must match, or any (x-match)",
      "headers 익스체인지에서: 헤더가 모두(all) 또는 하나라도(any) 맞아야 (x-match)"),
    OptionForm(
      .header, "NAME=VALUE", .assignment, repeatable: true,
      "for a headers exchange: a header that the message is to have",
      "headers 익스체인지에서: 메시지에 있어야 할 헤더"),
    argument,
  ]
}

extension Grammar {
  static let declarations: [CommandForm] = [
    CommandForm(
      name: .declareQueue, group: .topology, aliases: ["queue.declare"],
      searchedAs: ["create", "make", "new", "queue", "add"], methods: [QueueDeclare.name],
      parameters: [ParameterForm("QUEUE", .queue, .optional)],
      options: [
        OptionForm(
          .durable, "the queue is there again after a restart of the broker",
          "브로커를 다시 시작해도 큐가 남습니다"),
        OptionForm(
          .exclusive, "only this connection may use it; it goes with the connection",
          "이 연결만 쓸 수 있고 연결과 함께 사라집니다"),
        OptionForm(
          .autoDelete, "deleted when its last consumer is gone",
          "마지막 컨슈머가 떠나면 삭제됩니다"),
        OptionForm(
          .passive, "only check that it exists", "있는지 확인만 합니다"),
      ] + OptionForm.queueArguments,
      takesClient: true,
      summary: Localized(
        "make a queue, or check that it is there as described",
        "큐를 선언합니다: 없으면 만들고, 있으면 같은지 확인합니다"),
      note: Localized(
        "Without a name the broker makes one up (amq.gen-…).",
        "이름을 쓰지 않으면 브로커가 지어 줍니다 (amq.gen-…)."),
      example: ["declare queue task_queue --durable --type quorum"],
      build: TopologyBuilder.declareQueue),
    CommandForm(
      name: .declareExchange, group: .topology, aliases: ["exchange.declare"],
      searchedAs: ["create", "exchange"], methods: [ExchangeDeclare.name],
      parameters: [
        ParameterForm("EXCHANGE", .exchange),
        ParameterForm("TYPE", exchangeType, .expected),
      ],
      options: [
        OptionForm(
          .durable, "the exchange is there again after a restart of the broker",
          "브로커를 다시 시작해도 익스체인지가 남습니다"),
        OptionForm(
          .autoDelete, "deleted when its last binding is gone",
          "마지막 바인딩이 없어지면 삭제됩니다"),
        OptionForm(
          .isInternal, "only other exchanges may publish to it",
          "다른 익스체인지만 여기로 보낼 수 있습니다"),
        OptionForm(.passive, "only check that it exists", "있는지 확인만 합니다"),
        OptionForm(
          .alternateExchange, "EXCHANGE", .exchange, "where unroutable messages go",
          "어느 큐로도 가지 못한 메시지가 갈 익스체인지"),
        OptionForm(.type, "TYPE", exchangeType, "the type, instead of TYPE", "TYPE 자리 대신"),
        OptionForm.argument,
      ],
      takesClient: true,
      summary: Localized(
        "make an exchange: direct, fanout, topic or headers",
        "익스체인지를 선언합니다: direct, fanout, topic, headers"),
      note: Localized(
        "An exchange takes what is published and hands it to queues; it stores nothing.",
        "익스체인지는 받은 메시지를 큐에 나누어 줄 뿐, 보관하지 않습니다."),
      example: ["declare exchange logs fanout"],
      build: TopologyBuilder.declareExchange),
    CommandForm(
      name: .deleteQueue, group: .topology, aliases: ["queue.delete", "delete_queue"],
      searchedAs: ["remove", "rm", "drop"], methods: [QueueDelete.name],
      parameters: [ParameterForm("QUEUE", .queue)],
      options: [
        OptionForm(.ifUnused, "only if it has no consumer", "컨슈머가 없을 때만"),
        OptionForm(.ifEmpty, "only if it has no message", "메시지가 없을 때만"),
      ],
      takesClient: true,
      summary: Localized(
        "delete a queue with its messages and bindings",
        "큐를 메시지, 바인딩과 함께 삭제합니다"),
      example: ["declare queue hello", "delete queue hello --if-empty"],
      build: TopologyBuilder.deleteQueue),
    CommandForm(
      name: .deleteExchange, group: .topology, aliases: ["exchange.delete"],
      searchedAs: ["remove", "rm", "drop"], methods: [ExchangeDelete.name],
      parameters: [ParameterForm("EXCHANGE", .exchange)],
      options: [
        OptionForm(.ifUnused, "only if nothing is bound to it", "바인딩이 없을 때만")
      ],
      takesClient: true,
      summary: Localized(
        "delete an exchange with its bindings", "익스체인지를 바인딩과 함께 삭제합니다"),
      example: ["declare exchange logs fanout", "delete exchange logs"],
      build: TopologyBuilder.deleteExchange),
    CommandForm(
      name: .purge, group: .topology, aliases: ["queue.purge", "purge queue", "purge_queue"],
      searchedAs: ["clear", "empty", "flush"], methods: [QueuePurge.name],
      parameters: [ParameterForm("QUEUE", .queue)], takesClient: true,
      summary: Localized(
        "drop the ready messages of a queue", "큐의 ready 메시지를 모두 버립니다"),
      example: ["declare queue hello", "publish \"\" hello \"hi\"", "purge hello"],
      build: TopologyBuilder.purgeQueue),
  ]

  static let exchangeType = Slot.choice(["direct", "fanout", "topic", "headers"], isOpen: true)
}
