import AMQPModel
import TokkiClient

/// A real broker on which a run has users of its own.
struct BrokerOfOwnUsers: RemoteBroker {
  let broker: any RemoteBroker
  let users: OwnUsers

  var uri: AMQPURI { broker.uri }

  func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) async throws(ClientError) -> [ClientReport] {
    var identity = identity
    // The URI's own user is called so already.
    if identity.user != uri.user { identity.user = users.outside(identity.user) }
    do throws(ClientError) {
      return inside(try await broker.connect(client, as: identity))
    } catch {
      guard case .refused(let code, let text) = error else { throw error }
      throw .refused(code: code, text: users.inside(text: text))
    }
  }

  func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) async throws(ClientError) -> ClientResponse {
    inside(
      try await broker.request(
        method, content: content.map(outside), by: client, channel: channel, plan: plan))
  }

  func requestOnOpen(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16
  ) async throws(ClientError) -> ClientResponse {
    inside(
      try await broker.requestOnOpen(
        method, content: content.map(outside), by: client, channel: channel))
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
    let mapped = self
    return AsyncStream { continuation in
      let task = Task {
        for await report in notices { continuation.yield(mapped.inside(report)) }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  func clients() async -> [ClientSnapshot] {
    await broker.clients().map { client in
      var client = client
      if client.identity.user != uri.user {
        client.identity.user = users.inside(client.identity.user) ?? client.identity.user
      }
      return client
    }
  }

  func nextDeadline() async -> Int64? { await broker.nextDeadline() }

  func advance(to milliseconds: Int64) async -> [ClientReport] {
    inside(await broker.advance(to: milliseconds))
  }

  func serverProperties() async -> FieldTable { await broker.serverProperties() }

  func shutdown() async -> [ClientReport] { inside(await broker.shutdown()) }

  // MARK: Names

  /// The user-id of a message is the user of its publisher's connection.
  private func outside(_ content: Content) -> Content {
    var content = content
    content.properties.userID = content.properties.userID.map(users.outside)
    return content
  }

  private func inside(_ content: Content) -> Content {
    var content = content
    content.properties.userID = content.properties.userID.map { users.inside($0) ?? $0 }
    return content
  }

  private func inside(_ response: ClientResponse) -> ClientResponse {
    ClientResponse(result: inside(response.result), reports: inside(response.reports))
  }

  private func inside(_ reports: [ClientReport]) -> [ClientReport] { reports.map(inside) }

  private func inside(_ result: RequestResult) -> RequestResult {
    switch result {
    case .answered(let method, let content): return .answered(method, content.map(inside))
    case .channelClosed(var reason):
      reason.text = users.inside(text: reason.text)
      return .channelClosed(reason)
    case .connectionClosed(var reason):
      reason.text = users.inside(text: reason.text)
      return .connectionClosed(reason)
    case .sent, .connectionLost, .closed: return result
    }
  }

  private func inside(_ report: ClientReport) -> ClientReport {
    var report = report
    switch report.fact {
    case .sent(let method, let content): report.fact = .sent(method, content.map(inside))
    case .replied(let method, let content): report.fact = .replied(method, content.map(inside))
    case .delivered(var delivery):
      delivery.content = inside(delivery.content)
      report.fact = .delivered(delivery)
    case .returned(var returned):
      returned.content = inside(returned.content)
      report.fact = .returned(returned)
    case .channelClosed(let code, let text, let during):
      report.fact = .channelClosed(code: code, text: users.inside(text: text), during: during)
    case .connectionClosed(let code, let text, let during):
      report.fact = .connectionClosed(code: code, text: users.inside(text: text), during: during)
    default: break
    }
    return report
  }
}

/// Finds brokers, on which a run then has users of its own.
struct OwnUsersFinder: BrokerFinder {
  let finder: any BrokerFinder
  let users: OwnUsers

  var stepped: any BrokerFinder { OwnUsersFinder(finder: finder.stepped, users: users) }

  func reach(_ uri: AMQPURI) async throws(ClientError) -> ReachedBroker {
    let reached = try await finder.reach(uri)
    return ReachedBroker(
      client: BrokerOfOwnUsers(broker: reached.client, users: users),
      management: reached.management.map { ManagementOfOwnUsers(management: $0, users: users) })
  }
}
