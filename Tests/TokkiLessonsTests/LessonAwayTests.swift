import StagedBroker
import Testing
import TokkiLessons
import TokkiShell
import TokkiSimulation

@Suite("A lesson while a real broker is connected")
struct LessonAwayTests {
  private static let uri = "amqp://guest:guest@broker.example/"

  private func session() -> LessonSession {
    var configuration = Shell.Configuration()
    configuration.patience = StagedBroker.patience
    let shell = Shell(
      simulator: Simulation(), finder: StagedFinder(), configuration: configuration)
    return LessonSession(shell: shell, progress: nil)
  }

  @Test("waits, hears nothing of what is done there, and comes back as it was")
  func waits() async throws {
    let session = session()
    _ = await session.evaluate("lesson 1")
    _ = await session.evaluate("declare queue unrelated")
    let connected = await session.evaluate("connect \(Self.uri)")
    #expect(connected.parts == [.note(.waiting)])
    let solved = await session.evaluate("declare queue hello --durable --type quorum")
    #expect(solved.parts.isEmpty)
    #expect(try #require(await session.place).isPassed == false)
    for line in ["next", "hint", "goal", "skip", "solution", "lesson 2", "lesson restart"] {
      #expect(await session.evaluate(line).parts == [.refusal(.onRealBroker)], "\(line)")
    }
    #expect(await session.evaluate("reset").isFailure)
    #expect(await !session.evaluate("lesson list").isFailure)
    let back = await session.evaluate("disconnect")
    #expect(back.parts == [.note(.backInLesson)])
    #expect(await !session.evaluate("expect queue hello absent").isFailure)
    #expect(await !session.evaluate("expect queue unrelated exists").isFailure)
    let undone = await session.evaluate("undo")
    #expect(undone.outcome?.parts == [.answer(.undone(["declare queue unrelated"]))])
    _ = await session.evaluate("declare queue hello --durable --type quorum")
    #expect(try #require(await session.place).isPassed)
  }

  @Test("cannot be begun there")
  func begins() async {
    let session = session()
    _ = await session.evaluate("connect \(Self.uri)")
    let reply = await session.evaluate("lesson 1")
    let text = await session.render(reply)
    #expect(text.contains("Lessons are on the simulated broker; `disconnect` comes back to it."))
  }
}
