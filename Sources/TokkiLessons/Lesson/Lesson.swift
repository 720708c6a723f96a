public import TokkiLanguage

/// One lesson: what happens (`lesson.tokki`) and what is said about it, in each language.
public struct Lesson: Hashable, Sendable {
  /// The name of its folder, such as `01-hello-world`.
  public var id: String
  public var steps: [Step]
  /// English first; a language without a file of its own is missing.
  public var texts: [LessonText]
  /// In the order of their file.
  public var clients: [ClientCode]

  public init(
    id: String, steps: [Step] = [], texts: [LessonText] = [], clients: [ClientCode] = []
  ) {
    self.id = id
    self.steps = steps
    self.texts = texts
    self.clients = clients
  }

  /// The text in that language, or else in English; whether it is the one that was asked for shows
  /// in its `language`.
  public func text(in language: Language) -> LessonText? {
    texts.first { $0.language == language } ?? texts.first { $0.language == .english }
  }
}
