import AMQPModel

/// A `queue.declare` for one queue, in one virtual host, by one connection: what to make of it, or
/// which of RabbitMQ's rules it breaks.
struct QueueDeclaration {
  let method: QueueDeclare
  let name: String
  let virtualHost: String
  let connection: ConnectionID
  let profile: Profile
  /// As RabbitMQ keeps and compares them.
  private let arguments: FieldTable

  init(
    _ method: QueueDeclare, name: String, virtualHost: String, connection: ConnectionID,
    profile: Profile
  ) {
    self.method = method
    self.name = name
    self.virtualHost = virtualHost
    self.connection = connection
    self.profile = profile
    self.arguments = Self.augment(method.arguments, profile: profile)
  }

  /// 4.0 adds the default queue type, and with that sorts the table. Source: rabbit_amqqueue,
  /// augment_declare_args.
  private static func augment(_ arguments: FieldTable, profile: Profile) -> FieldTable {
    let type = QueueArgument.queueType.rawValue
    guard profile.addsQueueTypeArgument, arguments[type] == nil else { return arguments }
    var augmented = arguments
    augmented[type] = .string(QueueSettings.Kind.classic.rawValue)
    return augmented.sortedByName
  }

  private var described: String { "queue '\(name)' in vhost '\(virtualHost)'" }

  private func refusal(_ code: ReplyCode, _ text: String) -> AMQPException {
    AMQPException(code: code, text: "\(code.name) - \(text)", method: QueueDeclare.id)
  }

  private func preconditionFailed(_ text: String) -> AMQPException {
    refusal(.preconditionFailed, text)
  }
}

// MARK: - A new queue

extension QueueDeclaration {
  /// What a new queue is made with.
  ///
  /// - Throws: PRECONDITION_FAILED with RabbitMQ's own text for arguments that it refuses;
  ///   NOT_IMPLEMENTED for streams, which are not simulated.
  func settings() throws(AMQPException) -> QueueSettings {
    if let value = arguments[QueueArgument.deadLetterExchange.rawValue], value.bytes == nil {
      throw preconditionFailed(
        """
        invalid type '\(ErlangTerm(value).typeName)' for arg 'x-dead-letter-exchange' in \
        \(described)
        """
      )
    }
    try check([.queueType])
    let kind = try self.kind()
    let taken = QueueArgument.taken(by: kind, profile: profile)
    try check(QueueArgument.allCases.filter { taken.contains($0) })
    try checkNames(for: kind, taken: taken)
    try checkProperties(for: kind)
    return parsed(kind)
  }

  private func check(_ checked: [QueueArgument]) throws(AMQPException) {
    for argument in checked {
      guard let value = arguments[argument.rawValue],
        let problem = argument.problem(with: value, among: arguments, profile: profile)
      else { continue }
      throw preconditionFailed("invalid arg '\(argument.rawValue)' for \(described): \(problem)")
    }
  }

  private func kind() throws(AMQPException) -> QueueSettings.Kind {
    guard let name = text(.queueType) else { return .classic }
    guard let kind = QueueSettings.Kind(rawValue: name) else {
      throw refusal(.notImplemented, "queues of type '\(name)' are not simulated: \(described)")
    }
    return kind
  }

  /// Arguments of other queue types are refused; names that no type knows are not.
  private func checkNames(
    for kind: QueueSettings.Kind, taken: [QueueArgument]
  ) throws(AMQPException) {
    for entry in arguments.entries {
      guard let argument = QueueArgument(rawValue: entry.name), !taken.contains(argument) else {
        continue
      }
      throw preconditionFailed(
        "invalid arg '\(entry.name)' for \(described) of queue type rabbit_\(kind.rawValue)_queue")
    }
  }

  /// An exclusive queue is never durable. Source: rabbit_channel, queue.declare.
  private var isDurable: Bool { method.durable && !method.exclusive }

  /// Source: rabbit_quorum_queue, declare.
  private func checkProperties(for kind: QueueSettings.Kind) throws(AMQPException) {
    guard kind == .quorum else { return }
    let wrong: String? =
      if method.autoDelete {
        "auto-delete"
      } else if method.exclusive {
        "exclusive-owner"
      } else if !method.durable {
        "non-durable"
      } else {
        nil
      }
    if let wrong { throw preconditionFailed("invalid property '\(wrong)' for \(described)") }
  }

  private func parsed(_ kind: QueueSettings.Kind) -> QueueSettings {
    var settings = QueueSettings()
    settings.kind = kind
    settings.isDurable = isDurable
    settings.isAutoDelete = method.autoDelete
    settings.owner = method.exclusive ? connection : nil
    settings.arguments = arguments
    settings.messageTTL = integer(.messageTTL)
    settings.expires = integer(.expires)
    settings.maxLength = integer(.maxLength).map(Int.init)
    settings.maxLengthBytes = integer(.maxLengthBytes).map(Int.init)
    settings.overflow = text(.overflow).flatMap(QueueSettings.Overflow.init) ?? .dropHead
    settings.deadLetterExchange = text(.deadLetterExchange)
    settings.deadLetterRoutingKey = text(.deadLetterRoutingKey)
    settings.isSingleActiveConsumer = arguments[QueueArgument.singleActiveConsumer.rawValue] == true
    if profile.queuesHaveConsumerTimeouts { settings.consumerTimeout = consumerTimeout }
    switch kind {
    case .classic:
      settings.maxPriority = integer(.maxPriority).map {
        UInt8(clamping: max(profile.leastMaxPriority, $0))
      }
      settings.forgetsExpiration =
        profile.lazyQueuesForgetExpiration && text(.queueMode) == "lazy"
    case .quorum:
      // Quorum queues know no reject-publish-dlx and drop the head. Source: rabbit_quorum_queue,
      // overflow.
      if settings.overflow == .rejectPublishDLX { settings.overflow = .dropHead }
      settings.deliveryLimit = deliveryLimit
      settings.hasHighLane = profile.quorumQueuesFavourHighPriority
      settings.deadLetterStrategy =
        text(.deadLetterStrategy).flatMap(QueueSettings.DeadLetterStrategy.init) ?? .atMostOnce
    }
    return settings
  }

