import ArgumentParser
import TokkiLanguage
import TokkiREPL
import TokkiShell
import TokkiSimulation

/// A demo on this terminal.
struct DemoSession {
  private let demo: Demo
  private let path: String
  private let session: ProgramSession

  init(_ file: DemoFile, _ session: ProgramSession) {
    (demo, path, self.session) = (file.demo, file.path, session)
  }

  private var style: Style { session.renderer.style }

  // MARK: Playing

  func play(_ arguments: PlaySubcommand) throws -> ExitStatus {
    if arguments.chapters { return listChapters() }
    let start = try start(arguments.from)
    let notes = try arguments.notesTo.map(notesFile)
    let isLive = session.console.editsLines && !session.settings.isJSON
    let status: ExitStatus
    if isLive, arguments.mode != .instant {
      status = play(isTyped: arguments.mode != .step, arguments.speed, from: start, notes)
    } else if let mode = arguments.mode, hasUserOfLines {
      status = play(mode, byLineFrom: start, notes)
    } else {
      status = writeAll(from: start, notes)
    }
    guard !demo.differingLines.isEmpty else { return status }
    let words = DemoWords(language: session.settings.language)
    TextOutput.complaints.write(words.differences(of: demo, fileName: path).text + "\n")
    return status == .success ? .checkFailed : status
  }

  private func start(_ chapter: String?) throws -> Int {
    guard let chapter else { return 0 }
    guard let found = demo.chapter(named: chapter) else {
      throw ValidationError(
        "There is no chapter \(VisibleText.name(chapter)); --chapters lists them.")
    }
    return demo.chapters[found].start
  }

  private func play(
    isTyped: Bool, _ speed: Double, from start: Int, _ notes: PlaceFile?
  ) -> ExitStatus {
    let startedAt = PlaceFile.now()
    let player = DemoPlayer(
      demo,
      DemoPlayer.Configuration(
        isTyped: isTyped, speed: speed, start: start, language: session.settings.language,
        style: { session.renderer.style }, live: live,
        follow: { state, place in
          notes?.write(DemoPlace(state, step: place, in: demo, startedAt: startedAt))
        }))
    guard let player else { return .internalFault }
    return player.run()
  }

  /// Whether there is a user, but no way to hear of single keys.
  private var hasUserOfLines: Bool {
    session.console.hasUser && !session.console.editsLines && !session.settings.isJSON
  }

  private func play(
    _ mode: PlaySubcommand.Mode, byLineFrom start: Int, _ notes: PlaceFile?
  ) -> ExitStatus {
    switch mode {
    case .instant: break
    case .typed:
      let words = DemoWords(language: session.settings.language)
      TextOutput.complaints.write(words.noKeys.text + "\n")
    case .step:
      let startedAt = PlaceFile.now()
      return DemoStepper(
        demo, from: start, language: session.settings.language, style: style,
        follow: { state, place in
          notes?.write(DemoPlace(state, step: place, in: demo, startedAt: startedAt))
        }
      ).run()
    }
    return writeAll(from: start, notes)
  }

  /// The prompt, on a broker that has gone through the demo so far.
  private func live(at place: Int) -> ExitStatus {
    let shell = Shell(
      simulator: Simulation(profile: demo.profile, seed: demo.seed),
      finder: ProgramSession.finder,
      configuration: Shell.Configuration(
        language: demo.language, profile: demo.profile, seed: demo.seed))
    wait {
      for line in demo.lines(before: place) { _ = await shell.run(line) }
    }
    let evaluator = LiveEvaluator(session.evaluator(of: shell))
    return session.converse(evaluator: evaluator, announcements: Announcements())
  }

  /// Without keys, and without waiting.
  private func writeAll(from start: Int, _ notes: PlaceFile?) -> ExitStatus {
    let range = start..<demo.beats.count
    let end = DemoPlace(.over, step: range.upperBound, in: demo, startedAt: PlaceFile.now())
    defer { notes?.write(end) }
    guard session.settings.isJSON else {
      let renderer = DemoRenderer(demo, style: style)
      let isRead = TextOutput.results.write(renderer.text(renderer.lines(of: range)))
      return isRead ? .success : .checkFailed
    }
    for case .command(let command) in demo.beats[range].map(\.content) {
      TextOutput.results.write(OutcomeJSON.text(command.outcome) + "\n")
    }
    return .success
  }

  private func listChapters() -> ExitStatus {
    for (number, chapter) in demo.chapters.enumerated() {
      let line =
        session.settings.isJSON
        ? JSONValue.object([
          .init("tokki", 1), .init("chapter", .string(chapter.title)),
          .init("number", .integer(Int64(number + 1))),
          .init("line", .integer(Int64(chapter.line))),
        ]).text
        : "\(number + 1)  \(VisibleText.escaped(chapter.title))"
      TextOutput.results.write(line + "\n")
    }
    return .success
  }

  // MARK: Notes

  private func notesFile(_ path: String) throws -> PlaceFile {
    let file = PlaceFile(path: path)
    guard !file.isTaken else {
      throw ValidationError("--notes-to: \(VisibleText.escaped(path)) holds something else.")
    }
    guard file.write(DemoPlace(.held, step: 0, in: demo, startedAt: PlaceFile.now())) else {
      throw ValidationError("--notes-to: \(VisibleText.escaped(path)) cannot be written.")
    }
    return file
  }

  static func follow(_ path: String, _ session: ProgramSession) -> ExitStatus {
    let language = session.settings.language
    let follower = NotesFollower(
      PlaceFile(path: path), isJSON: session.settings.isJSON,
      style: { session.renderer.style },
      renderer: { DemoPlaceRenderer(language: language, style: $0) })
    if session.console.editsLines, !session.settings.isJSON,
      let status = follower.runOnTerminal()
    {
      return status
    }
    return follower.runInPlainText()
  }
}
