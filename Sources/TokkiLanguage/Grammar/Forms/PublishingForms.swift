import AMQPModel

extension OptionForm {
  static let publication = [
    OptionForm(
      .persistent, "kept on disk by a durable queue (delivery mode 2)",
      "durable 큐가 디스크에 보관합니다 (delivery mode 2)"),
    OptionForm(
      .mandatory, "come back as basic.return if no queue takes it",
      "어느 큐로도 가지 못하면 basic.return으로 돌아옵니다"),
    OptionForm(
      .header, "NAME=VALUE", .assignment, repeatable: true,
      "a header; 5, 1.5, true, null are typed, \"5\" is a text",
      "헤더; 5, 1.5, true, null은 그 타입으로, \"5\"는 문자열로 읽습니다"),
    OptionForm(
      .priority, "N", .number(0...255), "for a queue with --max-priority",
      "--max-priority가 있는 큐에서의 우선순위"),
    OptionForm(
      .expiration, "DURATION", .expiration, "the message's own TTL", "이 메시지만의 TTL"),
    OptionForm(
      .correlationID, "ID", "which request an answer belongs to", "어느 요청에 대한 응답인지"),
    OptionForm(.replyTo, "QUEUE", .queue, "where an answer should go", "응답을 보낼 큐"),
    OptionForm(.messageID, "ID", "for the application", "애플리케이션용 메시지 ID"),
    OptionForm(.contentType, "TYPE", "such as application/json", "예: application/json"),
    OptionForm(.contentEncoding, "NAME", "such as gzip", "예: gzip"),
    OptionForm(.type, "NAME", "the kind of message, for the application", "애플리케이션용 메시지 종류"),
    OptionForm(
      .userID, "USER", "must be the connection's user", "연결한 사용자와 같아야 합니다"),
    OptionForm(.appID, "NAME", "the publishing application", "보낸 애플리케이션"),
    OptionForm(
      .timestamp, "SECONDS", .number(0...Int64.max), "seconds since 1970", "1970년부터의 초"),
    OptionForm(
      .deliveryMode, "N", .number(0...255), "2 is persistent, 1 is transient",
      "2는 persistent, 1은 transient"),
    OptionForm(
      .cc, "KEY", .key, repeatable: true, "route by that key too (header CC)",
      "이 키로도 라우팅합니다 (헤더 CC)"),
    OptionForm(
      .bcc, "KEY", .key, repeatable: true, "the same, but the header is taken off (BCC)",
      "같지만 받는 쪽은 모릅니다 (헤더 BCC)"),
    OptionForm(
      .immediate, "refused by RabbitMQ since 3.0", "RabbitMQ 3.0부터는 거절됩니다"),
  ]

  static let times = OptionForm(
    .times, "N", .number(1...100_000), "publish it N times", "N번 발행합니다")

  /// For a dry run: what cannot change the route is taken, so that a publish can be reused.
  static let dryRun = (publication + [times]).map { option in
    var option = option
    option.isListed = [.header, .cc, .bcc].contains(option.name)
    return option
  }
}

extension Grammar {
  static let messageParameters = [
    ParameterForm("EXCHANGE", .exchange), ParameterForm("KEY", .key),
    ParameterForm("BODY", .text),
  ]

  static let publishing: [CommandForm] = [
    CommandForm(
      name: .publish, group: .publishing, aliases: ["basic.publish"],
      searchedAs: ["send", "produce", "emit", "post", "push", "pub"], methods: [BasicPublish.name],
      parameters: messageParameters, options: OptionForm.publication + [OptionForm.times],
      takesClient: true,
      summary: Localized(
        "publish a message to an exchange with a routing key",
        "익스체인지에 라우팅 키와 함께 메시지를 발행합니다"),
      note: Localized(
        "The exchange \"\" is the default exchange: its routing key is the name of a queue.",
        "익스체인지 \"\"는 기본 익스체인지입니다: 라우팅 키가 곧 큐의 이름입니다."),
      example: ["declare queue hello", "publish \"\" hello \"Hello World!\""],
      build: PublishingBuilder.publish),
    CommandForm(
      name: .call, group: .publishing, searchedAs: ["rpc", "request", "ask"],
      methods: [BasicConsume.name, BasicPublish.name], parameters: messageParameters,
      options: OptionForm.publication, takesClient: true,
      summary: Localized(
        "publish a request and wait for its answer (RPC)",
        "요청을 보내고 응답을 기다립니다 (RPC)"),
      note: Localized(
        """
        Consumes from the reply queue first: RabbitMQ's direct reply-to, or the queue of
        --reply-to. Time does not move by itself: a server that works needs `advance`.
        """,
        """
        먼저 응답 큐를 구독합니다: direct reply-to, 또는 --reply-to로 정한 큐. 시간은 저절로
        흐르지 않으니, 일하는 데 시간이 드는 서버라면 `advance`가 필요합니다.
        """),
      example: [
        "declare queue rpc_queue", "consume rpc_queue as server --reply fib",
        "call \"\" rpc_queue 30",
      ],
      build: PublishingBuilder.call),
    CommandForm(
      name: .confirmSelect, group: .publishing, aliases: ["confirm.select"],
      searchedAs: ["confirms", "acks"], methods: [ConfirmSelect.name], takesClient: true,
      summary: Localized(
        "publisher confirms: the broker acks every publish on this channel",
        "퍼블리셔 컨펌: 이 채널의 모든 발행에 브로커가 ack를 보냅니다"),
      example: ["confirm select"],
      build: { .amqp(.confirmSelect, by: $0.client) }),
    CommandForm(
      name: .txSelect, group: .publishing, aliases: ["tx.select"],
      searchedAs: ["begin", "transaction"], methods: [TxSelect.name], takesClient: true,
      summary: Localized(
        "transactions: publishes and acks wait for `tx commit`",
        "트랜잭션: 발행과 ack가 `tx commit`까지 미루어집니다"),
      example: ["tx select"],
      build: { .amqp(.txSelect, by: $0.client) }),
    CommandForm(
      name: .txCommit, group: .publishing, aliases: ["tx.commit"], searchedAs: ["commit"],
      methods: [TxCommit.name], takesClient: true,
      summary: Localized("do what waited in the transaction", "트랜잭션에 모인 것을 실행합니다"),
      example: [
        "declare queue hello", "tx select", "publish \"\" hello \"together\"", "tx commit",
      ],
      build: { .amqp(.txCommit, by: $0.client) }),
    CommandForm(
      name: .txRollback, group: .publishing, aliases: ["tx.rollback"], searchedAs: ["rollback"],
      methods: [TxRollback.name], takesClient: true,
      summary: Localized(
        "forget what waited in the transaction", "트랜잭션에 모인 것을 버립니다"),
      example: [
        "declare queue hello", "tx select", "publish \"\" hello \"never\"", "tx rollback",
      ],
      build: { .amqp(.txRollback, by: $0.client) }),
  ]
}
