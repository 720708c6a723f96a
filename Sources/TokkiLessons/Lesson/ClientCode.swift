/// Lines of a program that does what a step did.
public struct ClientCode: Hashable, Sendable {
  /// The step's key.
  public var step: String
  /// As the fence names it: `go`, `python` …
  public var language: String
  public var line: Int
  public var code: String

  public init(step: String, language: String, line: Int, code: String) {
    self.step = step
    self.language = language
    self.line = line
    self.code = code
  }
}
