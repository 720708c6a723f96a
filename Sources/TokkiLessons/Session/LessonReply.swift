public import TokkiLanguage
public import TokkiShell

/// The answer to a line within the lessons: what the shell did, and what the lesson says to it.
public struct LessonReply: Hashable, Sendable {
  /// nil where the line went to the lesson alone.
  public var outcome: Outcome?
  public var parts: [LessonPart]
  /// Whether the line asks to leave.
  public var leaves: Bool

  public init(outcome: Outcome? = nil, parts: [LessonPart] = [], leaves: Bool = false) {
    self.outcome = outcome
    self.parts = parts
    self.leaves = leaves
  }

  /// Whether a script stops here: the shell's line failed, or the lesson refused.
  public var isFailure: Bool {
    if let outcome, outcome.isFailure { return true }
    return parts.contains { part in
      if case .refusal = part { true } else { false }
    }
  }
}

extension LessonReply {
  /// Whether a lesson's files could not be understood.
  public var hasFaultyFiles: Bool {
    parts.contains { part in
      if case .refusal(.faultyLesson) = part { true } else { false }
    }
  }
}

/// One thing that a lesson says.
public enum LessonPart: Hashable, Sendable {
  /// A lesson begins.
  case lesson(title: String, introduction: String)
  /// The text is not there in the language that was asked for.
  case untranslated(wanted: Language, shown: Language)
  /// A step begins, or is shown again. The lines of its set-up were run.
  case step(StepText, number: Int, of: Int, setup: [String])
  /// A step begins anew: its explanation was read already.
  case stepAgain(StepText, number: Int, of: Int)
  case goals([ShownGoal])
  /// How the broker looks now, and how it looks at the end of the solution.
  case pictures(now: Outcome, aim: Outcome)
  case reached(label: String)
  case lost(label: String)
  /// An open goal, and the first fact that differs.
  case stillOpen(label: String, miss: Verdict?)
  case mistake(sentence: String)
  /// All goals hold at once. `clients` do the same in a program.
  case passed(closing: String, clients: [ClientCode], next: Following)
  case hint(String, number: Int, of: Int)
  /// The solution will be played once this is confirmed.
  case confirmation
  /// A line of the solution, played.
  case played(Outcome)
  /// Those of a folder; nil are those that the program carries.
  case lessons([ShownLesson], folder: String?)
  case refusal(LessonRefusal)
  case note(LessonNote)
}

/// A goal as it is shown.
public struct ShownGoal: Hashable, Sendable {
  public var label: String
  public var isMet: Bool
  /// For an open one: the first fact that differs.
  public var miss: Verdict?
}

/// A lesson in the list.
public struct ShownLesson: Hashable, Sendable {
  public var id: String
  public var title: String
  public var passedCount: Int
  /// By key and title, with how each was left.
  public var steps: [ShownStep]
  public var isCurrent: Bool
  /// What it is begun by, if by no number.
  public var path: String?
}

/// A step in the list.
public struct ShownStep: Hashable, Sendable {
  public var title: String
  /// nil: not yet done.
  public var mark: Mark?
  public var isCurrent: Bool

  public enum Mark: Hashable, Sendable {
    case passed, shown, skipped
  }
}

/// What comes after a step.
public enum Following: Hashable, Sendable {
  case step
  case lesson(title: String)
  case nothing
}

/// Why a lesson did not do what it was asked.
public enum LessonRefusal: Hashable, Sendable {
  case noLesson
  /// There may be a folder of that name, which is opened by its path.
  case noSuchLesson(String, known: [String], folder: String? = nil)
  /// The files of a lesson, or of a folder, are at fault.
  case faultyLesson(String, [LessonProblem])
  /// `next`, while goals are open.
  case goalsOpen(Int)
  case notPlaying
  case alreadyPlaying
  /// Lessons are on the simulation, and commands go to a real broker.
  case onRealBroker
  /// Lessons begin on an empty broker, and clients elsewhere are using this one.
  case servesOthers
  /// A line of the set-up or the solution failed: the lesson itself is at fault.
  case brokenLesson(lesson: String, line: Int)
}

/// Small things that a lesson says.
public enum LessonNote: Hashable, Sendable {
  case playing
  case backInLesson
  case cancelled
  case noMoreHints
  /// Several commands brought nothing: there is a hint, undo, and a new beginning.
  case stuck
  /// `undo` cannot go further: the step begins here.
  case stepBegins
  case forgotten(lesson: String)
  case finishedAll
  case progressNotKept(path: String)
  /// A real broker was connected: the lesson waits on the simulation.
  case waiting
}
