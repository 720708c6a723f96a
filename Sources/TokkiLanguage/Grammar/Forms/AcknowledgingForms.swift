import AMQPModel

extension OptionForm {
  private static let multiple = OptionForm(
    .multiple, "every delivery up to that one", "그 전달까지 모두 한꺼번에")

  private static let settling = [
    OptionForm(
      .requeue, "back to the queue (the default)", "큐로 돌려보냅니다 (기본)"),
    OptionForm(
      .discard, "drop it, or dead-letter it where the queue says so",
      "버립니다; 큐에 데드 레터 설정이 있으면 그리로 갑니다"),
  ]

  static let ack = [multiple]
  static let nack = [multiple] + settling
  static let reject = settling
}

extension Grammar {
  private static let preparation = [
    "declare queue task_queue", "publish \"\" task_queue \"a task\"", "consume task_queue as w2",
  ]

  private static let note = Localized(
    """
    NAME is the client that got the delivery (default `you`), TAG its delivery tag; without TAG
    it is the oldest one that waits for an answer.
    """,
    """
    NAME은 메시지를 받은 클라이언트(기본 `you`), TAG는 딜리버리 태그입니다. TAG가 없으면 답을
    기다리는 가장 오래된 것입니다.
    """)

  static let acknowledging: [CommandForm] = [
    CommandForm(
      name: .ack, group: .acknowledging, aliases: ["basic.ack"],
      searchedAs: ["acknowledge", "done", "finish"], methods: [BasicAck.name],
      parameters: settlementParameters, options: OptionForm.ack, takesClient: true,
      summary: Localized(
        "the work is done: the broker may forget the message",
        "일을 마쳤습니다: 브로커는 메시지를 지워도 됩니다"),
      note: note, example: preparation + ["ack w2"],
      build: { (line) throws(ParseError) in try settlement(.ack, line) }),
    CommandForm(
      name: .nack, group: .acknowledging, aliases: ["basic.nack"], searchedAs: ["fail"],
      methods: [BasicNack.name], parameters: settlementParameters, options: OptionForm.nack,
      takesClient: true,
      summary: Localized(
        "the work failed: back to the queue, or away with --discard",
        "일이 실패했습니다: 큐로 돌려보내거나 --discard로 버립니다"),
      note: note, example: preparation + ["nack w2 --discard"],
      build: { (line) throws(ParseError) in try settlement(.nack, line) }),
    CommandForm(
      name: .reject, group: .acknowledging, aliases: ["basic.reject"], searchedAs: ["refuse"],
      methods: [BasicReject.name], parameters: settlementParameters, options: OptionForm.reject,
      takesClient: true,
      summary: Localized(
        "refuse one delivery: back to the queue, or away with --discard",
        "메시지 하나를 거절합니다: 큐로 돌려보내거나 --discard로 버립니다"),
      note: note, example: preparation + ["reject w2 --discard"],
      build: { (line) throws(ParseError) in try settlement(.reject, line) }),
    CommandForm(
      name: .recover, group: .acknowledging, aliases: ["basic.recover"],
      methods: [BasicRecover.name],
      options: [
        OptionForm(
          .noRequeue, "to the same consumer again; not implemented by RabbitMQ",
          "같은 컨슈머에게 다시; RabbitMQ는 지원하지 않습니다")
      ],
      takesClient: true,
      summary: Localized(
        "give back everything unacked of this channel",
        "이 채널의 unacked 메시지를 모두 돌려보냅니다"),
      example: [
        "declare queue hello", "publish \"\" hello \"hi\"", "get hello", "recover",
      ],
      build: {
        .amqp(.recover(BasicRecover(requeue: !$0.has(.noRequeue))), by: $0.client)
      }),
  ]

  private static let settlementParameters = [
    ParameterForm("NAME", .client, .optional),
    ParameterForm("TAG", .number(0...Int64.max), .optional),
  ]

  private static func settlement(
    _ verb: Settlement.Verb, _ line: Arguments
  ) throws(ParseError) -> Command {
    try line.refuse(.requeue, with: .discard)
    var client = line.client
    if let name = line.text(0) {
      if let option = line.options.first(where: { $0.name == .client }) {
        throw ParseError(.contradiction("NAME", "as"), at: option.range, in: line.form.name)
      }
      client.client = name
    }
    let settlement = Settlement(
      verb: verb, deliveryTag: line.number(1).map { UInt64(clamping: $0) },
      multiple: line.has(.multiple), requeue: verb != .ack && !line.has(.discard))
    return .amqp(.settle(settlement), by: client)
  }
}
