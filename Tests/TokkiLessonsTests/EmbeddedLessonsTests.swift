import Foundation
import Testing
import TokkiLanguage
import TokkiLessons

@Suite("The lessons that come with the program")
struct EmbeddedLessonsTests {
  @Test("prove themselves in both languages")
  func check() async {
    for problem in await LessonCheck(.embedded()).problems() { Issue.record("\(problem)") }
  }

  @Test("are six, and speak English and Korean")
  func six() {
    let lessons = LessonLibrary.embedded().lessons
    #expect(
      lessons.map(\.id) == [
        "01-hello-world", "02-work-queues", "03-publish-subscribe", "04-routing", "05-topics",
        "06-rpc",
      ])
    for lesson in lessons {
      #expect(lesson.texts.map(\.language) == [.english, .korean], "\(lesson.id)")
      #expect((4...8).contains(lesson.steps.count), "\(lesson.id)")
    }
  }

  @Test("show programs that fit into 80 columns with their indent")
  func columns() {
    for lesson in LessonLibrary.embedded().lessons {
      for client in lesson.clients {
        for line in client.code.split(separator: "\n") {
          #expect(line.replacing("\t", with: "    ").count <= 76, "\(lesson.id): \(line)")
        }
      }
    }
  }

  @Test("are the files of the folder lessons, byte for byte")
  func folder() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      !folder.appending(path: $0).hasDirectoryPath && $0.contains(".")
    }
    let embedded = embeddedLessonFiles()
    #expect(embedded.map(\.path).sorted() == names.sorted())
    for file in embedded {
      let bytes = try Data(contentsOf: folder.appending(path: file.path))
      #expect(file.bytes == Array(bytes), "\(file.path)")
    }
    let read = try LessonLibrary.folder(folder.path)
    let lessons = LessonLibrary.embedded().lessons
    #expect(read.problems == [])
    #expect(read.lessons.map(\.id) == lessons.map(\.id))
    #expect(read.lessons.map(\.steps) == lessons.map(\.steps))
    #expect(read.lessons.map(\.texts) == lessons.map(\.texts))
    #expect(read.lessons.map(\.clients) == lessons.map(\.clients))
  }
}
