import ArgumentParser
import TokkiLanguage
import TokkiLessons
import TokkiREPL

struct LessonSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Learn RabbitMQ step by step.",
    subcommands: [Start.self, List.self],
    defaultSubcommand: Start.self)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  var merged: SettingArguments { settings.over(parent.settings) }
}

extension LessonSubcommand {
  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a lesson, or go on where it was left. The default.")

    @ParentCommand var parent: LessonSubcommand
    @OptionGroup var settings: SettingArguments

    @Argument(help: "The lesson's number or name; without one, the lessons are listed.")
    var id: String?

    func run() throws {
      let session = settings.over(parent.merged).session()
      if let id, LessonLibrary.embedded().lesson(named: id) == nil {
        throw ValidationError("There is no lesson \(id); `tokki lesson list` names them.")
      }
      let command = Command.lesson(id.map(LessonCommand.start) ?? .show)
      let line = command.description
      guard session.console.hasUser else {
        return try session.runScripts([.lines([line]), .standardInput])
      }
      throw ExitCode(session.converse(greeting: .line(line)).rawValue)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The lessons and what was passed.")

    @ParentCommand var parent: LessonSubcommand
    @OptionGroup var settings: SettingArguments

    func run() throws {
      try settings.over(parent.merged).session().runScripts([.lines(["lesson list"])])
    }
  }
}
