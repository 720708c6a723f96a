/// Looking at what happened, and looking again.
extension Grammar {
  static let seeing: [CommandForm] = [
    CommandForm(
      name: .timeline, group: .looking, searchedAs: ["gantt", "chart", "workers", "work"],
      parameters: [ParameterForm("QUEUE|CONSUMER", .worker, .several)],
      options: [
        OptionForm(
          .from, "TIME", .duration(plainIsMilliseconds: false), "what happened from then on",
          "그때부터의 일"),
        OptionForm(
          .to, "TIME", .duration(plainIsMilliseconds: false), "what happened until then",
          "그때까지의 일"),
      ],
      summary: Localized(
        "who worked on which message when: a row for each consumer",
        "누가 언제 어느 메시지를 처리했는지: 컨슈머마다 한 줄"),
      note: Localized(
        "A block is a message in somebody's hands, with its number; the sign at its end says how "
          + "it ended. Round robin and fair dispatch (prefetch 1) are told apart at a glance.",
        "막대는 누군가 손에 쥔 메시지이고 번호가 적혀 있습니다. 막대 끝의 기호는 어떻게 끝났는지를 알려 줍니다. "
          + "라운드 로빈과 공정 분배(prefetch 1)의 차이가 한눈에 보입니다."),
      example: [
        "declare queue tasks", "consume tasks as w1 --work dots",
        "publish \"\" tasks \"resize photo...\"", "advance 3s", "timeline",
      ], build: SeeingBuilder.timeline),
    CommandForm(
      name: .trace, group: .looking, searchedAs: ["follow", "track", "life"],
      parameters: [ParameterForm("MESSAGE", .message, .optional)],
      summary: Localized(
        "one message's life: routed, queued, delivered, acked, dead-lettered …",
        "메시지 하나의 일생: 라우팅, 큐, 전달, ack, 데드 레터 …"),
      note: Localized(
        "A message goes by its number (`list messages` shows it), its body or its message-id. "
          + "Alone it is the one that was published last.",
        "메시지는 번호(`list messages`로 봅니다)나 본문, message-id로 정합니다. 쓰지 않으면 마지막으로 발행한 "
          + "메시지입니다."),
      example: [
        "declare queue hello", "publish \"\" hello \"Hello World!\"", "get hello", "trace",
      ],
      build: SeeingBuilder.trace),
    CommandForm(
      name: .sequence, group: .looking, searchedAs: ["methods", "protocol", "wire", "frames"],
      parameters: [ParameterForm("CONNECTION", .client, .several)],
      options: [
        OptionForm(.last, "N", .number(1...1_000_000), "the last N methods only", "마지막 N개만"),
        OptionForm(
          .mermaid, "as the text of a Mermaid sequence diagram", "Mermaid 시퀀스 다이어그램의 텍스트로"),
      ],
      summary: Localized(
        "the AMQP methods that clients and broker exchanged, as arrows",
        "클라이언트와 브로커가 주고받은 AMQP 메서드를 화살표로"),
      note: Localized(
        "Without --last it shows the last 40 methods.", "--last가 없으면 마지막 40개를 보여 줍니다."),
      example: ["declare queue hello", "publish \"\" hello Hi", "get hello", "sequence"],
      build: SeeingBuilder.sequence),
    CommandForm(
      name: .watch, group: .looking, searchedAs: ["follow", "live", "monitor"],
      parameters: [ParameterForm("COMMAND", .words, .rest)],
      summary: Localized(
        "show a look again after each command that changes it",
        "보는 명령의 결과를, 달라질 때마다 다시 보여 줍니다"),
      note: Localized(
        "Any command that only looks can be watched. `watch` alone says what is; `watch off` ends.",
        "보기만 하는 명령은 무엇이든 됩니다. `watch`만 쓰면 지금 지켜보는 것을 알려 주고, `watch off`로 끝냅니다."),
      example: ["declare queue hello", "publish \"\" hello Hi", "watch list queues"],
      build: SeeingBuilder.watch),
    CommandForm(
      name: .unwatch, group: .looking,
      parameters: [ParameterForm("COMMAND", .words, .rest)],
      summary: Localized("watch it no longer; alone: nothing", "그만 지켜봅니다; 명령이 없으면 모두 그만둡니다"),
      example: ["watch show", "unwatch show"], build: SeeingBuilder.unwatch),
  ]
}
