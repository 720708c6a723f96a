extension Grammar {
  static let brokers: [CommandForm] = [
    CommandForm(
      name: .connect, group: .broker, searchedAs: ["login", "real", "rabbitmq"],
      parameters: [ParameterForm("URI", .uri)],
      summary: Localized(
        "commands go to a real RabbitMQ from now on; the simulation waits as it is",
        "이제부터 명령을 실제 RabbitMQ로 보냅니다; 시뮬레이션은 그대로 기다립니다"),
      note: Localized(
        "`help broker` tells what a URI can say. Its password is not kept in the history.",
        "URI에 쓸 수 있는 것은 `help broker`에 있습니다. 비밀번호는 입력 기록에 남지 않습니다."),
      example: ["connect amqp://guest:guest@localhost/"],
      build: { (line) throws(ParseError) in
        guard let uri = line.uri(0) else { throw line.missing("URI") }
        return .broker(.connect(uri))
      }),
    CommandForm(
      name: .disconnect, group: .broker, searchedAs: ["logout", "offline"],
      summary: Localized(
        "clients finish what they have in hand, then the simulation is back as it was",
        "클라이언트가 하던 일을 마치면 시뮬레이션이 그대로 돌아옵니다"),
      example: ["connect amqp://guest:guest@localhost/", "disconnect"],
      build: { _ in .broker(.disconnect) }),
    CommandForm(
      name: .compare, group: .broker, searchedAs: ["diff"],
      parameters: [ParameterForm("URI", .uri, .optional)],
      summary: Localized(
        "this whole run on the simulation and on a real broker, both answers side by side",
        "지금까지의 실행을 시뮬레이션과 실제 브로커에서 함께 해 보고 답을 나란히 보입니다"),
      example: ["declare queue hello", "compare amqp://guest:guest@localhost/"],
      build: { .broker(.compare($0.uri(0))) }),
  ]
}
