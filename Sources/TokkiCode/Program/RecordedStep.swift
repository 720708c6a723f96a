public import TokkiClient
public import TokkiLanguage

/// One command of a run, with all that clients did and learned by it.
public struct RecordedStep: Hashable, Sendable {
  /// As it was written, without passwords.
  public var line: String
  public var command: Command
  /// In the order in which they happened.
  public var reports: [ClientReport]

  public init(line: String, command: Command, reports: [ClientReport]) {
    self.line = line
    self.command = command
    self.reports = reports
  }
}
