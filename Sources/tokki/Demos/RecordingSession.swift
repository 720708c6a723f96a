import ArgumentParser
import TokkiLanguage
import TokkiREPL
import TokkiShell
import TokkiSimulation

/// A session that is written down as a transcript.
struct RecordingSession {
  private let session: ProgramSession
  private let path: String
  private let shell: Shell
  private let recorder: TranscriptRecorder
  private let words: RecordingWords

  /// Into a new file.
  init(
    _ path: String, title: String?, _ session: ProgramSession
  ) throws {
    let settings = session.settings
    words = RecordingWords(language: settings.language)
    let header = TranscriptWriter.header(
      title: title ?? Self.title(of: path), seed: settings.seed, profile: settings.profile,
      language: settings.language)
    let file: TranscriptFile
    do throws(TranscriptFile.Failure) {
      file = try TranscriptFile(new: path, header: header)
    } catch {
      throw Self.refusal(error, path, words)
    }
    let configuration = Shell.Configuration(
      language: settings.language, isJSON: settings.isJSON, profile: settings.profile,
      seed: settings.seed)
    (self.session, self.path) = (session, path)
    shell = Self.shell(configuration)
    recorder = TranscriptRecorder(
      file, language: settings.language,
      rehearsal: TranscriptRehearsal(configuration: configuration))
  }

  /// At the end of a transcript, from the state that it leaves.
  init(appendingTo path: String, _ session: ProgramSession) throws {
    let settings = session.settings
    let words = RecordingWords(language: settings.language)
    let transcript: Transcript
    let file: TranscriptFile
    do {
      let text = try TextFile(path: path, language: settings.language).text()
      transcript = try Transcript(text, fileName: path)
      file = try TranscriptFile(existing: path)
    } catch {
      throw Self.refusal(error, path, words)
    }
    let configuration = Shell.Configuration(
      language: transcript.language, isJSON: settings.isJSON, profile: transcript.profile,
      seed: transcript.seed)
    let rehearsal = TranscriptRehearsal(configuration: configuration)
    let shell = Self.shell(configuration)
    let result = wait { () async -> Result<[Int], TranscriptError> in
      do throws(TranscriptError) {
        return .success(try await rehearsal.run(transcript, fileName: path, with: shell))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success([]): break
    case .success, nil:
      TextOutput.complaints.write(words.differs(path) + "\n")
      throw ExitCode(ExitStatus.checkFailed.rawValue)
    case .failure(let error): throw Self.refusal(error, path, words)
    }
    (self.session, self.path, self.shell, self.words) = (session, path, shell, words)
    recorder = TranscriptRecorder(file, language: settings.language, rehearsal: rehearsal)
  }

  private static func shell(_ configuration: Shell.Configuration) -> Shell {
    Shell(
      simulator: Simulation(profile: configuration.profile, seed: configuration.seed),
      finder: ProgramSession.finder, configuration: configuration)
  }

  private static func title(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  private static func refusal(
    _ error: any Error, _ path: String, _ words: RecordingWords
  ) -> ExitCode {
    let complaint =
      switch error {
      case TranscriptFile.Failure.exists: words.exists(path) + "\n"
      case let error as TranscriptError: error.text(in: words.language) + "\n"
      case let error as TextFile.Unreadable: error.complaint
      case TranscriptFile.Failure.notWritable(let reason):
        TextFile(path: path, language: words.language).unwritable(reason).complaint
      case _: TextFile(path: path, language: words.language).unwritable("\(error)").complaint
      }
    TextOutput.complaints.write(complaint)
    let isUsage = (error as? TranscriptFile.Failure) == .exists
    return ExitCode((isUsage ? ExitStatus.usage : .notUnderstood).rawValue)
  }

  // MARK: The session

  func run() -> ExitStatus {
    let evaluator = session.evaluator(of: shell, recorder: recorder)
    if let broker = session.settings.broker {
      let evaluation = wait { await evaluator.connect(to: broker) }
      guard let evaluation else { return .internalFault }
      (evaluation.status == .success || evaluation.isData ? TextOutput.results : .complaints)
        .write(evaluation.text)
      guard evaluation.status == .success else { return evaluation.status }
    }
    let isQuiet = session.settings.isJSON || !session.console.hasUser
    if !isQuiet { say(words.greeting(path)) }
    let status =
      session.console.hasUser
      ? session.converse(evaluator: evaluator, announcements: Announcements())
      : REPL(
        evaluator: evaluator, announcements: Announcements(), reader: PlainReader(promptsOn: nil)
      ).run()
    if let loss = wait(for: { await recorder.loss() }) ?? nil {
      TextOutput.complaints.write(loss + "\n")
      return status.worse(.notUnderstood)
    }
    let count = wait { await recorder.commandCount } ?? 0
    if !isQuiet { say([words.finished(path, count: count)]) }
    return status
  }

  private func say(_ sentences: [String]) {
    let prose = Prose(width: min(session.renderer.style.width, 96))
    let lines = sentences.flatMap { prose.wrapped($0) }
    TextOutput.results.write(session.renderer.text(lines) + "\n")
  }
}
