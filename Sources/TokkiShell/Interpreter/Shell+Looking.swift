import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage
import TokkiSimulation

/// Looking costs nothing and changes nothing.
extension Shell {
  func look(_ command: LookCommand) async throws(Stop) -> Outcome.Part {
    switch command {
    case .show: return .picture(try await topology())
    case .diagram(let format): return .diagram(try await topology(), format)
    case .timeline(let span): return .timeline(try await timeline(span))
    case .trace(let message): return .life(try await trace(message))
    case .sequence(let choice): return .sequence(try await sequence(choice))
    case .list(let listing):
      if let real { return .listing(try await list(listing, of: real)) }
      return .listing(try await list(listing))
    case .explainLast: return try await explainLast()
    case .explainError(let asked): return .errorExplanation(try await explainError(asked))
    case .explainPublish(let exchange, let key, let headers):
      return .explanation(try await explain(exchange: exchange, key: key, headers: headers))
    case .concept(let term): return try concept(term)
    case .code(let request): return .code(try code(request))
    case .status: return .overview(await overview())
    }
  }

  /// What the picture of the current virtual host is drawn from.
  func topology() async throws(Stop) -> Topology {
    if let real { return await topology(of: real) }
    let snapshot = try await needSimulator(for: .explain).snapshot()
    guard let host = snapshot.virtualHost(named: memory.virtualHost) else {
      throw .refused(.noSuchVirtualHost(memory.virtualHost))
    }
    return Topology(
      virtualHost: host, connections: snapshot.connections, at: snapshot.now.milliseconds)
  }

  /// Where one stands: for the command `status` and for a prompt.
  public func overview() async -> Overview {
    var overview = Overview(
      profile: configuration.profile.name, seed: configuration.seed,
      at: await simulator?.now().milliseconds, virtualHost: memory.virtualHost,
      clients: await clients())
    overview.broker = real?.place
    return overview
  }

  private func list(_ listing: LookCommand.Listing) async throws(Stop) -> Listing {
    let simulator = try needSimulator(for: .explain)
    let snapshot = await simulator.snapshot()
    guard let host = snapshot.virtualHost(named: memory.virtualHost) else {
      throw .refused(.noSuchVirtualHost(memory.virtualHost))
    }
    let names = ConnectionNames(snapshot.connections)
    switch listing {
    case .queues: return .queues(host.queues)
    case .exchanges: return .exchanges(host.exchanges)
    case .bindings: return .bindings(host.bindings)
    case .consumers:
      return .consumers(
        host.queues.flatMap { queue in
          queue.consumers.map {
            ListedConsumer(
              queue: queue.name, client: names[$0.channel.connection], consumer: $0)
          }
        })
    case .connections: return .connections(snapshot.connections)
    case .channels:
      return .channels(
        snapshot.connections.flatMap { connection in
          connection.channels.map { ListedChannel(client: connection.name, channel: $0) }
        })
    case .messages(let queue):
      guard let queue = host.queue(queue) else {
        throw .refused(.noSuchQueue(queue, known: host.queues.map(\.name)))
      }
      return .messages(queue)
    case .allMessages: return try await everyMessage()
    case .virtualHosts:
      return .virtualHosts(snapshot.virtualHosts, current: memory.virtualHost)
    case .checkpoints: return .checkpoints(await simulator.checkpoints())
    case .policies, .users, .permissions, .topicPermissions, .limits:
      let view = OperatedView(snapshot, virtualHost: host)
      guard let listing = OperatedListing(listing, of: view) else { return .checkpoints([]) }
      return .operated(listing)
    }
  }

  private func explain(
    exchange: String, key: String, headers: FieldTable
  ) async throws(Stop) -> Explanation {
    let simulator = try needSimulator(for: .explain)
    var properties = BasicProperties()
    if !headers.isEmpty { properties.headers = headers }
    let route = await simulator.explain(
      exchange: exchange, routingKey: key, properties: properties,
      virtualHost: memory.virtualHost)
    guard let route else {
      let known = await virtualHost()?.exchanges.map(\.name) ?? []
      throw .refused(.noSuchExchange(exchange, known: known))
    }
    return Explanation(exchange: exchange, routingKey: key, route: route, isPast: false)
  }

  /// The last message that a client published, and its way.
  func lastPublish(_ simulator: any Simulator) async -> Explanation? {
    let trace = await simulator.log().trace
    var last: (id: MessageID, exchange: String, key: String)?
    var route: Route?
    for entry in trace.reversed() {
      switch entry.fact {
      case .published(let id, .some, let exchange, let key):
        last = (id, exchange, key)
      default:
        continue
      }
      break
    }
    guard let last else { return nil }
    for entry in trace {
      if case .routed(last.id, let found) = entry.fact {
        route = found
        break
      }
      if case .unroutable(last.id, _, _) = entry.fact, route == nil { route = Route() }
    }
    guard let route else { return nil }
    return Explanation(
      exchange: last.exchange, routingKey: last.key, route: route, isPast: true)
  }
}
