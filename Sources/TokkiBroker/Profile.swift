import AMQPModel

/// Which RabbitMQ is simulated. Each way in which the versions differ is one named property.
public struct Profile: Hashable, Sendable {
  /// As the command line names it: `4.0` or `3.10`.
  public var name: String

  /// Whether a queue declared without `x-queue-type` gets it, which then shows among its
  /// arguments and in the texts of refused declarations. (4.0: yes.)
  var addsQueueTypeArgument = true
  /// Whether classic queues take `x-queue-leader-locator`. (4.0: yes.)
  var classicQueuesTakeLeaderLocator = true
  /// The values of `x-queue-leader-locator`.
  var queueLeaderLocators = [
    "client-local", "balanced", "random", "least-leaders", "min-masters",
  ]
  /// How often a quorum queue without `x-delivery-limit` takes a message back; nil is without
  /// limit. (4.0: 20.)
  var defaultDeliveryLimit: UInt32? = 20
  /// What an `x-max-priority` of 0 is taken for. (4.0: 1.) Source: rabbit_priority_queue,
  /// priorities.
  var leastMaxPriority: Int64 = 1
  /// Whether a negative `x-delivery-limit` means no limit (4.0) rather than none at all (3.10).
  var negativeDeliveryLimitIsNone = true
  /// Whether a quorum queue's consumer whose returned message goes beyond the delivery limit gets
  /// credit for it twice, and from then on more than its prefetch count. (3.10: yes.)
  /// Source: rabbit_fifo, return/5 and return_one/6.
  var deliveryLimitAddsCredit = false
  /// Whether a quorum queue lets messages with a priority above 4 go first, two for one. (4.0:
  /// yes; 3.10 does not look at priorities.)
  var quorumQueuesFavourHighPriority = true
  /// Whether a message is delivered with its headers sorted by name, each name once, and its
  /// expiration written anew as a number (4.0), rather than as it came (3.10).
  var normalizesProperties = true
  /// Whether the broker keeps a message's deaths for itself and writes them into the headers,
  /// with `x-last-death-*` (4.0), rather than edits the `x-death` header that it finds (3.10).
  var keepsDeathsBesideHeaders = true
  /// Whether a message that a quorum queue dead-letters to another goes on counting failed
  /// deliveries, and so is redelivered there the first time. (4.0: yes.)
  var deadLettersKeepDeliveryCount = true
  /// Whether a dead letter that is sent again, since not every queue took it, goes to the keys,
  /// too, that `BCC` listed. (4.0: yes.)
  var retriesKeepBlindKeys = true
  /// Whether a lazy queue forgets a message's expiration when it puts the message by, so that its
  /// death has no `original-expiration`. (3.10: yes.) Source: rabbit_dead_letter,
  /// per_msg_ttl_header, of properties that were not parsed again.
  var lazyQueuesForgetExpiration = false
  /// Whether the consumer that comes after a cancelled active one gets what is ready at once,
  /// rather than with what happens next. (4.0: yes.)
  var cancelServesNextActive = true
  /// Whether queues can have consumer timeouts of their own. (4.0: yes.)
  var queuesHaveConsumerTimeouts = true
  /// Whether `basic.get` from a quorum queue shows an `x-delivery-count` of 0. (3.10: yes.)
  var getShowsDeliveryCountOfZero = false
  /// Whether a message's user, and the permission for its routing key alone, are checked before its
  /// expiration and the keys in its headers. (3.10: yes.)
  var checksUserFirst = false
  /// Whether a refused access is named: `configure access to …`. (4.0: yes.)
  var namesRefusedAccess = true
  /// Whether the number of queues is looked at before a declaration's arguments. (3.10: yes.)
  var checksQueueLimitFirst = false
  /// Whether the node's name stands for the user's where a user has too many channels. (4.0: yes.)
  var channelLimitNamesNode = true
  /// The longest message body, in bytes. (4.0: 16 MiB; 3.10: 128 MiB.)
  var maxMessageSize = 16_777_216
  /// Whether a quorum queue's single active consumer gives way to one of a higher priority.
  /// (4.0: yes.)
  var higherPriorityTakesOver = true
  /// Whether a transaction keeps the names of the queues for its messages (3.10), rather than the
  /// queues (4.0).
  var transactionsKeepQueueNames = false
  /// How a headers exchange compares.
  var headersRule = HeadersRule.byTerm

  /// How a declaration of an exchange of no known type is refused. (4.0: a channel exception.)
  var unknownExchangeTypeCode = ReplyCode.preconditionFailed
  /// Exchange types that RabbitMQ has and that are not simulated.
  var otherExchangeTypes = ["x-local-random"]
  /// Arguments of `basic.consume` that only streams take.
  var streamConsumerArguments = [
    "x-stream-offset", "x-stream-filter", "x-stream-match-unfiltered",
  ]
  /// Arguments of `basic.consume` that only classic queues take. (3.10: one.)
  var classicConsumerArguments: [String] = []
  /// Whether quorum queues tell consumers apart, and order them, by their tags. (3.10: yes.)
  var consumersAreKeyedByTag = false
  /// What policies can set, and how they come together.
  var policyRules = PolicyRules.rabbitMQ40
  /// Whether a delivery mode other than 1 and 2 is refused. (3.10: yes.)
  var refusesUnknownDeliveryModes = false

  /// RabbitMQ 4.0, the default.
  public static let rabbitMQ40 = Profile(name: "4.0")

  /// RabbitMQ 3.10.
  public static let rabbitMQ310 = {
    var profile = Profile(name: "3.10")
    profile.addsQueueTypeArgument = false
    profile.classicQueuesTakeLeaderLocator = false
    profile.queueLeaderLocators = ["client-local", "balanced", "random", "least-leaders"]
    profile.defaultDeliveryLimit = nil
    profile.leastMaxPriority = 0
    profile.negativeDeliveryLimitIsNone = false
    profile.deliveryLimitAddsCredit = true
    profile.quorumQueuesFavourHighPriority = false
    profile.normalizesProperties = false
    profile.keepsDeathsBesideHeaders = false
    profile.deadLettersKeepDeliveryCount = false
    profile.retriesKeepBlindKeys = false
    profile.lazyQueuesForgetExpiration = true
    profile.cancelServesNextActive = false
    profile.queuesHaveConsumerTimeouts = false
    profile.getShowsDeliveryCountOfZero = true
    profile.checksUserFirst = true
    profile.namesRefusedAccess = false
    profile.channelLimitNamesNode = false
    profile.checksQueueLimitFirst = true
    profile.consumersAreKeyedByTag = true
    profile.maxMessageSize = 134_217_728
    profile.higherPriorityTakesOver = false
    profile.headersRule = .byValue
    profile.transactionsKeepQueueNames = true
    profile.unknownExchangeTypeCode = .commandInvalid
    profile.otherExchangeTypes = []
    profile.streamConsumerArguments = ["x-stream-offset"]
    profile.classicConsumerArguments = ["x-cancel-on-ha-failover"]
    profile.refusesUnknownDeliveryModes = true
    profile.policyRules = .rabbitMQ310
    return profile
  }()

  /// Every profile, the default first.
  public static let all = [rabbitMQ40, rabbitMQ310]

  /// The profile of that name, if there is one.
  public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}
