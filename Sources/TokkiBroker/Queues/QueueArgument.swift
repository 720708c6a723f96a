import AMQPModel

/// An argument of `queue.declare` that RabbitMQ knows. The cases stand in the order in which it
/// checks them. Source: rabbit_amqqueue, declare_args; the capabilities of the queue types.
enum QueueArgument: String, CaseIterable, Sendable {
  case expires = "x-expires"
  case messageTTL = "x-message-ttl"
  case deadLetterExchange = "x-dead-letter-exchange"
  case deadLetterRoutingKey = "x-dead-letter-routing-key"
  case deadLetterStrategy = "x-dead-letter-strategy"
  case maxLength = "x-max-length"
  case maxLengthBytes = "x-max-length-bytes"
  case maxInMemoryLength = "x-max-in-memory-length"
  case maxInMemoryBytes = "x-max-in-memory-bytes"
  case maxPriority = "x-max-priority"
  case overflow = "x-overflow"
  case queueMode = "x-queue-mode"
  case queueVersion = "x-queue-version"
  case singleActiveConsumer = "x-single-active-consumer"
  case queueType = "x-queue-type"
  case quorumInitialGroupSize = "x-quorum-initial-group-size"
  case maxAge = "x-max-age"
  case streamMaxSegmentSizeBytes = "x-stream-max-segment-size-bytes"
  case initialClusterSize = "x-initial-cluster-size"
  case queueLeaderLocator = "x-queue-leader-locator"
  case deliveryLimit = "x-delivery-limit"
  case queueMasterLocator = "x-queue-master-locator"

  /// The arguments that a queue of that kind takes, in the order in which RabbitMQ compares them
  /// on a declaration of a queue that exists.
  static func taken(by kind: QueueSettings.Kind, profile: Profile) -> [QueueArgument] {
    switch kind {
    case .classic:
      [
        .expires, .messageTTL, .deadLetterExchange, .deadLetterRoutingKey, .maxLength,
        .maxLengthBytes, .maxPriority, .overflow, .queueMode, .queueVersion,
        .singleActiveConsumer, .queueType, .queueMasterLocator,
      ] + (profile.classicQueuesTakeLeaderLocator ? [.queueLeaderLocator] : [])
    case .quorum:
      [
        .deadLetterExchange, .deadLetterRoutingKey, .deadLetterStrategy, .expires, .maxLength,
        .maxLengthBytes, .maxInMemoryLength, .maxInMemoryBytes, .overflow,
        .singleActiveConsumer, .queueType, .quorumInitialGroupSize, .deliveryLimit,
        .messageTTL, .queueLeaderLocator,
      ]
    }
  }

  /// What is wrong with the value, as the Erlang term that ends RabbitMQ's reply text; nil if
  /// nothing is.
  func problem(
    with value: FieldValue, among arguments: FieldTable, profile: Profile
  ) -> String? {
    switch self {
    case .expires:
      integerProblem(value) { $0 == 0 ? "{value_zero,0}" : Self.expiryProblem($0) }
    case .messageTTL:
      integerProblem(value, Self.expiryProblem)
    case .maxLength, .maxLengthBytes, .maxInMemoryLength, .maxInMemoryBytes,
      .streamMaxSegmentSizeBytes:
      integerProblem(value, Self.negativeProblem)
    case .maxPriority:
      integerProblem(value) {
        Self.negativeProblem($0) ?? ($0 > 255 ? "{max_value_exceeded,\($0)}" : nil)
      }
    case .queueVersion:
      integerProblem(value) {
        Self.negativeProblem($0)
          ?? ([1, 2].contains($0) ? nil : "\"unsupported queue version '\($0)'\"")
      }
    case .quorumInitialGroupSize, .initialClusterSize:
      integerProblem(value) { Self.negativeProblem($0) ?? ($0 == 0 ? "{value_zero,0}" : nil) }
    case .deadLetterExchange, .maxAge:
      textProblem(value) { _ in nil }
    case .deadLetterRoutingKey:
      textProblem(value) { _ in
        arguments[Self.deadLetterExchange.rawValue] == nil
          ? "routing_key_but_no_dlx_defined" : nil
      }
    case .deadLetterStrategy:
      textProblem(value) {
        ["at-most-once", "at-least-once"].contains($0) ? nil : "invalid_dlx_strategy"
      }
    case .overflow:
      textProblem(value) {
        QueueSettings.Overflow(rawValue: $0) == nil ? "invalid_overflow" : nil
      }
    case .queueMode:
      textProblem(value) {
        ["default", "lazy"].contains($0) ? nil : "\"unsupported queue mode '\($0)'\""
      }
    case .queueType:
      textProblem(value) {
        ["classic", "quorum", "stream"].contains($0) ? nil : "\"unsupported queue type '\($0)'\""
      }
    case .queueLeaderLocator:
      textProblem(value) {
        profile.queueLeaderLocators.contains($0) ? nil : "invalid_queue_locator_arg"
      }
    case .singleActiveConsumer:
      if case .boolean = value { nil } else { Self.typeProblem(value) }
    case .deliveryLimit, .queueMasterLocator:
      nil
    }
  }

  private func integerProblem(_ value: FieldValue, _ check: (Int64) -> String?) -> String? {
    guard let number = value.integer else {
      return "\"expected integer, got \(ErlangTerm(value).typeName)\""
    }
    return check(number)
  }

  private func textProblem(_ value: FieldValue, _ check: (String) -> String?) -> String? {
    guard case .longString(let bytes) = value else { return Self.typeProblem(value) }
    return check(String(decoding: bytes, as: UTF8.self))
  }

  private static func typeProblem(_ value: FieldValue) -> String {
    "{unacceptable_type,\(ErlangTerm(value).typeName)}"
  }

  private static func negativeProblem(_ number: Int64) -> String? {
    number < 0 ? "{value_negative,\(number)}" : nil
  }

  /// A time to live is ten years at most. Source: rabbit_misc, check_expiry.
  private static func expiryProblem(_ number: Int64) -> String? {
    negativeProblem(number) ?? (number > 315_360_000_000 ? "{value_too_large,\(number)}" : nil)
  }
}
