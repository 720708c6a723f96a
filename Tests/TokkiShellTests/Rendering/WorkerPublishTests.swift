import Testing
import TokkiLanguage

@Suite("What workers publish")
struct WorkerPublishTests {
  @Test("What a client's worker publishes is its doing, also where that client published")
  func workerOfPublisher() async {
    let lines = [
      "declare queue r", "declare queue q", "consume q as s --reply fib",
      "publish \"\" q 5 --reply-to r as s",
    ]
    #expect(
      await Session().run(lines) == """
        "5" → default exchange · key q names a queue
          → q (to s)
          s ← q "5" · tag 1
          s → default exchange "5" · key r
          s ✓ "5" done · ack 1
        """)
    #expect(
      await Session(language: .korean).run(lines) == """
        "5" → 기본 익스체인지 · 라우팅 키 q = 큐 이름
          → q (s에게 전달)
          s ← q "5" · tag 1
          s → 기본 익스체인지 "5" · 키 r
          s ✓ "5" 완료 · ack 1
        """)
  }
}
