import ArgumentParser
import TokkiREPL
import TokkiShell

struct PlaySubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Show a transcript as a demo.",
    discussion: """
      Keys: Enter goes on, Space holds and plays, b steps back, n and p go to the next and the \
      previous chapter, ! gives the prompt to you (resume or Ctrl-D goes back to the demo), t \
      types by itself, ? hides the help line, q leaves. Time in the demo is virtual, whatever the \
      pace. Without a terminal all is written at once; on one that hands on whole \
      lines only (TERM=dumb), --step waits for Enter.

      In the transcript, prose is the narration and `## Title` begins a chapter. HTML comments \
      are for the demo alone: <!-- tokki chapter: TITLE -->, <!-- tokki pause: 2s --> (without a \
      time: until a key), <!-- tokki note: for the speaker -->, <!-- tokki hidden: LINE -->.

      Exit status 1: an answer was not the transcript's, which is told at the end.
      """)

  enum Mode: String, EnumerableFlag {
    case typed, step, instant

    static func help(for value: Mode) -> ArgumentHelp? {
      switch value {
      case .typed: "Type the commands at a human's pace. The default on a terminal."
      case .step: "Wait for a key before each step."
      case .instant: "Write all at once. The default elsewhere."
      }
    }
  }

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  @Flag(exclusivity: .exclusive)
  var mode: Mode?

  @Option(help: "How fast: 2 is twice as fast, 0.5 half as fast.")
  var speed = 1.0

  @Option(help: "The chapter to begin with: its number, or its title's beginning.")
  var from: String?

  @Flag(help: "List the chapters.")
  var chapters = false

  @Option(
    help: ArgumentHelp(
      "Keep word of the place in the demo in this file, for --notes.", valueName: "path"))
  var notesTo: String?

  @Option(
    help: ArgumentHelp(
      "Follow a demo that plays elsewhere with --notes-to: chapter, speaker notes, next command.",
      valueName: "path"))
  var notes: String?

  @Argument(help: "A transcript.")
  var file: String?

  func validate() throws {
    guard (file == nil) != (notes == nil) else {
      throw ValidationError("Name a transcript, or what to follow with --notes.")
    }
    guard notes == nil || notesTo == nil else {
      throw ValidationError("--notes follows a demo, --notes-to is for the one that plays.")
    }
    guard speed.isFinite, speed >= 0.05, speed <= 1000 else {
      throw ValidationError("--speed is a number from 0.05 to 1000.")
    }
  }

  func run() throws {
    let settings = settings.over(parent.settings)
    try settings.refuseBroker(
      "A demo plays on the simulated broker, where it can step back. Its lines are run on a real "
        + "one by: tokki verify FILE --broker URI")
    let session = try settings.session()
    if let notes {
      throw ExitCode(DemoSession.follow(notes, session).rawValue)
    }
    let demo = try DemoFile(path: file ?? "", settings, language: session.settings.language)
    throw ExitCode(try DemoSession(demo, session).play(self).rawValue)
  }
}
