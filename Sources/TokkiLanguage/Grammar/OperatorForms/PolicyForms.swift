import AMQPModel

extension OptionForm {
  static let ofVirtualHost = OptionForm(
    .virtualHost, "NAME", .virtualHost, "in that virtual host (default: the current one)",
    "어느 가상 호스트에서 (기본: 지금 쓰는 것)")

  /// What a policy can set, each by the option that declares the same of a queue or an exchange.
  static let definition: [OptionForm] =
    [
      OptionForm(
        .maxLength, "N", .number(0...Int64.max), "at most so many ready messages (max-length)",
        "ready 메시지의 최대 개수 (max-length)"),
      OptionForm(
        .maxLengthBytes, "N", .number(0...Int64.max),
        "at most so many bytes of ready messages (max-length-bytes)",
        "ready 메시지 본문의 최대 바이트 수 (max-length-bytes)"),
      OptionForm(
        .overflow, "MODE",
        .choice(["drop-head", "reject-publish", "reject-publish-dlx"], isOpen: true),
        "what happens when it is full (overflow)", "큐가 가득 찼을 때의 동작 (overflow)"),
      OptionForm(
        .messageTTL, "DURATION", .duration(plainIsMilliseconds: true),
        "messages expire after that time in the queue (message-ttl)",
        "메시지가 큐에서 이 시간을 넘기면 만료됩니다 (message-ttl)"),
      OptionForm(
        .expires, "DURATION", .duration(plainIsMilliseconds: true),
        "the queue is deleted when unused for that long (expires)",
        "이 시간 동안 쓰이지 않으면 큐가 삭제됩니다 (expires)"),
      OptionForm(
        .deadLetterExchange, "EXCHANGE", .exchange,
        "where rejected, expired and dropped messages go (dead-letter-exchange)",
        "거절·만료·초과된 메시지가 갈 익스체인지 (dead-letter-exchange)"),
      OptionForm(
        .deadLetterRoutingKey, "KEY", "with that routing key (dead-letter-routing-key)",
        "그때 쓸 라우팅 키 (dead-letter-routing-key)"),
      OptionForm(
        .deadLetterStrategy, "MODE", .choice(["at-most-once", "at-least-once"], isOpen: true),
        "how safely a quorum queue dead-letters (dead-letter-strategy)",
        "쿼럼 큐의 데드 레터 방식 (dead-letter-strategy)"),
      OptionForm(
        .deliveryLimit, "N", .number(-1...Int64.max),
        "a quorum queue drops a message returned more often (delivery-limit)",
        "쿼럼 큐가 이보다 여러 번 되돌아온 메시지를 버립니다 (delivery-limit)"),
      OptionForm(
        .alternateExchange, "EXCHANGE", .exchange,
        "where unroutable messages of an exchange go (alternate-exchange)",
        "익스체인지에서 어느 큐로도 가지 못한 메시지가 갈 곳 (alternate-exchange)"),
      OptionForm(
        .argument, "KEY=VALUE", .assignment, repeatable: true,
        "any other key; 5, 1.5, true, null are typed, \"5\" is a text",
        "그 밖의 키; 5, 1.5, true, null은 그 타입으로, \"5\"는 문자열로 읽습니다"),
    ]

  static let policy: [OptionForm] =
    [
      OptionForm(
        .priority, "N", .number(Int64.min...Int64.max),
        "of several policies that match, the highest counts (default 0)",
        "여러 정책이 맞으면 가장 높은 것 하나만 적용됩니다 (기본 0)"),
      OptionForm(
        .applyTo, "SCOPE", .choice(PolicyTerms.scopes, isOpen: true),
        "to what: \(PolicyTerms.scopes.joined(separator: ", "))",
        "적용 대상: \(PolicyTerms.scopes.joined(separator: ", "))"),
    ] + definition + [ofVirtualHost]
}

extension Grammar {
  private static let policyParameters = [
    ParameterForm("NAME", .policy), ParameterForm("PATTERN", .pattern),
    ParameterForm("DEFINITION", .definition, .expected),
  ]

