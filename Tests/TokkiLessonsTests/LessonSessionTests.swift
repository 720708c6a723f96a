import Foundation
import Testing
import TokkiLanguage
import TokkiLessons
import TokkiShell
import TokkiSimulation

@Suite("A session with lessons")
struct LessonSessionTests {
  /// A session, the broker beneath it, and what was said last.
  struct Classroom {
    var simulation = Simulation()
    var session: LessonSession

    init(
      language: Language = .english, progress: ProgressFile? = nil,
      library: LessonLibrary = .embedded()
    ) {
      let shell = Shell(
        simulator: simulation, configuration: Shell.Configuration(language: language))
      session = LessonSession(shell: shell, library: library, progress: progress)
    }

    @discardableResult
    func type(_ lines: String...) async -> LessonReply {
      var reply = LessonReply()
      for line in lines { reply = await session.evaluate(line) }
      return reply
    }

    func say(_ lines: String...) async -> String {
      var text = ""
      for line in lines { text = await session.render(session.evaluate(line)) }
      return text
    }
  }

  @Test("passes every step by its solution, typed", arguments: Language.allCases)
  func solutions(language: Language) async throws {
    let classroom = Classroom(language: language)
    for (number, lesson) in LessonLibrary.embedded().lessons.enumerated() {
      await classroom.type("lesson \(number + 1)")
      for (index, step) in lesson.steps.enumerated() {
        var place = try #require(await classroom.session.place)
        #expect((place.lesson, place.step) == (lesson.id, step.key))
        #expect((place.stepNumber, place.isPassed) == (index + 1, false))
        for line in step.solution { await classroom.type(line.text) }
        place = try #require(await classroom.session.place)
        #expect(place.isPassed, "\(lesson.id) \(step.key) in \(language)")
        await classroom.type("next")
      }
    }
  }

  @Test("says what was reached, and that the step is passed")
  func reached() async {
    let classroom = Classroom()
    await classroom.type("lesson 1")
    let text = await classroom.say("declare queue hello --durable --type quorum")
    #expect(text.contains("✓ reached: there is a queue `hello`"))
    #expect(text.contains("✓ Step passed."))
    #expect(text.contains("channel.queue_declare(queue='hello', durable=True"))
    #expect(text.contains("Go on with `next`."))
  }

  @Test("knows a mistake by what it leads to, not by the words typed")
  func mistake() async {
    let classroom = Classroom()
    await classroom.type("lesson 1")
    let told = await classroom.say("queue.declare hello --durable --arg x-queue-type=classic")
    #expect(told.contains("! You made a classic queue"))
    let after = await classroom.say("open connection somebody")
    #expect(!after.contains("classic queue"), "said once, it is not said again")
  }

  @Test("names the first fact that differs where it knows no mistake")
  func miss() async {
    let classroom = Classroom()
    await classroom.type("lesson 1")
    let text = await classroom.say("declare queue hallo")
    #expect(text.contains("○ still open: there is a queue `hello`"))
    #expect(text.contains("expect queue hello exists — there is none"))
  }

  @Test("takes any lines that bring the goals about, and more objects than were asked for")
  func otherWays() async throws {
    let classroom = Classroom()
    await classroom.type(
      "lesson 1", "declare exchange spare fanout", "declare queue spare",
      "queue.declare hello --durable --arg x-queue-type=quorum as somebody")
    #expect(try #require(await classroom.session.place).isPassed)
  }

  @Test("goes on only when the goals were met, or by skip")
  func next() async throws {
    let classroom = Classroom()
    await classroom.type("lesson 1")
    let refused = await classroom.type("next")
    #expect(refused.parts == [.refusal(.goalsOpen(2))])
    #expect(refused.isFailure)
    await classroom.type("skip")
    #expect(try #require(await classroom.session.place).step == "again")
  }

  @Test("gives its hints one by one, and says when there are no more")
  func hints() async {
    let classroom = Classroom()
    await classroom.type("lesson 1")
    #expect(await classroom.say("hint").hasPrefix("Hint 1 of 3: The command begins with"))
    #expect(await classroom.say("hint").hasPrefix("Hint 2 of 3: "))
    #expect(await classroom.say("hint").contains("That was the last one"))
    #expect(await classroom.say("hint").contains("There are no more hints"))
  }

  @Test("plays the solution after a confirmation")
  func solution() async throws {
    let classroom = Classroom()
    await classroom.type("lesson 1")
    #expect(await classroom.type("solution").parts == [.confirmation])
    #expect(await classroom.type("no").parts == [.note(.cancelled)])
    #expect(try !#require(await classroom.session.place).isPassed)
    let text = await classroom.say("solution", "yes")
    #expect(text.contains("> declare queue hello --durable --type quorum"))
    #expect(text.contains("✓ Step passed."))
    #expect(await classroom.say("progress").contains("= A place for messages"))
  }

