import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// Looking at a real broker.
extension Shell {
  func list(
    _ listing: LookCommand.Listing, of broker: RealBroker
  ) async throws(Stop) -> Listing {
    switch listing {
    case .queues:
      let view = await view(of: broker)
      return .real(.queues(view.queues), view.source)
    case .exchanges:
      let view = await view(of: broker, counting: false)
      return .real(.exchanges(view.exchanges), view.source)
    case .bindings:
      let view = await view(of: broker, counting: false)
      return .real(.bindings(view.bindings), view.source)
    case .consumers:
      let view = await view(of: broker, counting: false)
      return .real(.consumers(view.consumers), view.source)
    case .connections:
      let clients = await clients()
      let view = await managedView(of: broker)
      let own = clients.map(\.name.text) + [RealBroker.lookout.text]
      let others = view?.connections.filter { !own.contains($0.name) } ?? []
      return .real(.connections(clients, others: others), view?.source ?? .run)
    case .channels: return .real(.channels(channels(of: await clients(), broker)), .run)
    case .policies, .users, .permissions, .topicPermissions, .limits:
      let view = try? await broker.management?.operated(virtualHost: memory.virtualHost)
      guard let view, let listing = OperatedListing(listing, of: view), listing != .users([])
      else {
        throw .refused(.needsManagement)
      }
      return .operated(listing)
    case .messages: throw .refused(.needsSimulator(.messages))
    case .allMessages: throw .refused(.needsSimulator(.trace))
    case .checkpoints: throw .refused(.needsSimulator(.history))
    case .virtualHosts:
      let names = try? await broker.management?.virtualHosts()
      return .real(
        .virtualHosts(names ?? [memory.virtualHost], current: memory.virtualHost),
        names == nil ? .run : .management)
    }
  }

  private func channels(of clients: [ClientSnapshot], _ broker: RealBroker) -> [ListedChannel] {
    clients.flatMap { client in
      client.channels.map { channel in
        var snapshot = ChannelSnapshot(number: channel.number)
        let kept = broker.ledger.channel(channel.number, of: client.name)
        snapshot.mode = kept?.mode ?? .plain
        snapshot.prefetchCount = kept?.prefetchCount ?? 0
        snapshot.globalPrefetchCount = kept?.globalPrefetchCount ?? 0
        snapshot.unackedCount = channel.unsettled.count
        snapshot.consumerTags = client.consumers.filter { $0.channel == channel.number }.map(\.tag)
        return ListedChannel(client: client.name.text, channel: snapshot)
      }
    }
  }

  /// What the picture is drawn from: the same shape as the simulator's, with numbers in the place
  /// of messages.
  func topology(of broker: RealBroker) async -> Topology {
    let view = await view(of: broker)
    var names: [String] = []
    var host = VirtualHostSnapshot(
      name: memory.virtualHost, exchanges: view.exchanges, bindings: view.bindings)
    for queue in view.queues {
      var snapshot = QueueSnapshot(name: queue.name, type: queue.type)
      snapshot.isDurable = queue.isDurable
      snapshot.isExclusive = queue.isExclusive
      snapshot.isAutoDelete = queue.isAutoDelete
      snapshot.arguments = queue.arguments
      snapshot.policies = queue.policies
      snapshot.effectivePolicyDefinition = queue.effectivePolicyDefinition ?? FieldTable()
      for listed in view.consumers where ExactName(listed.queue) == ExactName(queue.name) {
        if !names.contains(listed.client) { names.append(listed.client) }
        let number = (names.firstIndex(of: listed.client) ?? 0) + 1
        var consumer = listed.consumer
        consumer.channel.connection = ConnectionID(number: number)
        snapshot.consumers.append(consumer)
      }
      host.queues.append(snapshot)
    }
    let connections = names.enumerated().map { number, name in
      ConnectionSnapshot(
        id: ConnectionID(number: number + 1), name: name, user: "",
        virtualHost: memory.virtualHost)
    }
    var topology = Topology(virtualHost: host, connections: connections, at: nil)
    topology.counted = view.queues
    topology.source = view.source
    return topology
  }
}
