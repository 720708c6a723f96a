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
      이 샌드박스에서 시간은 advance로 보내기 전까지 멈춰 있습니다. 시간을 보내면 TTL, 워커, 타임아웃이 제때 순서대로 일어납니다.
      """),
    why: Localized(
      """
      An hour passes at once, nothing depends on how fast you type, and the same lines always \
      give the same answers.
      """,
      """
      한 시간도 바로 지나가고, 얼마나 빨리 입력하는지와 상관없이 같은 명령은 언제나 같은 답을 냅니다.
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
      실제 브로커에서, 그리고 샌드박스가 다른 프로그램을 상대할 때에는 진짜 시간이 흐릅니다.
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
      명령 하나하나가 한 단계이고, undo로 브로커, 클라이언트, 시간까지 되돌립니다. redo는 다시 합니다. 체크포인트는 돌아올 상태에 이름을 붙입니다.
      """),
    why: Localized(
      """
      You can try what would happen, look, and go back: nothing can be broken.
      """,
      """
      무슨 일이 생기는지 해 보고, 들여다보고, 되돌아갈 수 있습니다. 아무것도 망가지지 않습니다.
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
      실제 브로커는 할 수 없습니다. AMQP에는 이런 것이 없습니다.
      """),
    see: ["virtual time"],
    page: "help history",
    at: "this sandbox")
}