  @Test(
    "tells in the list which steps were not solved by hand",
    arguments: [
      (Language.english, "  = played by `solution`\n  - skipped\n"),
      (.korean, "  = `solution`으로 지나감\n  - 건너뜀\n"),
    ])
  func legend(language: Language, legend: String) async {
    let classroom = Classroom(language: language)
    await classroom.type("lesson 1")
    #expect(!(await classroom.say("lesson list")).contains(legend))
    await classroom.type("skip", "solution", "yes", "next")
    #expect((await classroom.say("lesson list")).contains("\n" + legend + "`lesson 1`"))
  }

  @Test("forgets the question when something else is typed")
  func unconfirmed() async throws {
    let classroom = Classroom()
    await classroom.type("lesson 1", "solution", "list queues", "yes")
    #expect(try !#require(await classroom.session.place).isPassed)
  }

  @Test("shows open and met goals with the picture")
  func goal() async {
    let classroom = Classroom()
    let text = await classroom.say("lesson 1", "declare queue hello --durable", "goal")
    #expect(text.contains("  ✓ there is a queue `hello`"))
    #expect(text.contains("  ○ it is a durable quorum queue"))
    #expect(text.contains("type: \"classic\""))
    #expect(text.contains("The broker now:\n(by name) ────▶ hello"))
    #expect(text.contains("Once the step is solved:\n(by name) ────▶ hello"))
  }

  @Test("comes back from free play with the state unchanged")
  func play() async throws {
    let classroom = Classroom()
    await classroom.type("lesson 2", "skip", "consume task_queue as w1 --work dots", "goal")
    let before = await classroom.simulation.snapshot()
    await classroom.type("play", "delete queue task_queue", "declare queue mine", "advance 3s")
    #expect(try #require(await classroom.session.place).isPlaying)
    await classroom.type("back")
    #expect(await classroom.simulation.snapshot() == before)
    #expect(try !#require(await classroom.session.place).isPlaying)
    #expect(await classroom.type("back").parts == [.refusal(.notPlaying)])
  }

  @Test("lets undo go back to the step's beginning and no further")
  func undo() async throws {
    let classroom = Classroom()
    await classroom.type("lesson 1", "skip")
    let stage = await classroom.simulation.snapshot()
    let reply = await classroom.type("declare queue other", "declare queue third", "undo 9")
    #expect(reply.parts.contains(.note(.stepBegins)))
    #expect(await classroom.simulation.snapshot() == stage)
    let again = await classroom.type("undo")
    #expect(again.parts.contains(.note(.stepBegins)))
    #expect(await classroom.simulation.snapshot() == stage)
    await classroom.type("declare queue hello --durable --type quorum as receiver")
    await classroom.type("declare queue hello --durable")
    #expect(try #require(await classroom.session.place).isPassed)
  }

  @Test("says nothing of an old mistake after undo")
  func undoneMistake() async {
    let classroom = Classroom()
    await classroom.type("lesson 1", "skip", "skip", "publish \"\" Hello x")
    let text = await classroom.say("declare queue spare", "undo")
    #expect(!text.contains("letter by letter"))
  }

  @Test(
    "begins the step anew on lesson restart and on reset", arguments: ["lesson restart", "reset"])
  func restart(line: String) async {
    let classroom = Classroom()
    await classroom.type("lesson 1", "skip")
    let stage = await classroom.simulation.snapshot()
    let reply = await classroom.type("delete queue hello", line)
    #expect(await classroom.simulation.snapshot() == stage)
    #expect(!reply.isFailure)
  }

  @Test("without a lesson is the shell alone")
  func noLesson() async {
    let classroom = Classroom()
    #expect(await classroom.type("next").parts == [.refusal(.noLesson)])
    let reply = await classroom.type("declare queue q")
    #expect(reply.parts.isEmpty)
    #expect(reply.outcome?.isFailure == false)
    #expect(await classroom.type("lesson nonsense").isFailure)
    #expect(await classroom.session.place == nil)
  }

  @Test("falls back to English and marks it")
  func fallback() async {
    let files = embeddedLessonFiles().filter { $0.path != "01-hello-world/ko.md" }
    let classroom = Classroom(language: .korean, library: LessonLibrary(files: files))
    let text = await classroom.say("lesson 1")
    #expect(text.contains("(이 레슨은 아직 번역되지 않아 영어로 보여 드립니다.)"))
    #expect(text.contains("A place for messages"))
    #expect(await classroom.say("lesson 2").contains("잃어버리면 안 되는 작업"))
  }

  @Test("changes its language with the shell's")
  func language() async {
    let classroom = Classroom()
    #expect(await classroom.say("lesson 1", "set language ko", "lesson").contains("메시지가 머무는 곳"))
  }

  @Test("fits its lines into the width, also in Korean", arguments: Language.allCases)
  func width(language: Language) async {
    let shell = Shell(
      simulator: Simulation(),
      configuration: Shell.Configuration(language: language, style: Style(width: 60)))
    let session = LessonSession(shell: shell, progress: nil)
    for lesson in 1...6 {
      let text = await session.render(session.evaluate("lesson \(lesson)"))
      for line in text.split(separator: "\n") where !line.hasPrefix("  ") {
        let cells = DisplayWidth.of(String(line))
        #expect(cells <= 60 || !line.contains(" "), "\(line)")
      }
    }
  }
}
