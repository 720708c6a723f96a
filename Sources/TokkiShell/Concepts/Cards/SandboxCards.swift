import TokkiLanguage

extension Concept {
  static let virtualTimeCard = Concept(
    "virtual time", "가상 시간", in: .tokki,
    also: ["advance", "clock", "시간"],
    what: Localized(
      """
      In this sandbox time stands still until you let it pass with advance. TTLs, workers and \
      timeouts then happen at their moment, in order.
      """,
      """
      이 샌드박스에서는 advance로 시간을 보내기 전까지 시간이 멈춰 있습니다. 시간을 보내면 TTL 만료, 워커의 작업, 타임아웃이 정해진 때에 \
      순서대로 일어납니다.
      """),
    why: Localized(
      """
      An hour passes at once, nothing depends on how fast you type, and the same lines always \
      give the same answers.
      """,
      """
      한 시간도 바로 보낼 수 있고, 입력하는 속도와 상관없이 같은 명령에는 언제나 같은 결과가 나옵니다.
      """),
    example: [
      "declare queue q --message-ttl 1h",
      "publish \"\" q old",
      "advance 1h",
      "list queues",
    ],
    confusedWith: Localized(
      """
      On a real broker, and where the sandbox serves other programs, time is the real one.
      """,
      """
      실제 브로커에 연결했거나 샌드박스가 다른 프로그램에 서비스할 때는 실제 시간이 흐릅니다.
      """),
    see: ["undo", "time-to-live"],
    page: "help time",
    at: "this sandbox")

  static let undoCard = Concept(
    "undo", "실행 취소", in: .tokki,
    also: ["redo", "checkpoint", "goto", "되돌리기", "체크포인트"],
    what: Localized(
      """
      Each command is a step that undo takes back, with the broker, its clients and the time; \
      redo does it again. A checkpoint names a state to come back to.
      """,
      """
      명령 하나가 한 단계입니다. undo는 브로커, 클라이언트, 시간까지 한 단계 되돌리고, redo는 다시 실행합니다. checkpoint는 나중에 \
      돌아올 상태에 이름을 붙입니다.
      """),
    why: Localized(
      """
      You can try what would happen, look, and go back: nothing can be broken.
      """,
      """
      무슨 일이 일어나는지 해 보고, 살펴보고, 되돌릴 수 있습니다. 무엇을 해도 망가지지 않습니다.
      """),
    example: [
      "declare queue a",
      "checkpoint here",
      "delete queue a",
      "undo",
      "goto here",
    ],
    confusedWith: Localized(
      """
      No real broker can do this: AMQP has no such thing.
      """,
      """
      실제 브로커에서는 되돌릴 수 없습니다. AMQP에는 그런 기능이 없습니다.
      """),
    see: ["virtual time"],
    page: "help history",
    at: "this sandbox")
}
