import AMQPModel

extension MethodSequence {
  var json: JSONValue {
    .part(
      "sequence",
      ["omitted": .count(omittedCount), "passages": .array(passages.map(\.json))])
  }
}

extension MethodSequence.Passage {
  fileprivate var json: JSONValue {
    switch kind {
    case .method(let method, let content, let isToBroker):
      .object([
        "at": .integer(at), "client": .string(client), "channel": .integer(Int64(channel)),
        "to": isToBroker ? "broker" : "client", "method": .string(method.name),
        "arguments": method.argumentsJSON, "message": content?.messageJSON,
      ])
    case .connected(let user, let virtualHost):
      .object([
        "at": .integer(at), "client": .string(client), "connected": .string(virtualHost),
        "user": .string(user),
      ])
    case .lost(let reason):
      .object([
        "at": .integer(at), "client": .string(client), "lost": .string(reason ?? "killed"),
      ])
    }
  }
}
