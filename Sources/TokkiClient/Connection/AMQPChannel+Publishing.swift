public import AMQPModel

/// Publishing, publisher confirms, transactions.
extension AMQPChannel {
  /// Publishes a message (basic.publish). Without confirms nothing tells whether it arrived; a
  /// missing exchange closes the channel later with 404 (NOT_FOUND).
  ///
  /// - Parameters:
  ///   - exchange: without a name it is the default exchange, which routes to the queue that the
  ///     key names.
  ///   - mandatory: whether a message that no queue takes comes back by `returns()`.
  ///   - immediate: RabbitMQ refuses it with 540 (NOT_IMPLEMENTED) and closes the connection.
  public func publish(
    _ content: Content, to exchange: String = "", routingKey: String, mandatory: Bool = false,
    immediate: Bool = false
  ) async throws(AMQPFailure) {
    let publish = BasicPublish(
      exchange: exchange, routingKey: routingKey, mandatory: mandatory, immediate: immediate)
    let number = try await perform(.basicPublish(publish), content: content).publishNumber
    if let number { router.claim(number, by: nil) }
  }

  /// Publishes a message and returns at once what its confirm will be. Many may be on their way.
  ///
  /// - Returns: nil on a channel without publisher confirms.
  public func publishDeferringConfirm(
    _ content: Content, to exchange: String = "", routingKey: String, mandatory: Bool = false,
    immediate: Bool = false
  ) async throws(AMQPFailure) -> PublishConfirmation? {
    let publish = BasicPublish(
      exchange: exchange, routingKey: routingKey, mandatory: mandatory, immediate: immediate)
    let sent = try await perform(.basicPublish(publish), content: content)
    guard let number = sent.publishNumber else { return nil }
    let confirmation = PublishConfirmation(number, on: self)
    router.claim(number, by: confirmation)
    return confirmation
  }

  /// Publishes a message and waits for its confirm.
  ///
  /// - Returns: true for an ack, false for a nack; true without waiting on a channel without
  ///   publisher confirms.
  /// - Throws: where channel or connection are gone before the confirm came: the message may have
  ///   arrived or not.
  public func publishConfirmed(
    _ content: Content, to exchange: String = "", routingKey: String, mandatory: Bool = false,
    immediate: Bool = false
  ) async throws(AMQPFailure) -> Bool {
    let confirmation = try await publishDeferringConfirm(
      content, to: exchange, routingKey: routingKey, mandatory: mandatory, immediate: immediate)
    return try await confirmation?.wait() ?? true
  }

  /// Asks for publisher confirms from now on (confirm.select, an extension of RabbitMQ's).
  ///
  /// - Throws: a channel exception 406 (PRECONDITION_FAILED) on a transactional channel.
  public func confirmPublishes(noWait: Bool = false) async throws(AMQPFailure) {
    _ = try await perform(.confirmSelect(ConfirmSelect(noWait: noWait)))
  }

  // MARK: Transactions

  /// Makes the channel transactional (tx.select): publishes and acknowledgements count from the
  /// next commit on.
  ///
  /// - Throws: a channel exception 406 (PRECONDITION_FAILED) on a channel with publisher confirms.
  public func selectTransactions() async throws(AMQPFailure) {
    _ = try await perform(.txSelect(TxSelect()))
  }

  /// Carries out all publishes and acknowledgements since the last commit (tx.commit).
  ///
  /// - Throws: a channel exception 406 (PRECONDITION_FAILED) on a channel without transactions.
  public func commit() async throws(AMQPFailure) {
    _ = try await perform(.txCommit(TxCommit()))
  }

  /// Abandons all publishes and acknowledgements since the last commit (tx.rollback). The
  /// deliveries stay unacknowledged.
  public func rollback() async throws(AMQPFailure) {
    _ = try await perform(.txRollback(TxRollback()))
  }
}
