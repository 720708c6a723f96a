/// One step of a lesson. It begins on a stage of its own: an empty broker, then the set-up.
public struct Step: Hashable, Sendable {
  /// Unique in its lesson, and the key of its prose.
  public var key: String
  public var line: Int
  public var setup: [SourceLine]
  public var goals: [Goal]
  public var solution: [SourceLine]
  public var mistakes: [Mistake]
  /// Mutations of the solution that no goal need notice.
  public var freedoms: [Freedom] = []

  public init(
    key: String, line: Int, setup: [SourceLine] = [], goals: [Goal] = [],
    solution: [SourceLine] = [], mistakes: [Mistake] = []
  ) {
    self.key = key
    self.line = line
    self.setup = setup
    self.goals = goals
    self.solution = solution
    self.mistakes = mistakes
  }
}

/// A line of a lesson file that the shell is to understand.
public struct SourceLine: Hashable, Sendable {
  public var text: String
  /// From 1.
  public var number: Int

  public init(text: String, number: Int) {
    self.text = text
    self.number = number
  }
}

/// What is to become true in a step: all of its `expect` lines together.
public struct Goal: Hashable, Sendable {
  public var key: String
  public var expectations: [SourceLine]

  public init(key: String, expectations: [SourceLine]) {
    self.key = key
    self.expectations = expectations
  }
}

/// What a learner may do otherwise than the solution does, and why it does not matter in that step.
public struct Freedom: Hashable, Sendable {
  public var mutation: Mutation
  public var reason: String
  public var line: Int
}

/// A wrong turn that beginners take. It is known by what it leads to, not by the words typed: by
/// the state after a command, and by what that command alone caused.
public struct Mistake: Hashable, Sendable {
  public var key: String
  /// The goal that stays open.
  public var goal: String
  public var line: Int
  /// The mistake was made when all of these hold; of what happened they see what the last command
  /// caused.
  public var signs: [SourceLine]
  /// The same, but of what happened they see all since the step began.
  public var pastSigns: [SourceLine]
  /// Lines that make it, from the step's beginning.
  public var attempt: [SourceLine]

  public init(
    key: String, goal: String, line: Int, signs: [SourceLine] = [],
    pastSigns: [SourceLine] = [], attempt: [SourceLine] = []
  ) {
    self.key = key
    self.goal = goal
    self.line = line
    self.signs = signs
    self.pastSigns = pastSigns
    self.attempt = attempt
  }
}
