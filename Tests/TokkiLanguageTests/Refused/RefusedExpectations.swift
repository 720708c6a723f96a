// Lines that are refused, with what is said about them.
extension RefusedLine {
  static let expectations = [
    RefusedLine(
      "expect", at: "",
      "`expect` needs a claim. For example: `expect queue task_queue ready 0`.",
      "`expect` 다음에 확인할 내용이 필요합니다. 예: `expect queue task_queue ready 0`."),
    RefusedLine(
      "expect quue q", at: "quue",
      "Nothing can be expected of `quue`. Did you mean `queue`?",
      "`quue`: 확인할 수 있는 대상이 아닙니다. 혹시 `queue`인가요?"),
    RefusedLine(
      "expect q ready 0", at: "q",
      "Nothing can be expected of `q`. `help expect` lists what can be.",
      "`q`: 확인할 수 있는 대상이 아닙니다. `help expect` 하면 대상을 볼 수 있습니다."),
    RefusedLine(
      "expect queue", at: "",
      "`queue` needs a value. Usage: expect queue NAME",
      "`queue` 다음에 값이 필요합니다. 사용법: expect queue NAME"),
    RefusedLine(
      "expect queue q redy 0", at: "redy",
      "`redy` says nothing about `queue`. Did you mean `ready`?",
      "`queue` 대상에 `redy` 조건은 없습니다. 혹시 `ready`인가요?"),
    RefusedLine(
      "expect queue q ready", at: "",
      "`ready` needs a value.",
      "`ready` 다음에 값이 필요합니다."),
    RefusedLine(
      "expect queue q ready many", at: "many",
      "`ready` takes a whole number, not `many`.",
      "`ready` 자리에는 정수를 씁니다. `many` 값은 맞지 않습니다."),
    RefusedLine(
      #"expect queue q "x""#, at: #""x""#,
      "`x` says nothing about `queue`. It takes: exists, absent, ready, unacked, "
        + "messages, consumers, bindings, durable, transient, exclusive, auto-delete, "
        + "type, argument, policy, operator-policy, definition.",
      "`queue` 대상에 `x` 조건은 없습니다. 쓸 수 있는 말: exists, absent, ready, unacked, messages, "
        + "consumers, bindings, durable, transient, exclusive, auto-delete, type, argument, "
        + "policy, operator-policy, definition."),
    RefusedLine(
      "expect delivered hello", at: "hello",
      "`hello` says nothing about `delivered`. It takes: to, from, tag, redelivered, "
        + "body, key, exchange, header, property, priority, persistent, transient, count. "
        + "A body goes in quotes.",
      "`delivered` 대상에 `hello` 조건은 없습니다. 쓸 수 있는 말: to, from, tag, redelivered, body, "
        + "key, exchange, header, property, priority, persistent, transient, count. 본문은 "
        + "따옴표로 감쌉니다."),
    RefusedLine(
      "expect routed q", at: "q",
      "`q` says nothing about `routed`. It takes: to.",
      "`routed` 대상에 `q` 조건은 없습니다. 쓸 수 있는 말: to."),
    RefusedLine(
      "expect routed to", at: "",
      "`to` needs a value.",
      "`to` 다음에 값이 필요합니다."),
    RefusedLine(
      "expect binding logs", at: "",
      "`binding` needs a value. Usage: expect binding SOURCE DESTINATION [KEY]",
      "`binding` 다음에 값이 필요합니다. 사용법: expect binding SOURCE DESTINATION [KEY]"),
    RefusedLine(
      "expect queue q ready at", at: "",
      "`at` needs a value.",
      "`at` 다음에 값이 필요합니다."),
    RefusedLine(
      "expect queue q argument =5", at: "=5",
      "`argument` takes NAME=VALUE, not `=5`. For example: `argument format=pdf`.",
      "`argument` 자리에는 NAME=VALUE 꼴을 씁니다. `=5` 값은 맞지 않습니다. 예: `argument format=pdf`."),
    RefusedLine(
      "expect not no error", at: "no",
      "Nothing can be expected of `no`. `help expect` lists what can be.",
      "`no`: 확인할 수 있는 대상이 아닙니다. `help expect` 하면 대상을 볼 수 있습니다."),
    RefusedLine(
      "expect message in q at 0", at: "0",
      "`at` takes a number from 1 to 1000000, not `0`.",
      "`at` 자리에는 1에서 1000000까지의 수를 씁니다. `0` 값은 맞지 않습니다."),
  ]
}
