/// The command `code`: the run so far as a program for a real client.
public struct CodeRequest: Hashable, Sendable {
  /// Where the program begins.
  public enum Start: Hashable, Sendable {
    /// From 1.
    case step(Int)
    case checkpoint(String)
  }

  public var language: ProgrammingLanguage
  /// nil: at the beginning of the run.
  public var start: Start?
  /// A file to write it to, which must not be there; nil shows it.
  public var file: String?

  public init(language: ProgrammingLanguage, start: Start? = nil, file: String? = nil) {
    self.language = language
    self.start = start
    self.file = file
  }
}

/// The ecosystems whose usual client a program can be written for.
public enum ProgrammingLanguage: String, Hashable, Sendable, CaseIterable {
  case go
  case python
  case java
  case javascript
  case swift
  case csharp
}
