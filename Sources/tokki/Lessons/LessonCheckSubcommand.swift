import ArgumentParser
import TokkiLessons
import TokkiREPL
import TokkiShell

extension LessonSubcommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prove that lessons hold together.",
      discussion: """
        Every goal is open at the start and met by the solution, no line of the solution can be \
        left out, each mistake is caught with its own sentence, and both languages say the same. \
        Typical mistakes are then made in the solution, one at a time: a warning names each that \
        no goal notices. "free" in lesson.tokki says which of them do not matter, and why.

        Exit status: 0 all well, 1 errors (or, with --strict, warnings), 65 no lesson to check.
        """)

    @ParentCommand var parent: LessonSubcommand
    @OptionGroup var settings: SettingArguments

    @Flag(help: "Let warnings fail the check, too.")
    var strict = false

    @Argument(
      help: ArgumentHelp(
        "Lessons' folders, or folders of them; without one, those that the program carries.",
        valueName: "dir"))
    var folders: [String] = []

    func run() throws {
      let settings = try LessonSubcommand.settings(settings, over: parent.merged)
      let libraries = try folders.map { try LessonSubcommand.library(at: $0, settings) }
      var status = ExitStatus.success
      for library in libraries.isEmpty ? [.embedded()] : libraries {
        status = status.worse(try check(library, settings))
      }
      throw ExitCode(status.rawValue)
    }

    private func check(_ library: LessonLibrary, _ settings: SettingArguments) throws -> ExitStatus
    {
      let language = try settings.session().settings.language
      guard let report = wait(for: { await CheckReport(checking: library) }) else {
        return .internalFault
      }
      if settings.json {
        for line in report.jsonLines(isStrict: strict, in: language) {
          TextOutput.results.write(line + "\n")
        }
      } else {
        for problem in report.problems {
          TextOutput.complaints.write(VisibleText.escaped(problem.text(in: language)) + "\n")
        }
        let summary = report.summary(isStrict: strict, in: language) + "\n"
        TextOutput.results.write(summary)
      }
      if library.lessons.isEmpty { return .notUnderstood }
      return report.isPassed(isStrict: strict) ? .success : .checkFailed
    }
  }

  /// The lessons of a folder, or the end of the program where there are none.
  static func library(at folder: String, _ settings: SettingArguments) throws -> LessonLibrary {
    do throws(LessonProblem) {
      return try LessonLibrary.folder(folder)
    } catch {
      let language = try settings.session().settings.language
      if settings.json {
        let line = JSONValue.object([
          .init("tokki", 1), .init("problem", error.json(in: language)),
        ])
        TextOutput.results.write(line.text + "\n")
      } else {
        TextOutput.complaints.write(VisibleText.escaped(error.text(in: language)) + "\n")
      }
      throw ExitCode(ExitStatus.notUnderstood.rawValue)
    }
  }
}
