extension ExceptionRule {
  static let queues: [ExceptionRule] = [
    ExceptionRule(
      .noQueue, [.says(.notFound, "no queue '<queue>' in vhost '<vhost>'")],
      methods: [
        "queue.declare", "queue.bind", "queue.purge", "basic.get", "basic.consume",
      ],
      guide: .queues, origin: "rabbit_amqqueue:not_found/1"),
    ExceptionRule(
      .noLastQueue, [.says(.notFound, "no previously declared queue")],
      methods: [
        "queue.bind", "queue.unbind", "queue.purge", "queue.delete", "basic.get",
        "basic.consume",
      ],
      guide: .serverNames, origin: "rabbit_channel:expand_queue_name_shortcut/2"),
    ExceptionRule(
      .queueDown,
      [
        .says(
          .notFound,
          "home node '<node>' of durable queue '<queue>' in vhost '<vhost>' is down or "
            + "inaccessible"),
        .says(
          .notFound, "queue '<queue>' in vhost '<vhost>' process is stopped by supervisor"),
        .says(
          .notFound, "queue '<queue>' in vhost '<vhost>' has crashed and failed to restart"),
        .says(
          .notFound,
          "failed to perform operation on queue '<queue>' in vhost '<vhost>' due to timeout"),
        .says(
          .notFound,
          "failed to perform operation on queue '<queue>' in vhost '<vhost>': its leader "
            + "<process> may be stopping or being demoted", only: "4.0"),
        .says(
          .notFound,
          "failed to perform operation on queue '<queue>' in vhost '<vhost>': its master replica "
            + "<process> may be stopping or being demoted", only: "3.10"),
      ],
      methods: [
        "queue.declare", "queue.bind", "queue.purge", "queue.delete", "basic.get",
        "basic.consume",
      ],
      guide: .clustering, origin: "rabbit_amqqueue:priv_absent/4"),
    ExceptionRule(
      .exclusiveQueue,
      [
        .says(
          .resourceLocked,
          "cannot obtain exclusive access to locked queue '<queue>' in vhost '<vhost>'. It could "
            + "be originally declared on another connection or the exclusive property value does "
            + "not match that of the original declaration.")
      ],
      methods: [
        "queue.declare", "queue.bind", "queue.unbind", "queue.purge", "queue.delete",
        "basic.get", "basic.consume",
      ],
      guide: .exclusiveQueues, origin: "rabbit_amqqueue:check_exclusive_access/3"),
    ExceptionRule(
      .queueInUse, [.says(.preconditionFailed, "queue '<queue>' in vhost '<vhost>' in use")],
      methods: ["queue.delete"], guide: .queues, origin: "rabbit_amqqueue:delete_with/6"),
    ExceptionRule(
      .queueNotEmpty,
      [.says(.preconditionFailed, "queue '<queue>' in vhost '<vhost>' not empty")],
      methods: ["queue.delete"], guide: .queues, origin: "rabbit_amqqueue:delete_with/6"),
    ExceptionRule(
      .conditionalDelete,
      [conditionalDelete("if-unused"), conditionalDelete("if-empty")],
      methods: ["queue.delete"], guide: .quorumQueues, origin: "rabbit_quorum_queue:delete/4"),
    ExceptionRule(
      .serverNamedQueue,
      [.says(.preconditionFailed, "Cannot declare a server-named queue for type <type>")],
      methods: ["queue.declare"], guide: .serverNames, origin: "rabbit_channel:handle_method/6"),
    ExceptionRule(
      .quorumProperty,
      [
        invalidProperty("auto-delete"), invalidProperty("exclusive-owner"),
        invalidProperty("non-durable"),
      ],
      methods: ["queue.declare"], guide: .quorumQueues,
      origin: "rabbit_queue_type_util:run_checks/2"),
    ExceptionRule(
      .queueLimit,
      [
        .says(
          .preconditionFailed,
          "cannot declare queue '<queue>': queue limit in vhost '<vhost>' (<limit>) is reached")
      ],
      methods: ["queue.declare"], guide: .virtualHostLimits,
      origin: "rabbit_queue_type:check_vhost_queue_limit/1"),
    ExceptionRule(
      .clusterQueueLimit,
      [
        .says(
          .preconditionFailed,
          "cannot declare queue '<queue>': queue limit in cluster (<limit>) is reached",
          only: "4.0")
      ],
      methods: ["queue.declare"], guide: .configuration,
      origin: "rabbit_queue_type:check_cluster_queue_limit/1"),
    ExceptionRule(
      .queueStoreFault,
      [
        .says(.internalError, "Cannot declare <queue> on node '<node>'<reason>"),
        .says(.internalError, "Could not declare <queue> on node '<node>' because <reason>"),
        .says(.internalError, "The operation to delete the queue <reason> timed out"),
        .says(.internalError, "Could not <action> binding due to timeout"),
        .says(.internalError, "failed to <action> <exchange> due to a timeout"),
        .says(.internalError, "failed to declare <exchange> because the operation timed out"),
      ],
      methods: [
        "exchange.declare", "exchange.delete", "exchange.bind", "exchange.unbind",
        "queue.declare", "queue.bind", "queue.unbind", "queue.delete",
      ],
      guide: .clustering, origin: "rabbit_quorum_queue:declare_queue_error/4, rabbit_channel"),
    ExceptionRule(
      .queueTypeDisabled,
      [
        .says(
          .internalError,
          "Cannot declare a queue '<queue>' of type '<type>' on node '<node>': the corresponding "
            + "feature flag is disabled")
      ],
      methods: ["queue.declare"], guide: .featureFlags, origin: "rabbit_amqqueue:do_declare/8"),
    ExceptionRule(
      .deprecatedFeature,
      [.says(.internalError, "Feature `<feature>` is deprecated<reason>", only: "4.0")],
      methods: ["queue.declare"], guide: .deprecated, origin: "rabbit_amqqueue:do_declare/8"),
  ]

