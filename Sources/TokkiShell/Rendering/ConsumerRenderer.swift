import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// Answers about consumers, connections and channels.
extension Renderer {
  /// A prefetch count; 0 is no limit.
  func limit(_ count: UInt16) -> StyledLine {
    count == 0 ? StyledLine(style.isUnicode ? "∞" : "unlimited") : "\(count)"
  }

  func consuming(_ answer: ConsumerAnswer) -> StyledLine {
    let name = answer.client.text
    let head = speaker.say(
      ConsumerPhrase.consuming, ["client": client(name), "queue": queue(answer.queue)])
    var details: [StyledLine] = []
    if let count = answer.prefetchCount {
      details.append(speaker.say(ConsumerPhrase.prefetch, ["count": limit(count)]))
    }
    if let plan = answer.plan {
      details += work(plan, noAck: answer.noAck)
    }
    if answer.noAck {
      details.append(speaker.say(ConsumerPhrase.autoAck))
    } else if answer.plan == nil {
      let isDefault = name == ClientChannel.defaultClient
      let ack = command(isDefault ? "ack" : "ack \(VisibleText.name(name))")
      details.append(speaker.say(ConsumerPhrase.manualAck, ["command": ack]))
    }
    return line(head, details)
  }

  private func work(_ plan: WorkPlan, noAck: Bool) -> [StyledLine] {
    var details: [StyledLine] = []
    switch plan.duration {
    case .dots:
      details.append(speaker.say(noAck ? ConsumerPhrase.autoWorkerDots : .workerDots))
    case .fixed(let milliseconds) where milliseconds > 0 || plan.reply == nil:
      let time = StyledLine(DurationText.of(milliseconds: milliseconds))
      details.append(speaker.say(noAck ? ConsumerPhrase.autoWorker : .worker, ["time": time]))
    case .fixed: break
    }
    if let reply = plan.reply {
      details.append(
        speaker.say(ConsumerPhrase.replies, ["reply": StyledLine(reply.rawValue)]))
    }
    return details
  }

  func got(
    _ name: ClientName, _ queueName: String, _ answer: BasicGetOk, _ content: Content,
    noAck: Bool
  ) -> [StyledLine] {
    var details: [StyledLine] = []
    if !answer.exchange.isEmpty {
      details.append(exchange(answer.exchange))
      details.append(speaker.say(MessagePhrase.key, ["key": key(answer.routingKey)]))
    }
    details.append(
      noAck
        ? speaker.say(MessagePhrase.autoAck)
        : speaker.say(MessagePhrase.tag, ["tag": "\(answer.deliveryTag)"]))
    if answer.redelivered { details.append(speaker.say(MessagePhrase.redelivered, .warning)) }
    if answer.messageCount > 0 {
      details.append(
        speaker.say(MessagePhrase.moreReady, ["count": "\(answer.messageCount)"]))
    }
    let head =
      client(name.text) + " " + StyledLine(glyphs.left) + " " + queue(queueName) + " "
      + body(content.body)
    return [line(head, details)] + properties(content.properties).map { "  " + $0 }
  }

  /// What a message carries beside its body, each property by its name in the specification.
  func properties(_ properties: BasicProperties) -> [StyledLine] {
    var properties = properties
    var visitor = PropertyTexts()
    properties.visit(&visitor)
    let others = visitor.texts.map {
      StyledLine($0.name, .quiet) + " " + StyledLine($0.value)
    }
    return others + (properties.headers.map(headers) ?? [])
  }

  /// The headers, each on a line; a list of tables, as RabbitMQ's `x-death` is, on one for each.
  private func headers(_ table: FieldTable) -> [StyledLine] {
    table.entries.flatMap { entry -> [StyledLine] in
      let name = StyledLine("header ", .quiet) + key(entry.name)
      guard case .array(let values) = entry.value, !values.isEmpty else {
        return [name + " " + StyledLine(FieldText.of(entry.value))]
      }
      return values.map { name + " " + StyledLine(FieldText.of($0)) }
    }
  }

  func settled(_ answer: SettledAnswer) -> StyledLine {
    let head: StyledLine
    let name = client(answer.client.text)
    let verb = StyledLine(answer.verb)
    if answer.bodies.count == 1, let only = answer.bodies.first {
      head = speaker.say(
        ConsumerPhrase.settledOne, ["client": name, "verb": verb, "body": body(only)])
    } else {
      head = speaker.say(
        ConsumerPhrase.settledMany,
        ["client": name, "verb": verb, "count": "\(answer.bodies.count)"])
    }
    var details = [speaker.say(MessagePhrase.tag, ["tag": "\(answer.deliveryTag)"])]
    if let requeue = answer.requeue {
      details.append(
        speaker.say(requeue ? ConsumerPhrase.backToQueue : ConsumerPhrase.notRequeued))
    }
    if answer.isHeldBack {
      details.append(speaker.say(BrokerPhrase.heldBack, ["command": command("tx commit")]))
    }
    return good + line(head, details)
  }

  // MARK: Connections and channels

  func connectionLine(_ answer: Answer) -> StyledLine? {
    switch answer {
    case .connectionOpened(let name, let identity):
      speaker.say(
        ConnectionPhrase.connectionOpened,
        [
          "client": client(name.text), "user": key(identity.user),
          "vhost": key(identity.virtualHost),
        ])
    case .connectionClosed(let name):
      speaker.say(ConnectionPhrase.connectionClosed, ["client": client(name.text)])
    case .forcedToClose(let name):
      speaker.say(ConnectionPhrase.forcedToClose, ["client": client(name.text)])
    case .channelOpened(let name, let number):
      speaker.say(
        ChannelPhrase.channelOpened, ["client": client(name.text), "channel": "\(number)"])
    case .channelClosed(let name, let number):
      speaker.say(
        ChannelPhrase.channelClosed, ["client": client(name.text), "channel": "\(number)"])
    case .virtualHostAdded(let name):
      speaker.say(ConnectionPhrase.virtualHostAdded, ["vhost": key(name)])
    case .virtualHostDeleted(let name):
      speaker.say(ConnectionPhrase.virtualHostDeleted, ["vhost": key(name)])
    case .virtualHostUsed(let name):
      speaker.say(ConnectionPhrase.virtualHostUsed, ["vhost": key(name)])
    case .queueDeclared, .exchangeDeclared, .queueDeleted, .exchangeDeleted, .bound, .unbound,
      .purged, .confirmSelected, .transactionSelected, .committed, .rolledBack, .flow,
      .consuming, .cancelled, .got, .nothingToGet, .settled, .recovered, .prefetch, .killed,
      .advanced, .restarted, .undone, .redone, .checkpointSet, .wentTo, .reset, .languageSet,
      .operated, .brokerConnected, .brokerLeft, .left:
      nil
    }
  }
}

/// Collects the properties that a message has, as text.
struct PropertyTexts: PropertyVisitor {
  typealias Failure = Never

  var texts: [(name: String, value: String)] = []

  mutating func octet(_ name: String, _ value: inout UInt8?) {
    guard let value else { return }
    let isPersistent = name == "delivery-mode" && value == 2
    texts.append((name, isPersistent ? "2 (persistent)" : String(value)))
  }

  mutating func shortString(_ name: String, _ value: inout String?) {
    if let value { texts.append((name, VisibleText.name(value))) }
  }

  /// Headers have lines of their own.
  mutating func table(_ name: String, _ value: inout FieldTable?) {}

  mutating func timestamp(_ name: String, _ value: inout UInt64?) {
    if let value { texts.append((name, String(value))) }
  }
}
