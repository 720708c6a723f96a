// Lines that are refused, with what is said about them.
extension RefusedLine {
  /// One byte more than a name may have.
  private static let long = String(repeating: "x", count: 256)

  static let values = [
    RefusedLine(
      "publish x \(long) b", at: long,
      "KEY takes at most 255 bytes, not `\(long.prefix(39))…`. "
        + "AMQP allows no more in a name or a key.",
      "KEY 자리에는 255바이트까지의 문자열을 씁니다. `\(long.prefix(39))…` 값은 맞지 않습니다. "
        + "AMQP의 이름과 키는 그보다 길 수 없습니다."),
    RefusedLine(
      "publish x k b --p", at: "--p",
      "`publish` has no option `--p`. Did you mean `--persistent` or `--priority`?",
      "`publish` 명령에 `--p` 옵션은 없습니다. 혹시 `--persistent` 또는 `--priority`인가요?"),
    RefusedLine(
      "publish x k b --persistant", at: "--persistant",
      "`publish` has no option `--persistant`. Did you mean `--persistent`?",
      "`publish` 명령에 `--persistant` 옵션은 없습니다. 혹시 `--persistent`인가요?"),
    RefusedLine(
      "get q --frob", at: "--frob",
      "`get` has no option `--frob`. `help get` lists its options.",
      "`get` 명령에 `--frob` 옵션은 없습니다. `help get` 하면 옵션을 볼 수 있습니다."),
    RefusedLine(
      "get q --auto-ack --auto-ack", at: "--auto-ack",
      "`--auto-ack` is there twice. Leave one of them out.",
      "`--auto-ack` 옵션이 두 번 나옵니다. 하나만 남기세요."),
    RefusedLine(
      "publish", at: "",
      "`publish` needs EXCHANGE. Usage: publish EXCHANGE KEY BODY [options] [as NAME]",
      "`publish` 명령에 EXCHANGE 자리가 비어 있습니다. 사용법: publish EXCHANGE KEY BODY [options] "
        + "[as NAME]"),
    RefusedLine(
      "consume q --prefetch", at: "",
      "`--prefetch` needs a value: `--prefetch N`.",
      "`--prefetch` 다음에 값이 필요합니다: `--prefetch N`."),
    RefusedLine(
      "consume q --prefetch --auto-ack", at: "",
      "`--prefetch` needs a value: `--prefetch N`.",
      "`--prefetch` 다음에 값이 필요합니다: `--prefetch N`."),
    RefusedLine(
      "consume q as", at: "",
      #"`as` needs a value: `as NAME`. To mean the word itself, put it in quotes: "as"."#,
      #"`as` 다음에 값이 필요합니다: `as NAME`. 단어 그대로 쓰려면 따옴표로 감싸세요: "as"."#),
    RefusedLine(
      #"publish "" q as"#, at: "",
      #"`as` needs a value: `as NAME`. To mean the word itself, put it in quotes: "as"."#,
      #"`as` 다음에 값이 필요합니다: `as NAME`. 단어 그대로 쓰려면 따옴표로 감싸세요: "as"."#),
    RefusedLine(
      "get q --auto-ack=yes", at: "--auto-ack=yes",
      "`--auto-ack` takes no value. The option alone means yes; to say no, leave it out.",
      "`--auto-ack` 옵션에는 값을 쓰지 않습니다. 옵션만 쓰면 켜지고, 원하지 않으면 빼면 됩니다."),
    RefusedLine(
      "declare queue q --durable=true", at: "--durable=true",
      "`--durable` takes no value. The option alone means yes; to say no, leave it out.",
      "`--durable` 옵션에는 값을 쓰지 않습니다. 옵션만 쓰면 켜지고, 원하지 않으면 빼면 됩니다."),
    RefusedLine(
      "consume q --prefetch many", at: "many",
      "`--prefetch` takes a number from 0 to 65535, not `many`.",
      "`--prefetch` 자리에는 0에서 65535까지의 수를 씁니다. `many` 값은 맞지 않습니다."),
    RefusedLine(
      "consume q --prefetch 70000", at: "70000",
      "`--prefetch` takes a number from 0 to 65535, not `70000`.",
      "`--prefetch` 자리에는 0에서 65535까지의 수를 씁니다. `70000` 값은 맞지 않습니다."),
    RefusedLine(
      "advance 3", at: "3",
      "DURATION takes a time such as 500ms, 3s, 2m or 1h, not `3`. Did you mean `3s`?",
      "DURATION 자리에는 500ms, 3s, 2m, 1h 같은 시간을 씁니다. `3` 값은 맞지 않습니다. 혹시 `3s`인가요?"),
    RefusedLine(
      "advance soon", at: "soon",
      "DURATION takes a time such as 500ms, 3s, 2m or 1h, not `soon`.",
      "DURATION 자리에는 500ms, 3s, 2m, 1h 같은 시간을 씁니다. `soon` 값은 맞지 않습니다."),
    RefusedLine(
      "declare queue q --message-ttl x", at: "x",
      "`--message-ttl` takes a time such as 5s or 500ms, not `x`.",
      "`--message-ttl` 자리에는 5s, 500ms 같은 시간을 씁니다. `x` 값은 맞지 않습니다."),
    RefusedLine(
      "publish x k b --header format", at: "format",
      "`--header` takes NAME=VALUE, not `format`. For example: `--header format=pdf`.",
      "`--header` 자리에는 NAME=VALUE 꼴을 씁니다. `format` 값은 맞지 않습니다. 예: `--header format=pdf`."),
    RefusedLine(
      "publish x k b --header =pdf", at: "=pdf",
      "`--header` takes NAME=VALUE, not `=pdf`. For example: `--header format=pdf`.",
      "`--header` 자리에는 NAME=VALUE 꼴을 씁니다. `=pdf` 값은 맞지 않습니다. 예: `--header format=pdf`."),
    RefusedLine(
      "kill 5", at: "5",
      "NAME takes a name that is not just a number, not `5`.",
      "NAME 자리에는 숫자만은 아닌 이름을 씁니다. `5` 값은 맞지 않습니다."),
    RefusedLine(
      "declare exchange logs fanuot", at: "fanuot",
      "TYPE takes `direct`, `fanout`, `topic` or `headers`, not `fanuot`. Did you mean "
        + "`fanout`?",
      "TYPE 자리에는 `direct`, `fanout`, `topic` 또는 `headers` 가운데 하나를 씁니다. `fanuot` 값은 맞지 "
        + "않습니다. 혹시 `fanout`인가요?"),
    RefusedLine(
      "declare exchange logs random", at: "random",
      "TYPE takes `direct`, `fanout`, `topic` or `headers`, not `random`. To send it "
        + #"to the broker as it is, put it in quotes: "random"."#,
      "TYPE 자리에는 `direct`, `fanout`, `topic` 또는 `headers` 가운데 하나를 씁니다. `random` 값은 맞지 "
        + #"않습니다. 브로커에 그대로 보내려면 따옴표로 감싸세요: "random"."#),
    RefusedLine(
      "consume q --work dot", at: "dot",
      "`--work` takes `dots` or a time such as 2s, not `dot`.",
      "`--work` 자리에는 `dots` 또는 2s 같은 시간을 씁니다. `dot` 값은 맞지 않습니다."),
    RefusedLine(
      "consume q --reply fibb", at: "fibb",
      "`--reply` takes `fib`, `echo` or `upper`, not `fibb`. Did you mean `fib`?",
      "`--reply` 자리에는 `fib`, `echo` 또는 `upper` 가운데 하나를 씁니다. `fibb` 값은 맞지 않습니다. 혹시 `fib`인가요?"),
    RefusedLine(
      "nack w1 --requeue --discard", at: "--discard",
      "`--requeue` and `--discard` exclude each other. Leave one of them out.",
      "함께 쓸 수 없습니다: `--requeue`, `--discard`. 하나만 남기세요."),
    RefusedLine(
      "declare exchange x direct --type topic", at: "--type topic",
      "`TYPE` and `--type` exclude each other. Leave one of them out.",
      "함께 쓸 수 없습니다: `TYPE`, `--type`. 하나만 남기세요."),
    RefusedLine(
      "publish x k b --persistent --delivery-mode 1", at: "--delivery-mode 1",
      "`--persistent` and `--delivery-mode` exclude each other. Leave one of them out.",
      "함께 쓸 수 없습니다: `--persistent`, `--delivery-mode`. 하나만 남기세요."),
    RefusedLine(
      "ack w1 as w2", at: "as w2",
      "`NAME` and `as` exclude each other. Leave one of them out.",
      "함께 쓸 수 없습니다: `NAME`, `as`. 하나만 남기세요."),
    RefusedLine(
      #"publish x k "a\qb""#, at: #"\q"#,
      #"`\q` is no escape. There are \n \t \r \0 \e \" \' \\ and \u{1F407}; in '…' a "#
        + "backslash is just itself.",
      #"`\q`: 그런 이스케이프는 없습니다. \n \t \r \0 \e \" \' \\ \u{1F407} 가운데서 쓰세요. '…' 안에서는 \도 글자 "#
        + "그대로입니다."),
    RefusedLine(
      "publish x k “hello”", at: "“",
      #"“ is no quotation mark here. Type " or ' (text from a web page often has the "#
        + "curly ones).",
      #"“ 모양은 여기서 따옴표가 아닙니다. " 또는 '를 직접 입력하세요 (웹에서 복사한 글에는 둥근 따옴표가 많습니다)."#),
    RefusedLine(
      "declare queue q —durable", at: "—",
      "— does not begin an option. Type two hyphens: --durable.",
      "— 모양으로는 옵션을 시작할 수 없습니다. 하이픈을 두 번 입력하세요: --durable."),
    RefusedLine(
      "list queus", at: "queus",
      "WHAT takes `queues`, `exchanges`, `bindings`, `consumers`, `connections`, "
        + "`channels`, `messages`, `vhosts`, `policies`, `users`, `permissions`, "
        + "`topic permissions`, `limits` or `checkpoints`, not `queus`. Did you mean "
        + "`queues`?",
      "WHAT 자리에는 `queues`, `exchanges`, `bindings`, `consumers`, `connections`, "
        + "`channels`, `messages`, `vhosts`, `policies`, `users`, `permissions`, "
        + "`topic permissions`, `limits` 또는 `checkpoints` 가운데 하나를 씁니다. `queus` 값은 맞지 "
        + "않습니다. 혹시 `queues`인가요?"),
    RefusedLine(
      "set language fr", at: "fr",
      "`set language` takes `en` or `ko`, not `fr`.",
      "`set language` 자리에는 `en` 또는 `ko` 가운데 하나를 씁니다. `fr` 값은 맞지 않습니다."),
    RefusedLine(
      "undo 0", at: "0",
      "N takes a number from 1 to 1000000, not `0`.",
      "N 자리에는 1에서 1000000까지의 수를 씁니다. `0` 값은 맞지 않습니다."),
    RefusedLine(
      "open channel 5 --channel 6", at: "--channel 6",
      "`N` and `--channel` exclude each other. Leave one of them out.",
      "함께 쓸 수 없습니다: `N`, `--channel`. 하나만 남기세요."),
    RefusedLine(
      "qos x", at: "x",
      "N takes a number from 0 to 65535, not `x`.",
      "N 자리에는 0에서 65535까지의 수를 씁니다. `x` 값은 맞지 않습니다."),
    RefusedLine(
      "flow maybe", at: "maybe",
      "`flow` takes `on` or `off`, not `maybe`.",
      "`flow` 자리에는 `on` 또는 `off` 가운데 하나를 씁니다. `maybe` 값은 맞지 않습니다."),
    RefusedLine(
      "publish x k b --repeat 0", at: "0",
      "`--repeat` takes a number from 1 to 100000, not `0`.",
      "`--repeat` 자리에는 1에서 100000까지의 수를 씁니다. `0` 값은 맞지 않습니다."),
    RefusedLine(
      "publish x k b --priority 300", at: "300",
      "`--priority` takes a number from 0 to 255, not `300`.",
      "`--priority` 자리에는 0에서 255까지의 수를 씁니다. `300` 값은 맞지 않습니다."),
  ]
}
