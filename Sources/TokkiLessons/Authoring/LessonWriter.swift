import FoundationEssentials
public import TokkiLanguage
import TokkiShell

/// A lesson that was written into a folder.
public struct WrittenLesson: Hashable, Sendable {
  /// As it was named; with `./` before it where it would be taken for a lesson's name.
  public var folder: String
  /// The names of its files.
  public var files: [String]

  init(folder: String, files: [String]) {
    self.folder = folder
    self.files = files
  }

  /// Writes the files of a lesson.
  ///
  /// - Throws: where there is something in the folder already, or it cannot be written.
  init(files: [LessonFile], to path: String) throws(LessonProblem) {
    folder = LessonFolder.playable(path)
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    self.files = files.map(\.name)
    let manager = FileManager.default
    guard Self.isFree(folder) else { throw LessonProblem(.file(.taken), file: folder) }
    let wasThere = LessonFolder.isFolder(folder)
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for file in files {
        try Data(file.bytes).write(to: URL(filePath: "\(folder)/\(file.name)"))
      }
    } catch {
      let made = wasThere ? self.files.map { "\(folder)/\($0)" } : [folder]
      for path in made { try? manager.removeItem(atPath: path) }
      throw LessonProblem(.file(.unwritable), file: folder)
    }
  }

  /// Whether nothing is there, or an empty folder.
  private static func isFree(_ path: String) -> Bool {
    guard (try? FileManager.default.attributesOfItem(atPath: path)) != nil else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
  }

  /// What was written, and what to do next; without the last line's end.
  public func text(in language: Language) -> String {
    let place = ShellWord.quoted(folder)
    let next = [
      ("tokki lesson check \(place)", Localized("proves it", "검사합니다")),
      (
        "tokki lesson preview \(place)",
        Localized("shows it as a student sees it", "학습자에게 보이는 대로 보여 줍니다")
      ),
      ("tokki lesson \(place)", Localized("plays it", "직접 해 봅니다")),
    ]
    let cells = next.map { DisplayWidth.of($0.0) }.max() ?? 0
    let lines = next.map { command, does in
      let gap = String(repeating: " ", count: cells - DisplayWidth.of(command) + 2)
      return "  \(VisibleText.escaped(command))\(gap)\(does[language])"
    }
    let head = "✓ \(VisibleText.escaped(folder)): \(files.joined(separator: ", "))"
    return ([head] + lines).joined(separator: "\n")
  }

  /// `{"tokki":1,"written":{"folder":…,"files":[…]}}`
  public var json: String {
    let written = JSONValue.object([
      .init("folder", .string(folder)), .init("files", .array(files.map(JSONValue.string))),
    ])
    return JSONValue.object([.init("tokki", 1), .init("written", written)]).text
  }
}

/// A path as a shell reads it back.
enum ShellWord {
  static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || ["/", ".", "_", "-", "+", "@", ":", ","].contains(scalar)
      }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
