internal import AMQPModel

/// A channel: where a program declares, publishes and consumes. A channel exception closes it for
/// good; then open another one. Each function names the AMQP method that it sends; those that take
/// `noWait` return without the broker's answer if it is true, and a refusal is then seen only as
/// the end of the channel.
public struct AMQPChannel: Sendable {
  let connection: AMQPConnection
  let router: ChannelRouter

  public var number: UInt16 { router.number }

  /// Whether the channel is over.
  public var isClosed: Bool { router.end != nil }

  /// Closes the channel (channel.close): what is not acknowledged goes back to its queues. Nothing
  /// happens where it is closed already.
  public func close() async throws(AMQPFailure) {
    if router.end != nil { return }
    let goodbye = ChannelClose(replyCode: ReplyCode.success.rawValue, replyText: "Goodbye")
    do {
      _ = try await perform(.channelClose(goodbye))
    } catch {
      router.finish(nil)
      connection.router.removeChannel(router)
      // A channel whose connection is lost meanwhile is closed, too.
      if case .connectionLost = error { return }
      throw error
    }
    // What waits on the channel ends before this returns.
    for await _ in router.closings() {}
  }

  /// How many unacknowledged deliveries there may be at a time (basic.qos); 0 is no limit. RabbitMQ
  /// knows no limit of bytes.
  ///
  /// - Parameter global: true limits the whole channel, false each consumer that begins from now
  ///   on. Source: RabbitMQ's consumer prefetch.
  public func limitPrefetch(to count: UInt16, global: Bool = false) async throws(AMQPFailure) {
    _ = try await perform(.basicQos(BasicQos(prefetchCount: count, global: global)))
  }

  /// Asks the broker to stop or to go on delivering (channel.flow). RabbitMQ takes only `true`: it
  /// closes the connection with 540 (NOT_IMPLEMENTED) otherwise; limit the prefetch instead.
  ///
  /// - Returns: whether the broker delivers.
  @discardableResult
  public func setFlow(active: Bool) async throws(AMQPFailure) -> Bool {
    let answer = try await perform(.channelFlow(ChannelFlow(active: active))).answer
    guard case .channelFlowOk(let flow)? = answer else { return active }
    return flow.active
  }

  // MARK: Notices

  /// Why the channel is over, once; nothing if this program itself closed it. The stream ends with
  /// the channel, as all of these do.
  public func closings() -> AsyncStream<AMQPFailure> { router.closings() }

  /// Whenever the broker asks to stop or resume publishing (RabbitMQ of old did).
  public func flows() -> AsyncStream<Bool> { router.flows() }

  /// Publishes that were `mandatory` and that no queue took.
  public func returns() -> AsyncStream<ReturnedMessage> { router.returns() }

  /// The tags of consumers that the broker cancelled, as their queue was deleted.
  public func cancellations() -> AsyncStream<String> { router.cancellations() }

  /// The broker's word on each publish, one by one, after `confirmPublishes`.
  public func confirms() -> AsyncStream<Confirm> { router.confirms() }

  // MARK: Requests

  /// What a request brought.
  struct Performed {
    /// nil where the method has none.
    var answer: Method?
    var content: Content?
    var publishNumber: UInt64?
  }

  /// Sends a method by this channel, and waits for its answer if it has one.
  func perform(_ method: Method, content: Content? = nil) async throws(AMQPFailure) -> Performed {
    if let end = router.end { throw end }
    let response: ClientResponse
    do {
      response = try await connection.client.requestOnOpen(
        method, content: content, by: connection.name, channel: number)
    } catch .notOpen {
      // Why is about to be told.
      for await failure in router.closings() { throw failure }
      throw .closed
    } catch {
      throw .refused(error)
    }
    switch response.result {
    case .sent(let number): return Performed(publishNumber: number)
    case .answered(let answer, let content): return Performed(answer: answer, content: content)
    case .channelClosed(let reason):
      router.finish(.channelClosed(reason))
      throw .channelClosed(reason)
    case .connectionClosed(let reason): throw .connectionClosed(reason)
    case .connectionLost(let loss): throw .connectionLost(loss)
    case .closed: throw .closed
    }
  }
}
