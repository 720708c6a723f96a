import TokkiBroker

extension MessageLife {
  var json: JSONValue {
    .part(
      "life",
      [
        "message": .unsigned(number), "client": .string(client),
        "mandatory": .boolean(mandatory), "content": content?.json, "routing": routing.json,
        "omitted": omittedCount > 0 ? .count(omittedCount) : nil,
        "places": places.isEmpty
          ? nil
          : .array(
            places.map { .object(["queue": .string($0.queue), "now": $0.place.json]) }),
        "returned": returned.map {
          .object(["at": .integer($0.at), "code": .integer(Int64($0.code))])
        },
        "confirmed": confirmed.map {
          .object(["at": .integer($0.at), "ack": .boolean($0.isAck)])
        },
      ])
  }
}

extension MessageLife.Routing {
  fileprivate var json: JSONValue {
    .object([
      "at": .integer(at), "exchange": .string(exchange), "routingKey": .string(routingKey),
      "route": route?.json, "visits": .array(visits.map(\.json)),
      "refused": refusals.isEmpty ? nil : .strings(refusals),
    ])
  }
}

extension MessageLife.Visit {
  fileprivate var json: JSONValue {
    .object([
      "queue": .string(queue), "steps": .array(steps.map(\.json)), "now": place?.json,
      "deadLettered": onward.isEmpty ? nil : .array(onward.map(\.json)),
    ])
  }
}

extension MessageLife.Place {
  fileprivate var json: JSONValue {
    switch self {
    case .ready(let position, let count):
      .object(["state": "ready", "position": .count(position), "of": .count(count)])
    case .unacked(let client): .object(["state": "unacked", "client": .string(client)])
    case .kept: .object(["state": "kept"])
    }
  }
}

extension MessageLife.Step {
  fileprivate var json: JSONValue {
    switch kind {
    case .enqueued: step("enqueued")
    case .delivered(let client, let tag, let redelivered, let isGet):
      step(isGet ? "got" : "delivered", client, tag: tag, redelivered: redelivered)
    case .workBegun(let client): step("workBegun", client)
    case .acknowledged(let client): step("acknowledged", client)
    case .automatic(let client): step("automatic", client)
    case .requeued(let client, let ending):
      step("requeued", client, reason: ending.rawValue)
    case .rejected(let client): step("rejected", client)
    case .lost(let client): step("lost", client)
    case .removed(let reason): step("removed", reason: reason.rawValue)
    case .deadLettered(let reason): step("deadLettered", reason: reason.rawValue)
    case .deadLetterKept(let reason): step("deadLetterKept", reason: reason.rawValue)
    case .cycleDropped: step("cycleDropped")
    }
  }

  private func step(
    _ name: String, _ client: String? = nil, tag: UInt64? = nil, redelivered: Bool? = nil,
    reason: String? = nil
  ) -> JSONValue {
    .object([
      "at": .integer(at), "step": .string(name), "client": client.map(JSONValue.string),
      "deliveryTag": tag.map(JSONValue.unsigned),
      "redelivered": redelivered.map(JSONValue.boolean), "reason": reason.map(JSONValue.string),
    ])
  }
}

extension ListedMessage {
  var json: JSONValue {
    .object([
      "message": .unsigned(number), "at": .integer(at), "client": .string(client),
      "exchange": .string(exchange), "routingKey": .string(routingKey),
      "content": content?.json,
      "now": .array(
        whereabouts.map {
          .object(["queue": $0.queue.map(JSONValue.string), "state": .string($0.state)])
        }),
    ])
  }
}
