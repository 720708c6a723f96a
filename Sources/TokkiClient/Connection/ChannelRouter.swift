internal import AMQPModel
internal import Synchronization

/// Hands what a client learns on one channel to whoever waits for it.
final class ChannelRouter: Sendable {
  typealias DeliveryStream = AsyncStream<Result<Delivery, AMQPFailure>>

  fileprivate struct State {
    /// Why the channel is over; nil: it is open.
    var end: AMQPFailure?
    var consumers: [(tag: String, continuation: DeliveryStream.Continuation)] = []
    var confirmations = ConfirmationTable()
    var closings = Fanout<AMQPFailure>()
    var flows = Fanout<Bool>()
    var returns = Fanout<ReturnedMessage>()
    var cancellations = Fanout<String>()
    var confirms = Fanout<Confirm>()
  }

  let number: UInt16
  private let state = Mutex(State())

  init(number: UInt16) { self.number = number }

  var end: AMQPFailure? { state.withLock { $0.end } }

  var consumerTags: [String] { state.withLock { $0.consumers.map(\.tag) } }

  // MARK: Notices

  func route(_ report: ClientReport) {
    state.withLock { state in state.route(report) }
  }

  /// The channel is over; everything that is waited for on it ends. `nil` is a good end.
  func finish(_ failure: AMQPFailure?) {
    state.withLock { state in state.finish(failure) }
  }

  // MARK: Readers

  /// - Returns: nil if the tag is taken or the channel is over.
  func addConsumer(_ tag: String) -> (
    stream: DeliveryStream, continuation: DeliveryStream.Continuation
  )? {
    let made = DeliveryStream.makeStream()
    return state.withLock { state in
      guard state.end == nil, !state.consumers.contains(where: { $0.tag.isExactly(tag) }) else {
        return nil
      }
      state.consumers.append((tag, made.continuation))
      return made
    }
  }

  func removeConsumer(_ tag: String) { state.withLock { $0.endConsumer(tag, nil) } }

  func claim(_ number: UInt64, by confirmation: PublishConfirmation?) {
    state.withLock { state in
      if let end = state.end {
        confirmation?.resolve(.failure(end))
      } else {
        state.confirmations.claim(number, by: confirmation)
      }
    }
  }

  func closings() -> AsyncStream<AMQPFailure> {
    state.withLock { state in
      state.closings.stream(after: state.end == .closed ? nil : state.end)
    }
  }
  func flows() -> AsyncStream<Bool> { state.withLock { $0.flows.stream() } }
  func returns() -> AsyncStream<ReturnedMessage> { state.withLock { $0.returns.stream() } }
  func cancellations() -> AsyncStream<String> { state.withLock { $0.cancellations.stream() } }
  func confirms() -> AsyncStream<Confirm> { state.withLock { $0.confirms.stream() } }
}

extension ChannelRouter.State {
  fileprivate mutating func route(_ report: ClientReport) {
    switch report.fact {
    case .sent(let method, _):
      if let number = report.publishNumber { confirmations.sent(number) }
      if case .basicCancel(let cancel) = method, cancel.noWait {
        endConsumer(cancel.consumerTag, nil)
      }
    case .replied(let method, _):
      if case .basicCancelOk(let cancel) = method { endConsumer(cancel.consumerTag, nil) }
      if case .channelCloseOk = method { finish(nil) }
    case .delivered(let delivery):
      consumers.first { $0.tag.isExactly(delivery.consumerTag) }?
        .continuation.yield(.success(delivery))
    case .returned(let message): returns.yield(message)
    case .confirmed(let number, let multiple, let isAcknowledged):
      for number in confirmations.settle(number, multiple: multiple, .success(isAcknowledged)) {
        confirms.yield(Confirm(publishNumber: number, isAcknowledged: isAcknowledged))
      }
    case .consumerCancelled(let tag):
      cancellations.yield(tag)
      endConsumer(tag, nil)
    case .flow(let active): flows.yield(active)
    case .channelClosed(let code, let text, let during):
      finish(.channelClosed(CloseReason(code: code, text: text, during: during)))
    case .unconfirmedLost(let publishes):
      // Where the channel is closed, the reason is told already.
      let lost = AMQPFailure.connectionLost(.network(reason: "not confirmed before the loss"))
      for publish in publishes {
        _ = confirmations.settle(publish.number, multiple: false, .failure(end ?? lost))
      }
    case .notRestored(.basicConsume(let consume), let reason):
      endConsumer(consume.consumerTag, .notRestored(reason))
    case .notRestored, .connected, .blocked, .unblocked, .connectionClosed, .connectionLost,
      .recovering, .queueRenamed, .recovered, .disconnected, .recoveryAbandoned, .workStarted,
      .workFinished, .workFailed:
      break
    }
  }

  /// What was delivered before is still read.
  fileprivate mutating func endConsumer(_ tag: String, _ failure: AMQPFailure?) {
    guard let index = consumers.firstIndex(where: { $0.tag.isExactly(tag) }) else { return }
    let continuation = consumers.remove(at: index).continuation
    if let failure { continuation.yield(.failure(failure)) }
    continuation.finish()
  }

  fileprivate mutating func finish(_ failure: AMQPFailure?) {
    guard end == nil else { return }
    end = failure ?? .closed
    for tag in consumers.map(\.tag) { endConsumer(tag, failure) }
    _ = confirmations.settle(.max, multiple: true, .failure(failure ?? .closed))
    if let failure { closings.yield(failure) }
    closings.finish()
    flows.finish()
    returns.finish()
    cancellations.finish()
    confirms.finish()
  }
}
