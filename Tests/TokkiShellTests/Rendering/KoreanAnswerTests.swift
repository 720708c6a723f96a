import Testing
import TokkiLanguage
import TokkiSimulation

@testable import TokkiShell

@Suite("Answers in Korean")
struct KoreanAnswerTests {
  @Test("A queue's messages have Korean columns, and how long a body is")
  func messages() async {
    let session = Session(language: .korean)
    let body = String(repeating: "a", count: 187)
    let published = await session.run("declare queue q", "publish \"\" q \(body)")
    #expect(published.contains("…\" (187바이트) → 기본 익스체인지 · 라우팅 키 q = 큐 이름\n"))
    #expect(
      await session.run("purge q", "publish \"\" q hi --persistent", "list messages q")
        == """
        순서  상태   익스체인지      라우팅 키  특성        본문
        ────  ─────  ──────────────  ─────────  ──────────  ────
           1  ready  (AMQP default)  q          persistent  "hi"
        """)
  }

  @Test("Whoever cancels a consumer is told alike")
  func cancelled() async {
    let session = Session(language: .korean)
    #expect(
      await session.run("declare queue q", "consume q as w --tag mine", "cancel mine as w")
        == "✓ w 클라이언트가 mine 컨슈머를 취소했습니다")
    #expect(
      await session.run("consume q as w --tag mine", "delete queue q")
        .contains("w: 큐가 사라져 브로커가 mine 컨슈머를 취소했습니다"))
  }
}
