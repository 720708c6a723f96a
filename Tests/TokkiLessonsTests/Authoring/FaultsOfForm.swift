/// Faults in a small lesson, and what is said of each.
extension LessonProblemTests {
  static let faultsOfForm: [Fault] = [
    Fault(
      "lesson.tokki",
      "step queue\n",
      "steps queue\n",
      "lesson.tokki:9: \"steps\" is no heading. Headings are step, setup, goals, "
        + "solution, free, mistake; indent the lines that belong to one.",
      "lesson.tokki:9: \"steps\" 제목은 없습니다. 제목은 step, setup, goals, solution, free, "
        + "mistake입니다. 제목에 딸린 줄은 들여 쓰세요."),
    Fault(
      "lesson.tokki",
      "step queue\n",
      "goals\nstep queue\n",
      "lesson.tokki:9: goals stands before the first step. Write \"step KEY\" above.",
      "lesson.tokki:9: goals: 첫 단계보다 앞에 있습니다. 위에 \"step KEY\"를 쓰세요."),
    Fault(
      "lesson.tokki",
      "step queue\n",
      "mistake a leaves b open\nstep queue\n",
      "lesson.tokki:9: a mistake stands before the first step. Write \"step KEY\" "
        + "above.",
      "lesson.tokki:9: 실수(mistake)가 첫 단계보다 앞에 있습니다. 위에 \"step KEY\"를 쓰세요."),
    Fault(
      "lesson.tokki",
      "step queue\n",
      "  declare queue q\nstep queue\n",
      "lesson.tokki:9: a line stands before the first step. Write \"step KEY\" above.",
      "lesson.tokki:9: 줄이 첫 단계보다 앞에 있습니다. 위에 \"step KEY\"를 쓰세요."),
    Fault(
      "lesson.tokki",
      "step queue\n",
      "step Queue\n",
      "lesson.tokki:9: a step has one key of lower-case letters, digits and hyphens. "
        + "Write \"step KEY\".",
      "lesson.tokki:9: 단계의 키는 하나이고, 영문 소문자와 숫자와 붙임표로 씁니다. \"step KEY\"라고 쓰세요."),
    Fault(
      "lesson.tokki",
      "step work\n",
      "step queue\n",
      "lesson.tokki:28: the step queue is there already. Give each step a key of its "
        + "own.",
      "lesson.tokki:28: queue 단계가 이미 있습니다. 단계마다 다른 키를 주세요."),
    Fault(
      "lesson.tokki",
      "\ngoals\n  exists",
      "\ngoals now\n  exists",
      "lesson.tokki:13: goals is a heading of one word. Indent what belongs to it.",
      "lesson.tokki:13: goals: 한 단어로 된 제목입니다. 딸린 것은 다음 줄에 들여 쓰세요."),
    Fault(
      "lesson.tokki",
      "solution\n  declare queue orders --durable\n",
      "solution\n  declare queue orders --durable\nsolution\n",
      "lesson.tokki:20: the step queue has solution twice. Put the lines together.",
      "lesson.tokki:20: queue 단계에 solution 제목이 두 번 있습니다. 줄들을 한데 모으세요."),
    Fault(
      "lesson.tokki",
      "mistake transient leaves durable open",
      "mistake transient",
      "lesson.tokki:24: a mistake names itself and the goal that stays open. Write "
        + "\"mistake KEY leaves GOAL open\".",
      "lesson.tokki:24: 실수(mistake)에는 자기 키와 이루지 못하는 목표의 키가 있어야 합니다. \"mistake KEY "
        + "leaves GOAL open\"이라고 쓰세요."),
    Fault(
      "lesson.tokki",
      "mistake auto-ack leaves done open",
      "mistake auto-ack leaves done open\n  sign: expect consumer clerk auto-ack\n  "
        + "consume orders as clerk --auto-ack\nmistake auto-ack leaves done open",
      "lesson.tokki:51: the mistake auto-ack is there already. Give each mistake of "
        + "a step a key of its own.",
      "lesson.tokki:51: auto-ack 실수가 이미 있습니다. 한 단계의 실수마다 다른 키를 주세요."),
    Fault(
      "lesson.tokki",
      "\ngoals\n  exists: expect queue orders\n",
      "\n  exists: expect queue orders\ngoals\n",
      "lesson.tokki:13: the line belongs to no heading. Write setup, goals, solution "
        + "or mistake above it, at the margin.",
      "lesson.tokki:13: 어느 제목에도 딸리지 않은 줄입니다. 위에 setup, goals, solution, mistake 가운데 "
        + "하나를 들여쓰기 없이 쓰세요."),
    Fault(
      "lesson.tokki",
      "  exists: expect queue orders\n",
      "  expect queue orders\n",
      "lesson.tokki:14: a goal has a key. Write \"KEY: expect …\".",
      "lesson.tokki:14: 목표에는 키가 있어야 합니다. \"KEY: expect …\"라고 쓰세요."),
    Fault(
      "lesson.tokki",
      "  transient-message: nothing is restarted in this step\n",
      "  transient-message\n",
      "lesson.tokki:46: what a learner is free in has a reason. Write \"MUTATION: "
        + "why it does not matter\".",
      "lesson.tokki:46: free에는 이유가 있어야 합니다. \"변형: 상관없는 이유\"라고 쓰세요."),
    Fault(
      "lesson.tokki",
      "  transient-message: nothing",
      "  transient: nothing",
      "lesson.tokki:46: there is no mutation transient. There are: not-durable, "
        + "classic-queue, not-exclusive, not-auto-delete, argument-left-out, other-type, "
        + "star-for-hash, hash-for-star, other-binding-key, transient-message, "
        + "other-key, default-exchange, not-mandatory, property-left-out, auto-ack, "
        + "manual-ack, no-prefetch, no-work, single-ack, requeued, discarded, "
        + "other-client.",
      "lesson.tokki:46: transient 변형은 없습니다. 있는 것: not-durable, classic-queue, "
        + "not-exclusive, not-auto-delete, argument-left-out, other-type, star-for-hash, "
        + "hash-for-star, other-binding-key, transient-message, other-key, "
        + "default-exchange, not-mandatory, property-left-out, auto-ack, manual-ack, "
        + "no-prefetch, no-work, single-ack, requeued, discarded, other-client."),
    Fault(
      "lesson.tokki",
      "  exists: expect queue orders\n  durable: expect queue orders durable\n",
      "",
      "lesson.tokki:9: the step queue has no goal. Write \"goals\" under it, then "
        + "\"KEY: expect …\", one a line, indented.",
      "lesson.tokki:9: queue 단계에 목표가 없습니다. 그 아래에 \"goals\"를 쓰고, \"KEY: expect …\"를 한 "
        + "줄에 하나씩 들여 쓰세요."),
    Fault(
      "lesson.tokki",
      "solution\n  declare queue orders --durable\n",
      "",
      "lesson.tokki:9: the step queue has no solution. Write \"solution\" under it, "
        + "then the lines that reach its goals, indented.",
      "lesson.tokki:9: queue 단계에 풀이가 없습니다. 그 아래에 \"solution\"을 쓰고, 목표를 이루는 줄들을 들여 "
        + "쓰세요."),
    Fault(
      "lesson.tokki",
      "leaves durable open",
      "leaves durability open",
      "lesson.tokki:24: the step queue has no goal durability. Name the goal that "
        + "the mistake leaves open.",
      "lesson.tokki:24: queue 단계에 durability 목표가 없습니다. 실수가 이루지 못하게 하는 목표를 적으세요."),
    Fault(
      "lesson.tokki",
      "  sign: expect queue orders not durable\n",
      "",
      "lesson.tokki:24: the mistake transient has no sign. Write \"sign: expect …\": "
        + "what is so when it was made.",
      "lesson.tokki:24: transient 실수에 표지가 없습니다. \"sign: expect …\"라고 쓰세요. 그 실수를 했을 때 "
        + "성립하는 것입니다."),
    Fault(
      "lesson.tokki",
      "\n  declare queue orders\n",
      "\n",
      "lesson.tokki:24: nothing makes the mistake transient. Write the lines that do.",
      "lesson.tokki:24: transient 실수를 저지르는 줄이 없습니다. 실수가 되는 명령들을 쓰세요."),
    Fault(
      "en.md",
      "## queue: A",
      "# queue: A",
      "en.md:12: a lesson has one title, at the top. Use \"## STEP: title\" for a "
        + "step.",
      "en.md:12: 레슨의 제목은 맨 위에 하나만 있습니다. 단계에는 \"## STEP: 제목\"을 쓰세요."),
    Fault(
      "en.md",
      "## queue: A place for orders",
      "## A place for orders",
      "en.md:12: a step's heading has the step's key and a title. Write \"## STEP: "
        + "The step's title\".",
      "en.md:12: 단계의 제목 줄에는 키와 제목이 있어야 합니다. \"## STEP: 단계의 제목\"이라고 쓰세요."),
    Fault(
      "en.md",
      "## queue: A place for orders",
      "## queue:",
      "en.md:12: the step's title is empty. Write it after the colon.",
      "en.md:12: 단계의 제목이 비어 있습니다. 쌍점 뒤에 쓰세요."),
    Fault(
      "en.md",
      "### task",
      "### tasks",
      "en.md:19: \"tasks\" is no part of a step. Its parts are task, goals, hints, "
        + "mistakes, closing; they follow a step's heading.",
      "en.md:19: 단계에 \"tasks\" 부분은 없습니다. 부분은 task, goals, hints, mistakes, "
        + "closing이고, 단계의 제목 다음에 옵니다."),
    Fault(
      "en.md",
      "### closing\n",
      "### task\n",
      "en.md:47: the part task is there already. Put its lines together.",
      "en.md:47: task 부분이 이미 있습니다. 줄들을 한데 모으세요."),
    Fault(
      "en.md",
      "- exists: there is",
      "```\n- exists: there is",
      "en.md:27: a point is one paragraph. Use single backquotes in it.",
      "en.md:27: 항목은 한 문단입니다. 그 안에서는 역따옴표 하나(`)를 쓰세요."),
    Fault(
      "en.md",
      "# A small lesson\n",
      "A small lesson\n",
      "en.md:1: a lesson's text begins with its title. Write \"# Title\" first.",
      "en.md:1: 레슨의 글은 제목으로 시작합니다. 먼저 \"# 제목\"을 쓰세요."),
    Fault(
      "en.md",
      "1. The command is",
      "- The command is",
      "en.md:34: a hint has a number. Write \"1. The hint\".",
      "en.md:34: 힌트에는 번호가 있어야 합니다. \"1. 힌트\"라고 쓰세요."),
    Fault(
      "en.md",
      "- exists: there",
      "- there",
      "en.md:27: a point of goals has a key. Write \"- KEY: the sentence\".",
      "en.md:27: goals의 항목에는 키가 있어야 합니다. \"- KEY: 문장\"이라고 쓰세요."),
    Fault(
      "en.md",
      "### hints\n\n1. The command is `declare queue`",
      "### hints\n\n  The command is `declare queue`",
      "en.md:34: an indented line goes on with nothing. Begin a point first.",
      "en.md:34: 들여 쓴 줄이 이어 갈 항목이 없습니다. 먼저 항목을 시작하세요."),
    Fault(
      "en.md",
      "### closing\n\nWhoever",
      "### closing\n\n```\nWhoever",
      "en.md:49: a fence is opened and not closed. Write ``` after the lines.",
      "en.md:49: 코드 블록이 닫히지 않았습니다. 코드 다음 줄에 ```를 쓰세요."),
    Fault(
      "en.md",
      "# A small lesson\n",
      "# \n",
      "en.md:1: the lesson has no title. Write \"# Title\" at the top.",
      "en.md:1: 레슨에 제목이 없습니다. 맨 위에 \"# 제목\"을 쓰세요."),
    Fault(
      "clients.md",
      "```go\nq,",
      "```\nq,",
      "clients.md:6: a client's lines name their language. Write \"```go\".",
      "clients.md:6: 클라이언트의 코드에는 언어 이름이 있어야 합니다. \"```go\"처럼 쓰세요."),
    Fault(
      "clients.md",
      "## queue\n",
      "## Queue\n",
      "clients.md:4: the heading is a step's key. Write \"## STEP\".",
      "clients.md:4: 제목은 단계의 키여야 합니다. \"## STEP\"처럼 쓰세요."),
    Fault(
      "clients.md",
      "## queue\n",
      "An order.\n\n## queue\n",
      "clients.md:4: the file holds headings and fenced lines only. Put the sentence "
        + "into the step's closing.",
      "clients.md:4: 이 파일에는 제목과 코드 블록만 들어갑니다. 문장은 그 단계의 closing에 쓰세요."),
    Fault(
      "clients.md",
      "## queue\n",
      "",
      "clients.md:5: lines of a client stand before the first step. Write \"## "
        + "STEP\" above.",
      "clients.md:5: 클라이언트의 코드가 첫 단계보다 앞에 있습니다. 위에 \"## STEP\"을 쓰세요."),
    Fault(
      "clients.md",
      "channel.basic_consume(queue='orders', on_message_callback=callback)\n```\n",
      "channel.basic_consume(queue='orders', on_message_callback=callback)\n",
      "clients.md:30: a fence is opened and not closed. Write ``` after the lines.",
      "clients.md:30: 코드 블록이 닫히지 않았습니다. 코드 다음 줄에 ```를 쓰세요."),
    Fault(
      "clients.md",
      "channel.basic_consume(queue='orders', on_message_callback=callback)\n```\n",
      "channel.basic_consume(queue='orders', on_message_callback=callback)\n```\n\n"
        + "<!-- the end\n",
      "clients.md:43: a comment is opened and not closed. Write --> after it.",
      "clients.md:43: 주석이 닫히지 않았습니다. 주석 끝에 -->를 쓰세요."),
    Fault(
      "en.md",
      "`play`, then publish another one and `kill clerk`.\n",
      "`play`, then publish another one and `kill clerk`.\n\n<!-- the end\n",
      "en.md:81: a comment is opened and not closed. Write --> after it.",
      "en.md:81: 주석이 닫히지 않았습니다. 주석 끝에 -->를 쓰세요."),
  ]
}
