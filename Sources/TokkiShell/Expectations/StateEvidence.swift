import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// The evidence for what is there now.
struct StateEvidence {
  let snapshot: BrokerSnapshot
  let virtualHost: String

  private var host: VirtualHostSnapshot? { snapshot.virtualHost(named: virtualHost) }

  func queue(_ name: String) -> [Evidence] {
    guard let queue = host?.queue(name) else { return [] }
    var evidence = Evidence()
    evidence.qualities = [
      (.durable, queue.isDurable), (.exclusive, queue.isExclusive),
      (.autoDelete, queue.isAutoDelete),
    ]
    let bindings = host?.bindings.count { $0.destination == .queue(queue.name) } ?? 0
    evidence.measures = [
      (.ready, Int64(queue.ready.count)), (.unacked, Int64(queue.unacked.count)),
      (.messages, Int64(queue.ready.count + queue.unacked.count)),
      (.consumers, Int64(queue.consumers.count)), (.bindings, Int64(bindings)),
    ]
    evidence.texts = [(.type, queue.type)]
    evidence.arguments = queue.arguments
    return [evidence.with(queue.policies, queue.effectivePolicyDefinition)]
  }

  func exchange(_ name: String) -> [Evidence] {
    guard let exchange = host?.exchange(name) else { return [] }
    var evidence = Evidence()
    evidence.qualities = [
      (.durable, exchange.isDurable), (.autoDelete, exchange.isAutoDelete),
      (.isInternal, exchange.isInternal),
    ]
    let bindings = host?.bindings.count { ExactName($0.source) == ExactName(name) } ?? 0
    evidence.measures = [(.bindings, Int64(bindings))]
    evidence.texts = [(.type, exchange.type)]
    evidence.arguments = exchange.arguments
    return [evidence.with(exchange.policies, exchange.effectivePolicyDefinition)]
  }

  func binding(source: String, destination: String, key: String?) -> [Evidence] {
    var bindings = host?.bindings ?? []
    if source.isEmpty, let queue = host?.queue(destination) {
      bindings.append(
        BindingSnapshot(source: "", destination: .queue(queue.name), key: queue.name))
    }
    let wanted = bindings.filter { binding in
      ExactName(binding.source) == ExactName(source)
        && ExactName(name(of: binding.destination)) == ExactName(destination)
        && (key.map { ExactName($0) == ExactName(binding.key) } ?? true)
    }
    return wanted.map { binding in
      var evidence = Evidence()
      evidence.texts = [(.key, binding.key)]
      evidence.arguments = binding.arguments
      return evidence
    }
  }

  private func name(of destination: BindingSnapshot.Destination) -> String {
    switch destination {
    case .queue(let name), .exchange(let name): name
    }
  }

  func consumer(_ name: String) -> [Evidence] {
    var found: [Evidence] = []
    for queue in host?.queues ?? [] {
      for consumer in queue.consumers {
        let client =
          snapshot.connections.first { $0.id == consumer.channel.connection }?.name ?? ""
        guard client == name || consumer.tag == name else { continue }
        var evidence = Evidence()
        evidence.qualities = [
          (.autoAck, consumer.noAck), (.active, consumer.isActive),
          (.exclusive, consumer.isExclusive),
        ]
        evidence.measures = [
          (.prefetch, Int64(consumer.prefetchCount)), (.unacked, Int64(consumer.unackedCount)),
          (.priority, Int64(consumer.priority)),
        ]
        evidence.texts = [
          (.queue, queue.name), (.client, client), (.consumerTag, consumer.tag),
        ]
        evidence.arguments = consumer.arguments
        found.append(evidence)
      }
    }
    return found
  }

  func connection(_ name: String) -> [Evidence] {
    snapshot.connections.filter { $0.name == name }.map { connection in
      var evidence = Evidence()
      evidence.measures = [
        (.channels, Int64(connection.channels.count)),
        (.unacked, Int64(connection.channels.reduce(0) { $0 + $1.unackedCount })),
        (.consumers, Int64(connection.channels.reduce(0) { $0 + $1.consumerTags.count })),
      ]
      evidence.texts = [(.virtualHost, connection.virtualHost)]
      return evidence
    }
  }

  func virtualHost(_ name: String) -> [Evidence] {
    snapshot.virtualHost(named: name).map { _ in [Evidence()] } ?? []
  }

  func message(queue name: String, position: Int) -> [Evidence] {
    guard let queue = host?.queue(name), position > 0, position <= queue.ready.count else {
      return []
    }
    let message = queue.ready[position - 1]
    var evidence = Evidence()
    evidence.qualities = [(.redelivered, message.redelivered)]
    evidence.texts = [(.key, message.routingKey), (.exchange, message.exchange)]
    return [evidence.with(message.content)]
  }
}

/// What can be known of a real broker: the shell's own clients.
struct ClientEvidence {
  let clients: [ClientSnapshot]

  func connection(_ name: String) -> [Evidence] {
    clients.filter { $0.name.text == name && $0.isConnected }.map { client in
      var evidence = Evidence()
      evidence.measures = [
        (.channels, Int64(client.channels.count)),
        (.unacked, Int64(client.channels.reduce(0) { $0 + $1.unsettled.count })),
        (.consumers, Int64(client.consumers.count)),
      ]
      evidence.texts = [(.virtualHost, client.identity.virtualHost)]
      return evidence
    }
  }

  func consumer(_ name: String) -> [Evidence] {
    clients.flatMap { client in
      client.consumers.filter { client.name.text == name || $0.tag == name }.map { consumer in
        var evidence = Evidence()
        evidence.qualities = [(.autoAck, consumer.noAck)]
        let unacked = client.channels.flatMap(\.unsettled)
          .count { $0.consumerTag == consumer.tag }
        evidence.measures = [(.unacked, Int64(unacked))]
        evidence.texts = [
          (.queue, consumer.queue), (.client, client.name.text), (.consumerTag, consumer.tag),
        ]
        return evidence
      }
    }
  }
}
