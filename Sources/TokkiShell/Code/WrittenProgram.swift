public import TokkiLanguage

/// The run so far as a program: what the command `code` answers.
public struct WrittenProgram: Hashable, Sendable {
  public var language: ProgrammingLanguage
  public var text: String
  /// The file that it was written to; nil where it is shown.
  public var file: String?

  public init(language: ProgrammingLanguage, text: String, file: String? = nil) {
    self.language = language
    self.text = text
    self.file = file
  }
}

/// Why the command `code` writes no program.
public enum CodeRefusal: Hashable, Sendable {
  /// Nothing was done yet.
  case nothingDone
  case noSuchStep(Int, count: Int)
  case noSuchCheckpoint(String, known: [String])
  /// The run as it is now did not pass that checkpoint.
  case notPassed(checkpoint: String)
  case file(String, NewFileFault)
}

/// Makes files for commands that write one.
public protocol NewFiles: Sendable {
  /// Makes a file of that text. One that is there stays as it is.
  func make(_ path: String, text: String) -> NewFileFault?
}

/// Why a file was not made.
public enum NewFileFault: Hashable, Sendable {
  case isThere
  /// With the system's reason.
  case impossible(String)
}
