import MethodJSON
import ScenarioPlay
import Testing
import TokkiBroker

/// A broker that does something other than the simulated one.
struct FaultyBroker: OtherBroker {
  /// What it takes a step for.
  let misreads: @Sendable (JSON) -> JSON
  var player: Player

  init(profile: Profile, misreads: @escaping @Sendable (JSON) -> JSON) {
    self.misreads = misreads
    player = Player(profile: profile)
  }

  mutating func play(_ json: JSON, expecting expected: [JSON]) throws -> [JSON] {
    try player.play(Scenario.Step(misreads(json)))
  }

  func observe(_ questions: [Scenario.Sending], expecting expected: [JSON]) throws -> [JSON] {
    try Observation.answers(of: player, to: questions)
  }
}

struct Fault: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// How many steps it takes to see it.
  var steps: Int
  var misreads: @Sendable (JSON) -> JSON

  /// Where that method is sent with that argument, another value.
  init(_ name: String, steps: Int, _ method: String, _ argument: String, _ old: JSON, _ new: JSON) {
    testDescription = name
    self.steps = steps
    misreads = { step in
      guard step["send"]?.text == method, let arguments = step["arguments"],
        arguments[argument] == old
      else { return step }
      return step.with("arguments", arguments.with(argument, new))
    }
  }
}

@Suite("Differences between brokers") struct ShrinkerTests {
  static let faults = [
    Fault(
      "what is rejected comes back", steps: 4, "basic.reject", "requeue", false, true),
    Fault("every nack is for one message", steps: 6, "basic.nack", "multiple", true, false),
    Fault("no message is mandatory", steps: 1, "basic.publish", "mandatory", true, false),
    Fault("a prefetch of one is a prefetch of two", steps: 5, "basic.qos", "prefetch-count", 1, 2),
  ]

  @Test("a faulty broker is found out, and with few steps", arguments: faults)
  func findsFault(_ fault: Fault) throws {
    let profile = Profile.rabbitMQ40
    func shows(_ steps: [JSON]) throws -> Bool {
      var faulty = FaultyBroker(profile: profile, misreads: fault.misreads)
      return try Lockstep.difference(steps, profile: profile, other: &faulty).difference != nil
    }
    for seed in UInt64(1)...100 {
      let steps = try SequenceGenerator.steps(seed: seed, profile: profile)
      guard try shows(steps) else { continue }
      let smallest = try Shrinker.smallest(steps) {
        try Shrinker.isSteady($0, profile: profile) && shows($0)
      }
      let text = ScenarioText.text(name: fault.testDescription, steps: smallest)
      #expect(smallest.count <= fault.steps, "seed \(seed): \(text)")
      return
    }
    Issue.record("a hundred sequences do not show it")
  }

  @Test("the same broker shows no difference")
  func agreesWithItself() throws {
    for profile in Profile.all {
      var same = FaultyBroker(profile: profile) { $0 }
      let steps = try SequenceGenerator.steps(seed: 7, profile: profile)
      #expect(try Lockstep.difference(steps, profile: profile, other: &same).difference == nil)
    }
  }
}
