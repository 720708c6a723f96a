import MethodJSON
import Testing
import TokkiBroker

/// A scenario with what one RabbitMQ answered.
struct WireCase: Sendable, CustomTestStringConvertible {
  var profile: Profile
  var concept: String
  var scenario: WireScenario
  var recorded: [[JSON]]
  /// Why Tokki answers otherwise, if it is known to.
  var reason: String?

  var testDescription: String { "\(profile.name) \(concept): \(scenario.name)" }

  static func all() throws -> [WireCase] {
    let known = try WireFiles.read("not-served.json").items ?? []
    return try WireFiles.concepts().flatMap { concept in
      let scenarios = try WireFiles.scenarios(concept)
      return try Profile.all.flatMap { profile in
        let path = "Recordings/\(profile.name)/\(concept).json"
        let recordings = try WireFiles.read(path).items ?? []
        try #require(scenarios.map(\.name) == recordings.compactMap { $0["name"]?.text })
        return zip(scenarios, recordings).map { scenario, recording in
          let entry = known.first {
            $0["name"]?.text == scenario.name && $0["concept"]?.text == concept
              && $0["versions"]?.items?.contains(.string(profile.name)) == true
          }
          return WireCase(
            profile: profile, concept: concept, scenario: scenario,
            recorded: recording.withOwnHost["steps"]?.items?.compactMap(\.items) ?? [],
            reason: entry?["reason"]?.text)
        }
      }
    }
  }
}

extension JSON {
  /// Each scenario was played in a virtual host of its own; Tokki plays them in `/`.
  fileprivate var withOwnHost: JSON {
    mapTexts {
      $0.split(separator: "<virtual-host>", omittingEmptySubsequences: false).joined(separator: "/")
    }
  }
}

@Suite("What a real RabbitMQ answers to bytes, the server's machine answers")
struct WireTests {
  @Test("a scenario", arguments: try WireCase.all())
  func answersAsRecorded(_ example: WireCase) throws {
    let served = WirePlayer.play(example.scenario, profile: example.profile)
    let agrees = served == example.recorded
    if let reason = example.reason {
      #expect(!agrees, "not-served.json still lists \(example.scenario.name): \(reason)")
    } else if !agrees {
      Issue.record("\(example.testDescription)\n\(Self.text(example.recorded, served))")
    }
  }

  @Test("byte by byte gives the same answers", arguments: try WireFiles.concepts())
  func answersDrippedBytes(_ concept: String) throws {
    for var scenario in try WireFiles.scenarios(concept) {
      let served = WirePlayer.play(scenario, profile: .rabbitMQ40)
      scenario.steps = scenario.steps.map { step in
        guard case .send(let bytes, _) = step, bytes.count < 10_000 else { return step }
        return .send(bytes, isDripped: true)
      }
      let dripped = WirePlayer.play(scenario, profile: .rabbitMQ40)
      #expect(dripped == served, "\(scenario.name)")
    }
  }

  @Test("connection.start has its properties in RabbitMQ's order", arguments: Profile.all)
  func keepsOrder(_ profile: Profile) throws {
    let recordings = try WireFiles.read("Recordings/\(profile.name)/protocol-header.json")
    func names(_ start: JSON?) -> [[String]] {
      let properties = start?["arguments"]?["server-properties"]
      return [properties, properties?["capabilities"]].map { ($0?.members ?? []).map(\.name) }
    }
    var player = WirePlayer(profile: profile)
    let start = player.receive([Array("AMQP".utf8) + [0, 0, 9, 1]]).first
    let recorded = recordings.items?.first?["steps"]?.items?.first?.items?.first
    #expect(names(start) == names(recorded))
    #expect(names(start)[0].count == 7)
  }

  private static func text(_ recorded: [[JSON]], _ served: [[JSON]]) -> String {
    var lines: [String] = []
    for (number, (left, right)) in zip(recorded, served).enumerated() {
      lines.append("\(number + 1).")
      for index in 0..<max(left.count, right.count) {
        let expected = index < left.count ? left[index].description : "nothing"
        let found = index < right.count ? right[index].description : "nothing"
        lines +=
          expected == found
          ? ["   both      \(found)"]
          : [
            "   RabbitMQ  \(expected)", "   Tokki     \(found)",
          ]
      }
    }
    return lines.joined(separator: "\n")
  }
}
