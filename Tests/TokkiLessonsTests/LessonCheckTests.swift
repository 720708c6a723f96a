import SeededRandom
import Testing
import TokkiLanguage
import TokkiLessons

@Suite("The check of lessons")
struct LessonCheckTests {
  /// A fault, made in the first lesson by replacing a text, and what is said about it.
  struct Fault: Sendable, CustomTestStringConvertible {
    var file: String
    var text: String
    var replacement: String
    var said: String

    init(_ file: String, _ text: String, _ replacement: String, _ said: String) {
      self.file = file
      self.text = text
      self.replacement = replacement
      self.said = said
    }

    var testDescription: String { "\(file): \(said)" }
  }

  static let faults = [
    // A goal
    Fault(
      "lesson.tokki", "exists: expect queue hello\n", "exists: expect no queue hello\n",
      "the goal exists of the step queue is met from the start"),
    Fault(
      "lesson.tokki", "exists: expect queue hello\n", "exists: expect queue hallo\n",
      "the solution does not meet the goal exists (expect queue hallo exists: there is none)"),
    Fault(
      "lesson.tokki", "exists: expect queue hello\n", "exists: expect quue hello\n",
      "the shell does not understand \"expect quue hello\""),
    Fault(
      "lesson.tokki", "exists: expect queue hello\n", "exists: declare queue hello\n",
      "\"declare queue hello\" claims nothing"),
    Fault(
      "lesson.tokki", "  exists: expect queue hello\n", "",
      "the step queue has no goal exists"),
    // A solution line
    Fault(
      "lesson.tokki", "  publish \"\" helo \"Is anybody there?\" --mandatory\nfree", "free",
      "the solution does not meet the goal returned"),
    Fault(
      "lesson.tokki", "solution\n  declare queue hello --durable --type quorum\n",
      "solution\n  declare queue hello --durable --type quorum\n  declare queue spare\n",
      "the step is passed without \"declare queue spare\", too"),
    Fault(
      "lesson.tokki", "solution\n  declare queue hello", "solution\n  expect queue hello",
      "\"expect queue hello --durable --type quorum\""),
    Fault(
      "lesson.tokki", "solution\n  declare queue hello --durable --type quorum\n", "",
      "the step queue has no solution"),
    // A mistake
    Fault(
      "lesson.tokki", "sign: expect queue hello type classic", "sign: expect queue hello2",
      "after the mistake classic the coach says nothing"),
    Fault(
      "lesson.tokki", "mistake classic leaves quorum open", "mistake classic leaves exists open",
      "the mistake classic meets the goal exists"),
    Fault(
      "lesson.tokki", "mistake classic leaves quorum open", "mistake classic leaves other open",
      "the step queue has no goal other"),
    Fault(
      "lesson.tokki", "  sign: expect queue Hello\n", "", "the mistake capital has no sign"),
    Fault(
      "lesson.tokki", "sign: expect queue latest argument x-overflow=reject-publish",
      "sign: expect queue latest", "on the way of the solution the coach says reject"),
    // A hint
    Fault("en.md", "2. You need two options", "2.\n\nYou need two options", "a hint has a number"),
    Fault(
      "ko.md", "3. `declare queue hello --durable --type …`이고, 타입은 `quorum`입니다.", "3.",
      "queue: hint 3 is empty"),
    Fault(
      "ko.md", "3. `declare queue hello --durable --type …`이고, 타입은 `quorum`입니다.\n", "",
      "queue: another language has more hints"),
    // A translation
    Fault("ko.md", "- exists: 큐", "- exist: 큐", "lesson.tokki has no goal exist"),
    Fault("ko.md", "- exists: 큐 `hello`가 있다\n", "", "the goal exists has no text here"),
    Fault(
      "ko.md", "- exists: 큐 `hello`가 있다\n", "- exists:\n", "the text of the goal exists is empty"),
    Fault("ko.md", "## lost: ", "## last: ", "the step lost has no text here"),
    Fault("ko.md", "- capital: ", "- capitol: ", "the mistake capital has no text here"),
    Fault(
      "en.md", "### closing\n\nThe broker answered", "### closing\n\n##", "the closing is empty"),
    Fault("en.md", "### task", "### tasks", "\"tasks\" is no part of a step"),
    Fault("clients.md", "```python\nconnection", "```perl\nconnection", "has no lines in python"),
    Fault("clients.md", "## queue", "## queues", "lesson.tokki has no step queues"),
  ]

