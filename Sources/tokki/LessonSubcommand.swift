import ArgumentParser
import TokkiLanguage
import TokkiLessons
import TokkiREPL
import TokkiShell

struct LessonSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Learn RabbitMQ step by step.",
    subcommands: [Start.self, List.self, Check.self],
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

    @Argument(help: "The lesson's number or name; without one, the lessons are listed.")
    var id: String?

    func run() throws {
      let session = try LessonSubcommand.settings(settings, over: parent.merged).session()
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
      let settings = try LessonSubcommand.settings(settings, over: parent.merged)
      try settings.session().runScripts([.lines(["lesson list"])])
    }
  }
}

extension LessonSubcommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prove that lessons hold together.",
      discussion: """
        Every goal is open at the start and met by the solution, each mistake is caught with its \
        own sentence, and both languages say the same.
        """)

    @Argument(help: "A folder of lessons; without one, those that the program carries.")
    var folder: String?

    func run() throws {
      let library: LessonLibrary
      do throws(LessonProblem) {
        library = try folder.map(LessonLibrary.folder) ?? .embedded()
      } catch {
        complain(error)
        throw ExitCode(ExitStatus.notUnderstood.rawValue)
      }
      let problems = wait { await LessonCheck(library).problems() }
      guard let problems else { throw ExitCode(ExitStatus.internalFault.rawValue) }
      for problem in problems { complain(problem) }
      guard problems.isEmpty else { throw ExitCode(ExitStatus.checkFailed.rawValue) }
      let steps = library.lessons.reduce(0) { $0 + $1.steps.count }
      TextOutput.results.write("✓ \(library.lessons.count) lessons, \(steps) steps\n")
    }

    private func complain(_ problem: LessonProblem) {
      TextOutput.complaints.write(VisibleText.escaped(problem.description) + "\n")
    }
  }
}
