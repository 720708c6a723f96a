import AMQPModel

extension Grammar {
  static let bindings: [CommandForm] = [
    CommandForm(
      name: .bindQueue, group: .topology, aliases: ["queue.bind"],
      searchedAs: ["link", "route", "attach", "connect"], methods: [QueueBind.name],
      parameters: bindingParameters("QUEUE", .queue, from: "EXCHANGE"),
      options: OptionForm.bindingArguments,
      takesClient: true,
      summary: Localized(
        "let an exchange hand messages to a queue", "익스체인지의 메시지가 큐로 가도록 잇습니다"),
      note: Localized(
        """
        KEY is the binding key: a word for direct, a pattern with * and # for topic, nothing for
        fanout and headers. A # with a space and more text after it begins a comment: write "#".
        """,
        """
        KEY는 바인딩 키입니다: direct는 단어, topic은 *와 #이 든 패턴, fanout과 headers는 쓰지
        않습니다. # 뒤에 공백과 글자가 더 오면 주석이 되니 그때는 "#"로 쓰세요.
        """),
      example: [
        "declare exchange topic_logs topic", "declare queue critical",
        "bind queue critical topic_logs *.critical",
      ],
      build: TopologyBuilder.bindQueue),
    CommandForm(
      name: .bindExchange, group: .topology, aliases: ["exchange.bind"],
      searchedAs: ["link"], methods: [ExchangeBind.name],
      parameters: bindingParameters("DESTINATION", .exchange, from: "SOURCE"),
      options: OptionForm.bindingArguments, takesClient: true,
      summary: Localized(
        "let one exchange hand messages to another",
        "한 익스체인지의 메시지가 다른 익스체인지로 가도록 잇습니다"),
      note: Localized(
        "The destination comes first, then the source, as in exchange.bind.",
        "exchange.bind처럼 도착지를 먼저, 출발지를 나중에 씁니다."),
      example: [
        "declare exchange all_logs fanout", "declare exchange logs topic",
        "bind exchange all_logs logs \"#\"",
      ],
      build: TopologyBuilder.bindExchange),
    CommandForm(
      name: .unbindQueue, group: .topology, aliases: ["queue.unbind"],
      searchedAs: ["detach"], methods: [QueueUnbind.name],
      parameters: bindingParameters("QUEUE", .queue, from: "EXCHANGE"),
      options: OptionForm.bindingArguments,
      takesClient: true,
      summary: Localized(
        "take a binding of a queue away; key and arguments must be the same",
        "큐의 바인딩을 없앱니다; 키와 인자가 같아야 합니다"),
      example: [
        "declare exchange logs fanout", "declare queue audit", "bind queue audit logs",
        "unbind queue audit logs",
      ],
      build: TopologyBuilder.unbindQueue),
    CommandForm(
      name: .unbindExchange, group: .topology, aliases: ["exchange.unbind"],
      methods: [ExchangeUnbind.name],
      parameters: bindingParameters("DESTINATION", .exchange, from: "SOURCE"),
      options: OptionForm.bindingArguments, takesClient: true,
      summary: Localized(
        "take a binding between two exchanges away",
        "두 익스체인지 사이의 바인딩을 없앱니다"),
      example: [
        "declare exchange all_logs fanout", "declare exchange logs topic",
        "bind exchange all_logs logs \"#\"", "unbind exchange all_logs logs \"#\"",
      ],
      build: TopologyBuilder.unbindExchange),
  ]

  private static func bindingParameters(
    _ destination: String, _ slot: Slot, from source: String
  ) -> [ParameterForm] {
    [
      ParameterForm(destination, slot), ParameterForm(source, .exchange),
      ParameterForm("KEY", .key, .optional),
    ]
  }
}
