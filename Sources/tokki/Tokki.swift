import ArgumentParser
import TokkiREPL

@main
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
