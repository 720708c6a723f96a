/// How far a command came that the user interrupted.
public struct Interruption: Hashable, Sendable {
  public enum Work: Hashable, Sendable {
    /// So many of the messages that were to be published.
    case published(Int, of: Int)
    /// So many milliseconds of virtual time.
    case passed(Int64, of: Int64)
  }

  public var work: Work
  /// The command that does just what was done.
  public var line: String

  public init(_ work: Work, line: String) {
    self.work = work
    self.line = line
  }
}

extension Outcome {
  /// The command that did it all, and what it told: where the user interrupted a longer one, the
  /// command as it would have been for what was done.
  public var completed: (line: String, outcome: Outcome)? {
    guard let place = parts.lastIndex(where: { $0.interruption != nil }),
      let interruption = parts[place].interruption
    else { return nil }
    var outcome = self
    outcome.line = interruption.line
    outcome.parts.remove(at: place)
    return (interruption.line, outcome)
  }
}

extension Outcome.Part {
  fileprivate var interruption: Interruption? {
    if case .answer(.interrupted(let interruption)) = self { interruption } else { nil }
  }
}
