// URIs that are refused: nothing of what may be a password is shown.
extension RefusedLine {
  static let uris = [
    RefusedLine(
      "connect", at: "",
      "`connect` needs URI. Usage: connect URI",
      "`connect` 명령에 URI 자리가 비어 있습니다. 사용법: connect URI"),
    RefusedLine(
      "connect localhost", at: "localhost",
      "URI begins with amqp:// or, for TLS, amqps://. For example: "
        + "`amqp://guest:guest@localhost/`.",
      "URI는 amqp:// 또는 (TLS라면) amqps://로 시작합니다. 예: "
        + "`amqp://guest:guest@localhost/`."),
    RefusedLine(
      "compare http://h", at: "http://h",
      "URI begins with amqp:// or, for TLS, amqps://. For example: "
        + "`amqp://guest:guest@localhost/`.",
      "URI는 amqp:// 또는 (TLS라면) amqps://로 시작합니다. 예: "
        + "`amqp://guest:guest@localhost/`."),
    RefusedLine(
      "connect amqp://u:100%@h", at: "amqp://u:100%@h",
      "In a URI % is followed by two hexadecimal digits. In a user's name or "
        + "password : is written %3A, / is %2F, @ is %40 and % is %25.",
      "URI의 % 다음에는 16진수 두 자리가 옵니다. 사용자 이름과 비밀번호의 :는 %3A, /는 %2F, @는 %40, %는 %25로 "
        + "씁니다."),
    RefusedLine(
      "connect amqp://u:hu/sh@h", at: "amqp://u:hu/sh@h",
      "The port of a URI is a number from 1 to 65535. In a user's name or "
        + "password : is written %3A, / is %2F, @ is %40 and % is %25.",
      "URI의 포트는 1에서 65535까지의 수입니다. 사용자 이름과 비밀번호의 :는 %3A, /는 %2F, @는 %40, %는 %25로 "
        + "씁니다."),
    RefusedLine(
      "connect amqp://[::1", at: "amqp://[::1",
      "An IPv6 address in a URI stands in brackets, and a port may follow: "
        + "[::1]:5672.",
      "URI의 IPv6 주소는 대괄호로 감싸고 포트를 붙일 수 있습니다: [::1]:5672."),
    RefusedLine(
      "connect amqp://h/a/b", at: "amqp://h/a/b",
      "A URI names one virtual host, in which / is written %2F. In a user's "
        + "name or password : is written %3A, / is %2F, @ is %40 and % is %25.",
      "URI에는 가상 호스트를 하나만 쓰고, 그 안의 /는 %2F로 씁니다. 사용자 이름과 비밀번호의 :는 %3A, /는 %2F, @는 "
        + "%40, %는 %25로 씁니다."),
    RefusedLine(
      "connect amqp://h?heartbeet=5", at: "amqp://h?heartbeet=5",
      "A broker's URI has no parameter `heartbeet`. Did you mean `heartbeat`?",
      "브로커 URI에 `heartbeet` 매개변수는 없습니다. 혹시 `heartbeat`인가요?"),
    RefusedLine(
      "connect amqp://h?colour=red", at: "amqp://h?colour=red",
      "A broker's URI has no parameter `colour`. `help broker` lists them.",
      "브로커 URI에 `colour` 매개변수는 없습니다. `help broker` 하면 볼 수 있습니다."),
    RefusedLine(
      "connect amqp://h?heartbeat=-1", at: "amqp://h?heartbeat=-1",
      "`heartbeat` takes a number from 0 to 65535.",
      "`heartbeat` 자리에는 0에서 65535까지의 수를 씁니다."),
    RefusedLine(
      "connect amqp://h?verify=no", at: "amqp://h?verify=no",
      "`verify` takes `verify_peer` or `verify_none`.",
      "`verify` 자리에는 `verify_peer` 또는 `verify_none` 가운데 하나를 씁니다."),
    RefusedLine(
      "connect amqp://h?certfile=", at: "amqp://h?certfile=",
      "`certfile` needs a value.",
      "`certfile` 값이 비어 있습니다."),
    RefusedLine(
      "show amqp://u:hush@h", at: "amqp://u:hush@h",
      "`show` has no place for `amqp://u:***@h`. Usage: show [--mermaid] [--dot]",
      "`show` 명령에 `amqp://u:***@h` 자리는 없습니다. 사용법: show [--mermaid] [--dot]"),
  ]
}
