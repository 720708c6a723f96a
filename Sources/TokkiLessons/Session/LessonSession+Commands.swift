import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// The commands to the lessons themselves.
extension LessonSession {
  func carryOut(_ command: LessonCommand) async -> LessonReply {
    switch command {
    case .list, .progress: return LessonReply(parts: listParts())
    case .listFolder(let folder): return list(folder)
    case .start(let name):
      return await shell.isServing() ? refused(.servesOthers) : await start(name)
    case .startBuiltIn(let name):
      if await shell.isServing() { return refused(.servesOthers) }
      return await start(name, in: builtIn)
    case .forget(let name): return await forget(name)
    case .show:
      guard standing != nil else { return LessonReply(parts: listParts()) }
      return LessonReply(parts: stepParts(setup: []) + [.goals(shownGoals())])
    case .next, .hint, .solution, .skip, .goal, .play, .back, .restart: break
    }
    guard let standing else { return refused(.noLesson) }
    if standing.isPlaying, command != .back {
      return command == .play ? refused(.alreadyPlaying) : await leavePlay(then: command)
    }
    switch command {
    case .next:
      let open = standing.coach.states.count { !$0.isMet }
      return standing.isPassed ? await goOn() : refused(.goalsOpen(open))
    case .skip: return await skip()
    case .hint: return hint()
    case .goal: return await goal()
    case .solution(let confirmed):
      if confirmed { return await playSolution() }
      self.standing?.isAsked = true
      return LessonReply(parts: [.confirmation])
    case .play: return await play()
    case .back: return standing.isPlaying ? await leavePlay() : refused(.notPlaying)
    case .restart: return await restart()
    case .list, .listFolder, .progress, .start, .startBuiltIn, .forget, .show:
      return LessonReply()
    }
  }

  func refused(_ refusal: LessonRefusal) -> LessonReply {
    LessonReply(parts: [.refusal(refusal)])
  }

  // MARK: From step to step

  /// Begins a lesson where it was left. A folder's comes before one that there is always.
  private func start(_ name: String) async -> LessonReply {
    if LessonFolder.isPath(name) { return await open(name) }
    if let opened, opened.lesson(named: name) != nil { return await start(name, in: opened) }
    return await start(name, in: builtIn)
  }

  func start(_ name: String, in library: LessonLibrary) async -> LessonReply {
    guard let lesson = library.lesson(named: name) else { return refused(unknown(name)) }
    let obstacles = LessonCheck(library).obstacles(to: lesson)
    guard obstacles.isEmpty, !lesson.steps.isEmpty else {
      return refused(.faultyLesson(lesson.folder, obstacles))
    }
    opened = library.folder == nil ? nil : library
    return await begin(lesson, at: progress.step(of: lesson), isNew: true)
  }

  private func unknown(_ name: String) -> LessonRefusal {
    var all = builtIn
    all.lessons += opened?.lessons ?? []
    return all.refusal(of: name) ?? .noSuchLesson(name, known: all.lessons.map(\.id))
  }

  private func begin(_ lesson: Lesson, at index: Int, isNew: Bool) async -> LessonReply {
    language = await shell.configuration.language
    standing = Standing(lesson: lesson, index: index, coach: Coach(step: lesson.steps[index]))
    progress.go(to: Progress.Place(lesson: lesson.progressKey, step: lesson.steps[index].key))
    var reply = LessonReply()
    if isNew, let text = lesson.text(in: language) {
      reply.parts.append(
        .lesson(title: text.title, introduction: index == 0 ? text.introduction : ""))
    }
    reply.parts += save()
    let failed = await setStage()
    reply.parts += stepParts(setup: lesson.steps[index].setup.map(\.text))
    reply.parts.append(.goals(shownGoals()))
    if let failed { reply.parts.append(.refusal(failed)) }
    return reply
  }

  private func setStage() async -> LessonRefusal? {
    guard let standing else { return nil }
    let failed = await Stage.set(standing.step, on: shell).map { failure in
      LessonRefusal.brokenLesson(lesson: standing.lesson.folder, line: failure.line.number)
    }
    var coach = Coach(step: standing.step)
    await coach.look(shell)
    self.standing?.coach = coach
    return failed
  }

  private func goOn() async -> LessonReply {
    guard let standing else { return refused(.noLesson) }
    if standing.index + 1 < standing.lesson.steps.count {
      return await begin(standing.lesson, at: standing.index + 1, isNew: false)
    }
    if let next = library.lesson(after: standing.lesson), !next.steps.isEmpty {
      return await begin(next, at: 0, isNew: true)
    }
    return LessonReply(parts: [.note(.finishedAll)])
  }

  private func skip() async -> LessonReply {
    guard let standing else { return refused(.noLesson) }
    if !standing.isPassed {
      progress.note(.skipped, lesson: standing.lesson.progressKey, step: standing.step.key)
    }
    return await goOn()
  }

