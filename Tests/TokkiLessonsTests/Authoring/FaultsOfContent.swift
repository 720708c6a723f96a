/// Faults in what the files of a small lesson say, and what is said of each.
extension LessonProblemTests {
  static let faultsOfContent: [Fault] = [
    Fault(
      "en.md",
      "An order is taken at the counter and made in the kitchen. A queue lies "
        + "between the two, so that\nneither has to wait for the other.\n",
      "",
      "en.md:1: the introduction is empty. Write it under the title.",
      "en.md:1: 머리말이 비어 있습니다. 제목 아래에 쓰세요."),
    Fault(
      "en.md",
      "A **queue** keeps messages until somebody takes them. One that is *durable* "
        + "is still there after\nthe broker was restarted.\n",
      "",
      "en.md:12: queue: the explanation is empty. Write it under the step's heading.",
      "en.md:12: queue: explanation 부분이 비어 있습니다. 단계의 제목 아래에 쓰세요."),
    Fault(
      "en.md",
      "Declare a durable queue named `orders`.\n",
      "",
      "en.md:12: queue: the task is empty. Write it under \"### task\".",
      "en.md:12: queue: task 부분이 비어 있습니다. \"### task\" 아래에 쓰세요."),
    Fault(
      "en.md",
      "1. The command is `declare queue`; `help declare queue` shows its options.\n"
        + "2. ",
      "1. ",
      "en.md:12: queue: there are too few hints. Write from a nudge to nearly the "
        + "answer, two or more.",
      "en.md:12: queue: 힌트가 너무 적습니다. 살짝 귀띔하는 것부터 거의 답인 것까지 둘 이상 쓰세요."),
    Fault(
      "en.md",
      "2. `declare queue orders`, and one option more: the one that makes it durable.",
      "2. `declare queue orders`.\n3. `--durable`.",
      "ko.md:8: queue: another language has more hints. Write as many in every "
        + "language.",
      "ko.md:8: queue: 다른 언어에 힌트가 더 많습니다. 모든 언어에 같은 수로 쓰세요."),
    Fault(
      "en.md",
      "2. `declare queue orders`, and one option more: the one that makes it durable.",
      "2.",
      "en.md:12: queue: hint 2 is empty. Write it, or take it away.",
      "en.md:12: queue: 2번 힌트가 비어 있습니다. 쓰거나 지우세요."),
    Fault(
      "en.md",
      "- durable: it is durable\n",
      "",
      "en.md:12: the goal durable has no text here. Write it under that key, as "
        + "lesson.tokki has it.",
      "en.md:12: durable 목표의 글이 없습니다. lesson.tokki에 있는 키 그대로 쓰세요."),
    Fault(
      "en.md",
      "- durable: it is durable\n",
      "- durable: it is durable\n- durable: it is\n",
      "en.md:29: the goal durable is there twice. Keep one.",
      "en.md:29: durable 목표가 두 번 있습니다. 하나만 남기세요."),
    Fault(
      "en.md",
      "- durable: it is durable\n",
      "- durable: it is durable\n- other: it is\n",
      "en.md:29: lesson.tokki has no goal other. Take the text away, or correct its "
        + "key.",
      "en.md:29: lesson.tokki에 other 목표가 없습니다. 글을 지우거나 키를 고치세요."),
    Fault(
      "en.md",
      "- durable: it is durable\n",
      "- durable:\n",
      "en.md:28: the text of the goal durable is empty. Write it after the colon.",
      "en.md:28: durable 목표의 글이 비어 있습니다. 쌍점 뒤에 쓰세요."),
    Fault(
      "en.md",
      "## work: An",
      "## works: An",
      "en.md: the step work has no text here. Write it under that key, as "
        + "lesson.tokki has it.",
      "en.md: work 단계의 글이 없습니다. lesson.tokki에 있는 키 그대로 쓰세요."),
    Fault(
      "ko.md",
      "durable 큐 `orders`를 선언하세요.\n",
      "",
      "ko.md:8: queue: the task is empty. Write it under \"### task\".",
      "ko.md:8: queue: task 부분이 비어 있습니다. \"### task\" 아래에 쓰세요."),
    Fault(
      "clients.md",
      "q, err := ch.QueueDeclare(\"orders\", true, false, false, false, nil)\n",
      "",
      "clients.md:6: the fence is empty. Write the lines.",
      "clients.md:6: 코드 블록이 비어 있습니다. 코드를 쓰세요."),
    Fault(
      "clients.md",
      "## work\n",
      "## works\n",
      "clients.md:16: lesson.tokki has no step works. Take the lines away, or "
        + "correct the key.",
      "clients.md:16: lesson.tokki에 works 단계가 없습니다. 코드를 지우거나 키를 고치세요."),
    Fault(
      "clients.md",
      "```python\nchannel.queue_declare",
      "```perl\nchannel.queue_declare",
      "clients.md: warning: the step queue has no lines in python. Write a fence "
        + "\"```python\" under \"## queue\".",
      "clients.md: 경고: queue 단계에 python 코드가 없습니다. \"## queue\" 아래에 \"```python\" 블록을 "
        + "쓰세요."),
    Fault(
      "lesson.tokki",
      "  declare queue orders --durable\n\n# A wrong",
      "  show\n\n# A wrong",
      "lesson.tokki:19: \"show\" does nothing to the broker. Write a command that a "
        + "learner would type, such as declare, publish, consume.",
      "lesson.tokki:19: 브로커에 아무 일도 하지 않는 줄입니다: \"show\". declare, publish, consume처럼 "
        + "학습자가 입력할 명령을 쓰세요."),
    Fault(
      "lesson.tokki",
      "exists: expect queue orders\n",
      "exists: declare queue orders\n",
      "lesson.tokki:14: \"declare queue orders\" claims nothing. Write \"expect …\" "
        + "after the colon.",
      "lesson.tokki:14: 확인하는 것이 없는 줄입니다: \"declare queue orders\". 쌍점 뒤에 \"expect "
        + "…\"를 쓰세요."),
    Fault(
      "lesson.tokki",
      "exists: expect queue orders\n",
      "exists: expect quue orders\n",
      "lesson.tokki:14: the shell does not understand \"expect quue orders\". "
        + "Nothing can be expected of `quue`. Did you mean `queue`?",
      "lesson.tokki:14: 셸이 이해하지 못하는 줄입니다: \"expect quue orders\". `quue`: 확인할 수 있는 "
        + "대상이 아닙니다. 혹시 `queue`인가요?"),
    Fault(
      "lesson.tokki",
      "setup\n  declare queue orders --durable\n",
      "setup\n  bind queue orders shop\n",
      "lesson.tokki:32: a line of the set-up fails: 404 NOT_FOUND - no exchange 'shop' in "
        + "vhost '/'. Mend \"bind queue orders shop\".",
      "lesson.tokki:32: 준비(setup)의 한 줄이 실패합니다: 404 NOT_FOUND - no exchange 'shop' in "
        + "vhost '/'. 고치세요: \"bind queue orders shop\""),
    Fault(
      "lesson.tokki",
      "exists: expect queue orders\n",
      "exists: expect no queue orders\n",
      "lesson.tokki:14: the goal exists of the step queue is met from the start. "
        + "Claim something that only the learner brings about.",
      "lesson.tokki:14: queue 단계의 exists 목표는 처음부터 이루어져 있습니다. 학습자만이 이룰 수 있는 것을 확인하세요."),
    Fault(
      "lesson.tokki",
      "  declare queue orders --durable\n\n# A wrong",
      "  bind queue orders shop\n\n# A wrong",
      "lesson.tokki:19: a line of the solution fails: 404 NOT_FOUND - no exchange 'shop' in vhost "
        + "'/'. Mend \"bind queue orders shop\", unless it is to fail.",
      "lesson.tokki:19: 풀이의 한 줄이 실패합니다: 404 NOT_FOUND - no exchange 'shop' in vhost '/'. "
        + "일부러 실패하는 줄이 아니라면 고치세요: \"bind queue orders shop\""),
    Fault(
      "lesson.tokki",
      "exists: expect queue orders\n",
      "exists: expect queue others\n",
      "lesson.tokki:14: the solution does not meet the goal exists (expect queue "
        + "others exists: there is none). Mend the solution or the goal.",
      "lesson.tokki:14: 풀이가 exists 목표를 이루지 못합니다 (expect queue others exists: 없습니다). "
        + "풀이나 목표를 고치세요."),
    Fault(
      "lesson.tokki",
      "sign: expect consumer clerk auto-ack",
      "sign: expect consumer clerk",
      "lesson.tokki:48: on the way of the solution the coach says auto-ack. Add a "
        + "sign that tells the wrong way from the right one.",
      "lesson.tokki:48: 풀이를 따라가는데 코치가 auto-ack 실수를 말합니다. 잘못된 길과 올바른 길을 가르는 sign을 "
        + "더하세요."),
    Fault(
      "lesson.tokki",
      "solution\n  declare queue orders --durable\n",
      "solution\n  declare queue orders --durable\n  declare queue spare\n",
      "lesson.tokki:20: the step is passed without \"declare queue spare\", too. "
        + "Take the line out of the solution, or claim what it does in a goal.",
      "lesson.tokki:20: \"declare queue spare\" 없이도 단계를 마칩니다. 그 줄을 풀이에서 빼거나, 그 줄이 하는 "
        + "일을 목표에서 확인하세요."),
    Fault(
      "lesson.tokki",
      "leaves durable open",
      "leaves exists open",
      "lesson.tokki:24: the mistake transient meets the goal exists. Mend its lines, "
        + "or name another goal.",
      "lesson.tokki:24: transient 실수가 exists 목표를 이룹니다. 그 줄들을 고치거나 다른 목표를 적으세요."),
    Fault(
      "lesson.tokki",
      "sign: expect queue orders not durable",
      "sign: expect queue spare",
      "lesson.tokki:24: after the mistake transient the coach says nothing. Mend its "
        + "signs; of several mistakes the first whose signs hold is named.",
      "lesson.tokki:24: transient 실수 뒤에 코치가 아무 말도 하지 않습니다. sign을 고치세요. 여러 실수 가운데 "
        + "sign이 성립하는 첫 번째를 말합니다."),
    Fault(
      "lesson.tokki",
      "  durable: expect queue orders durable\n\n",
      "  durable: expect queue orders messages 0\n\n",
      "lesson.tokki:24: the mistake transient meets the goal durable. Mend its "
        + "lines, or name another goal.",
      "lesson.tokki:24: transient 실수가 durable 목표를 이룹니다. 그 줄들을 고치거나 다른 목표를 적으세요."),
    Fault(
      "lesson.tokki",
      "free\n  transient-message: nothing is restarted in this step\n",
      "",
      "lesson.tokki:39: warning: no goal notices a transient message: publish \"\" "
        + "orders \"two coffees\". Claim it in a goal, or say why it does not matter: "
        + "\"free\", then \"transient-message: REASON\".",
      "lesson.tokki:39: 경고: 어느 목표도 알아채지 못합니다: transient 메시지: publish \"\" orders "
        + "\"two coffees\". 목표에서 확인하거나, 상관없는 이유를 쓰세요: \"free\", 그다음 \"transient-message: "
        + "이유\"."),
    Fault(
      "lesson.tokki",
      "  transient-message: nothing",
      "  no-prefetch: nothing is restarted\n  transient-message: nothing",
      "lesson.tokki:46: warning: no-prefetch frees from nothing: no line of the "
        + "solution can be mistaken so, or a goal notices it. Take it away.",
      "lesson.tokki:46: 경고: no-prefetch: 풀이에 그렇게 틀릴 수 있는 줄이 없거나, 목표가 이미 알아챕니다. 지우세요."),
  ]
}
