import ArgumentParser
import TokkiREPL
import TokkiShell

struct CompareSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Run scripts on the simulator and on a real broker, and show what differs.",
    discussion: """
      On the real broker each script has a place of its own, which is removed in the end: a \
      virtual host where the management API makes one, else names with a prefix. Lines that \
      cannot be compared are named. Exit status: 0 all alike, 1 something differs, 69 no broker \
      to compare with.
      """)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  @Option(help: "How many times to compare each script, up to the first that differs.")
  var times = 1

  @Option(help: "How many scripts to compare at the same time.")
  var jobs = 4

  @Argument(
    help:
      "Scripts, transcripts (*.md), lessons (lesson.tokki), or folders of transcripts and lessons.")
  var paths: [String]

  func validate() throws {
    if times < 1 { throw ValidationError("--times is at least 1.") }
    if jobs < 1 { throw ValidationError("--jobs is at least 1.") }
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
        scripts += try ComparedScript.all(at: path, session.settings.language)
      } catch {
        TextOutput.complaints.write(error.complaint)
        throw ExitCode(ExitStatus.notUnderstood.rawValue)
      }
    }
    var comparison = ScriptComparison(
      with: BrokerComparison(
        with: broker, finder: NetworkFinder(isStepped: true), profile: settings.profile?.profile,
        seed: session.settings.seed),
      session)
    comparison.times = times
    comparison.jobs = jobs
    throw ExitCode(comparison.run(scripts).rawValue)
  }
}
