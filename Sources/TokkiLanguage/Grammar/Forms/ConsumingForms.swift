import AMQPModel

extension OptionForm {
  static let autoAck = [
    OptionForm(
      .autoAck, "the broker forgets a message as soon as it is sent (no-ack)",
      "브로커가 보내자마자 메시지를 잊습니다 (no-ack)"),
    OptionForm(.noAck, "AMQP's name for --auto-ack", "--auto-ack의 AMQP 이름"),
  ]

  static let consumption =
    [
      OptionForm(
        .prefetch, "N", .number(0...65535),
        "at most N unacked messages at a time (basic.qos first; 0 is no limit)",
        "unacked 메시지를 한 번에 N개까지만 (먼저 basic.qos; 0은 제한 없음)")
    ] + autoAck + [
      OptionForm(
        .work, "dots|DURATION", .work,
        "a worker that acks when done: a second for each dot, or that long",
        "일을 마치면 ack하는 워커: 점 하나에 1초, 또는 정한 시간"),
      OptionForm(
        .reply, "FUNCTION",
        .choice(Consumption.Reply.allCases.map(\.rawValue), isOpen: false),
        "an RPC server: answers to reply-to, then acks",
        "RPC 서버: reply-to로 응답하고 ack합니다"),
      OptionForm(
        .tag, "TAG", "the consumer tag (default: the broker makes one)",
        "컨슈머 태그 (기본: 브로커가 짓습니다)"),
      OptionForm(.exclusive, "no other consumer on this queue", "이 큐의 다른 컨슈머를 막습니다"),
      OptionForm(
        .priority, "N", .number(-2_147_483_648...2_147_483_647),
        "served before consumers of lower priority (x-priority)",
        "우선순위가 낮은 컨슈머보다 먼저 받습니다 (x-priority)"),
      OptionForm(
        .noLocal, "taken and ignored, as RabbitMQ does", "RabbitMQ처럼 받기만 하고 무시합니다"),
      argument,
    ]
}

extension Grammar {
  static let consuming: [CommandForm] = [
    CommandForm(
      name: .consume, group: .consuming, aliases: ["basic.consume"],
      searchedAs: ["subscribe", "receive", "listen", "sub", "worker", "read"],
      methods: [BasicQos.name, BasicConsume.name],
      parameters: [ParameterForm("QUEUE", .queue)], options: OptionForm.consumption,
      takesClient: true,
      summary: Localized(
        "start a consumer; `as NAME` makes it a process of its own",
        "컨슈머를 시작합니다; `as 이름`은 별개의 프로세스가 됩니다"),
      note: Localized(
        "Without --auto-ack, --work or --reply you are the worker: answer with ack, nack, reject.",
        "--auto-ack, --work, --reply가 없으면 여러분이 워커입니다: ack, nack, reject로 답하세요."),
      example: [
        "declare queue task_queue", "publish \"\" task_queue \"Second task..\"",
        "consume task_queue as w1 --prefetch 1 --work dots",
      ],
      build: ConsumingBuilder.consume),
    CommandForm(
      name: .get, group: .consuming, aliases: ["basic.get"],
      searchedAs: ["fetch", "poll", "pop", "take", "receive"], methods: [BasicGet.name],
      parameters: [ParameterForm("QUEUE", .queue)], options: OptionForm.autoAck,
      takesClient: true,
      summary: Localized(
        "take one message out of a queue, if there is one",
        "큐에서 메시지가 있으면 하나 꺼냅니다"),
      note: Localized(
        "Without --auto-ack it stays unacked until you answer with ack, nack or reject.",
        "--auto-ack가 없으면 ack, nack, reject로 답할 때까지 unacked로 남습니다."),
      example: ["declare queue hello", "publish \"\" hello \"hi\"", "get hello"],
      build: ConsumingBuilder.get),
    CommandForm(
      name: .cancel, group: .consuming, aliases: ["basic.cancel"],
      searchedAs: ["unsubscribe", "stop"], methods: [BasicCancel.name],
      parameters: [ParameterForm("NAME|TAG", .consumer, .optional)], takesClient: true,
      summary: Localized(
        "end a consumer; what it has not acked stays with its channel",
        "컨슈머를 끝냅니다; ack하지 않은 메시지는 그 채널에 남습니다"),
      example: ["declare queue hello", "consume hello as w1", "cancel w1"],
      build: ConsumingBuilder.cancel),
    CommandForm(
      name: .qos, group: .consuming, aliases: ["basic.qos"], searchedAs: ["prefetch"],
      methods: [BasicQos.name], parameters: [ParameterForm("N", .number(0...65535))],
      options: [
        OptionForm(
          .global, "for the whole channel, not for each new consumer",
          "새 컨슈머마다가 아니라 채널 전체에"),
        OptionForm(
          .size, "BYTES", .number(0...4_294_967_295), "not implemented by RabbitMQ",
          "RabbitMQ는 지원하지 않습니다"),
      ],
      takesClient: true,
      summary: Localized(
        "the prefetch count of consumers started from now on; 0 is no limit",
        "이제부터 시작하는 컨슈머의 프리페치(prefetch count); 0은 제한 없음"),
      example: ["qos 1"],
      build: ConsumingBuilder.qos),
    CommandForm(
      name: .flow, group: .consuming, aliases: ["channel.flow"], methods: [ChannelFlow.name],
      parameters: [ParameterForm("on|off", .choice(["on", "off"], isOpen: false))],
      takesClient: true,
      summary: Localized(
        "ask the broker to pause deliveries; RabbitMQ refuses `off`",
        "전달을 멈춰 달라고 합니다; RabbitMQ는 `off`를 거절합니다"),
      example: ["flow on"],
      build: { .amqp(.flow(ChannelFlow(active: $0.text(0) == "on")), by: $0.client) }),
  ]
}
