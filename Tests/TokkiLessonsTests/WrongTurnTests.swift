import SeededRandom
import Testing
import TokkiLanguage
import TokkiLessons
import TokkiShell
import TokkiSimulation

@Suite("Wrong turns")
struct WrongTurnTests {
  @Test("are answered with a sentence of their own", arguments: Language.allCases)
  func sentences(language: Language) async throws {
    for lesson in LessonLibrary.embedded().lessons {
      let text = try #require(lesson.text(in: language))
      #expect(text.language == language)
      for (index, step) in lesson.steps.enumerated() {
        for mistake in step.mistakes {
          let session = LessonSession(
            shell: Shell(
              simulator: Simulation(), configuration: Shell.Configuration(language: language)),
            progress: nil)
          _ = await session.evaluate("lesson \(lesson.id)")
          for _ in 0..<index { _ = await session.evaluate("skip") }
          var said: [LessonPart] = []
          for line in mistake.attempt { said += await session.evaluate(line.text).parts }
          let sentence = try #require(text.step(step.key)?.sentence(for: mistake.key))
          #expect(
            said.contains(.mistake(sentence: sentence)),
            "\(lesson.id) \(step.key) \(mistake.key)")
          #expect(await session.place?.isPassed == false)
        }
      }
    }
  }

  @Test("of any kind leave a session that answers", arguments: [UInt64(1), 2, 3, 4])
  func anything(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let lessons = LessonLibrary.embedded().lessons
    let lines =
      lessons.flatMap(\.steps).flatMap { step in
        step.setup + step.solution + step.mistakes.flatMap(\.attempt)
      }.map(\.text) + [
        "next", "skip", "hint", "goal", "solution", "yes", "no", "play", "back", "progress",
        "lesson", "lesson list", "lesson restart", "lesson reset", "lesson 1", "lesson 5",
        "lesson 99", "undo", "undo 5", "redo", "reset", "goto lesson-step", "goto lesson-play",
        "checkpoint x", "goto x", "restart", "advance 1h", "list queues", "", "#", "안녕", "\"",
        "set language ko", "set language en", "exit",
      ]
    let session = LessonSession(shell: Shell(simulator: Simulation()), progress: nil)
    for number in 0..<200 {
      let line = lines[Int(generator.next() % UInt64(lines.count))]
      let reply = await session.evaluate(line)
      _ = await session.render(reply)
      if let place = await session.place {
        #expect((1...place.stepCount).contains(place.stepNumber), "seed \(seed), line \(number)")
      }
    }
    _ = await session.evaluate("lesson 2")
    #expect(await session.place?.lesson == "02-work-queues", "seed \(seed)")
  }
}
