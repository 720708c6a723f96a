import TokkiLanguage
public import TokkiShell

/// A shell with lessons: each line is either a command to the lessons or goes to the shell, and
/// then the coach speaks. Without a lesson begun it is the shell alone.
public actor LessonSession {
  /// Where a learner stands.
  struct Standing {
    var lesson: Lesson
    var index: Int
    var coach: Coach
    var hintCount = 0
    /// How many commands brought nothing since the last that did.
    var missCount = 0
    /// Whether all goals held at once, at some moment of this step.
    var isPassed = false
    /// Whether the solution was played in this step.
    var isShown = false
    var isPlaying = false
    var isAsked = false

    var step: Step { lesson.steps[index] }
  }

  /// After so many commands without progress the ways out are told.
  private static let patience = 4
  /// The name of the state in which free play began.
  static let playCheckpoint = "lesson-play"

  let shell: Shell
  /// The lessons that there are always.
  let builtIn: LessonLibrary
  /// Those of the folder that was opened last.
  var opened: LessonLibrary?
  let file: ProgressFile?
  var progress: Progress
  var standing: Standing?
  private var hasComplained = false

  /// - Parameters:
  ///   - shell: on a simulated broker; a lesson sets up stages of its own.
  ///   - progress: nil keeps none between runs.
  public init(shell: Shell, library: LessonLibrary = .embedded(), progress file: ProgressFile?) {
    self.shell = shell
    builtIn = library
    self.file = file
    progress = file?.read() ?? Progress()
  }

  /// The answer as text, in the shell's language and style.
  public func render(_ reply: LessonReply) async -> String {
    LessonRenderer(await shell.renderer).text(reply)
  }

  /// The lessons that numbers and names are looked for in.
  public var library: LessonLibrary { opened ?? builtIn }

  /// What the prompt shows: the lesson's number and the step's place in it; nil without a lesson.
  public var place: LessonPlace? {
    guard let standing else { return nil }
    return LessonPlace(
      lesson: standing.lesson.id,
      label: standing.lesson.number.map(String.init) ?? standing.lesson.id,
      step: standing.step.key, stepNumber: standing.index + 1,
      stepCount: standing.lesson.steps.count, isPlaying: standing.isPlaying,
      isPassed: standing.isPassed)
  }

  /// Carries a line out.
  public func evaluate(_ line: String) async -> LessonReply {
    language = await shell.configuration.language
    if standing?.isAsked == true {
      standing?.isAsked = false
      if Self.isYes(line) { return await playSolution() }
      if Self.isNo(line) { return LessonReply(parts: [.note(.cancelled)]) }
    }
    let isAway = await shell.isOnRealBroker
    switch Command.parse(line) {
    case .command(.lesson(let command)):
      if isAway, !command.onlyTells { return LessonReply(parts: [.refusal(.onRealBroker)]) }
      return await carryOut(command)
    case .command(let command):
      guard isAway else { return await carryOut(command, line: line) }
      return await carryOutAway(command, line: line)
    case .nothing, .incomplete, .failure:
      return LessonReply(outcome: await shell.run(line))
    }
  }

  private static func isYes(_ line: String) -> Bool {
    ["yes", "y", "네", "예", "solution"].contains(trimmed(line).lowercased())
  }

  private static func isNo(_ line: String) -> Bool {
    ["no", "n", "아니요", "아니오"].contains(trimmed(line).lowercased())
  }

  // MARK: The shell's commands

  /// On a real broker the lesson waits: nothing that is done there is any of its business.
  private func carryOutAway(_ command: Command, line: String) async -> LessonReply {
    var reply = reply(await shell.run(command, line: line))
    if standing != nil, standing?.isPlaying == false, await !shell.isOnRealBroker {
      reply.parts = [.note(.backInLesson)]
    }
    return reply
  }

  private func carryOut(_ command: Command, line: String) async -> LessonReply {
    guard let standing, !standing.isPlaying else {
      return reply(await shell.run(command, line: line))
    }
    if case .history(.reset) = command { return await restart() }
    var outcome = await shell.run(command, line: line)
    var parts: [LessonPart] = []
    if case .history(.undo) = command, await stopUndo(&outcome) { parts.append(.note(.stepBegins)) }
    if case .set = command { return reply(outcome) }
    if await shell.isOnRealBroker { parts.append(.note(.waiting)) }
    switch command {
    case .amqp, .connection, .operate, .simulation, .history:
      if outcome.status != .refused { parts += await coach(after: command) }
    case .broker, .look, .watch, .expect, .help, .set, .exit, .lesson: break
    }
    var reply = reply(outcome)
    reply.parts = parts
    return reply
  }

  private func reply(_ outcome: Outcome) -> LessonReply {
    LessonReply(outcome: outcome, leaves: outcome.status == .exit)
  }

  /// `undo` goes back to the step's beginning and no further. What it undid beyond is done again.
  private func stopUndo(_ outcome: inout Outcome) async -> Bool {
    guard case .answer(.undone(let labels)) = outcome.parts.first,
      let index = labels.firstIndex(of: Stage.label)
    else { return false }
    _ = await shell.run(.history(.redo(labels.count - index)), line: "redo")
    outcome.parts = index == 0 ? [] : [.answer(.undone(Array(labels[..<index])))]
    return true
  }

  /// What the coach says after a command. A step that was passed is left in peace.
  private func coach(after command: Command) async -> [LessonPart] {
    guard var coach = standing?.coach else { return [] }
    let judgement = await coach.judge(shell, isNew: !command.isHistory)
    standing?.coach = coach
    guard standing?.isPassed == false else { return [] }
    var parts = judgement.reached.map { LessonPart.reached(label: label(of: $0)) }
    parts += judgement.lost.map { .lost(label: label(of: $0)) }
    if judgement.isPassed { return parts + pass() }
    if let mistake = judgement.mistake, let sentence = text?.sentence(for: mistake) {
      parts.append(.mistake(sentence: sentence))
    } else if !judgement.reached.isEmpty || coach.isOnTheWay(command) {
      standing?.missCount = 0
      return parts
    } else if command.isHistory {
      return parts
    } else if let open = judgement.open {
      parts.append(.stillOpen(label: label(of: open.key), miss: open.miss))
    }
    return parts + encouragement()
  }

  /// After a few commands without progress the ways out are told.
  private func encouragement() -> [LessonPart] {
    let count = (standing?.missCount ?? 0) + 1
    standing?.missCount = count
    return count % Self.patience == 0 ? [.note(.stuck)] : []
  }

  /// All goals hold: the step is passed, whatever is done to the broker afterwards.
  func pass() -> [LessonPart] {
    guard let standing else { return [] }
    self.standing?.isPassed = true
    progress.note(
      standing.isShown ? .shown : .passed, lesson: standing.lesson.progressKey,
      step: standing.step.key)
    let complaint = save()
    let clients = standing.lesson.clients.filter { $0.step == standing.step.key }
    return [.passed(closing: text?.closing ?? "", clients: clients, next: following)] + complaint
  }

  private var following: Following {
    guard let standing else { return .nothing }
    if standing.index + 1 < standing.lesson.steps.count { return .step }
    guard let next = library.lesson(after: standing.lesson) else { return .nothing }
    return .lesson(title: next.text(in: language)?.title ?? next.id)
  }

  // MARK: Texts

  /// The shell's language, which the command `set language` changes.
  var language = Language.english

  var text: StepText? {
    guard let standing else { return nil }
    return standing.lesson.text(in: language)?.step(standing.step.key)
  }

  func label(of goal: String) -> String { text?.label(of: goal) ?? goal }

  /// Writes the progress down; complains once if that fails.
  func save() -> [LessonPart] {
    guard let file else { return [] }
    do {
      try file.write(progress)
      return []
    } catch {
      guard !hasComplained else { return [] }
      hasComplained = true
      return [.note(.progressNotKept(path: file.path))]
    }
  }
}

/// Where a learner stands, for a prompt.
public struct LessonPlace: Hashable, Sendable {
  /// The lesson's folder.
  public var lesson: String
  /// Its number, or else its folder's name.
  public var label: String
  /// The step's key.
  public var step: String
  /// From 1.
  public var stepNumber: Int
  public var stepCount: Int
  public var isPlaying: Bool
  public var isPassed: Bool
}

extension LessonCommand {
  /// Whether it tells of lessons without touching a broker.
  fileprivate var onlyTells: Bool {
    switch self {
    case .list, .listFolder, .progress: true
    case .show, .start, .startBuiltIn, .next, .hint, .solution, .skip, .goal, .play, .back,
      .restart, .forget:
      false
    }
  }
}

extension Command {
  fileprivate var isHistory: Bool { if case .history = self { true } else { false } }
}
