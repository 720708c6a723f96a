import Testing
import TokkiLessons

@Suite("The lessons that come with the program")
struct EmbeddedLessonsTests {
  @Test("prove themselves in both languages")
  func check() async {
    let problems = await LessonCheck(.embedded()).problems()
    for problem in problems { Issue.record("\(problem)") }
  }
}
