// What an operator types, and what is said where it is wrong.

extension RoundTripTests {
  static let operatorLines = [
    "set policy p ^q --max-length 5", "set policy p \"\" --message-ttl 5s --expires 1m",
    "set policy p \"^tmp\\\\.\" --dead-letter-exchange dlx --dead-letter-routing-key k "
      + "--priority -3 --apply-to classic_queues --vhost staging",
    "set policy p .* --arg a=1 --arg b=\"1\" --arg c=true --arg d=1.5 --arg x-max-length=3",
    "set policy p .* '{\"max-length\": 5, \"overflow\": \"reject-publish\"}'",
    "set policy p .* '{\"a\": [1, {\"b\": null}], \"c\": \"it\\'s\"}'",
    "set policy p .* '{\"a\": \"\\\\u00e9\\\\ud83d\\\\udc07\"}'", "set policy p .* {}",
    "set operator policy cap ^q --max-length 9 --apply-to queues", "clear policy p",
    "clear policy \"a b\" --vhost staging", "clear operator policy cap",
    "add user alice ***", "add user alice *** --tags administrator,monitoring",
    "delete user alice", "change password alice ***", "set user tags alice",
    "set user tags alice monitoring own", "set permissions alice .* \"\" \"^a|b$\"",
    "set permissions alice .* .* .* --vhost staging", "clear permissions alice",
    "set topic permissions alice amq.topic ^a .*", "clear topic permissions alice",
    "clear topic permissions alice logs --vhost v", "set vhost limits --max-queues 5",
    "set vhost limits '{\"max-connections\": -1}' --vhost v", "set vhost limits '{\"x\": 1}'",
    "clear vhost limits", "set user limits alice --max-channels 5 --max-connections 2",
    "clear user limits alice", "clear user limits alice max-channels",
    "clear user limits alice \"other\"", "list policies", "list users", "list permissions",
    "list topic permissions", "list limits", "help policies", "help set user", "help access",
    "expect queue q policy p operator-policy cap definition max-length=5",
    "expect exchange x policy \"\" definition alternate-exchange",
    "expect policy p pattern ^q priority 3 apply-to queues definition max-length=5",
    "expect operator-policy cap absent", "expect user alice tag monitoring",
    "expect not user bob", "expect permissions alice configure .* write \"\" read ^a",
  ]

  /// Lines of `rabbitmqctl`, and lines that people write instead, as they are meant.
  static let otherSpellings = [
    (
      "rabbitmqctl set_policy -p staging p '^tmp\\.' '{\"max-length\":5}' --priority 1 "
        + "--apply-to queues",
      "set policy p \"^tmp\\\\.\" --max-length 5 --priority 1 --apply-to queues --vhost staging"
    ),
    ("set_policy p ^q {\"max-length\":5}", "set policy p ^q --max-length 5"),
    (
      "set policy p ^q {\"max-length\": 5, \"overflow\": \"drop-head\"} --priority 2",
      "set policy p ^q --max-length 5 --overflow drop-head --priority 2"
    ),
    ("set policy p ^q --message-ttl 60000", "set policy p ^q --message-ttl 1m"),
    ("set policy p ^q {\"message-ttl\":60000}", "set policy p ^q --message-ttl 1m"),
    ("set policy p ^q --arg max-length=5", "set policy p ^q --max-length 5"),
    ("set_operator_policy cap ^q {\"max-length\":5}", "set operator policy cap ^q --max-length 5"),
    ("clear_policy -p v p", "clear policy p --vhost v"),
    ("add_user alice secret", "add user alice ***"),
    (
      "set_user_tags alice administrator, monitoring",
      "set user tags alice administrator monitoring"
    ),
    ("set_permissions -p / alice .* .* .*", "set permissions alice .* .* .* --vhost /"),
    ("set_vhost_limits '{\"max-queues\": 5}'", "set vhost limits --max-queues 5"),
    ("clear_user_limits alice all", "clear user limits alice"),
    ("list_operator_policies", "list policies"), ("list operator policies", "list policies"),
    ("list_topic_permissions", "list topic permissions"), ("list_user_limits", "list limits"),
    ("rabbitmqctl list_queues", "list queues"), ("add_vhost v", "add vhost v"),
    ("purge_queue q", "purge q"), ("help set_policy", "help set policy"),
  ]
}

