public import TokkiLanguage

/// One lesson: what happens (`lesson.tokki`) and what is said about it, in each language.
public struct Lesson: Hashable, Sendable {
  /// The name of its folder, such as `01-hello-world`.
  public var id: String
  /// Where its files are, as somebody named it; the id for a lesson that the program carries.
  public var folder: String
  /// What its progress is kept under. That of a lesson in a folder is the folder's whole path, so
  /// that it never mixes with another lesson of the same id.
  public var progressKey: String
  public var steps: [Step]
  /// English first; a language without a file of its own is missing.
  public var texts: [LessonText]
  /// In the order of their file.
  public var clients: [ClientCode]

  public init(
    id: String, steps: [Step] = [], texts: [LessonText] = [], clients: [ClientCode] = []
  ) {
    self.id = id
    folder = id
    progressKey = id
    self.steps = steps
    self.texts = texts
    self.clients = clients
  }

  /// The text in that language, or else in another; whether it is the one that was asked for shows
  /// in its `language`.
  public func text(in language: Language) -> LessonText? {
    texts.first { $0.language == language } ?? texts.first
  }

  /// The path of one of its files.
  func file(_ name: String) -> String { "\(folder)/\(name)" }
}
