import AMQPModel

extension Removal {
  /// The message as it goes to the queue's dead-letter exchange: under its number, without its
  /// expiration, with headers that tell of the death. nil if the queue has no such exchange, or if
  /// messages that go for this reason are not dead-lettered.
  func deadLetter(from queue: Queue, now: Instant, profile: Profile) -> Message? {
    guard reason.isDeath, let exchange = queue.settings.deadLetterExchange else { return nil }
    let newKey = queue.settings.deadLetterRoutingKey
    let death = Death(
      queue: queue.name, reason: reason, time: now.secondsSince1970, exchange: message.exchange,
      routingKeys: visibleKeys,
      originalExpiration: entry.hasNoExpiration ? nil : message.content.properties.expiration)
    var deaths: [Death] = []
    var properties = message.content.properties
    properties.expiration = nil
    if profile.keepsDeathsBesideHeaders {
      deaths = message.deaths(with: death)
      properties.headers = headers(with: death, deaths: deaths)
    } else {
      properties.headers = DeathHeader.adding(death, to: properties.headers ?? FieldTable())
      if newKey != nil { properties.headers?["CC"] = nil }
    }
    return Message(
      id: message.id, exchange: exchange, routingKey: newKey ?? message.routingKey,
      extraKeys: newKey == nil ? message.extraKeys : [], blindKeys: message.blindKeys,
      content: Content(properties: properties, body: message.content.body), deaths: deaths,
      failedDeliveryCount: profile.deadLettersKeepDeliveryCount ? entry.failedDeliveryCount : 0)
  }

  /// The routing keys of the message less what `BCC` listed.
  private var visibleKeys: [String] {
    var keys = [message.routingKey] + message.extraKeys
    for blind in message.blindKeys {
      if let index = keys.firstIndex(where: { ExactName($0) == ExactName(blind) }) {
        keys.remove(at: index)
      }
    }
    return keys
  }

  /// Source: mc, record_death; mc_amqpl, protocol_state.
  private func headers(with death: Death, deaths: [Death]) -> FieldTable {
    var headers = message.content.properties.headers ?? FieldTable()
    headers[DeathHeader.name] = .array(deaths.map { .table($0.table40) })
    for moment in message.deaths.isEmpty ? ["first", "last"] : ["last"] {
      headers["x-\(moment)-death-reason"] = .string(death.reason.rawValue)
      headers["x-\(moment)-death-queue"] = .string(death.queue)
      headers["x-\(moment)-death-exchange"] = .string(death.exchange)
    }
    return headers.sortedByName
  }
}

extension RemovalReason {
  /// Whether messages that leave for this reason go to the dead-letter exchange.
  var isDeath: Bool {
    switch self {
    case .expired, .rejected, .maxlen, .deliveryLimit: true
    case .purged, .queueDeleted, .brokerRestarted: false
    }
  }
}

extension Message {
  /// The latest death first; one that happened before counts on and comes to the front.
  fileprivate func deaths(with death: Death) -> [Death] {
    guard let index = deaths.firstIndex(where: { $0.isAlike(death) }) else {
      return [death] + deaths
    }
    var deaths = deaths
    var again = deaths.remove(at: index)
    again.count &+= 1
    return [again] + deaths
  }

  /// Whether the message, dead-lettered for that reason, has come to a queue where it died before
  /// without having been rejected since: then that queue does not get it. Source: mc,
  /// is_death_cycle; rabbit_dead_letter, detect_cycles.
  func isInDeathCycle(
    to queue: String, because reason: RemovalReason, profile: Profile
  ) -> Bool {
    guard reason != .rejected else { return false }
    guard profile.keepsDeathsBesideHeaders else {
      return DeathHeader.hasCycle(to: queue, in: content.properties.headers)
    }
    guard let index = deaths.firstIndex(where: { ExactName($0.queue) == ExactName(queue) }) else {
      return false
    }
    return deaths[...index].allSatisfy { $0.reason != .rejected }
  }
}
