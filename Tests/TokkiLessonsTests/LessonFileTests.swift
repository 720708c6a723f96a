import SeededRandom
import Testing
import TokkiLessons

@Suite("Lesson files")
struct LessonFileTests {
  /// The problems of one file, as `LINE: RULE`.
  private func problems(_ name: String, _ text: String) -> [String] {
    let library = LessonLibrary(files: [LessonFile(path: "01-a/\(name)", text: text)])
    return library.problems.map { "\($0.line ?? 0): \($0.rule)" }
  }

  @Test("hold steps in the shell's own language")
  func steps() {
    let text = """
      # a comment
      step one
      setup
        declare exchange e topic

      goals
        made: expect queue q
        made: expect queue q durable
        bound: expect binding e q "#"
      solution
        declare queue q --durable
        bind queue q e "#"
      mistake transient leaves made open
        sign: expect queue q transient
        history: expect no error
        declare queue q

      """
    let library = LessonLibrary(files: [LessonFile(path: "01-a/lesson.tokki", text: text)])
    #expect(library.problems == [])
    let step = library.lessons.first?.steps.first
    #expect(step?.key == "one")
    #expect(step?.setup.map(\.text) == ["declare exchange e topic"])
    #expect(step?.goals.map(\.key) == ["made", "bound"])
    #expect(step?.goals.first?.expectations.map(\.number) == [7, 8])
    #expect(step?.solution.map(\.text) == ["declare queue q --durable", "bind queue q e \"#\""])
    let mistake = step?.mistakes.first
    #expect(mistake?.key == "transient")
    #expect(mistake?.goal == "made")
    #expect(mistake?.signs.map(\.text) == ["expect queue q transient"])
    #expect(mistake?.pastSigns.map(\.text) == ["expect no error"])
    #expect(mistake?.attempt.map(\.text) == ["declare queue q"])
  }

  @Test(
    "name the line and the rule of each fault of form",
    arguments: [
      ("", "1: a lesson has steps"),
      ("  declare queue q\n", "1: a line stands before the first step"),
      ("goals\n", "1: goals stands before the first step"),
      ("step A\n", "1: a step has one key of lower-case letters, digits and hyphens"),
      ("step a\nwork\n", "2: \"work\" is no heading"),
      ("step a\n  declare queue q\n", "2: the line belongs to no heading"),
      ("step a\ngoals\n  expect queue q\n", "3: a goal has a key"),
      ("step a\ngoals now\n", "2: goals is a heading of one word"),
      ("step a\nstep a\n", "2: the step a is there already"),
      ("step a\nmistake b\n", "2: a mistake names itself and the goal that stays open"),
      ("step a\ngoals\n  g: expect queue q\ngoals\n", "4: the step a has goals twice"),
      ("step a\ngoals\n  g: expect queue q\n", "1: the step a has no solution"),
      ("step a\nsolution\n  declare queue q\n", "1: the step a has no goal"),
    ])
  func formOfSteps(_ text: String, _ rule: String) {
    #expect(problems("lesson.tokki", text).contains(rule))
  }

  @Test(
    "name the line and the rule of each fault in a text",
    arguments: [
      ("", "1: the lesson has no title"),
      ("Hello\n", "1: a lesson's text begins with its title"),
      ("# A\n# B\n", "2: a lesson has one title, at the top"),
      ("# A\n## Step one\n", "2: a step's heading has the step's key and a title"),
      ("# A\n## one:\n", "2: the step's title is empty"),
      ("# A\n### task\n", "2: \"task\" is no part of a step"),
      ("# A\n## one: B\n### task\n### task\n", "4: the part task is there already"),
      ("# A\n## one: B\n### goals\nmade\n", "4: a point of goals has a key"),
      ("# A\n## one: B\n### hints\n- try\n", "4: a hint has a number"),
      ("# A\n## one: B\n### hints\n  try\n", "4: an indented line goes on with nothing"),
      ("# A\n## one: B\n```\n", "3: a fence is opened and not closed"),
    ])
  func formOfTexts(_ text: String, _ rule: String) {
    #expect(problems("en.md", text).contains(rule))
  }

  @Test(
    "name the line and the rule of each fault in the clients' lines",
    arguments: [
      ("hello\n", "1: the file holds headings and fenced lines only"),
      ("## A\n", "1: the heading is a step's key"),
      ("```go\nx\n```\n", "1: lines of a client stand before the first step"),
      ("## a\n```\nx\n```\n", "2: a client's lines name their language"),
      ("## a\n```go\nx\n", "2: a fence is opened and not closed"),
    ])
  func formOfClients(_ text: String, _ rule: String) {
    #expect(problems("clients.md", text).contains(rule))
  }

  @Test("may have a byte order mark, and lines that end as on Windows")
  func lineEnds() {
    let text = "\u{FEFF}# A\r\nFirst\r\n\r\n## one: B\r\nSecond\r\n### hints\r\n1. x\r\n  y\r\n"
    let library = LessonLibrary(files: [LessonFile(path: "01-a/en.md", text: text)])
    let found = library.lessons.first?.texts.first
    #expect(library.problems == [])
    #expect(found?.title == "A")
    #expect(found?.introduction == "First")
    #expect(found?.steps.first?.explanation == "Second")
    #expect(found?.steps.first?.hints == ["x y"])
  }

  @Test("never trap, whatever is in them: 100,000 cases")
  func random() {
    let seed: UInt64 = 20_261
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "step", " ", "\n", "\n  ", "goals", "solution", "setup", "mistake a leaves b open", ":", "#",
      "sign: ", "history: ", "expect queue q", "declare queue q", "## a: b\n", "### task\n",
      "### goals\n", "### hints\n", "### mistakes\n", "- a: b\n", "1. ", "```", "```go\n", "\r\n",
      "\t", "\u{0}", "안녕", "é", "> ", "…", "`", "**",
    ].map { Array($0.utf8) }
    for number in 0..<100_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(generator.next() % 16) {
        if generator.next() % 8 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: generator.next()))
        } else {
          bytes += pieces[Int(generator.next() % UInt64(pieces.count))]
        }
      }
      let name = ["lesson.tokki", "en.md", "ko.md", "clients.md"][number % 4]
      let file = LessonFile(path: "01-a/\(name)", bytes: bytes)
      for problem in LessonLibrary(files: [file]).problems {
        let isPlaced = problem.file == "01-a/\(name)" && !problem.rule.isEmpty
        if !isPlaced || problem.cure.isEmpty {
          Issue.record("seed \(seed), case \(number): \(problem)")
        }
      }
    }
  }
}
