package import MethodJSON
package import TokkiBroker

/// What a scenario file tells to do, one step after the other. `record.py` says what the files
/// look like and what the steps mean.
package struct Scenario: Sendable {
  package enum Step: Sendable {
    case send(Sending)
    /// Several in one go, before the client has heard any answer.
    case batch(client: String, [Sending])
    case connect(client: String, capabilities: JSON, Credentials)
    case drop(client: String)
    case wait(milliseconds: Int64)
    case alarm(isOn: Bool)
    /// An operator configures the broker otherwise.
    case configure([JSON.Member])
    /// An operator closes the client's connection.
    case close(client: String, words: String)
    case restart
    /// An operator does something, by a command of `rabbitmqctl`.
    case operate(OperatorAction)
    /// Lists what policies are in force for.
    case listPolicies
  }

  /// As whom a client connects, from then on.
  package struct Credentials: Sendable {
    package var user = "guest"
    package var password = "guest"
  }

  package struct Sending: Sendable {
    package var client: String
    package var channel: UInt16
    package var method: String
    package var arguments: JSON
    package var properties: JSON
    /// One message is published for each.
    package var bodies: [String]
    /// Whether to send on the channel as it is, open or not.
    package var isUnopened: Bool

    package init(client: String, channel: UInt16, method: String, arguments: JSON) {
      (self.client, self.channel, self.method) = (client, channel, method)
      self.arguments = arguments
      properties = .object([])
      bodies = [""]
      isUnopened = false
    }
  }

  package var name: String
  package var steps: [Step]
}

extension Scenario {
  package init(_ json: JSON) throws(NotAsWritten) {
    guard let name = json["name"]?.text, let steps = json["steps"]?.items else {
      throw NotAsWritten(description: "a scenario has a name and steps")
    }
    self.name = name
    self.steps = []
    for step in steps { self.steps.append(try Step(step)) }
  }
}

extension Scenario.Credentials {
  init(_ json: JSON) {
    guard let user = json["user"]?.text else { return }
    self.user = user
    password = json["password"]?.text ?? user
  }
}

extension Scenario.Sending {
  /// nil where nothing is to be sent.
  package init?(_ json: JSON, client: String) {
    guard let method = json["send"]?.text else { return nil }
    self.client = client
    self.method = method
    channel = UInt16(clamping: json["channel"]?.wholeNumber ?? 1)
    arguments = json["arguments"] ?? .object([])
    properties = json["properties"] ?? .object([])
    bodies = json["bodies"]?.items?.compactMap(\.text) ?? [json["body"]?.text ?? ""]
    isUnopened = json["unopened"] != nil
  }
}

extension Scenario.Step {
  package init(_ json: JSON) throws(NotAsWritten) {
    let client = json["client"]?.text ?? ""
    if let milliseconds = json["wait"]?.wholeNumber {
      self = .wait(milliseconds: milliseconds)
    } else if let isOn = json["alarm"] {
      self = .alarm(isOn: isOn == .boolean(true))
    } else if let values = json["configure"] {
      self = .configure(values.members ?? [])
    } else if let words = json["close"]?.text {
      self = .close(client: client, words: words)
    } else if json["restart"] != nil {
      self = .restart
    } else if json["drop"] != nil {
      self = .drop(client: client)
    } else if let capabilities = json["connect"] {
      self = .connect(
        client: client, capabilities: capabilities, Scenario.Credentials(json))
    } else if json["policies"] != nil {
      self = .listPolicies
    } else if let command = json["operator"]?.text {
      self = .operate(try OperatorAction(command: command, json["arguments"] ?? .object([])))
    } else if let batch = json["batch"]?.items {
      self = .batch(client: client, batch.compactMap { Scenario.Sending($0, client: client) })
    } else if let sending = Scenario.Sending(json, client: client) {
      self = .send(sending)
    } else {
      throw NotAsWritten(description: "no such step: \(json)")
    }
  }
}

extension Configuration {
  /// By the names that RabbitMQ gives to what is configured; null is without limit.
  mutating func set(_ members: [JSON.Member]) throws(NotAsWritten) {
    for member in members {
      switch (member.name, member.value.wholeNumber) {
      case ("consumer_timeout", let value): consumerTimeout = value
      case ("channel_tick_interval", let value?): channelTickInterval = value
      case ("dead_letter_worker_publisher_confirm_timeout", let value?):
        deadLetterRetryInterval = value
      default: throw NotAsWritten(description: "no such configuration: \(member)")
      }
    }
  }
}
