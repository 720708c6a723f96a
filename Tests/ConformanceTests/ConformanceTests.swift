import MethodJSON
import ScenarioPlay
import Testing
import TokkiBroker

/// A scenario with what one RabbitMQ answered.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  var version: String
  var concept: String
  var scenario: Scenario
  var steps: [JSON]
  var recorded: [[JSON]]
  /// Why the simulated broker does something else, if it is known to.
  var reason: String?

  var testDescription: String { "\(version) \(concept): \(scenario.name)" }

  static func all() throws -> [ConformanceCase] {
    let reasons = try NotSimulated.all()
    return try Profile.all.flatMap { profile in
      try ConformanceFiles.concepts().flatMap { concept in
        try cases(version: profile.name, concept: concept, reasons)
      }
    }
  }

  private static func cases(
    version: String, concept: String, _ reasons: [NotSimulated]
  ) throws -> [ConformanceCase] {
    let scenarios = try ConformanceFiles.read("Scenarios/\(concept).json").items ?? []
    let recordings = try ConformanceFiles.read("Recordings/\(version)/\(concept).json").items ?? []
    try #require(scenarios.map { $0["name"] } == recordings.map { $0["name"] })
    return try zip(scenarios, recordings).map { scenario, recording in
      let known = try Scenario(scenario)
      return ConformanceCase(
        version: version, concept: concept, scenario: known,
        steps: scenario["steps"]?.items ?? [],
        recorded: recording["steps"]?.items?.compactMap(\.items) ?? [],
        reason: reasons.first { $0.covers(version, concept, known.name) }?.reason)
    }
  }
}

@Suite("What a real RabbitMQ answered, the simulated broker answers")
struct ConformanceTests {
  @Test("a scenario", arguments: try ConformanceCase.all())
  func answersAsRecorded(_ example: ConformanceCase) throws {
    let profile = try #require(Profile.named(example.version))
    let simulated = try Player.play(example.scenario, profile: profile)
    let agrees = simulated == example.recorded
    if let reason = example.reason {
      #expect(!agrees, "not-simulated.json still lists \(example.scenario.name): \(reason)")
    } else if !agrees {
      Issue.record(
        """
        \(example.testDescription)
        \(SideBySide.text(
            example.scenario, steps: example.steps, recorded: example.recorded,
            simulated: simulated))
        """)
    }
  }

  @Test("what is listed as not simulated is a scenario")
  func listsScenarios() throws {
    let known = try ConformanceCase.all()
    for entry in try NotSimulated.all() {
      for version in entry.versions {
        #expect(
          known.contains { entry.covers($0.version, $0.concept, $0.scenario.name) },
          "not-simulated.json lists what is no scenario: \(version) \(entry.name)")
      }
    }
  }
}
