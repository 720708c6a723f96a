import MethodJSON

// Steps about exchanges, queues and bindings.

extension SequenceGenerator {
  /// A name belongs to one type: 3.10 closes a connection with INTERNAL_ERROR whose channel knew a
  /// classic queue and consumes from a quorum queue of the same name.
  static let classicNames = ["q1", "q2"]
  static let quorumNames = ["q3", "q4"]

  mutating func declareQueue() -> JSON? {
    let taken = situation.queues.map(\.name)
    let isQuorum = percent(45)
    let names = isQuorum ? Self.quorumNames : Self.classicNames
    let free = names.filter { !taken.contains($0) }
    guard let name = chance.pick(free) ?? (percent(10) ? chance.pick(names) : nil) else {
      return nil
    }
    let isFirst = !taken.contains { $0.hasPrefix("<") }
    let isServerNamed = !isQuorum && isFirst && percent(8)
    let isExclusive = !isQuorum && percent(isServerNamed ? 60 : 6)
    var arguments: JSON = isQuorum ? ["x-queue-type": "quorum"] : [:]
    for _ in 0..<pick(0, 1, 1, 2, 3) {
      arguments = arguments.with(isQuorum ? quorumArgument() : classicArgument())
    }
    let declaration: JSON = [
      "queue": .string(isServerNamed ? "" : name),
      "durable": .boolean(isQuorum || percent(60)), "exclusive": .boolean(isExclusive),
      "auto-delete": .boolean(percent(12)), "arguments": arguments,
    ]
    return send(place(), "queue.declare", sparing(declaration, noWait: !isServerNamed))
  }

  /// Without what is false or empty, and now and then with no-wait.
  private mutating func sparing(_ arguments: JSON, noWait: Bool = true) -> JSON {
    let members = (arguments.members ?? []).filter {
      $0.value != .boolean(false) && $0.value != [:]
    }
    let spared = JSON.object(members)
    return noWait && percent(6) ? spared.with("no-wait", true) : spared
  }

  private mutating func sharedArgument() -> JSON {
    switch Int.random(in: 0..<6, using: &chance) {
    case 0: ["x-max-length": pick(0, 1, 2, 2, 3)]
    case 1: ["x-max-length-bytes": pick(1, 2, 3, 5)]
    case 2: deadLetters()
    case 3: ["x-dead-letter-exchange": .string(pick("e1", "e2", "amq.fanout", "amq.topic"))]
    case 4: ["x-message-ttl": pick(0, 600_000)]
    default: ["x-single-active-consumer": true]
    }
  }

  private mutating func deadLetters() -> JSON {
    ["x-dead-letter-exchange": "", "x-dead-letter-routing-key": pick("q1", "q2", "q3", "q4")]
  }

  private mutating func classicArgument() -> JSON {
    switch Int.random(in: 0..<10, using: &chance) {
    case 0: ["x-max-priority": pick(1, 2, 5)]
    case 1: ["x-max-length": pick(1, 2), "x-overflow": pick("reject-publish", "drop-head")]
    case 2:
      deadLetters().with(["x-max-length": pick(1, 2), "x-overflow": "reject-publish-dlx"])
    case 3: pick(["x-queue-mode": "lazy"], ["x-queue-type": "classic"], ["x-queue-version": 2])
    default: sharedArgument()
    }
  }

  private mutating func quorumArgument() -> JSON {
    switch Int.random(in: 0..<10, using: &chance) {
    case 0, 1: ["x-delivery-limit": pick(0, 1, 2)]
    case 2: ["x-max-length": pick(1, 2), "x-overflow": pick("reject-publish", "drop-head")]
    case 3: ["x-dead-letter-strategy": "at-most-once"]
    default: sharedArgument()
    }
  }

  mutating func redeclareQueue() -> JSON? {
    guard let queue = chance.pick(situation.queues) else { return nil }
    return send(place(), "queue.declare", sparing(queue.declaration))
  }

  /// With one property changed.
  mutating func redeclareOtherwise() -> JSON? {
    guard let queue = chance.pick(situation.queues) else { return nil }
    let old = queue.declaration
    let property = pick("durable", "exclusive", "auto-delete", "arguments")
    if property == "arguments" {
      let changed = (old["arguments"] ?? [:]).with(
        percent(50) ? classicArgument() : quorumArgument())
      return send(place(), "queue.declare", sparing(old.with("arguments", changed)))
    }
    let changed = old.with(property, .boolean(old[property] != true))
    return send(place(), "queue.declare", sparing(changed))
  }

