import ArgumentParser
import TokkiLanguage
import TokkiREPL
import TokkiShell

struct ExportSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a transcript's demo for people without Tokki.",
    discussion: """
      An asciicast (version 2, for asciinema and players on web pages) shows what typed play \
      shows; chapters are its markers. A page of HTML stands alone, asks nothing of any other \
      place, and can be gone through step by step. Speaker notes and hidden lines are left out.

      Exit status 1: it was written, but an answer was not the transcript's.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case asciicast, html
  }

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  @Option(help: "asciicast or html; by default what the output's name ends with (.cast, .html).")
  var format: Format?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output: String

  @Flag(help: "Write over a file that is there already.")
  var replace = false

  @Option(help: "How fast an asciicast types: 2 is twice as fast.")
  var speed = 1.0

  @Option(help: "How many cells wide the asciicast's terminal is.")
  var width = 80

  @Argument(help: "A transcript.")
  var file: String

  func validate() throws {
    guard format ?? formatOfName != nil else {
      throw ValidationError("Say --format asciicast or --format html.")
    }
    guard speed.isFinite, speed >= 0.05, speed <= 1000 else {
      throw ValidationError("--speed is a number from 0.05 to 1000.")
    }
    guard (20...400).contains(width) else {
      throw ValidationError("--width is a number from 20 to 400.")
    }
  }

  private var formatOfName: Format? {
    if output.hasSuffix(".cast") { return .asciicast }
    return output.hasSuffix(".html") || output.hasSuffix(".htm") ? .html : nil
  }

  func run() throws {
    let settings = settings.over(parent.settings)
    try settings.refuseBroker("Demos are on the simulated broker; leave --broker out.")
    let session = try settings.session()
    let file = try DemoFile(path: file, settings, language: session.settings.language)
    try write(text(of: file.demo), session.settings.language)
    report(file, session)
    if !file.demo.differingLines.isEmpty { throw ExitCode(ExitStatus.checkFailed.rawValue) }
  }

  private func text(of demo: Demo) -> String {
    switch format ?? formatOfName {
    case .asciicast, nil: Asciicast(demo, width: width, speed: speed).text
    case .html: DemoPage(demo).text
    }
  }

  private func write(_ text: String, _ language: Language) throws {
    if output == "-" {
      TextOutput.results.write(text)
      return
    }
    let made = TextFile(path: output, language: language)
    do throws(TextFile.Unreadable) {
      if made.isSame(as: TextFile(path: file, language: language)) {
        throw made.unreadable(
          "that is the transcript itself; name another file",
          "트랜스크립트 자신입니다. 다른 파일 이름을 쓰세요")
      }
      try replace ? made.write(text) : made.make(text)
    } catch {
      TextOutput.complaints.write(error.complaint)
      throw ExitCode(ExitStatus.notUnderstood.rawValue)
    }
  }

  private func report(_ file: DemoFile, _ session: ProgramSession) {
    let demo = file.demo
    let words = DemoWords(language: session.settings.language)
    if !demo.differingLines.isEmpty {
      TextOutput.complaints.write(words.differences(of: demo, fileName: file.path).text + "\n")
    }
    guard output != "-" else { return }
    guard session.settings.isJSON else {
      TextOutput.results.write("✓ \(words.exported(demo, to: output).text)\n")
      return
    }
    let members: [JSONValue.Member] = [
      .init("tokki", 1), .init("exported", .string(output)),
      .init("format", .string((format ?? formatOfName ?? .asciicast).rawValue)),
      .init("steps", .integer(Int64(demo.beats.count))),
      .init("chapters", .integer(Int64(demo.chapters.count))),
      .init("differing", .array(demo.differingLines.map { .integer(Int64($0)) })),
    ]
    TextOutput.results.write(JSONValue.object(members).text + "\n")
  }
}
