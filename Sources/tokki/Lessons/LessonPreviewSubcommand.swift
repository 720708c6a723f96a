import ArgumentParser
import TokkiLanguage
import TokkiLessons
import TokkiREPL
import TokkiShell

extension LessonSubcommand {
  struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a step as a student sees it, in both languages.",
      discussion: """
        Its text, goals, every hint, what the coach says of mistakes, the solution, the picture \
        aimed at, and the lines of real clients. Progress is not touched. With --language, in \
        that language alone.

        Examples: tokki lesson preview 2.ack; tokki lesson preview ./my-lesson queue
        """)

    @ParentCommand var parent: LessonSubcommand
    @OptionGroup var settings: SettingArguments

    @Argument(
      help: ArgumentHelp(
        "A lesson's number, name or folder; a step after a dot, but for a folder.",
        valueName: "lesson"))
    var lesson: String

    @Argument(
      help: ArgumentHelp(
        "The step's key or number; without one, all of them. In a folder of lessons LESSON.STEP.",
        valueName: "step"))
    var step: String?

    func run() throws {
      let settings = try LessonSubcommand.settings(settings, over: parent.merged)
      let session = try settings.session()
      let language = session.settings.language
      let library: LessonLibrary
      let place: LessonLibrary.Place?
      if LessonLibrary.isFolder(lesson) {
        library = try LessonSubcommand.library(at: lesson, settings)
        place = library.place(step ?? "")
      } else {
        library = .embedded()
        place = library.place([lesson, step].compactMap(\.self).joined(separator: "."))
      }
      guard let place else {
        let named = VisibleText.escaped([lesson, step].compactMap(\.self).joined(separator: " "))
        TextOutput.complaints.write(unknown(named, in: library)[language] + "\n")
        throw ExitCode(ExitStatus.usage.rawValue)
      }
      let obstacles = library.obstacles(to: place.lesson)
      for problem in obstacles { LessonSubcommand.complain(problem, settings, language) }
      guard obstacles.isEmpty else { throw ExitCode(ExitStatus.notUnderstood.rawValue) }
      show(place, session, languages: settings.language.map { [$0] } ?? Language.allCases)
    }

    private func unknown(_ name: String, in library: LessonLibrary) -> Localized {
      let steps = library.lessons.prefix(9).map { lesson in
        "\(lesson.id).{\(lesson.steps.map(\.key).joined(separator: ","))}"
      }
      let known = VisibleText.escaped(steps.joined(separator: " "))
      return Localized(
        "There is no step \(name). There are: \(known)", "\(name) 단계가 없습니다. 있는 단계: \(known)")
    }

    private func show(
      _ place: LessonLibrary.Place, _ session: ProgramSession, languages: [Language]
    ) {
      var isFirst = true
      for step in place.steps {
        for language in languages {
          let preview = wait { await LessonPreview(of: place.lesson, step: step, in: language) }
          guard let preview, let preview else { continue }
          if session.settings.isJSON {
            TextOutput.results.write(preview.json(of: place.lesson, step: step) + "\n")
          } else {
            let text = preview.text(in: session.renderer.style)
            TextOutput.results.write((isFirst ? "" : "\n\n") + text + "\n")
          }
          isFirst = false
        }
      }
    }
  }
}