  mutating func lookAtQueue() -> JSON? {
    guard let (queue, place) = target() else { return nil }
    return send(place, "queue.declare", ["queue": .string(queue), "passive": true])
  }

  mutating func deleteQueue() -> JSON? {
    guard let (queue, place) = target() else { return nil }
    var arguments: JSON = ["queue": .string(queue)]
    if percent(30) { arguments = arguments.with("if-unused", true) }
    if percent(30) { arguments = arguments.with("if-empty", true) }
    return send(place, "queue.delete", sparing(arguments))
  }

  mutating func purgeQueue() -> JSON? {
    guard let (queue, place) = target() else { return nil }
    return send(place, "queue.purge", sparing(["queue": .string(queue)]))
  }

  // MARK: Exchanges

  mutating func declareExchange() -> JSON? {
    let taken = situation.exchanges.map(\.name)
    let free = ["e1", "e2"].filter { !taken.contains($0) }
    guard let name = chance.pick(free) ?? (percent(10) ? pick("e1", "e2") : nil) else {
      return nil
    }
    let alternate: JSON =
      percent(25) ? ["alternate-exchange": .string(pick("e1", "e2", "amq.fanout"))] : [:]
    let declaration: JSON = [
      "exchange": .string(name),
      "type": .string(pick("direct", "fanout", "fanout", "topic", "topic", "headers")),
      "durable": .boolean(percent(60)), "auto-delete": .boolean(percent(15)),
      "internal": .boolean(percent(8)), "arguments": alternate,
    ]
    return send(place(), "exchange.declare", sparing(declaration))
  }

  /// As it is, or with one property changed.
  mutating func redeclareExchange() -> JSON? {
    guard let exchange = chance.pick(situation.exchanges), !exchange.name.isEmpty else {
      return nil
    }
    var declaration = exchange.declaration
    switch Int.random(in: 0..<8, using: &chance) {
    case 0: declaration = declaration.with("type", .string(pick("direct", "fanout", "topic")))
    case 1:
      declaration = declaration.with("durable", .boolean(declaration["durable"] != true))
    case 2:
      declaration = declaration.with("arguments", ["alternate-exchange": .string(pick("e1", "e2"))])
    case 3: declaration = ["exchange": .string(exchangeName()), "passive": true]
    default: break
    }
    return send(place(), "exchange.declare", sparing(declaration))
  }

  mutating func deleteExchange() -> JSON? {
    let name = percent(90) ? pick("e1", "e2") : exchangeName()
    var arguments: JSON = ["exchange": .string(name)]
    if percent(40) { arguments = arguments.with("if-unused", true) }
    return send(place(), "exchange.delete", sparing(arguments))
  }

  // MARK: Bindings

  mutating func bindQueue() -> JSON? {
    guard let (queue, place) = target() else { return nil }
    let (key, table) = (bindingKey(), bindingArguments())
    return send(
      place, "queue.bind",
      sparing([
        "queue": .string(queue), "exchange": .string(exchangeName()),
        "routing-key": .string(key), "arguments": table,
      ]))
  }

  /// What is bound to `amq.` exchanges goes with what it was bound from: nothing is left over.
  mutating func bindExchange() -> JSON? {
    let own = situation.exchanges.filter { !$0.isPredeclared }
    guard let exchange = chance.pick(own) else { return nil }
    let other = exchangeName()
    let (source, destination) = percent(50) ? (exchange.name, other) : (other, exchange.name)
    let (key, table) = (bindingKey(), bindingArguments())
    return send(
      place(), "exchange.bind",
      sparing([
        "source": .string(source), "destination": .string(destination),
        "routing-key": .string(key), "arguments": table,
      ]))
  }

  mutating func unbind() -> JSON? {
    guard let (noun, bound) = chance.pick(situation.bindings) else { return nil }
    var arguments = bound
    if percent(15) { arguments = arguments.with("routing-key", .string(bindingKey())) }
    return send(place(), "\(noun).unbind", noun == "queue" ? arguments : sparing(arguments))
  }

  private mutating func bindingKey() -> String {
    pick("k", "k", "k.l", "#", "*", "k.*", "#.l", "k.#", "", "q1", "q2")
  }

  private mutating func bindingArguments() -> JSON {
    guard percent(20) else { return [:] }
    var arguments: JSON = pick(
      [:], ["x-match": "all"], ["x-match": "any"], ["x-match": "any-with-x"],
      ["x-match": "all-with-x"])
    if percent(70) { arguments = arguments.with("h", pick(1, 2, "1")) }
    if percent(40) { arguments = arguments.with("i", pick(1, "x", true, .null)) }
    return arguments
  }
}