  /// RabbitMQ does not check the limit's type: what is no number is never reached.
  private var deliveryLimit: UInt32? {
    guard let value = arguments[QueueArgument.deliveryLimit.rawValue] else {
      return profile.defaultDeliveryLimit
    }
    guard let limit = value.deliveryLimit else { return .max }
    return limit < 0 && profile.negativeDeliveryLimitIsNone ? nil : UInt32(clamping: limit)
  }

  /// Nobody checks this argument.
  private var consumerTimeout: QueueSettings.ConsumerTimeout? {
    guard let value = arguments["x-consumer-timeout"], value != .void else { return nil }
    if case .timestamp(let seconds) = value { return .milliseconds(Int64(clamping: seconds)) }
    return value.integer.map { .milliseconds($0) } ?? .never
  }

  private func integer(_ argument: QueueArgument) -> Int64? {
    arguments[argument.rawValue]?.integer
  }

  private func text(_ argument: QueueArgument) -> String? {
    arguments[argument.rawValue]?.bytes.map { String(decoding: $0, as: UTF8.self) }
  }
}

// MARK: - A queue that exists

extension QueueDeclaration {
  /// Whether the declaration agrees with the queue that is there. Arguments that the queue's type
  /// does not know are not compared. Source: rabbit_amqqueue, assert_equivalence.
  ///
  /// - Throws: RESOURCE_LOCKED where the one is exclusive and the other is not, or another's;
  ///   PRECONDITION_FAILED for another difference.
  func check(against existing: QueueSettings) throws(AMQPException) {
    if existing.owner != (method.exclusive ? connection : nil) {
      throw Self.locked(name: name, virtualHost: virtualHost, method: QueueDeclare.id)
    }
    try compare("durable", existing.isDurable, isDurable)
    try compare("auto_delete", existing.isAutoDelete, method.autoDelete)
    for argument in QueueArgument.taken(by: existing.kind, profile: profile) {
      try compare(argument, existing.arguments[argument.rawValue], arguments[argument.rawValue])
    }
  }

  /// The exception for whoever uses another connection's exclusive queue.
  static func locked(name: String, virtualHost: String, method: MethodID) -> AMQPException {
    AMQPException(
      code: .resourceLocked,
      text: """
        RESOURCE_LOCKED - cannot obtain exclusive access to locked queue '\(name)' in vhost \
        '\(virtualHost)'. It could be originally declared on another connection or the exclusive \
        property value does not match that of the original declaration.
        """,
      method: method)
  }

  private func compare(_ property: String, _ current: Bool, _ new: Bool) throws(AMQPException) {
    guard current != new else { return }
    throw inequivalent(property, received: "'\(new)'", current: "'\(current)'")
  }

  /// Integers of all widths are compared by value, and so are texts. Source: rabbit_misc,
  /// assert_args_equivalence1.
  private func compare(
    _ argument: QueueArgument, _ current: FieldValue?, _ new: FieldValue?
  ) throws(AMQPException) {
    if current == new { return }
    let classic = FieldValue.string(QueueSettings.Kind.classic.rawValue)
    if let current, let new {
      if let left = current.integer, let right = new.integer, left == right { return }
      throw inequivalent(argument.rawValue, received: quoted(new), current: quoted(current))
    }
    if argument == .queueType, current ?? classic == new ?? classic { return }
    throw inequivalent(
      argument.rawValue, received: new.map(quotedWithType) ?? "none",
      current: current.map(quotedWithType) ?? "none")
  }

  /// Source: rabbit_misc, val.
  private func quoted(_ value: FieldValue) -> String {
    value == .void ? "none" : "'\(shown(value))'"
  }

  private func quotedWithType(_ value: FieldValue) -> String {
    "the value '\(shown(value))' of type '\(ErlangTerm(value).typeName)'"
  }

  private func shown(_ value: FieldValue) -> String {
    if case .byteArray(let bytes) = value { return String(decoding: bytes, as: UTF8.self) }
    if let bytes = value.bytes { return String(decoding: bytes, as: UTF8.self) }
    return ErlangTerm(value).written(by: profile.headersRule)
  }

  private func inequivalent(
    _ argument: String, received: String, current: String
  ) -> AMQPException {
    preconditionFailed(
      """
      inequivalent arg '\(argument)' for \(described): received \(received) but current is \
      \(current)
      """
    )
  }
}

extension FieldValue {
  /// A number of deliveries to compare with, for which the fraction of a number does not matter.
  var deliveryLimit: Int64? {
    if case .float(let number) = self { return Int64(exactly: number.rounded(.down)) }
    if case .double(let number) = self { return Int64(exactly: number.rounded(.down)) }
    return integer
  }

  fileprivate var bytes: [UInt8]? {
    guard case .longString(let bytes) = self else { return nil }
    return bytes
  }
}
