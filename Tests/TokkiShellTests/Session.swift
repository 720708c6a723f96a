import TokkiBroker
import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// A shell on a new simulated broker, as plain text.
struct Session {
  let shell: Shell
  let simulation: Simulation

  init(
    seed: UInt64 = 1, language: Language = .english, isJSON: Bool = false, style: Style = .plain
  ) {
    simulation = Simulation(seed: seed)
    shell = Shell(
      simulator: simulation,
      configuration: Shell.Configuration(
        language: language, isJSON: isJSON, style: style, seed: seed))
  }

  /// Carries the lines out; the answer to the last of them.
  @discardableResult
  func run(_ lines: String...) async -> String { await run(lines) }

  @discardableResult
  func run(_ lines: [String]) async -> String {
    var answer = ""
    for line in lines { answer = await shell.render(await shell.run(line)) }
    return answer
  }

  /// All lines with their answers, as on a screen.
  func screen(_ lines: [String]) async -> String {
    var text = ""
    for line in lines {
      text += "> \(line)\n"
      let answer = await shell.render(await shell.run(line))
      if !answer.isEmpty { text += answer + "\n" }
    }
    return text
  }
}
