extension ExceptionRule {
  /// Until `connection.open-ok`.
  static let handshake: [ExceptionRule] = [
    ExceptionRule(
      .protocolVersion, [.hangsUp], guide: .reference,
      origin: "rabbit_reader:version_negotiation/2"),
    ExceptionRule(
      .unusableLogin, [.hangsUp], methods: ["connection.start-ok"],
      guide: .authenticationMechanisms, origin: "rabbit_reader:auth_mechanism_to_module/2"),
    ExceptionRule(
      .loginRefused,
      [
        .says(
          .accessRefused,
          "Login was refused using authentication mechanism <mechanism>. For details see the "
            + "broker logfile.")
      ],
      methods: ["connection.start-ok"], guide: .authenticationFailure,
      origin: "rabbit_reader:auth_fail/5"),
    ExceptionRule(
      .loginRefusedInSilence, [.hangsUp], methods: ["connection.start-ok"],
      guide: .authenticationFailure, origin: "rabbit_reader:auth_fail/5"),
    ExceptionRule(
      .handshakeTimeout, [.hangsUp], guide: .connectionErrors,
      origin: "rabbit_reader:handle_other/2"),
    ExceptionRule(
      .negotiation, [.hangsUp], methods: ["connection.tune-ok"], guide: .channelLimit,
      origin: "rabbit_reader:validate_negotiated_integer_value/3"),
    ExceptionRule(
      .noVirtualHost, [.says(.notAllowed, "vhost <vhost> not found")],
      methods: ["connection.open"], guide: .virtualHosts,
      origin: "rabbit_reader:is_over_vhost_connection_limit/2"),
    ExceptionRule(
      .virtualHostRefused,
      [.says(.notAllowed, "access to vhost '<vhost>' refused for user '<user>'")],
      methods: ["connection.open"], guide: .accessControl,
      origin: "rabbit_access_control:check_vhost_access/4"),
    ExceptionRule(
      .connectionLimit,
      [
        .says(
          .notAllowed,
          "access to vhost '<vhost>' refused for user '<user>': connection limit (<limit>) is "
            + "reached"),
        .says(
          .notAllowed,
          "connection refused for user '<user>': user connection limit (<limit>) is reached"),
      ],
      methods: ["connection.open"], guide: .virtualHostLimits,
      origin: "rabbit_reader:is_over_vhost_connection_limit/2, is_over_user_connection_limit/1"),
    ExceptionRule(
      .nodeConnectionLimit,
      [
        .says(
          .notAllowed, "connection refused: node connection limit (<limit>) is reached")
      ],
      methods: ["connection.open"], guide: .configuration,
      origin: "rabbit_reader:is_over_node_connection_limit/1"),
    ExceptionRule(
      .virtualHostDown,
      [
        .says(
          .internalError,
          "access to vhost '<vhost>' refused for user '<user>': vhost '<vhost>' is down"),
        .says(.connectionForced, "vhost '<vhost>' is down"),
      ],
      methods: ["connection.open"], guide: .virtualHosts,
      origin: "rabbit_reader:is_vhost_alive/2, rabbit_connection_tracking:handle_cast/1"),
  ]

  /// What ends a connection that is open.
  static let connections: [ExceptionRule] = [
    ExceptionRule(
      .unexpectedMethod,
      [.says(.channelError, "unexpected method in connection state <state>")],
      guide: .connectionErrors, origin: "rabbit_reader:handle_method0/2"),
    ExceptionRule(
      .connectionForced, [.says(.connectionForced, "<words>")], guide: .connectionErrors,
      origin: "rabbit_reader:terminate/2"),
    ExceptionRule(
      .brokerShutdown,
      [
        .says(
          .connectionForced, "broker forced connection closure with reason '<reason>'")
      ],
      guide: .connectionErrors, origin: "rabbit_reader:handle_other/2"),
    ExceptionRule(
      .virtualHostDeleted, [.says(.connectionForced, "vhost '<vhost>' is deleted")],
      guide: .virtualHosts, origin: "rabbit_connection_tracking:handle_cast/1"),
    ExceptionRule(
      .userDeleted, [.says(.connectionForced, "user '<user>' is deleted")],
      guide: .accessControl, origin: "rabbit_connection_tracking:handle_cast/1"),
    ExceptionRule(
      .maintenance, [.says(.connectionForced, "Node was put into maintenance mode")],
      guide: .maintenance, origin: "rabbit_maintenance:close_all_client_connections/0"),
    ExceptionRule(
      .heartbeatTimeout, [.hangsUp], guide: .heartbeats,
      origin: "rabbit_reader:handle_other/2"),
    ExceptionRule(
      .secretRefused,
      [
        .says(.notAllowed, "New secret was refused by one of the backends"),
        .says(.notAllowed, "Secret update failed"),
      ],
      methods: ["connection.update-secret"], guide: .accessControl,
      origin: "rabbit_reader:handle_method0/2"),
    ExceptionRule(
      .faultInBroker, [.says(.internalError, "")], guide: .connectionErrors,
      origin: "rabbit_binary_generator:lookup_amqp_exception/2"),
  ]
}
