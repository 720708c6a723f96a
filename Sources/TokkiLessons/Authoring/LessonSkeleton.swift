/// A small lesson that is whole, and shows by its comments how lessons are written.
public enum LessonSkeleton {
  /// Writes it into a folder that is not there yet, or is empty.
  ///
  /// - Parameter title: nil makes one of the folder's name.
  /// - Throws: where there is something in the folder already, or it cannot be written.
  public static func write(
    to path: String, title: String? = nil
  ) throws(LessonProblem) -> WrittenLesson {
    try WrittenLesson(files: files(title: title ?? self.title(of: path)), to: path)
  }

  static func files(title: String) -> [LessonFile] {
    let title = line(title)
    let texts = [
      (LessonFile.steps, SkeletonText.steps), ("en.md", SkeletonText.english),
      ("ko.md", SkeletonText.korean), (LessonFile.clients, SkeletonText.clients),
    ]
    return texts.map { name, text in
      LessonFile(path: "lesson/\(name)", text: text.replacing("{{title}}", with: title))
    }
  }

  /// On one line, whatever is in it.
  static func line(_ text: String) -> String {
    let words = text.split { character in
      character.isWhitespace
        || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    return words.isEmpty ? "A lesson" : words.joined(separator: " ")
  }

  /// `03-my-lesson` is "My lesson".
  static func title(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let words = name.drop { $0.isNumber || $0 == "-" || $0 == "." }
      .split { $0 == "-" || $0 == "_" || $0.isWhitespace }
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
