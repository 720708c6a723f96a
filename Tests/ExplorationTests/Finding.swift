import MethodJSON
import ScenarioPlay
import TokkiBroker

/// A sequence that two brokers did not do alike.
struct Finding: Sendable {
  var seed: UInt64
  /// As few as show the difference.
  var steps: [JSON]
  var difference: Difference
  /// Whether it showed again.
  var isSteady: Bool

  /// As a scenario for the scenario files, and what was different.
  var text: String {
    var lines = ["seed \(seed), step \(difference.step + 1)" + (isSteady ? "" : ", but not again")]
    lines.append(ScenarioText.text(name: "explored, seed \(seed)", steps: steps))
    let answers = difference.isOfOnlooker ? "an onlooker" : "the clients"
    lines.append(" what \(answers) got, in the simulation:")
    lines += difference.simulated.map { "   \($0)" }
    lines.append(" and from RabbitMQ:")
    lines += difference.found.map { "   \($0)" }
    return lines.joined(separator: "\n")
  }
}