extension RefusedLine {
  static let operators = [
    RefusedLine(
      "set policy p", at: "",
      "`set policy` needs PATTERN. Usage: set policy NAME PATTERN DEFINITION [options]",
      "`set policy` 명령에 PATTERN 자리가 비어 있습니다. 사용법: set policy NAME PATTERN DEFINITION "
        + "[options]"),
    RefusedLine(
      "set policy p ^q", at: "",
      "`set policy` needs DEFINITION: JSON such as `'{\"max-length\": 10}'`, or options such as "
        + "`--max-length 10`.",
      "`set policy` 명령에 DEFINITION 자리가 비어 있습니다: `'{\"max-length\": 10}'` 같은 JSON이나 "
        + "`--max-length 10` 같은 옵션을 쓰세요."),
    RefusedLine(
      "set policy p ^q '{\"max-length\": }'", at: "}'",
      "DEFINITION is JSON such as `'{\"max-length\": 10}'`; here it goes wrong. "
        + "Or write it in options: `--max-length 10`.",
      "DEFINITION 자리에는 `'{\"max-length\": 10}'` 같은 JSON을 씁니다. 이 부분이 맞지 않습니다. "
        + "옵션으로 써도 됩니다: `--max-length 10`."),
    RefusedLine(
      "set policy p ^q max-length=5", at: "max-length=5",
      "DEFINITION is JSON such as `'{\"max-length\": 10}'`; here it goes wrong. "
        + "Or write it in options: `--max-length 10`.",
      "DEFINITION 자리에는 `'{\"max-length\": 10}'` 같은 JSON을 씁니다. 이 부분이 맞지 않습니다. "
        + "옵션으로 써도 됩니다: `--max-length 10`."),
    RefusedLine(
      "set policy p ^q '[1]'", at: "'[1]'",
      "DEFINITION takes an object of JSON such as `'{\"max-length\": 10}'`, not `[1]`. "
        + "Or write it in options: `--max-length 10`.",
      "DEFINITION 자리에는 `'{\"max-length\": 10}'` 같은 JSON 객체를 씁니다. `[1]` 값은 맞지 않습니다. "
        + "옵션으로 써도 됩니다: `--max-length 10`."),
    RefusedLine(
      "set policy p ^q {} --max-length 5", at: "--max-length 5",
      "`DEFINITION` and `--max-length` exclude each other. Leave one of them out.",
      "함께 쓸 수 없습니다: `DEFINITION`, `--max-length`. 하나만 남기세요."),
    RefusedLine(
      "set policy p ^q {} --apply-to queue", at: "queue",
      "`--apply-to` takes `all`, `exchanges`, `queues`, `classic_queues`, `quorum_queues` or "
        + "`streams`, not `queue`. Did you mean `queues`?",
      "`--apply-to` 자리에는 `all`, `exchanges`, `queues`, `classic_queues`, `quorum_queues` 또는 "
        + "`streams` 가운데 하나를 씁니다. `queue` 값은 맞지 않습니다. 혹시 `queues`인가요?"),
    RefusedLine(
      "set user", at: "",
      "`set user` goes on with `tags` or `limits`.",
      "`set user` 다음에 올 말: `tags` 또는 `limits`."),
    RefusedLine(
      "set vhost limits '{\"max-queues\": \"ten\"}'", at: "'{\"max-queues\": \"ten\"}'",
      "`max-queues` takes a whole number, not `\"ten\"`.",
      "`max-queues` 자리에는 정수를 씁니다. `\"ten\"` 값은 맞지 않습니다."),
    RefusedLine(
      "set permission alice .* .* .*", at: "permission",
      "After `set` comes `policy`, `operator`, `user`, `permissions`, `topic`, `vhost` or "
        + "`language`, not `permission`. Did you mean `set permissions`?",
      "`set` 다음에 올 말은 `policy`, `operator`, `user`, `permissions`, `topic`, `vhost` 또는 "
        + "`language`입니다. `permission` 자리가 아닙니다. 혹시 `set permissions`인가요?"),
    RefusedLine(
      "expect user alice ready 3", at: "ready",
      "`ready` says nothing about `user`. It takes: exists, absent, tag.",
      "`user` 대상에 `ready` 조건은 없습니다. 쓸 수 있는 말: exists, absent, tag."),
  ]
}

extension CompletionTests {
  static let operatorLines: [(String, [String])] = [
    ("set po", ["policy"]), ("set user ", ["tags", "limits"]), ("set op", ["operator"]),
    ("set_p", ["set_policy", "set_permissions"]), ("clear policy s", ["short"]),
    ("clear operator policy ", ["cap"]), ("set permissions a", ["alice"]),
    ("set policy p ^q --apply-to ex", ["exchanges"]),
    ("set policy p ^q '{\"max-", ["'{\"max-length\":", "'{\"max-length-bytes\":"]),
    ("set vhost limits ", ["--max-connections", "--max-queues", "--vhost"]),
    ("list to", ["topic permissions"]), ("set user tags alice m", ["monitoring", "management"]),
    ("expect queue task_queue policy ", ["short", "long"]), ("expect us", ["user"]),
  ]
}
