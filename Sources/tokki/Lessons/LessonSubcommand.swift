import ArgumentParser
import TokkiLanguage
import TokkiLessons
import TokkiREPL
import TokkiShell

struct LessonSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Learn RabbitMQ step by step; write lessons of your own.",
    discussion: """
      A lesson of your own is a folder, which works by its path: `tokki lesson new ./my-lesson` \
      makes one, `tokki lesson check ./my-lesson` proves it, `tokki lesson ./my-lesson` plays it.
      """,
    subcommands: [
      Start.self, List.self, Check.self, New.self, Preview.self, FromTranscript.self,
    ],
    defaultSubcommand: Start.self)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  var merged: SettingArguments { settings.over(parent.settings) }

  /// The settings of a part of it; lessons are on the simulated broker.
  static func settings(_ own: SettingArguments, over outer: SettingArguments) throws
    -> SettingArguments
  {
    let settings = own.over(outer)
    try settings.refuseBroker("Lessons are on the simulated broker; leave --broker out.")
    return settings
  }
}

extension LessonSubcommand {
  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a lesson, or go on where it was left. The default.")

    @ParentCommand var parent: LessonSubcommand
    @OptionGroup var settings: SettingArguments

    @Argument(
      help: """
        The lesson's number or name, or a folder such as ./my-lesson; without one, the lessons \
        are listed.
        """)
    var id: String?

    func run() throws {
      let session = try LessonSubcommand.settings(settings, over: parent.merged).session()
      if let refusal = id.flatMap(LessonLibrary.embedded().refusal(of:)) {
        let reply = LessonReply(parts: [.refusal(refusal)])
        TextOutput.complaints.write(LessonRenderer(session.renderer).text(reply) + "\n")
        throw ExitCode(ExitStatus.usage.rawValue)
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

    @Argument(
      help: ArgumentHelp(
        "A lesson's folder, or a folder of lessons; without one, those that the program carries.",
        valueName: "dir"))
    var folder: String?

    func run() throws {
      let settings = try LessonSubcommand.settings(settings, over: parent.merged)
      let command = Command.lesson(folder.map(LessonCommand.listFolder) ?? .list)
      try settings.session().runScripts([.lines([command.description])])
    }
  }
}
