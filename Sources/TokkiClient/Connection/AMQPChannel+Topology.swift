public import AMQPModel

/// Exchanges, queues, bindings.
extension AMQPChannel {
  // MARK: Exchanges

  /// Declares an exchange (exchange.declare): makes it, or checks that an equal one is there.
  ///
  /// - Parameters:
  ///   - type: `direct`, `fanout`, `topic`, `headers`, or that of a plugin.
  ///   - durable: whether it outlives a restart of the broker.
  ///   - autoDelete: whether it goes with the last binding from it.
  ///   - isInternal: whether it takes messages from other exchanges alone.
  /// - Throws: a channel exception 406 (PRECONDITION_FAILED) where it is there with other settings;
  ///   for an unknown type the same, or from RabbitMQ of old a connection exception 503
  ///   (COMMAND_INVALID).
  public func declareExchange(
    _ exchange: String, type: String, durable: Bool = false, autoDelete: Bool = false,
    isInternal: Bool = false, noWait: Bool = false, arguments: FieldTable = FieldTable()
  ) async throws(AMQPFailure) {
    _ = try await perform(
      .exchangeDeclare(
        ExchangeDeclare(
          exchange: exchange, type: type, durable: durable, autoDelete: autoDelete,
          isInternal: isInternal, noWait: noWait, arguments: arguments)))
  }

  /// Checks that an exchange is there (exchange.declare, passive).
  ///
  /// - Throws: a channel exception 404 (NOT_FOUND) where it is not.
  public func checkExchange(_ exchange: String) async throws(AMQPFailure) {
    _ = try await perform(
      .exchangeDeclare(ExchangeDeclare(exchange: exchange, passive: true)))
  }

  /// Deletes an exchange with its bindings (exchange.delete). One that is not there is fine.
  ///
  /// - Parameter ifUnused: delete it only if nothing is bound to it.
  /// - Throws: a channel exception 406 where it is in use.
  public func deleteExchange(
    _ exchange: String, ifUnused: Bool = false, noWait: Bool = false
  ) async throws(AMQPFailure) {
    _ = try await perform(
      .exchangeDelete(ExchangeDelete(exchange: exchange, ifUnused: ifUnused, noWait: noWait)))
  }

  /// Binds an exchange to another (exchange.bind, an extension of RabbitMQ's): what `source` gets
  /// and the key lets through, `destination` gets too.
  public func bindExchange(
    _ destination: String, to source: String, routingKey: String = "", noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) async throws(AMQPFailure) {
    _ = try await perform(
      .exchangeBind(
        ExchangeBind(
          destination: destination, source: source, routingKey: routingKey, noWait: noWait,
          arguments: arguments)))
  }

  /// Removes a binding between exchanges (exchange.unbind), by the same key and arguments.
  public func unbindExchange(
    _ destination: String, from source: String, routingKey: String = "", noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) async throws(AMQPFailure) {
    _ = try await perform(
      .exchangeUnbind(
        ExchangeUnbind(
          destination: destination, source: source, routingKey: routingKey, noWait: noWait,
          arguments: arguments)))
  }

  // MARK: Queues

  /// Declares a queue (queue.declare): makes it, or checks that an equal one is there.
  ///
  /// - Parameters:
  ///   - queue: without a name the broker makes one; the state that is returned tells it.
  ///   - durable: whether it outlives a restart of the broker.
  ///   - exclusive: whether this connection alone may use it; it goes with the connection.
  ///   - autoDelete: whether it goes with its last consumer.
  ///   - arguments: such as `x-queue-type`, `x-message-ttl`, `x-dead-letter-exchange`.
  ///   - noWait: not to wait for the answer; a queue that the broker names needs it.
  /// - Returns: its name and its counts; without waiting, the name alone.
  /// - Throws: a channel exception 406 (PRECONDITION_FAILED) where it is there with other settings,
  ///   405 (RESOURCE_LOCKED) where another connection has it exclusively, 403 (ACCESS_REFUSED) for
  ///   a name that begins with `amq.`.
  @discardableResult
  public func declareQueue(
    _ queue: String = "", durable: Bool = false, exclusive: Bool = false, autoDelete: Bool = false,
    noWait: Bool = false, arguments: FieldTable = FieldTable()
  ) async throws(AMQPFailure) -> QueueState {
    try await declare(
      QueueDeclare(
        queue: queue, durable: durable, exclusive: exclusive, autoDelete: autoDelete,
        noWait: noWait, arguments: arguments))
  }

  /// Looks at a queue without changing anything (queue.declare, passive).
  ///
  /// - Throws: a channel exception 404 (NOT_FOUND) where it is not there.
  public func inspectQueue(_ queue: String) async throws(AMQPFailure) -> QueueState {
    try await declare(QueueDeclare(queue: queue, passive: true))
  }

  private func declare(_ declare: QueueDeclare) async throws(AMQPFailure) -> QueueState {
    switch try await perform(.queueDeclare(declare)).answer {
    case .queueDeclareOk(let state)?:
      return QueueState(
        name: state.queue, messageCount: state.messageCount, consumerCount: state.consumerCount)
    case nil: return QueueState(name: declare.queue)
    case let answer?: throw .unexpectedAnswer(answer)
    }
  }

  /// Binds a queue to an exchange (queue.bind): it gets what the key lets through.
  ///
  /// - Parameter arguments: for a headers exchange, what the headers are compared with.
  /// - Throws: a channel exception 404 (NOT_FOUND) where either is not there.
  public func bindQueue(
    _ queue: String, to exchange: String, routingKey: String = "", noWait: Bool = false,
    arguments: FieldTable = FieldTable()
  ) async throws(AMQPFailure) {
    _ = try await perform(
      .queueBind(
        QueueBind(
          queue: queue, exchange: exchange, routingKey: routingKey, noWait: noWait,
          arguments: arguments)))
  }

  /// Removes a binding (queue.unbind), by the same key and arguments.
  public func unbindQueue(
    _ queue: String, from exchange: String, routingKey: String = "",
    arguments: FieldTable = FieldTable()
  ) async throws(AMQPFailure) {
    _ = try await perform(
      .queueUnbind(
        QueueUnbind(
          queue: queue, exchange: exchange, routingKey: routingKey, arguments: arguments)))
  }

  /// Drops a queue's ready messages (queue.purge); unacknowledged ones stay.
  ///
  /// - Returns: how many; 0 without waiting.
  @discardableResult
  public func purgeQueue(
    _ queue: String, noWait: Bool = false
  ) async throws(AMQPFailure) -> UInt32 {
    let answer = try await perform(.queuePurge(QueuePurge(queue: queue, noWait: noWait))).answer
    guard case .queuePurgeOk(let purged)? = answer else { return 0 }
    return purged.messageCount
  }

  /// Deletes a queue with its messages and bindings (queue.delete). One that is not there is fine.
  ///
  /// - Parameters:
  ///   - ifUnused: only if nobody consumes from it.
  ///   - ifEmpty: only if it holds no ready message.
  /// - Returns: how many messages went with it; 0 without waiting.
  /// - Throws: a channel exception 406 (PRECONDITION_FAILED) where a condition does not hold.
  @discardableResult
  public func deleteQueue(
    _ queue: String, ifUnused: Bool = false, ifEmpty: Bool = false, noWait: Bool = false
  ) async throws(AMQPFailure) -> UInt32 {
    let delete = QueueDelete(queue: queue, ifUnused: ifUnused, ifEmpty: ifEmpty, noWait: noWait)
    guard case .queueDeleteOk(let deleted)? = try await perform(.queueDelete(delete)).answer
    else { return 0 }
    return deleted.messageCount
  }
}
