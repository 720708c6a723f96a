import Foundation
import Testing
import TokkiLanguage
import TokkiLessons
import TokkiShell
import TokkiSimulation

@Suite("Progress")
struct ProgressTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "tokki-\(UUID().uuidString)")

  private func session(_ file: ProgressFile) -> LessonSession {
    LessonSession(shell: Shell(simulator: Simulation()), progress: file)
  }

  @Test("survives in one readable file")
  func roundTrip() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = ProgressFile(path: folder.appending(path: "state/tokki/lessons").path)
    let first = session(file)
    for line in [
      "lesson 1", "declare queue hello --durable --type quorum", "next", "solution --yes", "next",
      "skip",
    ] {
      _ = await first.evaluate(line)
    }
    #expect(
      try String(contentsOfFile: file.path, encoding: .utf8) == """
        # How far you are in Tokki's lessons. It is safe to delete this file.
        at 01-hello-world lost
        01-hello-world queue passed
        01-hello-world again shown
        01-hello-world publish skipped

        """)
    let second = session(file)
    _ = await second.evaluate("lesson 1")
    #expect(await second.place?.step == "lost", "it goes on where it was left")
    _ = await second.evaluate("lesson 5")
    #expect(await second.place?.lesson == "05-topics", "any lesson can be jumped to")
    let list = await second.render(second.evaluate("progress"))
    #expect(list.contains("01-hello-world  Hello World!  2 of 6 steps"))
    #expect(list.contains("✓ A place for messages"))
    #expect(list.contains("= Declare it again"))
    #expect(list.contains("- The first message"))
  }

  @Test("goes on after a step that was passed, and from the beginning once all were")
  func resume() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = ProgressFile(path: folder.appending(path: "lessons").path)
    let first = session(file)
    _ = await first.evaluate("lesson 3")
    _ = await first.evaluate("solution --yes")
    let second = session(file)
    _ = await second.evaluate("lesson 3")
    #expect(await second.place?.step == "temporary")
    for _ in 0..<4 {
      _ = await second.evaluate("solution --yes")
      _ = await second.evaluate("next")
    }
    let third = session(file)
    _ = await third.evaluate("lesson 3")
    #expect(await third.place?.step == "exchange")
  }

  @Test("of one lesson can be forgotten")
  func forget() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = ProgressFile(path: folder.appending(path: "lessons").path)
    let session = session(file)
    for line in [
      "lesson 2", "solution --yes", "lesson 1", "solution --yes", "lesson reset 1", "progress",
    ] {
      _ = await session.evaluate(line)
    }
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(text.contains("02-work-queues tasks shown"))
    #expect(!text.contains("01-hello-world queue shown"))
  }

  @Test("that cannot be written is said once, and the lesson goes on")
  func unwritable() async throws {
    let file = ProgressFile(path: "/dev/null/tokki/lessons")
    let session = session(file)
    let first = await session.evaluate("lesson 1")
    #expect(first.parts.contains(.note(.progressNotKept(path: file.path))))
    let second = await session.evaluate("skip")
    #expect(!second.parts.contains(.note(.progressNotKept(path: file.path))))
    #expect(await session.place?.step == "again")
  }

  @Test("stands in the user's state directory")
  func place() {
    #expect(
      ProgressFile.standard(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"])?.path
        == "/s/tokki/lessons")
    #expect(
      ProgressFile.standard(environment: ["HOME": "/h"])?.path == "/h/.local/state/tokki/lessons")
    #expect(ProgressFile.standard(environment: [:]) == nil)
  }

  @Test(
    "passes over lines that it does not understand",
    arguments: [
      "", "at\n", "\u{0}\n\n", "01-hello-world queue eaten\n", "at 99-nowhere nothing\n",
    ])
  func damaged(text: String) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = ProgressFile(path: folder.appending(path: "lessons").path)
    try text.write(toFile: file.path, atomically: true, encoding: .utf8)
    let session = session(file)
    _ = await session.evaluate("lesson 1")
    #expect(await session.place?.step == "queue")
  }
}
