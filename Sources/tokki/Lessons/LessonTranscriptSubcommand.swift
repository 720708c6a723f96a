import ArgumentParser
import TokkiLanguage
import TokkiLessons
import TokkiREPL
import TokkiShell

extension LessonSubcommand {
  struct FromTranscript: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "from-transcript",
      abstract: "Make a lesson of a transcript.",
      discussion: """
        Headings and chapters become steps, narration the text, commands the solution; goals are \
        proposed from what came of them. What the transcript does not say is marked in the files \
        by comments, and the check warns of what is not translated yet.
        """)

    @ParentCommand var parent: LessonSubcommand
    @OptionGroup var settings: SettingArguments

    @Argument(help: ArgumentHelp("The transcript (*.md).", valueName: "file"))
    var file: String

    @Argument(
      help: ArgumentHelp(
        "The folder to be made; without one, it is named after the transcript.",
        valueName: "dir"))
    var folder: String?

    func run() throws {
      let settings = try LessonSubcommand.settings(settings, over: parent.merged)
      let language = try settings.session().settings.language
      let text: String
      do throws(TextFile.Unreadable) {
        text = try TextFile(path: file, language: language).text()
      } catch {
        TextOutput.complaints.write(error.complaint)
        throw ExitCode(ExitStatus.notUnderstood.rawValue)
      }
      let name = file
      switch wait(for: { await Self.lesson(of: text, name) }) {
      case .success(let lesson): try write(lesson, settings, language)
      case .failure(.unreadable(let error)):
        TextOutput.complaints.write(error.text(in: language) + "\n")
        throw ExitCode(ExitStatus.notUnderstood.rawValue)
      case .failure(.unfit(let problems)):
        for problem in problems { LessonSubcommand.complain(problem, settings, language) }
        throw ExitCode(ExitStatus.notUnderstood.rawValue)
      case nil: throw ExitCode(ExitStatus.internalFault.rawValue)
      }
    }

    private static func lesson(
      of text: String, _ name: String
    ) async -> Result<TranscriptLesson, TranscriptLesson.Failure> {
      do throws(TranscriptLesson.Failure) {
        return .success(try await TranscriptLesson(text, fileName: name))
      } catch {
        return .failure(error)
      }
    }

    private func write(
      _ lesson: TranscriptLesson, _ settings: SettingArguments, _ language: Language
    ) throws {
      let stem = file.split(separator: "/").last.map(String.init) ?? file
      let usual = stem.hasSuffix(".md") ? String(stem.dropLast(3)) : stem + "-lesson"
      do throws(LessonProblem) {
        let written = try lesson.write(to: folder ?? usual)
        TextOutput.results.write(
          (settings.json ? written.json : written.text(in: language)) + "\n")
      } catch {
        LessonSubcommand.complain(error, settings, language)
        throw ExitCode(ExitStatus.usage.rawValue)
      }
    }
  }
}
