import FoundationEssentials
import TokkiLanguage

/// All lessons, in the order of their numbers, with what is wrong in their files.
public struct LessonLibrary: Hashable, Sendable {
  public var lessons: [Lesson]
  /// Faults of form: what the files say is judged by `LessonCheck`.
  public var problems: [LessonProblem]

  /// The lessons that the program carries with it.
  public static func embedded() -> LessonLibrary { LessonLibrary(files: embeddedLessonFiles()) }

  /// The lessons of a folder, for authors.
  ///
  /// - Throws: `LessonProblem` where the folder cannot be read.
  public static func folder(_ path: String) throws(LessonProblem) -> LessonLibrary {
    let manager = FileManager.default
    guard let names = try? manager.subpathsOfDirectory(atPath: path) else {
      throw LessonProblem(
        file: path, rule: "the folder cannot be read",
        cure: "Name a folder that holds one folder for each lesson.")
    }
    let files = names.sorted().compactMap { name -> LessonFile? in
      var isFolder = false
      guard manager.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder), !isFolder
      else { return nil }
      return LessonFile(
        path: name, bytes: manager.contents(atPath: "\(path)/\(name)").map(Array.init) ?? [])
    }
    return LessonLibrary(files: files)
  }

  public init(files: [LessonFile]) {
    lessons = []
    problems = []
    for file in files.sorted(by: { $0.path < $1.path }) { add(file) }
    if lessons.isEmpty {
      problems.append(
        LessonProblem(
          file: "lessons", rule: "there is no lesson",
          cure: "Make a folder such as 01-hello-world with lesson.tokki, en.md and clients.md."))
    }
  }

  private mutating func add(_ file: LessonFile) {
    guard !file.name.isEmpty, !file.lessonID.isEmpty else {
      return problems.append(
        LessonProblem(
          file: file.path, rule: "the file stands outside of every lesson",
          cure: "Move it into a lesson's folder, or take it away."))
    }
    if lessons.last?.id != file.lessonID { lessons.append(Lesson(id: file.lessonID)) }
    let last = lessons.count - 1
    if file.name == "lesson.tokki" {
      let (steps, found) = StepParser.parse(file)
      lessons[last].steps = steps
      problems += found
    } else if file.name == "clients.md" {
      let (clients, found) = ClientParser.parse(file)
      lessons[last].clients = clients
      problems += found
    } else if let language = Language.allCases.first(where: { "\($0.rawValue).md" == file.name }) {
      let (text, found) = TextParser.parse(file, language: language)
      lessons[last].texts.append(text)
      problems += found
    } else {
      problems.append(
        LessonProblem(
          file: file.path, rule: "a lesson has no such file",
          cure: "Its files are lesson.tokki, clients.md, en.md, ko.md; take this one away."))
    }
  }

  /// The lesson of that number, folder name, or a part of the name; nil where none or several fit.
  public func lesson(named name: String) -> Lesson? {
    if let lesson = lessons.first(where: { $0.id == name }) { return lesson }
    if let number = Int(name) { return lessons.first { $0.number == number } }
    let fitting = lessons.filter { $0.id.lowercased().contains(name.lowercased()) }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The lesson after that one.
  public func lesson(after id: String) -> Lesson? {
    guard let index = lessons.firstIndex(where: { $0.id == id }), index + 1 < lessons.count
    else { return nil }
    return lessons[index + 1]
  }
}

extension Lesson {
  /// The number that its folder's name begins with.
  public var number: Int? { Int(id.prefix { $0.isASCII && $0.isNumber }) }
}
