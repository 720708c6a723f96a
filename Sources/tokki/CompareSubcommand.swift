import ArgumentParser
import TokkiREPL
import TokkiShell

struct CompareSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Run scripts on the simulator and on a real broker, and show what differs.",
    discussion: """
      On the real broker each script has a virtual host of its own, made and removed by the \
      management API. Lines that only the simulator can run are run on neither and named. Exit \
      status: 0 all alike, 1 something differs, 69 no broker to compare with.
      """)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  @Option(help: "How many times to compare each script, up to the first that differs.")
  var times = 1

  @Argument(
    help:
      "Scripts, transcripts (*.md), lessons (lesson.tokki), or folders of transcripts and lessons.")
  var paths: [String]

  func validate() throws {
    if times < 1 { throw ValidationError("--times is at least 1.") }
  }

  func run() throws {
    let settings = settings.over(parent.settings)
    let session = try settings.session()
    guard let broker = session.settings.broker else {
      throw ValidationError("Name the broker: --broker amqp://guest:guest@localhost")
    }
    var scripts: [ComparedScript] = []
    for path in paths {
      do throws(ComparedScript.Unusable) {
        scripts += try ComparedScript.all(at: path)
      } catch {
        TextOutput.complaints.write(error.complaint)
        throw ExitCode(ExitStatus.notUnderstood.rawValue)
      }
    }
    let comparison = BrokerComparison(
      with: broker, finder: NetworkFinder(isStepped: true), profile: settings.profile?.profile,
      seed: session.settings.seed)
    var status = ExitStatus.success
    for script in scripts {
      status = status.worse(try compare(script, comparison, session))
    }
    throw ExitCode(status.rawValue)
  }

  private func compare(
    _ script: ComparedScript, _ comparison: BrokerComparison, _ session: ProgramSession
  ) throws -> ExitStatus {
    for _ in 0..<times {
      let (result, cancelled) = CancellableWork.run { await Self.result(of: script, comparison) }
      if let cancelled { throw ExitCode(cancelled.rawValue) }
      switch result {
      case .success(let report):
        show(report, of: script, session)
        if !report.isEqual { return .checkFailed }
      case .failure(.unreached(let refusal)): throw complaint(refusal, session)
      case .failure(.noVirtualHost): throw complaint(.needsManagement, session)
      case nil: throw ExitCode(ExitStatus.internalFault.rawValue)
      }
    }
    return .success
  }

  private func complaint(_ refusal: Refusal, _ session: ProgramSession) -> ExitCode {
    let outcome = Outcome(line: "", status: .refused, parts: [.refusal(refusal)])
    TextOutput.complaints.write(session.renderer.text(outcome) + "\n")
    return ExitCode(ExitStatus.unreachable.rawValue)
  }

  private static func result(
    of script: ComparedScript, _ comparison: BrokerComparison
  ) async -> Result<ComparisonReport, BrokerComparison.Failure> {
    do throws(BrokerComparison.Failure) {
      return .success(try await comparison.run(script.lines))
    } catch {
      return .failure(error)
    }
  }

  private func show(
    _ report: ComparisonReport, of script: ComparedScript, _ session: ProgramSession
  ) {
    if session.settings.isJSON {
      let line = JSONValue.object([
        .init("file", .string(script.name)), .init("comparison", report.json),
      ])
      TextOutput.results.write(line.text + "\n")
    } else {
      let lines = session.renderer.lines(report, source: script.name)
      TextOutput.results.write(session.renderer.text(lines) + "\n")
    }
  }
}
