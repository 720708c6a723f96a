extension ExceptionRule {
  /// Bytes that are no AMQP, or not where they may stand.
  static let frames: [ExceptionRule] = [
    ExceptionRule(
      .brokenFrame,
      [
        .says(.frameError, "type <type>, <part> octets = <octets>: unknown_frame"),
        .says(
          .frameError,
          "type <type>, <part> octets = <octets>: {invalid_frame_end_marker,<octet>}"),
      ],
      guide: .reference, origin: "rabbit_reader:frame_error/5"),
    ExceptionRule(
      .frameTooLarge,
      [
        .says(
          .frameError,
          "type <type>, <part> octets = <octets>: {frame_too_large,<size>,<limit>}")
      ],
      guide: .reference, origin: "rabbit_reader:handle_input/3"),
    ExceptionRule(
      .unexpectedFrame,
      [.says(.unexpectedFrame, "type <type>, <part> octets = <octets>")],
      guide: .reference, origin: "rabbit_reader:unexpected_frame/4"),
    ExceptionRule(
      .contentExpected,
      [
        .says(
          .unexpectedFrame, "expected method frame, got non method frame instead"),
        .says(
          .unexpectedFrame,
          "expected content header for class <class>, got one for class <found> instead"),
        .says(
          .unexpectedFrame,
          "expected content header for class <class>, got non content header frame instead"),
        .says(
          .unexpectedFrame, "expected content body, got non content body frame instead"),
      ],
      guide: .reference, origin: "rabbit_command_assembler:process/2"),
    ExceptionRule(
      .undecodable,
      [
        .says(.frameError, "cannot decode <octets>"),
        .says(.frameError, "Malformed UTF-8 in shortstr"),
      ],
      guide: .errata, origin: "rabbit_misc:frame_error/2, rabbit_binary_parser:assert_utf8/1"),
  ]

  static let channels: [ExceptionRule] = [
    ExceptionRule(
      .channelNotOpen, [.says(.channelError, "expected 'channel.open'")],
      guide: .channelLifecycle, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .channelOpenTwice, [.says(.channelError, "second 'channel.open' seen")],
      methods: ["channel.open"], guide: .channelLifecycle,
      origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .channelLimit,
      [
        .says(
          .notAllowed,
          "number of channels opened (<count>) has reached the negotiated channel_max (<limit>)")
      ],
      methods: ["channel.open"], guide: .channelLimit, origin: "rabbit_reader:create_channel/2"),
    ExceptionRule(
      .userChannelLimit,
      [
        .says(
          .notAllowed,
          "number of channels opened for user '<user>' has reached the maximum allowed user limit "
            + "of (<limit>)")
      ],
      methods: ["channel.open"], guide: .userLimits, origin: "rabbit_reader:is_over_limits/1"),
    ExceptionRule(
      .nodeChannelLimit,
      [
        .says(
          .notAllowed,
          "number of channels opened on node '<node>' has reached the maximum allowed limit of "
            + "(<limit>)", only: "4.0")
      ],
      methods: ["channel.open"], guide: .configuration, origin: "rabbit_reader:is_over_limits/1"),
    ExceptionRule(
      .unimplementedMethod, [.says(.commandInvalid, "unimplemented method")],
      guide: .compliance, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .flowStopped, [.says(.notImplemented, "active=false")], methods: ["channel.flow"],
      guide: .compliance, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .channelMode,
      [
        .says(.preconditionFailed, "cannot switch from confirm to tx mode"),
        .says(.preconditionFailed, "cannot switch from tx to confirm mode"),
      ],
      methods: ["tx.select", "confirm.select"], guide: .confirms,
      origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .notTransactional, [.says(.preconditionFailed, "channel is not transactional")],
      methods: ["tx.commit", "tx.rollback"], guide: .transactions,
      origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .commandDuringCommit,
      [.says(.channelError, "unexpected command while processing 'tx.commit'")],
      guide: .transactions, origin: "rabbit_channel:handle_method/3"),
    ExceptionRule(
      .failedCommit, [.says(.preconditionFailed, "partial tx completion")],
      methods: ["tx.commit"], guide: .transactions, origin: "rabbit_channel:complete_tx/1"),
  ]
}
