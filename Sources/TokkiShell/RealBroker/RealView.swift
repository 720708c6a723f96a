import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// One virtual host of a real broker, as far as the shell can know it.
struct RealView {
  var exchanges: [ExchangeSnapshot]
  var queues: [CountedQueue]
  var bindings: [BindingSnapshot]
  var consumers: [ListedConsumer]
  var connections: [ManagedConnection] = []
  var source: BrokerSource
}

extension Shell {
  /// What a passive declaration of a queue tells.
  enum QueueSighting {
    case there(ready: Int, consumers: Int)
    case absent
    /// It is there, and another connection's alone.
    case locked
    /// It is there, and was not asked for more.
    case untouched
    case unknown
  }

  /// The queues of a view that are asked for their present numbers; more would take too long.
  private static let countedQueues = 100

  /// The whole from the management API where it answers, else what this run declared; with the
  /// queues' present numbers.
  func view(of broker: RealBroker, counting: Bool = true) async -> RealView {
    let managed = await managedView(of: broker)
    let known = await ledgerView(of: broker)
    var view = managed ?? known
    guard counting else { return view }
    for index in view.queues.indices {
      let held = await heldCount(of: view.queues[index].name)
      view.queues[index].unackedCount = view.queues[index].unackedCount.map { max($0, held) }
    }
    for index in view.queues.indices.prefix(Self.countedQueues).reversed() {
      let name = view.queues[index].name
      switch await sight(queue: name, isExclusive: view.queues[index].isExclusive) {
      case .there(let ready, let consumers):
        view.queues[index].readyCount = ready
        view.queues[index].consumerCount = consumers
      case .absent:
        view.queues.remove(at: index)
        view.bindings.removeAll { $0.destination == .queue(name) }
      case .locked, .untouched, .unknown: break
      }
    }
    return view
  }

  func managedView(of broker: RealBroker) async -> RealView? {
    guard let management = broker.management,
      let managed = try? await management.snapshot(virtualHost: memory.virtualHost)
    else { return nil }
    let clients = await clients()
    let own = consumers(of: clients, broker)
    let others = managed.consumers.filter { seen in
      !own.contains { $0.consumer.tag == seen.consumer.tag && $0.queue == seen.queue }
    }
    // What the shell itself runs is known better than its numbers in there.
    let consumers =
      own
      + others.map { seen in
        var listed = ListedConsumer(
          queue: seen.queue, client: seen.client, consumer: seen.consumer)
        listed.unackedCount = nil
        return listed
      }
    return RealView(
      exchanges: managed.exchanges, queues: managed.queues, bindings: managed.bindings,
      consumers: consumers, connections: managed.connections, source: .management)
  }

  private func ledgerView(of broker: RealBroker) async -> RealView {
    let host = broker.ledger.host(memory.virtualHost)
    return RealView(
      exchanges: host.exchanges, queues: host.queues, bindings: host.bindings,
      consumers: consumers(of: await clients(), broker), source: .run)
  }

  /// The consumers that this shell runs in the virtual host.
  private func consumers(
    of clients: [ClientSnapshot], _ broker: RealBroker
  ) -> [ListedConsumer] {
    clients.enumerated().filter { $0.element.identity.virtualHost == memory.virtualHost }
      .flatMap { number, client in
        client.consumers.map { consumer in
          let channel = ChannelAddress(
            connection: ConnectionID(number: number + 1), channel: consumer.channel)
          var snapshot = ConsumerSnapshot(tag: consumer.tag, channel: channel)
          snapshot.noAck = consumer.noAck
          snapshot.unackedCount = client.unackedCount(of: consumer)
          if let asked = broker.ledger.consumer(consumer.tag, of: client.name) {
            snapshot.prefetchCount = asked.prefetchCount
            snapshot.isExclusive = asked.method.exclusive
            snapshot.arguments = asked.method.arguments
            snapshot.priority = Int(clamping: asked.method.arguments["x-priority"]?.integer ?? 0)
          }
          return ListedConsumer(
            queue: consumer.queue, client: client.name.text, consumer: snapshot)
        }
      }
  }

