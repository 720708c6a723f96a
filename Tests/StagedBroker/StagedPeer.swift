public import AMQPModel
public import TokkiBroker
public import TokkiClient
public import TokkiShell
public import TokkiSimulation

/// A simulation as the other side of a comparison: its clients are told the time, and what they
/// learn can be falsified on the way.
public struct StagedPeer: RemoteBroker {
  public let uri: AMQPURI
  let simulation: Simulation
  /// What a report becomes on its way.
  let falsify: @Sendable (ClientReport) -> [ClientReport]
  let isGone: @Sendable (Method) -> Bool

  private func told(_ reports: [ClientReport]) -> [ClientReport] { reports.flatMap(falsify) }

  public func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) async throws(ClientError) -> [ClientReport] {
    told(try await simulation.connect(client, as: identity))
  }

  public func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) async throws(ClientError) -> ClientResponse {
    if isGone(method) { throw .unreachable(reason: "connection refused") }
    var response = try await simulation.request(
      method, content: content, by: client, channel: channel, plan: plan)
    response.reports = told(response.reports)
    return response
  }

  public func requestOnOpen(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16
  ) async throws(ClientError) -> ClientResponse {
    var response = try await simulation.requestOnOpen(
      method, content: content, by: client, channel: channel)
    response.reports = told(response.reports)
    return response
  }

  public func close(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    told(try await simulation.close(client))
  }

  public func kill(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    told(try await simulation.kill(client))
  }

  public func retire(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    told(try await simulation.retire(client))
  }

  public func reports() async -> [ClientReport] { told(await simulation.reports()) }

  public func notices(of client: ClientName?) async -> AsyncStream<ClientReport> {
    await simulation.notices(of: client)
  }

  public func clients() async -> [ClientSnapshot] { await simulation.clients() }

  public func nextDeadline() async -> Int64? { await simulation.deadlines().clients }

  public func advance(to milliseconds: Int64) async -> [ClientReport] {
    let now = await simulation.now().milliseconds
    guard milliseconds > now else { return [] }
    return told(await simulation.advance(byMilliseconds: milliseconds - now))
  }

  public func serverProperties() async -> FieldTable {
    ["product": "RabbitMQ", "version": "4.0.5"]
  }

  public func shutdown() async -> [ClientReport] {
    for client in await simulation.clients() where client.isConnected {
      _ = try? await simulation.close(client.name)
    }
    return []
  }
}

/// Finds the same simulation at every URI.
public struct StagedPeerFinder: BrokerFinder {
  public let simulation: Simulation
  public var hasManagement = true
  /// What a report becomes on its way to its client.
  public var falsify: @Sendable (ClientReport) -> [ClientReport] = { [$0] }
  /// Whether the broker is not there any more for that method.
  public var isGone: @Sendable (Method) -> Bool = { _ in false }

  public init(profile: Profile = .rabbitMQ40) {
    simulation = Simulation(profile: profile, seed: 99)
  }

  public var stepped: any BrokerFinder { self }

  public func reach(_ uri: AMQPURI) async throws(ClientError) -> ReachedBroker {
    let broker = StagedPeer(uri: uri, simulation: simulation, falsify: falsify, isGone: isGone)
    let identity = ClientIdentity(user: uri.user, virtualHost: uri.virtualHost)
    _ = try await broker.connect(ClientName("you"), as: identity)
    return ReachedBroker(
      client: broker, management: hasManagement ? StagedManagement(of: simulation) : nil)
  }
}
