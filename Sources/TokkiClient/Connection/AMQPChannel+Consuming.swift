public import AMQPModel

/// Consumers, single messages, acknowledgements.
extension AMQPChannel {
  /// Starts a consumer (basic.consume).
  ///
  /// - Parameters:
  ///   - tag: names the consumer on its connection; without one a name is made.
  ///   - noAck: whether a message counts as acknowledged when it is sent.
  ///   - exclusive: whether it must be, and stay, the queue's only consumer.
  ///   - noLocal: RabbitMQ does not look at it.
  ///   - arguments: such as `x-priority`.
  /// - Returns: its deliveries. They arrive whether they are read or not: limit the prefetch.
  /// - Throws: a channel exception 404 (NOT_FOUND) where there is no such queue, 403
  ///   (ACCESS_REFUSED) where another consumer is exclusive; `refused` for a tag in use.
  public func consume(
    _ queue: String, tag: String = "", noAck: Bool = false, exclusive: Bool = false,
    noLocal: Bool = false, noWait: Bool = false, arguments: FieldTable = FieldTable()
  ) async throws(AMQPFailure) -> Deliveries {
    if let end = router.end { throw end }
    let tag = tag.isEmpty ? connection.router.newConsumerTag() : tag
    guard let made = router.addConsumer(tag) else {
      throw router.end ?? .refused(.notARequest("a second basic.consume with the tag \(tag)"))
    }
    let deliveries = Deliveries(consumerTag: tag, channel: self, stream: made.stream)
    let consume = BasicConsume(
      queue: queue, consumerTag: tag, noLocal: noLocal, noAck: noAck, exclusive: exclusive,
      noWait: noWait, arguments: arguments)
    do {
      _ = try await perform(.basicConsume(consume))
    } catch {
      router.removeConsumer(tag)
      throw error
    }
    made.continuation.onTermination = { termination in
      guard case .cancelled = termination else { return }
      // Nobody reads any more.
      Task { try? await cancel(tag) }
    }
    return deliveries
  }

  /// Ends a consumer (basic.cancel): its sequence ends behind what has arrived. What of it is not
  /// acknowledged stays so. A tag that is not known is fine.
  public func cancel(_ tag: String, noWait: Bool = false) async throws(AMQPFailure) {
    _ = try await perform(.basicCancel(BasicCancel(consumerTag: tag, noWait: noWait)))
  }

  /// Takes a single message from a queue (basic.get); nil where it is empty. To get many, consume.
  public func get(
    _ queue: String, noAck: Bool = false
  ) async throws(AMQPFailure) -> ReceivedMessage? {
    let got = try await perform(.basicGet(BasicGet(queue: queue, noAck: noAck)))
    switch got.answer {
    case .basicGetOk(let ok)?:
      let delivery = Delivery(
        consumerTag: "", deliveryTag: ok.deliveryTag, redelivered: ok.redelivered,
        exchange: ok.exchange, routingKey: ok.routingKey, content: got.content ?? Content())
      return ReceivedMessage(delivery, remaining: ok.messageCount, on: self)
    case .basicGetEmpty?, nil: return nil
    case let answer?: throw .unexpectedAnswer(answer)
    }
  }

  /// Returns all unacknowledged deliveries of the channel to their queues (basic.recover).
  ///
  /// - Parameter requeue: RabbitMQ takes only true: it closes the connection with 540
  ///   (NOT_IMPLEMENTED) otherwise.
  public func recover(requeue: Bool = true) async throws(AMQPFailure) {
    _ = try await perform(.basicRecover(BasicRecover(requeue: requeue)))
  }

  // MARK: Settling

  /// Acknowledges a delivery (basic.ack).
  ///
  /// - Parameter multiple: all up to that one, too; with tag 0, all.
  /// - Throws: `refused(.staleDelivery)` where the delivery came before a connection that was lost
  ///   and is recovered: it comes again. A tag that is not to be settled closes the channel later
  ///   with 406 (PRECONDITION_FAILED).
  public func acknowledge(_ tag: UInt64, multiple: Bool = false) async throws(AMQPFailure) {
    _ = try await perform(.basicAck(BasicAck(deliveryTag: tag, multiple: multiple)))
  }

  /// Refuses a delivery (basic.nack, an extension of RabbitMQ's).
  ///
  /// - Parameters:
  ///   - multiple: all up to that one, too; with tag 0, all.
  ///   - requeue: whether it goes back to its queue; else it is dropped, or dead-lettered.
  public func refuse(
    _ tag: UInt64, multiple: Bool = false, requeue: Bool
  ) async throws(AMQPFailure) {
    let nack = BasicNack(deliveryTag: tag, multiple: multiple, requeue: requeue)
    _ = try await perform(.basicNack(nack))
  }

  /// Refuses one delivery (basic.reject).
  public func reject(_ tag: UInt64, requeue: Bool) async throws(AMQPFailure) {
    _ = try await perform(.basicReject(BasicReject(deliveryTag: tag, requeue: requeue)))
  }
}