  /// What is wrong with an argument of a queue or a consumer.
  static let queueArguments: [ExceptionRule] = [
    ExceptionRule(
      .argumentType,
      [
        invalidArgument("\"expected integer, got <type>\""),
        invalidArgument("{unacceptable_type,<type>}"),
        .says(
          .preconditionFailed,
          "invalid type '<type>' for arg '<argument>' in queue '<queue>' in vhost '<vhost>'"),
      ],
      methods: ["queue.declare", "basic.consume"], guide: .optionalArguments,
      origin: "rabbit_amqqueue:check_arguments_type_and_value/3"),
    ExceptionRule(
      .argumentRange,
      [
        invalidArgument("{value_negative,<value>}"),
        invalidArgument("{value_zero,<value>}"),
        invalidArgument("{value_too_large,<value>}"),
        invalidArgument("{max_value_exceeded,<value>}"),
      ],
      methods: ["queue.declare"], guide: .optionalArguments,
      origin: "rabbit_amqqueue:check_non_neg_int_arg/2, rabbit_misc:check_expiry/1"),
    ExceptionRule(
      .argumentValue,
      [
        invalidArgument("invalid_dlx_strategy"),
        invalidArgument("invalid_overflow"),
        invalidArgument("invalid_queue_locator_arg"),
        invalidArgument("\"unsupported queue mode '<value>'\""),
        invalidArgument("\"unsupported queue version '<value>'\""),
        invalidArgument("\"unsupported queue type '<value>'\""),
      ],
      methods: ["queue.declare"], guide: .optionalArguments,
      origin: "rabbit_amqqueue:declare_args/0"),
    ExceptionRule(
      .deadLetterKeyAlone, [invalidArgument("routing_key_but_no_dlx_defined")],
      methods: ["queue.declare"], guide: .deadLetters,
      origin: "rabbit_amqqueue:check_dlxrk_arg/2"),
    ExceptionRule(
      .foreignArgument,
      [
        .says(
          .preconditionFailed,
          "invalid arg '<argument>' for queue '<queue>' in vhost '<vhost>' of queue type "
            + "rabbit_<type>_queue")
      ],
      methods: ["queue.declare", "basic.consume"], guide: .optionalArguments,
      origin: "rabbit_amqqueue:check_arguments_key/4"),
  ]

  static func invalidArgument(_ reason: String) -> RuleReply {
    .says(
      .preconditionFailed,
      "invalid arg '<argument>' for queue '<queue>' in vhost '<vhost>': \(reason)")
  }

  private static func conditionalDelete(_ flag: String) -> RuleReply {
    .says(
      .notImplemented,
      "cannot delete queue '<queue>' in vhost '<vhost>'. queue.delete operations with \(flag) flag "
        + "set are not supported by quorum queues")
  }

  private static func invalidProperty(_ property: String) -> RuleReply {
    .says(
      .preconditionFailed,
      "invalid property '\(property)' for queue '<queue>' in vhost '<vhost>'")
  }
}
