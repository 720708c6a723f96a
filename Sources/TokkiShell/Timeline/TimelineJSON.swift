extension WorkTimeline {
  var json: JSONValue {
    .part(
      "timeline",
      [
        "from": .integer(from), "to": .integer(to),
        "queues": .array(queues.map(\.json)), "source": isReal ? "run" : nil,
      ])
  }
}

extension WorkTimeline.Queue {
  fileprivate var json: JSONValue {
    .object([
      "queue": .string(name),
      "ready": .array(
        counts.map { .object(["at": .integer($0.at), "count": .count($0.readyCount)]) }),
      "left": .array(
        leavings.map { leaving in
          .object([
            "at": .integer(leaving.at), "message": .unsigned(leaving.message),
            "body": leaving.body.map(JSONValue.body), "reason": .string(leaving.reason),
            "deadLettered": .boolean(leaving.isDeadLettered),
          ])
        }),
      "consumers": .array(
        workers.map { worker in
          .object([
            "client": .string(worker.client),
            "consumerTag": worker.consumerTag.map(JSONValue.string),
            "deliveries": .array(worker.deliveries.map(\.json)),
          ])
        }),
    ])
  }
}

extension HandledDelivery {
  fileprivate var json: JSONValue {
    .object([
      "message": message.map(JSONValue.unsigned), "body": body.map(JSONValue.body),
      "channel": .integer(Int64(channel)), "consumerTag": consumerTag.map(JSONValue.string),
      "deliveryTag": .unsigned(deliveryTag), "redelivered": .boolean(redelivered),
      "deliveredAt": .integer(deliveredAt), "workFrom": workedFrom.map(JSONValue.integer),
      "workTo": workedTo.map(JSONValue.integer), "endedAt": endedAt.map(JSONValue.integer),
      "ending": ending.map { .string($0.rawValue) },
      "beyondDeliveryLimit": isBeyondLimit ? true : nil,
    ])
  }
}
