import ArgumentParser
import TokkiLanguage
import TokkiREPL

struct RunSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a script of lines, up to the first that fails.",
    discussion: """
      A line that fails is named with its file and number on standard error. An AMQP exception \
      that the next line expects (`expect error 404`) is no failure.
      """)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A line to run; can be given several times.", valueName: "line"))
  var lines: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show, instead of the answers, the run as a program: go, python, java, javascript, swift, "
        + "csharp.", valueName: "language"))
  var code: String?

  @Argument(help: "Files of lines; - is standard input.")
  var files: [String] = []

  func validate() throws {
    if lines.isEmpty == files.isEmpty {
      throw ValidationError("Name files of lines, or give lines with -c.")
    }
    if let code, ProgrammingLanguage(rawValue: code) == nil {
      let languages = ProgrammingLanguage.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("There is no language \(code) for --code: \(languages).")
    }
  }

  func run() throws {
    let session = try settings.over(parent.settings).session()
    let sources: [ProgramSession.Source] =
      lines.isEmpty ? files.map { $0 == "-" ? .standardInput : .file($0) } : [.lines(lines)]
    try session.runScripts(sources, code: code.flatMap(ProgrammingLanguage.init))
  }
}
