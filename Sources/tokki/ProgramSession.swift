import AMQPModel
import ArgumentParser
import FoundationEssentials
import TokkiBroker
import TokkiLanguage
import TokkiLessons
import TokkiREPL
import TokkiShell
import TokkiSimulation

/// A broker with a shell and the lessons, as the arguments ask for it.
struct ProgramSession {
  /// What finds real brokers for `connect` and `--broker`.
  static let finder: (any BrokerFinder)? = NetworkFinder()

  struct Settings {
    var seed: UInt64
    var profile: Profile
    var isJSON: Bool
    var hasColour: Bool
    var language: Language
    /// The real broker that lines go to from the beginning; nil is the simulation.
    var broker: AMQPURI?
  }

  var settings: Settings
  let console: Console
  let environment: [String: String]

  /// What is shown before the first prompt.
  enum Greeting {
    case welcome
    /// The answer to this line.
    case line(String)
  }

  func evaluator() -> SessionEvaluator {
    evaluator(on: Simulation(profile: settings.profile, seed: settings.seed))
  }

  func evaluator(on simulation: Simulation) -> SessionEvaluator {
    let shell = Shell(
      simulator: simulation, finder: Self.finder, files: FilesOnDisk(),
      configuration: Shell.Configuration(
        language: settings.language, isJSON: settings.isJSON, profile: settings.profile,
        seed: settings.seed))
    return evaluator(of: shell)
  }

  func evaluator(
    of shell: Shell, recorder: (any SessionRecorder)? = nil
  ) -> SessionEvaluator {
    let progress = ProgressFile.standard(environment: environment)
    let (console, hasColour) = (console, settings.hasColour)
    return SessionEvaluator(
      shell: shell, session: LessonSession(shell: shell, progress: progress), recorder: recorder
    ) {
      Style(
        isColoured: hasColour, isUnicode: console.showsUnicode, width: console.columns,
        wrapsSentences: console.editsLines)
    }
  }

  /// For what is told without a shell.
  var renderer: Renderer {
    Renderer(
      language: settings.language,
      style: Style(
        isColoured: settings.hasColour, isUnicode: console.showsUnicode,
        width: console.columns,
        wrapsSentences: console.editsLines))
  }

  /// Lines from the user at the terminal, until they leave.
  func converse(greeting: Greeting) -> ExitStatus {
    let evaluator = evaluator()
    let announcements = Announcements()
    switch greeting {
    case .welcome:
      if let broker = settings.broker {
        let evaluation = wait { await evaluator.connect(to: broker) }
        guard let evaluation else { return .internalFault }
        guard evaluation.status == .success else {
          (evaluation.isData ? TextOutput.results : .complaints).write(evaluation.text)
          return evaluation.status
        }
        TextOutput.results.write(evaluation.text)
      } else if !settings.isJSON {
        let prose = Prose(width: renderer.style.width)
        let lines = welcome.split(separator: "\n").flatMap { prose.wrapped(String($0)) }
        TextOutput.results.write(renderer.text(lines) + "\n")
      }
    case .line(let line):
      let evaluation = wait { await evaluator.evaluate(line) }
      guard let evaluation else { return .internalFault }
      guard evaluation.status == .success else {
        TextOutput.complaints.write(evaluation.text)
        return evaluation.status
      }
      TextOutput.results.write(evaluation.text)
    }
    return converse(evaluator: evaluator, announcements: announcements)
  }

  func converse(evaluator: any LineEvaluator, announcements: Announcements) -> ExitStatus {
    let reader = console.lineReader(
      for: evaluator, announcements: announcements,
      history: HistoryFile.ofUser(environment: environment), colour: settings.hasColour)
    return REPL(evaluator: evaluator, announcements: announcements, reader: reader).run()
  }

  private var welcome: String {
    let name = settings.profile.name
    return switch settings.language {
    case .english:
      """
      Tokki simulates RabbitMQ \(name).
      `lesson 1` begins the tutorials, `help` lists the commands, Tab completes.

      """
    case .korean:
      """
      Tokki는 RabbitMQ \(name)을 흉내 냅니다.
      `lesson 1`로 튜토리얼을 시작하고, `help`로 명령을 보고, Tab으로 자동 완성합니다.

      """
    }
  }

  // MARK: Scripts

  /// Where the lines of a script come from.
  enum Source {
    case standardInput
    case file(String)
    case lines([String])
  }

  /// Runs scripts one after the other on one broker, up to the first line that fails.
  ///
  /// - Parameter code: in which language the run is shown as a program, instead of the answers.
  func runScripts(_ sources: [Source], code: ProgrammingLanguage? = nil) throws {
    let evaluator = evaluator()
    let answers: TextOutput = code == nil ? .results : .nowhere
    let script = Script(evaluator: evaluator, language: settings.language, results: answers)
    let ending = ScriptRun(evaluator: evaluator, results: answers).run {
      if let broker = settings.broker {
        let evaluation = await evaluator.connect(to: broker)
        guard evaluation.status == .success else {
          (evaluation.isData ? TextOutput.results : .complaints).write(evaluation.text)
          return .stopped(evaluation.status)
        }
      }
      for source in sources {
        let ending = await run(source, by: script)
        guard ending == .finished else { return ending }
      }
      guard let code else { return .finished }
      let line = Command.look(.code(CodeRequest(language: code))).description
      return await Script(evaluator: evaluator, language: settings.language).run(
        [line], named: "--code")
    }
    switch ending {
    case .finished: return
    case .stopped(let status): throw ExitCode(status.rawValue)
    case nil: throw ExitCode(ExitStatus.internalFault.rawValue)
    }
  }

  private func run(_ source: Source, by script: Script) async -> Script.Ending {
    switch source {
    case .standardInput:
      return await script.run(AnyIterator { readLine() }, named: "standard input")
    case .lines(let lines): return await script.run(lines, named: "-c")
    case .file(let path):
      do throws(TextFile.Unreadable) {
        return await script.run(
          try TextFile(path: path, language: settings.language).lines(), named: path)
      } catch {
        TextOutput.complaints.write(error.complaint)
        return .stopped(.notUnderstood)
      }
    }
  }
}