  /// How many deliveries of the queue the shell's own consumers have not acked: no fewer are
  /// unacked, whatever older statistics say.
  func heldCount(of queue: String) async -> Int {
    let clients = await clients().filter { $0.identity.virtualHost == memory.virtualHost }
    return clients.reduce(0) { sum, client in
      client.consumers.filter { ExactName($0.queue) == ExactName(queue) }
        .reduce(sum) { $0 + client.unackedCount(of: $1) }
    }
  }

  // MARK: Passive declarations

  /// Asks for a queue without touching it, by a client that nobody else uses. An exclusive queue
  /// is asked for by its own connection, on a channel that is closed again.
  func sight(queue name: String, isExclusive: Bool = false) async -> QueueSighting {
    let owner = real?.ledger.host(memory.virtualHost).owners.first { $0.queue == name }?.client
    if isExclusive, owner == nil { return .locked }
    let method = Method.queueDeclare(QueueDeclare(queue: name, passive: true))
    let answer = await lookOut(method, by: owner)
    switch answer {
    case .replied(.queueDeclareOk(let ok), _):
      return .there(ready: Int(ok.messageCount), consumers: Int(ok.consumerCount))
    case .channelClosed(404, _, _):
      real?.ledger.forget(queue: name, in: memory.virtualHost)
      return .absent
    case .channelClosed(405, _, _): return .locked
    case .some, nil: return .unknown
    }
  }

  /// Whether the exchange is there; nil where the broker does not tell.
  func sight(exchange name: String) async -> Bool? {
    if name.isEmpty { return true }
    let method = Method.exchangeDeclare(ExchangeDeclare(exchange: name, type: "", passive: true))
    switch await lookOut(method, by: nil) {
    case .replied(.exchangeDeclareOk, _): return true
    case .channelClosed(404, _, _): return false
    case .some, nil: return nil
    }
  }

  /// What the broker said to a question.
  private func lookOut(_ method: Method, by owner: ClientName?) async -> ClientFact? {
    guard real != nil else { return nil }
    let name = owner ?? RealBroker.lookout
    let deadline = ContinuousClock.now + configuration.patience
    let all = await client.clients()
    let known = all.first { $0.name == name }
    let channel = owner == nil ? 1 : (known?.channels.map(\.number).max() ?? 0) + 1
    var reports: [ClientReport] = []
    if owner == nil {
      if let known, known.isConnected, known.identity.virtualHost != memory.virtualHost {
        reports += (try? await ask(until: deadline) { try await $0.close(name) }) ?? []
      }
      if known?.isConnected != true || known?.identity.virtualHost != memory.virtualHost {
        let identity = identity(virtualHost: memory.virtualHost)
        reports +=
          (try? await ask(until: deadline) { try await $0.connect(name, as: identity) }) ?? []
      }
    }
    let answer = try? await send(
      method, content: nil, by: name, channel: channel, plan: nil, until: deadline)
    reports += answer ?? []
    let fact = reports.last { $0.client == name && $0.channel == channel && $0.isAnswer }?.fact
    if owner != nil, case .replied? = fact {
      let close = Method.channelClose(ChannelClose(replyCode: 200, replyText: "Goodbye"))
      let closing = try? await send(
        close, content: nil, by: name, channel: channel, plan: nil, until: deadline)
      reports += closing ?? []
    }
    let others = reports.filter { $0.client != name || (owner != nil && $0.channel != channel) }
    keepForNews(others)
    return fact
  }
}

extension ClientReport {
  /// Whether it is the broker's answer to a passive declaration.
  fileprivate var isAnswer: Bool {
    switch fact {
    case .replied(.queueDeclareOk, _), .replied(.exchangeDeclareOk, _), .channelClosed: true
    default: false
    }
  }
}

extension ClientSnapshot {
  /// How many deliveries of that consumer wait for an ack.
  func unackedCount(of consumer: Consumer) -> Int {
    channels.filter { $0.number == consumer.channel }.flatMap(\.unsettled)
      .count { $0.consumerTag == consumer.tag }
  }
}
