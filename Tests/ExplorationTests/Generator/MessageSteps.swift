import MethodJSON

// Steps about messages.

extension SequenceGenerator {
  mutating func publish() -> JSON? {
    guard let (queue, _) = target() else { return nil }
    let isDirect = percent(55)
    let exchange = isDirect ? "" : exchangeName()
    let key = isDirect ? queue : routingKey(of: exchange)
    var arguments: JSON = ["exchange": .string(exchange), "routing-key": .string(key)]
    if percent(15) { arguments = arguments.with("mandatory", true) }
    if percent(1) { arguments = arguments.with("immediate", true) }
    if isDirect, percent(8), let reply = chance.pick(replyNames) {
      arguments = arguments.with("routing-key", .string(reply))
    }
    if let replyPlace, percent(10), situation.places.contains(replyPlace) {
      return send(
        replyPlace, "basic.publish", arguments, properties: ["reply-to": "amq.rabbitmq.reply-to"],
        bodies: [body()])
    }
    let bodies = (0..<pick(1, 1, 1, 2, 3)).map { _ in
      percent(4) ? pick("", "a longer body") : body()
    }
    return send(
      place(), "basic.publish", arguments, properties: properties(), bodies: bodies)
  }

  private mutating func routingKey() -> String { pick("k", "k", "k.l", "l", "", "k.l.m", "q1") }

  /// Most often one that is bound.
  private mutating func routingKey(of exchange: String) -> String {
    let keys = situation.bindings.filter {
      ($0.arguments["exchange"] ?? $0.arguments["source"])?.text == exchange
    }.compactMap { $0.arguments["routing-key"]?.text }
    if percent(70), let key = chance.pick(keys), !key.contains("*"), !key.contains("#") {
      return key
    }
    return routingKey()
  }

  private mutating func properties() -> JSON {
    var properties: JSON = [:]
    for _ in 0..<pick(0, 0, 1, 1, 2) {
      properties = properties.with(property())
    }
    return properties
  }

  private mutating func property() -> JSON {
    switch Int.random(in: 0..<20, using: &chance) {
    case 0, 1, 2, 3: ["priority": pick(0, 1, 2, 3, 4, 5, 9)]
    case 4, 5: ["delivery-mode": pick(1, 2)]
    case 6, 7: ["expiration": pick("0", "0", "600000")]
    case 8: ["expiration": percent(30) ? "soon" : "600000"]
    case 9, 10: ["headers": .object([JSON.Member("h", pick(1, 2, "1", true))])]
    case 11: ["headers": ["i": pick(1, "x", .null), "h": 1]]
    case 12, 13, 14:
      ["headers": .object([JSON.Member(pick("CC", "CC", "BCC"), copies())])]
    case 15: ["message-id": "m", "type": "t", "app-id": "p"]
    case 16:
      ["content-type": "text/plain", "content-encoding": "utf-8", "timestamp": 1_700_000_000]
    case 17:
      ["reply-to": .string(percent(5) ? "amq.rabbitmq.reply-to" : "q1"), "correlation-id": "r"]
    case 18: ["user-id": percent(80) ? "guest" : "nobody"]
    default: ["cluster-id": "c"]
    }
  }

  private mutating func copies() -> JSON {
    if percent(6) { return "k" }
    return .array(
      (0..<pick(1, 1, 2)).map { _ in .string(percent(60) ? queueName() : routingKey()) })
  }

  mutating func get() -> JSON? {
    guard let (queue, place) = target() else { return nil }
    var arguments: JSON = ["queue": .string(queue)]
    if percent(25) { arguments = arguments.with("no-ack", true) }
    return send(place, "basic.get", arguments)
  }

  // MARK: Consumers

  mutating func consume() -> JSON? {
    guard let (queue, place) = target() else { return nil }
    var arguments: JSON = ["queue": .string(queue)]
    // Where names decide on an order, one name is made up at most.
    let isFirst = !situation.queues.flatMap(\.consumers).contains { $0.tag.hasPrefix("<") }
    let hasTag = !isFirst || percent(90)
    if hasTag { arguments = arguments.with("consumer-tag", .string(tag())) }
    if percent(2) { arguments = arguments.with("consumer-tag", "c1") }
    if percent(18) { arguments = arguments.with("no-ack", true) }
    if percent(8) { arguments = arguments.with("exclusive", true) }
    if percent(5) { arguments = arguments.with("no-local", true) }
    if hasTag, percent(5) { arguments = arguments.with("no-wait", true) }
    if percent(18) { arguments = arguments.with("arguments", ["x-priority": pick(-1, 1, 2)]) }
    return send(place, "basic.consume", arguments)
  }

  mutating func consumeReplies() -> JSON? {
    let place = place()
    replyPlace = place
    return send(
      place, "basic.consume",
      [
        "queue": "amq.rabbitmq.reply-to", "no-ack": .boolean(percent(95)),
        "consumer-tag": .string(tag()),
      ])
  }

  mutating func cancel() -> JSON? {
    guard let consumer = chance.pick(situation.queues.flatMap(\.consumers)) else { return nil }
    let place = percent(95) ? consumer.place : self.place()
    return send(place, "basic.cancel", ["consumer-tag": .string(consumer.tag)])
  }

  mutating func prefetch() -> JSON? {
    var arguments: JSON = ["prefetch-count": pick(0, 1, 1, 2, 3)]
    if percent(15) { arguments = arguments.with("global", true) }
    return send(place(), "basic.qos", arguments)
  }

  // MARK: Settling

  mutating func settle() -> JSON? {
    guard let place = chance.pick(situation.unacked),
      let tag = chance.pick(situation.unacked(at: place))
    else { return nil }
    let method = pick("basic.ack", "basic.ack", "basic.nack", "basic.nack", "basic.reject")
    var arguments: JSON = ["delivery-tag": .integer(Int64(tag))]
    if method != "basic.reject", percent(25) {
      arguments = arguments.with("multiple", true)
      if percent(20) { arguments = arguments.with("delivery-tag", 0) }
    }
    if method != "basic.ack" { arguments = arguments.with("requeue", .boolean(percent(60))) }
    return send(place, method, arguments)
  }

  mutating func recover() -> JSON? {
    let place = percent(80) ? chance.pick(situation.unacked) ?? self.place() : self.place()
    return send(
      place, pick("basic.recover", "basic.recover", "basic.recover-async"),
      ["requeue": .boolean(percent(96))])
  }

  // MARK: Confirms and transactions

  mutating func confirm() -> JSON? { send(place(), "confirm.select") }

  mutating func transact() -> JSON? { send(place(), "tx.select") }

  mutating func endTransaction() -> JSON? {
    let transacting = situation.transacting
    guard let place = chance.pick(transacting) else { return nil }
    return send(place, pick("tx.commit", "tx.commit", "tx.rollback"))
  }
}
