public import AMQPModel
public import TokkiBroker
public import TokkiClient
public import TokkiShell
public import TokkiSimulation

/// A simulation dressed up as a real broker: it shows no trace, tells what clients learn when they
/// are asked again, and objects to methods without an answer only with the next answer.
public actor StagedBroker: RemoteBroker {
  /// How long tests wait for what it does: it comes, however busy the machine is.
  public static let patience = Duration.seconds(60)

  public nonisolated let uri: AMQPURI
  public nonisolated let simulation: Simulation
  /// Learned without a call.
  private var learned: [ClientReport] = []
  /// On their way to their clients.
  private var underWay: [ClientReport] = []
  private var isSilent = false
  private var listeners: [AsyncStream<ClientReport>.Continuation] = []

  public init(_ uri: AMQPURI, profile: Profile = .rabbitMQ40) {
    self.uri = uri
    simulation = Simulation(profile: profile, seed: 7)
  }

  // MARK: Client

  public func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) async throws(ClientError) -> [ClientReport] {
    guard identity.password.map({ $0.secret == "secret" }) ?? true else {
      throw .refused(code: 403, text: "ACCESS_REFUSED - Login was refused")
    }
    return told(try await simulation.connect(client, as: identity))
  }

  public func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) async throws(ClientError) -> ClientResponse {
    while isSilent { await Task.yield() }
    var response = try await simulation.request(
      method, content: content, by: client, channel: channel, plan: plan)
    switch method {
    case .basicPublish, .basicAck, .basicNack, .basicReject:
      underWay += response.reports.filter { !$0.isSent }
      response.reports = told(response.reports.filter(\.isSent), withThoseUnderWay: false)
    default:
      response.reports = told(response.reports)
    }
    return response
  }

  public func requestOnOpen(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16
  ) async throws(ClientError) -> ClientResponse {
    while isSilent { await Task.yield() }
    do {
      var response = try await simulation.requestOnOpen(
        method, content: content, by: client, channel: channel)
      response.reports = told(response.reports)
      return response
    } catch {
      arrive()
      throw error
    }
  }

  public func close(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    told(try await simulation.close(client))
  }

  public func kill(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    told(try await simulation.kill(client))
  }

  public func retire(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    var reports = told(try await simulation.retire(client))
    while await simulation.clients().contains(where: { $0.name == client && $0.isConnected }) {
      reports += await simulation.advance(byMilliseconds: 1000)
    }
    return reports
  }

  public func reports() -> [ClientReport] { told([], withThoseUnderWay: false) }

  public func notices(of client: ClientName?) -> AsyncStream<ClientReport> {
    let (stream, continuation) = AsyncStream<ClientReport>.makeStream()
    listeners.append(continuation)
    return stream
  }

  public func clients() async -> [ClientSnapshot] { await simulation.clients() }

  private func told(
    _ reports: [ClientReport], withThoseUnderWay isWhole: Bool = true
  ) -> [ClientReport] {
    defer {
      learned = []
      if isWhole { underWay = [] }
    }
    return learned + (isWhole ? underWay : []) + reports
  }

  // MARK: RemoteBroker

  public func nextDeadline() -> Int64? { nil }

  public func advance(to milliseconds: Int64) -> [ClientReport] { [] }

  public func serverProperties() -> FieldTable { ["product": "RabbitMQ", "version": "4.0.5"] }

  public func shutdown() async -> [ClientReport] {
    var reports = told([])
    for client in await simulation.clients() where client.isConnected {
      reports += (try? await retire(client.name)) ?? []
    }
    for listener in listeners { listener.finish() }
    return reports
  }

  // MARK: What the broker does by itself

  /// Time passes there, and clients learn what comes of it.
  public func letPass(milliseconds: Int64) async {
    learn(await simulation.advance(byMilliseconds: milliseconds))
  }

  /// Somebody else publishes.
  public func publish(_ body: String, to queue: String) async throws {
    let publish = Method.basicPublish(BasicPublish(exchange: "", routingKey: queue))
    let stranger = ClientName("stranger")
    let reports = try await simulation.request(
      publish, content: Content(text: body), by: stranger, channel: 1, plan: nil
    ).reports
    learn(reports.filter { $0.client != stranger })
  }

  /// What was under way arrives.
  public func arrive() {
    let reports = underWay
    underWay = []
    learn(reports)
  }

  /// Whether it answers nothing.
  public func fallSilent(_ isSilent: Bool) { self.isSilent = isSilent }

  private func learn(_ reports: [ClientReport]) {
    learned += reports
    for report in reports {
      for listener in listeners { listener.yield(report) }
    }
  }
}

