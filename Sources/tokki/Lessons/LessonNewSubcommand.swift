import ArgumentParser
import TokkiLanguage
import TokkiLessons
import TokkiREPL
import TokkiShell

extension LessonSubcommand {
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a lesson of your own.",
      discussion: """
        Writes a small lesson that is whole: lesson.tokki, en.md, ko.md and clients.md, with \
        comments that tell what stands where. Nothing is overwritten.
        """)

    @ParentCommand var parent: LessonSubcommand
    @OptionGroup var settings: SettingArguments

    @Option(help: "Its title; without one, the folder's name.")
    var title: String?

    @Argument(help: ArgumentHelp("The folder to be made, such as ./my-lesson.", valueName: "dir"))
    var folder: String

    func run() throws {
      let settings = try LessonSubcommand.settings(settings, over: parent.merged)
      let language = try settings.session().settings.language
      do throws(LessonProblem) {
        let written = try LessonSkeleton.write(to: folder, title: title)
        TextOutput.results.write(
          (settings.json ? written.json : written.text(in: language)) + "\n")
      } catch {
        LessonSubcommand.complain(error, settings, language)
        throw ExitCode(ExitStatus.usage.rawValue)
      }
    }
  }

  /// On standard error, or as data.
  static func complain(
    _ problem: LessonProblem, _ settings: SettingArguments, _ language: Language
  ) {
    if settings.json {
      let line = JSONValue.object([
        .init("tokki", 1), .init("problem", problem.json(in: language)),
      ])
      TextOutput.results.write(line.text + "\n")
    } else {
      TextOutput.complaints.write(VisibleText.escaped(problem.text(in: language)) + "\n")
    }
  }
}
