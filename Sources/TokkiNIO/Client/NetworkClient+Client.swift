public import AMQPModel
internal import AMQPProtocol
internal import NIOCore
public import TokkiClient

extension NetworkClient: RemoteBroker {
  public nonisolated var uri: AMQPURI { configuration.uris[0] }

  public func serverProperties() -> FieldTable { serverTable }

  public func connect(
    _ client: ClientName, as identity: ClientIdentity
  ) async throws(ClientError) -> [ClientReport] {
    let place = makePlace(for: client)
    peers[place].isKnown = true
    let request = try peers[place].machine.connect(as: identity, at: now)
    _ = try await result(of: request, by: place)
    return takeReports()
  }

  public func request(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16, plan: WorkPlan?
  ) async throws(ClientError) -> ClientResponse {
    try checkLengths(method, content)
    let place = makePlace(for: client)
    if !peers[place].isKnown {
      peers[place].isKnown = true
      let identity = ClientIdentity(user: uri.user, virtualHost: uri.virtualHost)
      try peers[place].machine.connect(as: identity, at: now)
    }
    return try await response(
      to: try peers[place].machine.request(
        method, content: content, channel: channel, plan: plan, at: now),
      by: place)
  }

  public func requestOnOpen(
    _ method: Method, content: Content?, by client: ClientName, channel: UInt16
  ) async throws(ClientError) -> ClientResponse {
    try checkLengths(method, content)
    let place = try knownPlace(of: client)
    return try await response(
      to: try peers[place].machine.request(
        method, content: content, channel: channel, plan: nil, onlyIfOpen: true, at: now),
      by: place)
  }

  private nonisolated func checkLengths(
    _ method: Method, _ content: Content?
  ) throws(ClientError) {
    let overlong = method.overlongArguments + (content?.properties.overlongProperties ?? [])
    if let name = overlong.first { throw .tooLong(name) }
  }

  private func response(
    to request: RequestID, by place: Int
  ) async throws(ClientError) -> ClientResponse {
    let result = try await result(of: request, by: place)
    await waitForRoom(place)
    return ClientResponse(result: result, reports: takeReports())
  }

  /// Whoever publishes faster than the broker reads waits for it.
  private func waitForRoom(_ place: Int) async {
    guard let link = peers[place].link, !link.channel.isWritable else { return }
    await withCheckedContinuation { link.waitingForRoom.append($0) }
  }

  public func close(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    let place = try knownPlace(of: client)
    let request = try peers[place].machine.close(at: now)
    _ = try await result(of: request, by: place)
    return takeReports()
  }

  public func kill(_ client: ClientName) throws(ClientError) -> [ClientReport] {
    let place = try knownPlace(of: client)
    try peers[place].machine.kill(at: now)
    pump(place)
    return takeReports()
  }

  public func retire(_ client: ClientName) async throws(ClientError) -> [ClientReport] {
    try await finish(client)
    return takeReports()
  }

  private func finish(_ client: ClientName) async throws(ClientError) {
    let place = try knownPlace(of: client)
    let request = try peers[place].machine.retire(at: now)
    _ = try await result(of: request, by: place)
  }

  public func reports() -> [ClientReport] { takeReports() }

  public func notices(of client: ClientName?) -> AsyncStream<ClientReport> { stream(of: client) }

  public func clients() -> [ClientSnapshot] { peers.map(\.machine.snapshot) }

  public func nextDeadline() -> Int64? { peers.compactMap(\.machine.nextDeadline).min() }

  /// One client after the other: what one has done is with the broker before the next begins.
  public func advance(to milliseconds: Int64) async -> [ClientReport] {
    step(to: milliseconds)
    for place in peers.indices {
      guard let deadline = peers[place].machine.nextDeadline, deadline <= now else { continue }
      peers[place].machine.advance(to: now)
      pump(place)
      await hearOut(place)
    }
    return takeReports()
  }

  /// Waits until the broker has heard all that the client sent: it answers `channel.flow` with
  /// active=true after whatever came before on the channel, and it changes nothing.
  private func hearOut(_ place: Int) async {
    for channel in peers[place].machine.snapshot.channels {
      let request = try? peers[place].machine.request(
        .channelFlow(ChannelFlow(active: true)), content: nil, channel: channel.number,
        plan: nil, onlyIfOpen: true, at: now)
      guard let request else { continue }
      let timer = loop.scheduleTask(in: .milliseconds(configuration.patience)) { [weak self] in
        self?.assumeIsolated { $0.giveUp(request, by: place) }
      }
      _ = try? await result(of: request, by: place)
      timer.cancel()
    }
  }

  public func shutdown() async -> [ClientReport] {
    await withTaskGroup(of: Void.self) { group in
      for name in peers.map(\.machine.name) {
        group.addTask { try? await self.finish(name) }
      }
    }
    finishStreams()
    return takeReports()
  }
}
