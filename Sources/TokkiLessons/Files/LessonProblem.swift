/// What is wrong in a lesson's files: where, which rule is broken, and what mends it.
public struct LessonProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// From the lessons' folder: `01-hello-world/en.md`.
  public var file: String
  /// From 1; nil where the whole file, or a file that is not there, is meant.
  public var line: Int?
  public var rule: String
  public var cure: String

  public init(file: String, line: Int? = nil, rule: String, cure: String) {
    self.file = file
    self.line = line
    self.rule = rule
    self.cure = cure
  }

  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(rule). \(cure)"
  }
}
