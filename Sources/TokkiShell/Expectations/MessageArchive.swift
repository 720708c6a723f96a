import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiSimulation

/// What messages held, found by laying the broker's trace beside the clients' reports: the trace
/// knows a message's number and its way, the reports know its content.
struct MessageArchive {
  /// A publish as its client sent it.
  struct Publish {
    var client: ClientName
    var channel: UInt16
    var method: BasicPublish
    var content: Content
    /// With publisher confirms: the number by which it is confirmed.
    var number: UInt64?

    /// nil where the report tells of something else.
    init?(_ report: ClientReport) {
      guard case .sent(.basicPublish(let method), let content) = report.fact else { return nil }
      client = report.client
      channel = report.channel
      self.method = method
      self.content = content ?? Content()
      number = report.publishNumber
    }
  }

  /// One publish confirmed, or refused, by the broker.
  struct Confirm {
    var client: ClientName
    var deliveryTag: UInt64
    var publish: Publish?
  }

  /// A message as a client received it.
  struct Received {
    var exchange: String
    var routingKey: String
    var content: Content
  }

  /// Where a delivery arrived. Tags begin again on each new channel, so that one place may have
  /// several, one after the other.
  private struct Place: Hashable {
    var client: String
    var channel: UInt16
    var deliveryTag: UInt64
  }

  private struct DeliveryID: Hashable {
    var message: MessageID
    var channel: ChannelAddress
    var deliveryTag: UInt64

    init(_ delivery: TracedDelivery) {
      message = delivery.message
      channel = delivery.channel
      deliveryTag = delivery.deliveryTag
    }
  }

  private(set) var published: [MessageID: Content] = [:]
  private(set) var origins: [MessageID: BasicPublish] = [:]
  /// With publisher confirms: the number by which each is confirmed.
  private(set) var publishNumbers: [MessageID: UInt64] = [:]
  private(set) var routes: [MessageID: Route] = [:]
  private(set) var mandatory: Set<MessageID> = []
  private var names: [ConnectionID: String] = [:]
  private var received: [DeliveryID: Received] = [:]
  /// Confirms with their place among the reports.
  private var confirms: [(index: Int, isAck: Bool, confirm: Confirm)] = []

  /// - Parameter connections: those that there are now, whose beginning may be forgotten.
  init(_ log: SimulationLog, connections: [ConnectionSnapshot]) {
    for connection in connections { names[connection.id] = connection.name }
    readTrace(log)
    readConfirms(log.reports)
  }

  func name(of connection: ConnectionID) -> String { names[connection] ?? "" }

  // MARK: What was published

  /// Every publish that the broker did not refuse with an exception.
  private static func publishes(in reports: [ClientReport]) -> [Publish] {
    var sent: [Publish] = []
    for report in reports {
      if let publish = Publish(report) {
        sent.append(publish)
      } else if refusesPublish(report.fact),
        let last = sent.lastIndex(where: { $0.client == report.client })
      {
        sent.remove(at: last)
      }
    }
    return sent
  }

  private static func refusesPublish(_ fact: ClientFact) -> Bool {
    if case .channelClosed(_, _, BasicPublish.id) = fact { return true }
    if case .connectionClosed(_, _, BasicPublish.id) = fact { return true }
    return false
  }

  private mutating func readTrace(_ log: SimulationLog) {
    var next = 0
    var left = Self.publishes(in: log.reports).map(Optional.some)
    var receipts = Self.receipts(in: log.reports)
    for entry in log.trace {
      switch entry.fact {
      case .delivered(let delivery):
        let place = Place(
          client: name(of: delivery.channel.connection), channel: delivery.channel.channel,
          deliveryTag: delivery.deliveryTag)
        guard let receipt = receipts[place]?.popFirst() else { continue }
        received[DeliveryID(delivery)] = receipt
      case .connected(let id, let name): names[id] = name
      case .routed(let id, let route) where routes[id] == nil: routes[id] = route
      case .published(let id, let by?, let exchange, let key):
        let client = name(of: by.connection)
        let match = left[next...].firstIndex { publish in
          guard let publish else { return false }
          return publish.client.text == client && publish.method.exchange == exchange
            && publish.method.routingKey == key
        }
        guard let match, let publish = left[match] else { continue }
        published[id] = publish.content
        origins[id] = publish.method
        publishNumbers[id] = publish.number
        if publish.method.mandatory { mandatory.insert(id) }
        left[match] = nil
        while next < left.count, left[next] == nil { next += 1 }
      default: continue
      }
    }
  }

  // MARK: What was received

  private static func receipts(
    in reports: [ClientReport]
  ) -> [Place: ArraySlice<Received>] {
    var receipts: [Place: ArraySlice<Received>] = [:]
    for report in reports {
      let tag: UInt64
      let receipt: Received
      if case .delivered(let delivery) = report.fact {
        tag = delivery.deliveryTag
        receipt = Received(
          exchange: delivery.exchange, routingKey: delivery.routingKey,
          content: delivery.content)
      } else if case .replied(.basicGetOk(let answer), let content) = report.fact {
        tag = answer.deliveryTag
        receipt = Received(
          exchange: answer.exchange, routingKey: answer.routingKey,
          content: content ?? Content())
      } else {
        continue
      }
      let place = Place(
        client: report.client.text, channel: report.channel, deliveryTag: tag)
      receipts[place, default: []].append(receipt)
    }
    return receipts
  }

  func received(_ delivery: TracedDelivery) -> Received? { received[DeliveryID(delivery)] }

  // MARK: What was confirmed

  /// A channel that confirms: its publishes in order, nil once the broker has spoken of them.
  private struct Confirming {
    var publishes: [Publish?] = []

    /// Those of these delivery tags that are not confirmed yet.
    mutating func take(from first: Int, to last: Int) -> [(number: Int, publish: Publish)] {
      guard first <= min(last, publishes.count) else { return [] }
      return (first...min(last, publishes.count)).compactMap { number in
        guard let publish = publishes[number - 1] else { return nil }
        publishes[number - 1] = nil
        return (number, publish)
      }
    }
  }

  private mutating func readConfirms(_ reports: [ClientReport]) {
    var channels: [Place: Confirming] = [:]
    for (index, report) in reports.enumerated() {
      let place = Place(client: report.client.text, channel: report.channel, deliveryTag: 0)
      if let publish = Publish(report) {
        channels[place]?.publishes.append(publish)
      } else if case .replied(.confirmSelectOk, _) = report.fact {
        if channels[place] == nil { channels[place] = Confirming() }
      } else if case .replied(.channelOpenOk, _) = report.fact {
        channels[place] = nil
      } else if case .confirmed(let tag, let multiple, let isAck) = report.fact {
        let last = max(1, Int(clamping: tag))
        for (number, publish) in channels[place]?.take(from: multiple ? 1 : last, to: last) ?? [] {
          let confirm = Confirm(
            client: report.client, deliveryTag: UInt64(number), publish: publish)
          confirms.append((index, isAck, confirm))
        }
      }
    }
  }

  func confirms(in reports: ArraySlice<ClientReport>, acknowledged: Bool) -> [Confirm] {
    confirms.filter { $0.index >= reports.startIndex && $0.isAck == acknowledged }
      .map(\.confirm)
  }
}
