import ArgumentParser
import TokkiREPL
import TokkiShell
import TokkiSimulation

struct RecordSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "A prompt whose session becomes a transcript.",
    discussion: """
      What is typed and answered is written as it happens, so that nothing is lost however the \
      session ends. Comments become what surrounds the commands: `# text` narrates, `## title` \
      begins a chapter, `# note: text` is for the speaker, `# pause: 2s` waits. Passwords are not \
      written. A recording holds at once: `tokki verify FILE`. On a real broker (--broker), what \
      differs from run to run becomes a wildcard.
      """)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  @Flag(help: "Go on at the end of a transcript that is there already, from the state it leaves.")
  var append = false

  @Option(help: "The transcript's title; without one, the file's name.")
  var title: String?

  @Argument(help: "The transcript to write.")
  var file: String

  func validate() throws {
    guard !append || title == nil else {
      throw ValidationError("The transcript has a title; leave --title out.")
    }
  }

  func run() throws {
    let settings = settings.over(parent.settings)
    if append {
      try settings.refuseBroker(
        "A transcript is gone on with on the simulated broker; leave --broker out.")
      guard settings.seed == nil, settings.profile == nil else {
        throw ValidationError(
          "The transcript states seed and profile; leave --seed, --profile out.")
      }
    }
    let session = try settings.session()
    let recording =
      try append
      ? RecordingSession(appendingTo: file, session)
      : RecordingSession(file, title: title, session)
    throw ExitCode(recording.run().rawValue)
  }
}
