import MethodJSON
import ScenarioPlay
import TokkiBroker

/// Where two brokers were not alike.
struct Difference: Sendable, Equatable {
  /// Counted from 0.
  var step: Int
  /// What an onlooker saw, rather than the clients.
  var isOfOnlooker: Bool
  var simulated: [JSON]
  var found: [JSON]
}

/// Plays the same steps on the simulated broker and on another, and compares after each.
enum Lockstep {
  static func difference(
    _ steps: [JSON], profile: Profile, other: inout some OtherBroker
  ) throws -> (difference: Difference?, player: Player) {
    var player = Player(profile: profile)
    for (number, json) in steps.enumerated() {
      let before = player
      let simulated = try player.play(Scenario.Step(json))
      let found = try other.play(json, expecting: simulated)
      if found != simulated {
        let difference = Difference(
          step: number, isOfOnlooker: false, simulated: simulated, found: found)
        return (difference, player)
      }
      let isLast = number == steps.count - 1
      let questions =
        isLast
        ? Observation.questions(about: player)
        : Observation.questions(before: before, after: player)
      if questions.isEmpty { continue }
      let answers = try Observation.answers(of: player, to: questions)
      let heard = try other.observe(questions, expecting: answers)
      if heard != answers {
        let difference = Difference(
          step: number, isOfOnlooker: true, simulated: answers, found: heard)
        return (difference, player)
      }
    }
    return (nil, player)
  }
}
