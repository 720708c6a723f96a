import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiShell

/// Goals of commands that publish and acknowledge, and of what followed from commands.
extension GoalProposals {
  func goal(of publication: Publication, by client: String, _ outcome: Outcome) -> DraftGoal {
    let method = publication.method
    var isUnroutable = false
    for case .published(let answer) in outcome.parts where answer.isUnroutable {
      isUnroutable = true
    }
    var predicates = [text(.exchange, method.exchange), text(.key, method.routingKey)]
    predicates += self.predicates(of: publication.content, isWhole: true)
    if client != ClientChannel.defaultClient { predicates.append(text(.client, client)) }
    if method.mandatory { predicates.append(Predicate(.quality(.mandatory))) }
    predicates.append(Predicate(.quality(.routed), isNegated: isUnroutable))
    if publication.count > 1 {
      predicates.append(
        Predicate(.measure(.count, Comparison(.atLeast, Int64(publication.count)))))
    }
    return DraftGoal(
      "published",
      words.published(
        body(of: publication.content), method.exchange, method.routingKey,
        isUnroutable: isUnroutable),
      [Expectation(.published, predicates)])
  }

  /// - Parameter isWhole: with the properties and headers, too.
  private func predicates(of content: Content, isWhole: Bool = false) -> [Predicate] {
    var predicates: [Predicate] = []
    if let body = body(of: content) { predicates.append(text(.body, body)) }
    guard isWhole else { return predicates }
    let properties = content.properties
    if properties.isPersistent { predicates.append(Predicate(.quality(.persistent))) }
    let named = [
      ("correlation-id", properties.correlationID), ("reply-to", properties.replyTo),
      ("message-id", properties.messageID), ("content-type", properties.contentType),
      ("expiration", properties.expiration), ("type", properties.type),
      ("app-id", properties.appID),
    ]
    for case (let name, let value?) in named { predicates.append(text(.property(name), value)) }
    if let priority = properties.priority {
      predicates.append(Predicate(.measure(.priority, Comparison(.equal, Int64(priority)))))
    }
    for header in properties.headers?.entries ?? [] {
      predicates.append(Predicate(.header(header.name, .equals(header.value))))
    }
    return predicates
  }

  /// nil where it is no text.
  private func body(of content: Content) -> String? {
    String(validating: content.body, as: UTF8.self)
  }

  func got(from queue: String, by client: String, _ outcome: Outcome) -> DraftGoal? {
    for case .answer(.got(_, _, let got, let content, _)) in outcome.parts {
      var predicates = [text(.client, client), text(.queue, queue)]
      predicates += self.predicates(of: content)
      if got.redelivered { predicates.append(Predicate(.quality(.redelivered))) }
      return DraftGoal(
        "\(client)-got", words.got(client, body(of: content), queue),
        [Expectation(.delivered, predicates)])
    }
    return nil
  }

  func goal(of settlement: Settlement, by client: String) -> DraftGoal {
    switch settlement.verb {
    case .ack:
      return DraftGoal(
        "\(client)-acked", words.acked(client),
        [Expectation(.acknowledged, [text(.client, client)])])
    case .nack, .reject:
      let back = Predicate(.quality(.requeued), isNegated: !settlement.requeue)
      return DraftGoal(
        "\(client)-rejected", words.rejected(client, isRequeued: settlement.requeue),
        [Expectation(.rejected, [text(.client, client), back])])
    }
  }

  /// What followed from a command: deliveries, work done, messages moved.
  func consequences(of outcome: Outcome) -> [DraftGoal] {
    outcome.parts.compactMap { part in
      if case .happened(let happening) = part { return consequence(happening) }
      if case .moved(let movement) = part { return consequence(movement) }
      return nil
    }
  }

  private func consequence(_ happening: Happening) -> DraftGoal? {
    let client = happening.report.client.text
    switch happening.report.fact {
    case .delivered(let delivery):
      var predicates = [text(.client, client)]
      if let queue = happening.queue, isNamed(queue) { predicates.append(text(.queue, queue)) }
      predicates += self.predicates(of: delivery.content)
      if delivery.redelivered { predicates.append(Predicate(.quality(.redelivered))) }
      return DraftGoal(
        "\(client)-got", words.got(client, body(of: delivery.content), nil),
        [Expectation(.delivered, predicates)])
    case .workFinished(let delivery) where happening.acknowledged != nil:
      let predicates = [text(.client, client)] + self.predicates(of: delivery.content)
      return DraftGoal(
        "\(client)-done", words.done(client, body(of: delivery.content)),
        [Expectation(.acknowledged, predicates)])
    case .returned(let message):
      let code = Predicate(.measure(.code, Comparison(.equal, Int64(message.replyCode))))
      return DraftGoal(
        "returned", words.returned(client),
        [Expectation(.returned, [text(.client, client), code])])
    case .confirmed(_, _, let isAcknowledged):
      return DraftGoal(
        isAcknowledged ? "confirmed" : "nacked", words.confirmed(client, isAcknowledged),
        [Expectation(isAcknowledged ? .confirmed : .refused, [text(.client, client)])])
    default: return nil
    }
  }

  private func consequence(_ movement: Movement) -> DraftGoal? {
    guard isNamed(movement.queue) else { return nil }
    let queue = movement.queue
    switch movement.kind {
    case .requeued:
      return DraftGoal(
        "\(queue)-back", words.requeued(queue), [Expectation(.requeued, [text(.queue, queue)])])
    case .dropped(let reason):
      return DraftGoal(
        "\(queue)-\(reason.rawValue)", words.removed(queue, reason.rawValue),
        [Expectation(.removed, [text(.queue, queue), text(.reason, reason.rawValue)])])
    case .deadLettered(let reason, let exchange, _, _):
      return DraftGoal(
        "\(queue)-dead-lettered", words.deadLettered(queue, exchange, reason.rawValue),
        [
          Expectation(
            .deadLettered,
            [text(.queue, queue), text(.exchange, exchange), text(.reason, reason.rawValue)])
        ])
    case .enqueued, .refused, .deadLetterKept, .cycleDropped, .queueDeleted: return nil
    }
  }

  /// Names that the broker made are others in another run.
  private func isNamed(_ queue: String) -> Bool { !queue.hasPrefix("amq.") }
}
