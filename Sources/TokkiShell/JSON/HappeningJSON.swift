import AMQPModel
import TokkiBroker
import TokkiClient

extension Happening {
  var json: JSONValue {
    switch report.fact {
    case .delivered(let delivery):
      part("delivered", ["delivery": delivery.json, "workUntil": workUntil.map(JSONValue.integer)])
    case .workStarted(let delivery, let until):
      part("workStarted", ["delivery": delivery.json, "workUntil": .integer(until)])
    case .workFinished(let delivery):
      part(
        "workFinished",
        ["delivery": delivery.json, "acknowledged": acknowledged.map(JSONValue.unsigned)])
    case .workFailed(let delivery, let failure):
      part(
        "workFailed",
        [
          "delivery": delivery.json,
          "reason": failure == .noNumber ? "noNumber" : "noReplyTo",
        ])
    case .returned(let message):
      part(
        "returned",
        [
          "code": .integer(Int64(message.replyCode)), "text": .string(message.replyText),
          "exchange": .string(message.exchange), "routingKey": .string(message.routingKey),
          "message": message.content.json,
        ])
    case .confirmed(let tag, let multiple, let isAck):
      part(
        "confirmed",
        [
          "deliveryTag": .unsigned(tag), "multiple": .boolean(multiple),
          "acknowledged": .boolean(isAck),
        ])
    case .sent(let method, let content):
      part(
        "sent",
        [
          "method": .string(method.name), "unroutable": isUnroutable ? true : nil,
          "message": content?.json,
        ])
    case .replied(let method, _): part("replied", ["method": .string(method.name)])
    case .consumerCancelled(let tag):
      part("consumerCancelled", ["consumerTag": .string(tag)])
    case .flow(let active): part("flow", ["active": .boolean(active)])
    case .blocked(let reason): part("blocked", ["reason": .string(reason)])
    case .unblocked: part("unblocked", [:])
    case .channelClosed(let code, let text, _):
      part("closed", ["code": .integer(Int64(code)), "text": .string(text), "closes": "channel"])
    case .connectionClosed(let code, let text, _):
      part(
        "closed", ["code": .integer(Int64(code)), "text": .string(text), "closes": "connection"])
    case .connectionLost(.killed): part("lost", ["reason": "killed"])
    case .connectionLost(.network(let reason)): part("lost", ["reason": .string(reason)])
    case .unconfirmedLost(let publishes):
      part("unconfirmedLost", ["messages": .array(publishes.map(\.content.json))])
    case .recovering(let attempt, let after):
      part(
        "recovering", ["attempt": .integer(Int64(attempt)), "after": .integer(after)])
    case .disconnected: part("disconnected", [:])
    case .recovered: part("recovered", [:])
    case .recoveryAbandoned(let attempts):
      part("recoveryAbandoned", ["attempts": .integer(Int64(attempts))])
    case .queueRenamed(let old, let new):
      part("queueRenamed", ["from": .string(old), "to": .string(new)])
    case .notRestored(let method, let reason):
      part(
        "notRestored",
        [
          "method": .string(method.name), "code": .integer(Int64(reason.code)),
          "text": .string(reason.text),
        ])
    case .connected(let identity):
      part("connected", ["virtualHost": .string(identity.virtualHost)])
    }
  }

  private func part(
    _ kind: String, _ members: KeyValuePairs<String, JSONValue?>
  ) -> JSONValue {
    let own = members.compactMap { name, value in value.map { JSONValue.Member(name, $0) } }
    let head = [
      JSONValue.Member("part", .string(kind)), .init("at", .integer(report.at)),
      .init("client", .string(report.client.text)),
      .init("channel", .integer(Int64(report.channel))),
    ]
    return .object(head + (queue.map { [.init("queue", .string($0))] } ?? []) + own)
  }
}

extension Delivery {
  var json: JSONValue {
    .object([
      "consumerTag": .string(consumerTag), "deliveryTag": .unsigned(deliveryTag),
      "redelivered": .boolean(redelivered), "exchange": .string(exchange),
      "routingKey": .string(routingKey), "message": content.json,
    ])
  }
}

extension Movement {
  var json: JSONValue {
    var kindName: String
    var reasonName: String?
    var target: (exchange: String, key: String, queues: [String])?
    switch kind {
    case .enqueued: kindName = "enqueued"
    case .refused: kindName = "refused"
    case .requeued: kindName = "requeued"
    case .dropped(let reason): (kindName, reasonName) = ("dropped", reason.rawValue)
    case .deadLettered(let reason, let exchange, let key, let queues):
      (kindName, reasonName) = ("deadLettered", reason.rawValue)
      target = (exchange, key, queues)
    case .deadLetterKept(let reason): (kindName, reasonName) = ("deadLetterKept", reason.rawValue)
    case .cycleDropped: kindName = "cycleDropped"
    case .queueDeleted(let because): (kindName, reasonName) = ("queueDeleted", because)
    }
    return .part(
      "moved",
      [
        "at": .integer(at), "queue": .string(queue), "kind": .string(kindName),
        "reason": reasonName.map(JSONValue.string),
        "exchange": target.map { .string($0.exchange) },
        "routingKey": target.map { .string($0.key) },
        "queues": target.map { .strings($0.queues) }, "count": .count(count),
        "bodies": .array(bodies.map(JSONValue.body)),
      ])
  }
}
