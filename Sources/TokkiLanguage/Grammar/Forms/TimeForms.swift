extension Grammar {
  static let time: [CommandForm] = [
    CommandForm(
      name: .advance, group: .time, searchedAs: ["wait", "sleep", "tick", "time"],
      parameters: [ParameterForm("DURATION", .duration(plainIsMilliseconds: false))],
      summary: Localized(
        "let virtual time pass; it moves in no other way",
        "가상 시간을 흘려보냅니다; 시간은 이때만 움직입니다"),
      note: Localized(
        "A duration is written 500ms, 3s, 2m, 1h or 1m30s.",
        "시간은 500ms, 3s, 2m, 1h, 1m30s처럼 씁니다."),
      example: ["advance 3s"],
      build: { .simulation(.advance($0.duration(0) ?? VirtualDuration(milliseconds: 0))) }),
    CommandForm(
      name: .kill, group: .time, searchedAs: ["crash", "die", "terminate"],
      parameters: [ParameterForm("NAME", .client)],
      summary: Localized(
        "a client's process dies without a goodbye; its unacked messages go back",
        "클라이언트 프로세스가 갑자기 죽습니다; unacked 메시지는 큐로 돌아갑니다"),
      example: ["declare queue task_queue", "consume task_queue as w1", "kill w1"],
      build: { .simulation(.kill(client: $0.text(0) ?? "")) }),
    CommandForm(
      name: .restart, group: .time, searchedAs: ["reboot"],
      summary: Localized(
        "the broker stops and starts again: what was not durable is gone",
        "브로커가 멈췄다가 다시 시작합니다: durable이 아닌 것은 사라집니다"),
      note: Localized(
        "To begin a lesson's step again it is `lesson restart`; for an empty broker, `reset`.",
        "레슨 단계를 다시 하려면 `lesson restart`, 빈 브로커로 돌아가려면 `reset`입니다."),
      example: ["declare queue task_queue --durable", "restart"],
      build: { _ in .simulation(.restart) }),
  ]
}
