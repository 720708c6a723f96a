import Testing
import TokkiLanguage

@testable import TokkiLessons

/// What is wrong with a lesson is told with the file, the line and the cure.
@Suite("What is wrong with a lesson")
struct LessonProblemTests {
  /// A text of a small lesson replaced by another, and what the check says then.
  struct Fault: Sendable, CustomTestStringConvertible {
    var file: String
    var text: String
    var replacement: String
    var english: String
    var korean: String

    init(
      _ file: String, _ text: String, _ replacement: String, _ english: String, _ korean: String
    ) {
      self.file = file
      self.text = text
      self.replacement = replacement
      self.english = english
      self.korean = korean
    }

    var testDescription: String { english }
  }

  static let lesson = LessonSkeleton.files(title: "A small lesson")

  @Test("is told in these words", arguments: faultsOfForm + faultsOfContent)
  func words(_ fault: Fault) async throws {
    var files = Self.lesson
    let index = try #require(files.firstIndex { $0.path == "lesson/\(fault.file)" })
    let text = String(decoding: files[index].bytes, as: UTF8.self)
    try #require(text.contains(fault.text))
    let broken = text.replacing(fault.text, with: fault.replacement, maxReplacements: 1)
    files[index] = LessonFile(path: files[index].path, text: broken)
    let problems = await LessonCheck(LessonLibrary(files: files)).problems()
    #expect(problems.map { $0.text(in: .english) }.contains("lesson/" + fault.english))
    #expect(problems.map { $0.text(in: .korean) }.contains("lesson/" + fault.korean))
  }

  @Test("has a place, a rule without a full stop, and a cure, in both languages")
  func shape() async throws {
    for fault in Self.faultsOfForm + Self.faultsOfContent {
      let place = fault.english.prefix { $0 != " " }
      #expect(fault.korean.hasPrefix(place), "\(fault.english)")
      #expect(fault.english.contains(". "), "\(fault.english)")
    }
  }

  @Test("is nothing in a new lesson")
  func none() async {
    #expect(await LessonCheck(LessonLibrary(files: Self.lesson)).problems() == [])
  }

  @Test("is named for programs as well")
  func json() async {
    let files = Self.lesson.filter { $0.name != "ko.md" }
    let report = await CheckReport(checking: LessonLibrary(files: files))
    #expect(
      report.jsonLines(isStrict: true, in: .english) == [
        #"{"tokki":1,"problem":{"file":"lesson/ko.md","fault":"text.languageMissing","#
          + #""severity":"warning","rule":"the lesson lacks this language","#
          + #""cure":"Write the file, under the same keys as the other language."}}"#,
        #"{"tokki":1,"checked":{"lessons":1,"steps":2,"errors":0,"warnings":1,"passed":false}}"#,
      ])
    #expect(report.summary(isStrict: false, in: .english) == "✓ 1 lesson, 2 steps, 1 warning")
    #expect(report.summary(isStrict: true, in: .korean) == "✗ 레슨 1개, 단계 2개, 경고 1개")
  }

  @Test(
    "is told of the lesson as a whole",
    arguments: [
      (
        ["en.md", "ko.md"],
        "lesson/en.md: the lesson has no text in any language. Write this file, or ko.md."
      ),
      (
        ["lesson.tokki"],
        "lesson/lesson.tokki: there is no such file, and the lesson's steps stand in it. "
          + "Write it: \"step KEY\", then its goals and its solution; "
          + "`tokki lesson new DIR` makes a lesson to begin with."
      ),
      (
        ["clients.md"],
        "lesson/clients.md: warning: no step has the lines of a real client. "
          + "Write the file: \"## STEP\" for each step, and fences \"```go\" and \"```python\"."
      ),
      (
        ["en.md"],
        "lesson/en.md: warning: the lesson lacks this language. "
          + "Write the file, under the same keys as the other language."
      ),
    ])
  func missing(_ names: [String], _ text: String) async {
    let files = Self.lesson.filter { !names.contains($0.name) }
    let problems = await LessonCheck(LessonLibrary(files: files)).problems()
    #expect(problems.map(\.description).contains(text), "\(problems)")
  }
}