extension ClientReport {
  fileprivate var isSent: Bool { if case .sent = fact { true } else { false } }
}

/// The management API of a staged broker.
public struct StagedManagement: Management {
  private let simulation: Simulation

  public init(_ broker: StagedBroker) { self.init(of: broker.simulation) }

  public init(of simulation: Simulation) { self.simulation = simulation }

  private struct NotFound: Error {}

  public func snapshot(virtualHost: String) async throws -> ManagedView {
    let snapshot = await simulation.snapshot()
    guard let host = snapshot.virtualHosts.first(where: { $0.name == virtualHost }) else {
      throw NotFound()
    }
    let name = { (id: ConnectionID) in
      snapshot.connections.first { $0.id == id }?.name ?? ""
    }
    return ManagedView(
      exchanges: host.exchanges, queues: host.queues.map(CountedQueue.init),
      bindings: host.bindings,
      consumers: host.queues.flatMap { queue in
        queue.consumers.map {
          ManagedConsumer(queue: queue.name, client: name($0.channel.connection), consumer: $0)
        }
      },
      connections: snapshot.connections.map {
        ManagedConnection(
          name: $0.name, user: $0.user, virtualHost: $0.virtualHost,
          channelCount: $0.channels.count)
      })
  }

  public func virtualHosts() async throws -> [String] {
    await simulation.snapshot().virtualHosts.map(\.name)
  }

  public func addVirtualHost(_ name: String) async throws {
    guard await simulation.addVirtualHost(name) else { throw NotFound() }
  }

  public func removeVirtualHost(_ name: String) async throws {
    guard await simulation.removeVirtualHost(name) else { throw NotFound() }
  }

  public func operate(_ action: OperatorAction) async throws {
    _ = try await simulation.operate([action])
  }

  public func operated(virtualHost: String) async throws -> OperatedView {
    let snapshot = await simulation.snapshot()
    guard let host = snapshot.virtualHosts.first(where: { $0.name == virtualHost }) else {
      throw NotFound()
    }
    return OperatedView(snapshot, virtualHost: host)
  }
}

/// Finds a staged broker at every URI whose password is `guest`, or fails as it is told.
public actor StagedFinder: BrokerFinder {
  /// The broker that was found last.
  public private(set) var broker: StagedBroker?
  private let hasManagement: Bool
  private let failure: ClientError?

  public init(hasManagement: Bool = false, failure: ClientError? = nil) {
    self.hasManagement = hasManagement
    self.failure = failure
  }

  public nonisolated var stepped: any BrokerFinder { self }

  public func reach(_ uri: AMQPURI) async throws(ClientError) -> ReachedBroker {
    if let failure { throw failure }
    guard uri.password == "guest" || uri.password == "secret" else {
      throw .refused(code: 403, text: "ACCESS_REFUSED - Login was refused using PLAIN.")
    }
    let broker = StagedBroker(uri)
    _ = try await broker.connect(
      ClientName("you"), as: ClientIdentity(user: uri.user, virtualHost: uri.virtualHost))
    self.broker = broker
    return ReachedBroker(
      client: broker, management: hasManagement ? StagedManagement(broker) : nil)
  }
}
