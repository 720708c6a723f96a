import AMQPModel
import ArgumentParser
import TokkiREPL
import TokkiShell

struct DoctorSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what Tokki finds on this machine, and what is missing.",
    discussion: """
      Nothing of it is needed but a terminal. A real broker is looked for at --broker, or on this \
      machine. The exit status is 1 where something stands in the way.
      """)

  @ParentCommand var parent: Tokki
  @OptionGroup var settings: SettingArguments

  func run() throws {
    let session = try settings.over(parent.settings).session()
    let broker = session.settings.broker ?? AMQPURI()
    let findings = wait { await Checkup(session: session, broker: broker).findings() }
    guard let findings else { throw ExitCode(ExitStatus.internalFault.rawValue) }
    if session.settings.isJSON {
      TextOutput.results.write(findings.map { $0.json.text + "\n" }.joined())
    } else {
      TextOutput.results.write(text(of: findings, session))
    }
    if findings.contains(where: { $0.state == .wrong }) {
      throw ExitCode(ExitStatus.checkFailed.rawValue)
    }
  }

  private func text(of findings: [CheckupFinding], _ session: ProgramSession) -> String {
    let language = session.settings.language
    let lines = CheckupFinding.Group.allCases.flatMap { group in
      [StyledLine(group.title[language], .heading)]
        + findings.filter { $0.group == group }.flatMap { $0.lines(language) }
    }
    return lines.map { (session.settings.hasColour ? $0.coloured : $0.text) + "\n" }.joined()
  }
}
