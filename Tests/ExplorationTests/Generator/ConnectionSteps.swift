import MethodJSON

// Steps about connections and channels, and what nobody should do.

extension SequenceGenerator {
  mutating func closeChannel() -> JSON? {
    guard let place = chance.pick(situation.places) else { return nil }
    return send(place, "channel.close", ["reply-code": 200])
  }

  mutating func closeConnection() -> JSON? {
    guard let client = chance.pick(situation.clients) else { return nil }
    return send(Place(client: client, channel: 0), "connection.close", ["reply-code": 200])
  }

  mutating func drop() -> JSON? {
    guard let client = chance.pick(situation.clients) else { return nil }
    return ["client": .string(client), "drop": true]
  }

  /// A client that is not told when its consumers are cancelled, say.
  mutating func connect() -> JSON? {
    let client = pick("a", "b", "c")
    guard !situation.clients.contains(client) else { return nil }
    return [
      "client": .string(client), "connect": ["consumer_cancel_notify": .boolean(percent(40))],
    ]
  }

  /// What a broker refuses.
  mutating func mistake() -> JSON? {
    let place = place()
    let queue = queueName()
    switch Int.random(in: 0..<22, using: &chance) {
    case 0: return send(place, "basic.ack", ["delivery-tag": pick(1, 7, 0)])
    case 1: return send(place, "basic.reject", ["delivery-tag": 99, "requeue": true])
    case 2:
      return send(place, "basic.nack", ["delivery-tag": 99, "multiple": .boolean(percent(50))])
    case 3: return send(place, "queue.declare", ["queue": "amq.mine", "durable": true])
    case 4:
      return send(
        place, "exchange.declare",
        ["exchange": .string(pick("amq.mine", "", "e1")), "type": pick("direct", "sideways")])
    case 5: return send(place, "exchange.delete", ["exchange": pick("amq.topic", "", "nowhere")])
    case 6:
      return send(place, "queue.bind", ["queue": .string(queue), "exchange": pick("", "nowhere")])
    case 7:
      return send(
        place, "basic.publish", ["exchange": "nowhere", "routing-key": "k"], bodies: [body()])
    case 8: return send(place, "basic.get", ["queue": "nothing"])
    case 9: return send(place, "basic.consume", ["queue": "nothing"])
    case 10: return send(place, "basic.qos", ["prefetch-size": 10])
    case 11: return send(place, "tx.commit")
    case 12: return send(place, "channel.open")
    case 13:
      let unopened = Place(client: place.client, channel: 3)
      return send(unopened, "basic.get", ["queue": .string(queue)]).with("unopened", true)
    case 14: return send(place, "channel.flow", ["active": .boolean(percent(70))])
    case 15: return send(place, "queue.declare", ["queue": "q1", "arguments": wrongArguments()])
    case 16:
      return send(
        place, "queue.declare",
        [
          "queue": "q3", "durable": .boolean(percent(50)), "exclusive": .boolean(percent(70)),
          "arguments": ["x-queue-type": "quorum"],
        ])
    case 17:
      return send(
        place, "basic.consume",
        ["queue": .string(queue), "arguments": ["x-priority": pick("high", 1)]])
    case 18: return send(place, "basic.cancel", ["consumer-tag": "nobody"])
    case 19: return send(place, "queue.purge", ["queue": pick("nothing", "")])
    case 20: return send(place, "queue.delete", ["queue": pick("nothing", "")])
    default: return send(place, "exchange.unbind", ["source": "amq.topic", "destination": "e1"])
    }
  }

  private mutating func wrongArguments() -> JSON {
    pick(
      ["x-max-length": -1], ["x-max-length": "two"], ["x-overflow": "spill"],
      ["x-max-priority": 256], ["x-dead-letter-routing-key": "k"], ["x-message-ttl": -1],
      ["x-queue-type": "round"], ["x-expires": 0], ["x-single-active-consumer": "yes"],
      ["x-unknown": 1], ["x-dead-letter-exchange": 1], ["x-delivery-limit": 2])
  }
}
