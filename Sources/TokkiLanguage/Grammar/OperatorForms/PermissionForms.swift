import AMQPModel

extension Grammar {
  static let permissions: [CommandForm] = [
    CommandForm(
      name: .setPermissions, group: .access, aliases: ["set_permissions"],
      searchedAs: ["permissions", "grant", "allow"],
      parameters: [
        ParameterForm("USER", .user), ParameterForm("CONFIGURE", .pattern),
        ParameterForm("WRITE", .pattern), ParameterForm("READ", .pattern),
      ],
      options: [OptionForm.ofVirtualHost],
      summary: Localized(
        "let a user in, for the queues and exchanges whose names match",
        "사용자를 들이고, 이름이 맞는 큐와 익스체인지를 쓰게 합니다"),
      note: Localized(
        """
        Each is a regular expression: what may be declared and deleted, written to (publish to an
        exchange, bind a queue), read from (consume, get, purge, bind from an exchange). ".*" is
        all, "" nothing.
        """,
        """
        각각 정규식입니다: 선언하고 지울 것(CONFIGURE), 쓸 것(WRITE: 익스체인지에 발행, 큐에 바인딩), 읽을
        것(READ: consume, get, purge, 익스체인지에서 바인딩). ".*"은 전부, ""은 없음입니다.
        """),
      example: ["add user alice wonderland", "set permissions alice \"^a\\\\.\" .* .*"],
      build: {
        .operate(
          .setPermissions(
            PermissionTerms(
              configure: $0.text(1) ?? "", write: $0.text(2) ?? "", read: $0.text(3) ?? ""),
            user: $0.text(0) ?? "", virtualHost: $0.text(.virtualHost)))
      }),
    CommandForm(
      name: .clearPermissions, group: .access, aliases: ["clear_permissions"],
      searchedAs: ["revoke", "deny"],
      parameters: [ParameterForm("USER", .user)], options: [OptionForm.ofVirtualHost],
      summary: Localized(
        "let a user into the virtual host no longer", "사용자를 가상 호스트에 더 들이지 않습니다"),
      example: [
        "add user alice wonderland", "set permissions alice .* .* .*", "clear permissions alice",
      ],
      build: {
        .operate(
          .clearPermissions(user: $0.text(0) ?? "", virtualHost: $0.text(.virtualHost)))
      }),
    CommandForm(
      name: .setTopicPermissions, group: .access, aliases: ["set_topic_permissions"],
      parameters: [
        ParameterForm("USER", .user), ParameterForm("EXCHANGE", .exchange),
        ParameterForm("WRITE", .pattern), ParameterForm("READ", .pattern),
      ],
      options: [OptionForm.ofVirtualHost],
      summary: Localized(
        "with which routing keys a user may publish to a topic exchange, and bind",
        "topic 익스체인지에 어떤 라우팅 키로 발행하고 바인딩할 수 있는지 정합니다"),
      note: Localized(
        "It narrows what `set permissions` allows; without it every key is allowed.",
        "`set permissions`로 허락된 것을 더 좁힙니다; 정하지 않으면 모든 키를 쓸 수 있습니다."),
      example: [
        "add user alice wonderland",
        "set topic permissions alice amq.topic \"^alice\\\\.\" .*",
      ],
      build: {
        .operate(
          .setTopicPermissions(
            TopicPermissionTerms(
              exchange: $0.text(1) ?? "", write: $0.text(2) ?? "", read: $0.text(3) ?? ""),
            user: $0.text(0) ?? "", virtualHost: $0.text(.virtualHost)))
      }),
    CommandForm(
      name: .clearTopicPermissions, group: .access, aliases: ["clear_topic_permissions"],
      parameters: [
        ParameterForm("USER", .user), ParameterForm("EXCHANGE", .exchange, .optional),
      ],
      options: [OptionForm.ofVirtualHost],
      summary: Localized(
        "allow every routing key again, with one exchange or with all",
        "익스체인지 하나, 또는 모두에서 모든 라우팅 키를 다시 허락합니다"),
      example: [
        "add user alice wonderland", "set topic permissions alice amq.topic ^a .*",
        "clear topic permissions alice",
      ],
      build: {
        .operate(
          .clearTopicPermissions(
            user: $0.text(0) ?? "", exchange: $0.text(1), virtualHost: $0.text(.virtualHost)))
      }),
  ]
}
