import TokkiLanguage
public import TokkiShell

/// Watches one step: which goals hold, and which wrong turn was taken. It looks at the broker and
/// at what happened, never at the text that was typed.
struct Coach: Sendable {
  private struct WatchedGoal {
    var goal: Goal
    var expectations: [Expectation]
  }

  private struct WatchedMistake {
    var mistake: Mistake
    /// What the last command alone caused, and the present state.
    var signs: [Expectation]
    var pastSigns: [Expectation]

    /// Whether a sign tells of the last command, so that making the mistake twice is two mistakes.
    var isOfLastCommand: Bool { signs.contains { $0.subject.isOfThePast } }
  }

  private let goals: [WatchedGoal]
  private let mistakes: [WatchedMistake]
  private let solution: [Command]
  private(set) var states: [GoalState]
  private var firstAsked = 0
  /// The mistake that stood after the last command.
  private var standing: String?

  init(step: Step) {
    goals = step.goals.map { goal in
      WatchedGoal(goal: goal, expectations: goal.expectations.compactMap(Expectation.init(line:)))
    }
    mistakes = step.mistakes.map { mistake in
      WatchedMistake(
        mistake: mistake, signs: mistake.signs.compactMap(Expectation.init(line:)),
        pastSigns: mistake.pastSigns.compactMap(Expectation.init(line:)))
    }
    solution = step.solution.compactMap { line in
      if case .command(let command) = Command.parse(line.text) { command } else { nil }
    }
    states = step.goals.map { GoalState(key: $0.key) }
  }

  var isPassed: Bool { states.allSatisfy(\.isMet) }

  /// Whether the solution has such a command, too: then it need not bring a goal about by itself.
  /// No step is passed by this; it only spares the learner a remark.
  func isOnTheWay(_ command: Command) -> Bool {
    solution.contains { $0.isLike(command) }
  }

  /// Looks at the goals without saying anything.
  mutating func look(_ shell: Shell) async {
    var found: [GoalState] = []
    for watched in goals {
      var state = GoalState(key: watched.goal.key, isMet: true)
      for expectation in watched.expectations where state.isMet {
        let verdict = await shell.evaluate(expectation)
        if !verdict.isMet { state = GoalState(key: watched.goal.key, miss: verdict) }
      }
      found.append(state)
    }
    states = found
  }

  /// Whether all goals hold now. It asks first for the one that did not when it was asked last,
  /// and for no more than it must.
  mutating func passes(_ shell: Shell) async -> Bool {
    for offset in goals.indices {
      let index = (firstAsked + offset) % goals.count
      for expectation in goals[index].expectations where await !shell.evaluate(expectation).isMet {
        firstAsked = index
        return false
      }
    }
    return true
  }

  /// What is to be said after a command.
  ///
  /// - Parameter isNew: whether something was done, rather than undone or done again; only then is
  ///   there a last command to find a mistake in.
  mutating func judge(_ shell: Shell, isNew: Bool) async -> Judgement {
    let before = states
    await look(shell)
    var judgement = Judgement(isPassed: isPassed)
    for (old, new) in zip(before, states) where old.isMet != new.isMet {
      if new.isMet { judgement.reached.append(new.key) } else { judgement.lost.append(new.key) }
    }
    let mistake = await recognised(shell, isNew: isNew)
    if let mistake, mistake.isOfLastCommand || mistake.mistake.key != standing {
      judgement.mistake = mistake.mistake.key
    }
    standing = mistake?.mistake.key
    judgement.open = states.first { !$0.isMet }
    return judgement
  }

  /// The first mistake whose goal is open and whose signs all hold.
  private func recognised(_ shell: Shell, isNew: Bool) async -> WatchedMistake? {
    for watched in mistakes where isNew || !watched.isOfLastCommand {
      let isOpen = states.contains { $0.key == watched.mistake.goal && !$0.isMet }
      if isOpen, await holds(watched, shell) { return watched }
    }
    return nil
  }

  private func holds(_ watched: WatchedMistake, _ shell: Shell) async -> Bool {
    guard !watched.signs.isEmpty || !watched.pastSigns.isEmpty else { return false }
    for sign in watched.signs {
      if await !shell.evaluate(sign, of: .lastCommand).isMet { return false }
    }
    for sign in watched.pastSigns {
      if await !shell.evaluate(sign).isMet { return false }
    }
    return true
  }
}

/// A goal, and whether it holds now.
public struct GoalState: Hashable, Sendable {
  public var key: String
  public var isMet: Bool
  /// The first of its expectations that does not hold, with the first fact that differs.
  public var miss: Verdict?

  init(key: String, isMet: Bool = false, miss: Verdict? = nil) {
    self.key = key
    self.isMet = isMet
    self.miss = miss
  }
}

/// What the coach makes of a command.
struct Judgement: Hashable, Sendable {
  var isPassed: Bool
  /// Goals that hold now and did not before.
  var reached: [String] = []
  /// Goals that held before and do not now.
  var lost: [String] = []
  /// The key of a mistake that was made.
  var mistake: String?
  /// The first goal that is open.
  var open: GoalState?

  init(isPassed: Bool) { self.isPassed = isPassed }
}

extension Expectation {
  /// nil where the line is no `expect` command.
  init?(line: SourceLine) {
    guard case .command(.expect(let expectation)) = Command.parse(line.text) else { return nil }
    self = expectation
  }
}

extension ExpectedObject {
  /// Whether it tells of what happened rather than of what is.
  var isOfThePast: Bool {
    switch self {
    case .queue, .exchange, .binding, .consumer, .connection, .virtualHost, .message, .policy,
      .operatorPolicy, .user, .permissions:
      false
    case .lastRoute, .lastError, .published, .delivered, .acknowledged, .rejected, .requeued,
      .removed, .deadLettered, .returned, .confirmed, .refused, .closed:
      true
    }
  }
}

extension Command {
  /// Whether both do the same, whatever a message says and however long one waits.
  fileprivate func isLike(_ other: Command) -> Bool {
    switch (self, other) {
    case (.amqp(.publish(let left), by: _), .amqp(.publish(let right), by: _)):
      left.method.exchange == right.method.exchange
        && left.method.routingKey == right.method.routingKey
    case (.simulation(.advance), .simulation(.advance)): true
    case (.amqp, _), (.connection, _), (.operate, _), (.broker, _), (.simulation, _), (.look, _),
      (.watch, _), (.expect, _),
      (.history, _), (.lesson, _), (.help, _), (.set, _), (.exit, _):
      self == other
    }
  }
}
