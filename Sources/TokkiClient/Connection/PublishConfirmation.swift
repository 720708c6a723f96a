internal import Synchronization

/// The confirm of one publish, which may still be on its way.
public final class PublishConfirmation: Sendable {
  private struct Waiting {
    var id: Int
    var continuation: CheckedContinuation<Result<Bool, AMQPFailure>, Never>
  }

  private struct State {
    var outcome: Result<Bool, AMQPFailure>?
    var waiting: [Waiting] = []
    var count = 0
  }

  /// Publishes on a channel are numbered from 1, from `confirmPublishes` on.
  public let publishNumber: UInt64
  /// Confirms arrive as long as it lives.
  private let channel: AMQPChannel
  private let state = Mutex(State())

  init(_ publishNumber: UInt64, on channel: AMQPChannel) {
    self.publishNumber = publishNumber
    self.channel = channel
  }

  /// nil as long as it is not known; then whether the broker has taken the message. False also
  /// where the channel is gone and it will never be known.
  public var isAcknowledged: Bool? {
    state.withLock { state in
      state.outcome.map { if case .success(true) = $0 { true } else { false } }
    }
  }

  /// Waits for the broker's word: true for an ack, which means that the message is in its queues,
  /// on disk if it is persistent and they are durable (or that it was unroutable); false for a
  /// nack. Source: RabbitMQ's publisher confirms.
  ///
  /// - Throws: why it will never be known: the channel or the connection is gone. The message may
  ///   have arrived or not.
  public func wait() async throws(AMQPFailure) -> Bool {
    let id = state.withLock { state in
      state.count += 1
      return state.count
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let known: Result<Bool, AMQPFailure>? = state.withLock { state in
          if let outcome = state.outcome { return outcome }
          if Task.isCancelled { return .failure(.cancelled) }
          state.waiting.append(Waiting(id: id, continuation: continuation))
          return nil
        }
        if let known { continuation.resume(returning: known) }
      }
    } onCancel: {
      let waiting = state.withLock { state in
        state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0) }
      }
      waiting?.continuation.resume(returning: .failure(.cancelled))
    }
    return try result.get()
  }

  func resolve(_ outcome: Result<Bool, AMQPFailure>) {
    let waiting = state.withLock { state in
      guard state.outcome == nil else { return [Waiting]() }
      state.outcome = outcome
      defer { state.waiting.removeAll() }
      return state.waiting
    }
    for waiter in waiting { waiter.continuation.resume(returning: outcome) }
  }
}
