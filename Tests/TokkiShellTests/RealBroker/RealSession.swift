import StagedBroker
import Testing
import TokkiClient
import TokkiLanguage
import TokkiShell
import TokkiSimulation

/// A shell that was connected to a staged broker.
struct RealSession {
  let shell: Shell
  let finder: StagedFinder
  let broker: StagedBroker

  /// For what never comes.
  static let littlePatience = Duration.seconds(3)

  static let uri = "amqp://guest:guest@broker.example/"

  init(
    hasManagement: Bool = false, language: Language = .english, isJSON: Bool = false,
    patience: Duration = StagedBroker.patience
  ) async {
    finder = StagedFinder(hasManagement: hasManagement)
    var configuration = Shell.Configuration(language: language, isJSON: isJSON, seed: 1)
    configuration.patience = patience
    shell = Shell(simulator: Simulation(seed: 1), finder: finder, configuration: configuration)
    _ = await shell.run("connect \(Self.uri)")
    broker = await finder.broker ?? StagedBroker(.init())
  }

  /// Carries the lines out; the answer to the last of them.
  @discardableResult
  func run(_ lines: String...) async -> String {
    var answer = ""
    for line in lines { answer = await shell.render(await shell.run(line)) }
    return answer
  }

  func news() async -> String? {
    guard let outcome = await shell.news() else { return nil }
    return await shell.render(outcome)
  }
}

/// The texts are equal; what there is instead is shown.
func expectText(
  _ found: String?, _ wanted: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found == wanted, sourceLocation: sourceLocation)
}
