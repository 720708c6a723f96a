import AMQPModel
import TokkiBroker
import TokkiClient
import TokkiLanguage

/// Asking clients, on the simulation and on a real broker alike.
extension Shell {
  /// Sends one method, and gives up where the task is cancelled: a real broker may take for ever.
  ///
  /// - Parameter deadline: until when it is waited for; what comes later is news.
  /// - Returns: nil where it was not waited for to the end.
  func send(
    _ method: Method, content: Content?, by name: ClientName, channel: UInt16,
    plan: WorkPlan?, until deadline: ContinuousClock.Instant? = nil
  ) async throws(Stop) -> [ClientReport]? {
    try await ask(until: deadline) { client in
      try await client.request(
        method, content: content, by: name, channel: channel, plan: plan
      ).reports
    }
  }

  /// - Returns: nil where the time was up.
  func ask(
    until deadline: ContinuousClock.Instant? = nil,
    _ work: @escaping @Sendable (any Client) async throws -> [ClientReport]
  ) async throws(Stop) -> [ClientReport]? {
    let client = client
    @Sendable func result() async -> Result<[ClientReport], Refusal> {
      do {
        return .success(try await work(client))
      } catch {
        return .failure(Refusal(error))
      }
    }
    let found: Result<[ClientReport], Refusal>?
    if real == nil {
      found = await result()
    } else {
      found = await Errand(result).value(until: deadline) { [weak self] late in
        guard case .success(let reports) = late else { return }
        Task.detached { await self?.keep(reports) }
      }
    }
    switch found {
    case .success(let reports): return reports
    case .failure(let refusal): throw .refused(refusal)
    case nil:
      if Task.isCancelled { throw .refused(.givenUp) }
      return nil
    }
  }

  /// What came after nobody waited for it any more: it will be told as news.
  private func keep(_ reports: [ClientReport]) {
    keepForNews(withoutBarrier(reports))
    bell.ring()
  }

  /// Learned while the shell only looked: the next outcome tells it.
  func keepForNews(_ reports: [ClientReport]) {
    let own = noted(reports)
    real?.untold += own
  }

  // MARK: Methods that have no answer

  /// RabbitMQ answers `channel.flow` with active=true, which changes nothing, after whatever it
  /// has to say of the methods before it: so an exception is heard of with the command that
  /// caused it.
  func awaitObjections(by who: ClientChannel, _ turn: inout Turn) async throws(Stop) {
    guard real != nil else { return }
    let reports = try await hear(from: who.name, channel: who.channel)
    guard let reports else { return }
    let own = noted(withoutBarrier(reports))
    turn.reports += own
    try refuse(Self.barrier, by: who.name, in: own, &turn)
  }

  private static let barrier = Method.channelFlow(ChannelFlow(active: true))

  /// What the broker has to say on the channel; nil where it took too long. A channel that it has
  /// closed already is not opened for that.
  private func hear(
    from name: ClientName, channel: UInt16
  ) async throws(Stop) -> [ClientReport]? {
    try await ask(until: .now + configuration.patience) { client in
      do throws(ClientError) {
        return try await client.requestOnOpen(
          Self.barrier, content: nil, by: name, channel: channel
        ).reports
      } catch .notOpen {
        return await client.reports()
      }
    }
  }

  private func withoutBarrier(_ reports: [ClientReport]) -> [ClientReport] {
    reports.filter { report in
      switch report.fact {
      case .sent(.channelFlow, _), .replied(.channelFlowOk, _): false
      default: true
      }
    }
  }

  /// Publisher confirms of what the channel has published so far, as far as they come in time;
  /// what comes later is news.
  func awaitConfirms(by who: ClientChannel, _ turn: inout Turn) async {
    guard real != nil else { return }
    let deadline = ContinuousClock.now + configuration.patience
    while true {
      let rings = bell.rings
      let mine = await clients().first { $0.name == who.name }
      let channel = mine?.channels.first { $0.number == who.channel }
      turn.reports += await takeReports()
      guard let channel, channel.unconfirmedCount ?? 0 > 0, deadline > .now, !Task.isCancelled
      else { return }
      await bell.wait(past: rings, until: deadline)
    }
  }

  /// Hears from the broker on every channel: what it had sent to any of them has come before.
  func hearFromAll() async {
    for client in await clients() where client.isConnected {
      for channel in client.channels {
        let reports = try? await hear(from: client.name, channel: channel.number)
        guard let reports else { continue }
        keepForNews(withoutBarrier(reports))
      }
    }
  }
}
