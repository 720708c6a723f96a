import ArgumentParser
import FoundationEssentials
import TokkiLanguage
import TokkiREPL

@main
enum Program {
  static func main() {
    var end: (any Error)?
    do {
      var command = try Tokki.parseAsRoot()
      try command.run()
    } catch {
      end = error
    }
    if let reason = TextOutput.failure {
      let language = Language(environment: ProcessInfo.processInfo.environment)
      let said = Localized(
        "standard output cannot be written", "표준 출력에 쓸 수 없습니다")[language]
      TextOutput.complaints.write("tokki: \(said) (\(reason))\n")
      end = ExitCode(ExitStatus.unwritable.rawValue)
    }
    Tokki.exit(withError: end)
  }
}

struct Tokki: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokki",
    abstract: "A sandbox for learning RabbitMQ.",
    discussion: """
      Without a subcommand: a prompt that drives a simulated broker, or with --broker a real one. \
      When standard input is no \
      terminal, its lines run as a script.
      """,
    subcommands: [
      LessonSubcommand.self, RunSubcommand.self, CompareSubcommand.self,
      ServeSubcommand.self, RecordSubcommand.self, PlaySubcommand.self, VerifySubcommand.self,
      ExportSubcommand.self, DoctorSubcommand.self, ManualSubcommand.self,
    ])

  @OptionGroup var settings: SettingArguments

  func run() throws {
    let session = try settings.session()
    if session.console.hasUser {
      throw ExitCode(session.converse(greeting: .welcome).rawValue)
    }
    try session.runScripts([.standardInput])
  }
}