  @Test("names what is broken", arguments: faults)
  func fault(_ fault: Fault) async throws {
    var files = Self.firstLesson
    let index = try #require(files.firstIndex { $0.path == "01-hello-world/\(fault.file)" })
    let text = String(decoding: files[index].bytes, as: UTF8.self)
    try #require(text.contains(fault.text))
    let broken = text.replacing(fault.text, with: fault.replacement, maxReplacements: 1)
    files[index] = LessonFile(path: files[index].path, text: broken)
    let problems = await LessonCheck(LessonLibrary(files: files)).problems()
    let found = problems.first { $0.description.contains(fault.said) }
    #expect(found != nil, "\(problems)")
    #expect(found?.file == "01-hello-world/\(fault.file)")
  }

  static let firstLesson = embeddedLessonFiles().filter { $0.path.hasPrefix("01-hello-world/") }

  @Test("passes the first lesson by itself")
  func whole() async {
    #expect(await LessonCheck(LessonLibrary(files: Self.firstLesson)).problems() == [])
  }

  @Test("finds a line of the set-up that fails")
  func setup() async {
    let problems = await problems(
      ofSteps: "step a\nsetup\n  bind queue q e\ngoals\n  g: expect queue q\nsolution\n  show\n")
    #expect(problems.contains("01-a/lesson.tokki:7: \"show\" does nothing to the broker"))
    let next = await self.problems(
      ofSteps: """
        step a
        setup
          bind queue q e
        goals
          g: expect queue q
        solution
          declare queue q

        """)
    #expect(
      next.contains(
        "01-a/lesson.tokki:3: a line of the set-up fails: 404 NOT_FOUND - no exchange 'e' in "
          + "vhost '/'"))
  }

  @Test("never traps on damaged lessons")
  func damaged() async {
    var generator = SeededGenerator(seed: 9)
    for number in 0..<40 {
      var files = Self.firstLesson
      let index = Int(generator.next() % UInt64(files.count))
      var lines = files[index].bytes.split(separator: 10, omittingEmptySubsequences: false)
      for _ in 0..<8 {
        let from = Int(generator.next() % UInt64(lines.count))
        let to = Int(generator.next() % UInt64(lines.count))
        if number % 2 == 0 { lines.swapAt(from, to) } else { lines[to] = lines[from] }
      }
      files[index] = LessonFile(
        path: files[index].path, bytes: Array(lines.joined(separator: [10])))
      for problem in await LessonCheck(LessonLibrary(files: files)).problems() {
        #expect(!problem.file.isEmpty && !problem.rule.isEmpty && !problem.cure.isEmpty)
      }
    }
  }

  private func problems(ofSteps text: String) async -> [String] {
    let library = LessonLibrary(files: [LessonFile(path: "01-a/lesson.tokki", text: text)])
    return await LessonCheck(library).problems().map { problem in
      "\(problem.file):\(problem.line ?? 0): \(problem.rule)"
    }
  }

  @Test("finds a missing language, a stray file and an empty library")
  func files() async {
    let without = Self.firstLesson.filter { !$0.path.hasSuffix("ko.md") }
    #expect(
      await LessonCheck(LessonLibrary(files: without)).problems().map(\.description)
        == [
          "01-hello-world/ko.md: warning: the lesson lacks this language. "
            + "Write the file, under the same keys as the other language."
        ])
    let stray = Self.firstLesson + [LessonFile(path: "01-hello-world/notes.txt", text: "")]
    #expect(LessonLibrary(files: stray).problems.map(\.rule) == ["a lesson has no such file"])
    let loose = Self.firstLesson + [LessonFile(path: "notes.txt", text: "")]
    #expect(
      LessonLibrary(files: loose).problems.map(\.rule) == [
        "the file stands outside of every lesson"
      ])
    #expect(LessonLibrary(files: []).problems.map(\.rule) == ["there is no lesson"])
  }
}
