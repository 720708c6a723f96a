import TokkiLanguage

/// All lessons, in the order of their numbers, with what is wrong in their files.
public struct LessonLibrary: Hashable, Sendable {
  public var lessons: [Lesson]
  /// Faults of form: what the files say is judged by `LessonCheck`.
  public var problems: [LessonProblem]
  /// The folder as it was named; nil for the lessons that the program carries.
  public internal(set) var folder: String?

  /// The lessons that the program carries with it.
  public static func embedded() -> LessonLibrary { LessonLibrary(files: embeddedLessonFiles()) }

  public init(files: [LessonFile]) {
    self.init(files: files, folder: nil)
  }

  init(files: [LessonFile], folder: String?) {
    lessons = []
    problems = []
    self.folder = folder
    for file in files.sorted(by: { $0.path < $1.path }) { add(file) }
    if lessons.isEmpty {
      problems.append(LessonProblem(.file(.noLesson), file: folder ?? "lessons"))
    }
  }

  private mutating func add(_ file: LessonFile) {
    guard !file.name.isEmpty, !file.lessonID.isEmpty else {
      return problems.append(LessonProblem(.file(.outside), file: file.place))
    }
    guard file.isOfLesson else {
      return problems.append(LessonProblem(.file(.stray), file: file.place))
    }
    if let line = file.brokenLine {
      problems.append(LessonProblem(.file(.noText), file: file.place, line: line))
    }
    if lessons.last?.id != file.lessonID {
      var lesson = Lesson(id: file.lessonID)
      lesson.folder = String(file.place.dropLast(file.name.count + 1))
      lessons.append(lesson)
    }
    let last = lessons.count - 1
    if file.name == LessonFile.steps {
      let (steps, found) = StepParser.parse(file)
      lessons[last].steps = steps
      problems += found
    } else if file.name == LessonFile.clients {
      let (clients, found) = ClientParser.parse(file)
      lessons[last].clients = clients
      problems += found
    } else if let language = file.language {
      let (text, found) = TextParser.parse(file, language: language)
      lessons[last].texts.append(text)
      problems += found
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
  public func lesson(after lesson: Lesson) -> Lesson? {
    guard let index = lessons.firstIndex(where: { $0.progressKey == lesson.progressKey }),
      index + 1 < lessons.count
    else { return nil }
    return lessons[index + 1]
  }
}

extension Lesson {
  /// The number that its folder's name begins with.
  public var number: Int? { Int(id.prefix { $0.isASCII && $0.isNumber }) }
}

extension LessonFile {
  static let steps = "lesson.tokki"
  static let clients = "clients.md"

  /// The names that the files of a lesson have.
  static let names = [steps, clients] + Language.allCases.map { "\($0.rawValue).md" }

  var isOfLesson: Bool { Self.names.contains(name) }

  /// Of a text.
  var language: Language? { Language.allCases.first { "\($0.rawValue).md" == name } }
}
