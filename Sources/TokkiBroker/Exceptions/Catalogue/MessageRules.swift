extension ExceptionRule {
  static let consumers: [ExceptionRule] = [
    ExceptionRule(
      .exclusiveConsumer,
      [.says(.accessRefused, "queue '<queue>' in vhost '<vhost>' in exclusive use")],
      methods: ["basic.consume"], guide: .exclusiveConsumers,
      origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .reusedConsumerTag, [.says(.notAllowed, "attempt to reuse consumer tag '<tag>'")],
      methods: ["basic.consume"], guide: .consumerTags, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .consumerLimit,
      [.says(.notAllowed, "reached maximum (<limit>) of consumers per channel", only: "4.0")],
      methods: ["basic.consume"], guide: .consumers, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .globalPrefetch,
      [
        .says(
          .notImplemented, "queue '<queue>' in vhost '<vhost>' does not support global qos")
      ],
      methods: ["basic.consume"], guide: .quorumQueues, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .prefetchSize, [.says(.notImplemented, "prefetch_size!=0 (<size>)")],
      methods: ["basic.qos"], guide: .compliance, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .singleActiveGet,
      [
        .says(
          .resourceLocked,
          "cannot obtain access to locked queue '<queue>' in vhost '<vhost>'. basic.get "
            + "operations are not supported by quorum queues with single active consumer")
      ],
      methods: ["basic.get"], guide: .singleActive, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .unknownDeliveryTag, [.says(.preconditionFailed, "unknown delivery tag <tag>")],
      methods: ["basic.ack", "basic.nack", "basic.reject"], guide: .acknowledgements,
      origin: "rabbit_channel:collect_acks/5"),
    ExceptionRule(
      .recoverInPlace, [.says(.notImplemented, "requeue=false")],
      methods: ["basic.recover", "basic.recover-async"], guide: .compliance,
      origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .acknowledgementTimeout,
      [
        .says(
          .preconditionFailed,
          "delivery acknowledgement on channel <channel> timed out. Timeout value used: <timeout> "
            + "ms. This timeout value can be configured, see consumers doc guide to learn more")
      ],
      guide: .acknowledgementTimeout, origin: "rabbit_channel:handle_consumer_timed_out/3"),
    ExceptionRule(
      .replyConsumer,
      [
        .says(.preconditionFailed, "reply consumer cannot acknowledge"),
        .says(.preconditionFailed, "reply consumer already set"),
      ],
      methods: ["basic.consume"], guide: .directReply, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .creditForNobody,
      [.says(.preconditionFailed, "unknown consumer tag '<tag>'", only: "3.10")],
      methods: ["basic.credit"], guide: .consumers, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .consumerFault,
      [
        .says(
          .internalError,
          "queue '<queue>' in vhost '<vhost>' timeout occurred during consume "
            + "operation", only: "4.0"),
        .says(.internalError, "Cannot get a message from queue '<queue>': <reason>"),
        .says(.internalError, "Cannot query missing deliveries from <process>: <reason>"),
      ],
      methods: ["basic.consume", "basic.get"], guide: .clustering,
      origin: "rabbit_channel:handle_method/3, rabbit_fifo_client:get_missing_deliveries/4"),
  ]

  static let publishing: [ExceptionRule] = [
    ExceptionRule(
      .internalExchange,
      [
        .says(
          .accessRefused,
          "cannot publish to internal exchange '<exchange>' in vhost '<vhost>'")
      ],
      methods: ["basic.publish"], guide: .exchanges,
      origin: "rabbit_channel:check_internal_exchange/1"),
    ExceptionRule(
      .immediate, [.says(.notImplemented, "immediate=true")], methods: ["basic.publish"],
      guide: .compliance, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .messageTooLarge,
      [
        .says(
          .preconditionFailed,
          "message size <size> is larger than configured max size <limit>"),
        .says(.preconditionFailed, "message size <size> is larger than max size <limit>"),
      ],
      methods: ["basic.publish"], guide: .publishers, origin: "rabbit_channel:check_msg_size/2"),
    ExceptionRule(
      .invalidExpiration,
      [
        .says(.preconditionFailed, "invalid expiration '<value>': no_integer"),
        .says(.preconditionFailed, "invalid expiration '<value>': {leftover_string,<rest>}"),
        .says(.preconditionFailed, "invalid expiration '<value>': {value_negative,<number>}"),
        .says(.preconditionFailed, "invalid expiration '<value>': {value_too_large,<number>}"),
      ],
      methods: ["basic.publish"], guide: .messageTTL, origin: "rabbit_basic:parse_expiration/1"),
    ExceptionRule(
      .invalidMessage,
      [
        .says(
          .preconditionFailed,
          "invalid message: {unacceptable_type_in_header,\"<header>\",<type>}"),
        .says(
          .preconditionFailed, "invalid message: {delivery_mode_unknown,<mode>}", only: "3.10"),
      ],
      methods: ["basic.publish"], guide: .senderSelected,
      origin: "rabbit_basic:header_routes/1, is_message_persistent/1"),
    ExceptionRule(
      .invalidUserID,
      [
        .says(
          .preconditionFailed,
          "user_id property set to '<claimed>' but authenticated user was '<user>'")
      ],
      methods: ["basic.publish"], guide: .userID,
      origin: "rabbit_access_control:check_user_id/2"),
    ExceptionRule(
      .noReplyConsumer, [.says(.preconditionFailed, "fast reply consumer does not exist")],
      methods: ["basic.publish"], guide: .directReply,
      origin: "rabbit_channel:maybe_set_fast_reply_to/2"),
    ExceptionRule(
      .unroutable, [.returns(.noRoute)], methods: ["basic.publish"], guide: .unroutable,
      origin: "rabbit_channel:process_routing_mandatory/5"),
    ExceptionRule(
      .noConsumers, [.returns(.noConsumers)], methods: ["basic.publish"], guide: .compliance,
      origin: "rabbit_channel:basic_return/5"),
    ExceptionRule(
      .publishRefused, [.nacks], methods: ["basic.publish"], guide: .lengthLimit,
      origin: "rabbit_channel:send_confirms_and_nacks/1"),
    ExceptionRule(
      .publishFault,
      [
        .says(.resourceError, "Stream not found for <queue>", only: "4.0"),
        .says(.resourceError, "Stream coordinator unavailable for <queue>"),
      ],
      methods: ["basic.publish"], guide: .streams, origin: "rabbit_channel:deliver_to_queues/3"),
  ]
}
