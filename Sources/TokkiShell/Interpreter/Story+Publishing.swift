import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

extension Story {
  /// The ways of all messages that clients published in this command, equal ones together.
  func published() -> [Outcome.Part] {
    var answers: [PublishAnswer] = []
    var sent = SentPublishes(turn)
    for entry in trace {
      guard case .published(let id, let by?, let exchange, let key) = entry.fact else {
        continue
      }
      let name = ClientName(clientName(by.connection))
      guard name == turn.publisher else { continue }
      var method = BasicPublish(exchange: exchange, routingKey: key)
      var content = Content()
      if let publish = sent.take(by: name, exchange: exchange, routingKey: key) {
        // What workers publish is told where it happens.
        guard publish.isOwn else { continue }
        method = publish.method
        content = publish.content
      } else if let found = self.content(of: id) {
        content = found
      }
      var answer = PublishAnswer(
        client: name, method: method, content: content, route: route(of: id),
        stops: stops(of: id))
      if answer.isUnroutable { answer.nearest = nearest(to: answer) }
      answer.isHeldBack = answer.stops.isEmpty && isTransactional(by)
      if let last = answers.last, last.isSameWay(as: answer) {
        answers[answers.count - 1] = last.merged(with: answer)
      } else {
        answers.append(answer)
      }
    }
    return answers.map(Outcome.Part.published)
  }

  /// Keys that would have led somewhere, and may have been meant: names of queues at the default
  /// exchange, binding keys at a direct one.
  private func nearest(to answer: PublishAnswer) -> [String] {
    let key = answer.method.routingKey
    guard let hop = answer.route?.hops.first else { return [] }
    if hop.exchange.isEmpty {
      let host = clients.first { $0.name == answer.client }?.identity.virtualHost ?? "/"
      let queues = after.virtualHost(named: host)?.queues ?? []
      return EditDistance.nearest(to: key, among: queues.map(\.name))
    }
    guard hop.type == "direct" else { return [] }
    let keys = hop.attempts.map(\.binding.key)
    return EditDistance.nearest(
      to: key,
      among: keys.reduce(into: []) { unique, key in
        if !unique.contains(key) { unique.append(key) }
      })
  }

  private func isTransactional(_ address: ChannelAddress) -> Bool {
    after.connections.first { $0.id == address.connection }?
      .isTransactional(address.channel) == true
  }

  private func route(of id: MessageID) -> Route? {
    for entry in index.entries(of: id) {
      if case .routed(_, let route) = entry.fact { return route }
      if case .unroutable = entry.fact { return Route() }
    }
    return nil
  }

  /// Where the message stopped: a queue, then a consumer of it if one took it at once.
  private func stops(of id: MessageID) -> [PublishAnswer.Stop] {
    var stops: [PublishAnswer.Stop] = []
    for entry in index.entries(of: id) {
      switch entry.fact {
      case .removed: return stops
      case .enqueued(_, let queue) where !stops.contains(where: { $0.queue == queue }):
        let ready = after.virtualHost(named: entry.virtualHost)?.queue(queue)?.ready.count
        stops.append(
          PublishAnswer.Stop(queue: queue, consumers: [], readyCount: ready, isRefused: false))
      case .refused(_, let queue):
        stops.append(
          PublishAnswer.Stop(queue: queue, consumers: [], readyCount: nil, isRefused: true))
      case .delivered(let delivery):
        let name = clientName(delivery.channel.connection)
        if let index = stops.firstIndex(where: { $0.queue == delivery.queue }),
          !stops[index].consumers.contains(name)
        {
          stops[index].consumers.append(name)
        } else if PublishAnswer.isReplyQueue(delivery.queue) {
          stops.append(
            PublishAnswer.Stop(
              queue: PublishAnswer.directReplies, consumers: [name], readyCount: nil,
              isRefused: false))
        }
      default:
        continue
      }
    }
    return stops
  }
}

extension ConnectionSnapshot {
  /// Whether what that channel publishes and settles waits for `tx.commit`.
  func isTransactional(_ channel: UInt16) -> Bool {
    channels.first { $0.number == channel }?.mode == .transaction
  }
}

/// What clients sent in a command, each once, in order: thousands are found without a search.
private struct SentPublishes {
  struct Publish {
    var method: BasicPublish
    var content: Content
    /// Whether the command sent it, not a worker.
    var isOwn: Bool
  }

  private struct Way: Hashable {
    var client: ClientName
    var exchange: String
    var routingKey: String
  }

  private var waiting: [Way: ArraySlice<Publish>] = [:]

  init(_ turn: Turn) {
    for (index, report) in turn.reports.enumerated() {
      guard case .sent(.basicPublish(let method), let content) = report.fact else { continue }
      let way = Way(
        client: report.client, exchange: method.exchange, routingKey: method.routingKey)
      waiting[way, default: []].append(
        Publish(
          method: method, content: content ?? Content(),
          isOwn: turn.ownPublishes.contains(index)))
    }
  }

  mutating func take(by client: ClientName, exchange: String, routingKey: String) -> Publish? {
    waiting[Way(client: client, exchange: exchange, routingKey: routingKey)]?.popFirst()
  }
}

extension PublishAnswer {
  fileprivate func isSameWay(as other: PublishAnswer) -> Bool {
    client == other.client && method == other.method && content == other.content
      && route == other.route && stops.map(\.queue) == other.stops.map(\.queue)
      && stops.map(\.isRefused) == other.stops.map(\.isRefused)
  }

  fileprivate func merged(with other: PublishAnswer) -> PublishAnswer {
    var merged = self
    merged.count += other.count
    for index in merged.stops.indices where index < other.stops.count {
      let more = other.stops[index].consumers.filter {
        !merged.stops[index].consumers.contains($0)
      }
      merged.stops[index].consumers += more
      merged.stops[index].readyCount = other.stops[index].readyCount
    }
    return merged
  }
}
