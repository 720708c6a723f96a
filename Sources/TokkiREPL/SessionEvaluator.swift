public import AMQPModel
import TokkiLanguage
public import TokkiLessons
public import TokkiShell

/// Evaluates lines by a shell with lessons, and renders what they come to.
public actor SessionEvaluator: LineEvaluator {
  private let shell: Shell
  private let session: LessonSession
  private let style: @Sendable () -> Style
  private let recorder: (any SessionRecorder)?
  /// The lines so far of a command that goes on.
  private var beginning = ""
  /// Whether the way out of a command that goes on was told already.
  private var hasToldWayOut = false

  /// - Parameters:
  ///   - session: lessons on that same shell.
  ///   - style: how output is to look, asked before each line: terminals change their width.
  ///   - recorder: is told what each line came to; nil if nobody is.
  public init(
    shell: Shell, session: LessonSession, recorder: (any SessionRecorder)? = nil,
    style: @escaping @Sendable () -> Style
  ) {
    self.shell = shell
    self.session = session
    self.recorder = recorder
    self.style = style
  }

  public func evaluate(_ line: String) async -> Evaluation {
    let whole = beginning + line
    beginning = ""
    await shell.use(style())
    if let objection = await recorder?.objection(to: whole) {
      return Evaluation(text: objection + "\n", status: .usage)
    }
    let reply = await session.evaluate(whole)
    if reply.outcome?.status == .incomplete {
      beginning = whole + "\n"
      return Evaluation(text: await wayOut(of: whole), isIncomplete: true)
    }
    var evaluation = await evaluation(of: reply)
    if let complaint = await record(reply, line: whole) { evaluation.text += complaint + "\n" }
    return evaluation
  }

  /// An interrupted command is written down as the one that does what was done. That takes its
  /// time, which an interruption of the command does not spare.
  private func record(_ reply: LessonReply, line: String) async -> String? {
    guard let recorder, let outcome = reply.outcome else { return nil }
    let language = await shell.configuration.language
    let recording = Task {
      guard let completed = outcome.completed else {
        return await recorder.take(outcome, line: line, language: language)
      }
      return await recorder.take(
        completed.outcome, line: completed.line, language: language)
    }
    return await recording.value
  }

  private func evaluation(of reply: LessonReply) async -> Evaluation {
    let isData = await shell.configuration.isJSON
    let text = await isData ? data(of: reply) : session.render(reply)
    return Evaluation(
      text: text.isEmpty ? "" : text + "\n", status: Self.status(of: reply),
      leaves: reply.leaves, isException: reply.outcome?.status == .exception, isData: isData)
  }

  /// Goes to a real broker before the first line.
  public func connect(to uri: AMQPURI) async -> Evaluation {
    let command = Command.broker(.connect(uri))
    await shell.use(style())
    let outcome = await shell.run(command, line: command.description)
    return await evaluation(of: LessonReply(outcome: outcome))
  }

  // MARK: News

  public var rings: AsyncStream<Void> { get async { await shell.rings() } }

  public func news() async -> String? {
    let news = await shell.news()
    if let news {
      await recorder?.take(news: news, language: await shell.configuration.language)
    }
    return await text(of: news)
  }

  public func farewell() async -> String? {
    await shell.use(style())
    return await shell.farewell().map { $0 + "\n" }
  }

  public func leave() async -> String? { await text(of: shell.leave()) }

  private func text(of outcome: Outcome?) async -> String? {
    guard let outcome else { return nil }
    await shell.use(style())
    let text = await shell.render(outcome)
    return text.isEmpty ? nil : text + "\n"
  }

  /// How to end an open quotation, told once a session; empty otherwise.
  private func wayOut(of line: String) async -> String {
    guard case .incomplete(.quote(let mark)) = Command.parse(line), !hasToldWayOut,
      await !shell.configuration.isJSON
    else { return "" }
    hasToldWayOut = true
    return await words.wayOut(of: mark) + "\n"
  }

  /// What a lesson says to a command of the shell is prose, which goes with the outcome's JSON
  /// nowhere.
  private func data(of reply: LessonReply) async -> String {
    guard let outcome = reply.outcome else {
      return reply.parts.isEmpty ? "" : reply.json(in: await shell.configuration.language)
    }
    return await shell.render(outcome)
  }

  private static func status(of reply: LessonReply) -> ExitStatus {
    guard reply.isFailure else { return .success }
    guard let outcome = reply.outcome else {
      return reply.hasFaultyFiles ? .notUnderstood : .checkFailed
    }
    let isUnreachable = outcome.parts.contains { part in
      guard case .refusal(let refusal) = part else { return false }
      return refusal.isUnreachable
    }
    if isUnreachable { return .unreachable }
    return outcome.status == .notUnderstood ? .notUnderstood : .checkFailed
  }

  public func drop() { beginning = "" }

  public func abandon() async -> String? {
    guard !beginning.isEmpty else { return nil }
    beginning = ""
    guard await !shell.configuration.isJSON else { return "" }
    return await words.dropped + "\n"
  }

  public func stillStopping() async -> String? { await words.stillStopping + "\n" }

  private var words: PromptWords {
    get async { PromptWords(language: await shell.configuration.language) }
  }

  public func completions(of line: String, cursor: Int) async -> Completions {
    let offset = beginning.utf8.count
    var names = await shell.names()
    names.lessons = await session.library.lessons.map(\.id)
    let typed = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    names.lessons += LessonLibrary.folders(continuing: typed)
    let completion = Completion.complete(beginning + line, cursor: offset + cursor, names: names)
    return Completions(
      start: max(0, completion.range.lowerBound - offset),
      candidates: completion.candidates.map(\.text))
  }

  public func hint(behind line: String) -> String? { Hint.after(beginning + line) }

  public var prompt: Prompt {
    get async {
      guard beginning.isEmpty else { return Prompt([Prompt.Part("...>")]) }
      var parts = [Prompt.Part("tokki", .program)]
      if let broker = await shell.brokerPlace {
        let place = Prompt.Part("[real: \(VisibleText.escaped(broker.address))]", .realBroker)
        return Prompt(parts + [Prompt.Part(" "), place, Prompt.Part(">")])
      }
      if let place = await session.place {
        let step = place.isPlaying ? "play" : "\(place.stepNumber)/\(place.stepCount)"
        let mark = place.isPassed && !place.isPlaying ? " ✓" : ""
        let label = VisibleText.escaped(place.label)
        parts.append(Prompt.Part(" \(label):\(step)\(mark)", .lesson))
      }
      if await shell.isServing() {
        parts.append(Prompt.Part(" serving", .realBroker))
      } else if let now = await shell.now(), now > 0 {
        parts.append(Prompt.Part(" " + DurationText.of(milliseconds: now), .time))
      }
      return Prompt(parts + [Prompt.Part(">")])
    }
  }
}
