import AMQPModel

/// Who sends a method.
enum Speaker: String {
  case client
  case broker

  /// The methods that begin with the broker.
  private static let requests: Set = [
    "connection.start", "connection.secure", "connection.tune", "connection.blocked",
    "connection.unblocked", "basic.return", "basic.deliver", "basic.get-empty",
  ]
  private static let both: Set = [
    "connection.close", "connection.close-ok", "channel.close", "channel.close-ok",
    "channel.flow", "channel.flow-ok", "basic.cancel", "basic.cancel-ok", "basic.ack",
    "basic.nack",
  ]
  private static let answers: Set = [
    "connection.start-ok", "connection.secure-ok", "connection.tune-ok",
  ]

  static func of(_ method: String) -> [Speaker] {
    if both.contains(method) { return [.client, .broker] }
    if requests.contains(method) { return [.broker] }
    return method.hasSuffix("-ok") && !answers.contains(method) ? [.broker] : [.client]
  }
}

extension Coverage {
  /// The scenarios in which a client sends the method on purpose, or in which one gets it.
  func scenarios(with method: String, from speaker: Speaker) -> [Int] {
    scenarios.indices.filter { index in
      switch speaker {
      case .client: scenarios[index].sent.contains(method)
      case .broker: scenarios[index].heard.values.contains { $0.methods.contains(method) }
      }
    }
  }
}
