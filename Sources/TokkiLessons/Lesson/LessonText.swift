public import TokkiLanguage

/// What is said about a lesson in one language.
public struct LessonText: Hashable, Sendable {
  public var language: Language
  public var title: String
  /// Markdown.
  public var introduction: String
  public var steps: [StepText]

  public init(
    language: Language, title: String, introduction: String = "", steps: [StepText] = []
  ) {
    self.language = language
    self.title = title
    self.introduction = introduction
    self.steps = steps
  }

  public func step(_ key: String) -> StepText? { steps.first { $0.key == key } }
}

/// What is said about a step in one language. The texts are Markdown.
public struct StepText: Hashable, Sendable {
  public var key: String
  public var line: Int
  public var title: String
  public var explanation: String
  /// What is to be done.
  public var task: String
  /// By the key of the goal.
  public var goals: [KeyedText]
  /// From a nudge to nearly the answer.
  public var hints: [String]
  /// By the key of the mistake: why it does not do.
  public var mistakes: [KeyedText]
  /// Said when the step is passed.
  public var closing: String

  public init(
    key: String, line: Int, title: String, explanation: String = "", task: String = "",
    goals: [KeyedText] = [], hints: [String] = [], mistakes: [KeyedText] = [],
    closing: String = ""
  ) {
    self.key = key
    self.line = line
    self.title = title
    self.explanation = explanation
    self.task = task
    self.goals = goals
    self.hints = hints
    self.mistakes = mistakes
    self.closing = closing
  }

  public func label(of goal: String) -> String? { goals.first { $0.key == goal }?.text }
  public func sentence(for mistake: String) -> String? {
    mistakes.first { $0.key == mistake }?.text
  }
}

/// A text under the key that it has in every language.
public struct KeyedText: Hashable, Sendable {
  public var key: String
  public var line: Int
  public var text: String

  public init(key: String, line: Int, text: String) {
    self.key = key
    self.line = line
    self.text = text
  }
}
