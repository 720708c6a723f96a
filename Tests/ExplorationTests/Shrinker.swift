import MethodJSON
import ScenarioPlay
import TokkiBroker

/// Makes a sequence that shows something as small as it can be made while it still shows it.
struct Shrinker {
  private(set) var steps: [JSON]
  private let shows: ([JSON]) throws -> Bool

  /// - Parameter shows: whether such a sequence shows it; `steps` do.
  static func smallest(_ steps: [JSON], shows: ([JSON]) throws -> Bool) throws -> [JSON] {
    try withoutActuallyEscaping(shows) { shows in
      var shrinker = Shrinker(steps: steps, shows: shows)
      var size = Int.max
      while size > shrinker.size {
        size = shrinker.size
        try shrinker.dropSteps()
        try shrinker.mergePlaces()
        try shrinker.simplifySteps()
      }
      return shrinker.steps
    }
  }

  /// How many values there are in the steps.
  private var size: Int { steps.reduce(0) { $0 + Self.size($1) } }

  private static func size(_ json: JSON) -> Int {
    switch json {
    case .null, .boolean, .integer, .number, .string: 1
    case .array(let items): items.reduce(1) { $0 + size($1) }
    case .object(let members): members.reduce(1) { $0 + size($1.value) }
    }
  }

  private mutating func attempt(_ candidate: [JSON]) throws -> Bool {
    guard candidate != steps, try shows(candidate) else { return false }
    steps = candidate
    return true
  }

  /// Many at first, then fewer, the last ones first.
  private mutating func dropSteps() throws {
    var count = max(1, steps.count / 2)
    while true {
      var end = steps.count
      while end > 0 {
        let start = max(0, end - count)
        let (left, right) = (steps[..<start], steps[min(end, steps.count)...])
        if try !attempt(Array(left + right)), count == 1 {
          _ = try attempt(Array(left + right.map(Self.lowered)))
        }
        end = start
      }
      if count == 1 { return }
      count = max(1, count / 2)
    }
  }

  /// The step about the delivery before the one that it is about.
  private static func lowered(_ step: JSON) -> JSON {
    guard let arguments = step["arguments"], let tag = arguments["delivery-tag"]?.wholeNumber,
      tag > 1
    else { return step }
    return step.with("arguments", arguments.with("delivery-tag", .integer(tag - 1)))
  }

  /// Lets one client or one channel do what another did.
  private mutating func mergePlaces() throws {
    let clients = Array(Set(steps.compactMap { $0["client"]?.text })).sorted()
    for (index, client) in clients.enumerated().dropFirst().reversed() {
      for other in clients[..<index] {
        let merged = steps.map {
          $0["client"]?.text == client ? $0.with("client", .string(other)) : $0
        }
        if try attempt(merged) { break }
      }
    }
    _ = try attempt(steps.map { $0["channel"] == 2 ? $0.with("channel", 1) : $0 })
  }

  private mutating func simplifySteps() throws {
    for index in steps.indices.reversed() {
      var simpler = Self.simpler(steps[index])
      while let next = simpler.popLast() {
        var candidate = steps
        candidate[index] = next
        if try attempt(candidate) { simpler = Self.simpler(next) }
      }
    }
  }

  /// The step without one member of its arguments, properties or tables, or with fewer bodies.
  private static func simpler(_ step: JSON) -> [JSON] {
    var found: [JSON] = []
    for name in ["arguments", "properties"] {
      guard let value = step[name] else { continue }
      found += smaller(value).map { step.with(name, $0) }
    }
    if let bodies = step["bodies"]?.items, let last = bodies.last {
      let fewer = Array(bodies.dropLast())
      found.append(
        fewer.count == 1
          ? step.without("bodies").with("body", fewer[0]) : step.with("bodies", .array(fewer)))
      found.append(step.without("bodies").with("body", last))
    }
    return found
  }

  private static func smaller(_ value: JSON) -> [JSON] {
    switch value {
    case .null, .boolean, .integer, .number, .string: return []
    case .array(let items):
      return items.indices.map { index in
        var fewer = items
        fewer.remove(at: index)
        return .array(fewer)
      }
    case .object(let members):
      return members.flatMap { member in
        smaller(member.value).map { value.with(member.name, $0) } + [value.without(member.name)]
      }
    }
  }
}

extension Shrinker {
  /// Whether every step of the sequence has one outcome.
  static func isSteady(_ steps: [JSON], profile: Profile) throws -> Bool {
    var player = Player(profile: profile, isTracing: true)
    for json in steps {
      let step = try Scenario.Step(json)
      let before = player
      _ = try player.play(step)
      if Race(step, before: before, after: player) != nil { return false }
    }
    return true
  }
}
