import AMQPModel
import TokkiBroker
import TokkiClient

extension Story {
  /// The ways of all messages that clients published in this command, equal ones together.
  func published() -> [Outcome.Part] {
    var answers: [PublishAnswer] = []
    var sent = publishes()[...]
    for entry in trace {
      guard case .published(let id, let by?, let exchange, let key) = entry.fact else {
        continue
      }
      let name = ClientName(clientName(by.connection))
      // What workers publish is told where it happens.
      guard name == turn.requester else { continue }
      let isWanted = { (client: ClientName, method: BasicPublish) in
        client == name && method.exchange == exchange && method.routingKey == key
      }
      var method = BasicPublish(exchange: exchange, routingKey: key)
      var content = Content()
      if let index = sent.firstIndex(where: { isWanted($0.0, $0.1) }) {
        method = sent[index].1
        content = sent[index].2
        sent = sent[(index + 1)...]
      } else if let found = self.content(of: id) {
        content = found
      }
      var answer = PublishAnswer(
        client: name, method: method, content: content, route: route(of: id),
        stops: stops(of: id))
      answer.isHeldBack = answer.stops.isEmpty && isTransactional(by)
      if let last = answers.last, last.isSameWay(as: answer) {
        answers[answers.count - 1] = last.merged(with: answer)
      } else {
        answers.append(answer)
      }
    }
    return answers.map(Outcome.Part.published)
  }

  private func isTransactional(_ address: ChannelAddress) -> Bool {
    after.connections.first { $0.id == address.connection }?.channels
      .first { $0.number == address.channel }?.mode == .transaction
  }

  private func publishes() -> [(ClientName, BasicPublish, Content)] {
    turn.reports.compactMap { report in
      guard case .sent(.basicPublish(let method), let content) = report.fact else { return nil }
      return (report.client, method, content ?? Content())
    }
  }

  func route(of id: MessageID) -> Route? {
    for entry in trace {
      if case .routed(id, let route) = entry.fact { return route }
      if case .unroutable(id, _, _) = entry.fact { return Route() }
    }
    return nil
  }

  /// Where the message stopped: a queue, then a consumer of it if one took it at once.
  private func stops(of id: MessageID) -> [PublishAnswer.Stop] {
    var stops: [PublishAnswer.Stop] = []
    for entry in trace {
      switch entry.fact {
      case .removed(id, _, _): return stops
      case .enqueued(id, let queue) where !stops.contains(where: { $0.queue == queue }):
        let ready = after.virtualHost(named: entry.virtualHost)?.queue(queue)?.ready.count
        stops.append(
          PublishAnswer.Stop(queue: queue, consumers: [], readyCount: ready, isRefused: false))
      case .refused(id, let queue):
        stops.append(
          PublishAnswer.Stop(queue: queue, consumers: [], readyCount: nil, isRefused: true))
      case .delivered(let delivery) where delivery.message == id:
        let name = clientName(delivery.channel.connection)
        if let index = stops.firstIndex(where: { $0.queue == delivery.queue }),
          !stops[index].consumers.contains(name)
        {
          stops[index].consumers.append(name)
        } else if delivery.queue.hasPrefix(PublishAnswer.directReplies + ".") {
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

  /// The message's content where a queue holds it before or after.
  func content(of id: MessageID) -> Content? {
    let hosts = after.virtualHosts + (turn.before?.virtualHosts ?? [])
    for queue in hosts.flatMap(\.queues) {
      if let message = queue.ready.first(where: { $0.id == id }) { return message.content }
      if let entry = queue.unacked.first(where: { $0.message.id == id }) {
        return entry.message.content
      }
    }
    return nil
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
