internal import AMQPModel
internal import Synchronization

/// Reads what one client learns, and hands it to whoever waits for it: the connection's own
/// readers, and the router of each channel.
final class NoticeRouter: Sendable {
  fileprivate struct State {
    var channels: [UInt16: ChannelRouter] = [:]
    /// What was told of the end before it was known to be one.
    var cause: AMQPFailure?
    /// Why the connection is over; nil: it is not.
    var end: AMQPFailure?
    var closings = Fanout<AMQPFailure>()
    var blockings = Fanout<Blocking>()
    var recoveries = Fanout<RecoveryNotice>()
    var reading: Task<Void, Never>?
    var tagCount = 0
  }

  private let state = Mutex(State())

  init(_ notices: AsyncStream<ClientReport>) {
    let reading = Task { [weak self] in
      for await report in notices {
        guard let self else { return }
        self.route(report)
      }
      self?.finish()
    }
    state.withLock { $0.reading = reading }
  }

  deinit { state.withLock { $0.reading?.cancel() } }

  var end: AMQPFailure? { state.withLock { $0.end } }

  // MARK: Notices

  private func route(_ report: ClientReport) {
    let channel = state.withLock { state in
      state.route(report)
      return state.channels[report.channel]
    }
    channel?.route(report)
    if let channel, channel.end != nil {
      state.withLock { state in
        // Only now, as no older notice of that number can come any more.
        if state.channels[report.channel] === channel { state.channels[report.channel] = nil }
      }
    }
    if case .disconnected = report.fact { finish() }
  }

  private func finish() {
    let (channels, failure) = state.withLock { state in
      let channels = state.channels.keys.sorted().compactMap { state.channels[$0] }
      state.channels.removeAll()
      return (channels, state.finish())
    }
    for channel in channels { channel.finish(failure) }
  }

  // MARK: Channels

  /// Opens the books for a channel of the smallest free number.
  func addChannel() throws(AMQPFailure) -> ChannelRouter {
    try state.withLock { state throws(AMQPFailure) in
      if let end = state.end { throw end }
      guard let number = (1...UInt16.max).first(where: { state.channels[$0] == nil }) else {
        throw .refused(.channelZero)
      }
      let channel = ChannelRouter(number: number)
      state.channels[number] = channel
      return channel
    }
  }

  func removeChannel(_ channel: ChannelRouter) {
    state.withLock { state in
      if state.channels[channel.number] === channel { state.channels[channel.number] = nil }
    }
  }

  /// A tag that no other consumer of the connection has.
  func newConsumerTag() -> String {
    state.withLock { state in
      state.tagCount += 1
      return "ctag-\(state.tagCount)"
    }
  }

  var channels: [ChannelRouter] {
    state.withLock { state in state.channels.keys.sorted().compactMap { state.channels[$0] } }
  }

  // MARK: Readers

  func closings() -> AsyncStream<AMQPFailure> {
    state.withLock { state in
      state.closings.stream(after: state.end == .closed ? nil : state.end)
    }
  }
  func blockings() -> AsyncStream<Blocking> { state.withLock { $0.blockings.stream() } }
  func recoveries() -> AsyncStream<RecoveryNotice> { state.withLock { $0.recoveries.stream() } }
}

extension NoticeRouter.State {
  fileprivate mutating func route(_ report: ClientReport) {
    switch report.fact {
    case .connected: cause = nil
    case .connectionClosed(let code, let text, let during):
      cause = .connectionClosed(CloseReason(code: code, text: text, during: during))
    case .connectionLost(let loss):
      cause = .connectionLost(loss)
    case .recovering(let attempt, let after):
      if let cause { recoveries.yield(.lost(cause)) }
      recoveries.yield(.retrying(attempt: attempt, after: after))
    case .queueRenamed(let old, let new): recoveries.yield(.queueRenamed(from: old, to: new))
    case .notRestored(let method, let reason): recoveries.yield(.notRestored(method, reason))
    case .recovered: recoveries.yield(.recovered)
    case .blocked(let reason): blockings.yield(.blocked(reason: reason))
    case .unblocked: blockings.yield(.unblocked)
    case .sent, .replied, .delivered, .returned, .confirmed, .consumerCancelled, .flow,
      .channelClosed, .unconfirmedLost, .disconnected, .recoveryAbandoned, .workStarted,
      .workFinished, .workFailed:
      break
    }
  }

  /// Ends all that reads; why.
  fileprivate mutating func finish() -> AMQPFailure? {
    guard end == nil else { return end == .closed ? nil : end }
    end = cause ?? .closed
    if let cause { closings.yield(cause) }
    closings.finish()
    blockings.finish()
    recoveries.finish()
    return cause
  }
}
