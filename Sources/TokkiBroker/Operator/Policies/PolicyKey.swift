import AMQPModel

/// What a policy can set. Sources: rabbit_policies, register; rabbit_quorum_queue,
/// rabbit_classic_queue, rabbit_mirror_queue_misc and rabbit_queue_location_validator.
enum PolicyKey: String, CaseIterable, Sendable {
  case alternateExchange = "alternate-exchange"
  case consumerTimeout = "consumer-timeout"
  case deadLetterExchange = "dead-letter-exchange"
  case deadLetterRoutingKey = "dead-letter-routing-key"
  case deadLetterStrategy = "dead-letter-strategy"
  case deliveryLimit = "delivery-limit"
  case expires
  case initialClusterSize = "initial-cluster-size"
  case maxAge = "max-age"
  case maxInMemoryBytes = "max-in-memory-bytes"
  case maxInMemoryLength = "max-in-memory-length"
  case maxLength = "max-length"
  case maxLengthBytes = "max-length-bytes"
  case messageTTL = "message-ttl"
  case overflow
  case queueLeaderLocator = "queue-leader-locator"
  case queueMode = "queue-mode"
  case queueVersion = "queue-version"
  case streamFilterSizeBytes = "stream-filter-size-bytes"
  case streamMaxSegmentSizeBytes = "stream-max-segment-size-bytes"

  // These others check, in an order of their own.
  case queueMasterLocator = "queue-master-locator"
  case targetGroupSize = "target-group-size"
  case haMode = "ha-mode"
  case haParams = "ha-params"
  case haPromoteOnFailure = "ha-promote-on-failure"
  case haPromoteOnShutdown = "ha-promote-on-shutdown"
  case haSyncBatchSize = "ha-sync-batch-size"
  case haSyncMode = "ha-sync-mode"

  /// The module that checks it.
  enum Checker: Sendable, CaseIterable {
    case policies
    case masterLocator
    case groupSize
    case mirroring
  }

  var checker: Checker {
    switch self {
    case .queueMasterLocator: .masterLocator
    case .targetGroupSize: .groupSize
    case .haMode, .haParams, .haPromoteOnFailure, .haPromoteOnShutdown, .haSyncBatchSize,
      .haSyncMode:
      .mirroring
    default: .policies
    }
  }
}

extension PolicyKey {
  /// Whether policies of that kind may set it.
  func isKnown(to kind: Policy.Kind, _ profile: Profile) -> Bool {
    switch kind {
    case .user: profile.policyRules.isKnown(self)
    case .operator: profile.policyRules.operatorKeys.contains(self)
    }
  }

  /// The keys for which a policy does not apply to a queue at all. Source: the capabilities of the
  /// queue types, unsupported_policies.
  static func unsupported(
    by kind: QueueSettings.Kind, _ profile: Profile
  ) -> [PolicyKey] {
    let stream: [PolicyKey] = [.maxAge, .streamMaxSegmentSizeBytes, .initialClusterSize]
    switch kind {
    case .classic: return stream + profile.policyRules.unsupportedByClassicQueues
    case .quorum:
      return stream + [
        .queueMode, .haMode, .haParams, .haSyncMode, .haPromoteOnShutdown, .haPromoteOnFailure,
        .queueMasterLocator,
      ]
    }
  }
}

/// How policies differ between versions.
struct PolicyRules: Hashable, Sendable {
  /// Keys that the version does not know.
  var unknownKeys: [PolicyKey] = [
    .haMode, .haParams, .haPromoteOnFailure, .haPromoteOnShutdown, .haSyncBatchSize, .haSyncMode,
  ]
  /// What operator policies may set.
  var operatorKeys: [PolicyKey] = [
    .expires, .messageTTL, .maxLength, .maxLengthBytes, .maxInMemoryLength, .maxInMemoryBytes,
    .deliveryLimit, .queueVersion, .overflow, .queueMasterLocator, .targetGroupSize,
  ]
  var unsupportedByClassicQueues: [PolicyKey] = [
    .deliveryLimit, .deadLetterStrategy, .maxInMemoryLength, .maxInMemoryBytes, .targetGroupSize,
  ]
  /// The modules in the order in which they check.
  var checkers: [PolicyKey.Checker] = [.policies, .groupSize, .masterLocator]
  var masterLocators = ["client-local", "balanced", "random", "least-leaders", "min-masters"]
  /// How a wrong one of these is refused.
  var masterLocatorText = "is not a valid master locator"
  /// Whether a negative delivery limit, which is none, is accepted.
  var takesNegativeDeliveryLimit = true
  /// Whether policies can be for one type of queue.
  var knowsQueueTypes = true
  var scopeText =
    "should be one of: 'queues', 'classic_queues',  'quorum_queues', 'streams', 'exchanges', "
    + "or 'all'"
  /// Whether a quorum queue takes the smaller of a policy's and its own `x-expires` rather than
  /// the policy's.
  var quorumQueuesTakeSmallerExpiry = true
  /// Whether a quorum queue that loses its limit lets go on the publishers that it stopped. (3.10:
  /// no, they are stopped for good.)
  var unboundedQueuesLetGo = true
  /// Whether terms are written with their Unicode characters.
  var writesUnicode = true

  func isKnown(_ key: PolicyKey) -> Bool { !unknownKeys.contains(key) }

  static let rabbitMQ40 = PolicyRules()

  static let rabbitMQ310 = {
    var rules = PolicyRules()
    rules.unknownKeys = [.consumerTimeout, .streamFilterSizeBytes, .targetGroupSize]
    rules.operatorKeys = [
      .expires, .messageTTL, .maxLength, .maxLengthBytes, .maxInMemoryLength, .maxInMemoryBytes,
      .deliveryLimit,
    ]
    rules.unsupportedByClassicQueues = [.queueLeaderLocator, .deliveryLimit, .deadLetterStrategy]
    rules.checkers = [.masterLocator, .mirroring, .policies]
    rules.masterLocators = ["client-local", "random", "min-masters"]
    rules.masterLocatorText = "invalid queue-master-locator value"
    rules.takesNegativeDeliveryLimit = false
    rules.knowsQueueTypes = false
    rules.scopeText = "should be 'queues', 'exchanges' or 'all'"
    rules.quorumQueuesTakeSmallerExpiry = false
    rules.unboundedQueuesLetGo = false
    rules.writesUnicode = false
    return rules
  }()
}
