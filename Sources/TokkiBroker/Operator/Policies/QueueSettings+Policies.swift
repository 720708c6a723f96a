import AMQPModel

extension QueueSettings {
  /// What a queue declared so works with while policies are in force: the smaller of two numbers,
  /// and for the rest what it was declared with before what policies say; except that a policy's
  /// overflow goes before a quorum queue's own. Sources: rabbit_amqqueue_process,
  /// process_args_policy; rabbit_quorum_queue, gather_policy_config.
  func governed(by policies: Governance, _ profile: Profile) -> QueueSettings {
    if policies.definition.isEmpty { return self }
    var settings = self
    settings.messageTTL = Self.smaller(messageTTL, policies.integer(.messageTTL))
    settings.maxLength = Self.smaller(maxLength, policies.integer(.maxLength).map(Int.init))
    settings.maxLengthBytes = Self.smaller(
      maxLengthBytes, policies.integer(.maxLengthBytes).map(Int.init))
    settings.expires = Self.smaller(expires, policies.integer(.expires))
    settings.deadLetterExchange = deadLetterExchange ?? policies.text(.deadLetterExchange)
    settings.deadLetterRoutingKey = deadLetterRoutingKey ?? policies.text(.deadLetterRoutingKey)
    if let limit = policies.integer(.consumerTimeout) {
      settings.consumerTimeout = consumerTimeout(with: limit)
    }
    let overflow = policies.text(.overflow).flatMap(Overflow.init)
    switch kind {
    case .classic:
      if arguments[QueueArgument.overflow.rawValue] == nil, let overflow {
        settings.overflow = overflow
      }
      if arguments[QueueArgument.queueMode.rawValue] == nil {
        settings.forgetsExpiration =
          profile.lazyQueuesForgetExpiration && policies.text(.queueMode) == "lazy"
      }
    case .quorum:
      if let overflow { settings.overflow = overflow == .rejectPublishDLX ? .dropHead : overflow }
      if arguments[QueueArgument.deadLetterStrategy.rawValue] == nil {
        settings.deadLetterStrategy =
          policies.text(.deadLetterStrategy).flatMap(DeadLetterStrategy.init) ?? .atMostOnce
      }
      if let limit = policies.integer(.deliveryLimit) {
        settings.deliveryLimit = deliveryLimit(with: limit, profile)
      }
      if !profile.policyRules.quorumQueuesTakeSmallerExpiry,
        let expires = policies.integer(.expires)
      {
        settings.expires = expires
      }
    }
    return settings
  }

  private static func smaller<Number: Comparable>(_ left: Number?, _ right: Number?) -> Number? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }

  /// What is no number is above all numbers. Source: rabbit_channel, get_queue_consumer_timeout.
  private func consumerTimeout(with limit: Int64) -> ConsumerTimeout {
    switch consumerTimeout {
    case .milliseconds(let declared)?: .milliseconds(min(declared, limit))
    case .never?, nil: .milliseconds(limit)
    }
  }

  /// A declared limit that is no number is above all numbers, as terms are ordered in Erlang.
  private func deliveryLimit(with limit: Int64, _ profile: Profile) -> UInt32? {
    func asLimit(_ number: Int64) -> UInt32? {
      number < 0 && profile.negativeDeliveryLimitIsNone ? nil : UInt32(clamping: number)
    }
    guard let declared = arguments[QueueArgument.deliveryLimit.rawValue] else {
      return asLimit(limit)
    }
    guard let declared = declared.deliveryLimit else { return limit < 0 ? .max : asLimit(limit) }
    let takesLarger = profile.negativeDeliveryLimitIsNone && (limit < 0 || declared < 0)
    return asLimit(takesLarger ? max(limit, declared) : min(limit, declared))
  }
}

extension Queue {
  /// The policies in force are these from now on. What does not fit any longer is dropped at once;
  /// messages keep the TTL that they came with; the time until a queue expires begins anew.
  mutating func govern(
    by policies: Governance, _ profile: Profile, now: Instant, removals: inout [Removal]
  ) {
    let new = declared.governed(by: policies, profile)
    governance = policies
    if unusedSince != nil { unusedSince = now }
    switch settings.kind {
    case .classic:
      // The limits come before the overflow, as they do in RabbitMQ: it makes a difference for what
      // is dropped. Source: rabbit_amqqueue_process, process_args_policy.
      settings.expires = new.expires
      settings.deadLetterExchange = new.deadLetterExchange
      settings.deadLetterRoutingKey = new.deadLetterRoutingKey
      settings.messageTTL = new.messageTTL
      settings.maxLength = new.maxLength
      settings.maxLengthBytes = new.maxLengthBytes
      dropExcess(&removals)
      settings = new
      dropExcess(&removals)
      resetHeadCheck()
      expireHeads(now: now, removals: &removals)
    case .quorum:
      settings = new
      if !new.keepsDeadLetters { dropDiscarded() }
      if !new.isBounded {
        publishers.noteUnbounded(lettingGo: profile.policyRules.unboundedQueuesLetGo)
      }
    }
  }
}
