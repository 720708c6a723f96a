import AMQPModel

extension Grammar {
  static let connections: [CommandForm] = [
    CommandForm(
      name: .openConnection, group: .connections, aliases: ["connection.open"],
      methods: [ConnectionOpen.name],
      parameters: [ParameterForm("NAME", .client)],
      options: [
        OptionForm(
          .virtualHost, "NAME", .virtualHost, "to that virtual host (default: the current one)",
          "연결할 가상 호스트 (기본: 지금 쓰는 것)"),
        OptionForm(
          .user, "NAME", "as that user (default guest, or the one of `connect`)",
          "사용자 (기본 guest, 또는 `connect`에 쓴 사용자)"),
        OptionForm(
          .password, "PASSWORD", "that user's; not needed where it was set by `add user` here",
          "그 사용자의 비밀번호; 여기서 `add user`로 정했다면 필요 없습니다"),
      ],
      summary: Localized(
        "start a client under a name; `as NAME` does it too when needed",
        "이름 있는 클라이언트를 연결합니다; 필요하면 `as 이름`이 대신 합니다"),
      example: ["open connection publisher"],
      build: {
        .connection(
          .openConnection(
            client: $0.text(0) ?? "", virtualHost: $0.text(.virtualHost), user: $0.text(.user),
            password: $0.text(.password).map(Password.init)))
      }),
    CommandForm(
      name: .closeConnection, group: .connections, aliases: ["connection.close"],
      searchedAs: ["quit"], methods: [ConnectionClose.name],
      parameters: [ParameterForm("NAME", .client)],
      summary: Localized(
        "end a client in order; its exclusive queues go with it",
        "클라이언트를 정상 종료합니다; exclusive 큐도 함께 사라집니다"),
      example: ["open connection publisher", "close connection publisher"],
      build: { .connection(.closeConnection(client: $0.text(0) ?? "")) }),
    CommandForm(
      name: .openChannel, group: .connections, aliases: ["channel.open"],
      methods: [ChannelOpen.name],
      parameters: [ParameterForm("N", .number(1...2047), .optional)], takesClient: true,
      summary: Localized(
        "open a channel of a connection; a first use opens it too",
        "연결의 채널을 엽니다; 처음 쓸 때 저절로 열리기도 합니다"),
      example: ["open channel 2"],
      build: { (line) throws(ParseError) in .connection(.openChannel(try channel(line))) }),
    CommandForm(
      name: .closeChannel, group: .connections, aliases: ["channel.close"],
      methods: [ChannelClose.name],
      parameters: [ParameterForm("N", .number(1...2047), .optional)], takesClient: true,
      summary: Localized(
        "close a channel; its unacked messages go back",
        "채널을 닫습니다; unacked 메시지는 큐로 돌아갑니다"),
      example: ["open channel 2", "close channel 2"],
      build: { (line) throws(ParseError) in .connection(.closeChannel(try channel(line))) }),
    CommandForm(
      name: .addVirtualHost, group: .connections, aliases: ["add_vhost"],
      searchedAs: ["create"],
      parameters: [ParameterForm("NAME", .text)],
      summary: Localized(
        "make a virtual host: queues and exchanges of its own",
        "가상 호스트를 만듭니다: 큐와 익스체인지가 따로 있는 공간"),
      example: ["add vhost staging"],
      build: { .connection(.addVirtualHost($0.text(0) ?? "")) }),
    CommandForm(
      name: .deleteVirtualHost, group: .connections, aliases: ["delete_vhost"],
      searchedAs: ["remove"],
      parameters: [ParameterForm("NAME", .virtualHost)],
      summary: Localized(
        "delete a virtual host with all that is in it", "가상 호스트를 안의 것까지 모두 삭제합니다"),
      example: ["add vhost staging", "delete vhost staging"],
      build: { .connection(.deleteVirtualHost($0.text(0) ?? "")) }),
    CommandForm(
      name: .useVirtualHost, group: .connections, searchedAs: ["vhost", "cd", "switch"],
      parameters: [ParameterForm("NAME", .virtualHost)],
      summary: Localized(
        "work in another virtual host from now on", "이제부터 다른 가상 호스트에서 일합니다"),
      example: ["add vhost staging", "use vhost staging"],
      build: { .connection(.useVirtualHost($0.text(0) ?? "")) }),
  ]

  /// The channel may be named by its place or by the option that all commands know.
  private static func channel(_ line: Arguments) throws(ParseError) -> ClientChannel {
    guard let number = line.number(0) else { return line.client }
    if let option = line.options.first(where: { $0.name == .channel }) {
      throw ParseError(.contradiction("N", "--channel"), at: option.range, in: line.form.name)
    }
    return ClientChannel(client: line.client.client, channel: UInt16(clamping: number))
  }
}
