import MethodJSON
import ScenarioPlay
import SeededRandom
import TokkiBroker

/// Makes up a sequence of steps from a seed. The simulated broker plays along, so that most
/// acknowledgements are for what was delivered, and what depends on RabbitMQ's haste is left out.
struct SequenceGenerator {
  var chance: SeededGenerator
  private(set) var player: Player
  private(set) var situation: Situation
  private(set) var steps: [JSON] = []
  /// Where answers to direct replies go.
  private(set) var replyNames: [String] = []
  /// Who last consumed direct replies.
  var replyPlace: Place?
  private var bodies = 0
  private var tags = 0

  /// The steps that go with the seed: some to begin with, so many, and as many as it takes to see
  /// what is left in the queues.
  static func steps(seed: UInt64, length: Int = 30, profile: Profile) throws -> [JSON] {
    var generator = SequenceGenerator(seed: seed, profile: profile)
    for _ in 0..<generator.pick(4, 6, 8) { try generator.addStep(Self.openings) }
    for _ in 0..<length { try generator.addStep(Self.makers) }
    try generator.empty()
    return generator.steps
  }

  private init(seed: UInt64, profile: Profile) {
    chance = SeededGenerator(seed: seed)
    player = Player(profile: profile, isTracing: true)
    situation = Situation(player)
  }

  private mutating func addStep(_ makers: [WeightedMaker]) throws {
    for _ in 0..<50 {
      if let step = makeStep(makers), try take(step) { return }
    }
  }

  /// Plays the step; false, and nothing is changed, if a real broker might do it in several ways.
  private mutating func take(_ json: JSON) throws -> Bool {
    var after = player
    let step = try Scenario.Step(json)
    let arrivals = try after.play(step)
    if Race(step, before: player, after: after) != nil { return false }
    player = after
    situation = Situation(after)
    steps.append(json)
    for arrival in arrivals {
      guard let name = arrival["properties"]?["reply-to"]?.text, name.hasPrefix("<name-"),
        !replyNames.contains(name)
      else { continue }
      replyNames.append(name)
    }
    return true
  }

  /// Lets all clients go, and takes out what is left.
  private mutating func empty() throws {
    for client in situation.clients { _ = try take(["client": .string(client), "drop": true]) }
    let place = Place(client: "z", channel: 1)
    for queue in situation.queues.map(\.name) {
      for _ in 0..<6 where player.readyCount(queue) > 0 {
        let arguments: JSON = ["queue": .string(queue), "no-ack": true]
        guard try take(send(place, "basic.get", arguments)) else { break }
      }
    }
  }

  private mutating func makeStep(_ makers: [WeightedMaker]) -> JSON? {
    var makers = makers
    if situation.queues.count < 2 { makers.append((40, { $0.declareQueue() })) }
    let total = makers.reduce(0) { $0 + $1.weight }
    var left = Int.random(in: 0..<total, using: &chance)
    for (weight, make) in makers {
      left -= weight
      if left < 0 { return make(&self) }
    }
    return nil
  }

  // MARK: Choosing

  mutating func pick<Element>(_ elements: Element...) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &chance)]
  }

  mutating func percent(_ percent: Int) -> Bool { chance.chance(percent, in: 100) }

  /// A number that no body had before.
  mutating func body() -> String {
    bodies += 1
    return String(bodies)
  }

  /// A consumer tag that was not used before.
  mutating func tag() -> String {
    tags += 1
    return "c\(tags)"
  }

  /// A channel, most often one that is open.
  mutating func place() -> Place {
    if percent(70), let place = chance.pick(situation.places) { return place }
    return Place(client: pick("a", "b", "c"), channel: pick(1, 1, 2))
  }

  /// A queue and who may use it, nearly always; nil as long as there is none.
  mutating func target() -> (queue: String, place: Place)? {
    guard let queue = chance.pick(situation.queues) else { return nil }
    if percent(2) { return (pick("q1", "q2", "q3", "q4"), place()) }
    guard let owner = queue.owner, percent(90) else { return (queue.name, place()) }
    return (queue.name, Place(client: owner, channel: pick(1, 1, 2)))
  }

  /// The name of a queue, most often of one that there is.
  mutating func queueName() -> String {
    if percent(97), let queue = chance.pick(situation.queues) { return queue.name }
    return pick("q1", "q2", "q3", "q4")
  }

  /// The name of an exchange, most often of one that there is.
  mutating func exchangeName() -> String {
    let own = situation.exchanges.filter { !$0.isPredeclared }
    if percent(75), let exchange = chance.pick(own) { return exchange.name }
    return percent(96)
      ? pick("amq.direct", "amq.fanout", "amq.topic", "amq.headers") : pick("e1", "e2", "nowhere")
  }

  func send(
    _ place: Place, _ method: String, _ arguments: JSON = [:], properties: JSON? = nil,
    bodies: [String]? = nil
  ) -> JSON {
    var step: JSON = [
      "client": .string(place.client), "channel": .integer(Int64(place.channel)),
      "send": .string(method), "arguments": arguments,
    ]
    if let properties, properties.members?.isEmpty == false {
      step = step.with("properties", properties)
    }
    if let bodies {
      step =
        bodies.count == 1
        ? step.with("body", .string(bodies[0]))
        : step.with("bodies", .array(bodies.map { .string($0) }))
    }
    return step
  }
}

extension Player {
  /// How many messages are ready in the queue that steps call so.
  func readyCount(_ name: String) -> Int {
    let queue = broker.snapshot().virtualHosts.first?.queues.first { called($0.name) == name }
    return queue?.ready.count ?? 0
  }
}
