import AMQPModel
import TokkiClient

/// A real broker on which a run has names of its own.
struct RenamingBroker: RemoteBroker {
  let broker: any RemoteBroker
  let names: OwnNames

  var uri: AMQPURI { broker.uri }

  func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) async throws(ClientError) -> [ClientReport] {
    inside(try await broker.connect(client, as: identity))
  }

  func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) async throws(ClientError) -> ClientResponse {
    let (method, content) = names.outside(method, content)
    let response = try await broker.request(
      method, content: content, by: client, channel: channel, plan: plan)
    if case .queueDeclare(let declare) = method, declare.queue.isEmpty,
      case .answered(.queueDeclareOk(let answer), _) = response.result
    {
      names.didDeclare(queue: answer.queue)
    }
    return inside(response)
  }

  func requestOnOpen(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16
  ) async throws(ClientError) -> ClientResponse {
    let (method, content) = names.outside(method, content)
    return inside(
      try await broker.requestOnOpen(method, content: content, by: client, channel: channel))
  }

  func close(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    inside(try await broker.close(client))
  }

  func kill(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    inside(try await broker.kill(client))
  }

  func retire(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    inside(try await broker.retire(client))
  }

  func reports() async -> [ClientReport] { inside(await broker.reports()) }

  func notices(of client: ClientName?) async -> AsyncStream<ClientReport> {
    let notices = await broker.notices(of: client)
    let names = names
    return AsyncStream { continuation in
      let task = Task {
        for await report in notices { continuation.yield(names.inside(report)) }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  func clients() async -> [ClientSnapshot] { await broker.clients().map { names.inside($0) } }

  func nextDeadline() async -> Int64? { await broker.nextDeadline() }

  func advance(to milliseconds: Int64) async -> [ClientReport] {
    inside(await broker.advance(to: milliseconds))
  }

  func serverProperties() async -> FieldTable { await broker.serverProperties() }

  func shutdown() async -> [ClientReport] { inside(await broker.shutdown()) }

  private func inside(_ reports: [ClientReport]) -> [ClientReport] {
    reports.map { names.inside($0) }
  }

  private func inside(_ response: ClientResponse) -> ClientResponse {
    ClientResponse(result: names.inside(response.result), reports: inside(response.reports))
  }
}

/// Finds brokers, on which a run then has names of its own.
struct RenamingFinder: BrokerFinder {
  let finder: any BrokerFinder
  let names: OwnNames

  var stepped: any BrokerFinder { RenamingFinder(finder: finder.stepped, names: names) }

  /// The management API would show other people's names: it is left aside.
  func reach(_ uri: AMQPURI) async throws(ClientError) -> ReachedBroker {
    let reached = try await finder.reach(uri)
    return ReachedBroker(
      client: RenamingBroker(broker: reached.client, names: names), management: nil)
  }
}
