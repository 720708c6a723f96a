import Foundation
import Testing
import TokkiLanguage
import TokkiShell
import TokkiSimulation

@testable import TokkiLessons

/// Lessons that somebody has in folders of their own.
@Suite("A lesson in a folder")
struct LessonFolderTests {
  /// A place for folders, taken away in the end.
  private func inPlace(_ use: (_ place: String) async throws -> Void) async throws {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "tokki-\(UUID().uuidString)"
    ).path
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    try await use(place)
  }

  private func session(_ progress: ProgressFile? = nil) -> LessonSession {
    LessonSession(shell: Shell(simulator: Simulation()), progress: progress)
  }

  private func say(_ session: LessonSession, _ line: String) async -> String {
    await session.render(session.evaluate(line))
  }

  @Test("is begun by its path, and shows its name in the prompt")
  func path() async throws {
    try await inPlace { place in
      _ = try LessonSkeleton.write(to: place + "/my-lesson", title: "Mine")
      let session = session()
      for path in ["my-lesson", "my-lesson/", "my-lesson/lesson.tokki", "./my-lesson"] {
        let text = await say(session, "lesson \(place)/\(path)")
        #expect(text.hasPrefix("Lesson: Mine\n"), "\(text)")
        #expect(await session.place?.label == "my-lesson")
      }
      _ = await session.evaluate("declare queue orders --durable")
      #expect(await session.place?.isPassed == true)
    }
  }

  @Test("keeps its progress apart from another of the same name")
  func progress() async throws {
    try await inPlace { place in
      let file = ProgressFile(path: place + "/state")
      let names = ["a b/01-hello-world", "100%/01-hello-world"]
      for name in names { _ = try LessonSkeleton.write(to: "\(place)/\(name)") }
      let session = session(file)
      _ = await session.evaluate("lesson \"\(place)/\(names[0])\"")
      _ = await session.evaluate("declare queue orders --durable")
      let whole = LessonFolder.wholePath(place)
      let key = "\(whole)/a%20b/01-hello-world"
      #expect(file.read().entries.map(\.lesson) == [key])
      #expect(file.read().place == Progress.Place(lesson: key, step: "queue"))
      let list = await say(session, "lesson list")
      #expect(list.contains("  01-hello-world  Hello world  1 of 2 steps"), "\(list)")
      #expect(list.contains("  01-hello-world  Hello World!  0 of 6 steps"), "\(list)")
      _ = await session.evaluate("lesson \"\(place)/\(names[1])\"")
      #expect(await session.place?.stepNumber == 1)
      _ = await session.evaluate("lesson 1 --built-in")
      #expect(await session.place?.stepCount == 6)
      _ = await session.evaluate("lesson \"\(place)/\(names[0])\"")
      #expect(await session.place?.stepNumber == 2)
      #expect(
        await say(session, "lesson reset").hasPrefix("Progress forgotten: 01-hello-world"))
      #expect(file.read().entries.isEmpty)
    }
  }

  @Test("may stand with others in a folder, which is listed and stays open")
  func course() async throws {
    try await inPlace { place in
      for name in ["02-second", "01-first"] {
        _ = try LessonSkeleton.write(to: "\(place)/course/\(name)", title: name)
      }
      try "A course".write(toFile: place + "/course/README.md", atomically: true, encoding: .utf8)
      let session = session()
      let list = """
        Lessons in \(place)/course
          01-first  01-first  0 of 2 steps
          02-second  02-second  0 of 2 steps
        """
      #expect(await say(session, "lesson \(place)/course").hasPrefix(list))
      #expect(await say(session, "lesson list \(place)/course").hasPrefix(list))
      #expect(await say(session, "lesson 2").hasPrefix("Lesson: 02-second"))
      #expect(await session.place?.label == "2")
      #expect(await say(session, "lesson 01-hello-world").hasPrefix("Lesson: Hello World!"))
      #expect(await say(session, "lesson 2").hasPrefix("Lesson: Work Queues"))
    }
  }

  @Test("goes on with the next one of its folder, and ends there")
  func next() async throws {
    try await inPlace { place in
      for name in ["01-first", "02-second"] {
        _ = try LessonSkeleton.write(to: "\(place)/\(name)", title: name)
      }
      let session = session()
      for line in ["lesson \(place)", "lesson 1", "skip"] { _ = await session.evaluate(line) }
      #expect(await say(session, "skip").hasPrefix("Lesson: 02-second"))
      _ = await session.evaluate("skip")
      #expect(await say(session, "skip").hasPrefix("There is no further lesson."))
    }
  }

  @Test("is refused with file, line and cure where its files are at fault")
  func faulty() async throws {
    try await inPlace { place in
      let lesson = place + "/my-lesson"
      _ = try LessonSkeleton.write(to: lesson)
      let file = lesson + "/lesson.tokki"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("expect queue orders durable", with: "expect quue orders durable")
        .write(toFile: file, atomically: true, encoding: .utf8)
      let session = session()
      let reply = await session.evaluate("lesson \(lesson)")
      #expect(reply.isFailure && reply.hasFaultyFiles)
      #expect(await session.place == nil)
      let said = await session.render(reply)
      let problem = """
        \(file):15: the shell does not understand "expect quue orders durable". \
        Nothing can be expected of `quue`. Did you mean `queue`?
        """
      #expect(said.contains("\n  \(problem)\n"), "\(said)")
      #expect(said.contains("`tokki lesson check \(lesson)`"), "\(said)")
    }
  }

  @Test(
    "is told of where there is none, or what is no part of one",
    arguments: [
      ("nowhere", "nowhere: the folder cannot be read."),
      ("empty", "empty: there is no lesson."),
      ("stray", "stray/notes.txt: warning: a lesson has no such file."),
      ("stray", "stray/pictures: warning: a lesson has no folders in it."),
      ("latin", "latin/en.md:3: the line is no UTF-8 text."),
      ("pipe", "pipe/en.md: the file cannot be read."),
      (".", "./loose.txt: warning: the file stands outside of every lesson."),
    ])
  func faults(_ name: String, _ said: String) async throws {
    try await inPlace { place in
      let manager = FileManager.default
      for folder in ["stray", "latin", "pipe"] {
        _ = try LessonSkeleton.write(to: "\(place)/\(folder)")
      }
      try manager.createDirectory(atPath: place + "/empty", withIntermediateDirectories: true)
      try manager.createDirectory(
        atPath: place + "/stray/pictures", withIntermediateDirectories: true)
      for name in ["stray/notes.txt", "stray/.hidden", "stray/en.md~", "loose.txt"] {
        try "x".write(toFile: "\(place)/\(name)", atomically: true, encoding: .utf8)
      }
      try Data([0x23, 0x20, 0x41, 10, 10, 0xE9, 10]).write(
        to: URL(filePath: place + "/latin/en.md"))
      try manager.removeItem(atPath: place + "/pipe/en.md")
      mkfifo(place + "/pipe/en.md", 0o600)
      var problems: [LessonProblem] = []
      do throws(LessonProblem) {
        problems = try LessonLibrary.folder("\(place)/\(name)").problems
      } catch {
        problems = [error]
      }
      #expect(
        problems.contains { $0.description.hasPrefix("\(place)/\(said)") }, "\(problems)")
    }
  }

  @Test("is not written where there is something already")
  func taken() async throws {
    try await inPlace { place in
      try FileManager.default.createDirectory(
        atPath: place + "/empty", withIntermediateDirectories: true)
      _ = try LessonSkeleton.write(to: place + "/empty")
      try "x".write(toFile: place + "/file", atomically: true, encoding: .utf8)
      for name in ["empty", "file"] {
        #expect(throws: LessonProblem(.file(.taken), file: "\(place)/\(name)")) {
          try LessonSkeleton.write(to: "\(place)/\(name)")
        }
      }
      #expect(throws: LessonProblem(.file(.unwritable), file: "\(place)/file/lesson")) {
        try LessonSkeleton.write(to: "\(place)/file/lesson")
      }
    }
  }

  @Test("of that name is offered where no lesson has it")
  func offered() async {
    let session = session()
    let folder = FileManager.default.currentDirectoryPath.split(separator: "/").last ?? ""
    #expect(await !say(session, "lesson no-such-\(folder)").contains("folder"))
    #expect(
      await say(session, "lesson nix").hasPrefix("! There is no lesson nix. There are: 01-hello"))
  }
}
