import MethodJSON
import ScenarioPlay

/// A broker that the simulated one is compared with.
protocol OtherBroker {
  /// What arrived after the step. It may wait for what is expected.
  mutating func play(_ step: JSON, expecting expected: [JSON]) throws -> [JSON]

  /// What an onlooker is answered to each question; nobody else notices. It may wait for what is
  /// expected.
  mutating func observe(
    _ questions: [Scenario.Sending], expecting expected: [JSON]
  ) throws -> [JSON]
}
