import FoundationEssentials

/// A folder that somebody named: a lesson's own, or one that holds a folder for each lesson.
struct LessonFolder {
  /// As it was named, without slashes at its end.
  let path: String
  private var files: [LessonFile] = []
  private var problems: [LessonProblem] = []
  private let manager = FileManager.default

  private init(_ path: String) {
    var path = path[...]
    if path.hasSuffix("/\(LessonFile.steps)") { path = path.dropLast(LessonFile.steps.count) }
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    self.path = path == LessonFile.steps ? "." : String(path)
  }

  /// Whether a lesson is named by where it is, rather than by number or name.
  static func isPath(_ name: String) -> Bool {
    name.contains("/") || name == "." || name == ".." || name == "~"
  }

  /// The path as it is taken for one.
  static func playable(_ path: String) -> String { isPath(path) ? path : "./\(path)" }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The folders in there that are to be seen, each with that path before it.
  static func folders(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: expanded(path))) ?? []
    return names.filter { !$0.hasPrefix(".") && isFolder(expanded(path) + $0) }.sorted()
      .map { path + $0 }
  }

  /// With the home in the place of `~`, which no shell has replaced where a line was typed here.
  private static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"),
      let home = ProcessInfo.processInfo.environment["HOME"], home.hasPrefix("/")
    else { return path }
    return home + path.dropFirst()
  }

  /// - Throws: where the folder cannot be read.
  static func library(at path: String) throws(LessonProblem) -> LessonLibrary {
    var folder = LessonFolder(expanded(path))
    let names = try folder.names(in: folder.path)
    let isOneLesson = names.contains { LessonFile.names.contains($0) }
    if isOneLesson {
      folder.read(names, in: folder.path)
    } else {
      try folder.readLessons(names)
    }
    var library = LessonLibrary(files: folder.files, folder: folder.path)
    library.problems = folder.problems + library.problems
    for index in library.lessons.indices {
      library.lessons[index].progressKey = Self.word(
        Self.wholePath(library.lessons[index].folder))
    }
    return library
  }

  /// What is to be seen there, in order; editors' own files and hidden ones are nobody's matter.
  private func names(in folder: String) throws(LessonProblem) -> [String] {
    guard Self.isFolder(folder), let names = try? manager.contentsOfDirectory(atPath: folder) else {
      throw LessonProblem(.file(.folderUnreadable), file: folder)
    }
    return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("#") && !$0.hasSuffix("~") }.sorted()
  }

  private mutating func readLessons(_ names: [String]) throws(LessonProblem) {
    for name in names {
      let place = join(path, name)
      if Self.isFolder(place) {
        let inner = try self.names(in: place)
        if inner.contains(where: { LessonFile.names.contains($0) }) { read(inner, in: place) }
      } else if name.lowercased() != "readme.md" {
        problems.append(LessonProblem(.file(.outside), file: place))
      }
    }
  }

  private mutating func read(_ names: [String], in folder: String) {
    let id = Self.name(of: folder)
    for name in names {
      let place = join(folder, name)
      if Self.isFolder(place) {
        problems.append(LessonProblem(.file(.strayFolder), file: place))
      } else if !LessonFile.names.contains(name) {
        problems.append(LessonProblem(.file(.stray), file: place))
      } else if isFile(place), let bytes = manager.contents(atPath: place) {
        files.append(LessonFile(path: "\(id)/\(name)", bytes: Array(bytes), place: place))
      } else {
        problems.append(LessonProblem(.file(.unreadable), file: place))
      }
    }
  }

  /// A pipe or a device could be read for ever.
  private func isFile(_ path: String) -> Bool {
    let attributes = try? manager.attributesOfItem(atPath: Self.wholePath(path))
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  /// Of the folder, also where it is named `.` or `..`.
  private static func name(of folder: String) -> String {
    let whole = wholePath(folder)
    let name = whole.split(separator: "/").last.map(String.init) ?? "lesson"
    let last = folder.split(separator: "/").last.map(String.init) ?? name
    return last == "." || last == ".." ? name : last
  }

  static func wholePath(_ path: String) -> String {
    let path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    let whole = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    return whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole
  }

  /// The path as one word of a text file.
  private static func word(_ path: String) -> String {
    var word = ""
    for character in path {
      let isPlain = character != "%" && !character.isWhitespace && !character.isNewline
      if isPlain {
        word.append(character)
      } else {
        for byte in String(character).utf8 {
          word += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return word
  }
}

extension LessonLibrary {
  /// The lessons of a folder, which may be a lesson's own.
  ///
  /// - Throws: where the folder cannot be read.
  public static func folder(_ path: String) throws(LessonProblem) -> LessonLibrary {
    try LessonFolder.library(at: path)
  }
}