  static let policies: [CommandForm] = [
    CommandForm(
      name: .setPolicy, group: .policies, aliases: ["set_policy"],
      searchedAs: ["policy", "add", "ttl", "max-length"],
      parameters: policyParameters, options: OptionForm.policy,
      summary: Localized(
        "give arguments to all queues and exchanges whose names match",
        "이름이 일치하는 모든 큐와 익스체인지에 설정을 적용합니다"),
      note: Localized(
        """
        PATTERN is a regular expression: ^orders\\. matches names that begin with orders. and an
        empty one matches all. DEFINITION is JSON, '{"max-length": 10}', or left out for options
        that say the same: --max-length 10. Of several policies the one with the highest priority
        counts alone; where a queue has an argument of its own, the lower limit counts.
        """,
        """
        PATTERN은 정규식입니다: ^orders\\. 은 orders.으로 시작하는 이름에 맞고, 빈 것은 모두에 맞습니다.
        DEFINITION은 JSON '{"max-length": 10}'으로 쓰거나, 빼고 같은 뜻의 옵션 --max-length 10으로
        씁니다. 여러 정책이 맞으면 우선순위가 가장 높은 것 하나만 적용되고, 큐에 자기 인자가 있으면 더 낮은
        제한이 적용됩니다.
        """),
      example: [
        "declare queue orders.new", "set policy short \"^orders\" --max-length 2",
      ],
      build: { (line) throws(ParseError) in try OperatorBuilder.setPolicy(line) }),
    CommandForm(
      name: .clearPolicy, group: .policies, aliases: ["clear_policy", "delete policy"],
      searchedAs: ["remove"],
      parameters: [ParameterForm("NAME", .policy)], options: [OptionForm.ofVirtualHost],
      summary: Localized(
        "take a policy away; what it set holds no longer",
        "정책을 없앱니다; 그 설정은 더 적용되지 않습니다"),
      example: ["set policy short \"^orders\" --max-length 2", "clear policy short"],
      build: {
        .operate(
          .clearPolicy(
            $0.text(0) ?? "", isOperator: false, virtualHost: $0.text(.virtualHost)))
      }),
    CommandForm(
      name: .setOperatorPolicy, group: .policies, aliases: ["set_operator_policy"],
      parameters: [
        ParameterForm("NAME", .operatorPolicy), ParameterForm("PATTERN", .pattern),
        ParameterForm("DEFINITION", .definition, .expected),
      ],
      options: OptionForm.policy,
      summary: Localized(
        "bound what policies and arguments may ask for",
        "정책과 인자로 요청할 수 있는 제한을 정합니다"),
      note: Localized(
        """
        It is put together with the policy that matches: of two limits the lower one counts. It may
        set limits and times alone, such as --max-length, --message-ttl and --expires.
        """,
        """
        이름이 맞는 보통 정책과 합쳐지고, 두 제한 가운데 낮은 쪽이 적용됩니다. --max-length, --message-ttl,
        --expires 같은 제한과 시간만 정할 수 있습니다.
        """),
      example: [
        "declare queue orders.new", "set operator policy cap \"^orders\" --max-length 1000",
      ],
      build: { (line) throws(ParseError) in try OperatorBuilder.setPolicy(line) }),
    CommandForm(
      name: .clearOperatorPolicy, group: .policies,
      aliases: ["clear_operator_policy", "delete operator policy"],
      parameters: [ParameterForm("NAME", .operatorPolicy)], options: [OptionForm.ofVirtualHost],
      summary: Localized("take an operator policy away", "운영자 정책을 없앱니다"),
      example: [
        "set operator policy cap \"^orders\" --max-length 1000", "clear operator policy cap",
      ],
      build: {
        .operate(
          .clearPolicy($0.text(0) ?? "", isOperator: true, virtualHost: $0.text(.virtualHost)))
      }),
  ]
}
