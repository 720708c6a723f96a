// Lines that are refused, with what is said about them.
extension RefusedLine {
  static let commands = [
    RefusedLine(
      "pubish logs k b", at: "pubish",
      "There is no command `pubish`. Did you mean `publish`?",
      "`pubish` 명령은 없습니다. 혹시 `publish`인가요?"),
    RefusedLine(
      "channel.queue_declare(queue)", at: "channel.queue_declare(queue)",
      "`channel.queue_declare(queue)` is a line of a program. "
        + "Here you type commands: `declare queue hello`. `help` lists them.",
      "`channel.queue_declare(queue)`: 프로그램의 한 줄 같습니다. "
        + "여기서는 명령을 씁니다: `declare queue hello`. `help`로 볼 수 있습니다."),
    RefusedLine(
      "publish x k y -m", at: "-m",
      "`publish` has no place for `-m`. Options are written out, with two dashes: `--durable`.",
      "`publish` 명령에 `-m` 자리는 없습니다. 옵션은 빼기표 두 개와 온전한 이름으로 씁니다: `--durable`."),
    RefusedLine(
      "call rpc 10", at: "",
      #"`call` needs BODY. To a queue by its name: `call "" QUEUE BODY`."#,
      #"`call` 명령에 BODY 자리가 비어 있습니다. 큐의 이름으로 바로 보내려면: `call "" QUEUE BODY`."#),
    RefusedLine(
      "ㅔㅕㅠㅣㅑ노 logs k b", at: "ㅔㅕㅠㅣㅑ노",
      "There is no command `ㅔㅕㅠㅣㅑ노`. Did you mean `publish`?",
      "`ㅔㅕㅠㅣㅑ노` 명령은 없습니다. 혹시 `publish`인가요?"),
    RefusedLine(
      "send x", at: "send",
      "There is no command `send`. Did you mean `publish`?",
      "`send` 명령은 없습니다. 혹시 `publish`인가요?"),
    RefusedLine(
      "receive x", at: "receive",
      "There is no command `receive`. Did you mean `consume` or `get`?",
      "`receive` 명령은 없습니다. 혹시 `consume` 또는 `get`인가요?"),
    RefusedLine(
      "xyzzy", at: "xyzzy",
      "There is no command `xyzzy`. `help` lists the commands.",
      "`xyzzy` 명령은 없습니다. `help`로 명령을 볼 수 있습니다."),
    RefusedLine(
      #""show""#, at: #""show""#,
      "There is no command `show`. Did you mean `show`?",
      "`show` 명령은 없습니다. 혹시 `show`인가요?"),
    RefusedLine(
      "decl", at: "decl",
      "There is no command `decl`. Did you mean `declare queue` or `declare exchange`?",
      "`decl` 명령은 없습니다. 혹시 `declare queue` 또는 `declare exchange`인가요?"),
    RefusedLine(
      "DECLARE queue q", at: "DECLARE",
      "There is no command `DECLARE`. Did you mean `declare`?",
      "`DECLARE` 명령은 없습니다. 혹시 `declare`인가요?"),
    RefusedLine(
      "queue.declar q", at: "queue.declar",
      "There is no command `queue.declar`. Did you mean `queue.declare`?",
      "`queue.declar` 명령은 없습니다. 혹시 `queue.declare`인가요?"),
    RefusedLine(
      "declare", at: "",
      "`declare` goes on with `queue` or `exchange`.",
      "`declare` 다음에 올 말: `queue` 또는 `exchange`."),
    RefusedLine(
      "declare exchagne x", at: "exchagne",
      "After `declare` comes `queue` or `exchange`, not `exchagne`. Did you mean "
        + "`declare exchange`?",
      "`declare` 다음에 올 말은 `queue` 또는 `exchange`입니다. `exchagne` 자리가 아닙니다. 혹시 `declare "
        + "exchange`인가요?"),
    RefusedLine(
      "bind audit logs", at: "audit",
      "After `bind` comes `queue` or `exchange`, not `audit`. Try `bind queue audit`.",
      "`bind` 다음에 올 말은 `queue` 또는 `exchange`입니다. `audit` 자리가 아닙니다. 예: `bind queue audit`"),
    RefusedLine(
      "declare quorum queue q --durable", at: "quorum",
      "After `declare` comes `queue` or `exchange`, not `quorum`. Try `declare queue q "
        + "--durable --type quorum`.",
      "`declare` 다음에 올 말은 `queue` 또는 `exchange`입니다. `quorum` 자리가 아닙니다. 예: `declare queue q "
        + "--durable --type quorum`"),
    RefusedLine(
      "declare durable queue \"my q\"", at: "durable",
      "After `declare` comes `queue` or `exchange`, not `durable`. Try `declare queue "
        + "\"my q\" --durable`.",
      "`declare` 다음에 올 말은 `queue` 또는 `exchange`입니다. `durable` 자리가 아닙니다. 예: `declare queue "
        + "\"my q\" --durable`"),
    RefusedLine(
      "declare a queue q", at: "a",
      "After `declare` comes `queue` or `exchange`, not `a`. Try `declare queue q`.",
      "`declare` 다음에 올 말은 `queue` 또는 `exchange`입니다. `a` 자리가 아닙니다. 예: `declare queue q`"),
    RefusedLine(
      "clear", at: "",
      "`clear` goes on with `policy`, `operator`, `permissions`, `topic`, `vhost` or `user`. "
        + "Ctrl-L clears the screen.",
      "`clear` 다음에 올 말: `policy`, `operator`, `permissions`, `topic`, `vhost` 또는 `user`. "
        + "화면은 Ctrl-L로 지웁니다."),
    RefusedLine(
      "confirm", at: "",
      "`confirm` goes on with `select`.",
      "`confirm` 다음에 올 말: `select`."),
    RefusedLine(
      "tx foo", at: "foo",
      "After `tx` comes `select`, `commit` or `rollback`, not `foo`. Try `tx select`.",
      "`tx` 다음에 올 말은 `select`, `commit` 또는 `rollback`입니다. `foo` 자리가 아닙니다. 예: `tx select`"),
    RefusedLine(
      "use staging", at: "staging",
      "After `use` comes `vhost`, not `staging`. Try `use vhost staging`.",
      "`use` 다음에 올 말은 `vhost`입니다. `staging` 자리가 아닙니다. 예: `use vhost staging`"),
    RefusedLine(
      "publish x k", at: "",
      #"`publish` needs BODY. To a queue by its name: `publish "" QUEUE BODY`."#,
      #"`publish` 명령에 BODY 자리가 비어 있습니다. 큐의 이름으로 바로 보내려면: `publish "" QUEUE BODY`."#),
    RefusedLine(
      "publish logs k disk full", at: "full",
      "`publish` has no place for `full`. A body of several words goes in quotes: "
        + #""disk full"."#,
      #"`publish` 명령에 `full` 자리는 없습니다. 여러 단어로 된 본문은 따옴표로 감싸세요: "disk full"."#),
    RefusedLine(
      "consume q w1", at: "w1",
      "`consume` has no place for `w1`. The consumer's name is written `as w1`.",
      "`consume` 명령에 `w1` 자리는 없습니다. 컨슈머 이름은 이렇게 씁니다: `as w1`."),
    RefusedLine(
      "get q #comment", at: "#comment",
      "`get` has no place for `#comment`. A comment has a space after its #.",
      "`get` 명령에 `#comment` 자리는 없습니다. 주석은 # 다음에 한 칸을 띄웁니다."),
    RefusedLine(
      "get q extra", at: "extra",
      "`get` has no place for `extra`. Usage: get QUEUE [--auto-ack] [--no-ack] [as NAME]",
      "`get` 명령에 `extra` 자리는 없습니다. 사용법: get QUEUE [--auto-ack] [--no-ack] [as NAME]"),
    RefusedLine(
      "declare exchange logs", at: "",
      "`declare exchange` needs TYPE. It is one of `direct`, `fanout`, `topic` or "
        + "`headers`.",
      "`declare exchange` 명령에 TYPE 자리가 비어 있습니다. 쓸 수 있는 말: `direct`, `fanout`, `topic` "
        + "또는 `headers`."),
    RefusedLine(
      "list", at: "",
      "`list` needs WHAT. It is one of `queues`, `exchanges`, `bindings`, `consumers`, "
        + "`connections`, `channels`, `messages`, `vhosts`, `policies`, `users`, `permissions`, "
        + "`topic permissions`, `limits` or `checkpoints`.",
      "`list` 명령에 WHAT 자리가 비어 있습니다. 쓸 수 있는 말: `queues`, `exchanges`, `bindings`, "
        + "`consumers`, `connections`, `channels`, `messages`, `vhosts`, `policies`, `users`, "
        + "`permissions`, `topic permissions`, `limits` 또는 `checkpoints`."),
    RefusedLine(
      "list queues q", at: "q",
      "`list` has no place for `q`. Usage: list WHAT [QUEUE]",
      "`list` 명령에 `q` 자리는 없습니다. 사용법: list WHAT [QUEUE]"),
    RefusedLine(
      "help publsh", at: "publsh",
      "There is no command `publsh`. Did you mean `publish`?",
      "`publsh` 명령은 없습니다. 혹시 `publish`인가요?"),
    RefusedLine(
      "help nonsense", at: "nonsense",
      "There is no command `nonsense`. `help` lists the commands.",
      "`nonsense` 명령은 없습니다. `help`로 명령을 볼 수 있습니다."),
    RefusedLine(
      "lesson 1 2", at: "2",
      "`lesson` has no place for `2`. Usage: lesson [LESSON] [--built-in]",
      "`lesson` 명령에 `2` 자리는 없습니다. 사용법: lesson [LESSON] [--built-in]"),
    RefusedLine(
      "show \u{1B}[31m", at: "\u{1B}[31m",
      #"`show` has no place for `"\u{1B}[31m"`. Usage: show [--mermaid] [--dot]"#,
      #"`show` 명령에 `"\u{1B}[31m"` 자리는 없습니다. 사용법: show [--mermaid] [--dot]"#),
    RefusedLine(
      "watch publish a b", at: "publish",
      "After `watch` comes `show`, `list`, `explain`, `status`, `timeline`, `trace` or `sequence`, "
        + "not `publish`.",
      "`watch` 다음에 올 말은 `show`, `list`, `explain`, `status`, `timeline`, `trace` 또는 "
        + "`sequence`입니다. `publish` 자리가 아닙니다."),
    RefusedLine(
      "watch watch show", at: "watch",
      "After `watch` comes `show`, `list`, `explain`, `status`, `timeline`, `trace` or `sequence`, "
        + "not `watch`.",
      "`watch` 다음에 올 말은 `show`, `list`, `explain`, `status`, `timeline`, `trace` 또는 "
        + "`sequence`입니다. `watch` 자리가 아닙니다."),
    RefusedLine(
      "unwatch shw", at: "shw",
      "There is no command `shw`. Did you mean `show`?",
      "`shw` 명령은 없습니다. 혹시 `show`인가요?"),
    RefusedLine(
      "show --mermaid --dot", at: "--dot",
      "`--mermaid` and `--dot` exclude each other. Leave one of them out.",
      "함께 쓸 수 없습니다: `--mermaid`, `--dot`. 하나만 남기세요."),
    RefusedLine(
      "trace a b", at: "b",
      "`trace` has no place for `b`. Usage: trace [MESSAGE]",
      "`trace` 명령에 `b` 자리는 없습니다. 사용법: trace [MESSAGE]"),
    RefusedLine(
      "goto", at: "",
      "`goto` needs NAME. Usage: goto NAME",
      "`goto` 명령에 NAME 자리가 비어 있습니다. 사용법: goto NAME"),
    RefusedLine(
      "cancel a b", at: "b",
      "`cancel` has no place for `b`. Usage: cancel [NAME|TAG] [as NAME]",
      "`cancel` 명령에 `b` 자리는 없습니다. 사용법: cancel [NAME|TAG] [as NAME]"),
  ]
}