  /// The same step from its beginning.
  func restart() async -> LessonReply {
    guard let standing, let text else { return refused(.noLesson) }
    let again = Standing(
      lesson: standing.lesson, index: standing.index, coach: standing.coach,
      hintCount: standing.hintCount)
    self.standing = again
    let failed = await setStage()
    let part = LessonPart.stepAgain(
      text, number: standing.index + 1, of: standing.lesson.steps.count)
    return LessonReply(
      parts: [part, .goals(shownGoals())] + (failed.map { [.refusal($0)] } ?? []))
  }

  private func forget(_ name: String?) async -> LessonReply {
    guard let lesson = named(name) else { return refused(name.map(unknown) ?? .noLesson) }
    progress.forget(lesson: lesson.progressKey)
    var reply = LessonReply(parts: save() + [.note(.forgotten(lesson: lesson.id))])
    if standing?.lesson.progressKey == lesson.progressKey {
      reply.parts += await begin(lesson, at: 0, isNew: true).parts
    }
    return reply
  }

  /// nil is the one that is going on.
  private func named(_ name: String?) -> Lesson? {
    guard let name else { return standing?.lesson }
    if LessonFolder.isPath(name) {
      let found = try? LessonLibrary.folder(name)
      return found?.lessons.count == 1 ? found?.lessons.first : nil
    }
    return opened?.lesson(named: name) ?? builtIn.lesson(named: name)
  }

  // MARK: Help on the way

  private func hint() -> LessonReply {
    guard let standing, let hints = text?.hints, standing.hintCount < hints.count else {
      return LessonReply(parts: [.note(.noMoreHints)])
    }
    self.standing?.hintCount += 1
    let index = standing.hintCount
    return LessonReply(parts: [.hint(hints[index], number: index + 1, of: hints.count)])
  }

  private func goal() async -> LessonReply {
    guard let standing else { return refused(.noLesson) }
    let now = await shell.run(Self.show, line: "show")
    let aim = await picture(at: standing.step)
    return LessonReply(
      parts: [.goals(shownGoals(isDetailed: true)), .pictures(now: now, aim: aim)])
  }

  /// What the broker looks like when the step was solved, found on another one.
  private func picture(at step: Step) async -> Outcome {
    let configuration = await shell.configuration
    let simulation = Simulation(profile: configuration.profile, seed: configuration.seed)
    return await Stage.picture(
      of: step, on: Shell(simulator: simulation, configuration: configuration))
  }

  private static let show = Command.look(.show)

  /// From the step's beginning, line by line, with what each does.
  func playSolution() async -> LessonReply {
    guard standing != nil else { return refused(.noLesson) }
    let failed = await setStage()
    standing?.isShown = true
    var reply = LessonReply()
    if let failed { reply.parts.append(.refusal(failed)) }
    for line in standing?.step.solution ?? [] {
      reply.parts.append(.played(await shell.run(line.text)))
    }
    guard var coach = standing?.coach else { return reply }
    await coach.look(shell)
    standing?.coach = coach
    reply.parts.append(.goals(shownGoals(isDetailed: true)))
    if coach.isPassed { reply.parts += pass() }
    return reply
  }

  // MARK: Free play

  private func play() async -> LessonReply {
    let name = Self.playCheckpoint
    _ = await shell.run(.history(.checkpoint(name)), line: "checkpoint \(name)")
    standing?.isPlaying = true
    return LessonReply(parts: [.note(.playing)])
  }

  private func leavePlay() async -> LessonReply {
    let name = Self.playCheckpoint
    _ = await shell.run(.history(.goto(checkpoint: name)), line: "goto \(name)")
    standing?.isPlaying = false
    return LessonReply(parts: [.note(.backInLesson), .goals(shownGoals())])
  }

  private func leavePlay(then command: LessonCommand) async -> LessonReply {
    var reply = await leavePlay()
    reply.parts.removeLast()
    reply.parts += await carryOut(command).parts
    return reply
  }

  // MARK: What is shown

  private func stepParts(setup: [String]) -> [LessonPart] {
    guard let standing, let text else { return [] }
    var parts: [LessonPart] = []
    if let whole = standing.lesson.text(in: language), whole.language != language {
      parts.append(.untranslated(wanted: language, shown: whole.language))
    }
    parts.append(
      .step(text, number: standing.index + 1, of: standing.lesson.steps.count, setup: setup))
    return parts
  }

  /// - Parameter isDetailed: whether open goals tell what differs.
  func shownGoals(isDetailed: Bool = false) -> [ShownGoal] {
    (standing?.coach.states ?? []).map { state in
      ShownGoal(
        label: label(of: state.key), isMet: state.isMet, miss: isDetailed ? state.miss : nil)
    }
  }
}
