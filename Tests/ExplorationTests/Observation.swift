import MethodJSON
import ScenarioPlay
import TokkiBroker

/// What an onlooker asks after a step, because something changed that clients need not notice:
/// how many messages and consumers a queue has, and whether what was deleted is gone.
enum Observation {
  static let client = "onlooker"

  /// What may have changed with the step.
  static func questions(before: Player, after: Player) -> [Scenario.Sending] {
    let (old, new) = (Standing(before), Standing(after))
    let changed = new.queues.filter { $0.isOpen && !old.queues.contains($0) }.map(\.name)
    let gone = old.queues.map(\.name).filter { name in
      !new.queues.contains { $0.name == name }
    }
    let goneExchanges = old.exchanges.filter { !new.exchanges.contains($0) }
    return (changed + gone).compactMap { question("queue", $0, of: after) }
      + goneExchanges.compactMap { question("exchange", $0, of: after) }
  }

  /// Everything that others may ask about.
  static func questions(about player: Player) -> [Scenario.Sending] {
    Standing(player).queues.filter(\.isOpen).compactMap { question("queue", $0.name, of: player) }
  }

  /// What the simulated broker answers; it does not notice.
  static func answers(of player: Player, to questions: [Scenario.Sending]) throws -> [JSON] {
    var copy = player
    return try questions.flatMap { try copy.play(.send($0)) }
  }

  private static func question(
    _ noun: String, _ name: String, of player: Player
  ) -> Scenario.Sending? {
    guard let called = player.called(name) else { return nil }
    var arguments = [
      JSON.Member(noun, .string(called)), JSON.Member("passive", .boolean(true)),
    ]
    if noun == "exchange" { arguments.append(JSON.Member("type", .string("direct"))) }
    return Scenario.Sending(
      client: client, channel: 1, method: "\(noun).declare", arguments: .object(arguments))
  }

  /// What there is in a broker, as far as it can be asked for.
  private struct Standing {
    struct Queue: Equatable {
      var name: String
      var ready: Int
      var unacked: Int
      var consumers: [String]
      /// Whether everybody may use it.
      var isOpen: Bool
    }

    var queues: [Queue] = []
    var exchanges: [String] = []

    init(_ player: Player) {
      guard let host = player.broker.snapshot().virtualHosts.first else { return }
      queues = host.queues.map {
        Queue(
          name: $0.name, ready: $0.ready.count, unacked: $0.unacked.count,
          consumers: $0.consumers.map(\.tag),
          isOpen: $0.owner == nil)
      }
      exchanges = host.exchanges.map(\.name)
    }
  }
}
