extension ExceptionRule {
  static let exchanges: [ExceptionRule] = [
    ExceptionRule(
      .noExchange, [.says(.notFound, "no exchange '<exchange>' in vhost '<vhost>'")],
      methods: ["exchange.declare", "exchange.bind", "queue.bind", "basic.publish"],
      guide: .exchanges, origin: "rabbit_exchange:lookup_or_die/1, rabbit_amqqueue:not_found/1"),
    ExceptionRule(
      .unknownExchangeType,
      [
        .says(.preconditionFailed, "unknown exchange type '<type>'", only: "4.0"),
        .says(.preconditionFailed, "invalid exchange type '<type>'", only: "4.0"),
        .says(.commandInvalid, "unknown exchange type '<type>'", only: "3.10"),
        .says(.commandInvalid, "invalid exchange type '<type>'", only: "3.10"),
      ],
      methods: ["exchange.declare"], guide: .exchangeTypes, origin: "rabbit_exchange:check_type/1"),
    ExceptionRule(
      .defaultExchange,
      [.says(.accessRefused, "operation not permitted on the default exchange")],
      methods: [
        "exchange.declare", "exchange.delete", "exchange.bind", "exchange.unbind", "queue.bind",
        "queue.unbind",
      ],
      guide: .exchanges, origin: "rabbit_channel:check_not_default_exchange/1"),
    ExceptionRule(
      .reservedName,
      [
        .says(.accessRefused, "exchange name '<exchange>' contains reserved prefix 'amq.*'"),
        .says(.accessRefused, "queue name '<queue>' contains reserved prefix 'amq.*'"),
      ],
      methods: ["exchange.declare", "queue.declare"], guide: .queueNames,
      origin: "rabbit_channel:check_name/2"),
    ExceptionRule(
      .systemExchange,
      [
        .says(
          .accessRefused,
          "deletion of system exchange '<exchange>' in vhost '<vhost>' not allowed")
      ],
      methods: ["exchange.delete"], guide: .exchanges,
      origin: "rabbit_channel:check_exchange_deletion/1"),
    ExceptionRule(
      .inequivalentArgument,
      inequivalence("exchange") + inequivalence("queue"),
      methods: ["exchange.declare", "queue.declare"], guide: .propertyEquivalence,
      origin: "rabbit_misc:assert_field_equivalence/4"),
    ExceptionRule(
      .exchangeInUse,
      [.says(.preconditionFailed, "exchange '<exchange>' in vhost '<vhost>' in use")],
      methods: ["exchange.delete"], guide: .exchanges, origin: "rabbit_channel:handle_method/6"),
    ExceptionRule(
      .exchangeArgumentType,
      [
        .says(
          .preconditionFailed,
          "invalid type '<type>' for arg '<argument>' in exchange '<exchange>' in vhost "
            + "'<vhost>'")
      ],
      methods: ["exchange.declare"], guide: .alternateExchanges,
      origin: "rabbit_channel:handle_method/6"),
  ]

  static let bindings: [ExceptionRule] = [
    ExceptionRule(
      .headersBinding,
      [
        .says(
          .preconditionFailed,
          "Invalid x-match field value <value>; expected all, any, all-with-x, or any-with-x"),
        .says(
          .preconditionFailed,
          "Invalid x-match field type <type> (value <value>); expected longstr"),
      ],
      methods: ["queue.bind", "exchange.bind"], guide: .headersExchange,
      origin: "rabbit_exchange_type_headers:validate_binding/2"),
    ExceptionRule(
      .localRandomBinding,
      [
        .says(
          .preconditionFailed, "Queue type <type> not valid for this exchange type", only: "4.0"),
        .says(
          .preconditionFailed, "Non empty binding '<key>' key not permitted", only: "4.0"),
        .says(.preconditionFailed, "Destination not found", only: "4.0"),
      ],
      methods: ["queue.bind", "exchange.bind"], guide: .localRandom,
      origin: "rabbit_exchange_type_local_random:validate_binding/2"),
  ]

  /// With both values, or one of them and none.
  private static func inequivalence(_ kind: String) -> [RuleReply] {
    let start =
      "inequivalent arg '<argument>' for \(kind) '<\(kind)>' in vhost '<vhost>': received "
    return [
      .says(.preconditionFailed, start + "'<received>' but current is '<current>'"),
      .says(
        .preconditionFailed,
        start + "none but current is the value '<current>' of type '<type>'"),
      .says(
        .preconditionFailed,
        start + "the value '<received>' of type '<type>' but current is none"),
    ]
  }
}
