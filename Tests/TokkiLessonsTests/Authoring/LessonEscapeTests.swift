import Testing
import TokkiLanguage
import TokkiShell
import TokkiSimulation

@testable import TokkiLessons

/// Whatever a lesson's files hold, nothing but escaped text reaches a terminal.
@Suite("Escape sequences in a lesson")
struct LessonEscapeTests {
  private static let evil = "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m\u{202E}"

  /// A small lesson in which every text, label, hint, sentence, line of code and body has one.
  private static var files: [LessonFile] {
    LessonSkeleton.files(title: "A \(evil) lesson").map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let isText = !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("```")
        return file.name == "lesson.tokki" || !isText ? String(line) : line + " " + evil
      }
      let whole = lines.joined(separator: "\n").replacing("two coffees", with: "two \(evil)")
      return LessonFile(path: file.path, text: whole)
    }
  }

  private func expectHarmless(_ text: String, _ what: String) {
    let dangerous = text.unicodeScalars.filter { scalar in
      scalar != "\n"
        && (scalar.properties.generalCategory == .control
          || scalar.properties.generalCategory == .format)
    }
    #expect(dangerous.isEmpty, "\(what): \(text.debugDescription)")
  }

  @Test("are shown escaped while it is played", arguments: Language.allCases)
  func played(language: Language) async throws {
    let shell = Shell(
      simulator: Simulation(), configuration: Shell.Configuration(language: language))
    let session = LessonSession(
      shell: shell, library: LessonLibrary(files: Self.files), progress: nil)
    let lines = [
      "lesson lesson", "goal", "hint", "hint", "hint", "declare queue orders", "lesson restart",
      "solution", "yes", "next", "publish \"\" orders \"\(Self.evil)\"",
      "consume orders as clerk --auto-ack", "solution --yes", "lesson list", "next",
      "lesson \(Self.evil)", "lesson ./\(Self.evil)/x", "lesson list \"/\(Self.evil)\"",
    ]
    var shown = ""
    for line in lines {
      let reply = await session.evaluate(line)
      let text = await session.render(reply)
      expectHarmless(text, line)
      if reply.outcome == nil { expectHarmless(reply.json(in: language), line) }
      shown += text
    }
    #expect(shown.contains("\\e[2J"))
  }

  @Test("are shown escaped in a preview, coloured or not", arguments: Language.allCases)
  func previewed(language: Language) async throws {
    let lesson = try #require(LessonLibrary(files: Self.files).lessons.first)
    for step in lesson.steps {
      let preview = try #require(await LessonPreview(of: lesson, step: step, in: language))
      expectHarmless(preview.text(in: .plain), step.key)
      expectHarmless(preview.json(of: lesson, step: step), step.key)
      let coloured = preview.text(in: Style(isColoured: true))
      let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      expectHarmless(bare, step.key)
    }
  }

  @Test("in a folder's name are escaped in what is written about it")
  func written() {
    let lesson = WrittenLesson(folder: "", files: ["en.md"])
    var named = lesson
    named.folder = "./\(Self.evil)"
    for language in Language.allCases { expectHarmless(named.text(in: language), "written") }
    expectHarmless(named.json, "written")
  }

  @Test("in a transcript stay in the files, and are shown escaped in the lesson made of it")
  func transcript() async throws {
    let text = """
      <!-- tokki transcript: seed 1 -->
      # A \(Self.evil) title
      Words \(Self.evil)
      ```tokki
      tokki> declare queue "a\(Self.evil)"
      tokki> publish "" "a\(Self.evil)" "\(Self.evil)"
      ```

      """
    let lesson = try await TranscriptLesson(text, fileName: "\(Self.evil).md")
    let made = try #require(lesson.library.lessons.first)
    let step = try #require(made.steps.first)
    let preview = try #require(await LessonPreview(of: made, step: step, in: .english))
    expectHarmless(preview.text(in: .plain), "transcript")
    for problem in await LessonCheck(lesson.library).problems() {
      expectHarmless(VisibleText.escaped(problem.text(in: .english)), "problem")
    }
  }
}
