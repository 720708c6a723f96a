import AMQPModel
import StagedBroker
import TokkiBroker
import TokkiLanguage

@testable import TokkiShell

/// Lines compared with a simulation in the place of a real broker.
struct Comparing {
  var finder = StagedPeerFinder()
  var profile: Profile?
  var patience = StagedBroker.patience

  func run(_ lines: String...) async throws -> ComparisonReport {
    var comparison = BrokerComparison(with: AMQPURI(), finder: finder, profile: profile)
    comparison.patience = patience
    return try await comparison.run(
      lines.enumerated().map { .init(number: $0.offset + 1, text: $0.element) })
  }

  static func text(
    _ report: ComparisonReport, language: Language = .english, width: Int = 80,
    wraps: Bool = false
  ) -> String {
    let style = Style(width: width, wrapsSentences: wraps)
    let renderer = Renderer(language: language, style: style)
    return renderer.text(renderer.lines(report))
  }
}
