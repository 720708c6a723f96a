public import TokkiLanguage
public import TokkiShell

/// Writes down what a session does.
public protocol SessionRecorder: Sendable {
  /// Why the line is not to be run; nil if it may be.
  func objection(to line: String) async -> String?

  /// A whole line was carried out. What the user is to be told about the recording; nil if nothing.
  func take(_ outcome: Outcome, line: String, language: Language) async -> String?

  /// Something happened without a line.
  func take(news: Outcome, language: Language) async
}
