/// A refusal in words: what is wrong, then what to do about it.
public struct Complaint: Hashable, Sendable, CustomStringConvertible {
  public var problem: String
  public var advice: String?

  public init(_ problem: String, _ advice: String? = nil) {
    self.problem = problem
    self.advice = advice
  }

  public var description: String { [problem, advice].compactMap(\.self).joined(separator: " ") }
}

extension ParseError {
  /// The error in words. Where it is, `range` tells.
  public func complaint(in language: Language) -> Complaint {
    ErrorSentences(language: language, command: command).complaint(reason)
  }
}
