extension ExceptionRule {
  static let access: [ExceptionRule] = [
    ExceptionRule(
      .accessRefused,
      refusal("exchange") + refusal("queue"),
      methods: [
        "exchange.declare", "exchange.delete", "exchange.bind", "exchange.unbind",
        "queue.declare", "queue.bind", "queue.unbind", "queue.purge", "queue.delete",
        "basic.publish", "basic.consume", "basic.get",
      ],
      guide: .accessControl, origin: "rabbit_access_control:check_resource_access/4"),
    ExceptionRule(
      .topicAccessRefused,
      [
        .says(
          .accessRefused,
          "<permission> access to topic '<key>' in exchange '<exchange>' in vhost "
            + "'<vhost>' refused for user '<user>'", only: "4.0"),
        .says(
          .accessRefused,
          "access to topic '<key>' in exchange '<exchange>' in vhost '<vhost>' refused for "
            + "user '<user>'", only: "3.10"),
      ],
      methods: ["basic.publish", "queue.bind", "queue.unbind", "exchange.bind", "exchange.unbind"],
      guide: .topicAccess, origin: "rabbit_access_control:check_topic_access/4"),
    ExceptionRule(
      .accessFault,
      [
        .says(.accessRefused, "<refusal>, backend <backend> returned an error: <reason>"),
        .says(.notAllowed, "<refusal>, backend <backend> returned an error: <reason>"),
      ],
      guide: .accessControl, origin: "rabbit_access_control:check_access/5"),
  ]

  /// Streams are not simulated; a real broker speaks of them.
  static let streams: [ExceptionRule] = [
    ExceptionRule(
      .streamConsumer,
      [
        .says(
          .preconditionFailed,
          "consumer prefetch count is not set for stream queue '<queue>' in vhost '<vhost>'",
          only: "4.0"),
        .says(
          .preconditionFailed,
          "consumer prefetch count is not set for 'queue '<queue>' in vhost '<vhost>''",
          only: "3.10"),
        .says(
          .notImplemented,
          "automatic acknowledgement not supported by stream queue '<queue>' in vhost '<vhost>'",
          only: "4.0"),
        .says(
          .notImplemented,
          "automatic acknowledgement not supported by stream queues queue '<queue>' in vhost "
            + "'<vhost>'", only: "3.10"),
      ],
      methods: ["basic.consume"], guide: .streams, origin: "rabbit_stream_queue:consume/3"),
    ExceptionRule(
      .streamMethod,
      [
        .says(
          .notImplemented,
          "basic.get not supported by stream queues queue '<queue>' in vhost '<vhost>'"),
        .says(
          .notImplemented,
          "queue.purge not supported by stream queues queue '<queue>' in vhost '<vhost>'"),
        .says(
          .notImplemented,
          "basic.nack and basic.reject not supported by stream queues queue '<queue>' in vhost "
            + "'<vhost>'", only: "3.10"),
      ],
      methods: ["basic.get", "queue.purge", "basic.nack", "basic.reject"], guide: .streams,
      origin: "rabbit_stream_queue:dequeue/5, rabbit_channel:handle_method/6"),
    ExceptionRule(
      .streamArgument,
      [
        invalidArgument("invalid_max_age"),
        invalidArgument("{invalid_stream_offset_arg,<value>}"),
        .says(.preconditionFailed, "Exceeded max value for x-stream-max-segment-size-bytes"),
        .says(.preconditionFailed, "Invalid value for  x-stream-filter-size-bytes", only: "4.0"),
      ],
      methods: ["queue.declare", "basic.consume"], guide: .streams,
      origin: "rabbit_stream_queue:declare/2, rabbit_amqqueue:check_max_age_arg/2"),
    ExceptionRule(
      .streamReplica,
      [
        .says(
          .preconditionFailed,
          "stream queue '<queue>' in vhost '<vhost>' does not have a running replica on the local "
            + "node", only: "4.0"),
        .says(
          .preconditionFailed,
          "queue 'queue '<queue>' in vhost '<vhost>'' does not have a replica on the local node",
          only: "3.10"),
        .says(
          .resourceError,
          "queue '<queue>' in vhost '<vhost>' does not have a running local replica"),
      ],
      methods: ["basic.consume"], guide: .streams, origin: "rabbit_stream_queue:consume/3"),
    ExceptionRule(
      .streamFault, [.says(.internalError, "Cannot delete <queue> on node '<node>': <reason>")],
      methods: ["queue.delete"], guide: .streams, origin: "rabbit_stream_queue:delete/4"),
  ]

  /// This simulation's own refusals, where RabbitMQ would go on.
  static let unsimulated: [ExceptionRule] = [
    ExceptionRule(
      .notSimulated,
      [
        .says(
          .notImplemented,
          "queues of type '<type>' are not simulated: queue '<queue>' in vhost '<vhost>'"),
        .says(.notImplemented, "<what> not simulated<object>"),
        .says(.notImplemented, "names and keys that are not UTF-8"),
        .says(.notImplemented, "names in field tables that are not UTF-8"),
        .says(.notImplemented, "content properties that are not UTF-8"),
        .says(.notImplemented, "field tables nested more than <count> deep"),
      ],
      guide: .compliance, origin: "tokki")
  ]

  private static func refusal(_ kind: String) -> [RuleReply] {
    let object = "access to \(kind) '<\(kind)>' in vhost '<vhost>' refused for user '<user>'"
    return [
      .says(.accessRefused, "<permission> " + object, only: "4.0"),
      .says(.accessRefused, object, only: "3.10"),
    ]
  }
}
