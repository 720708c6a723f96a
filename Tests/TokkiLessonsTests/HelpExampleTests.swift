import StagedBroker
import Testing
import TokkiLanguage
import TokkiLessons
import TokkiShell
import TokkiSimulation

@Suite("The examples in help run as they are shown")
struct HelpExampleTests {
  @Test("On a new broker, without a refusal", arguments: CommandName.allCases)
  func example(command: CommandName) async throws {
    let example = try #require(HelpPage.examples.first { $0.command == command })
    let shell = Shell(simulator: Simulation(), finder: StagedFinder())
    let session = LessonSession(shell: shell, progress: nil)
    for line in example.lines {
      let reply = await session.evaluate(line)
      #expect(!reply.isFailure, "\(line)")
    }
  }
}
